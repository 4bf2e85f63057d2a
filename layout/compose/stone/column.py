"""One column filled with its slugs from the top: lines, rows of tables, plates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple, assert_never

from layout.compose.galley import Frame, Inset, Lifted, Line, Piece, Row, Slug, Sort, words_measure
from layout.compose.galley.tables import Cell
from layout.compose.lines.ruler import EM
from layout.compose.stone import Bed, Stone, Type, run
from layout.geometry import Box, Point
from layout.sheet import Drawn, Face, Picture, Rule, Run, Tint
from layout.style import Align

_LIFT = 0.28  # lines: how far a head in a column moves up into the white before it
_BULLET = 0.56  # of the type: ● fills its em, and would be far too black
_BULLET_RISE = 0.2
_FRAME, _INNER, _INNER_LINE = 0.7, 3.2, 0.25  # an empty frame: its line, and a finer one inside
_TABLE_RULE, _ROW_RULE, _ROW_GREY = 0.7, 0.25, 0.55


class Bay(NamedTuple):
    """The columns of a flow on the stone: the left edge of the first and the step to the next.

    Edge and step are ems of the body type, the measure ems of their own, which is `scale` times as
    large. They begin at a row and are so many rows deep.
    """

    stone: Stone
    left: float
    step: float
    measure: int
    scale: float
    row: float
    depth: int

    def column(self, number: int, slugs: Sequence[Slug], top: int) -> Iterator[Drawn]:
        """What stands in one column, some lines below its top.

        A head stands a little above the grid: half of its white is below it.
        """
        column = _Column(self.stone, self.x(number), self.measure, self.scale)
        row, lift, before = self.row + top, 0.0, None
        for slug in slugs:
            if isinstance(slug.type, Lifted):
                yield from self._lifted(slug.type)
                continue
            piece = slug.type.piece if isinstance(slug.type, Line) else None
            if piece is None or piece is not before:
                started = row > self.row + top
                lift = _LIFT if started and slug.before and piece and piece.manner.keep else 0.0
                row += slug.before if started else 0
            if row == self.row + top and slug.again:
                yield from column.head_again(slug.type, row)
                row += slug.again
            yield from column.slug(slug, row - lift)
            row, before = row + slug.rows, piece

    def x(self, number: int) -> float:
        """The left edge of a column, in ems."""
        return self.left + number * self.step

    def _lifted(self, lifted: Lifted) -> Iterator[Drawn]:
        """A plate over several columns, at their top or at their foot."""
        frame = lifted.frame
        wide = (lifted.span - 1) * self.step / self.scale + self.measure
        over = _Column(self.stone, self.x(lifted.first), wide, self.scale)
        row = self.row if lifted.at_top else self.row + self.depth - frame.rows
        yield from over.frame(frame, row)


class _Column:
    """A column on the stone, `left` ems of the body type from its edge, in points.

    Its measure is in ems of its own type, which is `scale` times the body's.
    """

    def __init__(self, stone: Stone, left: float, measure: float, scale: float) -> None:
        self.stone = stone
        self.scale = scale
        self.size = stone.size * scale
        self.x = stone.x(left)
        self.width = measure * self.size

    def slug(self, slug: Slug, row: float) -> Iterator[Drawn]:
        """A slug at a row."""
        match slug.type:
            case Line():
                yield from self._line(slug.type, row + (slug.rows - 1) / 2)
            case Row():
                yield from self._row(slug.type, row, slug.rows)
            case Frame():
                yield from self.frame(slug.type, row)
            case Inset():
                yield from self._inset(slug.type.frame, row)
            case Lifted():
                return  # it stands elsewhere
            case _:
                assert_never(slug.type)

    def _line(self, line: Line, row: float) -> Iterator[Run]:
        piece, cut = line
        size = self.size * piece.manner.scale
        baseline = self.stone.baseline(row) + (size - self.stone.size) * 0.38
        if piece.copy.bullet is not None and cut.start == piece.start == 0:
            yield self._bullet(piece, piece.copy.bullet, baseline)
        type_ = Type(piece.manner.face, size, piece.copy.words.element)
        bed = Bed(self.x, baseline, self.width, piece.manner.align)
        yield run(piece.matter, cut, type_, bed)

    def _bullet(self, piece: Piece, element: int, baseline: float) -> Run:
        size = self.size * _BULLET
        x = self.x + max(0, piece.lead - 1) * self.size
        at = Point(round(x, 3), round(baseline - self.size * _BULLET_RISE, 3))
        return Run(at, Face.SONG, round(size, 3), piece.manner.bullet, element=element)

    def _inset(self, frame: Frame, row: float) -> Iterator[Drawn]:
        """A plate at the right side."""
        left = (self.x + self.width - frame.width * self.size - self.stone.left) / self.stone.size
        yield from _Column(self.stone, left, frame.width, self.scale).frame(frame, row)

    def head_again(self, type_: Sort, row: float) -> Iterator[Drawn]:
        """The head of a table that goes on in this column; it is not said a second time."""
        if isinstance(type_, Row):
            for number in range(type_.ruling.header_rows):
                depth = type_.ruling.depths[number]
                yield from map(_silent, self._row(Row(type_.ruling, number), row, depth))
                row += depth

    def _row(self, row: Row, at: float, depth: int) -> Iterator[Drawn]:
        ruling, number = row
        yield from self._rules(row, at, depth)
        face = Face.HEI if number < ruling.header_rows else Face.SONG
        for cell, (left, width) in zip(ruling.rows[number], ruling.columns, strict=False):
            size = self.size * ruling.scale
            pad = ruling.padding * self.size / EM / 2
            x = self.x + left * self.size / EM + pad
            room = width * self.size / EM - 2 * pad
            lead = (depth - len(cell.cuts)) / 2
            type_ = Type(face, size, cell.words.element)
            yield from self._cell(cell, type_, Bed(x, at + lead, room, cell.align))

    def _cell(self, cell: Cell, type_: Type, bed: Bed) -> Iterator[Run]:
        for number, cut in enumerate(cell.cuts):
            baseline = self.stone.baseline(bed.baseline + number)
            yield run(cell.matter, cut, type_, Bed(bed.x, baseline, bed.width, bed.align))

    def _rules(self, row: Row, at: float, depth: int) -> Iterator[Rule]:
        """Full rules above and below the table and below its head, fine ones between rows."""
        last = len(row.ruling.rows) - 1
        if not row.number:
            yield self._rule(at, _TABLE_RULE, 0.0)
        full = row.number == last or row.number == row.ruling.header_rows - 1
        yield self._rule(at + depth, _TABLE_RULE if full else _ROW_RULE, 0.0 if full else _ROW_GREY)

    def _rule(self, row: float, width: float, grey: float) -> Rule:
        y = (self.stone.foot(row - 1) + self.stone.y(row)) / 2
        return Rule(Point(self.x, y), Point(self.x + self.width, y), width, grey)

    def frame(self, frame: Frame, row: float) -> Iterator[Drawn]:
        """A picture or the empty frame of one, with its words."""
        width = frame.width * self.size
        width = self.width if self.width - width < self.size else width
        x = self.x + (self.width - width) / 2
        top, foot = self.stone.y(row), self.stone.foot(row + frame.depth - 1)
        box = Box(x, top, width, foot - top)
        plate = frame.mounted.plate
        if plate.path is None:
            yield Tint(box, line=0.0, line_width=_FRAME)
            yield Tint(_within(box, _INNER), line=0.0, line_width=_INNER_LINE)
            yield Picture(box, None, plate.element)
        else:
            yield Picture(_fitted(box, plate.proportion), plate.path, plate.element)
        yield from self._words(frame, box, row)

    def _words(self, frame: Frame, box: Box, row: float) -> Iterator[Run]:
        """The caption: in the middle of an empty frame, or below a picture."""
        empty = frame.mounted.plate.path is None
        measure = words_measure(frame.width) if empty else frame.width
        cuts = [p.even_cuts(measure) if empty else p.cuts(measure) for p in frame.mounted.pieces]
        lines = [(p, c) for p, each in zip(frame.mounted.pieces, cuts, strict=True) for c in each]
        first = row + (frame.depth - len(lines)) / 2 if empty else row + frame.depth
        room = measure * self.size
        x = box.x + (box.width - room) / 2
        for number, (piece, cut) in enumerate(lines):
            align = Align.CENTRE if empty else piece.manner.align
            type_ = Type(
                piece.manner.face, self.size * piece.manner.scale, piece.copy.words.element
            )
            baseline = self.stone.baseline(first + number)
            yield run(piece.matter, cut, type_, Bed(x, baseline, room, align))


def _silent(drawn: Drawn) -> Drawn:
    return replace(drawn, element=None) if isinstance(drawn, Run) else drawn


def _within(box: Box, inset: float) -> Box:
    return Box(box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset)


def _fitted(box: Box, proportion: float) -> Box:
    """The largest box of a proportion inside another, in its middle and at its top."""
    width = min(box.width, box.height * proportion)
    return Box(box.x + (box.width - width) / 2, box.y, width, width / proportion)
