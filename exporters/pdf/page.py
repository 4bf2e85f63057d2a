"""A sheet as a stream of PDF operators, each piece marked with the element that it belongs to.

What belongs to no element is an artifact. An element's pieces that follow one another share a mark,
until its text goes on at the top of the next column (ISO 32000-1, 14.7.4 and 14.8.2.2).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from exporters.pdf.lettering import Hand, Lettering
from exporters.pdf.setting import shown
from exporters.pdf.syntax import number, numbers, size
from layout.geometry import Box
from layout.sheet import Element, Picture, Rule, Run, Sheet, Tint

_CLOSED = -1
"""No piece is open; otherwise an element's index, or None for an artifact."""
_BACK_UP = 2.0
"""How far above the last line text must start to be in the next column, in sizes of its type."""


@dataclass(frozen=True, slots=True)
class Means:
    """What drawing needs to know of the document.

    `language` is the document's; `pictures` are the names in the pages' resources by path.
    """

    elements: tuple[Element, ...]
    language: str
    letterings: Mapping[Hand, Lettering]
    pictures: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A sheet as drawn: its operators, the element of each mark, where its figures stand."""

    content: bytes
    marks: tuple[int, ...]
    figures: Mapping[int, Box]


def draw(sheet: Sheet, means: Means) -> Drawing:
    """The sheet as PDF operators."""
    pen = _Pen(means, sheet.size.height)
    for item in sheet.drawn:
        match item:
            case Run():
                pen.set(item)
            case Rule():
                pen.rule(item)
            case Tint():
                pen.tint(item)
            case Picture():
                pen.place(item)
            case _:
                assert_never(item)
    pen.lift()
    return Drawing("\n".join(pen.operators).encode("ascii"), tuple(pen.marks), pen.figures)


@dataclass(slots=True)
class _Pen:
    """Writes operators and remembers the graphics state, so that nothing is said twice."""

    means: Means
    height: float
    operators: list[str] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    figures: dict[int, Box] = field(default_factory=dict)
    piece: int | None = _CLOSED
    in_text: bool = False
    origin: tuple[int, int] = (0, 0)  # where the last line of type began, in 1/100 point
    baseline: float = 0.0
    font: str = ""
    spread: float = 0.0
    fill: float = 0.0
    stroke: float = 0.0
    line_width: float = 1.0

    def set(self, run: Run) -> None:
        """Set a run of type."""
        if not run.text:
            return
        self._take_up(run.element, run.at.y < self.baseline - _BACK_UP * run.size)
        self.baseline = run.at.y
        if not self.in_text:
            self.operators.append("BT")
            self.in_text, self.origin = True, (0, 0)
        means = self.means
        state = self._state(run, means.letterings[run.face, run.language or means.language])
        type_ = shown(run, means.language, means.letterings)
        self.operators.append(f"{state}{self._start(run)} Td {type_}")

    def _start(self, run: Run) -> str:
        x, y = round(run.at.x * 100), round((self.height - run.at.y) * 100)
        before, self.origin = self.origin, (x, y)
        return f"{number((x - before[0]) / 100)} {number((y - before[1]) / 100)}"

    def _state(self, run: Run, lettering: Lettering) -> str:
        state, font = "", f"/{lettering.name} {size(run.size)} Tf "
        if font != self.font:
            state, self.font = font, font
        spread = run.spread * run.size / 1000
        if spread != self.spread:
            state, self.spread = f"{state}{spread:.4f} Tc ", spread
        if run.grey != self.fill:
            state, self.fill = f"{state}{number(run.grey)} g ", run.grey
        return state

    def rule(self, rule: Rule) -> None:
        """Draw a rule."""
        self._take_up(None)
        self._leave_text()
        ends = (rule.start.x, self.height - rule.start.y, rule.end.x, self.height - rule.end.y)
        x, y, right, low = map(number, ends)
        self.operators.append(f"{self._line(rule.grey, rule.width)}{x} {y} m {right} {low} l S")

    def tint(self, tint: Tint) -> None:
        """Fill a rectangle, or frame it, or both."""
        self._take_up(None)
        self._leave_text()
        box, state, paint = tint.box, "", ""
        if tint.fill is not None:
            if tint.fill != self.fill:
                state, self.fill = f"{number(tint.fill)} g ", tint.fill
            paint = "f"
        if tint.line is not None:
            state += self._line(tint.line, tint.line_width)
            paint = "B" if paint else "S"
        if paint:
            corner = numbers((box.x, self.height - box.bottom, box.width, box.height))
            self.operators.append(f"{state}{corner} re {paint}")

    def _line(self, grey: float, width: float) -> str:
        state = ""
        if grey != self.stroke:
            state, self.stroke = f"{number(grey)} G ", grey
        if width != self.line_width:
            state, self.line_width = f"{state}{number(width)} w ", width
        return state

    def place(self, picture: Picture) -> None:
        """Draw a picture into its box."""
        if picture.element is not None:
            self.figures[picture.element] = picture.box
        name = self.means.pictures.get(picture.path or "")
        if name is None:
            return
        self._take_up(picture.element)
        self._leave_text()
        box = picture.box
        matrix = numbers((box.width, 0, 0, box.height, box.x, self.height - box.bottom))
        self.operators.append(f"q {matrix} cm /{name} Do Q")

    def lift(self) -> None:
        """Close the piece that is open."""
        self._leave_text()
        if self.piece != _CLOSED:
            self.operators.append("EMC")
            self.piece = _CLOSED

    def _leave_text(self) -> None:
        if self.in_text:
            self.operators.append("ET")
            self.in_text = False

    def _take_up(self, element: int | None, anew: bool = False) -> None:
        """Open a piece of an element, or an artifact, unless it is open already."""
        if element == self.piece and not (anew and element is not None):
            return
        self.lift()
        self.piece = element
        if element is None:
            self.operators.append("/Artifact<</Type/Layout>>BDC")
            return
        tag = self.means.elements[element].tag
        self.operators.append(f"/{tag}<</MCID {len(self.marks)}>>BDC")
        self.marks.append(element)
