"""A page with more text than one sheet holds: stories turn from sheet to sheet.

Each sheet but the last is filled to its foot: by whole articles if some happen to do so, or else by
as much of the next article as there is room for.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from layout.compose.jobs import Job
from layout.compose.jobs.case import Case
from layout.compose.makeup import Goal
from layout.compose.makeup.modules import shapes
from layout.compose.makeup.overflow import Turn, cut
from layout.compose.makeup.plans import Above, Shape, shape_cost
from layout.compose.makeup.proof import proved
from layout.compose.makeup.sheets import Depth, Made, depth_of, prefixes_on, stone_for, wished_size
from layout.compose.stone.grid import Grid, grids

_COMFORTABLE = 8.4  # points: the least size of the body type where a page takes several sheets
_WORTH = (
    12  # lines: a smaller rest of a sheet is left white rather than filled with part of a story
)
_GRIDS = 3  # tried where the last sheet may be saved
_LOOKED_AT = 40  # articles for one sheet


class _Next(NamedTuple):
    """The plan of a sheet, and the jobs that are left for those behind it."""

    plan: Shape
    queue: Sequence[Job]


def several_sheets(
    jobs: Sequence[Job], case: Case, turn: Callable[[int], Turn]
) -> tuple[Made, ...]:
    """Sheets that hold all jobs; `turn` names the sheets before and behind the turns.

    Type is set a little smaller where that saves a sheet with hardly anything on it.
    """
    wished = wished_size(jobs, case)
    count = max(2, math.ceil((_COMFORTABLE / wished) ** 2))
    found = grids(case.style, case.chase, case.setting.leading.best, wished * math.sqrt(count))
    tried: list[tuple[Made, ...]] = []
    for grid in [grid for grid in found if grid.size <= found[0].size][:_GRIDS]:
        tried.append(tuple(_filled(jobs, grid, case, turn)))
        if len(tried[-1]) <= count:
            return tried[-1]
    return min(tried, key=len)


def _filled(
    jobs: Sequence[Job], grid: Grid, case: Case, turn: Callable[[int], Turn]
) -> Iterator[Made]:
    """Sheets on one grid, for as many as it takes."""
    queue, number, depth = jobs, 0, depth_of(grid, case)
    while queue:
        plan, queue = _next(queue, grid, case, turn(number))
        full = plan.rows if plan.rows > depth.least else depth.best + 1
        yield Made(plan, grid, case, stone_for(grid, case, full))
        number += 1


def _next(queue: Sequence[Job], grid: Grid, case: Case, turn: Turn) -> _Next:
    depth = depth_of(grid, case)
    goal = Goal(grid.columns, depth.most + 1, depth.best + 1)
    found = prefixes_on(grid, queue[:_LOOKED_AT], goal)
    if len(found) > len(queue):
        return _Next(proved(min(found[-1], key=shape_cost)), ())
    return _full(found, queue, depth) or _turned(found, queue, grid, depth, turn)


def _full(found: Sequence[Sequence[Shape]], queue: Sequence[Job], depth: Depth) -> _Next | None:
    """As many whole articles as happen to fill the sheet."""
    for count in range(len(found) - 1, 0, -1):
        filling = [plan for plan in found[count] if plan.rows > depth.least]
        for plan in map(proved, sorted(filling, key=shape_cost)[:1]):
            if depth.least < plan.rows <= depth.most + 1:
                return _Next(plan, queue[count:])
    return None


def _turned(
    found: Sequence[Sequence[Shape]], queue: Sequence[Job], grid: Grid, depth: Depth, turn: Turn
) -> _Next:
    """Some whole articles, and below them the next one as far as the sheet goes."""
    rows = depth.best + 1
    for count in range(len(found) - 1, 0, -1):
        above = proved(min(found[count], key=shape_cost))
        left = rows - above.rows
        halves = cut(queue[count], grid, left, turn) if left >= _WORTH else None
        if halves is not None:
            plan = Shape(grid.columns, rows, above.cost, 0, Above(above, halves.shape))
            return _Next(plan, (*_given(halves.rest), *queue[count + 1 :]))
    halves = cut(queue[0], grid, rows, turn)
    if halves is not None:
        return _Next(halves.shape, (*_given(halves.rest), *queue[1:]))
    every = [shape for row in shapes(queue[0], grid).values() for shape in row]
    return _Next(proved(min(every, key=lambda shape: shape.rows)), queue[1:])


def _given(job: Job | None) -> tuple[Job, ...]:
    return () if job is None else (job,)
