"""The signs that a block owes to its page: its looks, its neighbours, its measure, its position."""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from layout.rebuild.survey.block_looks import block_looks
from layout.rebuild.survey.interviews import answering, speakers
from layout.rebuild.survey.lists import fields, open_lists
from layout.rebuild.survey.neighbours import neighbour_signs
from layout.rebuild.survey.over_texts import over_texts
from layout.rebuild.survey.place import Place, with_found
from layout.rebuild.survey.programme import programmes
from layout.rebuild.survey.rosters import rosters
from layout.rebuild.survey.signed import dated_again, over_letters, under_notices
from layout.rebuild.survey.verse import further_titles, verses

_EDGE_BLOCKS = 7


def block_signs(
    places: Sequence[Place], measures: Sequence[int], rows: Sequence[bool], listed: Set[int]
) -> tuple[frozenset[str], ...]:
    """For every block in turn, the signs that all its lines share. Measures are in steps.

    `rows`: whether a block is one of a table; `listed`: those that hold items told by each other.

    They are found in rounds: what one tells of a block, the next reads of its neighbours.
    """
    tables = [is_table and i not in listed for i, is_table in enumerate(rows)]
    own = with_found(tuple(frozenset(block_looks(place)) for place in places), rosters(places))
    own = with_found(
        own,
        _positions(places),
        ((i, "table") for i, is_table in enumerate(tables) if is_table),
        verses(places, own),
        fields(places),
        programmes(places, own, tables),
        ((i, "items") for i in listed),
    )
    own = with_found(own, neighbour_signs(places, own))
    own = with_found(
        own,
        _measure_signs(places, measures),
        speakers(places),
        under_notices(own),
        dated_again(own),
        over_letters(places, own),
        further_titles(own),
        over_texts(places, own),
    )
    return with_found(own, open_lists(places, own), answering(places, own))


def _positions(places: Sequence[Place]) -> Iterator[tuple[int, str]]:
    """Where every block stands: before the running text of a page, behind it or inside it."""
    prose = [i for i, place in enumerate(places) if place.prose]
    first, last = (prose[0], prose[-1]) if prose else (len(places), -1)
    for i in range(len(places)):
        if i == 0:
            yield i, "first"
        if i < min(first, _EDGE_BLOCKS):
            yield i, "top"
        elif i > max(last, len(places) - _EDGE_BLOCKS):
            yield i, "foot"
        else:
            yield i, "inside_page"


def _measure_signs(places: Sequence[Place], measures: Sequence[int]) -> Iterator[tuple[int, str]]:
    """For the blocks between two of running text: whether the measure changes there."""
    for before, behind in pairwise(i for i, place in enumerate(places) if place.prose):
        alike = abs(measures[before] - measures[behind]) <= 2
        for i in range(before + 1, behind):
            yield i, "same_measure" if alike else "new_measure"
