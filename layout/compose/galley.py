"""A story in type: its paragraphs, tables and plates as slugs, at whatever measure is asked for.

A measure is a whole number of ems of the body type, so it does not depend on the size of the type,
and lines once broken serve every size that is tried. A slug is what a column is filled with: one
line, one row of a table, one plate; its height is counted in lines of the grid.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, assert_never

from layout.compose.chase import Chase, Ease, chase, loosened
from layout.compose.lines import Cut, broken
from layout.compose.matter import Matter, measured
from layout.compose.ruler import EM, Ruler
from layout.compose.structure import Copy, Part, Plate, Tabular
from layout.compose.tables import Ruling, TableWork, table_work
from layout.marks import is_east_asian
from layout.model import Role
from layout.sheet import Face
from layout.style import Align, Manner, Setting, Style

_LOSS = 220  # thousandths of an em that a paragraph loses to its uneven line ends, on average
_PROPORTION = 1.5  # width by height of a picture of which nobody knows its own
_WIDEST = 60  # ems of a plate
_WIDEST_EMPTY = 30  # ems: an empty frame that is wider is no deeper
_WHOLE = 0.35  # of a sheet: the most that may stay together
_LONGEST_CAPTION = 240  # characters; a longer one runs on below its picture as text
_LONGEST_CELL = 160  # characters; a table with longer ones is set as paragraphs


@dataclass(frozen=True)
class Piece:
    """A paragraph in its manner, from character `start` on (0 unless it was begun elsewhere)."""

    copy: Copy
    manner: Manner
    setting: Setting
    matter: Matter
    start: int = 0
    _cuts: dict[int, list[Cut]] = field(default_factory=dict, compare=False)

    def rest(self, start: int) -> "Piece":
        """What is left of the paragraph from a character on."""
        return replace(self, start=start, _cuts={})

    def own(self, measure: int) -> int:
        """A measure in thousandths of an em of this piece's own size."""
        return int(measure * EM / self.manner.scale)

    def indent(self, measure: int) -> int:
        """The indent of the first line, in thousandths of its own em."""
        manner, setting = self.manner, self.setting
        if self.start or self.copy.bullet is not None:
            return self.hang
        if manner.indent is not None or manner.align is not Align.JUSTIFY:
            return (manner.indent or 0) * EM
        return EM * (setting.narrow_indent if measure < setting.narrow else setting.indent)

    @property
    def hang(self) -> int:
        """The indent of the lines that follow."""
        return self.manner.hang * EM

    def cuts(self, measure: int) -> list[Cut]:
        """The lines at a measure."""
        if measure not in self._cuts:
            own, indent = self.own(measure), self.indent(measure)
            self._cuts[measure] = broken(self.matter, own, indent, self.start, self.hang)
        return self._cuts[measure]

    def count(self, measure: int) -> int:
        """How many lines there are at a measure: exactly if it was set, else by their width."""
        if measure in self._cuts:
            return len(self._cuts[measure])
        places = self.matter.places
        width = places[-1] - places[self.start] + self.indent(measure) - self.hang + _LOSS
        return max(1, math.ceil(width / max(EM, self.own(measure) - self.hang)))


@dataclass(frozen=True, slots=True)
class Mounted:
    """A plate with the pieces of its caption and credit."""

    plate: Plate
    pieces: tuple[Piece, ...]


Matters = Piece | TableWork | Mounted


class Line(NamedTuple):
    """One line of a paragraph."""

    piece: Piece
    cut: Cut


class Row(NamedTuple):
    """One row of a table."""

    ruling: Ruling
    number: int


class Frame(NamedTuple):
    """A plate in its column: `width` ems wide, `depth` lines high without the words below it.

    The words of a plate whose picture is missing stand inside the frame.
    """

    mounted: Mounted
    width: int
    depth: int

    @property
    def rows(self) -> int:
        """Its lines with those of the words below it."""
        if self.mounted.plate.path is None:
            return self.depth
        return self.depth + sum([len(piece.cuts(self.width)) for piece in self.mounted.pieces])


class Lifted(NamedTuple):
    """A plate taken out of its column, over several columns from `first` on, at top or foot.

    It keeps its place among the slugs, where it takes no room, so that it is read in its turn.
    """

    frame: Frame
    first: int
    span: int
    at_top: bool


class Slug(NamedTuple):
    """What fills a column: its own lines of the grid, the white before it, what is set there.

    A column may begin with it if it is `loose`, and then drops the white.
    """

    rows: int
    before: int
    loose: bool
    type: Line | Row | Frame | Lifted


_NONE: Mapping[int, Lifted] = {}


