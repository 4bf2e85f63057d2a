"""Every format we read, in one table: to add one, write its module and add its line.

A format's module is imported when its line is used, so that nobody waits for a library that the
page at hand does not need.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from layout.errors import AccessError, InputError, Origin
from layout.model import ScannedPage
from readers.decoding import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

_LOOKED_AT = 4096  # bytes that show what is not called by a name
_TABLE = b"level\tpage_num\t"
_ROOT = re.compile(rb"<(?:\w+:)?(?:alto|PcGts|mets)\b")
_PAGES = frozenset({"alto", "PcGts", "html"})

Reader = Callable[[bytes, str, str], Iterator[ScannedPage]]
"""Of a file's bytes, what errors call the file, and the name of the page."""


def _text(data: bytes, file: str, name: str) -> Iterator[ScannedPage]:
    """A form feed ends a page, as Tesseract and pdftotext write it."""
    from readers.markdown import read_markdown

    for sheet in decode(data, file).split("\f"):
        if sheet.strip():
            yield read_markdown(name, sheet)


def _hocr(data: bytes, file: str, name: str) -> Iterator[ScannedPage]:
    from readers.hocr import read_hocr

    return read_hocr(data, file, name)


def _tsv(data: bytes, file: str, name: str) -> Iterator[ScannedPage]:
    from readers.tsv import read_tsv

    return read_tsv(data, file, name)


def _xml(data: bytes, file: str, name: str) -> Iterator[ScannedPage]:
    """What the root of an XML file says it is."""
    from readers.xml import local_name, parsed

    root = parsed(data, file)
    if local_name(root) == "mets":
        return _issue(root, file)
    return _page(root, data, file, name)


def _page(root: "_Element", data: bytes, file: str, name: str) -> Iterator[ScannedPage]:
    from readers.alto import read_alto
    from readers.page_xml import read_page_xml
    from readers.xml import local_name

    match local_name(root):
        case "alto":
            return read_alto(root, name)
        case "PcGts":
            return read_page_xml(root, name)
        case "html":
            return _hocr(data, file, name)
        case other:
            hint = "known are ALTO, PAGE, hOCR and METS"
            raise InputError(f"no reader for XML of the kind {other!r}", Origin(file), hint)


def _issue(root: "_Element", file: str) -> Iterator[ScannedPage]:
    """The pages that a METS file lists."""
    from readers.mets import listed

    for paths in listed(root, file):
        found = (tuple(_listed(path)) for path in paths)
        yield from next(filter(None, found), ())


def _listed(path: Path) -> Iterator[ScannedPage]:
    """The pages of a file that a METS lists; none where it is something else."""
    from readers.xml import local_name, parsed

    with _told(Origin(str(path))):
        data = path.read_bytes()
    root = parsed(data, str(path))
    if local_name(root) in _PAGES:
        yield from _page(root, data, str(path), path.stem)


TEXT: Mapping[str, Reader] = {".md": _text, ".markdown": _text, ".txt": _text, ".text": _text}
"""Text by itself."""

LOCATED: Mapping[str, Reader] = {
    ".hocr": _hocr,
    ".html": _hocr,
    ".htm": _hocr,
    ".alto": _xml,
    ".xml": _xml,
    ".tsv": _tsv,
}
"""Text with the places of its lines on the scan."""

READERS: Mapping[str, Reader] = {**TEXT, **LOCATED}


def read(path: Path) -> tuple[ScannedPage, ...]:
    """The pages of a file: one, or several where it parts them.

    Raises AccessError where the file cannot be opened, InputError where it is no page of text.
    """
    at = Origin(str(path))
    with _told(at):
        path.stat()  # a file that is not there matters more than how it is called
        reader = _reader(path, at)
        data = path.read_bytes()
    return _named(reader(data, str(path), path.stem), at, path.stem)


@contextmanager
def _told(at: Origin) -> Iterator[None]:
    """Tells what keeps a file from being opened."""
    try:
        yield
    except FileNotFoundError:
        raise InputError("there is no such file", at, "look at its spelling") from None
    except IsADirectoryError:
        raise InputError("this is a folder", at, "name the files in it") from None
    except OSError as fault:
        hint = "may you open it?"
        raise AccessError(f"cannot be read: {fault.strerror}", at, hint) from None


def _reader(path: Path, at: Origin) -> Reader:
    reader = READERS.get(path.suffix.lower())
    if reader is None and not path.is_dir():
        suffix = path.suffix or "a name without suffix"
        hint = f"known: {', '.join(READERS)}; any text through a pipe: stonehand export - < FILE"
        raise InputError(f"no reader for {suffix}", at, hint)
    return reader or _text


def read_bytes(data: bytes, file: str, name: str) -> tuple[ScannedPage, ...]:
    """The pages in bytes whose suffix nobody knows, as in `read`.

    `file` is what errors call them, `name` what the pages are called.
    """
    return _named(_by_content(data)(data, file, name), Origin(file), name)


def _by_content(data: bytes) -> Reader:
    """The reader of what bytes begin with."""
    beginning = data[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
    if beginning.startswith(_TABLE):
        return _tsv
    if not beginning.startswith(b"<"):
        return _text
    if b"ocr_page" in beginning:
        return _hocr
    return _xml if _ROOT.search(beginning) else _text


def _named(found: Iterator[ScannedPage], at: Origin, name: str) -> tuple[ScannedPage, ...]:
    pages = tuple(found)
    if not pages:
        raise InputError("the file holds no line of text", at, "is it a page of OCR?")
    if len(pages) == 1:
        return pages
    return tuple(replace(page, name=f"{name}-{n}") for n, page in enumerate(pages, 1))
