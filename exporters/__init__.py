"""Every format we write, in one table: to add one, write its module and add its line.

A format's module is imported when its line is used, so that nobody waits for a library that the
format at hand does not need. Pictures are handed over by the paths that the pages name them with,
as PNG or JPEG; one that is missing there is drawn as an empty frame.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Protocol, assert_never

from exporters.wishes import Archive, DocxLayout, EpubLayout, Wishes, Writing
from layout.geometry import Size
from layout.model import Edition
from layout.sheet import Forme

if TYPE_CHECKING:
    from exporters.docx.editing import Arrangement, Editing
    from exporters.pdf.attachments import Attachment
    from fonts.metrics import Ruler

Pictures = Mapping[str, bytes]


class Stone(Protocol):
    """What lies ready for printing; sheets are composed and fonts sought when a format asks."""

    @property
    def edition(self) -> Edition:
        """What a flowing format is given."""
        ...

    @property
    def pictures(self) -> Pictures:
        """The pictures that were found."""
        ...

    @property
    def paper(self) -> Size:
        """The size of a sheet."""
        ...

    @property
    def ruler(self) -> "Ruler":
        """What the sheets are measured with."""
        ...

    @property
    def forme(self) -> Forme:
        """What a paged format is given."""
        ...


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: how its files end, and how one is made."""

    suffix: str
    write: Callable[[Stone, Wishes], bytes]


def _pdf(stone: Stone, wishes: Wishes) -> bytes:
    from exporters.pdf import write

    carried = tuple(_carried(stone.edition)) if wishes.pdfa is Archive.A3 else ()
    data = write(stone.forme, stone.pictures, stone.ruler, carried)
    if not wishes.linearize:
        return data
    from exporters.pdf.linear import linearized

    return linearized(data)


def _carried(edition: Edition) -> Iterator["Attachment"]:
    """The source of each page and the model, for an archive that keeps one file."""
    from exporters.json import write
    from exporters.pdf.attachments import Attachment, Relation

    for number, page in enumerate(edition.pages, start=1):
        name = f"source-{number:02}.txt"  # page names may meet, or be none for a file
        data = page.source.encode("utf-8", "replace")
        yield Attachment(name, data, "text/plain", Relation.SOURCE, f"OCR text of {page.name}")
    yield Attachment(
        "edition.json", write(edition), "application/json", Relation.DATA, "The rebuilt model"
    )


def _docx(stone: Stone, wishes: Wishes) -> bytes:
    from exporters.docx import write, write_page
    from exporters.docx.editing import Arrangement

    match wishes.docx_layout:
        case DocxLayout.PAGE:
            editing = _editing(stone.edition, wishes, Arrangement.COLUMNS)
            return write_page(stone.edition, stone.forme, stone.pictures, editing)
        case DocxLayout.COLUMNS | DocxLayout.PLAIN:
            editing = _editing(stone.edition, wishes, Arrangement(wishes.docx_layout))
            return write(stone.edition, stone.pictures, stone.paper, editing)
        case _:
            assert_never(wishes.docx_layout)


def _editing(edition: Edition, wishes: Wishes, arrangement: "Arrangement") -> "Editing":
    """Revisions are dated by the edition's day: a clock would make other bytes every time."""
    from exporters.docx.editing import Editing

    date = datetime.combine(edition.day, time(), UTC) if edition.day else None
    return Editing(arrangement, wishes.track, wishes.author, date)


def _epub(stone: Stone, wishes: Wishes) -> bytes:
    match wishes.epub_layout:
        case EpubLayout.FIXED:
            from exporters.epub.fixed import write_fixed

            return write_fixed(stone.edition, stone.forme, stone.pictures, stone.ruler)
        case EpubLayout.FLOW:
            from exporters.epub import Binding, write

            vertical = wishes.writing is Writing.VERTICAL
            cover = _cover(stone) if wishes.epub_cover else b""
            return write(stone.edition, stone.pictures, Binding(cover, vertical, wishes.epub_fonts))
        case _:
            assert_never(wishes.epub_layout)


def _cover(stone: Stone) -> bytes:
    from exporters.epub.cover import draw_cover

    return draw_cover(stone.forme.sheets[0], stone.pictures, stone.ruler)


def _json(stone: Stone, _: Wishes) -> bytes:
    from exporters.json import write

    return write(stone.edition)


EXPORTERS: Mapping[str, Exporter] = {
    "pdf": Exporter(".pdf", _pdf),
    "docx": Exporter(".docx", _docx),
    "epub": Exporter(".epub", _epub),
    "json": Exporter(".json", _json),
}
