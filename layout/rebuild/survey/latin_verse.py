"""Verse in Latin text, known by lines that are alike at their edges.

It shows where the source kept line ends for it and for nothing else: its lines begin with capitals
or end with marks, as lines of running text seldom do. So it does where each verse is a block of its
own: sentences go on from one to the next.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.survey.place import Place, in_a_row

_FEWEST_LINES, _FEWEST_APART, _LONGEST_LINE = 4, 6, 60
_FIGURE = re.compile(r"[0-9][0-9.,]*$")
_MARKS = tuple(',;:.!?—–"”’)')
_GOES_ON = tuple(",;:—–")


def is_verse(pieces: Sequence[Piece]) -> bool:
    """Whether a block of a page without line ends is verse: short lines, alike at their edges."""
    if len(pieces) < _FEWEST_LINES or not all(piece.newline for piece in pieces[:-1]):
        return False
    if any(len(piece.words) > _LONGEST_LINE or _FIGURE.search(piece.words) for piece in pieces):
        return False
    if 2 * sum(piece.words[0].isdigit() for piece in pieces) > len(pieces):
        return False
    capital = sum(piece.words[0].isupper() for piece in pieces[1:])
    marked = sum(piece.words.endswith(_MARKS) for piece in pieces)
    return 3 * max(capital, marked) >= 2 * len(pieces) or _leaves_room(pieces)


def _leaves_room(pieces: Sequence[Piece]) -> bool:
    """Whether half of the lines end though the next word would have fitted: none of prose does."""
    room = max(len(piece.words) for piece in pieces)
    early = sum(
        len(piece.words) + 1 + len(behind.words.split(maxsplit=1)[0]) <= room
        for piece, behind in pairwise(pieces)
    )
    return 2 * early >= len(pieces)


def verses_apart(places: Sequence[Place]) -> Iterator[int]:
    """The numbers of short blocks in a row that make sentences, most going on in the next one."""
    for run in in_a_row(map(_may_be_verse, places)):
        on = [_goes_on(places[a].words, places[b].words) for a, b in pairwise(run)]
        if not any(on):
            continue
        last = len(on) - on[::-1].index(True)
        ends = (n for n in range(last, len(run)) if places[run[n]].closed)
        verses = run[on.index(True) : next(ends, last) + 1]
        whole = places[verses[0]].words[:1].isupper() and places[verses[-1]].closed
        if whole and len(verses) >= _FEWEST_APART and 3 * sum(on) >= 2 * (len(verses) - 1):
            yield from verses


def _goes_on(words: str, behind: str) -> bool:
    return words.endswith(_GOES_ON) or behind[:1].islower()


def _may_be_verse(place: Place) -> bool:
    free = not (place.level or place.table or place.set)
    free = free and not any(piece.newline for piece in place.pieces[:-1])
    return free and len(place.words) <= _LONGEST_LINE and not _FIGURE.search(place.words)
