"""Books go to Kindle formats and back through calibre without losing their structure."""

import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import dropwhile
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from exporters.epub import write
from tests.build import edition_of
from tests.exporters.epub.issues import edition
from tests.exporters.epub.test_book import ISSUE
from tests.exporters.epub.unpacked import OPF, XHTML, tags, words
from tests.programs import needs

pytestmark = needs("ebook-convert", "calibre")

_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_SHOWN_IN_PLACE = ("title-page", "contents")  # calibre writes such pages anew


@dataclass(frozen=True)
class Book:
    """An EPUB of any make."""

    path: Path

    @cached_property
    def _zip(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(self.path)

    @cached_property
    def _package(self) -> tuple[PurePosixPath, ET.Element]:
        name = next(name for name in self._zip.namelist() if name.endswith(".opf"))
        return PurePosixPath(name).parent, ET.fromstring(self._zip.read(name))

    @cached_property
    def documents(self) -> dict[str, ET.Element]:
        """What is read, in its order."""
        folder, package = self._package
        files = {i.get("id"): i.get("href", "") for i in package.iter(f"{OPF}item")}
        read = [files[i.get("idref")] for i in package.iter(f"{OPF}itemref")]
        return {name: ET.fromstring(self._zip.read(str(folder / name))) for name in read}

    def texts(self, *names: str) -> list[str]:
        """What stands in all elements of these names, without spaces."""
        found = (each for root in self.documents.values() for each in root.iter())
        wanted = {XHTML + name for name in names}
        told = ("".join(words(each).split()) for each in found if each.tag in wanted)
        return [text for text in told if text]

    @property
    def contents(self) -> list[str]:
        """The entries of the table of contents for old readers."""
        name = next(name for name in self._zip.namelist() if name.endswith(".ncx"))
        labels = ET.fromstring(self._zip.read(name)).iter(f"{_NCX}navLabel")
        return ["".join(words(label).split()) for label in labels]

    @property
    def notes(self) -> list[tuple[str, str]]:
        """The words that lead to a note, with the note."""
        return [
            (words(link), self._said(name, link))
            for name, root in self.documents.items()
            for link in tags(root, "a")
            if link.get("role") == "doc-noteref"
        ]

    @property
    def links(self) -> set[tuple[str, str]]:
        """The words of all links, with what stands where they lead."""
        documents = self.documents.items()
        return {
            (words(a), self._said(name, a)) for name, root in documents for a in tags(root, "a")
        }

    def _said(self, name: str, link: ET.Element) -> str:
        """The words of the place that a link leads to, or of what follows it, if it is empty."""
        file, _, place = link.get("href", "").partition("#")
        target = str(PurePosixPath(name).parent / file) if file else name
        behind = dropwhile(lambda each: each.get("id") != place, self.documents[target].iter())
        told = ("".join(words(each).split()) for each in behind)
        return next(filter(None, told), "")


def jpeg() -> bytes:
    data = BytesIO()
    Image.new("RGB", (400, 300)).save(data, "JPEG")
    return data.getvalue()


BOOKS: dict[str, Callable[[], bytes]] = {
    "an issue": lambda: write(edition_of(ISSUE), {"a.jpg": jpeg()}),
    "four pages": lambda: write(edition(12, 4)),
}


@pytest.fixture(scope="module", params=BOOKS)
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Book:
    path = tmp_path_factory.mktemp("books") / "book.epub"
    path.write_bytes(BOOKS[request.param]())
    return Book(path)


@pytest.fixture(scope="module")
def returned(book: Book) -> dict[str, Book]:
    """The book after it was made into each Kindle format and back, by that format."""
    kinds = ("azw3", "mobi")
    back = {kind: book.path.with_name(f"from-{kind}.epub") for kind in kinds}
    convert([(book.path, book.path.with_suffix(f".{kind}")) for kind in kinds])
    convert([(book.path.with_suffix(f".{kind}"), back[kind]) for kind in kinds])
    return {kind: Book(path) for kind, path in back.items()}


def convert(pairs: list[tuple[Path, Path]]) -> None:
    """Convert files side by side."""
    quiet = subprocess.DEVNULL
    running = [subprocess.Popen(["ebook-convert", *pair], stdout=quiet) for pair in pairs]
    assert [each.wait() for each in running] == [0] * len(pairs)


def inside(book: Book) -> str:
    """All text of the articles and of the colophon."""
    read = (root for name, root in book.documents.items() if not name.startswith(_SHOWN_IN_PLACE))
    bodies = (root.find(f"{XHTML}body") for root in read)
    return "".join("".join(words(body).split()) for body in bodies if body is not None)


@pytest.mark.parametrize("kind", ["azw3", "mobi"])
def test_text_contents_lists_tables_and_notes_are_kept(
    book: Book, returned: dict[str, Book], kind: str
) -> None:
    back = returned[kind]
    assert inside(book) in inside(back)
    assert set(book.contents) <= set(back.contents)
    for names in (("th", "td"), ("li",)):
        assert [text for text in book.texts(*names) if text not in back.texts(*names)] == []
    assert book.notes
    assert [note for note in book.notes if note not in back.links] == []


def test_azw3_keeps_headings_interviews_and_figures_too(
    book: Book, returned: dict[str, Book]
) -> None:
    """The older format has paragraphs instead."""
    back = returned["azw3"]
    for names in (("h1",), ("h2",), ("dt",), ("dd",), ("figcaption",), ("caption",)):
        assert [text for text in book.texts(*names) if text not in back.texts(*names)] == []
    assert pictures(book) <= pictures(back)


def pictures(book: Book) -> int:
    """How many pictures are shown."""
    return sum(len(tags(root, "img")) for root in book.documents.values())
