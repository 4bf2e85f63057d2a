"""The few words of WordprocessingML that a story is written in (ECMA-376 part 1, clause 17).

Markup is put together as strings, because a page is then written in a tenth of the time that
building a tree takes. Whatever comes from outside goes through `escaped` or `words`, so that
markup in a text stays text and what XML cannot carry shows as U+FFFD.
"""

import re
from dataclasses import dataclass
from html import escape

from layout.carried import UNCARRIED, carried

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_ORDER = ("w:pBdr", "w:tabs", "w:spacing", "w:jc", "w:rPr")

TWIPS_PER_POINT = 20
EMU_PER_POINT = 12_700

_SPECIAL = re.compile(f"""{UNCARRIED.pattern[:-1]}&<>"']""")
_BREAKS = re.compile("(\t|\r\n|\n|\r)")


def escaped(text: str) -> str:
    """A text as it may stand in an element or a quoted attribute."""
    return escape(carried(text)) if _SPECIAL.search(text) else text


def twips(points: float) -> int:
    """Points in twentieths of a point, the unit of most lengths in WordprocessingML."""
    return round(points * TWIPS_PER_POINT)


def emu(points: float) -> int:
    """Points in English Metric Units, the unit of DrawingML."""
    return round(points * EMU_PER_POINT)


def words(text: str, element: str = "t") -> str:
    """What a run holds: the text, with tabs and line breaks as elements of their own."""
    return "".join([_piece(piece, element) for piece in _BREAKS.split(text) if piece])


def _piece(piece: str, element: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece in {"\n", "\r", "\r\n"}:
        return "<w:br/>"
    return f'<w:{element} xml:space="preserve">{escaped(piece)}</w:{element}>'


def run(text: str, element: str = "t", *, hidden: bool = False, white: float = 0.0) -> str:
    """A run of text, nothing for no text; deleted text stands in another element, delText.

    Behind each of its characters are so many points of white.
    """
    if not text:
        return ""
    properties = "<w:vanish/>" if hidden else ""
    properties += f'<w:spacing w:val="{twips(white)}"/>' if white else ""
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{properties}{words(text, element)}</w:r>"


@dataclass(frozen=True, slots=True)
class Par:
    """A paragraph: the id of its style, its runs, and what its pPr holds beside the style.

    One that `leaves` goes when revisions are accepted, so no section may end with it.
    """

    style: str
    content: str
    properties: tuple[str, ...] = ()
    leaves: bool = False

    def markup(self, section: str = "") -> str:
        """The w:p element; with `section` (a sectPr) it is the last one of its section."""
        own = "".join(sorted(self.properties, key=_rank))
        properties = f'<w:pStyle w:val="{self.style}"/>{own}{section}'
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.content}</w:p>"


def _rank(element: str) -> int:
    """Where an element stands among the children of w:pPr; the schema wants them in its order."""
    return next(i for i, name in enumerate(_ORDER) if element.startswith(f"<{name}"))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, as its w:tbl element."""

    content: str

    def markup(self) -> str:
        """The w:tbl element."""
        return self.content


Piece = Par | Grid
