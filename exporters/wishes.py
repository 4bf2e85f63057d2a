"""What may be asked of single formats; a format takes no notice of what is not its own."""

from dataclasses import dataclass
from enum import StrEnum


class DocxLayout(StrEnum):
    """The newspaper's columns, the composed page in linked boxes, or one column to work on."""

    COLUMNS = "columns"
    PAGE = "page"
    PLAIN = "plain"


class Track(StrEnum):
    """Corrections as revisions that can be undone, or all of them made, or none."""

    ALL = "all"
    ACCEPT = "accept"
    REJECT = "reject"


class EpubLayout(StrEnum):
    """Text that flows to any screen, or pages as they are composed."""

    FLOW = "flow"
    FIXED = "fixed"


class Writing(StrEnum):
    """The direction of lines in a book."""

    HORIZONTAL = "horizontal"
    VERTICAL = "vertical"


class Archive(StrEnum):
    """The conformance of a PDF to ISO 19005; 3a carries the source text and the model."""

    A2 = "2a"
    A3 = "3a"


@dataclass(frozen=True, slots=True)
class Wishes:
    """How each format is to be written. `author` stands at revisions and comments of a DOCX."""

    docx_layout: DocxLayout = DocxLayout.COLUMNS
    track: Track = Track.ACCEPT
    author: str = "Stonehand"
    epub_layout: EpubLayout = EpubLayout.FLOW
    epub_fonts: bool = False
    epub_cover: bool = False
    writing: Writing = Writing.HORIZONTAL
    pdfa: Archive = Archive.A2
    linearize: bool = False


PLAIN = Wishes()
