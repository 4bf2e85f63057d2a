"""A head set over its columns: its lines centred in Chinese, flush left in Latin text."""

import math
from collections.abc import Iterator

from layout.compose.galley.heads import Head, HeadLine
from layout.compose.lines import Cut
from layout.compose.lines.ruler import EM
from layout.compose.lines.spacing import Spacing, natural
from layout.compose.stone import ASCENT, Type, set_
from layout.geometry import Box, Point
from layout.model import Role
from layout.script import is_east_asian
from layout.sheet import Drawn, Rule, Run, Tint

_ABOVE = 0.4  # of the height to spare that goes above the first line
_BELOW = 0.6  # ems of the body type between a head and its text, at least
_GROWTH = 1.15
_USED = 0.5  # of the height to spare: what larger lines may take
_LABEL_PAD = 0.55  # ems round the words of a label
_LABEL_DEPTH = 1.55  # of its size: the height of its tab
_LABEL_RULE = 1.0


def head_set(head: Head, room: Box, body: float, ceiling: float = math.inf) -> Iterator[Drawn]:
    """The lines of a head, spread over the height of a box in points; no headline is larger."""
    head = head.within(ceiling)
    used = sum([line.depth for line in head.lines])
    free = room.height - _BELOW * body - used
    scale = min(1 + free / used * (_USED if free > 0 else 1.0), _growth(head, room, ceiling))
    spare = max(0.0, room.height - used * scale - _BELOW * body)
    labelled = head.lines[0].piece.copy.role is Role.COLUMN_LABEL
    y = room.y + (0.0 if labelled else spare * _ABOVE)
    for line in head.lines:
        depth = line.depth * scale
        yield from _line(line, Box(room.x, y, room.width, depth), line.size * scale)
        y += depth + (spare * _ABOVE if line.piece.copy.role is Role.COLUMN_LABEL else 0.0)


def _growth(head: Head, room: Box, ceiling: float) -> float:
    """How much larger the lines of a head may be set to use height that is to spare."""
    widest = max(line.piece.width(line.start, line.end) * line.size for line in head.lines) / EM
    return max(1.0, min(_GROWTH, ceiling / head.size, room.width * 0.985 / max(1.0, widest)))


def _line(line: HeadLine, room: Box, size: float) -> Iterator[Drawn]:
    width = line.piece.width(line.start, line.end) * size / EM
    baseline = room.y + (room.height - size) / 2 + size * ASCENT
    type_ = Type(line.piece.face, size, line.piece.copy.words.element)
    if line.piece.copy.role is Role.COLUMN_LABEL:
        yield from _label(line, room, type_, width)
    else:
        centred = is_east_asian(line.piece.language)
        x = room.x + (max(0.0, room.width - width) / 2 if centred else 0.0)
        yield _run(line, type_, Point(x, baseline))


def _label(line: HeadLine, room: Box, type_: Type, width: float) -> Iterator[Drawn]:
    """A label in white on a black tab, with a rule from its foot across the module."""
    size = type_.size
    tab = Box(room.x, room.y, width + 2 * _LABEL_PAD * size, size * _LABEL_DEPTH)
    yield Tint(tab, fill=0.12)
    foot = tab.bottom - _LABEL_RULE / 2
    yield Rule(Point(tab.x, foot), Point(room.right, foot), _LABEL_RULE, 0.12)
    baseline = tab.y + (tab.height - size) / 2 + size * ASCENT
    white = Type(type_.face, size, type_.element, 1.0)
    yield _run(line, white, Point(tab.x + _LABEL_PAD * size, baseline))


def _run(line: HeadLine, type_: Type, at: Point) -> Run:
    """A line of a head with the em that stands between its parts."""
    matter, cut = line.piece.matter, Cut(line.start, line.end, 0, 0)
    spacing = natural(matter, cut)
    shifts = dict(spacing.shifts)
    for index, gap in line.piece.gaps.items():
        if line.start < index < line.end:
            shifts[index - line.start] = shifts.get(index - line.start, 0.0) + gap
    moved = Spacing(0, tuple(sorted(shifts.items())), 0.0)
    at = Point(at.x + spacing.offset * type_.size / EM, at.y)
    return set_(matter, cut, moved, type_, at)
