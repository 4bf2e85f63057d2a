"""A width divided into columns: how many, of which measure, how far apart.

Columns are whole ems of the body type wide. What is left over goes to the gutters, within bounds,
or else makes the type a little larger or smaller.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_LEAST_GUTTER, _MOST_GUTTER = 1.4, 2.9  # ems
_SCALING = 0.03  # how far an article's type may differ from the body size to fill its measure
_FIXED_SCALING = 0.14  # and how far where the measure is that of the old print
_MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class Division:
    """So many columns of a measure in ems, the gutter in ems, the scale of the type."""

    count: int
    measure: int
    gutter: float = 0.0
    scale: float = 1.0

    @property
    def width(self) -> float:
        """The width of all columns together, in ems of the body type."""
        return self.count * self.measure * self.scale + (self.count - 1) * self.gutter

    def spread(self, columns: int) -> int:
        """The width of so many neighbouring columns, in ems of their own type."""
        return int(columns * self.measure + (columns - 1) * self.gutter / self.scale)


class Reading(NamedTuple):
    """What columns must be to be read: the least and the most ems, the usual gutter."""

    least: float
    most: float
    gutter: float


@lru_cache(maxsize=4096)
def divisions(room: int, reading: Reading) -> tuple[Division, ...]:
    """The ways to divide so many ems into columns that can be read."""
    found: list[Division] = []
    for count in range(1, _MOST_COLUMNS + 1):
        if count > 1 and room / count < reading.least:
            break
        division = _even(count, room, reading.gutter)
        if division and reading.least <= division.measure <= reading.most:
            found.append(division)
    return tuple(found)


def _even(count: int, room: int, gutter: float) -> Division | None:
    if count == 1:
        return Division(1, room)
    measure = math.floor((room - (count - 1) * _LEAST_GUTTER) / count)
    left = (room - count * measure) / (count - 1)
    if left <= _MOST_GUTTER:
        return Division(count, measure, left)
    for each in (measure, measure + 1):
        scale = (room - (count - 1) * gutter) / (count * each)
        if abs(scale - 1) <= _SCALING:
            return Division(count, each, gutter, scale)
    return None


def fixed_divisions(room: int, measure: int, gutter: float) -> Iterator[Division]:
    """Columns of one given measure: the type is as large as makes them fill the width.

    Where no size within bounds does, as many columns as there is room for, or one in smaller type.
    """
    none = True
    for count in range(1, _MOST_COLUMNS + 1):
        scale = (room - (count - 1) * gutter) / (count * measure)
        if abs(scale - 1) <= _FIXED_SCALING:
            none = False
            yield Division(count, measure, gutter, scale)
    if none:
        count = int((room + gutter) / (measure + gutter))
        yield Division(max(1, count), measure, gutter, 1.0 if count else room / measure)
