"""What widths of old print are counted in: steps of half an em, or characters in Latin text."""

from dataclasses import dataclass
from typing import NamedTuple

from layout.model import Punctuation
from layout.rebuild.signs.widths import unbroken, width
from layout.remembered import for_a_page
from layout.script import LATIN_PER_EM

INDENT = 2.0
"""Of the first line of a paragraph, in ems."""

_SYLLABLE = 3  # characters
_SQUEEZABLE = "，。、；：！？,;:!?"


class LineBreak(NamedTuple):
    """Where a line ends and another begins.

    `behind`: the width, in steps, of what could not be broken off the other. `squeezed`: the one
    ends with a mark, which gives up half an em where it would have to begin the next line (CLREQ,
    line adjustment).
    """

    behind: int
    squeezed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """The measures that come into question, in steps: `unit` ems (or characters) each.

    `indent`: that of a paragraph in steps.

    There are three, told apart by identity: they are part of the key of every table of costs.
    """

    punctuation: Punctuation
    unit: float
    indent: int
    low: int
    high: int

    @for_a_page
    def steps(self, words: str) -> int:
        """The width of words in steps."""
        return round(width(words, self.punctuation) / self.unit)

    @for_a_page
    def line_break(self, before: str, behind: str) -> LineBreak:
        """Where a line ends with the words before, and another begins with those behind."""
        if self is LATIN and before[-1] == "-":
            return LineBreak(_SYLLABLE, squeezed=False)
        return LineBreak(self.steps(unbroken(behind)), before[-1] in _SQUEEZABLE)

    def ems(self, steps: int) -> float:
        """Steps in ems; a character of Latin text is somewhat less than half an em."""
        return steps * self.unit / (LATIN_PER_EM if self is LATIN else 1)


KAIMING = Scale(Punctuation.KAIMING, 0.5, 4, 16, 90)
FULL = Scale(Punctuation.FULL, 0.5, 4, 16, 90)
LATIN = Scale(Punctuation.LATIN, 1.0, 2, 14, 110)
