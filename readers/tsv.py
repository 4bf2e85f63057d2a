"""The table of words that Tesseract writes as TSV, read into pages.

A row tells what it is of by its level: 1 a page, 2 a block, 3 a paragraph, 4 a line, 5 a word. Each
has the numbers of all that it stands in, and its box in pixels, here of 300 dots an inch.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from layout.errors import InputError, Origin
from layout.geometry import Box, Size
from layout.model import ScannedPage
from readers.decoding import MOST_MARKUP, decode
from readers.located import PIXEL, located_page
from readers.words import Located, Region, Word, height_of, spaced

HEADER = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight"
"""What such a table begins with."""

_COLUMNS = 12  # the last but one tells how sure the word is, the last the word
_PAGE, _LINE, _WORD = 1, 4, 5


class _Row(NamedTuple):
    level: int
    page: int
    region: tuple[int, int]
    line: int
    box: Box
    words: str


def read_tsv(data: bytes, file: str, name: str) -> Iterator[ScannedPage]:
    """The pages of a table that hold words; `file` is what errors call it.

    Raises InputError for what is no such table.
    """
    header, *lines = decode(data, file, MOST_MARKUP).split("\n")
    if not header.startswith(HEADER):
        raise InputError("this is no table of words", Origin(file), "Tesseract writes one: tsv")
    rows = [_row(line, Origin(file, n)) for n, line in enumerate(lines, 2) if line.strip()]
    for _, page in groupby(rows, lambda row: row.page):
        told = list(page)
        whole = next((row.box for row in told if row.level == _PAGE), None)
        extent = Size(whole.right, whole.bottom) if whole else None
        if found := located_page(name, list(_regions(told)), extent):
            yield found


def _row(line: str, at: Origin) -> _Row:
    cells = line.rstrip("\r").split("\t", _COLUMNS - 1)
    try:
        level, page, block, par, number, _, *sides = map(int, cells[: _COLUMNS - 2])
        left, top, width, height = (side * PIXEL for side in sides)
    except (ValueError, OverflowError):
        raise InputError("this row does not tell a word and its place", at) from None
    words = cells[_COLUMNS - 1] if len(cells) == _COLUMNS else ""
    return _Row(level, page, (block, par), number, Box(left, top, width, height), words)


def _regions(rows: Sequence[_Row]) -> Iterator[Region]:
    for _, region in groupby(rows, lambda row: row.region):
        lines = groupby(region, lambda row: row.line)
        yield Region(tuple(_line(list(line)) for number, line in lines if number))


def _line(rows: Sequence[_Row]) -> Located:
    words = tuple(Word(row.words, row.box) for row in rows if row.level == _WORD)
    box = next((row.box for row in rows if row.level == _LINE), None)
    return Located(spaced(words), box, height_of(words, box), words)
