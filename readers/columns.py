"""Columns whose lines an engine read across the gutter, one after the other again.

A line is parted where a gutter runs through it. Parts that stand one below the other make regions,
as far as their type stays the same and no paragraph begins. `reading_order` tells where these go
among the regions that the engine read rightly.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from statistics import median
from typing import NamedTuple

from layout.geometry import Box, around
from readers.gutters import is_mark, parts_of
from readers.reading_order import Placed, with_column, with_region
from readers.words import Located, Region, Word, height_of, spaced

_INDENT = 1.2  # ems: a line that begins so far inside begins a paragraph
_NEXT = 2.2  # ems from the top of a line to that of the next one of a column, at most
_OTHER_TYPE = 1.6  # times as large
_SHARED = 0.3  # of the narrower of two parts, which then stand in one column

_Parts = tuple[tuple[Word, ...], ...]


class _Part(NamedTuple):
    """Part of a line, or all of it, with its place."""

    line: Located
    box: Box


def in_columns(regions: Sequence[Region]) -> list[Region]:
    """Regions column by column where any were read across, the others as they are."""
    lines = [line for region in regions for line in region.lines]
    em, scale = _em(lines), _scale(lines)
    if not 0 < em < inf:
        return list(regions)
    parted = iter(parts_of(lines, em))
    placed: list[Placed] = []
    for region in regions:
        parts = [next(parted) for _ in region.lines]
        if all(len(part) <= 1 for part in parts) or not all(line.box for line in region.lines):
            placed = with_region(placed, region, em)
            continue
        rows = [_row(line, part, scale) for line, part in zip(region.lines, parts, strict=True)]
        for column in _columns(rows, em):
            placed = with_column(placed, list(_paragraphs(column, em)), em)
    return [each.region for each in placed]


def _em(lines: Iterable[Located]) -> float:
    """As high as most words are, in points; 0 where no word has a place."""
    heights = [word.box.height for line in lines for word in line.words if word.box]
    return median(heights) if heights else 0.0


def _scale(lines: Iterable[Located]) -> float:
    """How much larger a file tells type to be than its words show it."""
    told = [line.size / height for line in lines if (height := height_of(line.words, line.box))]
    return median(told) if told else 1.0


def _row(line: Located, parts: _Parts, scale: float) -> list[_Part]:
    if len(parts) <= 1:
        return [_Part(line, line.box)] if line.box else []
    return [part for words in parts if (part := _part(words, scale))]


def _part(words: tuple[Word, ...], scale: float) -> _Part | None:
    """A part as a line; what was taken for marks at its ends, in the gutter, has no place in it."""
    told = [word for word in words if not is_mark(word)] or words
    boxes = [word.box for word in told if word.box]
    wide, text = around(boxes), spaced(words)
    if wide is None or not text:
        return None
    top = median(box.y for box in boxes)
    box = Box(wide.x, top, wide.width, median(box.bottom for box in boxes) - top)
    return _Part(Located(text, box, height_of(told, box) * scale, words), box)


def _columns(rows: Iterable[Sequence[_Part]], em: float) -> Iterator[list[_Part]]:
    """Columns from left to right, as far as a line that goes over several, or a wide blank."""
    columns: list[list[_Part]] = []
    for row in rows:
        places = [_places(columns, part) for part in row]
        if any(len(place) > 1 for place in places) or _is_below(row, columns, em):
            yield from columns
            columns, places = [], [[] for _ in row]
        for part, place in zip(row, places, strict=True):
            if place:
                place[0].append(part)
            else:
                columns.append([part])
        columns.sort(key=_left)
    yield from columns


def _places(columns: Sequence[list[_Part]], part: _Part) -> list[list[_Part]]:
    """The columns in which a part stands."""
    return [column for column in columns if any(_is_over(above.box, part.box) for above in column)]


def _is_over(above: Box, box: Box) -> bool:
    shared = min(above.right, box.right) - max(above.x, box.x)
    return shared > _SHARED * min(above.width, box.width)


def _is_below(row: Sequence[_Part], columns: Sequence[Sequence[_Part]], em: float) -> bool:
    """Whether a row stands apart from all columns above it."""
    above = max((column[-1].box.y for column in columns), default=None)
    return above is not None and min(part.box.y for part in row) - above > _NEXT * em


def _left(parts: Iterable[_Part]) -> float:
    return min(part.box.x for part in parts)


def _paragraphs(column: Sequence[_Part], em: float) -> Iterator[Region]:
    left = _left(column)
    held = [column[0].line]
    for (before, above), (line, box) in pairwise(column):
        sizes = sorted((before.size, line.size))
        other = sizes[1] >= _OTHER_TYPE * sizes[0]
        if other or box.y - above.y > _NEXT * em or box.x - left >= _INDENT * em:
            yield Region(tuple(held))
            held = []
        held.append(line)
    yield Region(tuple(held))
