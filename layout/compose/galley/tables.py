"""A table ruled out to a measure: how wide each column is, and the lines of every cell.

A column is as wide as its longest cell if there is room for all. If not, the white between them
gives way first, and then the wide ones. What is left over widens all alike. Widths are thousandths
of an em of the body type.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from layout.compose.galley.structure import AGAIN, Tabular, Words
from layout.compose.lines import Cut, broken
from layout.compose.lines.matter import Matter
from layout.compose.lines.measuring import measured
from layout.compose.lines.ruler import EM, Hand
from layout.compose.lines.totalfit import Room
from layout.style import Align

_SCALE = 0.94  # of the body type
_PADDING, _LEAST_PADDING = 900, 500  # between the words of a cell and its neighbours'
_NARROWEST = 600  # the words of a column
_CENTRED = 9 * EM  # a column whose cells are all shorter is centred

_Matters = Sequence[Sequence[Matter]]


class Cell(NamedTuple):
    """The words of one cell and the lines they make."""

    words: Words
    matter: Matter
    cuts: tuple[Cut, ...]
    align: Align


class Ruling(NamedTuple):
    """A table set to a measure: its columns as (left, width), its rows of cells, their depths.

    `scale` is the size of its type, times the body's, `padding` the white inside each column.
    """

    work: "TableWork"
    scale: float
    padding: int
    columns: tuple[tuple[int, int], ...]
    rows: tuple[tuple[Cell, ...], ...]
    depths: tuple[int, ...]
    header_rows: int


@dataclass(frozen=True)
class TableWork:
    """A table measured: the matter of every cell, and the rulings made of it so far."""

    tabular: Tabular
    matters: _Matters
    _rulings: dict[int, Ruling] = field(default_factory=dict, compare=False)

    @cached_property
    def wishes(self) -> list[int]:
        """The width of the longest cell of each column."""
        return _wishes(self.matters)

    @property
    def natural_width(self) -> float:
        """How wide the table would like to be, in ems of the body type."""
        return (sum(self.wishes) + len(self.wishes) * _PADDING) * _SCALE / EM

    def ruled(self, measure: int) -> Ruling:
        """The table at a measure of so many ems."""
        if measure not in self._rulings:
            self._rulings[measure] = _ruled(self, measure)
        return self._rulings[measure]

    def rest(self, number: int) -> "TableWork":
        """What is left of the table from a row on, under its head."""
        rows, heads = self.tabular
        head = [tuple(words._replace(element=AGAIN) for words in row) for row in rows[:heads]]
        if number < heads:
            return TableWork(Tabular(rows[number:], heads - number), self.matters[number:])
        left = Tabular((*head, *rows[number:]), heads)
        return TableWork(left, [*self.matters[:heads], *self.matters[number:]])


def table_work(tabular: Tabular, plain: Hand, bold: Hand) -> TableWork:
    """A table measured; its head rows are set in the bold face."""
    heads = tabular.header_rows
    matters = [
        [measured(words.text, bold if number < heads else plain) for words in row]
        for number, row in enumerate(tabular.rows)
    ]
    return TableWork(tabular, matters)


def _ruled(work: TableWork, measure: int) -> Ruling:
    wishes, room = work.wishes, measure * EM
    scale = min(_SCALE, room / (len(wishes) * (_NARROWEST + _PADDING)))
    words = [math.ceil(wish * scale) for wish in wishes]
    spare = (room - sum(words)) // len(words)
    padding = max(round(_LEAST_PADDING * scale), min(spare, round(_PADDING * scale)))
    widths = _shared([width + padding for width in words], room)
    aligns = _aligns(work.matters, len(wishes))
    rows = tuple(
        tuple(
            Cell(words, matter, _cuts(matter, int((width - padding) / scale)), align)
            for words, matter, width, align in zip(row, line, widths, aligns, strict=False)
        )
        for row, line in zip(work.tabular.rows, work.matters, strict=True)
    )
    return Ruling(
        work=work,
        scale=scale,
        padding=padding,
        columns=tuple(zip([0, *accumulate(widths)], widths, strict=False)),
        rows=rows,
        depths=tuple(max([1, *(len(cell.cuts) for cell in row)]) for row in rows),
        header_rows=work.tabular.header_rows,
    )


def _wishes(matters: _Matters) -> list[int]:
    """The width of the longest cell of each column."""
    wishes = [_NARROWEST] * max([1, *map(len, matters)])
    for row in matters:
        for column, matter in enumerate(row):
            wishes[column] = max(wishes[column], matter.width)
    return wishes


def _shared(wishes: Sequence[int], room: int) -> list[int]:
    """The room shared out: what asks for less than an equal part gets it, the rest share."""
    total = sum(wishes)
    if total <= room:
        spare, count = room - total, len(wishes)
        return [
            wish + spare * (n + 1) // count - spare * n // count for n, wish in enumerate(wishes)
        ]
    widths: dict[int, int] = {}
    for place, column in enumerate(sorted(range(len(wishes)), key=wishes.__getitem__)):
        part = (room - sum(widths.values())) // (len(wishes) - place)
        widths[column] = min(wishes[column], part)
    return [widths[column] for column in range(len(wishes))]


def _aligns(matters: _Matters, count: int) -> list[Align]:
    longest = [0] * count
    for row in matters:
        for column, matter in enumerate(row):
            longest[column] = max(longest[column], matter.width)
    return [Align.CENTRE if width <= _CENTRED else Align.JUSTIFY for width in longest]


def _cuts(matter: Matter, width: int) -> tuple[Cut, ...]:
    return tuple(broken(matter, Room(max(EM, width))))
