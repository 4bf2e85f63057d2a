"""What the edges of lines beside a strip of white tell: whether it is a gutter.

A column of text has straight edges where nothing else has. Lengths are ems.
"""

from dataclasses import dataclass
from functools import cached_property
from statistics import median

FEWEST = 4  # lines on each side of a gutter
_SURE = 5
_ALONE = 2  # lines that end where others go on: those of a column beside a shorter one
_TEXT = 6.0  # as wide as a third of the lines of a column are at least
_FLUSH = 1.2  # from the gutter to the end of a full line
_STRAIGHT = 0.8  # the same where edges are to prove a gutter
_INDENT = 2.6  # from it to the beginning of a line
_BEGINNINGS = (0.4, 2.4)  # of lines, without and with an indent of two ems
_USUAL = 1.4  # white of a gutter in the middle of its lines
_LEAST = 0.95  # of one that is proved by straight edges
_MOSTLY = 0.6  # of the lines on the right begin beside it
_NEARLY = 0.8  # of all
_EVEN = 0.7  # between beginnings at one place

Span = tuple[float, float]
"""From where to where words reach."""


@dataclass(frozen=True)
class Edges:
    """The words beside a strip of white, line for line, those on its left and on its right."""

    left: float
    right: float
    sides: tuple[tuple[Span | None, Span | None], ...]

    def clear(self) -> int:
        """How many edges speak for a gutter; 0 where it is none."""
        begun = sum(start <= _INDENT for start in self._starts)
        if not self._whites or begun < _MOSTLY * len(self._starts) or self._width() < _TEXT:
            return 0
        return self._full + begun if self._is_usual() or self._is_straight() else 0

    @cached_property
    def _ends(self) -> tuple[float, ...]:
        """How far from the strip the lines on its left end."""
        return tuple(self.left - words[1] for words, _ in self.sides if words)

    @cached_property
    def _starts(self) -> tuple[float, ...]:
        """How far from the strip those on its right begin."""
        return tuple(words[0] - self.right for _, words in self.sides if words)

    @cached_property
    def _whites(self) -> tuple[float, ...]:
        """The white in lines that stand on both sides."""
        return tuple(right[0] - left[1] for left, right in self.sides if left and right)

    @cached_property
    def _full(self) -> int:
        return sum(end <= _FLUSH for end in self._ends)

    @cached_property
    def _even(self) -> int:
        """How many lines begin at one place, with an indent or without."""
        return sum(min(abs(at - place) for place in _BEGINNINGS) <= _EVEN for at in self._starts)

    def _width(self) -> float:
        """How wide a third of the lines at least are; the last ones of paragraphs are short."""
        columns = ([words for words in side if words] for side in zip(*self.sides, strict=True))
        widths = [sorted(end - start for start, end in words) for words in columns]
        return min(each[len(each) * 2 // 3] if each else 0.0 for each in widths)

    def _is_usual(self) -> bool:
        """Whether so many lines stand on both sides, full ones on the left or even ones behind."""
        if min(len(self._ends), len(self._starts)) < FEWEST or median(self._whites) < _USUAL:
            return False
        sure = _MOSTLY if len(self._whites) >= _SURE else _NEARLY
        even = len(self._whites) >= FEWEST and self._even >= sure * len(self._starts)
        return even or 2 * self._full >= len(self._ends)

    def _is_straight(self) -> bool:
        """Whether a short column stands beside a long one whose lines all end at one place."""
        straight = sum(end <= _STRAIGHT for end in self._ends)
        return (
            len(self._ends) >= max(_SURE, len(self._whites) + _ALONE)
            and len(self._whites) > 1
            and straight >= _NEARLY * len(self._ends)
            and self._even == len(self._starts)
            and median(self._whites) >= _LEAST
        )
