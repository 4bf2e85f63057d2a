"""What every line of a page is by its width: part of running text in some measure, or set apart.

Running text fills one measure, line for line, but for first lines, which are two ems short, and
last ones; what is set otherwise (headlines, names, captions) does not. The cheapest way to take
all lines of a page as one of these is sought at once (dynamic programming over kinds and measures).
Widths and measures are in steps of the scale.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache
from math import inf, log
from operator import attrgetter, itemgetter
from typing import NamedTuple

from layout.rebuild.lines.fullness import short_cost
from layout.rebuild.lines.scale import FULL, KAIMING, LATIN, Scale
from layout.rebuild.lines.width_costs import Behind, width_costs

WIDEST = {KAIMING: 60, FULL: 60, LATIN: 110}
"""Of the columns of running text: 30 ems, or as many Latin characters as a scale has."""

_NARROWEST = 20
_SAME, _MOST_MEASURES = 2, 16  # lines of one width make it a measure; so many are tried
_BEAM = 8.0  # dearer than the cheapest way so far by this, another is given up
_COST, _FIRST = attrgetter("cost"), itemgetter(0)


class Kind(IntEnum):
    """What a line is: the first, an inner or the last one of a paragraph, or set apart."""

    FIRST = 0
    INNER = 1
    LAST = 2
    APART = 3


_KINDS = tuple(Kind)


class Row(NamedTuple):
    """A line: its width, whether it ends a sentence, begins an item, names somebody.

    `fixed`: it is known to be set apart.
    """

    steps: int
    closed: bool
    item: bool
    named: bool
    fixed: bool


class Told(NamedTuple):
    """What a line is, and the measure of the text around it; `cost`: that of all up to it."""

    cost: float
    kind: Kind
    measure: int
    before: "Told | None"


class Kinds(NamedTuple):
    """What lines are, first to last, and what that costs together."""

    cost: float
    told: tuple[Told, ...]


def kinds_of(rows: Sequence[Row], scale: Scale) -> Kinds:
    """The cheapest way to take the lines of a page; there is at least one."""
    measures = _measures(rows, scale)
    told = [Told(0.0, Kind.APART, measure, None) for measure in measures]
    costs, closed = width_costs(), True
    for row in rows:
        behind = costs.behind_closed if closed else costs.behind_open
        ways = list(_ways(told, row, behind, measures, scale))
        most = min(way.cost for way in ways) + _BEAM
        told = [way for way in ways if way.cost <= most]
        closed = row.closed
    best = min(told, key=_COST)
    return Kinds(best.cost, tuple(_path(best))[-2::-1])


def begins(before: Told, told: Told) -> bool:
    """Whether something else begins with a line than what the one before it belongs to."""
    apart = Kind.APART in (before.kind, told.kind) or before.kind is Kind.LAST
    return apart or told.kind is Kind.FIRST or before.measure != told.measure


def _measures(rows: Sequence[Row], scale: Scale) -> list[int]:
    """The widths that are likely to be measures."""
    widths = Counter(row.steps for row in rows if _NARROWEST <= row.steps <= WIDEST[scale])
    often = [width for width, count in widths.most_common(_MOST_MEASURES) if count >= _SAME]
    return often or [WIDEST[scale]]


def _path(told: Told | None) -> Iterator[Told]:
    while told:
        yield told
        told = told.before


def _ways(
    told: Sequence[Told], row: Row, behind: Behind, measures: Sequence[int], scale: Scale
) -> Iterator[Told]:
    """The cheapest way to take a line as each kind in each measure, behind those taken before."""
    here: dict[int, list[Told]] = {measure: [] for measure in measures}
    for before in told:
        here[before.measure].append(before)
    changed = [(t.cost + _change(t), t) for t in told]
    far = [min(((c + behind[t.kind][kind], t) for c, t in changed), key=_FIRST) for kind in _KINDS]
    for measure in measures:
        for kind, own, (cost, best) in zip(_KINDS, _costs(row, measure, scale), far, strict=True):
            for before in here[measure]:
                stayed = before.cost + behind[before.kind][kind]
                if stayed < cost:
                    cost, best = stayed, before
            if own < inf:
                yield Told(own + cost, kind, measure, best)


def _change(before: Told) -> float:
    """What it costs that another measure begins behind a line."""
    return width_costs().kind["other_at_head" if before.kind is Kind.APART else "other_measure"]


@lru_cache(maxsize=4096)
def _costs(row: Row, measure: int, scale: Scale) -> tuple[float, float, float, float]:
    """What it costs that a line is of each kind, in a measure."""
    kind, short = width_costs().kind, measure - row.steps
    inner, indented = short_cost(short, scale), short_cost(short - scale.indent, scale)
    last = log(measure) + kind["open_last"] * (not row.closed) if short >= 0 else inf
    text = inf if row.fixed else kind["named_in_text"] * row.named
    return (
        text + (min(indented, inner) if row.item else indented),
        text + inner + kind["item_inside"] * row.item,
        text + last,
        kind["apart"] + kind["closed_apart"] * (row.closed and not row.named),
    )
