"""The grid of a sheet: columns of whole ems across it, lines of one leading down it."""

from collections.abc import Iterator
from dataclasses import dataclass

from layout.style import Style

_GUTTER = 2
_NARROWEST, _WIDEST = 9, 30  # ems of a sheet's column
_NEAR = 0.12  # how far from the wished size the body type may be


@dataclass(frozen=True, slots=True)
class Grid:
    """So many columns, each so many ems of the body type wide, two ems apart.

    `size` is that of the body type and `leading` from line to line, in points.
    """

    columns: int
    ems: int
    size: float
    leading: float

    def width(self, columns: int) -> int:
        """The width of so many neighbouring columns in ems."""
        return columns * self.ems + (columns - 1) * _GUTTER

    def left(self, column: int) -> int:
        """Where a column begins, in ems from the first."""
        return column * (self.ems + _GUTTER)


def grids(style: Style, ratio: float, wished: float) -> list[Grid]:
    """The grids that fill the sheet's width with type of about the wished size, nearest first."""
    width = style.paper.size.width - 2 * style.paper.side
    if style.body_size is not None:
        return [_of_size(style, width, ratio, style.body_size)]
    found = sorted(_filling(style, width, ratio), key=lambda grid: abs(grid.size - wished))
    near = [grid for grid in found if abs(grid.size / wished - 1) <= _NEAR]
    return near or found[:1]


def _filling(style: Style, width: float, ratio: float) -> Iterator[Grid]:
    for columns in _counts(style):
        for ems in range(_NARROWEST, _WIDEST + 1):
            size = width / Grid(columns, ems, 0, 0).width(columns)
            if style.body.smallest <= size <= style.body.largest:
                yield Grid(columns, ems, size, size * ratio)


def _counts(style: Style) -> tuple[int, ...]:
    if style.columns is not None:
        return (style.columns,)
    count = style.paper.columns
    return (count, count + 1) if count > 1 else (count,)


def _of_size(style: Style, width: float, ratio: float, size: float) -> Grid:
    columns = style.columns or style.paper.columns
    ems = int((width / size + _GUTTER) / columns) - _GUTTER
    return Grid(columns, max(1, ems), size, size * ratio)
