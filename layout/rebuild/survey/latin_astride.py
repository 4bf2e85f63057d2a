"""Headings that stand in two blocks: their first line at the foot of one, the rest as the next.

An engine that parts blocks where lines begin with an indent takes the first line of a centred
heading for the last one of the paragraph above it: `… which has 49 seats. Board weighs a second`,
and then by itself `boat as riders wait`, which no paragraph could begin with.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.rebuild.signs.latin_signs import OPENING_QUOTES, ends_sentence
from layout.rebuild.survey.place import Place

_MOST_WORDS, _SHORTEST_TEXT = 7, 60


def heads_astride(places: Sequence[Place]) -> Iterator[int]:
    """The blocks at whose foot such a heading begins; the next one is the rest of it."""
    for number, (above, below) in enumerate(pairwise(places)):
        if not _is_rest(below) or not _is_begun(above):
            continue
        behind = "".join(
            place.words for place in places[number + 2 : number + 3] if not place.level
        )
        text = below.words[below.pieces[1].start :] if len(below.pieces) > 1 else behind
        if len(text) >= _SHORTEST_TEXT and text.lstrip(OPENING_QUOTES)[:1].isupper():
            yield number


def _is_begun(place: Place) -> bool:
    """Whether a block ends in a few words that begin a heading, behind a sentence or alone."""
    if place.level or not place.pieces:
        return False
    *before, last = (piece.words for piece in place.pieces)
    behind = not before or ends_sentence(before[-1]) or before[-1].isupper()
    return behind and _are_few(last) and last[0].isupper()


def _is_rest(place: Place) -> bool:
    """Whether a block is a few words in small letters, or begins with them."""
    words = place.pieces[0].words if place.pieces and not place.level else ""
    return _are_few(words) and words[0].islower()


def _are_few(words: str) -> bool:
    """Whether a few words end in the air, without a mark or inside one; a table has none."""
    ends = words[-1:].isalnum() or words[-1:] == "-"
    return ends and "," not in words and len(words.split()) <= _MOST_WORDS
