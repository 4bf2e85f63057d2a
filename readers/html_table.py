"""An HTML table, as OCR engines write it, read into rows of cells that keep their places.

The standard library's HTML parser says where words stand; all between them is markup.
"""

import html
from html.parser import HTMLParser
from itertools import takewhile

from layout.model import TableBlock
from layout.text import Edit, Fragment, Rule, Text

_MARKUP = Edit(Rule.MARKUP)


def html_table(source: str, start: int, end: int) -> TableBlock:
    """The table written in source[start:end]; its leading rows of `th` cells are its heads."""
    reader = _Reader(source, start, end)
    reader.feed(source[start:end])
    reader.close()
    reader.book(end, end, "")
    rows = tuple(tuple(Text(tuple(cell)) for cell in row) for row in reader.rows if row)
    return TableBlock(rows, len(list(takewhile(bool, reader.heads))))


class _Reader(HTMLParser):
    """Books the words of each cell as they come, and what stands before them as markup."""

    def __init__(self, source: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self.source, self.start, self.booked = source, start, start
        self.rows: list[list[list[Fragment]]] = []
        self.heads: list[bool] = []
        lines = source[start:end].split("\n")
        self.line_starts = [0]
        for line in lines:
            self.line_starts.append(self.line_starts[-1] + len(line) + 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self._open_cell(head=tag == "th")
        elif tag == "br" and self.rows and self.rows[-1]:
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
        if not self.rows or not self.rows[-1]:
            self._open_cell(head=False)
        cell = self.rows[-1][-1]
        if self.booked < start:
            cell.append(Fragment("", self.source[self.booked : start], self.booked, _MARKUP))
        raw = self.source[start:end]
        if raw:
            cell.append(Fragment(reading, raw, start, None if raw == reading else _MARKUP))
        self.booked = max(self.booked, end)

    def _open_cell(self, *, head: bool) -> None:
        if not self.rows:
            self.rows.append([])
        if not self.rows[-1]:
            self.heads.append(head)
        self.rows[-1].append([])

    def _reference(self, written: str) -> None:
        start = self._place()
        end = start + len(written) + self.source.startswith(";", start + len(written))
        self.book(start, end, html.unescape(self.source[start:end]))

    def _place(self) -> int:
        line, column = self.getpos()
        return self.start + self.line_starts[line - 1] + column
