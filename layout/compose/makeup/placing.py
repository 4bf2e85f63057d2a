"""A plan set down on the stone: lines, rules, boxes and pictures, in reading order."""

import math
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple, assert_never

from layout.compose.galley import Frame, Lifted, Slug
from layout.compose.jobs import Flow, Job
from layout.compose.jobs.lifting import taken
from layout.compose.makeup.modules import BOX_ROWS, INSET
from layout.compose.makeup.plans import Above, Beside, Module, Shape
from layout.compose.stone import Stone
from layout.compose.stone.column import Bay
from layout.compose.stone.grid import Grid
from layout.compose.stone.heading import head_set
from layout.geometry import Box, Point
from layout.sheet import Drawn, Rule, Tint

HAIRLINE = 0.4
_BOX_LINE = 0.6
_TINT = 0.965
_RULE_GREY = 0.25


class Area(NamedTuple):
    """A rectangle of the stone: its left edge and width in ems, its first row and its rows."""

    left: float
    width: float
    row: float
    rows: int


class _Side(Enum):
    """A side of a shape."""

    LEFT = auto()
    RIGHT = auto()
    TOP = auto()
    FOOT = auto()


class Bench(NamedTuple):
    """The stone, the grid that lies on it, and the largest a headline may be beside the lead's."""

    stone: Stone
    grid: Grid
    ceiling: float = math.inf


def placed(shape: Shape, column: int, row: int, rows: int, bench: Bench) -> Iterator[Drawn]:
    """A shape with its left upper corner at a column and row, over so many rows."""
    match shape.plan:
        case Module():
            grid = bench.grid
            area = Area(grid.left(column), grid.width(shape.width), row, rows - 1)
            yield from _module(shape.plan, area, rows - shape.rows, bench)
        case Beside(left, right):
            yield from placed(left, column, row, rows, bench)
            if not (_framed(left, _Side.RIGHT) or _framed(right, _Side.LEFT)):
                yield _between(column + left.width, row, rows, bench)
            yield from placed(right, column + left.width, row, rows, bench)
        case Above(upper, lower):
            deep = upper.rows + _share(upper, lower, rows - upper.rows - lower.rows)
            yield from placed(upper, column, row, deep, bench)
            if not (_framed(upper, _Side.FOOT) or _framed(lower, _Side.TOP)):
                yield _below(shape, column, row + deep, bench)
            yield from placed(lower, column, row + deep, rows - deep, bench)
        case _:
            assert_never(shape.plan)


def lead_size(shape: Shape) -> float:
    """The size of the lead's headline in a plan; infinite if none of it leads."""
    match shape.plan:
        case Module(job=job, head=head):
            return head.size if job.leads and job.head else math.inf
        case Beside(one, other) | Above(one, other):
            return min(lead_size(one), lead_size(other))
        case _:
            assert_never(shape.plan)


def _share(upper: Shape, lower: Shape, extra: int) -> int:
    """What the upper of two shapes gets of the rows to spare."""
    flex = upper.flex + lower.flex
    return round(extra * upper.flex / flex) if flex else extra // 2


def _framed(shape: Shape, side: _Side) -> bool:
    """Whether a shape has frames of its own all along a side, so that no rule is needed there."""
    match shape.plan:
        case Module(job=job, head=head):
            return job.boxed or (job.plates_only and not head.pieces)
        case Beside(left, right):
            row = {_Side.LEFT: (left,), _Side.RIGHT: (right,)}
            return all(_framed(each, side) for each in row.get(side, (left, right)))
        case Above(upper, lower):
            stack = {_Side.TOP: (upper,), _Side.FOOT: (lower,)}
            return all(_framed(each, side) for each in stack.get(side, (upper, lower)))
        case _:
            assert_never(shape.plan)


def _between(column: int, row: int, rows: int, bench: Bench) -> Rule:
    stone, grid = bench.stone, bench.grid
    x = stone.x(grid.left(column) - grid.gutter / 2)
    top, foot = Point(x, stone.y(row)), Point(x, stone.foot(row + rows - 2))
    return Rule(top, foot, HAIRLINE, _RULE_GREY)


def _below(shape: Shape, column: int, row: int, bench: Bench) -> Rule:
    stone, grid = bench.stone, bench.grid
    y = (stone.foot(row - 2) + stone.y(row)) / 2
    left = grid.left(column)
    start, end = stone.x(left), stone.x(left + grid.width(shape.width))
    return Rule(Point(start, y), Point(end, y), HAIRLINE, _RULE_GREY)


def _module(module: Module, area: Area, extra: int, bench: Bench) -> Iterator[Drawn]:
    job, stone = module.job, bench.stone
    if job.boxed:
        box = stone.box(area.left, area.row, area.width, area.rows)
        yield Tint(box, fill=_TINT, line=0.0, line_width=_BOX_LINE)
        area = _inside(area, extra // 3)
    above, between = _spare(module, extra)
    head_rows = module.head_rows + above
    if module.head.pieces:
        x, width = stone.x(area.left), area.width * stone.size
        room = Box(x, stone.y(area.row), width, head_rows * stone.leading)
        ceiling = math.inf if job.leads else bench.ceiling
        yield from head_set(module.head, room, stone.size, ceiling)
    row = area.row + head_rows
    for flow in module.flows:
        at = Area(area.left, area.width, row, 0)
        yield from _flow(job, flow, at, between, stone)
        row += job.galley(flow).columns.depth + 1


def _inside(area: Area, lower: int) -> Area:
    """The area inside a box, so many rows lower than need be."""
    row = area.row + BOX_ROWS // 2 + lower
    return Area(area.left + INSET, area.width - 2 * INSET, row, area.rows - BOX_ROWS - lower)


def _spare(module: Module, extra: int) -> tuple[int, int]:
    """How rows to spare are used: a picture takes them, or the white of a head.

    The head of a lead does; in a box they stand above and below its head and at its foot alike.
    Elsewhere they stay white at the foot, so that the texts of neighbours begin alike.
    """
    job = module.job
    if job.plates_only:
        return 0, extra
    if not module.head.pieces:
        return 0, 0
    if job.boxed:
        return -(-extra // 3), 0
    return (extra if job.leads else 0), 0


def _flow(job: Job, flow: Flow, area: Area, extra: int, stone: Stone) -> Iterator[Drawn]:
    """The columns of a flow; where they are narrower than their module they stand as its head does.

    That is in the middle, and flush left in Latin text.
    """
    galley, division = job.galley(flow), flow.division
    slugs = _deepened(galley.slugs, extra)
    left = area.left + (0.0 if job.case.latin else (area.width - division.width) / 2)
    step = division.measure * division.scale + division.gutter
    bay = Bay(stone, left, step, division.measure, division.scale, area.row, galley.columns.depth)
    tops = _tops(slugs, division.count)
    for number, (start, end) in enumerate(galley.columns.spans()):
        yield from bay.column(number, slugs[start:end], tops[number])


def _tops(slugs: Sequence[Slug], count: int) -> list[int]:
    """The lines at the top of each column that a lifted plate takes."""
    lifted = [slug.type for slug in slugs if isinstance(slug.type, Lifted)]
    return taken([each for each in lifted if each.at_top], count)


def _deepened(slugs: tuple[Slug, ...], extra: int) -> tuple[Slug, ...]:
    """A picture that stands alone takes the rows to spare."""
    if not extra or len(slugs) != 1 or not isinstance(slugs[0].type, Frame):
        return slugs
    frame = slugs[0].type
    deeper = frame._replace(depth=frame.depth + extra)
    return (slugs[0]._replace(rows=slugs[0].rows + extra, type=deeper),)
