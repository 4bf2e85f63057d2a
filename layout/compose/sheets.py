"""The stories of a page made up into one sheet, if the type can be small enough for that.

The size of the type follows from the text: the more there is, the smaller. What is left is taken up
by the leading, so that the last line stands at the foot of the sheet. A page with too little text
for that keeps its type at a size fit for reading and leaves the foot of the sheet white.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layout.compose.folio import folio_depth
from layout.compose.galley import Case
from layout.compose.grid import Grid, grids
from layout.compose.jobs import Job
from layout.compose.makeup import Goal, prefixes
from layout.compose.modules import shapes
from layout.compose.placing import Bench, placed
from layout.compose.plans import Shape
from layout.compose.proof import proved, strain
from layout.compose.stone import Stone
from layout.sheet import Drawn
from layout.style import Setting, Style

_WHITE = 1.2  # times the area of the text: what heads, gutters and white add
_MEASURE = 16  # ems: the measure at which the area of the text is taken
_GRIDS = 3  # tried for one sheet
_PROOFS = 3  # plans proved for one grid
_TOO_MUCH = 0.8  # of the smallest size: a page that wishes for less is not tried on one sheet
_FILL, _SHORT = 60.0, 2.5  # cost of another leading than the best; of a line that is missing
_WHOLE = 0.35  # of a sheet: the most that may stay together


@dataclass(frozen=True, slots=True)
class Made:
    """A sheet made up: its plan (None: nothing to set), its grid, the stone that it lies on."""

    plan: Shape | None
    grid: Grid
    stone: Stone

    def drawn(self) -> Iterator[Drawn]:
        """Everything on it, in reading order."""
        if self.plan is not None:
            yield from placed(self.plan, 0, 0, self.plan.rows, Bench(self.stone, self.grid))


@dataclass(frozen=True, slots=True)
class Depth:
    """How many lines a sheet has at the widest, the best and the closest leading."""

    least: int
    best: int
    most: int


def empty_sheet(case: Case) -> Made:
    """A sheet with nothing to set."""
    grid = grids(case.style, case.setting.leading.best, case.style.body.largest)[0]
    return Made(None, grid, stone_for(grid, case, 2))


def single_sheet(jobs: Sequence[Job], case: Case) -> Made | None:
    """The best sheet that holds all jobs; None if no type that may be set is small enough."""
    wished = wished_size(jobs, case)
    if wished < case.style.body.smallest * _TOO_MUCH:
        return None
    best: tuple[Shape, Grid] | None = None
    for number, grid in enumerate(grids(case.style, case.setting.leading.best, wished)):
        if best is not None and number >= _GRIDS:
            break
        plan = _best(jobs, grid, case)
        if plan is not None and (best is None or plan.cost < best[0].cost):
            best = plan, grid
    if best is None:
        return None
    plan, grid = best
    return Made(plan, grid, stone_for(grid, case, plan.rows))


def wished_size(jobs: Sequence[Job], case: Case) -> float:
    """The size of the body type at which the jobs would about fill one sheet."""
    setting, style = case.setting, case.style
    lines = sum([case.depth(job.parts, _MEASURE) for job in jobs])
    area = max(1.0, lines * (_MEASURE + setting.gutter) * setting.leading.best * _WHITE)
    width = style.paper.size.width - 2 * style.paper.side
    return math.sqrt(width * type_height(style) / area)


def type_height(style: Style) -> float:
    """The height of the type area in points: between the folio and the foot margin."""
    paper = style.paper
    return paper.size.height - paper.head - paper.foot - folio_depth(style)


def deepest(style: Style, setting: Setting) -> int:
    """The most lines that may stay together, so that they fit a sheet in any size of type."""
    lines = type_height(style) / (style.body.largest * setting.leading.best)
    return max(3, int(lines * _WHOLE))


def depth_of(grid: Grid, case: Case) -> Depth:
    """The lines of a sheet on a grid."""
    leading, height = case.setting.leading, type_height(case.style)
    least, best, most = (
        int((height - grid.size) / (grid.size * ratio) + 1e-6) + 1
        for ratio in (leading.most, leading.best, leading.least)
    )
    return Depth(least, best, most)


def stone_for(grid: Grid, case: Case, rows: int) -> Stone:
    """The stone for so many lines, the white one below included: they fill it if they can."""
    paper, height = case.style.paper, type_height(case.style)
    depth = depth_of(grid, case)
    lines = rows - 1 if rows > depth.least else depth.best
    leading = (height - grid.size) / max(1, lines - 1)
    free = paper.size.width - 2 * paper.side - grid.width(grid.columns) * grid.size
    return Stone(paper.side + free / 2, paper.head + folio_depth(case.style), grid.size, leading)


def _best(jobs: Sequence[Job], grid: Grid, case: Case) -> Shape | None:
    """The best plan on a grid, proved; its cost counts how well it fills the sheet."""
    depth = depth_of(grid, case)
    goal = Goal(grid.columns, depth.most + 1, depth.best + 1)
    found = prefixes([shapes(job, grid) for job in jobs], goal)
    if len(found) <= len(jobs):
        return None
    plans = [proved(p) for p in sorted(found[-1], key=lambda p: _price(p, depth))[:_PROOFS]]
    fitting = [plan for plan in plans if plan.rows <= depth.most + 1]
    priced = [plan._replace(cost=_price(plan, depth) + strain(plan)) for plan in fitting]
    return min(priced, key=lambda plan: plan.cost, default=None)


def _price(plan: Shape, depth: Depth) -> float:
    off = abs(plan.rows - 1 - depth.best) / depth.best * _FILL
    return plan.cost + off + _SHORT * max(0, depth.least - plan.rows + 1)
