"""The printed sheets as a book whose pages do not flow: live text, each character in its place."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil

from exporters.epub.accessibility import access_to_sheets
from exporters.epub.contents import Entry, set_contents
from exporters.epub.drawing import Means, draw
from exporters.epub.imprint import imprint_of
from exporters.epub.labels import labels_for
from exporters.epub.markup import element
from exporters.epub.package import Book, bind
from exporters.epub.parts import Leaf, font_part, page_part, picture_part, style_part
from exporters.epub.pictures import plates_of
from exporters.epub.typefaces import excerpts
from fonts.catalogue import BUNDLED
from fonts.metrics import Ruler
from layout.model import Edition
from layout.sheet import Entry as Line
from layout.sheet import Face, Forme, Run

_CONTENTS = "contents.xhtml"
_STYLES = ("fixed.css",)


def write_fixed(
    edition: Edition, forme: Forme, images: Mapping[str, bytes], ruler: Ruler | None = None
) -> bytes:
    """The forme of an edition as EPUB 3 with fixed layout, one page a sheet."""
    ruler, labels = ruler or Ruler(), labels_for(edition.language)
    plates = plates_of(edition, images)
    means = Means(ruler, forme.elements, {plate.path: plate.file for plate in plates}, labels)
    contents = tuple(_contents(forme.outline, labels.untitled))
    parts = (
        *(page_part(leaf, _STYLES) for leaf in _leaves(forme, contents, means)),
        *map(style_part, _STYLES),
        *map(picture_part, plates),
        *(font_part(file, font) for file, font in excerpts(_used(forme, ruler))),
    )
    access = tuple(access_to_sheets(edition, means.pictures, labels))
    imprint = imprint_of(edition, labels, rendition="fixed")
    return bind(Book(imprint, parts, contents, access, fixed=True))


def _leaves(forme: Forme, contents: Sequence[Entry], means: Means) -> Iterator[Leaf]:
    labels = means.labels
    pages = [Entry(each.label, _file(index)) for index, each in enumerate(forme.sheets)]
    marks = [("bodymatter", Entry(labels.text, page.href)) for page in pages[:1]]
    body = set_contents(contents, marks, pages, labels)
    yield Leaf(_CONTENTS, labels.contents, forme.language, body, ("nav",), read=False)
    for index, each in enumerate(forme.sheets):
        size = ceil(each.size.width), ceil(each.size.height)
        title = labels.page.format(label=each.label)
        drawn = element("body", {}, draw(each, means))
        yield Leaf(_file(index), title, forme.language, drawn, ("svg",), size=size)


def _file(sheet: int) -> str:
    return f"sheet-{sheet + 1:02}.xhtml"


def _contents(lines: Sequence[Line], untitled: str, depth: int = 0) -> Iterator[Entry]:
    """The outline as a tree; a line belongs to the last one before it that is less deep."""
    starts = [index for index, line in enumerate(lines) if line.depth == depth]
    for start, end in pairwise([*starts, len(lines)]):
        line, below = lines[start], lines[start + 1 : end]
        under = tuple(_contents(below, untitled, depth + 1))
        yield Entry(line.title or untitled, _file(line.sheet), under)


def _used(forme: Forme, ruler: Ruler) -> Mapping[Face, set[str]]:
    """The characters that each bundled face has to draw; each draws at least a space."""
    faces = {file: face for face, file in BUNDLED.items()}
    used = {face: {" "} for face in BUNDLED}
    runs = (item for each in forme.sheets for item in each.drawn if isinstance(item, Run))
    for run in runs:
        sorts = ruler.sorts(run.face)
        for character in set(run.text):
            if face := faces.get(sorts[character].fount.file):
                used[face].add(character)
    return used
