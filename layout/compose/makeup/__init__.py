"""Articles made up into a sheet: the best way to cut it into rectangles that keep their order.

An interval dynamic programme over slicing trees (Gange, Marriott, Stuckey: Optimal guillotine
layout, DocEng 2012): the shapes of articles i to j come from those of i to k and k to j, beside or
above one another. Of each width only a few shapes are kept. Many articles are made up in bands, a
few articles each, that lie above one another, so that the time grows with their number and no more.
Where the scan tells how articles stood, only the ways to keep that are looked at, over the whole
page at once.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from layout.compose.makeup.plans import Above, Beside, Shape, shape_cost
from layout.compose.makeup.standing import FREE, Standing, Ways

Shapes = dict[int, list[Shape]]
_Best = dict[int, Shape]
"""The cheapest shape of each depth."""

_STEP = 0.25  # cost of a line that a neighbour has to grow, where it bears it
_STRAIN = 2.0  # and where it does not
_DRIFT = 0.4  # cost of a line by which the articles so far run ahead of their part of the sheet


class Effort(NamedTuple):
    """How hard to look: articles in a band at most, shapes kept of a width, of a row of bands."""

    band: int
    kept: int
    stacks: int


def effort(count: int, known: Standing | None) -> Effort:
    """What so many articles allow."""
    if count <= 5 or known:
        return Effort(count, 8, 8)
    return Effort(4, 5, 14) if count <= 12 else Effort(3, 3, 18)


class Goal(NamedTuple):
    """The sheet to be filled: its columns, the most lines, those wanted."""

    columns: int
    most: int
    wanted: int


def prefixes(
    articles: Sequence[Shapes], goal: Goal, known: Standing | None = None
) -> list[list[Shape]]:
    """For every number of articles, from none on, the shapes that the first ones make together.

    They take the whole width, and stand as they are known to have stood. The list ends where
    nothing fits into the lines any more.
    """
    trying = effort(len(articles), known)
    bands = _Bands(articles, goal, trying, known)
    share = _shares(articles)
    found: list[list[Shape]] = [[]]
    for end in range(1, len(articles) + 1):
        stacks: _Best = {}
        for start in range(max(0, end - trying.band), end):
            ways = bands.ways(0, start, end) if start else FREE
            if ways.above:
                above = found[start] if start else None
                _lower(stacks, bands.across(start, end), above, ways.cost, goal)
        if not stacks:
            break
        due = goal.wanted * share[end]
        found.append(sorted(stacks.values(), key=lambda s: _drifted(s, due))[: trying.stacks])
    return found


def _drifted(shape: Shape, due: float) -> float:
    return shape.cost + _DRIFT * abs(shape.rows - due)


def _shares(articles: Sequence[Shapes]) -> list[float]:
    """The part of the whole that the first articles are, by the area of their smallest shapes."""
    areas = [0]
    for shapes in articles:
        areas.append(areas[-1] + min(s.width * s.rows for row in shapes.values() for s in row))
    return [area / areas[-1] for area in areas] if areas[-1] else [0.0] * len(areas)


def _lower(
    stacks: _Best, bands: Iterable[Shape], above: list[Shape] | None, cost: float, goal: Goal
) -> None:
    """Lay each band below each stack; of those equally deep the best is kept."""
    for band in bands:
        if above is not None:
            for upper in above:
                _stack(stacks, upper, band, cost, goal.most)
        elif band.rows <= goal.most and _is_wanted(stacks, band.rows, band.cost):
            stacks[band.rows] = band


class _Bands:
    """The shapes of every few neighbouring articles, worked out when they are asked for."""

    def __init__(
        self, articles: Sequence[Shapes], goal: Goal, trying: Effort, known: Standing | None
    ) -> None:
        self._articles, self._goal, self._effort, self._known = articles, goal, trying, known
        self._table: dict[tuple[int, int], Shapes] = {}

    def across(self, start: int, end: int) -> list[Shape]:
        """The shapes of the articles from start to end over the whole width."""
        return self._shapes(start, end, (self._goal.columns,)).get(self._goal.columns, [])

    def ways(self, start: int, cut: int, end: int) -> Ways:
        """How the articles from start to cut may stand to those from cut to end."""
        return self._known.ways(start, cut, end) if self._known else FREE

    def _shapes(self, start: int, end: int, widths: Sequence[int]) -> Shapes:
        if end - start == 1:
            return self._articles[start]
        known = self._table.setdefault((start, end), {})
        for width in widths:
            if width not in known:
                known[width] = self._joined(start, end, width)
        return known

    def _joined(self, start: int, end: int, width: int) -> list[Shape]:
        best: _Best = {}
        every = range(1, width + 1)
        for cut in range(start + 1, end):
            first = self._shapes(start, cut, every)
            second = self._shapes(cut, end, every)
            _pair(best, first, second, width, self.ways(start, cut, end), self._goal.most)
        return sorted(best.values(), key=shape_cost)[: self._effort.kept]


def _pair(best: _Best, first: Shapes, second: Shapes, width: int, ways: Ways, most: int) -> None:
    """Take in every way in which two rows of articles make up a width."""
    if ways.above:
        for upper in first.get(width, ()):
            for lower in second.get(width, ()):
                _stack(best, upper, lower, ways.cost, most)
    if ways.beside:
        for part in range(1, width):
            for left in first.get(part, ()):
                for right in second.get(width - part, ()):
                    _range(best, left, right, ways)


def _is_wanted(best: _Best, rows: int, cost: float) -> bool:
    """Whether nothing so deep costs as little: most shapes are not, and need not be made."""
    known = best.get(rows)
    return known is None or cost < known.cost


def _stack(best: _Best, upper: Shape, lower: Shape, cost: float, most: int) -> None:
    """Take in two shapes above one another at a cost, if they are the best so deep."""
    rows, cost = upper.rows + lower.rows, upper.cost + lower.cost + cost
    if rows <= most and _is_wanted(best, rows, cost):
        plan = Above(upper, lower)
        best[rows] = Shape(upper.width, rows, cost, upper.flex + lower.flex, plan)


def _range(best: _Best, left: Shape, right: Shape, ways: Ways) -> None:
    """Take in two shapes beside one another, if they agree and are the best so deep."""
    shorter, longer = (left, right) if left.rows < right.rows else (right, left)
    short = longer.rows - shorter.rows
    strain = short - shorter.flex
    if strain > ways.slack:
        return
    cost = left.cost + right.cost + short * _STEP + max(0, strain) * _STRAIN + ways.cost
    if _is_wanted(best, longer.rows, cost):
        flex = min(longer.flex, max(0, -strain))
        width = left.width + right.width
        best[longer.rows] = Shape(width, longer.rows, cost, flex, Beside(left, right))
