"""The head of an article: label, kicker, headline, deck and byline, stacked over its columns.

A headline stands in one line, or in a few of even length that end where a phrase does, at the size
that its span and its importance ask for. A headline of two parts keeps them: side by side with an
em between them, or one above the other, as Chinese papers do.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from layout.compose.galley.head_pieces import Break, HeadPiece
from layout.compose.lines import broken
from layout.compose.lines.ruler import EM
from layout.compose.lines.totalfit import Room
from layout.model import Role
from layout.script import is_east_asian
from layout.style import Display

_MOST_LINES = 4
_FULL = 0.985  # of the module's width: the longest line of a headline
_WHITE_BESIDE = 2.5  # times the part of its span that a Latin headline leaves white: its cost
_LIKELY = 0.3  # by which a headline may be worse than the best and still serve to fill a sheet
_GAIN = 1.12  # times the size in fewer lines: what a Latin headline gains by a line more
_STRETCH = 1.15  # times the ideal size: how far a headline may grow to fill its span
_WHITE = 0.8  # times the body type: between a head and its text
_SMALLEST = 0.45  # times the ideal size


class HeadLine(NamedTuple):
    """One line of a head: whose characters, from where to where, at which size and how deep."""

    piece: HeadPiece
    start: int
    end: int
    size: float
    depth: float


class Span(NamedTuple):
    """What a head is made up for: a width and a body size in points, an ideal headline size."""

    width: float
    body: float
    ideal: float


class Choice(NamedTuple):
    """A headline in lines: its size in points, where its lines start, how far from ideal it is."""

    piece: HeadPiece | None
    size: float
    starts: tuple[int, ...]
    cost: float


@dataclass(frozen=True)
class Head:
    """A head made up over a span; its lines are broken when they are asked for."""

    pieces: Sequence[HeadPiece]
    span: Span
    display: Display
    choice: Choice

    @property
    def cost(self) -> float:
        """How far from ideal it is."""
        return self.choice.cost

    @property
    def size(self) -> float:
        """The size of its headline."""
        return self.choice.size

    def within(self, ceiling: float) -> "Head":
        """The same head with a headline that is not larger than that."""
        if self.size <= ceiling:
            return self
        return replace(self, choice=self.choice._replace(size=ceiling))

    @cached_property
    def height(self) -> float:
        """Its height in points, with the white below; nothing if it has no lines."""
        if not self.pieces:
            return 0.0
        white = self.span.body * _WHITE
        return sum([self._height(piece) for piece in self.pieces]) + white

    def _height(self, piece: HeadPiece) -> float:
        size, leading = self._set_in(piece.copy.role)
        if piece is self.choice.piece:
            return (len(self.choice.starts) - 1) * size * leading
        return max(1, math.ceil(piece.total * size / self.span.width / EM)) * size * leading

    @cached_property
    def lines(self) -> tuple[HeadLine, ...]:
        """Its lines from the top."""
        lines: list[HeadLine] = []
        for piece in self.pieces:
            size, leading = self._set_in(piece.copy.role)
            main = piece is self.choice.piece
            starts = self.choice.starts if main else _starts(piece, size, self.span)
            lines += [HeadLine(piece, a, b, size, size * leading) for a, b in pairwise(starts)]
        return tuple(lines)

    def _set_in(self, role: Role) -> tuple[float, float]:
        """The size of a line, and its depth as a multiple of it."""
        body, headline, display = self.span.body, self.choice.size, self.display
        match role:
            case Role.HEADLINE:
                return headline, display.leading
            case Role.KICKER:
                return _between(body * 1.15, headline * display.kicker, 24.0), 1.5
            case Role.DECK:
                return _between(body * 1.15, headline * display.deck, 22.0), 1.5
            case Role.COLUMN_LABEL:
                return _between(body * 1.2, headline * 0.32, 16.0), 2.3
            case _:
                return body * 1.05, 2.0


def heads(pieces: Sequence[HeadPiece], span: Span, display: Display) -> tuple[Head, ...]:
    """The heads that a module may have, best first: one for each likely number of lines."""
    headline = next((p for p in pieces if p.copy.role is Role.HEADLINE), None)
    if headline is None:
        return (Head(pieces, span, display, Choice(None, span.body * 1.3, (), 0.0)),)
    choices = _choices(headline, span, display)
    if not is_east_asian(headline.language):
        choices = _worthwhile(choices)
    choices.sort(key=lambda choice: choice.cost)
    likely = [each for each in choices[:2] if each.cost <= choices[0].cost + _LIKELY]
    return tuple(Head(pieces, span, display, choice) for choice in likely)


def _worthwhile(choices: Sequence[Choice]) -> list[Choice]:
    """Those that gain in size by each line more: flush left, a line more is white besides."""
    kept = list(choices[:1])
    for choice in choices[1:]:
        if choice.size >= kept[-1].size * _GAIN:
            kept.append(choice)
    return kept


def _choices(piece: HeadPiece, span: Span, display: Display) -> list[Choice]:
    total, found = piece.total / EM, list[Choice]()
    floor = max(display.smallest, span.ideal * _SMALLEST)
    best = math.inf
    for count in range(1, _MOST_LINES + 1):
        if _cost(_size(total / count, span), 0.0, count, span) > best:
            continue
        lines = piece.broken(count)
        size = _size(lines.widest / EM, span) if lines else 0.0
        if lines and size >= floor:
            cost = _cost(size, _raggedness(piece, lines, size, span), count, span)
            found.append(Choice(piece, size, lines.starts, cost))
            best = min(best, cost)
    return found or [Choice(piece, floor, _greedy(piece, floor, span), 20.0)]


def _raggedness(piece: HeadPiece, lines: Break, size: float, span: Span) -> float:
    """How uneven lines are; parts may differ, but a part should not be broken.

    Latin lines stand flush left, where white beside all of them is worse than beside one.
    """
    ends = piece.copy.words.ends
    if not is_east_asian(piece.language):
        white = 1 - piece.total * size / EM / (span.width * (len(lines.starts) - 1))
        return white * _WHITE_BESIDE
    if not ends:
        return lines.uneven
    broken = sum(1 for start in lines.starts[1:-1] if start not in ends)
    return lines.uneven * 0.4 + broken * 0.7


def _size(widest: float, span: Span) -> float:
    """The size at which lines so many ems wide fit; they may grow a little to fill their span."""
    fitting = span.width * _FULL / max(1.0, widest)
    return fitting if fitting < span.ideal * _STRETCH else span.ideal


def _cost(size: float, uneven: float, count: int, span: Span) -> float:
    return 5.0 * max(0.0, math.log(span.ideal / size)) + 1.5 * uneven + 0.5 * (count - 1)


def _greedy(piece: HeadPiece, size: float, span: Span) -> tuple[int, ...]:
    """Lines filled one by one, for words too long to be balanced.

    Marks in a head do not give way, and parts of it stand an em apart: a line that was filled
    without regard to that is filled less.
    """
    room = max(EM, int(span.width / size * EM))
    starts: tuple[int, ...] = ()
    for measure in range(room, room // 2, -EM // 2):
        starts = (0, *(cut.end for cut in broken(piece.matter, Room(measure))))
        if max(piece.width(start, end) for start, end in pairwise(starts)) <= room:
            break
    return starts


def _between(least: float, wished: float, most: float) -> float:
    return max(least, min(wished, most))


def _starts(piece: HeadPiece, size: float, span: Span) -> tuple[int, ...]:
    room = span.width / size * EM
    count = math.ceil(piece.total / room)
    lines = piece.broken(count) if count <= _MOST_LINES else None
    return lines.starts if lines and lines.widest <= room else _greedy(piece, size, span)
