"""The grid of a sheet: columns of whole ems across it, lines of one leading down it."""

from collections.abc import Iterator
from typing import NamedTuple

from layout.compose.stone.chase import Chase
from layout.style import Style

_NARROWEST, _WIDEST = 8, 180  # ems of a sheet's column


class Grid(NamedTuple):
    """So many columns, each so many ems of the body type wide, a gutter of whole ems between.

    `size` is that of the body type and `leading` from line to line, in points.
    """

    columns: int
    ems: int
    gutter: int
    size: float
    leading: float

    def width(self, columns: int) -> int:
        """The width of so many neighbouring columns in ems."""
        return columns * self.ems + (columns - 1) * self.gutter

    def left(self, column: int) -> int:
        """Where a column begins, in ems from the first."""
        return column * (self.ems + self.gutter)


def grids(style: Style, chase: Chase, ratio: float, wished: float) -> list[Grid]:
    """The grids that fill the chase's width, those with type of about the wished size first."""
    if style.body_size is not None:
        return [_of_size(chase, ratio, style.body_size)]
    return sorted(_filling(style, chase, ratio), key=lambda grid: abs(grid.size - wished))


def _filling(style: Style, chase: Chase, ratio: float) -> Iterator[Grid]:
    fixed, body = style.columns is not None or chase.columns == 1, style.body
    for columns in (chase.columns,) if fixed else (chase.columns, chase.columns + 1):
        fewest, most = (_ems(chase, columns, size) for size in (body.largest, body.smallest))
        for ems in range(max(_NARROWEST, fewest), min(_WIDEST, most + 1) + 1):
            size = chase.width / (columns * ems + (columns - 1) * chase.gutter)
            if body.smallest <= size <= body.largest:
                yield Grid(columns, ems, chase.gutter, size, size * ratio)


def _of_size(chase: Chase, ratio: float, size: float) -> Grid:
    ems = max(1, _ems(chase, chase.columns, size))
    return Grid(chase.columns, ems, chase.gutter, size, size * ratio)


def _ems(chase: Chase, columns: int, size: float) -> int:
    """How many whole ems of a size each of so many columns has room for."""
    return int((chase.width / size + chase.gutter) / columns) - chase.gutter
