"""Lines that end where those of the old print ended, at its measure.

A line is made to fit: its marks give way or its characters move apart, as in any line; where the
text has been mended and has become a little longer, its characters move together. Two printed
lines that the OCR took for one are broken. A line that was much shorter than the measure, beside a
picture say, stays as short as it was; so does one among such lines, and one whose words would stand
too far apart. The sign for a lost last line has a line of its own.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.compose.lines import Cut, next_line
from layout.compose.lines.matter import Matter
from layout.compose.lines.ruler import EM
from layout.compose.lines.totalfit import Room
from layout.marks import gap_mark

_CRAMMED = 0.09  # of the measure: what a line may be too long for it after all marks gave way
_SHORT = 0.13  # of the measure: a line that lacks more was not full in the old print either
_LACKING = EM  # what a line lacks that was not full if those beside it were not
_DEEPEST = 3  # ems: two of an indent and one of a bullet
_WIDEST = 1000  # thousandths of an em by which word spaces open in a line of the old print


def original(matter: Matter, room: Room, ends: Sequence[int], start: int) -> Iterator[Cut]:
    """The lines of a paragraph from a character on, ending where the old ones did."""
    indent, length = room.indent, len(matter.text)
    stops = [end for end in ends if start < end < length]
    stops += [*_lost_line(matter, room, stops[-1] if stops else start), length]
    for stop, short in zip(stops, _shortness(matter, room, [start, *stops]), strict=True):
        while start < stop:
            cut = _line(matter, room, indent, start, stop)
            ragged = cut.slack > 0 and (short or _holed(matter, cut))
            yield cut._replace(slack=0) if ragged else cut
            start, indent = cut.end, room.hang


def item_lead(lacks: Sequence[int]) -> int:
    """The ems by which the first lines of list items stood in, bullets included.

    `lacks` are what each of them lacks of the measure without its bullet. Where they lack nothing
    the lines below hung by as much: 0.
    """
    return min(_DEEPEST, round(sorted(lacks)[len(lacks) // 2] / EM)) if lacks else 0


def _shortness(matter: Matter, room: Room, places: Sequence[int]) -> list[bool]:
    """Of each line between two places, whether it was short in the old print.

    Lines of words are of all lengths, so those of English tell nothing.
    """
    if matter.latin:
        return [False] * (len(places) - 1)
    indents = [room.indent] + [room.hang] * (len(places) - 2)
    lacks = [
        room.measure - indent - matter.span(*line)
        for indent, line in zip(indents, pairwise(places), strict=True)
    ]
    short = [lack > _SHORT * room.measure for lack in lacks]
    return [own or (_among(short, n) and lacks[n] > _LACKING) for n, own in enumerate(short)]


def _holed(matter: Matter, cut: Cut) -> bool:
    """Whether words would stand too far apart in a line that is as wide as the measure."""
    spaces = matter.text.count(" ", cut.start, matter.visible(cut.start, cut.end))
    return matter.latin and cut.slack > spaces * _WIDEST


def _among(short: list[bool], number: int) -> bool:
    """Whether the lines beside one are short; the last of a paragraph tells nothing."""
    beside = short[max(0, number - 1) : number] + short[number + 1 : -1][:1]
    return bool(beside) and all(beside)


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
    return Cut(start, stop, indent, slack)
