"""The imposing stone: where rows and ems of the grid lie on the sheet, and type set down there.

Row 0 begins at the top of the type area. A row's type stands in its em box, which begins where the
row does; the rest of the row, the leading, is below it. Han type sits 0.12 em below the baseline.
"""

from typing import NamedTuple

from layout.compose.lines import Cut
from layout.compose.lines.matter import Matter
from layout.compose.lines.ruler import EM
from layout.compose.lines.spacing import Spacing, justified, natural
from layout.geometry import Box, Point
from layout.sheet import Face, Run
from layout.style import Align

SOFT_HYPHEN = "\u00ad"
"""What parts a word at a line's end; the paragraph's own text does not have it."""

ASCENT = 0.88  # of an em: from the top of the em box to the baseline


class Stone(NamedTuple):
    """The type area of one sheet: its left and top edge, its body size and leading, in points."""

    left: float
    top: float
    size: float
    leading: float

    def x(self, ems: float) -> float:
        """The place of so many ems from the left edge."""
        return self.left + ems * self.size

    def y(self, row: float) -> float:
        """The top of a row's type."""
        return self.top + row * self.leading

    def foot(self, row: float) -> float:
        """The foot of a row's type."""
        return self.y(row) + self.size

    def baseline(self, row: float) -> float:
        """The baseline of a row."""
        return self.y(row) + self.size * ASCENT

    def box(self, ems: float, row: float, width: float, rows: float) -> Box:
        """The box round the type of so many rows, so many ems wide."""
        top = self.y(row)
        return Box(self.x(ems), top, width * self.size, self.foot(row + rows - 1) - top)


class Bed(NamedTuple):
    """Where a line is to lie: its left end and baseline, its width in points, its alignment."""

    x: float
    baseline: float
    width: float
    align: Align


class Type(NamedTuple):
    """What a line is set in: face and size, the element it belongs to, its grey."""

    face: Face
    size: float
    element: int | None
    grey: float = 0.0


def run(matter: Matter, cut: Cut, type_: Type, bed: Bed) -> Run:
    """A line of matter on its bed."""
    fills = bed.align is Align.JUSTIFY or cut.slack < 0
    spacing = justified(matter, cut) if fills else natural(matter, cut)
    em = type_.size / EM
    x = bed.x + (cut.indent + spacing.offset) * em
    if bed.align in (Align.CENTRE, Align.RIGHT):
        free = bed.width - (matter.span(cut.start, cut.end) + cut.indent) * em
        x += max(0.0, free) / (2 if bed.align is Align.CENTRE else 1)
    return set_(matter, cut, spacing, type_, Point(x, bed.baseline))


def set_(matter: Matter, cut: Cut, spacing: Spacing, type_: Type, at: Point) -> Run:
    """The characters of a line spaced as told, at a place."""
    hyphen = SOFT_HYPHEN if cut.end in matter.hyphens else ""
    return Run(
        at=Point(round(at.x, 3), round(at.y, 3)),
        face=type_.face,
        size=round(type_.size, 3),
        text=matter.text[cut.start : cut.end] + hyphen,
        shifts=spacing.shifts,
        spread=spacing.spread,
        element=type_.element,
        grey=type_.grey,
        language=matter.language,
        stretches=tuple(matter.stretches_in(cut.start, cut.end)) if matter.stretches else (),
        ligatures=tuple(matter.ligatures_in(cut.start, cut.end)) if matter.ligatures else (),
    )
