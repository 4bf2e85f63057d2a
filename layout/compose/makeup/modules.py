"""The shapes that an article can take: so many columns of the sheet wide, so many lines deep.

Each has a cost, the lower the better it looks: a measure near the old print's or the best one,
columns neither shallow nor endless, a headline of its ideal size, little white left over. Depths
are estimated from widths while shapes are weighed; only what is chosen is set.
"""

import math
from collections.abc import Iterator, Sequence

from layout.compose.galley.heads import Head, Span, heads
from layout.compose.jobs import Flow, Job
from layout.compose.makeup.plans import Module, Shape, shape_cost
from layout.compose.stone.division import Division, divisions, fixed_divisions
from layout.compose.stone.grid import Grid

INSET = 1.5  # ems between a box and what is in it
BOX_ROWS = 2  # lines that a box takes above and below
_CRAMPED = 30.0  # cost of a table half as wide as it would like
_TABLE_STRETCH = 1.7  # how far a table may be pulled wider than it would like
_LEAST_HEAD = 1.4  # times the body type: a headline, so as to be larger than one in a column
_HEAD_PART, _HEAVY = 0.42, 12.0  # of a module that its head should take at most; what more costs
_LEAST_TYPE = 7.0  # points
_UNUSED, _UNUSED_BY_VERSE = 6.0, 16.0  # cost of a module whose width is left white
_ACROSS = 4.0  # cost of a lead that is not as wide as the sheet
_SCALED = 25.0  # cost of type e times as large or as small as the sheet's
_SHALLOW = 5  # lines that each of several columns should have
_SHALLOWNESS = 1.0  # cost of a line less, by its square: columns of a line or two are no columns
_DIVISIONS = 3  # weighed for each width
_SHAPES = 4  # kept for each width
_NARROW = 0.25  # cost of an em less than comfortable, by its square
_COMFORTABLE, _COMFORTABLE_IN_LATIN = 13, 17  # ems: lines of less are often hard to fill
_VERSE_COLUMNS, _VERSE_GUTTER = 4, 4.0
_STANZAS = 16  # lines of verse that look well in a column, and half as many that do
_PLATE_WIDTH, _FRAME_WIDTH = 36, 26  # ems of a picture that stands alone; of an empty frame
_SLIM = 8.0  # cost of an empty frame twice as high as wide
_FLEX = 4  # lines by which an empty frame that stands alone may be deeper


def shapes(job: Job, grid: Grid) -> dict[int, list[Shape]]:
    """The best shapes of an article, by their width in columns of the sheet."""
    return {width: _best(_shapes(job, grid, width)) for width in range(1, grid.columns + 1)}


def _best(found: Iterator[Shape]) -> list[Shape]:
    best: dict[int, Shape] = {}
    for shape in found:
        known = best.get(shape.rows)
        if known is None or shape.cost < known.cost:
            best[shape.rows] = shape
    return sorted(best.values(), key=shape_cost)[:_SHAPES]


def _shapes(job: Job, grid: Grid, width: int) -> Iterator[Shape]:
    room = _inner(job, grid.width(width))
    made_up = heads(job.head, span(job, grid, width), job.case.style.display)
    over = [(head, head_rows(head, grid)) for head in made_up]
    divided = _nearest(job, room)
    legible = [each for each in divided if each.scale * grid.size >= _LEAST_TYPE]
    for division in legible or divided:
        flows = tuple(_flows(job, room, division))
        depths = [job.depth(flow) for flow in flows]
        rows = sum([deep for _, deep in depths]) + max(0, len(depths) - 1) + 1
        rows += BOX_ROWS if job.boxed else 0
        cost = sum([_unevenness(job, f, *depth) for f, depth in zip(flows, depths, strict=True)])
        unused = sum([max(0.0, 1 - flow.division.width / room) for flow in flows])
        cost += unused * (_UNUSED if job.verse is None else _UNUSED_BY_VERSE)
        for head, lines in over:
            module = Module(job, head, lines, flows)
            yield _shape(grid, width, rows + lines, cost + head.cost, module)


def span(job: Job, grid: Grid, width: int) -> Span:
    """What the head of a job has over so many columns of the sheet."""
    points = _inner(job, grid.width(width)) * grid.size
    display = job.case.style.display
    ideal = (display.base + display.slope * points) * (display.latin if job.case.latin else 1.0)
    return Span(points, grid.size, max(ideal * job.weight, grid.size * _LEAST_HEAD))


def divided(job: Job, ems: int) -> Iterator[Flow]:
    """A job's flows over a width, in the columns that suit it best."""
    room = _inner(job, ems)
    yield from _flows(job, room, _nearest(job, room)[0])


def _inner(job: Job, ems: int) -> int:
    """The width inside the box, if the article has one."""
    return max(4, ems - int(2 * INSET)) if job.boxed else ems


def head_rows(head: Head, grid: Grid) -> int:
    """The lines of the grid that a head takes."""
    return math.ceil(head.height / grid.leading - 0.15) if head.height else 0


