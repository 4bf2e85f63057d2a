"""What each measure costs the lines of old print: first, inner and last ones, and lone ones.

A line of set type takes all that fits, so it lacks less than what could not be broken off the next
line: a character with its marks, or a figure. The first line of a paragraph is two ems short, the
last has any length. Costs are negative logarithms of likelihoods, roughly; widths are in steps.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import exp, log

from layout.rebuild.lines.scale import LATIN, LineBreak, Scale
from layout.rebuild.signs.costs import together

# What a line costs that lacks so many steps more than its end explains (negative: runs over its
# measure). Of 13,000 lines of generated pages 95 in 100 lack none, and as many of a real page.
_HAN_MISFIT = {-2: 4.7, -1: 3.3, 0: 0.5, 1: 2.5, 2: 4.1, 3: 4.5}
_HAN_SQUEEZED = 1.8
# What it costs that a line is so many steps short if what began the next one is lost.
_HAN_UNSEEN = {-2: 3.8, -1: 2.4, 0: 0.5, 1: 0.6, 2: 2.0, 3: 3.2, 4: 4.6}
_HAN_ODD = 4.8
_CHARACTER = 2
_GLUED, _OVERFLOW = 30, 0.2
_LATIN_SPREAD = 3.0
_LATIN_UNUSED = 2.4
_LATIN_ODD = 4.5
FLUSH_START = 1.5
"""What it costs that a paragraph begins without an indent."""

_AROUND = 2.2

Costs = tuple[float, ...]
Full = tuple[int, LineBreak]
"""The width in steps of a line that another one follows, and where they part."""


@lru_cache(maxsize=4096)
def short_cost(short: int, scale: Scale, at: LineBreak | None = None) -> float:
    """What it costs that a line inside a paragraph is so many steps shorter than the measure.

    A Chinese line takes all that fits, so it lacks less than what could not be broken off the next
    one, and may as well have any length that this allows. `at` is None where the next one is lost.
    """
    if scale is LATIN:
        centred = (short - _LATIN_UNUSED) / _LATIN_SPREAD
        return min(_LATIN_ODD, 1.2 + 0.5 * centred * centred)
    if at is None:
        return _HAN_UNSEEN.get(short, _HAN_ODD) + _overflow(short)
    if at.squeezed and short == -1:
        return _HAN_SQUEEZED
    unexplained = min(short, 0) + max(short - at.behind + 1, 0)
    lengths = log(max(at.behind, _CHARACTER) / _CHARACTER)
    return lengths + _HAN_MISFIT.get(unexplained, _HAN_ODD) + _overflow(short)


def _overflow(short: int) -> float:
    """What it costs more that a line runs far over its measure: two were glued at the most."""
    return max(0.0, (-short - _GLUED) * _OVERFLOW)


@lru_cache(maxsize=4096)
def inner_line(steps: int, at: LineBreak | None, scale: Scale) -> Costs:
    """For a line inside a paragraph: it takes all that fits."""
    return tuple(short_cost(m - steps, scale, at) for m in range(scale.low, scale.high + 1))


@lru_cache(maxsize=1024)
def first_line(steps: int, at: LineBreak | None, scale: Scale) -> Costs:
    """For the first of several lines: it is two ems short, or flush, which is rarer."""
    indented = inner_line(steps + scale.indent, at, scale)
    flush = inner_line(steps, at, scale)
    return tuple(min(a, b + FLUSH_START) for a, b in zip(indented, flush, strict=True))


@lru_cache(maxsize=1024)
def last_line(steps: int, scale: Scale, indent: int = 0) -> Costs:
    """For a last line: it has any length up to the measure, of which an indent takes its part."""
    rooms = (m - indent for m in range(scale.low, scale.high + 1))
    return tuple(
        log(room) + (0.0 if room >= steps - 1 else _HAN_ODD + _overflow(room - steps))
        for room in rooms
    )


def no_evidence(scale: Scale) -> Costs:
    """For what tells nothing of its measure."""
    return (0.0,) * (scale.high - scale.low + 1)


@lru_cache(maxsize=1024)
def lone_line(steps: int, scale: Scale) -> Costs:
    """For a lone line of running text: it may be of any length, but not run over its measure."""
    return tuple(0.0 if m >= steps - 1 else _HAN_ODD for m in range(scale.low, scale.high + 1))


@lru_cache(maxsize=1024)
def line_around(steps: int, at: LineBreak | None, scale: Scale) -> Costs:
    """For a line as long as its neighbours: it may run around a picture, short of any measure."""
    narrowest = steps - scale.low
    return tuple(
        min(c, _AROUND) if m > narrowest else c for m, c in enumerate(inner_line(steps, at, scale))
    )


def lines_costs(
    first: Sequence[Full], inner: Sequence[Full], last: Sequence[int], scale: Scale
) -> Costs:
    """What each measure costs lines of known places: first, inner and last lines, in steps."""
    return together(
        no_evidence(scale),
        *(first_line(s, at, scale) for s, at in first),
        *(inner_line(s, at, scale) for s, at in inner),
        *(last_line(s, scale) for s in last),
    )


def list_costs(first: Sequence[Full], alone: Sequence[int], scale: Scale) -> Costs:
    """What each measure costs the items of one list: first lines that go on, and lone ones.

    They are indented alike: all by two ems, or none.
    """
    indent = scale.indent
    indented = together(
        no_evidence(scale),
        *(inner_line(s + indent, at, scale) for s, at in first),
        *(last_line(s, scale, indent) for s in alone),
    )
    flush = together(
        no_evidence(scale),
        *(inner_line(s, at, scale) for s, at in first),
        *(last_line(s, scale) for s in alone),
    )
    return tuple(min(a, b + FLUSH_START) for a, b in zip(indented, flush, strict=True))


def certainty_of(costs: Costs, chosen: int) -> float:
    """How sure a measure is: its share of the likelihood, half an em to either side included."""
    least = min(costs)
    shares = [exp(least - c) for c in costs]
    return sum(shares[max(0, chosen - 1) : chosen + 2]) / sum(shares)
