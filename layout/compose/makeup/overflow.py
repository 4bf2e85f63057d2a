"""An article cut at the foot of a sheet: what fits stands there, the rest goes to the next sheet.

A jump line tells the reader where it goes on, a line over the rest where it came from. Neither is
part of the text.
"""

from collections.abc import Sequence
from typing import NamedTuple, assert_never

from layout.compose.galley import Frame, Inset, Lifted, Line, Matters, Row, Slug
from layout.compose.galley.columns import Columns, Stack
from layout.compose.galley.heads import heads
from layout.compose.galley.structure import ONWARD, Copy, Words
from layout.compose.jobs import Flow, Galley, Job, continued
from layout.compose.jobs.case import Limit
from layout.compose.makeup.modules import BOX_ROWS, divided, head_rows, span
from layout.compose.makeup.plans import Module, Shape
from layout.compose.stone.grid import Grid
from layout.model import Role
from layout.script import is_east_asian

_LEAST = 2  # lines worth beginning
_TITLE = 34  # characters of a title in the line over its rest, at most
_HEAD_PART = 0.45  # of the lines at hand: the most that a head may take
_HAN, _LATIN = ("（下转{}版）", "（上接{}版）{}"), ("Continued on {}", "From {}: {}")


class Turn(NamedTuple):
    """From which sheet to which a story turns, by their labels, and its page's language."""

    here: str
    there: str
    language: str

    def onward(self) -> str:
        """What stands below the part on this sheet."""
        return self._words()[0].format(self.there)

    def back(self, title: str) -> str:
        """What stands over the part on the next sheet."""
        return self._words()[1].format(self.here, _shortened(title))

    def _words(self) -> tuple[str, str]:
        return _HAN if is_east_asian(self.language) else _LATIN


def _shortened(title: str) -> str:
    """A title cut between words where it is too long."""
    if len(title) <= _TITLE:
        return title
    space = title.rfind(" ", _TITLE // 2, _TITLE)
    return title[: space if space > 0 else _TITLE - 1] + "…"


class Halves(NamedTuple):
    """A job cut in two: the shape of what stands on this sheet, and what is left, if anything."""

    shape: Shape
    rest: Job | None


class _Filled(NamedTuple):
    """The flows that found room, really set, and the parts that did not."""

    galleys: tuple[tuple[Flow, Galley], ...]
    rest: tuple[Matters, ...]


def cut(job: Job, grid: Grid, rows: int, turn: Turn) -> Halves | None:
    """A job over the whole width, just so many rows deep; None where nothing of it would fit."""
    head = heads(job.head, span(job, grid, grid.columns), job.case.style.display)[0]
    over = min(head_rows(head, grid), int(rows * _HEAD_PART))
    left = rows - 1 - over - (BOX_ROWS if job.boxed else 0)
    filled = _filled(job, tuple(divided(job, grid.width(grid.columns))), left, turn)
    if not filled.galleys:
        return None
    first = job.with_galleys(dict(filled.galleys))
    module = Module(first, head, over, tuple(flow for flow, _ in filled.galleys))
    rest = continued(job, filled.rest, turn.back(job.title)) if filled.rest else None
    return Halves(Shape(grid.columns, rows, 0.0, 0, module), rest)


def _filled(job: Job, flows: Sequence[Flow], left: int, turn: Turn) -> _Filled:
    kept: list[tuple[Flow, Galley]] = []
    for flow in flows:
        galley, rest = _clipped(job, flow, left, turn)
        if not galley.slugs:
            return _Filled(tuple(kept), job.parts[flow.start :])
        kept.append((flow, galley))
        if rest:
            return _Filled(tuple(kept), (*rest, *job.parts[flow.end :]))
        left -= galley.columns.depth + 1
    return _Filled(tuple(kept), ())


def _clipped(job: Job, flow: Flow, depth: int, turn: Turn) -> tuple[Galley, tuple[Matters, ...]]:
    """As much of a flow as its columns take at a depth, with a jump line, and the parts left."""
    parts, division = job.parts[flow.start : flow.end], flow.division
    limit = Limit(division.count * depth, depth)
    slugs = job.case.slugs(parts, division.measure, limit=limit)
    stack = Stack(slugs, [0] * division.count)
    if stack.filled(depth)[-1] == len(slugs):
        return Galley(tuple(slugs), stack.balanced()), ()
    if depth < _LEAST or slugs[0].rows >= depth:
        return Galley((), Columns((0,), 0)), parts
    starts = stack.filled(depth, division.count - 1)
    end = stack.reach(starts[-1], depth - 1)
    jump = _jump(job, division.measure, turn)
    columns = Columns((*starts, end + 1), depth)
    return Galley((*slugs[:end], jump), columns), _left(parts, slugs[end])


def _jump(job: Job, measure: int, turn: Turn) -> Slug:
    piece = job.case.piece(Copy(Role.JUMP, Words(turn.onward(), ONWARD)))
    return Slug(1, 0, False, Line(piece, piece.cuts(measure)[0]))


def _left(parts: tuple[Matters, ...], slug: Slug) -> tuple[Matters, ...]:
    """The parts from a slug on; the one that it belongs to has lost what stands before it."""
    match slug.type:
        case Line(piece, line):
            behind = parts[_place(parts, piece) + 1 :]
            return (piece.rest(line.start), *behind)
        case Row(ruling, number):
            behind = parts[_place(parts, ruling.work) + 1 :]
            return (ruling.work.rest(number), *behind)
        case Frame() | Lifted() | Inset():
            frame = slug.type if isinstance(slug.type, Frame) else slug.type.frame
            return parts[_place(parts, frame.mounted) :]
        case _:
            assert_never(slug.type)


def _place(parts: tuple[Matters, ...], part: Matters) -> int:
    return next(place for place, each in enumerate(parts) if each is part)
