"""Where the lines of a paragraph end at a given measure, and how each is spaced out to fill it.

A line ends at the last place that fits, or one further where its marks can give way by as much as
is missing; the cheaper of the two wins, so that lines are neither crammed nor gappy (CLREQ 3.1.6:
squeeze first, then stretch). Han characters are all of one width, so a search over the whole
paragraph would gain nothing; but a line that is loose because a long number or word did not fit
takes characters over from the line above it. Latin paragraphs are searched (see
`layout.compose.lines.totalfit`).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layout.compose.lines.matter import Matter
from layout.compose.lines.ruler import EM
from layout.compose.lines.totalfit import Room, fitted

_STRETCH_COST = 1.2
_SPACE_COST = 0.25
_WORST_GAP = 0.3  # of the measure: to avoid it an address as wide as ...
_HOLE = 0.12  # of a line: to avoid more white than that, a Latin word is parted in Chinese text
_LONGEST_WORD = 0.5  # of the measure is cut anywhere


class Cut(NamedTuple):
    """The characters of one line: from start to end, what the line is indented by, and its slack.

    Indent and slack are thousandths of an em; a negative slack has to be squeezed out.
    """

    start: int
    end: int
    indent: int
    slack: int


def broken(matter: Matter, room: Room, start: int = 0, most: int | None = None) -> list[Cut]:
    """The lines of a paragraph from a character on; no more than `most` of them."""
    if matter.latin:
        ends = fitted(matter, start, room)
        if ends is not None:
            return list(_cuts(matter, start, ends, room))[:most]
    cuts: list[Cut] = []
    end, indent = len(matter.text), room.indent
    while start < end and len(cuts) != most:
        cut = next_line(matter, start, room.measure, indent)
        cuts.append(cut)
        if cut.slack > EM and cut.end < end and not matter.latin:
            _level(matter, room.measure, cuts)
        start, indent = cut.end, room.hang
    return cuts


def _level(matter: Matter, measure: int, cuts: list[Cut]) -> None:
    """Let a loose last line take over characters from the line above it, and that from its own.

    A line that lacks no more than one Han character has no room for another.
    """
    last = len(cuts) - 1
    while last and cuts[last].slack > EM:
        cuts[last - 1 : last + 1] = _evened(matter, measure, cuts[last - 1], cuts[last])
        last -= 1


def _evened(matter: Matter, measure: int, above: Cut, below: Cut) -> tuple[Cut, Cut]:
    """Two lines, the lower one loose: it takes over what makes the looser of both less so."""
    best, worst = (above, below), _price(matter, below)
    end = matter.breaks.rfind(1, above.start + 1, above.end)
    while end > 0:
        upper = _cut(matter, above.start, end, measure, above.indent)
        lower = _cut(matter, end, below.end, measure, below.indent)
        price = max(_price(matter, upper), _price(matter, lower))
        if lower.slack < 0 or price >= worst:
            break
        if end not in matter.hyphens:
            best, worst = (upper, lower), price
        end = matter.breaks.rfind(1, above.start + 1, end)
    return best


def _cut(matter: Matter, start: int, end: int, measure: int, indent: int) -> Cut:
    return Cut(start, end, indent, measure - indent - matter.span(start, end))


def _price(matter: Matter, cut: Cut) -> float:
    return _looseness(matter, cut.start, cut.end, cut.slack)


def _cuts(matter: Matter, start: int, ends: Sequence[int], room: Room) -> Iterator[Cut]:
    indent = room.indent
    for end in ends:
        yield _cut(matter, start, end, room.measure, indent)
        start, indent = end, room.hang


def next_line(matter: Matter, start: int, measure: int, indent: int) -> Cut:
    """The line from a character on, wherever it ends best."""
    places, last = matter.places, len(matter.text)
    room = measure - indent
    base = places[start] + matter.leads.get(start, 0)
    fit = bisect_right(places, base + room, start + 1, last + 1) - 1
    best, left, cost = 0, 0, 0.0
    end = matter.breaks.rfind(1, start + 1, fit + 1)
    parted = () if matter.latin else matter.hyphens
    if end in parted:
        end = _worth_parting(matter, start, end, room)
    if end > 0:
        slack = room - matter.span(start, end)
        best, left, cost = end, slack, _looseness(matter, start, end, slack)
        if slack > measure * _WORST_GAP and _inside_address(matter, end, fit, measure):
            best, left, cost = fit, room - matter.span(start, fit), 0.0
    end = matter.breaks.find(1, fit + 1)
    while end > 0:
        slack, give = room - matter.span(start, end), matter.room(start, end)
        if slack + give < 0:
            break
        price = _looseness(matter, start, end, slack) if slack >= 0 else -slack / give * 100
        if (not best or price < cost) and end not in parted:
            best, left, cost = end, slack, price
        end = matter.breaks.find(1, end + 1)
    if not best:
        best = max(start + 1, fit)
        left = room - matter.span(start, best)
    return Cut(start, best, indent, left)


def _worth_parting(matter: Matter, start: int, end: int, room: int) -> int:
    """Where a line of Chinese ends that could end inside a Latin word, if that saves a hole."""
    whole = end
    while whole in matter.hyphens:
        whole = matter.breaks.rfind(1, start + 1, whole)
    if whole > 0 and room - matter.span(start, whole) <= room * _HOLE:
        return whole
    while end in matter.hyphens and matter.span(start, end) > room:
        end = matter.breaks.rfind(1, start + 1, end)
    return end


def _inside_address(matter: Matter, start: int, index: int, measure: int) -> bool:
    """Whether the Latin word that begins at `start` is too long to keep in Chinese text."""
    if matter.latin or not matter.locks(index - 1, index + 1) or not matter.text[index].isascii():
        return False
    end = matter.breaks.find(1, index)
    return matter.places[end] - matter.places[start] > measure * _LONGEST_WORD


def _looseness(matter: Matter, start: int, end: int, slack: int) -> float:
    """How bad it is to stretch a line by its slack; the end of a paragraph need not be filled."""
    if end == len(matter.text):
        return 0.0
    if matter.latin:
        return slack / max(1, len(matter.inside(start, end))) * _SPACE_COST
    return slack / max(1, end - start - 1 - len(matter.locks(start, end))) * _STRETCH_COST
