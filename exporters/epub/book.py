"""A book made of an edition: which files it has and in which order they are read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePosixPath
from types import MappingProxyType

from exporters.epub.accessibility import access_to
from exporters.epub.chapter import breaks_in, set_chapter
from exporters.epub.colophon import set_colophon, set_cover, set_title_page
from exporters.epub.contents import Entry, contents_of, set_contents
from exporters.epub.imprint import Imprint, imprint_of
from exporters.epub.labels import Labels, labels_for
from exporters.epub.markup import Markup, document
from exporters.epub.package import XHTML, Book, Part, bind
from exporters.epub.pictures import Plate, plates_of
from exporters.epub.plan import Plan, planned
from layout.model import Edition

_NO_IMAGES: Mapping[str, bytes] = MappingProxyType({})
_TITLE_PAGE = "title-page.xhtml"
_COLOPHON = "colophon.xhtml"
_CONTENTS = "contents.xhtml"
_COVER_PICTURE = "cover.png"
_COVER = "cover.xhtml"


def write(
    edition: Edition,
    images: Mapping[str, bytes] = _NO_IMAGES,
    *,
    cover: bytes = b"",
    vertical: bool = False,
) -> bytes:
    """The edition as EPUB 3.

    `images` are the pictures that are there, by the paths that the pages name them by; `cover` is
    a PNG of the front page. `vertical` sets the text in columns from right to left.
    """
    labels = labels_for(edition.language)
    imprint, plan = imprint_of(edition, labels), planned(edition)
    plates = plates_of(edition, images)
    pictures = {plate.path: plate.file for plate in plates}
    contents = contents_of(edition, plan, labels, _COLOPHON)
    front = tuple(_front(edition, labels, imprint, cover))
    marks = tuple(_landmarks(front, plan, labels))
    pages = [entry for chapter in plan.chapters for entry in breaks_in(chapter)]
    leaves = (
        *front,
        Leaf(_CONTENTS, labels.contents, set_contents(contents, marks, pages, labels), ("nav",)),
        *_chapters(plan, pictures, labels),
        Leaf(_COLOPHON, labels.colophon, set_colophon(edition, imprint, plan, labels)),
    )
    styles = ("style.css", "vertical.css") if vertical else ("style.css",)
    parts = (
        *(_page(leaf, edition.language, styles) for leaf in leaves),
        *(_style(name) for name in styles),
        *(_picture(plate) for plate in plates),
        *_cover(cover),
    )
    access = tuple(access_to(edition, plan, pictures, labels.summary))
    return bind(Book(imprint, parts, contents, access, vertical))


@dataclass(frozen=True, slots=True)
class Leaf:
    """An XHTML file of the book; its language is the edition's where none is given."""

    file: str
    title: str
    body: Markup
    properties: tuple[str, ...] = ()
    language: str = ""


def _front(edition: Edition, labels: Labels, imprint: Imprint, cover: bytes) -> Iterator[Leaf]:
    if cover:
        yield Leaf(_COVER, labels.cover, set_cover(_COVER_PICTURE, imprint, labels))
    yield Leaf(_TITLE_PAGE, imprint.title, set_title_page(edition, imprint, labels))


def _chapters(plan: Plan, pictures: Mapping[str, str], labels: Labels) -> Iterator[Leaf]:
    for chapter in plan.chapters:
        title = chapter.title or labels.untitled
        body = set_chapter(chapter, plan, pictures)
        yield Leaf(chapter.file, title, body, language=chapter.language)


def _landmarks(front: Iterable[Leaf], plan: Plan, labels: Labels) -> Iterator[tuple[str, Entry]]:
    kinds = {_COVER: ("cover", labels.cover), _TITLE_PAGE: ("titlepage", labels.title_page)}
    for leaf in front:
        kind, title = kinds[leaf.file]
        yield kind, Entry(title, leaf.file)
    yield "toc", Entry(labels.contents, f"{_CONTENTS}#toc")
    for chapter in plan.chapters[:1]:
        yield "bodymatter", Entry(labels.text, chapter.file)
    yield "colophon", Entry(labels.colophon, _COLOPHON)


def _page(leaf: Leaf, language: str, styles: Iterable[str]) -> Part:
    content = document(leaf.language or language, leaf.title, styles, leaf.body)
    name = leaf.file.removesuffix(".xhtml")
    return Part(name, leaf.file, XHTML, content, leaf.properties, read=True)


def _style(name: str) -> Part:
    content = files(__package__).joinpath(name).read_bytes()
    return Part(name.removesuffix(".css"), name, "text/css", content)


def _picture(plate: Plate) -> Part:
    name = "picture-" + PurePosixPath(plate.file).stem
    return Part(name, plate.file, plate.media_type, plate.content)


def _cover(cover: bytes) -> Iterator[Part]:
    if cover:
        yield Part("cover-picture", _COVER_PICTURE, "image/png", cover, ("cover-image",))
