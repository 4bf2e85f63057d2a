"""How many lines paragraphs will take at a measure, by their widths, without breaking them.

A compositor cast off copy in the same way: length by measure. The marks of Chinese text may give
way to spare a last line; lines of words are uneven, so that more of them are needed. A facsimile
has the lines that it had, so it is counted.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from layout.compose.galley import Piece
from layout.compose.lines.matter import HALF_EM
from layout.compose.lines.ruler import EM
from layout.style import Align, Setting

_GIVEN = HALF_EM  # what the marks of a Chinese paragraph give, to save a line: that of one mark
_UNEVEN = 450  # thousandths of an em that a line of words lacks of its measure, on average


class _Alike(NamedTuple):
    """What paragraphs have in common that are counted in one go; a scale of 1 is the body's.

    `loss` is what each of their lines lacks of its measure.
    """

    scale: float
    hang: int
    lines: int
    indented: bool
    loss: int


class Gauge:
    """The widths of paragraphs in thousandths of an em; `others` counts the lines of the rest."""

    def __init__(
        self, pieces: Sequence[Piece], setting: Setting, others: Callable[[int], int]
    ) -> None:
        self._setting, self._others = setting, others
        self._white = sum([piece.manner.before for piece in pieces])
        self._counted = [piece for piece in pieces if piece.facsimile]
        self._widths: dict[_Alike, list[int]] = defaultdict(list)
        for piece in pieces:
            if not piece.facsimile:
                self._add(piece)

    def _add(self, piece: Piece) -> None:
        matter, manner = piece.matter, piece.manner
        flush = piece.start or piece.copy.bullet is not None or manner.indent is not None
        indented = not flush and manner.align is Align.JUSTIFY
        alike = _Alike(manner.scale, piece.hang, manner.lines, indented, _UNEVEN * matter.latin)
        end = len(matter.text)
        given = 0 if matter.latin else min(_GIVEN, matter.room(piece.start, end))
        self._widths[alike].append(max(1, matter.span(piece.start, end) - given))

    def lines(self, measure: int) -> int:
        """The lines at a measure, with the white before heads."""
        total = self._white + self._others(measure)
        for alike, widths in self._widths.items():
            room = max(EM, int(measure * EM / alike.scale) - alike.hang)
            indent = self._setting.first_indent(measure) * EM if alike.indented else 0
            one, fair = room - indent, max(EM, room - alike.loss)
            extra = indent + fair - 1
            total += alike.lines * sum([1 if w <= one else (w + extra) // fair for w in widths])
        return total + sum([len(piece.cuts(measure)) for piece in self._counted])
