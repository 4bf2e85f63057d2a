"""Where a spot of the source is: by offset and quotation, so that it is found again; by line.

An offset alone would point elsewhere as soon as somebody touches the OCR text. A quotation of what
stands before the spot, at it and behind it tells whether it is still the same place, and where that
place went. All offsets count Unicode characters of the decoded source, from zero.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from layout.errors import ConfigError, Origin

QUOTED = 12
"""So many characters are quoted on either side of a spot."""

REACH = 1000
"""A quotation may have wandered so far from its place; a column of a newspaper has as much."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the source, empty where start is end; `origin` tells who speaks of it."""

    start: int
    end: int
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A spot of the source as a corrections file quotes it; `spot` is empty between characters."""

    at: int
    before: str
    spot: str
    behind: str

    def place(self, source: str, origin: Origin | None = None) -> Place:
        """The spot in this source. Raises ConfigError where it is not there or could be several."""
        at = self._found(source, origin)
        return Place(at, at + len(self.spot), origin)

    def _found(self, source: str, origin: Origin | None) -> int:
        quotation = self.before + self.spot + self.behind
        start = self.at - len(self.before)
        if start >= 0 and source.startswith(quotation, start):
            return self.at
        near = _occurrences(source, quotation, start)
        if not near:
            hint = f"compare before, spot and behind with the text near character {self.at}"
            raise ConfigError(f"the page has no {_shown(quotation)} there", origin, hint)
        if len(near) > 1:
            hint = "correct at, or quote more in before and behind"
            raise ConfigError(f"{_shown(quotation)} stands in several places", origin, hint)
        return near[0] + len(self.before)


def anchored(source: str, start: int, end: int) -> Anchor:
    """The anchor of what stands in the source from start to end."""
    before, behind = source[max(0, start - QUOTED) : start], source[end : end + QUOTED]
    return Anchor(start, before, source[start:end], behind)


@dataclass(frozen=True)
class SourceLines:
    """A source by its lines, whatever they end with."""

    source: str

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [0, *(found.end() for found in _LINE_BREAK.finditer(self.source))]

    def place(self, at: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from one."""
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1


def _occurrences(source: str, quotation: str, start: int) -> Sequence[int]:
    """The places within reach where a quotation stands; two are as good as many."""
    found: list[int] = []
    at = source.find(quotation, max(0, start - REACH), max(0, start) + REACH)
    while at >= 0 and len(found) < 2:
        found.append(at)
        at = source.find(quotation, at + 1, max(0, start) + REACH)
    return found


def _shown(quotation: str) -> str:
    return f"“{' '.join(quotation.split())}”"
