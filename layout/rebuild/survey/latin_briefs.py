"""A label over several pieces of a paragraph each, each under a heading of its own.

`OPEN HOUSES` over `Colby Heights`, a paragraph, `Downtown`, a paragraph, `Lake Harriet` and a third
one is no kicker of the first. Where a single story is parted by subheads, its beginning is longer
than a paragraph, or somebody is named who wrote it.
"""

from collections.abc import Iterator, Sequence, Set
from itertools import takewhile

from layout.rebuild.survey.place import Place

_FEWEST_PIECES = 3
_LONGEST, _LONGEST_HEAD = 600, 60  # characters of a paragraph, of what stands over one
_HALVES = 2  # blocks of a paragraph that was cut at the foot of a column
_CREDITS = frozenset({"own_credit", "credit_block"})


def labels_over_briefs(places: Sequence[Place], blocks: Sequence[Set[str]]) -> Iterator[int]:
    """The blocks that are such labels; `blocks` are the signs of each."""
    for number, place in enumerate(places):
        if place.words.isupper() and _is_head(place):
            pieces = at = 0
            while told := _piece(places[number + 1 + at :], blocks[number + 1 + at :]):
                pieces, at = pieces + 1, at + told
            if pieces >= _FEWEST_PIECES:
                yield number


def _piece(places: Sequence[Place], blocks: Sequence[Set[str]]) -> int:
    """How many blocks a heading and its one paragraph are; 0 where they are not the next ones."""
    if not places or not _is_title(places[0]):
        return 0
    behind = takewhile(_is_text, zip(places[1:], blocks[1:], strict=True))
    told = [place.words for place, _ in behind]
    one = len(told) == 1 or (len(told) == _HALVES and told[1][0].islower())
    return 1 + len(told) if one and sum(map(len, told)) <= _LONGEST else 0


def _is_title(place: Place) -> bool:
    return place.level > 0 and _is_head(place) and not place.words.isupper()


def _is_head(place: Place) -> bool:
    return not (place.table or place.closed) and 0 < len(place.words) <= _LONGEST_HEAD


def _is_text(block: tuple[Place, Set[str]]) -> bool:
    place, signs = block
    long = not (place.table or place.level) and len(place.words) > _LONGEST_HEAD
    return long and signs.isdisjoint(_CREDITS)