@dataclass(frozen=True)
class Case:
    """What the compositor works from: the ruler, the style, the script of the page, the chase."""

    ruler: Ruler
    style: Style
    language: str
    chase: Chase

    @property
    def latin(self) -> bool:
        """Whether the page is set in Latin script."""
        return not is_east_asian(self.language)

    @cached_property
    def setting(self) -> Setting:
        """How the script of the page is set."""
        return self.style.latin if self.latin else self.style.han

    def eased(self, ease: Ease) -> "Case":
        """The case for a page that is set more openly."""
        style = loosened(self.style, ease)
        return Case(self.ruler, style, self.language, chase(style, ease))

    @cached_property
    def deepest(self) -> int:
        """The most lines that may stay together, so that they fit a sheet in any size of type."""
        lines = self.chase.type_height / (self.style.body.largest * self.setting.leading.best)
        return max(3, int(lines * _WHOLE))

    def parts(self, part: Part) -> Iterator[Matters]:
        """A part of a story ready to be set; what is too large to stay whole comes in pieces."""
        match part:
            case Copy():
                yield self.piece(part)
            case Plate():
                long = any(len(copy.words.text) > _LONGEST_CAPTION for copy in part.words)
                pieces = tuple(self.piece(copy) for copy in part.words)
                yield Mounted(part, () if long else pieces)
                yield from pieces if long else ()
            case Tabular():
                yield from self._table(part)
            case _:
                assert_never(part)

    def _table(self, table: Tabular) -> Iterator[Matters]:
        if all(len(words.text) <= _LONGEST_CELL for row in table.rows for words in row):
            song, hei = self.ruler.advances(Face.SONG), self.ruler.advances(Face.HEI)
            yield table_work(table, song, hei)
            return
        for row in table.rows:
            yield from (self.piece(Copy(Role.BODY, words)) for words in row if words.text)

    def piece(self, copy: Copy) -> Piece:
        """A paragraph ready to be set in its role's manner."""
        manner = self.style.manner(copy.role)
        manner = manner.in_latin() if self.latin else manner
        language = self.language if manner.align is Align.JUSTIFY else ""
        matter = measured(copy.words.text, self.ruler.advances(manner.face), language)
        return Piece(copy, manner, self.setting, matter)

    def depth(self, parts: Sequence[Matters], measure: int) -> int:
        """How many lines of the grid the parts take at a measure; estimated where never set."""
        return sum([self._depth(part, measure) for part in parts])

    def _depth(self, part: Matters, measure: int) -> int:
        match part:
            case Piece():
                return part.count(measure) * part.manner.lines + part.manner.before
            case TableWork():
                return sum(part.ruled(measure).depths) + 2
            case Mounted():
                return self.frame(part, measure).rows + 2
            case _:
                assert_never(part)

    def slugs(
        self, parts: Sequence[Matters], measure: int, lifted: Mapping[int, Lifted] = _NONE
    ) -> list[Slug]:
        """The parts set at a measure, as the slugs that fill its columns."""
        slugs: list[Slug] = []
        held, white = True, 0
        for index, part in enumerate(parts):
            if index in lifted:
                slugs.append(Slug(0, 0, not held, lifted[index]))
                continue
            for number, slug in enumerate(self._slugs(part, measure)):
                if number:
                    slugs.append(slug)
                else:
                    before = max(slug.before, white)
                    slugs.append(slug._replace(before=before, loose=slug.loose and not held))
            held = isinstance(part, Piece) and part.manner.keep
            white = 0 if isinstance(part, Piece) else 1
        return slugs

    def _slugs(self, part: Matters, measure: int) -> Iterator[Slug]:
        match part:
            case Piece():
                yield from _lines(part, measure)
            case TableWork():
                yield from _rows(part.ruled(measure))
            case Mounted():
                frame = self.frame(part, measure)
                yield Slug(frame.rows, 1, True, frame)
            case _:
                assert_never(part)

    def frame(self, mounted: Mounted, measure: int) -> Frame:
        """A plate as wide as its column, within reason."""
        width = min(measure, _WIDEST)
        high = width if mounted.plate.path else min(width, _WIDEST_EMPTY)
        depth = min(round(high / _PROPORTION / self.setting.leading.best), self.deepest)
        words = _words_inside(mounted, width)
        return Frame(mounted, width, max(depth, words + 2, 3))


def words_measure(width: int) -> int:
    """The measure of the words inside a frame."""
    return max(1, width - 4)


def _words_inside(mounted: Mounted, width: int) -> int:
    if mounted.plate.path is not None:
        return 0
    return sum([piece.count(words_measure(width)) for piece in mounted.pieces])


def _lines(piece: Piece, measure: int) -> Iterator[Slug]:
    """A paragraph's last line does not stand alone at the top of a column, nor a subhead's."""
    manner, cuts = piece.manner, piece.cuts(measure)
    last = len(cuts) - 1
    closing = manner.align is Align.RIGHT  # a sign-off stays with what it signs
    for number, cut in enumerate(cuts):
        loose = not closing if not number else number < last and not manner.keep
        before = 0 if number or piece.start else manner.before
        yield Slug(manner.lines, before, loose, Line(piece, cut))


def _rows(ruling: Ruling) -> Iterator[Slug]:
    last = len(ruling.rows) - 1
    for number, depth in enumerate(ruling.depths):
        loose = not number or ruling.header_rows < number < last
        yield Slug(depth, 0 if number else 1, loose, Row(ruling, number))
