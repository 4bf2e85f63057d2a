"""Latin paragraphs broken as a whole, so that no line is loose because the one before it was full.

The method is that of Knuth and Plass (Breaking paragraphs into lines, 1981), without its classes of
fitness: of all ways to break a paragraph the one with the least demerits is taken. Words are parted
only where lines would be too loose without.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from layout.compose.matter import Matter, Tier

_STRETCH = 140  # thousandths of an em by which a space opens before it is bad
_SHRINK = 60  # and by which it closes
_LOOSE = 1.5  # times the stretch: a line looser than this is worth parting a word
_HYPHEN = 40.0  # what a parted word adds to the badness of its line, which is 100 at full stretch
_WORST = 12.0  # times the stretch: where nothing better is to be had


class Room(NamedTuple):
    """The measure of a paragraph, and the indents of its first line and of the others."""

    measure: int
    indent: int = 0
    hang: int = 0


class _Node(NamedTuple):
    """The best way to end a line at a place: all demerits, where the line begins, its ratio."""

    cost: float
    start: int
    ratio: float


def fitted(matter: Matter, start: int, room: Room) -> list[int] | None:
    """Where the lines end, from a character on; None if a word is wider than the measure."""
    stops = [i for i in range(start + 1, len(matter.text) + 1) if matter.breaks[i]]
    whole = [stop for stop in stops if stop not in matter.hyphens]
    ends = _chosen(matter, start, whole, room)
    if ends is None or ends.loosest > _LOOSE:
        parted = _chosen(matter, start, stops, room) if matter.hyphens else None
        ends = parted or ends
    return ends.stops if ends else None


class _Ends(NamedTuple):
    """The ends of all lines, and how far the loosest one is stretched."""

    stops: list[int]
    loosest: float


def _chosen(matter: Matter, start: int, stops: Sequence[int], room: Room) -> _Ends | None:
    nodes = {start: _Node(0.0, start, 0.0)}
    spaces = [s for s in matter.slots if s in matter.yields and matter.yields[s][0] is Tier.SPACE]
    active = [start]
    for stop in stops:
        best: _Node | None = None
        for place in reversed(active):
            width = room.measure - (room.indent if place == start else room.hang)
            ratio = _ratio(matter, place, stop, width, spaces)
            if ratio < -1:
                active = active[active.index(place) + 1 :]
                break
            cost = nodes[place].cost + _demerits(matter, place, stop, ratio)
            if best is None or cost < best.cost:
                best = _Node(cost, place, ratio)
        if best is not None:
            nodes[stop] = best
            active.append(stop)
    return _traced(nodes, start, stops[-1]) if stops and stops[-1] in nodes else None


def _traced(nodes: dict[int, _Node], start: int, stop: int) -> _Ends:
    stops, loosest = [], 0.0
    while stop != start:
        stops.append(stop)
        loosest = max(loosest, nodes[stop].ratio)
        stop = nodes[stop].start
    return _Ends(stops[::-1], loosest)


def _ratio(matter: Matter, start: int, stop: int, width: int, spaces: Sequence[int]) -> float:
    """How far the spaces of a line open, in parts of their stretch; below -1 it is overfull."""
    slack = width - matter.span(start, stop)
    count = bisect_left(spaces, matter.visible(start, stop)) - bisect_left(spaces, start + 1)
    if slack >= 0:
        if stop == len(matter.text):
            return 0.0
        return min(_WORST, slack / (count * _STRETCH)) if count else _WORST
    return slack / (count * _SHRINK) if count else -2.0


def _demerits(matter: Matter, start: int, stop: int, ratio: float) -> float:
    badness = 100 * abs(ratio) ** 3 + (_HYPHEN if stop in matter.hyphens else 0.0)
    both = stop in matter.hyphens and start in matter.hyphens
    return (10 + badness) ** 2 + (10_000 if both else 0)
