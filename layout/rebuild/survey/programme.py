"""Programmes: blocks in a row that tell what is on, where and when: 人民影院 渡口 二时 四时半.

Each is a line of its own, of a few things side by side without marks, or of hours. Lines of a poem
may stand side by side too; hours, or things shorter than a verse, tell a programme. What a paper
has on its other pages is told so too, each line with its page: 老街修旧如旧 05版.
"""

import re
from collections.abc import Iterator, Sequence, Set

from layout.rebuild.signs import shows
from layout.rebuild.survey.place import Place, in_a_row

_HOURS = re.compile(
    r"(?:(?<![0-9])[0-9]{1,2}[:：][0-9]{2}(?![0-9]).*?){2}"
    r"|(?:[0-9一二三四五六七八九十]{1,3}[时時点點](?![间間]).*?){2}"
)
_ON_A_PAGE = re.compile(r"(?<=[^\W\d_].)[^\d，。]*[ …·/／>→](?:第 ?)?[A-Z]?[0-9]{1,2} ?版\W?$")
_MARKS = re.compile("[，。；！？,;]")
_PARTS, _LONGEST = 3, 40.0  # ems
_FEWEST, _FEWEST_TOLD = 3, 2
_OTHER = frozenset({"heading", "prose", "credit_block", "names_only_block", "roster", "roster_on"})
_TELLING = ("folio", "date", "editors", "byline", "signoff")


def programmes(
    places: Sequence[Place], own: Sequence[Set[str]], tables: Sequence[bool]
) -> Iterator[tuple[int, str]]:
    """The blocks of programmes; `own` are the signs of each, `tables` whether it is of a table."""
    entries = [
        not table and _is_entry(place, signs)
        for place, signs, table in zip(places, own, tables, strict=True)
    ]
    for run in in_a_row(entries):
        if _are_programme(places[run.start : run.stop], own[run.start : run.stop]):
            yield from ((i, "programme") for i in run)


def _is_entry(place: Place, signs: Set[str]) -> bool:
    """Whether a block is a line of a few things side by side, or of hours."""
    if place.ems > _LONGEST or not signs.isdisjoint(_OTHER):
        return False
    told = _is_told(place)
    if not told and (len(place.pieces) < _PARTS or _MARKS.search(place.words)):
        return False
    return not any(shows(sign, place.words) for sign in _TELLING)


def _is_told(place: Place) -> bool:
    """Whether a line tells hours, and no sentence, or on which page more is told."""
    timed = _HOURS.search(place.words) and not _MARKS.search(place.words)
    return bool(timed or _ON_A_PAGE.search(place.words))


def _are_programme(places: Sequence[Place], own: Sequence[Set[str]]) -> bool:
    told = sum(map(_is_told, places))
    verses = sum("verse_shaped" in signs for signs in own)
    fewest = _FEWEST_TOLD if told == len(places) else _FEWEST
    return len(places) >= fewest and (told > 0 or 2 * verses < len(places))
