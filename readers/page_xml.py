"""PAGE, the layout files of Transkribus, eScriptorium and OCR-D (PRImA, 2010 to 2019), read.

A `TextRegion` with lines is a block, and so is a table, with a line for each of its rows. Regions
come in the reading order that the file tells, those it does not name behind them. Places are in
pixels of a scan of 300 dots an inch. Where a line or a region has text in several readings the
first one counts (that of the lowest `index`).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from layout.geometry import Box, Size, around
from layout.model import ScannedPage
from readers.located import PIXEL, located_page
from readers.words import Located, Region, Word, height_of, spaced
from readers.xml import local_name, number

_HEADINGS = frozenset({"heading", "header-heading", "headline"})
_LEVEL = 3  # of what the file calls a heading
_STRUCTURE = re.compile(r"structure\s*\{[^}]*\btype:\s*([\w-]+)")  # as Transkribus writes types
_BETWEEN_CELLS = "    "


def read_page_xml(root: etree._Element, name: str) -> Iterator[ScannedPage]:
    """The page of a PAGE document, if it holds words."""
    for page in root.iter("{*}Page"):
        regions = [_region(element) for element in _in_order(page)]
        width, height = number(page, "imageWidth"), number(page, "imageHeight")
        extent = Size(width * PIXEL, height * PIXEL) if width > 0 else None
        if found := located_page(name, regions, extent):
            yield found


def _in_order(page: etree._Element) -> Sequence[etree._Element]:
    """Its regions of text and its tables, as they are to be read."""
    named = [name for order in page.iterchildren("{*}ReadingOrder") for name in _named(order)]
    place = {name: number for number, name in enumerate(named)}
    regions = [e for e in page.iter("{*}TextRegion", "{*}TableRegion") if not _is_cell(e)]
    return sorted(regions, key=lambda region: place.get(region.get("id", ""), len(place)))


def _named(group: etree._Element) -> Iterator[str]:
    """The regions that a group of the reading order names, and the groups in it, by their index."""
    for child in sorted(group.iterchildren("*"), key=lambda e: number(e, "index")):
        yield child.get("regionRef", "")
        yield from _named(child)


def _is_cell(region: etree._Element) -> bool:
    parent = region.getparent()
    return parent is not None and local_name(parent) == "TableRegion"


def _region(region: etree._Element) -> Region:
    if local_name(region) == "TableRegion":
        return Region(tuple(_rows(region)))
    lines = tuple(map(_line, region.iterchildren("{*}TextLine")))
    if not any(line.text.strip() for line in lines):
        rows = _reading(region).split("\n")
        lines = tuple(Located(row, _box(region) if len(rows) == 1 else None) for row in rows)
    return Region(lines, _LEVEL if _kind(region) in _HEADINGS else 0)


def _kind(region: etree._Element) -> str:
    """What a region is called: by its type or as Transkribus says it."""
    told = _STRUCTURE.search(region.get("custom", ""))
    return region.get("type") or (told[1] if told else "")


def _rows(table: etree._Element) -> Iterator[Located]:
    """The rows of a table as lines, its cells with wide blanks between them."""
    cells = sorted(table.iterchildren("{*}TableCell", "{*}TextRegion"), key=_place)
    for _, row in groupby(cells, key=lambda cell: _place(cell)[0]):
        told = [_region(cell).lines for cell in row]
        words = (" ".join(line.text for line in lines).strip() for lines in told)
        box = around(line.box for lines in told for line in lines)
        yield Located(_BETWEEN_CELLS.join(filter(None, words)), box)


def _place(cell: etree._Element) -> tuple[float, float]:
    """The row and the column of a cell, as Transkribus or as PRImA tells them."""
    for role in cell.iterfind("{*}Roles/{*}TableCellRole"):
        return number(role, "rowIndex"), number(role, "columnIndex")
    return number(cell, "row"), number(cell, "col")


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
