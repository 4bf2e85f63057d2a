"""A story in type: its paragraphs, tables and plates as slugs, at whatever measure is asked for.

A measure is a whole number of ems of the body type, so it does not depend on the size of the type,
and lines once broken serve every size that is tried. A slug is what a column is filled with: one
line, one row of a table, one plate; its height is counted in lines of the grid.
"""

import math
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from layout.compose.galley.structure import Copy, Plate
from layout.compose.galley.tables import Ruling, TableWork
from layout.compose.lines import Cut, broken
from layout.compose.lines.facsimile import original
from layout.compose.lines.matter import Matter
from layout.compose.lines.phrases import phrase_ends
from layout.compose.lines.ruler import EM
from layout.compose.lines.totalfit import Room
from layout.style import Align, Manner, Setting

_NEAR = 4  # measures, an em apart, that lines of even length are tried at to end with a phrase


@dataclass(frozen=True)
class Piece:
    """A paragraph in its manner, from character `start` on (0 unless it was begun elsewhere).

    A `facsimile` keeps the line ends of the old print; a list item there may have a first line that
    stands in by a `lead` of so many ems, its bullet before it, and no others that hang.
    """

    copy: Copy
    manner: Manner
    setting: Setting
    matter: Matter
    start: int = 0
    facsimile: bool = False
    lead: int = 0
    _cuts: dict[int, list[Cut]] = field(default_factory=dict, compare=False)

    def rest(self, start: int) -> "Piece":
        """What is left of the paragraph from a character on."""
        return replace(self, start=start, _cuts={})

    def own(self, measure: int) -> int:
        """A measure in thousandths of an em of this piece's own size."""
        return int(measure * EM / self.manner.scale)

    def indent(self, measure: int) -> int:
        """The indent of the first line, in thousandths of its own em."""
        manner = self.manner
        if self.start or self.copy.bullet is not None:
            return self.hang if self.start else self.lead * EM or self.hang
        if manner.indent is not None or manner.align is not Align.JUSTIFY:
            return (manner.indent or 0) * EM
        return self.setting.first_indent(measure) * EM

    @property
    def hang(self) -> int:
        """The indent of the lines that follow."""
        return 0 if self.lead else self.manner.hang * EM

    def cuts(self, measure: int) -> list[Cut]:
        """The lines at a measure."""
        if measure not in self._cuts:
            self._cuts[measure] = self._broken(measure)
        return self._cuts[measure]

    def _broken(self, measure: int) -> list[Cut]:
        room = self._room(measure)
        if self.facsimile:
            return list(original(self.matter, room, self.copy.words.ends, self.start))
        return broken(self.matter, room, self.start)

    def even_cuts(self, measure: int) -> list[Cut]:
        """Lines of even length that end with a phrase, no more than the measure asks for."""
        cuts = self.cuts(measure)
        if len(cuts) < 2:
            return cuts
        fair = math.ceil(self.matter.width * self.manner.scale / EM / len(cuts))
        narrower = (self.cuts(ems) for ems in range(max(1, min(fair, measure)), measure + 1))
        evened = [each for each in narrower if len(each) == len(cuts)][:_NEAR]
        return next(filter(self._ends_phrases, evened), evened[0])

    def _ends_phrases(self, cuts: list[Cut]) -> bool:
        if self.matter.latin:
            return True
        ends = phrase_ends(self.matter.text, self.matter.language)
        return all(cut.end in ends for cut in cuts[:-1])

    def first_cuts(self, measure: int, most: int) -> list[Cut]:
        """The first lines at a measure, where no more are needed."""
        if measure in self._cuts or self.facsimile:
            return self.cuts(measure)[:most]
        return broken(self.matter, self._room(measure), self.start, most)

    def _room(self, measure: int) -> Room:
        return Room(self.own(measure), self.indent(measure), self.hang)


class Mounted(NamedTuple):
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


class Inset(NamedTuple):
    """A plate at the right side of its column, and the measure of the lines beside it.

    It takes no room among the slugs; the lines that follow it leave room for it.
    """

    frame: Frame
    measure: int


Sort = Line | Row | Frame | Lifted | Inset
"""What a slug may be."""


class Slug(NamedTuple):
    """What fills a column: its own lines of the grid, the white before it, what is set there.

    A column may begin with it if it is `loose`, and then drops the white; a row of a table there
    has so many lines of the table's head set `again` above it.
    """

    rows: int
    before: int
    loose: bool
    type: Sort
    again: int = 0


def words_measure(width: int) -> int:
    """The measure of the words inside an empty frame so many ems wide."""
    return max(1, width - 4)
