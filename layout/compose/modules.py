"""The shapes that an article can take: so many columns of the sheet wide, so many lines deep.

Each has a cost, the lower the better it looks: a measure near the old print's or the best one,
columns neither shallow nor endless, a headline of its ideal size, little white left over. Depths
are estimated from widths while shapes are weighed; only what is chosen is set.
"""

import math
from collections.abc import Iterator

from layout.compose.grid import Grid
from layout.compose.heads import Head, Span, heads
from layout.compose.jobs import Division, Flow, Job
from layout.compose.plans import Module, Shape

INSET = 1.5  # ems between a box and what is in it
BOX_ROWS = 2  # lines that a box takes above and below
_LEAST_GUTTER, _MOST_GUTTER = 1.4, 2.9
_SCALING = 0.03  # how far an article's type may differ from the body size to fill its measure
_TABLE_STRETCH = 1.7  # how far a table may be pulled wider than it would like
_MOST_COLUMNS = 12
_HEAD_PART, _HEAVY = 0.42, 12.0  # of a module that its head should take at most; what more costs
_SHAPES = 4  # kept for each width
_PLATE_WIDTH = 36  # ems: the width of a picture that stands alone


def shapes(job: Job, grid: Grid) -> dict[int, list[Shape]]:
    """The best shapes of an article, by their width in columns of the sheet."""
    return {width: _best(_shapes(job, grid, width)) for width in range(1, grid.columns + 1)}


def _best(found: Iterator[Shape]) -> list[Shape]:
    best: dict[int, Shape] = {}
    for shape in found:
        if shape.rows not in best or shape.cost < best[shape.rows].cost:
            best[shape.rows] = shape
    return sorted(best.values(), key=lambda shape: shape.cost)[:_SHAPES]


def _shapes(job: Job, grid: Grid, width: int) -> Iterator[Shape]:
    made_up = heads(job.head, span(job, grid, width), job.case.style.display)
    room = _inner(job, grid.width(width))
    for division in _divisions(job, room):
        flows = tuple(_flows(job, room, division))
        for head in made_up:
            yield _shape(grid, width, Module(job, head, head_rows(head, grid), flows))


def span(job: Job, grid: Grid, width: int) -> Span:
    """What the head of a job has over so many columns of the sheet."""
    points = _inner(job, grid.width(width)) * grid.size
    display = job.case.style.display
    return Span(points, grid.size, (display.base + display.slope * points) * job.weight)


def divided(job: Job, ems: int) -> Iterator[Flow]:
    """A job's flows over a width, in the columns that suit it best."""
    room = _inner(job, ems)
    division = min(_divisions(job, room), key=lambda d: abs(d.measure - job.measure))
    yield from _flows(job, room, division)


def _inner(job: Job, ems: int) -> int:
    """The width inside the box, if the article has one."""
    return max(4, ems - int(2 * INSET)) if job.boxed else ems


def head_rows(head: Head, grid: Grid) -> int:
    """The lines of the grid that a head takes."""
    return math.ceil(head.height / grid.leading - 0.15) if head.lines else 0


def _divisions(job: Job, room: int) -> Iterator[Division]:
    """The ways to divide a width into columns that can be read; one column if there is no other."""
    measure = job.case.setting.measure
    found = False
    for count in range(1, _MOST_COLUMNS + 1):
        if count > 1 and room / count < measure.least:
            break
        division = _division(count, room, job.case.setting.gutter)
        if division and measure.least <= division.measure <= measure.most:
            found = True
            yield division
    if not found or job.plates_only:
        yield Division(1, room, 0.0, 1.0)
    elif job.ems < 2 * measure.most:
        yield Division(1, min(room, int(measure.most)), 0.0, 1.0)


def _division(count: int, room: int, gutter: float) -> Division | None:
    """Columns of whole ems: what is left over goes to the gutters, or else scales the type."""
    if count == 1:
        return Division(1, room, 0.0, 1.0)
    measure = math.floor((room - (count - 1) * _LEAST_GUTTER) / count)
    left = (room - count * measure) / (count - 1)
    if left <= _MOST_GUTTER:
        return Division(count, measure, left, 1.0)
    for each in (measure, measure + 1):
        scale = (room - (count - 1) * gutter) / (count * each)
        if abs(scale - 1) <= _SCALING:
            return Division(count, each, gutter, scale)
    return None


def _flows(job: Job, room: int, division: Division) -> Iterator[Flow]:
    """The parts in columns; a table too wide for them is set across, between what it parts."""
    start = 0
    for number, wish in job.tables.items():
        if wish > division.measure and room > division.measure:
            if start < number:
                yield Flow(start, number, division)
            measure = min(room, max(division.measure, math.ceil(wish * _TABLE_STRETCH)))
            yield Flow(number, number + 1, Division(1, measure, 0.0, 1.0))
            start = number + 1
    if start < len(job.parts):
        yield Flow(start, len(job.parts), division)


def module_rows(module: Module) -> int:
    """The lines of a module, with one of white below it."""
    depths = [module.job.depth(flow)[1] for flow in module.flows]
    box = BOX_ROWS if module.job.boxed else 0
    return module.head_rows + sum(depths) + max(0, len(depths) - 1) + box + 1


def _shape(grid: Grid, width: int, module: Module) -> Shape:
    job, rows = module.job, module_rows(module)
    cost = module.head.cost + sum([_unevenness(job, flow) for flow in module.flows])
    cost += _disproportion(job, grid, width, rows)
    cost += _HEAVY * max(0.0, module.head_rows / rows - _HEAD_PART) if job.parts else 0.0
    return Shape(width, rows, cost, 6 if job.plates_only else 1, module)


def _unevenness(job: Job, flow: Flow) -> float:
    division, (lines, deep) = flow.division, job.depth(flow)
    if job.plates_only:
        return abs(division.measure - _PLATE_WIDTH) * 0.25
    white = (division.count * deep - lines) / division.count
    shallow = max(0.0, 5 - lines / division.count)
    return abs(division.measure - job.measure) * 0.3 + white * 0.5 + shallow * 1.2


def _disproportion(job: Job, grid: Grid, width: int, rows: int) -> float:
    aspect = grid.width(width) * grid.size / (rows * grid.leading)
    cost = 4 * max(0.0, 0.5 / aspect - 1) + 2 * max(0.0, aspect / 3.5 - 1)
    return cost + (grid.columns - width) / grid.columns * 7 if job.leads else cost
