"""PAGE, the layout files of Transkribus, eScriptorium and OCR-D (PRImA, 2010 to 2019), read.

A `TextRegion` with lines is a block. Regions come in the reading order that the file tells, those
it does not name behind them. Places are in pixels of a scan of 300 dots an inch. Where a line or a
region has text in several readings the first one counts (that of the lowest `index`).
"""

from collections.abc import Iterator, Sequence

from lxml import etree

from layout.geometry import Box, Size, around
from layout.model import ScannedPage
from readers.located import PIXEL, located_page
from readers.words import Located, Region, Word, height_of, spaced
from readers.xml import number

_HEADINGS = frozenset({"heading", "header-heading", "headline"})
_LEVEL = 3  # of what the file calls a heading


def read_page_xml(root: etree._Element, name: str) -> Iterator[ScannedPage]:
    """The page of a PAGE document, if it holds words."""
    for page in root.iter("{*}Page"):
        regions = [_region(element) for element in _in_order(page)]
        width, height = number(page, "imageWidth"), number(page, "imageHeight")
        extent = Size(width * PIXEL, height * PIXEL) if width > 0 else None
        if found := located_page(name, regions, extent):
            yield found


def _in_order(page: etree._Element) -> Sequence[etree._Element]:
    """Its regions of text, as they are to be read."""
    named = [e.get("regionRef", "") for e in page.iter("{*}RegionRefIndexed", "{*}RegionRef")]
    place = {name: number for number, name in enumerate(named)}
    regions = page.iter("{*}TextRegion")
    return sorted(regions, key=lambda region: place.get(region.get("id", ""), len(place)))


def _region(region: etree._Element) -> Region:
    level = _LEVEL if region.get("type") in _HEADINGS else 0
    lines = tuple(map(_line, region.iterchildren("{*}TextLine")))
    if not any(line.text.strip() for line in lines):
        rows = _reading(region).split("\n")
        lines = tuple(Located(row, _box(region) if len(rows) == 1 else None) for row in rows)
    return Region(lines, level)


def _line(line: etree._Element) -> Located:
    words = tuple(Word(_reading(e), _box(e)) for e in line.iterchildren("{*}Word"))
    box = _box(line)
    text = _reading(line) or spaced(words)
    agree = "".join(text.split()) == "".join("".join(word.text for word in words).split())
    return Located(text, box, height_of(words, box), words if agree else ())


def _reading(element: etree._Element) -> str:
    """The text of an element itself, in its first reading."""
    told = sorted(element.iterchildren("{*}TextEquiv"), key=lambda e: number(e, "index"))
    found = [e.text or "" for each in told[:1] for e in each.iterchildren("{*}Unicode")]
    return "".join(found)


def _box(element: etree._Element) -> Box | None:
    """The box round an element's outline (`Coords`); the versions write its points differently."""
    return around(_corners(element))


def _corners(element: etree._Element) -> Iterator[Box]:
    """The points of an outline, as boxes without extent."""
    for coords in element.iterchildren("{*}Coords"):
        for pair in coords.get("points", "").split():
            x, _, y = pair.partition(",")
            if x.isdecimal() and y.isdecimal():
                yield Box(int(x) * PIXEL, int(y) * PIXEL, 0, 0)
        for point in coords.iterchildren("{*}Point"):
            yield Box(number(point, "x") * PIXEL, number(point, "y") * PIXEL, 0, 0)
