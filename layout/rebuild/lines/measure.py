"""The measure of every block: the column width under which the lines of the old print agree.

The lines of a block give every measure a cost (see `fullness.py`), and neighbouring blocks share a
measure unless the evidence pays for a change. Widths are in steps of a scale (`scale.py`).
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import log
from operator import add

from layout.rebuild.lines.fullness import (
    Costs,
    certainty_of,
    first_line,
    indented_or_flush,
    inner_line,
    last_line,
    line_around,
    lone_line,
    no_evidence,
    short_cost,
)
from layout.rebuild.lines.pieces import Piece, bullet_of
from layout.rebuild.lines.scale import LATIN, LineBreak, Scale
from layout.rebuild.lines.width_costs import width_costs
from layout.rebuild.signs import is_closed, shows
from layout.rebuild.signs.costs import together
from layout.remembered import for_a_page

_STOPS = "。！？.!?”\"」』’'"
_TRUSTED = 0.5
_NARROWEST, _FEWEST_LINES = 10.5, 3


def block_costs(pieces: Sequence[Piece], scale: Scale) -> Costs:
    """What each measure of the scale costs a block; all the same where the block says nothing."""
    items = _items(pieces) if scale is not LATIN else frozenset()
    if len(pieces) < 2:
        return lone_line(scale.steps(pieces[0].words), scale) if items else no_evidence(scale)
    steps = [scale.steps(piece.words) for piece in pieces]
    breaks = _breaks(pieces, scale)
    rows = [inner_line(s, at, scale) for s, at in zip(steps, breaks, strict=True)]
    for i in range(1, len(steps) - 1):
        if _runs_alike(steps[i - 1 : i + 2]):
            rows[i] = line_around(steps[i], breaks[i], scale)
    rows[0], rows[-1] = first_line(steps[0], breaks[0], scale), last_line(steps[-1], scale)
    for i in items:
        goes_on = i + 1 < len(pieces) and i + 1 not in items
        rows[i] = first_line(steps[i], breaks[i], scale) if goes_on else last_line(steps[i], scale)
        if i and i - 1 not in items:
            rows[i - 1] = last_line(steps[i - 1], scale)
    return together(*rows)


def _items(pieces: Sequence[Piece]) -> frozenset[int]:
    return frozenset(i for i, piece in enumerate(pieces) if _begins_item(piece.words))


@for_a_page  # for each scale that comes into question
def _begins_item(words: str) -> bool:
    """Whether words begin like an item of a list: with a bullet, a number or a day."""
    return bullet_of(words) != "" or (
        words[0].isdigit() and (shows("event", words) or shows("number_item", words))
    )


def _runs_alike(steps: Sequence[int]) -> bool:
    return len(steps) == 3 and all(abs(a - b) <= 3 for a, b in pairwise(steps))


def block_measures(
    blocks: Sequence[Costs], heads: Sequence[bool], scale: Scale
) -> tuple[tuple[int, ...], float]:
    """The cheapest measure, in steps, for every block in turn, and what they cost together.

    `heads`: which blocks are headings, where a measure changes more easily. A measure is 0 where
    the lines of a stretch of blocks do not tell it.
    """
    switch, at_head = (width_costs().measure[name] for name in ("switch", "switch_at_head"))
    totals = [0.0] * (scale.high - scale.low + 1)
    before: list[tuple[Sequence[float], float]] = []  # up to a block; where its measure is new
    for costs, head in zip(blocks, heads, strict=True):
        new = min(totals) + (at_head if head else switch)
        before.append((totals, new))
        least = [total if total < new else new for total in totals]  # noqa: FURB136  half the time
        totals = list(map(add, least, costs))
    last = totals.index(min(totals))
    path = [last]
    for earlier, new in reversed(before):
        path.append(earlier.index(min(earlier)) if earlier[path[-1]] > new else path[-1])
    chosen = [scale.low + m for m in reversed(path[:-1])]
    return tuple(_trusted(chosen, blocks, scale)), totals[last]


def _trusted(chosen: Sequence[int], blocks: Sequence[Costs], scale: Scale) -> Iterator[int]:
    """The measures, but 0 for a stretch of blocks whose lines do not tell theirs."""
    for measure, run in groupby(range(len(chosen)), key=chosen.__getitem__):
        stretch = tuple(run)
        costs = together(*(blocks[i] for i in stretch))
        known = certainty_of(costs, measure - scale.low) >= _TRUSTED
        yield from (measure if known else 0 for _ in stretch)


def fills(pieces: Sequence[Piece], measure: int, scale: Scale) -> bool:
    """Whether a block is set in the measure, rather than in lines of any length.

    Set in it, its first line is indented or flush and those behind it are full, but for the last,
    which closes a sentence, or is full as well where the one behind it was lost.
    """
    steps = _joined([scale.steps(piece.words) for piece in pieces], measure)
    if not steps or bullet_of(pieces[0].words) or steps[-1] > measure + 1:
        return False
    breaks = _breaks(pieces, scale) if len(steps) == len(pieces) else (None,) * len(steps)
    costs = [short_cost(measure - s, scale, at) for s, at in zip(steps, breaks, strict=True)]
    indented = short_cost(measure - scale.indent - steps[0], scale, breaks[0])
    costs[:1] = indented_or_flush([indented], costs[:1])
    any_length, told = log(measure), width_costs().measure
    ended = zip(pieces, breaks, costs[:-1], strict=False)
    if any(at and piece.words[-1] in _STOPS and cost > any_length for piece, at, cost in ended):
        return False  # a paragraph ends inside, and something else may begin
    if len(steps) > 1:
        lost = min(any_length + told["no_mark"], costs[-1] + told["no_end"])
        costs[-1] = any_length if pieces[-1].words[-1] in _STOPS else lost
    return sum(costs) < (any_length - told["surely"]) * len(steps)


def _breaks(pieces: Sequence[Piece], scale: Scale) -> tuple[LineBreak | None, ...]:
    """For every piece of a block where its line parts from the next one; None for the last."""
    parted = (scale.line_break(one.words, two.words) for one, two in pairwise(pieces))
    return (*parted, None)


def runs_in(pieces: Sequence[Piece], measure: int, scale: Scale) -> bool:
    """Whether lines are those of paragraphs in the measure: each full, indented, or a last one.

    A measure that narrow may be that of verses, which are all of one length.
    """
    if measure < _NARROWEST / scale.unit or len(pieces) < _FEWEST_LINES:
        return False
    lacks = [measure - scale.steps(piece.words) for piece in pieces]
    indent = scale.indent
    full = [-1 <= lack <= 2 for lack in lacks]
    begins = [-1 <= lack - indent <= 2 for lack in lacks]
    last = [is_closed(piece.words) for piece in pieces]
    inner = zip(full[:-1], begins[:-1], last[:-1], [True, *last[:-2]], strict=True)
    return any(full[1:]) and all(f or ends or (b and after) for f, b, ends, after in inner)


def _joined(steps: Sequence[int], measure: int) -> list[int]:
    """The widths of lines, taken together where a false blank parts a line within the measure."""
    lines = list(steps[:2])
    for width_ in steps[2:]:
        if lines[-1] + width_ <= measure + 1:
            lines[-1] += width_
        else:
            lines.append(width_)
    return lines if len(lines) > 2 else list(steps)


def line_measures(pieces: Sequence[Piece], measure: int, scale: Scale) -> tuple[int, ...]:
    """The measure of each line of a block, in steps: narrower where lines run around something."""
    steps = [scale.steps(piece.words) for piece in pieces]
    own = [measure] * len(steps)
    for i in range(1, len(steps) - 1):
        around = steps[i - 1 : i + 2]
        if max(around) < measure - 1 and _runs_alike(around):
            own[i] = max(steps[i], steps[i + 1])
    if len(own) > 2:
        own[-1] = own[-2]
    return tuple(own)
