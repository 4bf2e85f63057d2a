"""Lines that end where those of the old print ended, at its measure.

A line is made to fit: its marks give way or its characters move apart, as in any line; where the
text has been mended and has become a little longer, its characters move together. Two printed
lines that the OCR took for one are broken. A line that was much shorter than the measure, beside a
picture say, stays as short as it was. The sign for a lost last line has a line of its own.
"""

from collections.abc import Iterator, Sequence

from layout.compose.lines import Cut, next_line
from layout.compose.matter import Matter
from layout.compose.totalfit import Room
from layout.marks import gap_mark

_CRAMMED = 0.09  # of the measure: what a line may be too long for it after all marks gave way
_SHORT = 0.13  # of the measure: a line that lacks more was not full in the old print either


def original(matter: Matter, room: Room, ends: Sequence[int], start: int) -> Iterator[Cut]:
    """The lines of a paragraph from a character on, ending where the old ones did."""
    indent, length = room.indent, len(matter.text)
    stops = [end for end in ends if start < end < length]
    for stop in (*stops, *_lost_line(matter, room, stops[-1] if stops else start), length):
        while start < stop:
            cut = _line(matter, room, indent, start, stop)
            yield cut
            start, indent = cut.end, room.hang


def _lost_line(matter: Matter, room: Room, start: int) -> Iterator[int]:
    """Where the sign for a lost last line begins, if the line before it was full without it."""
    sign = len(matter.text) - len(gap_mark("zh"))
    if sign > start and matter.text.endswith((gap_mark("zh"), gap_mark("en"))):
        full = matter.span(start, sign) > room.measure * (1 - _SHORT)
        if full and matter.span(start, len(matter.text)) > room.measure:
            yield sign


def parted_words(text: str, ends: Sequence[int]) -> frozenset[int]:
    """The old line ends inside Latin words, which had a hyphen there."""
    inside = (end for end in ends if 0 < end < len(text))
    return frozenset(
        e for e in inside if text[e - 1 : e + 1].isascii() and text[e - 1 : e + 1].isalpha()
    )


def _line(matter: Matter, room: Room, indent: int, start: int, stop: int) -> Cut:
    slack = room.measure - indent - matter.span(start, stop)
    if slack + matter.room(start, stop) < -_CRAMMED * room.measure:
        cut = next_line(matter, start, room.measure, indent)
        if cut.end < stop:
            return cut
    if slack > _SHORT * room.measure:
        slack = 0
    return Cut(start, stop, indent, slack)
