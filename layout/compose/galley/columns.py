"""Slugs made up into columns of even depth, and as many of them as a given depth will take.

A column ends only before a loose slug: not between a subhead and its text, nor before the last line
of a paragraph. Where nothing loose is within reach it ends anywhere, since type must go somewhere.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from layout.compose.galley import Inset, Line, Slug

_DEEPER = 6  # lines that columns may be deeper rather than part what belongs together
_UNEVEN = 6  # lines by which a column may be shorter than the deepest, if there is no more white
_LAST = 1.25  # cost of each line of white but the first at the foot of the last column
_EMPTY = 5.0  # cost of a last column with nothing in it, not even a plate
_SHORTER = 3  # lines by which that may be shorter; then its white costs its square as well
_TORN = 1.5  # cost of a first line alone at a column's foot, where a line of white costs 1


class Columns(NamedTuple):
    """Where each column begins among the slugs (and where the last one ends), and their depth."""

    starts: tuple[int, ...]
    depth: int

    def spans(self) -> Iterator[tuple[int, int]]:
        """The first slug of each column and the one behind its last."""
        return pairwise(self.starts)


_Best = dict[int, tuple[float, tuple[int, ...]]]
"""Where columns may have got to, with what that costs and where each of them began."""


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
        first = self._slugs[start]
        return self._tops[end] - self._tops[start] - first.before + first.again

    def reach(self, start: int, depth: int, apart: bool = True) -> int:
        """The end of the fullest column from a slug on; its start, if even that is too deep.

        Where nothing loose is within reach the column ends anywhere, unless `apart` forbids that.
        """
        count = len(self._slugs)
        if start == count or self._slugs[start].rows > depth:
            return start
        first = self._slugs[start]
        limit = self._tops[start] + first.before + depth - first.again
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
        """All slugs in their columns, as shallow as they can be and then as even."""
        depth, apart = self._least()
        return Columns(self._evenest(depth, apart), depth)

    def _least(self) -> tuple[int, bool]:
        """The least depth that takes all slugs, and whether columns have to end anywhere in it."""
        end, count = len(self._slugs), len(self._taken)
        tallest = max(map(_together, self._slugs), default=0)
        fair = -(-(self.height(0, end) + sum(self._taken)) // count)
        least = max(1, tallest + min(self._taken), max(self._taken), fair - 2)
        for depth in range(least, least + max(_DEEPER, fair // 2)):
            if self._on((0,), depth, count, False)[-1] == end:
                return depth, False
        depth = least
        while self.filled(depth)[-1] < end:
            depth += 1
        return depth, True

    def _evenest(self, depth: int, apart: bool) -> tuple[int, ...]:
        """The ends that leave the feet of columns no deeper than `depth` most level.

        White counts by its square, but hardly in the last column: it may be the shortest.
        """
        best: _Best = {0: (0.0, (0,))}
        white = depth * len(self._taken) - sum(self._taken) - self.height(0, len(self._slugs))
        uneven = max(_UNEVEN, white // len(self._taken) + 1)
        for taken in self._taken[:-1]:
            best = self._longer(best, depth - taken, uneven, apart)
        room, end = depth - self._taken[-1], len(self._slugs)
        return min(
            (cost + self._ending(room, deep), -starts[-1], (*starts, end))
            for start, (cost, starts) in best.items()
            if (deep := self.height(start, end)) <= room
        )[2]

    def _longer(self, best: _Best, room: int, uneven: int, apart: bool) -> _Best:
        """The cheapest ways to one column more, by where it ends."""
        longer: _Best = {}
        for start, (cost, starts) in best.items():
            for end in self._ends(start, room, uneven, apart):
                white = room - self.height(start, end)
                price = cost + white * white + self._torn(end)
                if end not in longer or price < longer[end][0]:
                    longer[end] = price, (*starts, end)
        return longer

    def _ends(self, start: int, room: int, uneven: int, apart: bool) -> Iterator[int]:
        """Where a column from a slug on may end, the fullest first: near the foot, if it can."""
        end = self.reach(start, room, apart)
        yield end
        for earlier in range(end - 1, start, -1):
            if self.height(start, earlier) < room - uneven:
                break
            if self._slugs[earlier].loose:
                yield earlier

    def _ending(self, room: int, deep: int) -> float:
        """What it costs that a last column with room for so many lines has no more than these."""
        white = room - deep
        cost = max(0.0, 1 + _LAST * (white - 1)) + max(0, white - _SHORTER) ** 2
        return cost if deep or self._taken[-1] else cost + _EMPTY

    def _torn(self, end: int) -> float:
        """What it costs to leave the first line of a paragraph alone at a column's foot."""
        if not 0 < end < len(self._slugs):
            return 0.0
        match self._slugs[end - 1].type, self._slugs[end].type:
            case Line(piece, cut), Line(other, _) if piece is other and cut.start == piece.start:
                return _TORN
        return 0.0


def _together(slug: Slug) -> int:
    """The lines that a slug keeps in one column."""
    return slug.type.frame.rows if isinstance(slug.type, Inset) else slug.rows
