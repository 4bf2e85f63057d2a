"""The files of a book: pages, style sheets, pictures and fonts, each as the package wants it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from exporters.epub.markup import Markup, document
from exporters.epub.package import XHTML, Part
from exporters.epub.pictures import Plate

COVER_PICTURE = "cover.png"


@dataclass(frozen=True, slots=True)
class Leaf:
    """An XHTML file of the book.

    `size` is that of a page that does not flow, in CSS pixels; `read`: it is one of the pages.
    """

    file: str
    title: str
    language: str
    body: Markup
    properties: tuple[str, ...] = ()
    size: tuple[int, int] | None = None
    read: bool = True


def page_part(leaf: Leaf, styles: Iterable[str]) -> Part:
    """An XHTML file that is read with these style sheets."""
    content = document(leaf.language, leaf.title, styles, leaf.body, leaf.size)
    name = leaf.file.removesuffix(".xhtml")
    return Part(name, leaf.file, XHTML, content, leaf.properties, leaf.read)


def style_part(name: str) -> Part:
    """One of our style sheets."""
    content = Path(__file__).with_name(name).read_bytes()
    return Part(name.removesuffix(".css"), name, "text/css", content)


def picture_part(plate: Plate) -> Part:
    """A picture of the newspaper's."""
    return Part(f"picture-{_stem(plate.file)}", plate.file, plate.media_type, plate.content)


def font_part(file: str, content: bytes) -> Part:
    """A font."""
    return Part(f"font-{_stem(file)}", file, "font/ttf", content)


def cover_part(picture: bytes) -> Iterator[Part]:
    """The picture on the cover, if there is one."""
    if picture:
        yield Part("cover-picture", COVER_PICTURE, "image/png", picture, ("cover-image",))


def _stem(file: str) -> str:
    return PurePosixPath(file).stem
