"""The file itself: what belongs to a book, bound by EbookLib into the same bytes every time."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, Any

from ebooklib import epub

from exporters.epub.contents import Entry
from exporters.epub.imprint import Imprint
from layout.carried import carried

if TYPE_CHECKING:
    from _typeshed import SizedBuffer

XHTML = "application/xhtml+xml"
_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the book. `properties` are those of the manifest; `read` puts it in the spine."""

    name: str
    file: str
    media_type: str
    content: bytes
    properties: tuple[str, ...] = ()
    read: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """All that makes a book."""

    imprint: Imprint
    parts: tuple[Part, ...]
    contents: tuple[Entry, ...]
    accessibility: tuple[tuple[str, str], ...]
    vertical: bool = False
    fixed: bool = False


def bind(book: Book) -> bytes:
    """The EPUB file."""
    bound = BytesIO()
    writer = _Writer(bound, _bound(book), _options(book.imprint))
    writer.process()
    writer.write()
    return bound.getvalue()


def _options(imprint: Imprint) -> dict[str, Any]:
    """Navigation is written by us: EbookLib takes every element with an id for a page break."""
    day = imprint.modified
    return {
        "mtime": datetime(day.year, day.month, day.day),
        "epub2_guide": False,
        "epub3_pages": False,
        "epub3_landmark": False,
        "raise_exceptions": True,
    }


def _bound(book: Book) -> Any:
    made = epub.EpubBook()
    _describe(made, book.imprint)
    for name, value in book.accessibility:
        made.add_metadata(None, "meta", value, {"property": f"schema:{name}"})
    if book.fixed:
        made.add_metadata(None, "meta", "pre-paginated", {"property": "rendition:layout"})
        made.add_metadata(None, "meta", "none", {"property": "rendition:spread"})
    items = [(_item(part), part) for part in book.parts]
    for item, _ in items:
        made.add_item(item)
    made.add_item(epub.EpubNcx())  # the spine names it, whether there is one or not
    made.toc = _toc(book.contents, count(1))
    made.spine = [item for item, part in items if part.read]
    made.set_direction("rtl" if book.vertical else None)
    return made


def _item(part: Part) -> Any:
    item = epub.EpubItem(part.name, part.file, part.media_type, part.content)
    item.properties = list(part.properties)
    return item


def _describe(made: Any, imprint: Imprint) -> None:
    made.set_identifier(imprint.identifier)
    made.set_title(imprint.title)
    made.set_language(imprint.language)
    for name in imprint.contributors:
        made.add_metadata("DC", "contributor", name)
    day = imprint.day.isoformat() if imprint.day else ""
    for term, value in (("publisher", imprint.publisher), ("date", day)):
        if value:
            made.add_metadata("DC", term, value)
    made.add_metadata("DC", "source", imprint.source, {"id": "print"})
    _refine(made, "print", "source-of", "pagination")
    made.add_metadata(None, "meta", imprint.source, {"property": "pageBreakSource"})
    if imprint.series and imprint.position:
        belongs = {"property": "belongs-to-collection", "id": "paper"}
        made.add_metadata(None, "meta", imprint.series, belongs)
        _refine(made, "paper", "collection-type", "series")
        _refine(made, "paper", "group-position", imprint.position)


def _refine(made: Any, name: str, term: str, value: str) -> None:
    made.add_metadata(None, "meta", value, {"refines": f"#{name}", "property": term})


def _toc(entries: Iterable[Entry], numbers: Iterator[int]) -> list[Any]:
    """The contents for the NCX, from which readers of EPUB 2 navigate."""
    return [
        (epub.Section(carried(entry.title), entry.href), _toc(entry.entries, numbers))
        if entry.entries
        else epub.Link(entry.href, carried(entry.title), f"toc-{next(numbers)}")
        for entry in entries
    ]


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib has no types
    """EbookLib's writer, with no clock in it and the language on the package."""

    def write(self) -> None:
        with _UndatedZip(self.file_name, "w", zipfile.ZIP_DEFLATED) as self.out:
            self.out.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()

    def _write_opf_file(self, root: Any) -> None:
        root.set("{http://www.w3.org/XML/1998/namespace}lang", self.book.language)
        super()._write_opf_file(root)


class _UndatedZip(zipfile.ZipFile):
    """A ZIP file whose members all bear the same day, whatever the clock and the system say."""

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: "SizedBuffer | str",
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        name = getattr(zinfo_or_arcname, "filename", zinfo_or_arcname)
        member = zipfile.ZipInfo(str(name), _DAY)
        member.create_system = 3
        member.external_attr = 0o644 << 16
        kind = zipfile.ZIP_DEFLATED if compress_type is None else compress_type
        super().writestr(member, data, kind, compresslevel)
