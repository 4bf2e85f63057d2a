"""hOCR, the text and boxes that Tesseract and others write as HTML (hOCR 1.2), read into pages.

A paragraph (`ocr_par`) is a block; lines that stand in none make one together. Boxes are given in
pixels of the scan; its resolution is told (`scan_res`) or taken for 300 dots an inch.
"""

import re
from collections.abc import Iterator

from lxml import etree

from layout.geometry import Box, Size
from layout.model import ScannedPage
from readers.decoding import MOST_MARKUP, decode
from readers.located import PIXEL, located_page
from readers.words import Located, Region, Word, height_of, spaced

_LINES = frozenset(
    {"ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption", "ocrx_line", "ocr_footer"}
)
_INCH = 72.0  # points
_NUMBER = r"(-?\d+(?:\.\d+)?)"
_BOX = re.compile(rf"\bbbox\s+{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}\s+{_NUMBER}")
_SIZE = re.compile(rf"\bx_f?size\s+{_NUMBER}")
_RESOLUTION = re.compile(rf"\bscan_res\s+{_NUMBER}")


def read_hocr(data: bytes, file: str, name: str) -> Iterator[ScannedPage]:
    """The pages of an hOCR file that hold words; `file` is what errors call it.

    Raises InputError for what is no text.
    """
    words = decode(data, file, MOST_MARKUP).encode()
    parser = etree.HTMLParser(encoding="utf-8", no_network=True)
    parser.feed(b"<html>" + words)  # without an element there would be no root at all
    for element in parser.close().iter("*"):
        if "ocr_page" in _classes(element) and (page := _page(name, element)):
            yield page


def _page(name: str, page: etree._Element) -> ScannedPage | None:
    told = _RESOLUTION.search(_title(page))
    points = _INCH / float(told[1]) if told and float(told[1]) > 0 else PIXEL
    box = _box(page, points)
    extent = Size(box.right, box.bottom) if box else None
    return located_page(name, list(_regions(page, points)), extent)


def _regions(element: etree._Element, points: float) -> Iterator[Region]:
    """The blocks of an element, innermost ones, in the order of the file."""
    loose: list[Located] = []
    for child in element.iterchildren("*"):
        kinds = _classes(child)
        if kinds & _LINES:
            loose.append(_line(child, points))
            continue
        inner = tuple(_regions(child, points))
        if not inner and "ocr_par" in kinds:
            inner = (Region((_line(child, points),)),)
        if inner and loose:
            yield Region(tuple(loose))
            loose = []
        yield from inner
    if loose:
        yield Region(tuple(loose))


def _line(line: etree._Element, points: float) -> Located:
    words = [e for e in line.iter("*") if _classes(e) & {"ocrx_word", "ocr_word"}]
    told = tuple(Word(_text(word), _box(word, points)) for word in words)
    text = spaced(told) if told else "".join(map(str, line.itertext()))
    box, size = _box(line, points), _SIZE.search(_title(line))
    height = float(size[1]) * points if size else height_of(told, box)
    return Located(text, box, height, told)


def _text(word: etree._Element) -> str:
    """The characters of a word; blanks between those that are marked singly are markup."""
    characters = [e for e in word.iter("*") if "ocrx_cinfo" in _classes(e)]
    if not characters:
        return "".join(map(str, word.itertext()))
    return "".join("".join(map(str, each.itertext())).strip() for each in characters)


def _box(element: etree._Element, points: float) -> Box | None:
    told = _BOX.search(_title(element))
    if told is None:
        return None
    left, top, right, bottom = (float(each) * points for each in told.groups())
    return Box(left, top, right - left, bottom - top)


def _title(element: etree._Element) -> str:
    return str(element.get("title", ""))


def _classes(element: etree._Element) -> frozenset[str]:
    return frozenset(str(element.get("class", "")).split())
