"""Items that count on: a line that begins with 2. behind one that begins with 1.

A line of a paragraph may begin with a figure by chance, but seldom with the one that comes next.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs.folio import numeral

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_STYLES = tuple(
    map(
        re.compile,
        (
            r"([0-9]{1,2})[.．、](?![0-9])",
            rf"({_NUMERAL})、",
            r"[（(]([0-9]{1,2})[)）]",
            rf"[（(]({_NUMERAL})[)）]",
        ),
    )
)
_NEAR = 2  # blocks


def counted(pieces: Sequence[Piece]) -> frozenset[int]:
    """The numbers of the pieces whose numerals count on from each other."""
    found: set[int] = set()
    for style in _STYLES:
        for (one, first), (two, second) in pairwise(_numbers(pieces, style)):
            near = pieces[two].block - pieces[one].block <= _NEAR
            if near and second == first + 1:
                found |= {one, two}
    return frozenset(found)


def _numbers(pieces: Sequence[Piece], style: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The pieces that begin with a number in a style, and its value."""
    for i, piece in enumerate(pieces):
        if found := style.match(piece.words):
            yield i, numeral(found[1])
