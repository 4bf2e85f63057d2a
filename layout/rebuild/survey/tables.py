"""Tables without a frame: lines that follow each other with as many cells, mostly figures.

An engine that sees no table gives each row as a line, its cells parted by wide blanks, or by one
blank where they are figures (`latin_rows.py`). Rows may share a block, or stand in one each.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.rebuild.signs import shows
from layout.rebuild.signs.latin_folio import head_signs
from layout.rebuild.signs.latin_rows import is_head_of, latin_row, listed_row
from layout.rebuild.survey.place import Place, in_a_row
from layout.script import in_han

_FIGURE = re.compile(
    r"[-+±−–]?[$£€]?[0-9][0-9.,:%％]*\S{0,3}(?: [ap]\.?m\.?)?$|[—–-]$"
    r"|(?:[〇零一二三四五六七八九十百千萬万億亿兩两]+[元圓圆角分釐厘成點点時时]?)+\S?$"
)
_WIDE_BLANK = re.compile(r"\s{2,}|\t")
_MARKS_BEHIND = "，。；：、,;:"
_LONGEST_CELL = 20
_SQUARE = 3
_FEWEST_LISTED = 3


def are_tables(places: Sequence[Place]) -> list[bool]:
    """For every block, whether it holds rows of a table, or the head over them."""
    rows, listed = [*map(_rows, places)], [*map(_listed, places)]
    tables = [
        place.table or _are_rows(own[_titles(own) :]) or lines >= _FEWEST_LISTED
        for place, own, lines in zip(places, rows, listed, strict=True)
    ]
    for i in _listed_blocks(places, listed):
        tables[i] = True
    for i, (one, two) in enumerate(pairwise(rows)):
        met = (*one[-1:], *two[:1])
        if len(met) == 2 and len(met[0]) > 2 and _are_rows(met):
            tables[i] = tables[i + 1] = True
    for i in _further_rows(rows, tables):
        tables[i] = True
    for i, (head, row) in enumerate(pairwise(places)):
        if tables[i + 1] and not row.table and not head.level and not tables[i]:
            tables[i] = is_head_of(head.words, len(latin_row(row.words)))
    return tables


def _further_rows(rows: Sequence[Sequence[Sequence[str]]], tables: Sequence[bool]) -> Iterator[int]:
    """The blocks of one row that follow each other behind rows like it."""
    above: Sequence[Sequence[str]] = ()
    for i, own in enumerate(rows):
        if not tables[i] and len(own) == 1 and _are_rows((*above, *own)):
            yield i
        else:
            above = own[-1:] if tables[i] else ()


def is_titled(place: Place) -> bool:
    """Whether the first line of a block of rows in Latin letters is the title over them."""
    rows = () if place.table else _rows(place)
    if _are_rows(rows[_titles(rows) :]):
        return _titles(rows)
    return _listed(place) > 0 and not listed_row(place.pieces[0].words)


def _titles(rows: Sequence[Sequence[str]]) -> bool:
    return len(rows) > 2 and len(rows[0]) == 1 < len(rows[1]) and not in_han(rows[0][0])


def _listed(place: Place) -> int:
    """How many lines that a block kept end in figures; 0 if many others do not, but for a title."""
    lines = [piece.words for piece in place.pieces]
    if place.level or not all(piece.newline for piece in place.pieces[:-1]):
        return 0
    listed = [bool(listed_row(line)) for line in lines]
    rows = len(listed) - (not any(listed[:1]))
    return sum(listed) if 4 * sum(listed) >= 3 * rows else 0


def _listed_blocks(places: Sequence[Place], listed: Sequence[int]) -> Iterator[int]:
    """The blocks of one line in a row that all end in figures, but for those of a page's head."""
    for run in in_a_row(map(_is_listed_alone, places, listed)):
        if len(run) >= _FEWEST_LISTED:
            yield from run


def _is_listed_alone(place: Place, listed: int) -> bool:
    alone = len(place.pieces) == 1 and not place.table and listed > 0
    return alone and not head_signs(place.words) and not shows("date", place.words)


def _rows(place: Place) -> tuple[tuple[str, ...], ...]:
    """The lines of a block as rows of cells; none where a line cannot be a row."""
    rows: list[list[str]] = [[]]
    for piece in place.pieces:
        row = latin_row(piece.words)
        if row and rows[-1]:
            rows.append([])
        rows[-1] += row or _WIDE_BLANK.split(piece.words)
        if piece.newline and not piece.closes:
            rows.append([])
    if len(rows) > 1 and len(rows[0]) == 1 and is_head_of(rows[0][0], len(rows[1])):
        rows[0] = rows[0][0].split()
    cells = [cell for row in rows for cell in row]
    marked = any(c[-1] in _MARKS_BEHIND or len(c) > _LONGEST_CELL for c in cells)
    return () if marked or place.level else tuple(map(tuple, rows))


def _are_rows(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows are as long as each other, and figures, or too many by chance."""
    if len(rows) < 2 or len({len(row) for row in rows}) > 1 or len(rows[0]) < 2:
        return False
    return min(len(rows), len(rows[0])) >= _SQUARE or any(map(_mostly_figures, rows))


def _mostly_figures(cells: Sequence[str]) -> bool:
    figures = [bool(_FIGURE.match(cell)) for cell in cells]
    return 2 * sum(figures) >= len(cells) and any(figures[1:])
