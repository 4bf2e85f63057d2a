"""A book made of an edition: which files it has and in which order they are read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from exporters.epub.accessibility import access_to
from exporters.epub.chapter import breaks_in, set_chapter
from exporters.epub.colophon import set_colophon, set_cover, set_title_page
from exporters.epub.contents import Entry, contents_of, set_contents
from exporters.epub.imprint import Imprint, imprint_of
from exporters.epub.labels import Labels, labels_for
from exporters.epub.markup import Markup
from exporters.epub.package import Book, Part, bind
from exporters.epub.parts import (
    COVER_PICTURE,
    Leaf,
    cover_part,
    font_part,
    page_part,
    picture_part,
    style_part,
)
from exporters.epub.pictures import plates_of
from exporters.epub.plan import Plan, planned
from layout.model import Edition

NO_IMAGES: Mapping[str, bytes] = MappingProxyType({})
_TITLE_PAGE = "title-page.xhtml"
_COLOPHON = "colophon.xhtml"
_CONTENTS = "contents.xhtml"
_COVER = "cover.xhtml"


@dataclass(frozen=True, slots=True)
class Binding:
    """How a book is to be made.

    `cover` is a PNG of the front page; `vertical` sets columns that are read from right to left;
    `own_fonts` puts the faces in the book.
    """

    cover: bytes = b""
    vertical: bool = False
    own_fonts: bool = False

    @property
    def styles(self) -> tuple[str, ...]:
        """The style sheets that it is read with; a later one may overrule an earlier."""
        more = (("vertical.css", self.vertical), ("own-fonts.css", self.own_fonts))
        return ("style.css", *(name for name, wanted in more if wanted))


PLAIN = Binding()


def write(
    edition: Edition, images: Mapping[str, bytes] = NO_IMAGES, binding: Binding = PLAIN
) -> bytes:
    """The edition as EPUB 3; `images` are the pictures at hand, by the paths that pages name."""
    labels = labels_for(edition.language)
    plates, plan = plates_of(edition, images), planned(edition)
    contents = contents_of(edition, plan, labels, _COLOPHON)
    pictures = {plate.path: plate.file for plate in plates}
    matter = _Matter(edition, labels, imprint_of(edition, labels), plan, contents, pictures)
    leaves = (*_front(matter, binding.cover), *_inside(matter, binding))
    pages = [page_part(leaf, binding.styles) for leaf in leaves]
    parts = (
        *pages,
        *map(style_part, binding.styles),
        *map(picture_part, plates),
        *cover_part(binding.cover),
        *(_fonts(matter, pages) if binding.own_fonts else ()),
    )
    access = tuple(access_to(edition, plan, pictures, labels, cover=bool(binding.cover)))
    return bind(Book(matter.imprint, parts, contents, access, binding.vertical))


@dataclass(frozen=True, slots=True)
class _Matter:
    """What the leaves of a book are made from; `pictures` are the files of those at hand."""

    edition: Edition
    labels: Labels
    imprint: Imprint
    plan: Plan
    contents: tuple[Entry, ...]
    pictures: Mapping[str, str]

    def leaf(self, file: str, title: str, body: Markup, *properties: str) -> Leaf:
        """A leaf in the language of the edition."""
        return Leaf(file, title, self.edition.language, body, properties)


def _front(matter: _Matter, cover: bytes) -> Iterator[Leaf]:
    labels, imprint = matter.labels, matter.imprint
    if cover:
        yield matter.leaf(_COVER, labels.cover, set_cover(COVER_PICTURE, imprint, labels))
    title_page = set_title_page(matter.edition, imprint, labels)
    yield matter.leaf(_TITLE_PAGE, imprint.title, title_page)


def _inside(matter: _Matter, binding: Binding) -> Iterator[Leaf]:
    labels, plan = matter.labels, matter.plan
    breaks = [place for chapter in plan.chapters for place in breaks_in(chapter)]
    landmarks = tuple(_landmarks(matter, binding.cover))
    contents = set_contents(matter.contents, landmarks, breaks, labels)
    yield matter.leaf(_CONTENTS, labels.contents, contents, "nav")
    for chapter in plan.chapters:
        title = chapter.title or labels.untitled
        body = set_chapter(chapter, plan, matter.pictures, vertical=binding.vertical)
        yield Leaf(chapter.file, title, chapter.language, body)
    colophon = set_colophon(matter.edition, matter.imprint, plan, labels)
    yield matter.leaf(_COLOPHON, labels.colophon, colophon)


def _landmarks(matter: _Matter, cover: bytes) -> Iterator[tuple[str, Entry]]:
    labels = matter.labels
    if cover:
        yield "cover", Entry(labels.cover, _COVER)
    yield "titlepage", Entry(labels.title_page, _TITLE_PAGE)
    yield "toc", Entry(labels.contents, f"{_CONTENTS}#toc")
    for chapter in matter.plan.chapters[:1]:
        yield "bodymatter", Entry(labels.text, chapter.file)
    yield "colophon", Entry(labels.colophon, _COLOPHON)


def _fonts(matter: _Matter, pages: Iterable[Part]) -> Iterator[Part]:
    from exporters.epub.typefaces import fonts_for  # HarfBuzz, which most books need not wait for

    text = "".join(page.content.decode() for page in pages)
    for file, font in fonts_for(matter.edition, matter.labels, text):
        yield font_part(file, font)
