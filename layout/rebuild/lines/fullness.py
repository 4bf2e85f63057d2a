"""What each measure costs the lines of old print: first, inner and last ones, and lone ones.

A line of set type takes all that fits, so it lacks less than what could not be broken off the next
line: a character with its marks, or a figure. The first line of a paragraph is two ems short, the
last has any length. Costs are negative logarithms of likelihoods, roughly; widths are in steps.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import erf, exp, log, sqrt

from layout.rebuild.lines.scale import LATIN, LineBreak, Scale
from layout.rebuild.lines.width_costs import width_costs
from layout.rebuild.signs.costs import together

_CHARACTER = 2  # steps
_NEVER = 1e-9

Costs = tuple[float, ...]
Full = tuple[int, LineBreak]
"""The width in steps of a line that another one follows, and where they part."""


@lru_cache(maxsize=4096)
def short_cost(short: int, scale: Scale, at: LineBreak | None = None) -> float:
    """What it costs that a line inside a paragraph is so many steps shorter than the measure.

    A line takes all that fits, so it lacks less than what could not be broken off the next one, and
    may as well have any length that this allows. `at` is None where the next one is lost.
    """
    told = width_costs()
    full = told.full
    if scale is LATIN:
        return _latin_cost(short, full["latin_word"] if at is None else at.behind)
    if at is None:
        return told.unseen.get(short, full["han_odd"]) + _overflow(short)
    if at.squeezed and short == -1:
        return full["han_squeezed"]
    unexplained = min(short, 0) + max(short - at.behind + 1, 0)
    lengths = log(max(at.behind, _CHARACTER) / _CHARACTER)
    return lengths + told.misfit.get(unexplained, full["han_odd"]) + _overflow(short)


def _latin_cost(short: int, word: float) -> float:
    """What it costs that a line of Latin text leaves so much room before a word so long.

    Any room up to the word's length is as likely, give or take what letters differ in width; where
    the word can be broken, mostly less than a syllable is left.
    """
    full = width_costs().full
    breaks = full["latin_broken"] if word >= full["latin_long"] else 0.0
    whole = _up_to(short, word) * (1 - breaks)
    chance = whole + breaks * _up_to(short, min(word, full["latin_syllable"]))
    return min(full["latin_odd"], full["latin_least"] - log(max(chance, _NEVER)))


def _up_to(short: int, most: float) -> float:
    """The chance of so much room where any from 0 to the most is as likely."""
    spread = width_costs().full["latin_spread"]
    below, above = (erf((end - short) / spread / sqrt(2)) for end in (-0.5, most + 0.5))
    return (above - below) / 2


def _overflow(short: int) -> float:
    """What it costs more that a line runs far over its measure: two were glued at the most."""
    full = width_costs().full
    return max(0.0, (-short - full["glued"]) * full["overflow"])


@lru_cache(maxsize=4096)
def inner_line(steps: int, at: LineBreak | None, scale: Scale) -> Costs:
    """For a line inside a paragraph: it takes all that fits."""
    return tuple(short_cost(m - steps, scale, at) for m in range(scale.low, scale.high + 1))


@lru_cache(maxsize=1024)
def first_line(steps: int, at: LineBreak | None, scale: Scale) -> Costs:
    """For the first of several lines: it is two ems short, or flush, which is rarer."""
    indented = inner_line(steps + scale.indent, at, scale)
    flush = inner_line(steps, at, scale)
    return indented_or_flush(indented, flush)


def indented_or_flush(indented: Sequence[float], flush: Sequence[float]) -> Costs:
    """The cheaper of two ways to begin a paragraph; without an indent is the rarer one."""
    more = width_costs().full["flush_start"]
    return tuple(min(a, b + more) for a, b in zip(indented, flush, strict=True))


@lru_cache(maxsize=1024)
def last_line(steps: int, scale: Scale, indent: int = 0) -> Costs:
    """For a last line: it has any length up to the measure, of which an indent takes its part."""
    rooms = (m - indent for m in range(scale.low, scale.high + 1))
    odd = width_costs().full["han_odd"]
    return tuple(
        log(room) + (0.0 if room >= steps - 1 else odd + _overflow(room - steps)) for room in rooms
    )


def no_evidence(scale: Scale) -> Costs:
    """For what tells nothing of its measure."""
    return (0.0,) * (scale.high - scale.low + 1)


@lru_cache(maxsize=1024)
def lone_line(steps: int, scale: Scale) -> Costs:
    """For a lone line of running text: it may be of any length, but not run over its measure."""
    odd = width_costs().full["han_odd"]
    return tuple(0.0 if m >= steps - 1 else odd for m in range(scale.low, scale.high + 1))


@lru_cache(maxsize=1024)
def line_around(steps: int, at: LineBreak | None, scale: Scale) -> Costs:
    """For a line as long as its neighbours: it may run around a picture, short of any measure."""
    narrowest, most = steps - scale.low, width_costs().full["around"]
    return tuple(
        min(c, most) if m > narrowest else c for m, c in enumerate(inner_line(steps, at, scale))
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
    return indented_or_flush(indented, flush)


def certainty_of(costs: Costs, chosen: int) -> float:
    """How sure a measure is: its share of the likelihood, half an em to either side included."""
    least = min(costs)
    shares = [exp(least - c) for c in costs]
    return sum(shares[max(0, chosen - 1) : chosen + 2]) / sum(shares)
