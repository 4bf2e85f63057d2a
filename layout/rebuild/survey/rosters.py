"""Rosters: blocks of hardly anything but names, as of those elected, in the order of their strokes.

A name of two characters may be set as wide as the others, 王　平, and an engine ends lines inside
of names, so blanks tell nothing: what is left without them is covered by names from end to end.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from layout.rebuild.signs import compiled
from layout.rebuild.survey.place import Place, in_a_row
from layout.script import LETTER

ROSTER = frozenset({"roster", "roster_on"})
"""The signs of the first block of a roster and of those behind it."""
_FEWEST, _PIECES, _NAMED = 8, 2, 0.85
_MARKED = re.compile("[，。；：！？,;:!?0-9《]")
_CUT = re.compile(rf"[（(]{LETTER}{{0,5}}$|^{LETTER}{{0,5}}[)）]")


def rosters(places: Sequence[Place]) -> Iterator[tuple[int, str]]:
    """The first block of each roster, and those in which it goes on."""
    listed = [_names(place) for place in places]
    for run in in_a_row(map(bool, listed)):
        if sum(listed[run.start : run.stop]) >= _FEWEST:
            yield run.start, "roster"
            yield from ((i, "roster_on") for i in run[1:])


def begins_name(before: str, behind: str) -> bool:
    """Whether a piece of a roster begins a name, or is its other half, set apart: 王　平.

    What an engine broke at the end of a line is no name: 方志 明.
    """
    if len(behind) == 1:
        return len(before) == 1 or bool(_surname().fullmatch(behind))
    return any(name.match(behind) for name in _looks())


@cache
def _surname() -> re.Pattern[str]:
    return compiled(["<surname>"])


def _names(place: Place) -> int:
    """How many names a block of names holds; 0 where it tells anything else."""
    if place.table or len(place.pieces) < _PIECES or _MARKED.search(place.words):
        return 0
    words = _CUT.sub("", "".join(place.words.split()))
    covered, names = _covered(words)
    return names if covered >= _NAMED * len(words) else 0


def _covered(words: str) -> tuple[int, int]:
    """How many characters of words are names at best, and how many names these are."""
    best = [(0, 0)] * (len(words) + 1)
    for start in range(len(words)):
        covered, names = best[start]
        best[start + 1] = max(best[start + 1], best[start])
        for name in _looks():
            if found := name.match(words, start):
                told = (covered + len(found[0]), names + 1)
                best[found.end()] = max(best[found.end()], told)
    return best[-1]


@cache
def _looks() -> tuple[re.Pattern[str], ...]:
    """Names of three characters and of two, and what is told of them: 马宗义（回族）."""
    told = "(?:[（(]<han>{1,5}[)）])?"
    return tuple(compiled([f"<surname><han>{{{given}}}{told}"]) for given in (2, 1))
