"""The measure of every block: the column width under which the lines of the old print agree.

A line of set type takes all that fits, so it lacks less than what could not be broken off the next
line: a character with its marks, or a figure. The first line of a paragraph is two ems short, the
last has any length. So each block gives every measure a cost (a negative log likelihood, roughly),
and neighbouring blocks share a measure unless the evidence pays for a change. Widths are counted in
steps of half an em, for Latin text in characters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from math import exp, log
from operator import add
from typing import NamedTuple

from layout.model import Punctuation
from layout.rebuild.lines.pieces import Piece, bullet_of
from layout.rebuild.signs import shows
from layout.rebuild.signs.widths import unbroken, width
from layout.remembered import for_a_page

# What a line costs that lacks so many steps more than its end explains (negative: runs over its
# measure). Of 13,000 lines of generated pages 95 in 100 lack none, and as many of a real page.
_HAN_MISFIT = {-2: 4.7, -1: 3.3, 0: 0.5, 1: 2.5, 2: 4.1, 3: 4.5}
_HAN_SQUEEZED = 1.8
# What it costs that a line is so many steps short if what began the next one is lost.
_HAN_UNSEEN = {-2: 3.8, -1: 2.4, 0: 0.5, 1: 0.6, 2: 2.0, 3: 3.2, 4: 3.8}
_HAN_ODD = 4.8
_CHARACTER = 2
_GLUED, _OVERFLOW = 30, 0.2
_LATIN_SPREAD = 3.0
_LATIN_UNUSED = 2.4
_LATIN_ODD = 4.5
INDENT = 2.0
_FLUSH_START = 1.5
_SQUEEZABLE = "，。、；：！？,;:!?"
_STOPS = "。！？.!?”\"」』’'"
_SWITCH, _SWITCH_AT_HEAD = 6.0, 3.0
_NO_MARK, _NO_END, _SURELY = 1.8, 2.6, 0.7
_LATIN_PER_EM = 2.2
_AROUND = 2.2
_TRUSTED = 0.5
_NARROWEST, _FEWEST_LINES = 10.5, 3


class LineBreak(NamedTuple):
    """Where a line ends and another begins.

    `behind`: the width, in steps, of what could not be broken off the other. `squeezed`: the one
    ends with a mark, which gives up half an em where it would have to begin the next line (CLREQ,
    line adjustment).
    """

    behind: int
    squeezed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Scale:
    """The measures that come into question, in steps: `unit` ems (or characters) each.

    There are three, told apart by identity: they are part of the key of every table of costs.
    """

    punctuation: Punctuation
    unit: float
    low: int
    high: int

    def steps(self, words: str) -> int:
        """The width of words in steps."""
        return _steps(words, self)

    @property
    def indent(self) -> int:
        """The indent of a paragraph in steps."""
        return round(INDENT / self.unit)

    def line_break(self, before: str, behind: str) -> LineBreak:
        """Where a line ends with the words before, and another begins with those behind."""
        return LineBreak(self.steps(unbroken(behind)), before[-1] in _SQUEEZABLE)

    def ems(self, steps: int) -> float:
        """Steps in ems; a character of Latin text is somewhat less than half an em."""
        return steps * self.unit / (_LATIN_PER_EM if self.punctuation is Punctuation.LATIN else 1)


KAIMING = Scale(Punctuation.KAIMING, 0.5, 16, 90)
FULL = Scale(Punctuation.FULL, 0.5, 16, 90)
LATIN = Scale(Punctuation.LATIN, 1.0, 14, 110)

Costs = tuple[float, ...]
Full = tuple[int, LineBreak]
"""The width in steps of a line that another one follows, and where they part."""


@for_a_page
def _steps(words: str, scale: Scale) -> int:
    return round(width(words, scale.punctuation) / scale.unit)


@lru_cache(maxsize=4096)
def short_cost(short: int, scale: Scale, at: LineBreak | None = None) -> float:
    """What it costs that a line inside a paragraph is so many steps shorter than the measure.

    A Chinese line takes all that fits, so it lacks less than what could not be broken off the next
    one, and may as well have any length that this allows. `at` is None where the next one is lost.
    """
    if scale.punctuation is Punctuation.LATIN:
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
def _inner(steps: int, at: LineBreak | None, scale: Scale) -> Costs:
    return tuple(short_cost(m - steps, scale, at) for m in range(scale.low, scale.high + 1))


@lru_cache(maxsize=1024)
def _first(steps: int, at: LineBreak | None, scale: Scale) -> Costs:
    indented = _inner(steps + scale.indent, at, scale)
    flush = _inner(steps, at, scale)
    return tuple(min(a, b + _FLUSH_START) for a, b in zip(indented, flush, strict=True))


@lru_cache(maxsize=1024)
def _last(steps: int, scale: Scale, indent: int = 0) -> Costs:
    """A last line has any length up to the measure, of which an indent takes its part."""
    rooms = (m - indent for m in range(scale.low, scale.high + 1))
    return tuple(
        log(room) + (0.0 if room >= steps - 1 else _HAN_ODD + _overflow(room - steps))
        for room in rooms
    )


def block_costs(pieces: Sequence[Piece], scale: Scale) -> Costs:
    """What each measure of the scale costs a block; all the same where the block says nothing."""
    items = _items(pieces) if scale.punctuation is not Punctuation.LATIN else frozenset()
    if len(pieces) < 2:
        return _widest(scale.steps(pieces[0].words), scale) if items else _nothing(scale)
    steps = [scale.steps(piece.words) for piece in pieces]
    breaks = _breaks(pieces, scale)
    rows = [_inner(s, at, scale) for s, at in zip(steps, breaks, strict=True)]
    for i in range(1, len(steps) - 1):
        if _runs_alike(steps[i - 1 : i + 2]):
            rows[i] = _alike(steps[i], breaks[i], scale)
    rows[0], rows[-1] = _first(steps[0], breaks[0], scale), _last(steps[-1], scale)
    for i in items:
        goes_on = i + 1 < len(pieces) and i + 1 not in items
        rows[i] = _first(steps[i], breaks[i], scale) if goes_on else _last(steps[i], scale)
        if i and i - 1 not in items:
            rows[i - 1] = _last(steps[i - 1], scale)
    return tuple(map(sum, zip(*rows, strict=True)))


def _items(pieces: Sequence[Piece]) -> frozenset[int]:
    return frozenset(i for i, piece in enumerate(pieces) if _begins_item(piece.words))


def _begins_item(words: str) -> bool:
    """Whether words begin like an item of a list: with a bullet, a number or a day."""
    return bullet_of(words) != "" or (
        words[0].isdigit() and (shows("event", words) or shows("number_item", words))
    )


def _nothing(scale: Scale) -> Costs:
    return (0.0,) * (scale.high - scale.low + 1)


@lru_cache(maxsize=1024)
def _widest(steps: int, scale: Scale) -> Costs:
    """For a lone line of running text: it may be of any length, but not run over its measure."""
    return tuple(0.0 if m >= steps - 1 else _HAN_ODD for m in range(scale.low, scale.high + 1))


def _runs_alike(steps: Sequence[int]) -> bool:
    return len(steps) == 3 and all(abs(a - b) <= 3 for a, b in pairwise(steps))


@lru_cache(maxsize=1024)
def _alike(steps: int, at: LineBreak | None, scale: Scale) -> Costs:
    """For a line as long as its neighbours: it may run around a picture, short of any measure."""
    narrowest = steps - scale.low
    return tuple(
        min(c, _AROUND) if m > narrowest else c for m, c in enumerate(_inner(steps, at, scale))
    )


def combined(*costs: Costs) -> Costs:
    """What several things cost together, by measure."""
    return tuple(map(sum, zip(*costs, strict=True)))


def lines_costs(
    first: Sequence[Full], inner: Sequence[Full], last: Sequence[int], scale: Scale
) -> Costs:
    """What each measure costs lines of known places: first, inner and last lines, in steps."""
    return combined(
        _nothing(scale),
        *(_first(s, at, scale) for s, at in first),
        *(_inner(s, at, scale) for s, at in inner),
        *(_last(s, scale) for s in last),
    )


def list_costs(first: Sequence[Full], alone: Sequence[int], scale: Scale) -> Costs:
    """What each measure costs the items of one list: first lines that go on, and lone ones.

    They are indented alike: all by two ems, or none.
    """
    indent = scale.indent
    indented = combined(
        _nothing(scale),
        *(_inner(s + indent, at, scale) for s, at in first),
        *(_last(s, scale, indent) for s in alone),
    )
    flush = combined(
        _nothing(scale),
        *(_inner(s, at, scale) for s, at in first),
        *(_last(s, scale) for s in alone),
    )
    return tuple(min(a, b + _FLUSH_START) for a, b in zip(indented, flush, strict=True))


def block_measures(
    blocks: Sequence[Costs], heads: Sequence[bool], scale: Scale
) -> tuple[tuple[int, ...], float]:
    """The cheapest measure, in steps, for every block in turn, and what they cost together.

    `heads`: which blocks are headings, where a measure changes more easily. A measure is 0 where
    the lines of a stretch of blocks do not tell it.
    """
    totals = [0.0] * (scale.high - scale.low + 1)
    choices: list[Sequence[int]] = []
    for costs, head in zip(blocks, heads, strict=True):
        least = min(totals)
        best, stay = totals.index(least), least + (_SWITCH_AT_HEAD if head else _SWITCH)
        if max(totals) > stay:
            choices.append([best if t > stay else i for i, t in enumerate(totals)])
            totals = [min(t, stay) for t in totals]
        else:
            choices.append(range(len(totals)))
        totals = list(map(add, totals, costs))
    last = totals.index(min(totals))
    path = [last]
    for choice in reversed(choices):
        path.append(choice[path[-1]])
    chosen = [scale.low + m for m in reversed(path[:-1])]
    return tuple(_trusted(chosen, blocks, scale)), totals[last]


def _trusted(chosen: Sequence[int], blocks: Sequence[Costs], scale: Scale) -> Iterator[int]:
    """The measures, but 0 for a stretch of blocks whose lines do not tell theirs."""
    for measure, run in groupby(range(len(chosen)), key=chosen.__getitem__):
        stretch = tuple(run)
        costs = tuple(map(sum, zip(*(blocks[i] for i in stretch), strict=True)))
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
    costs[0] = min(indented, costs[0] + _FLUSH_START)
    any_length = log(measure)
    ended = zip(pieces, breaks, costs[:-1], strict=False)
    if any(at and piece.words[-1] in _STOPS and cost > any_length for piece, at, cost in ended):
        return False  # a paragraph ends inside, and something else may begin
    if len(steps) > 1:
        lost = min(any_length + _NO_MARK, costs[-1] + _NO_END)
        costs[-1] = any_length if pieces[-1].words[-1] in _STOPS else lost
    return sum(costs) < (any_length - _SURELY) * len(steps)


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
    indent = round(INDENT / scale.unit)
    full = [-1 <= lack <= 2 for lack in lacks]
    begins = [-1 <= lack - indent <= 2 for lack in lacks]
    last = [shows("closed", piece.words[-4:]) for piece in pieces]
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


def certainty_of(costs: Costs, chosen: int) -> float:
    """How sure a measure is: its share of the likelihood, half an em to either side included."""
    least = min(costs)
    shares = [exp(least - c) for c in costs]
    return sum(shares[max(0, chosen - 1) : chosen + 2]) / sum(shares)
