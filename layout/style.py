"""How a sheet looks: its paper and margins, its type, and what each role is set in.

The values live in `styles.toml` beside this module; here they get their types, and a paper its
name or measurements. Lengths are points, scales multiples of the body type.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from layout.errors import UsageError
from layout.geometry import Size, mm
from layout.model import Kind, Role
from layout.sheet import Face


class Align(StrEnum):
    """Where the lines of a paragraph stand in their column."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class LineMode(StrEnum):
    """Whether lines end where they fill the new column, or where they ended in the old print."""

    REFLOW = "reflow"
    ORIGINAL = "original"


class Apparatus(StrEnum):
    """What a sheet says of its text: nothing, where print is missing, or all that was changed."""

    NONE = "none"
    MARKS = "marks"
    FULL = "full"


class Paper(NamedTuple):
    """A sheet's size, its margins, and how many columns it has room for."""

    size: Size
    head: float
    side: float
    foot: float
    columns: int


class Bounds(NamedTuple):
    """The least and the most that are allowed, and what is best."""

    least: float
    best: float
    most: float


class Setting(NamedTuple):
    """How the text of one family of scripts is set: Han, or Latin.

    `leading` is times the body size; `measure`, `indent` and `gutter` are ems; columns narrower
    than `narrow` have the `narrow_indent`.
    """

    leading: Bounds
    measure: Bounds
    indent: int
    narrow: int
    narrow_indent: int
    gutter: float

    def first_indent(self, measure: int) -> int:
        """The indent of a paragraph's first line in ems."""
        return self.narrow_indent if measure < self.narrow else self.indent


class Body(NamedTuple):
    """The smallest and the largest size in which body type is set unless another is asked for."""

    smallest: float
    largest: float


class Display(NamedTuple):
    """Headlines: the ideal size is `base` + `slope` x the module's width in points.

    In Latin text it is `latin` times as large.
    """

    base: float
    slope: float
    latin: float
    smallest: float
    leading: float
    kicker: float
    deck: float


class Manner(NamedTuple):
    """What a role looks like in a column; see the notes in `styles.toml`.

    `indent` None is the body's first-line indent; `lines` is how many lines of the grid one takes.
    """

    face: Face = Face.SONG
    scale: float = 1.0
    align: Align = Align.JUSTIFY
    indent: int | None = None
    hang: int = 0
    before: int = 0
    lines: int = 1
    keep: bool = False
    bullet: str = ""
    latin_face: Face | None = None
    latin_align: Align | None = None
    latin_scale: float | None = None

    def in_latin(self) -> "Manner":
        """The manner in Latin text."""
        return self._replace(
            face=self.latin_face or self.face,
            align=self.latin_align or self.align,
            scale=self.latin_scale or self.scale,
        )


class Style(NamedTuple):
    """Everything about the look of an edition's sheets."""

    paper: Paper
    body: Body
    han: Setting
    latin: Setting
    display: Display
    importance: Mapping[str, float]
    manners: Mapping[Role, Manner]
    lines: LineMode = LineMode.REFLOW
    columns: int | None = None
    body_size: float | None = None
    apparatus: Apparatus = Apparatus.MARKS

    def manner(self, role: Role) -> Manner:
        """How a role is set in a column."""
        return self.manners.get(role, _PLAIN)

    def weight(self, kind: Kind) -> float:
        """The importance that headlines of a kind of article have."""
        return self.importance[kind]


_PLAIN = Manner()
_FREE = r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)mm"
_NARROWEST_COLUMN = 11  # ems, its gutter counted
_SMALLEST_BODY, _LARGEST_BODY = 7.0, 16.0  # points
_SMALLEST, _LARGEST = 70.0, 1200.0  # millimetres


@cache
def style(
    paper: str = "broadsheet",
    lines: LineMode = LineMode.REFLOW,
    columns: int | None = None,
    body_size: float | None = None,
    apparatus: Apparatus = Apparatus.MARKS,
) -> Style:
    """The house style on a paper: broadsheet, tabloid, berliner, a3, a4 or one like 300x450mm.

    Raises UsageError for a paper that is none of these, and for columns or a body size in points
    that do not fit it.
    """
    book = tomllib.loads(Path(__file__).with_name("styles.toml").read_text("utf-8"))
    sheet = _paper(book, paper)
    body = Body(**book["body"])
    _allow(sheet, body, columns, body_size)
    return Style(
        paper=sheet,
        body=body,
        han=_setting(book["han"]),
        latin=_setting(book["latin"]),
        display=Display(**book["headline"]),
        importance=dict(book["importance"]),
        manners={Role(r): _manner(m) for r, m in book["role"].items()},
        lines=lines,
        columns=columns,
        body_size=body_size,
        apparatus=apparatus,
    )


def _allow(paper: Paper, body: Body, columns: int | None, body_size: float | None) -> None:
    """Refuse what no sheet can be made of."""
    wide = paper.size.width - 2 * paper.side
    most = max(1, int(wide / (_NARROWEST_COLUMN * body.smallest)))
    if columns is not None and not 1 <= columns <= most:
        raise UsageError(
            f"there is no room for {columns} columns", hint=f"1 to {most} on this paper"
        )
    if body_size is not None and not _SMALLEST_BODY <= body_size <= _LARGEST_BODY:
        limits = f"{_SMALLEST_BODY:g} to {_LARGEST_BODY:g} points"
        raise UsageError(f"text cannot be read well at {body_size:g} points", hint=limits)


_Values = Mapping[str, Any]  # what TOML holds; the tuples above give it its types


def _paper(book: _Values, name: str) -> Paper:
    if name not in book["paper"]:
        return _free_paper(book["free_paper"], name)
    values = book["paper"][name]
    width, height = values["size"]
    head, side, foot = (mm(values[edge]) for edge in ("head", "side", "foot"))
    return Paper(Size(mm(width), mm(height)), head, side, foot, values["columns"])


def _free_paper(parts: _Values, name: str) -> Paper:
    match = re.fullmatch(_FREE, name)
    if not match:
        known = "broadsheet, tabloid, berliner, a3, a4"
        raise UsageError(f"there is no paper {name!r}", hint=f"{known} or a size as 300x450mm")
    width, height = float(match[1]), float(match[2])
    if min(width, height) < _SMALLEST or max(width, height) > _LARGEST:
        limits = f"{_SMALLEST:g} to {_LARGEST:g} mm"
        raise UsageError(f"no newspaper is printed on {name}", hint=f"{limits} either way")
    head, side, foot = (mm(width * parts[edge]) for edge in ("head", "side", "foot"))
    columns = max(1, round(width * (1 - 2 * parts["side"]) / parts["column"]))
    return Paper(Size(mm(width), mm(height)), head, side, foot, columns)


def _setting(values: _Values) -> Setting:
    leading, measure = Bounds(*values["leading"]), Bounds(*values["measure"])
    return Setting(
        leading=leading,
        measure=measure,
        indent=values["indent"],
        narrow=values["narrow"],
        narrow_indent=values["narrow_indent"],
        gutter=values["gutter"],
    )


def _manner(values: _Values) -> Manner:
    named: dict[str, Any] = {
        key: _NAMED[key](value) if key in _NAMED else value for key, value in values.items()
    }
    return Manner(**named)


_NAMED: Mapping[str, Callable[[str], Face | Align]] = {
    "face": Face,
    "latin_face": Face,
    "align": Align,
    "latin_align": Align,
}