def _nearest(job: Job, room: int) -> Sequence[Division]:
    """The divisions of a width, those nearest to the measure that suits the article first."""
    if job.fixed is not None:
        return tuple(fixed_divisions(room, job.fixed, job.reading.gutter))
    if job.verse is not None:
        return tuple(_verse_divisions(job.verse, room))
    if job.lone_table is not None:
        wide = max(int(job.reading.most), math.ceil(job.lone_table * _TABLE_STRETCH))
        return (Division(1, min(room, wide)),)
    if job.plates_only:
        return (Division(1, room), *divisions(room, job.reading)[: len(job.parts) - 1])
    found = sorted(divisions(room, job.reading), key=lambda d: abs(d.measure - job.measure))
    if not found:
        return (Division(1, room),)
    most = int(job.reading.most)
    if job.ems < 2 * most:  # a line or two: not to be spread over columns
        return (*found[:_DIVISIONS], Division(1, min(room, most)))
    return found[:_DIVISIONS]


def _verse_divisions(measure: int, room: int) -> Iterator[Division]:
    """Verse stands in columns as wide as its longest line, in the middle of its module."""
    measure = min(measure, room)
    for count in range(1, _VERSE_COLUMNS + 1):
        if count == 1 or count * (measure + _VERSE_GUTTER) <= room:
            yield Division(count, measure, _VERSE_GUTTER if count > 1 else 0.0)


def _flows(job: Job, room: int, division: Division) -> Iterator[Flow]:
    """The parts in columns; a table too wide for them is set across, between what it parts."""
    start = 0
    for number, wish in job.tables.items():
        if wish > division.measure and room > division.measure:
            if start < number:
                yield Flow(start, number, division)
            measure = min(room, max(division.measure, math.ceil(wish * _TABLE_STRETCH)))
            yield Flow(number, number + 1, Division(1, measure))
            start = number + 1
    if start < len(job.parts):
        yield Flow(start, len(job.parts), division)


def module_rows(module: Module) -> int:
    """The lines of a module, with one of white below it."""
    depths = [module.job.depth(flow)[1] for flow in module.flows]
    box = BOX_ROWS if module.job.boxed else 0
    return module.head_rows + sum(depths) + max(0, len(depths) - 1) + box + 1


def _shape(grid: Grid, width: int, rows: int, cost: float, module: Module) -> Shape:
    job = module.job
    if job.parts:
        cost += _HEAVY * max(0.0, module.head_rows / rows - _HEAD_PART)
    cost += _disproportion(job, grid, width, rows)
    return Shape(width, rows, cost, _flex(job), module)


def _flex(job: Job) -> int:
    """How many lines more an article bears: an empty frame may be deeper, a picture may not."""
    return _FLEX if job.plates_only and job.frames else 1


def _unevenness(job: Job, flow: Flow, lines: int, deep: int) -> float:
    division = flow.division
    if job.plates_only:
        off = abs(division.measure - (_FRAME_WIDTH if job.frames else _PLATE_WIDTH)) * 0.25
        return off + (_slimness(job, division.measure, deep) if job.frames else 0.0)
    if job.verse is not None:
        cramped = (job.verse / division.measure - 1) * _CRAMPED
        uneven = max(0.0, _STANZAS / 2 - deep) * (division.count - 1)
        return cramped + max(0.0, deep - _STANZAS) * 0.2 + uneven
    white = (division.count * deep - lines) / division.count
    lacking = max(0.0, _SHALLOW - lines / division.count) if division.count > 1 else 0.0
    shallow = lacking * lacking * _SHALLOWNESS
    narrow = max(0, (_COMFORTABLE_IN_LATIN if job.case.latin else _COMFORTABLE) - division.measure)
    narrow += job.hangs if narrow else 0
    off = abs(division.measure - job.measure)
    scaled = abs(math.log(division.scale)) * _SCALED + _crampedness(job, flow)
    return off * 0.3 + white * 0.5 + shallow + narrow * narrow * _NARROW + scaled


def _crampedness(job: Job, flow: Flow) -> float:
    """What it costs that the tables of a flow are narrower than they would like."""
    measure = flow.division.measure
    wishes = [wish for place, wish in job.tables.items() if flow.start <= place < flow.end]
    return sum([max(0.0, wish / measure - 1) for wish in wishes]) * _CRAMPED


def _slimness(job: Job, measure: int, deep: int) -> float:
    """What it costs that an empty frame is higher than wide: a picture hardly ever is."""
    return max(0.0, deep * job.case.setting.leading.best / measure - 1) * _SLIM


def _disproportion(job: Job, grid: Grid, width: int, rows: int) -> float:
    aspect = grid.width(width) * grid.size / (rows * grid.leading)
    cost = 4 * max(0.0, 0.5 / aspect - 1) + 2 * max(0.0, aspect / 3.5 - 1)
    return cost + (grid.columns - width) / grid.columns * _ACROSS if job.leads else cost
