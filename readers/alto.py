"""ALTO, the layout files of libraries (Library of Congress, versions 1 to 4), read into pages.

A `TextBlock` is a block, whatever it stands in. A word broken at a line's end is read as it stands
there, its hyphen (`HYP`) included. Places are in pixels of a scan of 300 dots an inch, in tenths of
a millimetre or in 1200ths of an inch, as the file says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from layout.geometry import POINTS_PER_MM, Box, Size
from layout.model import ScannedPage
from readers.located import PIXEL, located_page
from readers.words import Located, Region, Word, height_of, spaced
from readers.xml import number

_POINTS: Mapping[str, float] = {
    "pixel": PIXEL,
    "mm10": POINTS_PER_MM / 10,
    "inch1200": 72 / 1200,
}
_Sizes = Mapping[str, float]


def read_alto(root: etree._Element, name: str) -> Iterator[ScannedPage]:
    """The pages of an ALTO document that hold words."""
    units = [(e.text or "").strip().lower() for e in root.iter("{*}MeasurementUnit")]
    points = _POINTS.get(units[0] if units else "pixel", PIXEL)
    sizes = {e.get("ID", ""): number(e, "FONTSIZE") for e in root.iter("{*}TextStyle")}
    for page in root.iter("{*}Page"):
        blocks = page.iter("{*}TextBlock")
        regions = [Region(tuple(_lines(block, points, sizes))) for block in blocks]
        extent = Size(number(page, "WIDTH") * points, number(page, "HEIGHT") * points)
        if found := located_page(name, regions, extent if extent.width > 0 else None):
            yield found


def _lines(block: etree._Element, points: float, sizes: _Sizes) -> Iterator[Located]:
    for line in block.iter("{*}TextLine"):
        words = tuple(_words(line, points))
        box = _box(line, points)
        size = _size(line, sizes) or _size(block, sizes) or height_of(words, box)
        yield Located(spaced(words), box, size, words)


def _words(line: etree._Element, points: float) -> Iterator[Word]:
    """The words of a line, the last one with its hyphen."""
    words = [Word(e.get("CONTENT", ""), _box(e, points)) for e in line.iter("{*}String")]
    hyphen = "".join([e.get("CONTENT", "-") for e in line.iter("{*}HYP")])
    yield from words[:-1]
    for last in words[-1:]:
        yield replace(last, text=last.text + hyphen)


def _size(element: etree._Element, sizes: _Sizes) -> float:
    """The size of type in points that the styles of an element or of its first word say."""
    told = [element, *element.iter("{*}String")][:2]
    styles = [style for each in told for style in each.get("STYLEREFS", "").split()]
    return next((sizes[style] for style in styles if sizes.get(style)), 0.0)


def _box(element: etree._Element, points: float) -> Box | None:
    if element.get("HPOS") is None or element.get("VPOS") is None:
        return None
    left, top, width, height = (
        number(element, side) * points for side in ("HPOS", "VPOS", "WIDTH", "HEIGHT")
    )
    return Box(left, top, width, height)
