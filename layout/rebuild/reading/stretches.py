"""Stretches of a page with its lines in another order, so that they can be read as if printed so.

A stretch is a stream of its own: some pieces of a page, with the bonds of the seams at which they
meet now. A line that is set behind another one takes its measure, and loses the signs that it owed
to standing in a block by itself.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from layout.rebuild.signs.costs import costs
from layout.rebuild.survey.candidates import Stream

_OF_BLOCKS = frozenset(
    {"alone", "alone_closed", "set_one", "display", "new_measure", "same_measure", "two_parts"}
    | {"verse_shaped", "verse"}
)


def rearranged(stream: Stream, order: Sequence[int], last: Collection[int] = ()) -> Stream:
    """The pieces of these numbers as a stream; behind those of `last` hardly anything goes on."""
    return replace(
        stream,
        pieces=tuple(stream.pieces[i] for i in order),
        rest=tuple(stream.rest[i] for i in order),
        signs=tuple(stream.signs[i] for i in order),
        measures=tuple(stream.measures[i] for i in order),
        bonds={at: _bond(stream, *seam, last) for at, seam in enumerate(pairwise(order), 1)},
    )


def _bond(stream: Stream, before: int, behind: int, last: Collection[int]) -> float:
    """The bond of two pieces that follow each other now."""
    if before in last:
        return -costs().astray["goes_on"]
    if behind == before + 1:
        return stream.bonds.get(behind, 0.0)
    return stream.seams.bond(stream.pieces[before].words, stream.pieces[behind].words).gain


def set_behind(stream: Stream, before: Mapping[int, int]) -> Stream:
    """The stream in which pieces, by number, are set in the next line behind others."""
    measures = list(stream.measures)
    for i, other in before.items():
        measures[i] = measures[other]
    return replace(in_block(stream, before), measures=tuple(measures))


def in_block(stream: Stream, lines: Iterable[int]) -> Stream:
    """The stream in which these pieces do not owe anything to standing in a short block."""
    signs = list(stream.signs)
    for i in lines:
        signs[i] -= _OF_BLOCKS
    return replace(stream, signs=tuple(signs))
