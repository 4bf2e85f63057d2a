"""The look of the editing edition, read from styles.toml: sheet, body type, faces, named styles."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from layout.geometry import Size
from layout.model import Role
from layout.script import is_east_asian


@dataclass(frozen=True, slots=True)
class Margins:
    """Margins as shares of the sheet: the sides of its width, top, bottom and folio of its height.

    `folio` is the distance from the edge of the sheet to the header and to the footer.
    """

    side: float
    top: float
    bottom: float
    folio: float


@dataclass(frozen=True, slots=True)
class BodyType:
    """The body type aimed at and how far it may give way; points, unless the name says ems."""

    size: float
    smallest: float
    largest: float
    leading_ems: float
    gap_ems: float
    narrowest_gap_ems: float
    widest_gap_ems: float
    latin_em: float
    default_ems: float
    default_characters: float
    least_lines: int
    between_articles: float


@dataclass(frozen=True, slots=True)
class Plain:
    """The sheet of the one-column arrangement in millimetres, its type in points."""

    width_mm: float
    height_mm: float
    size: float


@dataclass(frozen=True, slots=True)
class Pictures:
    """How tall and wide pictures are: shares of their own width, the sheet's height, the text's."""

    missing_height: float
    tallest: float
    widest_alone: float


@dataclass(frozen=True, slots=True)
class Font:
    """What a word processor may take for a font that it lacks, and the font's class."""

    other: str
    family: str
    charset: str


@dataclass(frozen=True, slots=True)
class Style:
    """A named paragraph style; `size` and `leading` in points, 0 for those of the style below it.

    A `fitted` style has a sister for every other size that a measure asks for. `brief_roles` are
    those that it sets in an article too short for a headline across the sheet.
    """

    name: str
    id: str = ""
    based: str = ""
    next: str = ""
    face: str = ""
    size: float = 0.0
    leading: float | None = None
    bold: bool = False
    align: str = ""
    first_line_ems: float = 0.0
    left_ems: float = 0.0
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    bullet: bool = False
    fitted: bool = False
    roles: tuple[Role, ...] = ()
    brief_roles: tuple[Role, ...] = ()

    @property
    def key(self) -> str:
        """The style's id: its name without spaces, unless Word knows it by another."""
        return self.id or "".join(c for c in self.name if c.isalnum())


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about the look that is not the edition's own."""

    margins: Margins
    body: BodyType
    plain: Plain
    pictures: Pictures
    faces: Mapping[str, Mapping[str, str]]
    fonts: Mapping[str, Font]
    languages: Mapping[str, str]
    styles: tuple[Style, ...]

    def named(self, name: str) -> Style:
        """The style of that name."""
        return next(style for style in self.styles if style.name == name)

    def size_of(self, style: Style) -> float:
        """The size of a style in points, its own or that of the one it is based on."""
        return style.size or self.size_of(self.named(style.based))

    def leading_of(self, style: Style) -> float:
        """The line height of a style in points; 0 is as high as what stands in the line."""
        if style.leading is None:
            return self.leading_of(self.named(style.based))
        return style.leading

    def for_role(self, role: Role, *, brief: bool = False) -> Style:
        """The style that sets a role, in a short article perhaps another."""
        own = (style for style in self.styles if brief and role in style.brief_roles)
        return next(own, None) or next(style for style in self.styles if role in style.roles)

    def faces_for(self, language: str) -> Mapping[str, str]:
        """The font of each face for a language; a Han language that we do not list: zh-Hans."""
        return self.faces[nearest(language, self.faces) or _script_of(language)]

    def language(self, tag: str) -> str:
        """What Word calls a language."""
        found = nearest(tag, self.languages)
        return self.languages[found] if found else tag


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper with its margins, all in points."""

    size: Size
    side: float
    top: float
    bottom: float
    folio: float

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.size.width - 2 * self.side


def sheet_of(size: Size, margins: Margins) -> Sheet:
    """A sheet of that size."""
    return Sheet(
        size,
        side=size.width * margins.side,
        top=size.height * margins.top,
        bottom=size.height * margins.bottom,
        folio=size.height * margins.folio,
    )


@cache
def look() -> Look:
    """The look as styles.toml has it."""
    table = tomllib.loads(Path(__file__).with_name("styles.toml").read_text("utf-8"))
    return Look(
        margins=Margins(**table["page"]),
        body=BodyType(**table["body"]),
        plain=Plain(**table["plain"]),
        pictures=Pictures(**table["picture"]),
        faces=table["faces"],
        fonts={name: Font(**font) for name, font in table["fonts"].items()},
        languages=table["languages"],
        styles=tuple(_style(entry) for entry in table["style"]),
    )


def _style(entry: dict[str, Any]) -> Style:
    roles = {key: tuple(map(Role, entry.get(key, ()))) for key in ("roles", "brief_roles")}
    return Style(**{**entry, **roles})


def nearest(tag: str, known: Mapping[str, object]) -> str:
    """The longest known tag that a tag begins with (RFC 4647, lookup); empty if there is none."""
    parts = tag.split("-")
    while parts:
        if "-".join(parts) in known:
            return "-".join(parts)
        parts.pop()
    return ""


def _script_of(language: str) -> str:
    return "zh-Hans" if is_east_asian(language) else "latin"
