"""Latin paragraphs broken as a whole, so that no line is loose because the one before it was full.

The method is that of Knuth and Plass (Breaking paragraphs into lines, 1981), without its classes of
fitness: of all ways to break a paragraph the one with the least demerits is taken. Words are parted
only where lines would be too loose without.
"""

import math
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from layout.compose.lines.matter import Matter, Tier

_STRETCH = 140  # thousandths of an em by which a space opens before it is bad
_SHRINK = 60  # and by which it closes
_LOOSE = 1.5  # times the stretch: a line looser than this is worth parting a word
_HYPHEN = 40.0  # what a parted word adds to the badness of its line, which is 100 at full stretch
_NAME = 80.0  # and what a parted name does, or the parted first word of a sentence
_SEAMS = ("@", ".")  # before which a line ends inside an address only
_AGAIN = 3_000.0  # demerits of a second parted word in a row
_NO_SPACE = 0.5  # of a space: what stretches in a line of one word


class Room(NamedTuple):
    """The measure of a paragraph, and the indents of its first line and of the others."""

    measure: int
    indent: int = 0
    hang: int = 0


class _Node(NamedTuple):
    """The best way to end a line at a place: where the line begins, and its ratio."""

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
    nodes: dict[int, _Node] = {}
    spaces = [s for s in matter.slots if s in matter.yields and matter.yields[s][0] is Tier.SPACE]
    active = [_left(matter, start, room.measure - room.indent, spaces, 0.0)]
    for stop in stops:
        node, least = None, math.inf
        right = _right(matter, start, stop, spaces)
        for behind, left in enumerate(reversed(active)):
            slack, count = left.reach - right.reach, right.spaces - left.spaces
            if slack < -count * _SHRINK:
                active = active[len(active) - behind :]
                break
            if left.cost < least:
                ratio = _ratio(slack, count, right.last)
                cost = left.cost + _demerits(ratio, right.parted, left.parted)
                if cost < least:
                    node, least = _Node(left.place, ratio), cost
        if node is not None:
            nodes[stop] = node
            active.append(_left(matter, stop, room.measure - room.hang, spaces, least))
    return _traced(nodes, start, stops[-1]) if stops and stops[-1] in nodes else None


def _traced(nodes: dict[int, _Node], start: int, stop: int) -> _Ends:
    stops, loosest = [], 0.0
    while stop != start:
        stops.append(stop)
        loosest = max(loosest, nodes[stop].ratio)
        stop = nodes[stop].start
    return _Ends(stops[::-1], loosest)


class _Left(NamedTuple):
    """The start of a line: how far its measure reaches in thousandths, the spaces before it.

    `cost` is that of all lines before it; `parted` whether the last of them ends inside a word.
    """

    place: int
    reach: int
    spaces: int
    cost: float
    parted: bool


class _Right(NamedTuple):
    """The end of a line: how far its characters reach, the spaces before it, if it is the last.

    `parted` is the badness of a word that is parted there.
    """

    reach: int
    spaces: int
    last: bool
    parted: float


def _left(matter: Matter, place: int, width: int, spaces: Sequence[int], cost: float) -> _Left:
    reach = matter.places[place] + matter.leads.get(place, 0) + width
    return _Left(place, reach, bisect_left(spaces, place + 1), cost, place in matter.hyphens)


def _right(matter: Matter, start: int, stop: int, spaces: Sequence[int]) -> _Right:
    """No line begins with a space, so what is seen of one ends at the same place for all."""
    end = matter.visible(start, stop)
    reach = matter.places[end] - matter.tails.get(end - 1, 0)
    parted = 0.0
    if end in matter.hyphens:
        reach += matter.hyphen
        parted = _parted(matter.text[matter.text.rfind(" ", start, stop) + 1 : stop])
    elif end == stop and matter.text[stop : stop + 1] in _SEAMS:
        parted = _NAME
    return _Right(reach, bisect_left(spaces, end), stop == len(matter.text), parted)


def _parted(begun: str) -> float:
    """The badness of parting a word behind these letters."""
    return _HYPHEN if begun.islower() else _NAME


def _ratio(slack: int, count: int, last: bool) -> float:
    """How far the spaces of a line open, in parts of their stretch, or close."""
    if slack < 0:
        return slack / (count * _SHRINK)
    return 0.0 if last else slack / ((count or _NO_SPACE) * _STRETCH)


def _demerits(ratio: float, parted: float, again: bool) -> float:
    badness = 10 + 100 * abs(ratio) ** 3 + parted
    return badness * badness + (_AGAIN if parted and again else 0.0)
