"""Slugs made up into columns of even depth, and as many of them as a given depth will take.

A column ends only before a loose slug: not between a subhead and its text, nor before the last line
of a paragraph. Where nothing loose is within reach it ends anywhere, since type must go somewhere.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from layout.compose.galley import Slug

_DEEPER = 6  # lines that columns may be deeper rather than part what belongs together


class Columns(NamedTuple):
    """Where each column begins among the slugs (and where the last one ends), and their depth."""

    starts: tuple[int, ...]
    depth: int

    def spans(self) -> Iterator[tuple[int, int]]:
        """The first slug of each column and the one behind its last."""
        return pairwise(self.starts)


class Stack:
    """Slugs above one another, ready to be divided among columns.

    `taken` are the lines of each column that a lifted plate occupies.
    """

    def __init__(self, slugs: Sequence[Slug], taken: Sequence[int]) -> None:
        self._slugs = slugs
        self._taken = taken
        self._tops = [0, *accumulate(slug.before + slug.rows for slug in slugs)]

    def height(self, start: int, end: int) -> int:
        """The lines that a column of the slugs from start to end takes."""
        if start == end:
            return 0
        return self._tops[end] - self._tops[start] - self._slugs[start].before

    def reach(self, start: int, depth: int, apart: bool = True) -> int:
        """The end of the fullest column from a slug on; its start, if even that is too deep.

        Where nothing loose is within reach the column ends anywhere, unless `apart` forbids that.
        """
        count = len(self._slugs)
        if start == count or self._slugs[start].rows > depth:
            return start
        limit = self._tops[start] + self._slugs[start].before + depth
        furthest = max(start + 1, min(count, bisect_right(self._tops, limit) - 1))
        end = furthest
        while end > start and end < count and not self._slugs[end].loose:
            end -= 1
        return end if end > start or not apart else furthest

    def filled(self, depth: int, columns: int | None = None) -> tuple[int, ...]:
        """The starts of the columns filled to a depth, and the first slug left over."""
        return self._on((0,), depth, len(self._taken) if columns is None else columns, True)

    def _on(
        self, starts: tuple[int, ...], depth: int, columns: int, apart: bool
    ) -> tuple[int, ...]:
        """More columns behind those whose starts are known, up to so many."""
        for taken in self._taken[len(starts) - 1 : columns]:
            starts = (*starts, self.reach(starts[-1], depth - taken, apart))
        return starts

    def balanced(self) -> Columns:
        """All slugs in their columns, as shallow and as even as they can be."""
        end, count = len(self._slugs), len(self._taken)
        tallest = max((slug.rows for slug in self._slugs), default=0)
        fair = -(-(self.height(0, end) + sum(self._taken)) // count)
        least = max(1, tallest + min(self._taken), max(self._taken), fair - 2)
        for depth in range(least, least + max(_DEEPER, fair // 2)):
            if self._on((0,), depth, count, False)[-1] == end:
                return Columns(self._evened(depth, False), depth)
        depth = least
        while self.filled(depth)[-1] < end:
            depth += 1
        return Columns(self._evened(depth, True), depth)

    def _evened(self, depth: int, apart: bool) -> tuple[int, ...]:
        """Columns no deeper than `depth`, the later ones not much shorter than the first."""
        starts: tuple[int, ...] = (0,)
        end, count = len(self._slugs), len(self._taken)
        for number, taken in enumerate(self._taken):
            start, left = starts[-1], self._taken[number:]
            fair = -(-(self.height(start, end) + sum(left)) // len(left))
            stop = self.reach(start, min(fair, depth) - taken, apart)
            fits = stop > start and self._on((*starts, stop), depth, count, apart)[-1] == end
            starts = (*starts, stop if fits else self.reach(start, depth - taken, apart))
        return starts
