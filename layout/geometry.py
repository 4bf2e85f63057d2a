"""Places and extents on a sheet: points (1/72 inch), origin at the top left, y downwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

POINTS_PER_MM = 72 / 25.4


def mm(length: float) -> float:
    """Millimetres in points."""
    return length * POINTS_PER_MM


@dataclass(frozen=True, slots=True)
class Point:
    """A place on a sheet, in points from its top left corner."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in points: its left and top edge, its width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height


def around(boxes: Iterable[Box | None]) -> Box | None:
    """The smallest box that holds all that are known; None where none is."""
    told = [box for box in boxes if box is not None]
    return bound(told) if told else None


def bound(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them; there is at least one."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)
