"""Slugs made up into columns of even depth, and as many of them as a given depth will take.

A column ends only before a loose slug: not between a subhead and its text, nor before the last line
of a paragraph. Where nothing loose is within reach it ends anywhere, since type must go somewhere.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from layout.compose.galley import Slug


class Columns(NamedTuple):
    """Where each column begins among the slugs (and where the last one ends), and their depth."""

    starts: tuple[int, ...]
    depth: int

    def spans(self) -> Iterator[tuple[int, int]]:
        """The first slug of each column and the one behind its last."""
        return pairwise(self.starts)


class Stack:
    """Slugs above one another, ready to be divided."""

    def __init__(self, slugs: Sequence[Slug]) -> None:
        self._slugs = slugs
        self._tops = [0, *accumulate(slug.before + slug.rows for slug in slugs)]

    def height(self, start: int, end: int) -> int:
        """The lines that a column of the slugs from start to end takes."""
        if start == end:
            return 0
        return self._tops[end] - self._tops[start] - self._slugs[start].before

    def reach(self, start: int, depth: int) -> int:
        """The end of the fullest column from a slug on; its start, if even that is too deep."""
        count = len(self._slugs)
        if start == count or self._slugs[start].rows > depth:
            return start
        limit = self._tops[start] + self._slugs[start].before + depth
        furthest = max(start + 1, min(count, bisect_right(self._tops, limit) - 1))
        end = furthest
        while end > start and end < count and not self._slugs[end].loose:
            end -= 1
        return end if end > start else furthest

    def filled(self, count: int, depth: int, start: int = 0) -> tuple[int, ...]:
        """The starts of so many columns filled to a depth, and the first slug left over."""
        starts = [start]
        for _ in range(count):
            starts.append(self.reach(starts[-1], depth))
        return tuple(starts)

    def balanced(self, count: int) -> Columns:
        """All slugs in so many columns, as shallow and as even as they can be."""
        end = len(self._slugs)
        tallest = max((slug.rows for slug in self._slugs), default=0)
        depth = max(1, tallest, -(-self.height(0, end) // count) - 2)
        while self.filled(count, depth)[-1] < end:
            depth += 1
        return Columns(self._evened(count, depth), depth)

    def _evened(self, count: int, depth: int) -> tuple[int, ...]:
        """Columns no deeper than `depth`, the later ones not much shorter than the first."""
        starts, end = [0], len(self._slugs)
        for left in range(count, 0, -1):
            start = starts[-1]
            fair = self.reach(start, -(-self.height(start, end) // left))
            fits = self.filled(left - 1, depth, fair)[-1] == end
            loose = fair == end or self._slugs[fair].loose
            starts.append(fair if fits and loose else self.reach(start, depth))
        return tuple(starts)
