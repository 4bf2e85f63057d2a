"""The stories of a page made up into one sheet, if the type can be small enough for that.

The size of the type follows from the text: the more there is, the smaller. What is left is taken up
by the leading, so that the last line stands at the foot of the sheet. A page with too little text
for that keeps its type at a size fit for reading and leaves the foot of the sheet white.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from layout.compose.jobs import Job
from layout.compose.jobs.case import Case
from layout.compose.makeup import Goal, prefixes
from layout.compose.makeup.modules import shapes
from layout.compose.makeup.placing import Bench, lead_size, placed
from layout.compose.makeup.plans import Shape
from layout.compose.makeup.proof import proved, strain
from layout.compose.makeup.standing import standing
from layout.compose.stone import Stone
from layout.compose.stone.chase import Ease, eased
from layout.compose.stone.grid import Grid, grids
from layout.sheet import Drawn

_WHITE = 1.18  # times the area of the text: what gutters and white add
_LEAD_PART, _HEAD_PART, _HEADS_PART = 0.12, 0.035, 0.25  # of a sheet: its heads, all at most
_MEASURE = 16  # ems: the measure at which the area of the text is taken
_GRIDS = 2  # tried for one sheet, unless
_GOOD = 8.0  # is all that the first one's plan costs
_NEAR = 0.12  # how far from the wished size the body type may be if there is a choice
_PROOFS = 3  # plans proved before the best of them is taken
_TOO_MUCH = 0.8  # of the smallest size: a page that wishes for less is not tried on one sheet
_FILL, _SHORT = 60.0, 0.15  # cost of another leading than the best; of a line that is missing
_TRIES = 3  # to set a page openly enough
_BORNE = 2  # lines by which neighbours may differ without another plan being tried
_TIGHT = 1.03  # times the lines of the closest leading: what a plan may turn out to need
_BELOW_LEAD = 0.92  # times the lead's headline: the largest other one
_FULL = 0.96  # of the lines of the widest leading: a sheet so full can be opened to its foot


class Made(NamedTuple):
    """A sheet made up: its plan (None: nothing to set), its grid, its case, its stone."""

    plan: Shape | None
    grid: Grid
    case: Case
    stone: Stone

    def drawn(self) -> Iterator[Drawn]:
        """Everything on it, in reading order."""
        if self.plan is not None:
            bench = Bench(self.stone, self.grid, lead_size(self.plan) * _BELOW_LEAD)
            yield from placed(self.plan, 0, 0, self.plan.rows, bench)


class Depth(NamedTuple):
    """How many lines a sheet has at the widest, the best and the closest leading."""

    least: int
    best: int
    most: int


def empty_sheet(case: Case) -> Made:
    """A sheet with nothing to set."""
    grid = grids(case.style, case.chase, case.setting.leading.best, case.style.body.largest)[0]
    return Made(None, grid, case, stone_for(grid, case, 2))


def single_sheet(jobs: Sequence[Job], case: Case) -> Made | None:
    """The best sheet that holds all jobs; None if no type that may be set is small enough.

    A page that does not fill the sheet is set more openly, until it does or nearly so. How openly
    is guessed from the area of its text, and mended by how full a try turns out to be.
    """
    room, drafts, tried = _room(jobs, case), list[_Draft](), list[Ease]()
    while len(tried) < _TRIES and (ease := eased(room)) not in tried:
        tried.append(ease)
        found = _eased(jobs, case, ease)
        drafts = found or drafts
        if not drafts:
            room = 1.0  # it was guessed to be too little text
        elif not found or drafts[0].filling >= _FULL:
            break
        else:
            room /= drafts[0].filling
    made = _made(drafts)
    while made is None and drafts:  # it was cast off too short: set, no plan fitted
        drafts = _drafts(jobs, case, min(draft.grid.size for draft in drafts))
        made = _made(drafts)
    return made


def _room(jobs: Sequence[Job], case: Case) -> float:
    """How many times the area that the jobs need there is, set in the largest type allowed."""
    size = case.style.body_size or case.style.body.largest
    return max(1.0, (wished_size(jobs, case) / size) ** 2)


def _eased(jobs: Sequence[Job], case: Case, ease: Ease) -> "list[_Draft]":
    """The plans worth proving of a page that is set so openly, best first."""
    if ease == Ease():
        return _drafts(jobs, case)
    opened = case.eased(ease)
    return _drafts([job.in_case(opened) for job in jobs], opened)


class _Draft(NamedTuple):
    """A plan with estimated depths: what it costs, its grid and case, how far down it reaches."""

    cost: float
    plan: Shape
    grid: Grid
    case: Case
    filling: float


def _drafts(jobs: Sequence[Job], case: Case, below: float = math.inf) -> list[_Draft]:
    """The plans worth proving, best first, on the grids nearest to the size that is wished for.

    Their type is smaller than `below`.
    """
    wished = wished_size(jobs, case)
    if wished < case.style.body.smallest * _TOO_MUCH:
        return []
    found: list[_Draft] = []
    size = min(wished, case.style.body.largest)
    tight, fitting = below, 0
    for grid in grids(case.style, case.chase, case.setting.leading.best, size):
        enough = fitting >= _GRIDS or abs(grid.size / size - 1) > _NEAR
        if found and (enough or min(draft.cost for draft in found) < _GOOD):
            break
        if grid.size < tight:
            drafts = _on_grid(jobs, grid, case)
            tight, fitting = (tight, fitting + 1) if drafts else (grid.size, fitting)
            found += drafts
    return sorted(found, key=lambda draft: draft.cost)


def _on_grid(jobs: Sequence[Job], grid: Grid, case: Case) -> list[_Draft]:
    depth = depth_of(grid, case)
    goal = Goal(grid.columns, depth.most + 1, depth.best + 1)
    found = prefixes_on(grid, jobs, goal)
    if len(found) <= len(jobs):
        return []
    priced = sorted((_price(plan, depth), number) for number, plan in enumerate(found[-1]))
    plans = [(price, found[-1][number]) for price, number in priced[:_PROOFS]]
    return [_Draft(c, plan, grid, case, (plan.rows - 1) / depth.least) for c, plan in plans]


def prefixes_on(grid: Grid, jobs: Sequence[Job], goal: Goal) -> list[list[Shape]]:
    """As `prefixes`, of jobs on a grid; as they stood on the scan, if there is room for that."""
    every, known = [shapes(job, grid) for job in jobs], standing(jobs)
    if known is None:
        return prefixes(every, goal)
    kept = prefixes([known.priced(n, each) for n, each in enumerate(every)], goal, known)
    return kept if len(kept) > len(jobs) else max(kept, prefixes(every, goal), key=len)


def _made(drafts: Sequence[_Draft]) -> Made | None:
    """The first draft that is as good set as it was drawn; failing that, the least strained."""
    fitting: list[tuple[int, Made]] = []
    for draft in drafts[:_PROOFS]:
        plan, depth = proved(draft.plan), depth_of(draft.grid, draft.case)
        if plan.rows - 1 <= depth.most * _TIGHT:
            stone = stone_for(draft.grid, draft.case, plan.rows)
            fitting.append((strain(plan), Made(plan, draft.grid, draft.case, stone)))
            if fitting[-1][0] <= _BORNE:
                break
    made = min(fitting, key=lambda each: each[0], default=(0, None))[1]
    return _trimmed(made) if made else None


def _trimmed(made: Made) -> Made:
    """A sheet that is not full has its chase end where its type does."""
    plan, stone, case = made.plan, made.stone, made.case
    if plan is None or plan.rows - 1 >= depth_of(made.grid, case).least * _FULL:
        return made
    height = (plan.rows - 2) * stone.leading + stone.size
    trimmed = replace(case, chase=case.chase.trimmed(height))
    return made._replace(case=trimmed, stone=stone._replace(top=trimmed.chase.type_top))


def wished_size(jobs: Sequence[Job], case: Case) -> float:
    """The size of the body type at which the jobs would about fill one sheet."""
    setting, chase = case.setting, case.chase
    lines = sum([case.gauge(job.parts).lines(_MEASURE) for job in jobs])
    area = max(1.0, lines * (_MEASURE + setting.gutter) * setting.leading.best * _WHITE)
    others = sum([bool(job.head) for job in jobs]) - 1
    display = min(_LEAD_PART + others * _HEAD_PART, _HEADS_PART)
    return math.sqrt(chase.width * chase.type_height * (1 - display) / area)


def depth_of(grid: Grid, case: Case) -> Depth:
    """The lines of a sheet on a grid."""
    leading, height = case.setting.leading, case.chase.type_height
    least, best, most = (
        int((height - grid.size) / (grid.size * ratio) + 1e-6) + 1
        for ratio in (leading.most, leading.best, leading.least)
    )
    return Depth(least, best, most)


def stone_for(grid: Grid, case: Case, rows: int) -> Stone:
    """The stone for so many lines, the white one below included: they fill it if they can."""
    chase, depth = case.chase, depth_of(grid, case)
    lines = max(rows - 1, round(depth.least * _FULL))
    leading = (chase.type_height - grid.size) / max(1, lines - 1)
    free = chase.width - grid.width(grid.columns) * grid.size
    return Stone(chase.left + free / 2, chase.type_top, grid.size, leading)


def _price(plan: Shape, depth: Depth) -> float:
    rows = plan.rows - 1
    off = abs(max(rows, depth.least) - depth.best) / depth.best * _FILL
    return plan.cost + off + _SHORT * max(0, depth.least - rows)
