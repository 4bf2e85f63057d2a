"""The measure of every block: the column width under which the lines of the old print agree.

A line of set type fills its measure but for half an em here and there, where a mark may not start
a line; the first line of a paragraph is two ems short, the last has any length. So each block
gives every measure a cost (a negative log likelihood, roughly), and neighbouring blocks share a
measure unless the evidence pays for a change. Widths are counted in steps of half an em, for Latin
text in characters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from math import exp, log
from operator import add

from layout.model import Punctuation
from layout.rebuild.pieces import Piece, bullet_of
from layout.rebuild.signs import shows
from layout.rebuild.widths import width

# What a line costs that falls so many steps short of its measure (negative: runs over it).
_HAN_SHORT = {-2: 3.8, -1: 2.4, 0: 0.5, 1: 0.9, 2: 2.0, 3: 3.2, 4: 3.8}
_HAN_ODD = 4.5
_GLUED, _OVERFLOW = 30, 0.2
_LATIN_SPREAD = 3.0
_LATIN_UNUSED = 2.4
INDENT = 2.0
_FLUSH_START = 1.5
_STOPS = "。！？.!?”\"」』’'"
_SWITCH, _SWITCH_AT_HEAD = 6.0, 3.0
_LATIN_PER_EM = 2.2
_AROUND = 2.2
_TRUSTED = 0.5


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
        return round(width(words, self.punctuation) / self.unit)

    def ems(self, steps: int) -> float:
        """Steps in ems; a character of Latin text is somewhat less than half an em."""
        return steps * self.unit / (_LATIN_PER_EM if self.punctuation is Punctuation.LATIN else 1)


KAIMING = Scale(Punctuation.KAIMING, 0.5, 16, 90)
FULL = Scale(Punctuation.FULL, 0.5, 16, 90)
LATIN = Scale(Punctuation.LATIN, 1.0, 14, 110)

Costs = tuple[float, ...]


def short_cost(short: int, scale: Scale) -> float:
    """What it costs that a line inside a paragraph is so many steps shorter than the measure."""
    if scale.punctuation is not Punctuation.LATIN:
        return _HAN_SHORT.get(short, _HAN_ODD) + _overflow(short)
    centred = (short - _LATIN_UNUSED) / _LATIN_SPREAD
    return min(4.5, 1.2 + 0.5 * centred * centred)


def _overflow(short: int) -> float:
    """What it costs more that a line runs far over its measure: two were glued at the most."""
    return max(0.0, (-short - _GLUED) * _OVERFLOW)


@lru_cache(maxsize=1024)
def _inner(steps: int, scale: Scale) -> Costs:
    return tuple(short_cost(m - steps, scale) for m in range(scale.low, scale.high + 1))


@lru_cache(maxsize=1024)
def _first(steps: int, scale: Scale) -> Costs:
    indented = _inner(steps + round(INDENT / scale.unit), scale)
    flush = _inner(steps, scale)
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
    rows = [_inner(s, scale) for s in steps]
    for i in range(1, len(steps) - 1):
        if _runs_alike(steps[i - 1 : i + 2]):
            rows[i] = _alike(steps[i], scale)
    rows[0], rows[-1] = _first(steps[0], scale), _last(steps[-1], scale)
    for i in items:
        goes_on = i + 1 < len(pieces) and i + 1 not in items
        rows[i] = _first(steps[i], scale) if goes_on else _last(steps[i], scale)
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
def _alike(steps: int, scale: Scale) -> Costs:
    """For a line as long as its neighbours: it may run around a picture, short of any measure."""
    narrowest = steps - scale.low
    return tuple(
        min(c, _AROUND) if m > narrowest else c for m, c in enumerate(_inner(steps, scale))
    )


def combined(*costs: Costs) -> Costs:
    """What several things cost together, by measure."""
    return tuple(map(sum, zip(*costs, strict=True)))


def lines_costs(
    first: Sequence[int], inner: Sequence[int], last: Sequence[int], scale: Scale
) -> Costs:
    """What each measure costs lines of known places: first, inner and last lines, in steps."""
    return combined(
        _nothing(scale),
        *(_first(s, scale) for s in first),
        *(_inner(s, scale) for s in inner),
        *(_last(s, scale) for s in last),
    )


def list_costs(first: Sequence[int], alone: Sequence[int], scale: Scale) -> Costs:
    """What each measure costs the items of one list: first lines that go on, and lone ones.

    They are indented alike: all by two ems, or none.
    """
    indent = round(INDENT / scale.unit)
    indented = combined(
        _nothing(scale),
        *(_inner(s + indent, scale) for s in first),
        *(_last(s, scale, indent) for s in alone),
    )
    flush = combined(
        _nothing(scale), *(_inner(s, scale) for s in first), *(_last(s, scale) for s in alone)
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
    """Whether a block is set in the measure: its first line indented or full, those behind full.

    Of a block of two lines, where chance plays a part, the last must be full too, or closed.
    """
    steps = _joined([scale.steps(piece.words) for piece in pieces], measure)
    if not steps or bullet_of(pieces[0].words) or steps[-1] > measure + 1:
        return False
    lacks = measure - steps[0]
    indented = abs(lacks - round(INDENT / scale.unit)) <= (1 if len(steps) == 1 else 2)
    flush = abs(lacks) <= 1
    if len(steps) == 1:
        return indented or flush
    if len(steps) == 2:
        full = measure - steps[-1] <= 1
        return (indented or flush) and (full or pieces[-1].words[-1] in _STOPS)
    return (indented or flush) and all(abs(measure - s) <= 2 for s in steps[1:-1])


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
