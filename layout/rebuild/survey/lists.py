"""Lists whose items are blocks in a row: fields of a form, and items that end without a mark."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import is_closed, shows
from layout.rebuild.survey.place import Place, in_a_row
from layout.script import LETTER

_ITEM_MARKS = ("bullet", "number_item", "dash_item", "event")
_ITEMS = frozenset({*(f"{mark}_block" for mark in _ITEM_MARKS), "field", "programme", "items"})
_FIELD = re.compile(rf"({LETTER}{{2,5}})[：:](?=.{{1,28}}$)")
_FEWEST_FIELDS = 3


def fields(places: Sequence[Place]) -> Iterator[tuple[int, str]]:
    """Blocks in a row of one line each that name a thing and tell it, each another: 籍贯：柳湾."""
    named = [_FIELD.match(place.words) if not place.closed else None for place in places]
    for run in in_a_row(map(bool, named)):
        names = [found[1] for found in named[run.start : run.stop] if found]
        if len(set(names)) == len(names) >= _FEWEST_FIELDS:
            yield from ((i, "field") for i in run)


def open_lists(places: Sequence[Place], own: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """Items in a row that mostly end without a mark, so that their last one may too."""
    for run in in_a_row(not signs.isdisjoint(_ITEMS) for signs in own):
        if _are_open(places[run.start : run.stop]):
            yield from ((i, "open_list") for i in run)


def _are_open(places: Sequence[Place]) -> bool:
    """Whether there are several items in blocks, and most end without a mark."""
    ends = [end for place in places for end in _ends_of_items(place)]
    return len(ends) > 1 and 2 * sum(not is_closed(end.words) for end in ends) > len(ends)


def _ends_of_items(place: Place) -> Iterator[Piece]:
    """The last piece of every item in a block."""
    for piece, following in pairwise((*place.pieces, None)):
        if piece and (not following or any(shows(mark, following.words) for mark in _ITEM_MARKS)):
            yield piece
