"""Lists of Latin text, known by lines that are alike.

`Where: The Pit` under `When: 7:30 p.m.` is an item of a list without bullets: a label and a colon,
another label in each line.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import compiled
from layout.rebuild.signs.latin_rows import is_result
from layout.rebuild.signs.latin_signs import ends_sentence, lexicon

_TIME = r"[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m\.?"
_FORECAST = frozenset({"Today", "Tonight", "Tomorrow"})
_MARKED = frozenset({"event", "question", "answer", "bullet", "number_item", "byline", "editors"})
_COUNTED = re.compile(r"(?:[0-9½¼¾⅓⅔][0-9.,:/½¼¾⅓⅔-]*(?:[ap]m|lb|oz|kg|g)?|[Hh]alf an?) \(?[^\W\d]")
_TEXT = frozenset({"table", "heading", "set"})
_FEWEST_ITEMS = 3


@cache
def _labelled() -> re.Pattern[str]:
    """A label, which is a time, an amount or a few words, before its colon."""
    return compiled(
        [
            rf"((?:<month_or_short> [0-9]{{1,2}},? )?{_TIME}"
            r"|[$€£]?[0-9][0-9.,]*(?: (?:million|billion|percent))?"
            r"|[A-Z][\w’'&-]*(?: [\w’'&-]+){0,3}): \S"
        ]
    )


@cache
def _dated() -> re.Pattern[str]:
    """A day, a month or a year before what happened in it."""
    return compiled(
        [
            r"<month_or_short>(?: [0-9]{1,2})?(?:,? [12][0-9]{3})? ?(?::|—|–|--?) \S",
            r"[12][0-9]{3}(?: ?(?::|—|–|--?|\.))? \S",
        ]
    )


def labelled_items(pieces: Sequence[Piece], shown: Sequence[frozenset[str]]) -> frozenset[int]:
    """The numbers of the pieces in runs that begin with a label and a colon, each another one.

    Days are labels only where most stand before what is no sentence: Monday: Chili, rolls. Today
    and Tonight are none: they begin forecasts.
    """
    labels = [
        _label(piece) if signs.isdisjoint(_MARKED) else ""
        for piece, signs in zip(pieces, shown, strict=True)
    ]
    days = [i for i, label in enumerate(labels) if _is_day(label)]
    if 2 * sum(ends_sentence(pieces[i].words) for i in days) > len(days):
        labels = ["" if _is_day(label) else label for label in labels]
    return _in_runs(pieces, labels)


def counted_items(pieces: Sequence[Piece], shown: Sequence[frozenset[str]]) -> frozenset[int]:
    """The numbers of the pieces in runs of lines that begin with a figure: 3 quarts of milk.

    Results are told in figures, too: Camden 34, Ellery 6.
    """
    begun = _begun(pieces, shown, _COUNTED, _MARKED | _TEXT)
    played = [
        str(number) * (piece.opens and is_result(piece.words))
        for number, piece in enumerate(pieces)
    ]
    return _in_runs(pieces, begun) | _in_runs(pieces, played)


def dated_items(pieces: Sequence[Piece], shown: Sequence[frozenset[str]]) -> frozenset[int]:
    """The numbers of the pieces in runs of lines that begin with a date: 1911: The pier opens."""
    return _in_runs(pieces, _begun(pieces, shown, _dated(), _TEXT))


def _begun(
    pieces: Sequence[Piece],
    shown: Sequence[frozenset[str]],
    pattern: re.Pattern[str],
    besides: frozenset[str],
) -> list[str]:
    """A label of its own for each piece that begins a line with a pattern, and shows no other."""
    told = zip(pieces, shown, _starts(pieces), strict=True)
    return [
        str(number) * (start and signs.isdisjoint(besides) and bool(pattern.match(piece.words)))
        for number, (piece, signs, start) in enumerate(told)
    ]


def _starts(pieces: Sequence[Piece]) -> list[bool]:
    return [True, *(piece.closes or piece.newline for piece in pieces)][: len(pieces)]


def _label(piece: Piece) -> str:
    found = _labelled().match(piece.words)
    return found[1] if found and found[1] not in _FORECAST else ""


def _is_day(label: str) -> bool:
    return label.split(" ", 1)[0] in lexicon().days


def _in_runs(pieces: Sequence[Piece], labels: Sequence[str]) -> frozenset[int]:
    """The numbers of labelled pieces in runs of lines, or of blocks that may have more lines.

    Sentences inside a line part no run.
    """
    found: set[int] = set()
    for starts in (_starts(pieces), [piece.opens for piece in pieces]):
        told = zip(labels, starts, strict=True)
        numbers = [number for number, (label, start) in enumerate(told) if label or start]
        runs = _runs([labels[number] for number in numbers])
        found.update(numbers[at] for run in runs for at in run)
    return frozenset(found)


def _runs(labels: Sequence[str]) -> Iterator[range]:
    start = 0
    for at in range(len(labels) + 1):
        if at == len(labels) or not labels[at] or labels[at] in labels[start:at]:
            if at - start >= _FEWEST_ITEMS:
                yield range(start, at)
            start = at if at < len(labels) and labels[at] else at + 1
