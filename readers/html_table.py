"""An HTML table, as OCR engines write it, read into rows of cells that keep their places.

The standard library's HTML parser says where words stand; all between them is markup. Where a cell
spans several columns or rows, empty ones stand for the rest of it: what is below keeps its column.
"""

import html
from collections.abc import Mapping
from html.parser import HTMLParser
from itertools import takewhile

from layout.model import TableBlock
from layout.text import Edit, Fragment, Rule, Text

_MARKUP = Edit(Rule.MARKUP)
_NO_SPAN: Mapping[str, str | None] = {}
_WIDEST_SPAN = 40  # columns or rows; more is a slip


def html_table(source: str, start: int, end: int) -> TableBlock:
    """The table written in source[start:end]; its leading rows of `th` cells are its heads."""
    reader = _Reader(source, start, end)
    reader.feed(source[start:end])
    reader.close()
    reader.book(end, end, "")
    reader.hang()
    rows = tuple(tuple(Text(tuple(cell)) for cell in row) for row in reader.rows if row)
    return TableBlock(rows, len(list(takewhile(bool, reader.heads))))


class _Reader(HTMLParser):
    """Books the words of each cell as they come, and what stands before them as markup."""

    def __init__(self, source: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self.source, self.start, self.booked = source, start, start
        self.rows: list[list[list[Fragment]]] = []
        self.cell: list[Fragment] | None = None
        self.heads: list[bool] = []
        self.hung: dict[int, int] = {}
        """Columns with a cell that hangs down from above, and into how many rows more."""
        lines = source[start:end].split("\n")
        self.line_starts = [0]
        for line in lines:
            self.line_starts.append(self.line_starts[-1] + len(line) + 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.hang()
            self.rows.append([])
            self.cell = None
        elif tag in {"td", "th"}:
            self._open_cell(head=tag == "th", span=dict(attrs))
        elif tag == "br" and self.cell is not None:
            self.book(self._place(), self._place() + len(self.get_starttag_text() or ""), " ")

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.book(self._place(), self._place() + len(data), data)

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def book(self, start: int, end: int, reading: str) -> None:
        """Everything up to start is markup; start to end are words of the cell now open."""
        cell = self._open_cell(head=False) if self.cell is None else self.cell
        if self.booked < start:
            cell.append(Fragment("", self.source[self.booked : start], self.booked, _MARKUP))
        raw = self.source[start:end]
        if raw:
            cell.append(Fragment(reading, raw, start, None if raw == reading else _MARKUP))
        self.booked = max(self.booked, end)

    def hang(self) -> None:
        """Put empty cells where others hang down into the row as far as it goes."""
        for row in self.rows[-1:]:
            while self.hung.get(len(row)):
                self.hung[len(row)] -= 1
                row.append([])

    def _open_cell(
        self, *, head: bool, span: Mapping[str, str | None] = _NO_SPAN
    ) -> list[Fragment]:
        if not self.rows:
            self.rows.append([])
        if self.cell is None:
            self.heads.append(head)
        self.hang()
        row, cell, deep = self.rows[-1], list[Fragment](), _span(span.get("rowspan"))
        for number in range(_span(span.get("colspan"))):
            self.hung[len(row)] = deep - 1
            row.append([] if number else cell)
        self.cell = cell
        return cell

    def _reference(self, written: str) -> None:
        start = self._place()
        end = start + len(written) + self.source.startswith(";", start + len(written))
        self.book(start, end, html.unescape(self.source[start:end]))

    def _place(self) -> int:
        line, column = self.getpos()
        return self.start + self.line_starts[line - 1] + column


def _span(told: str | None) -> int:
    """How many columns or rows a cell takes; one where nothing sensible is told."""
    number = int(told) if told and told.isdecimal() else 1
    return number if 1 <= number <= _WIDEST_SPAN else 1
