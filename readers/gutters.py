"""The white between columns, where an engine read lines across it.

A gutter is a strip that hardly a word crosses over several lines, one below the other, with columns
of text on both sides of it: lines end and begin beside it. White between words wanders from line to
line, and the white of a table has short cells beside it. Heads beside each other need no more than
their white: the words of one head never stand so far apart.

Lengths are ems, of the page's usual type.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from math import isfinite
from statistics import median
from typing import TypeGuard

from layout.geometry import Box, around
from readers.column_edges import FEWEST, Edges, Span
from readers.words import EAST_ASIAN, Located, Word, height_of

_WIDTH = 0.5  # that all lines leave white
_STEP = 0.25
_WIDEST = 40.0  # white that is looked at
_LATIN_WHITE = 1.0  # of a gutter in a line of Latin text, which has white between its words
_MARKED_WHITE = 1.3  # of one in which a mark stands, which has white of its own

_CROSSED = 0.25  # of the lines, at most, beside one: engines misplace words
_CELL = 1.0  # white that parts cells
_PITCH = 2.5  # from the middle of a line to that of the next one of a column, at most
_AROUND = 15.0  # on either side, in which lines tell of a gutter
_ASIDE = 8.0  # what begins farther from it than this tells nothing of it
_MISPLACED = 0.35  # words that reach into a gutter

_LARGE = 1.2  # type so large has wider white between its own words
_HEAD = 1.3  # type of heads
_BETWEEN_HEADS = 3.0  # times the size of their type
_HEAD_WORDS = 3
_MARKS = frozenset("”“’‘\"'`。.,，、·|丨〉》）)")


@dataclass(frozen=True)
class _Row:
    """A line by the places of its words and of its marks, from left to right."""

    middle: float
    words: tuple[Box, ...]
    marks: tuple[Box, ...]
    is_latin: bool

    @cached_property
    def size(self) -> float:
        return median(box.height for box in self.words)

    @cached_property
    def _cells(self) -> tuple[Span, ...]:
        """From where to where words stand without wide white between them."""
        cells: list[Span] = []
        for box in sorted((*self.words, *self.marks), key=_middle):
            if cells and box.x - cells[-1][1] < _CELL:
                cells[-1] = min(cells[-1][0], box.x), max(cells[-1][1], box.right)
            else:
                cells.append((box.x, box.right))
        return tuple(cells)

    def beside(self, x: float) -> tuple[Span | None, Span | None]:
        """From where to where the words on the left and on the right of a place reach."""
        left, right = None, None
        reach = max((b.right for b in self.words if _middle(b) < x), default=None)
        if reach is not None:
            left = min(at for at, end in self._cells if end >= reach), reach
        begins = min((b.x for b in self.words if _middle(b) >= x), default=None)
        if begins is not None and begins - x <= _ASIDE:
            right = begins, max(end for at, end in self._cells if at <= begins)
        return left, right


@dataclass(frozen=True, slots=True)
class _Gutter:
    """White that begins at `left`, from the middle of one line to that of another."""

    left: float
    top: float
    bottom: float

    def goes_through(self, row: _Row) -> bool:
        return self.top <= row.middle <= self.bottom


def parts_of(lines: Sequence[Located], em: float) -> list[tuple[tuple[Word, ...], ...]]:
    """The words of each line, parted at gutters and between heads; `em` is in points."""
    rows = [_row(line, em) for line in lines]
    gutters = _gutters(sorted((r for r in rows if r.words), key=lambda row: row.middle))
    return [
        _parted(line.words, [cut * em for cut in (*_cuts(row, gutters), *_between_heads(line, em))])
        for line, row in zip(lines, rows, strict=True)
    ]


def is_mark(word: Word) -> bool:
    """Whether a word is nothing but marks: engines take the edges of columns for some."""
    return _MARKS.issuperset(word.text.strip())


def _row(line: Located, em: float) -> _Row:
    placed = [(is_mark(w), _in_ems(w.box, em)) for w in line.words if _is_placed(w.box)]
    words = [box for mark, box in placed if not mark]
    if not words and _is_placed(line.box):
        words = [_in_ems(line.box, em)]
    latin = sum(c < EAST_ASIAN for c in line.text)
    return _Row(
        median(box.y + box.height / 2 for box in words) if words else 0.0,
        tuple(sorted(words, key=lambda box: box.x)),
        tuple(box for mark, box in placed if mark),
        2 * latin > len(line.text),
    )


def _is_placed(box: Box | None) -> TypeGuard[Box]:
    """Whether a box is known, and no number in it beyond all bounds."""
    return box is not None and isfinite(box.right + box.bottom)


def _in_ems(box: Box, em: float) -> Box:
    return Box(box.x / em, box.y / em, box.width / em, box.height / em)


def _middle(box: Box) -> float:
    return box.x + box.width / 2


def _gutters(rows: Sequence[_Row]) -> list[_Gutter]:
    """The gutters of a page; its rows come downwards."""
    found: list[_Gutter] = []
    for number, row in enumerate(rows):
        for left, right in _whites(row):
            known = (g for g in found if g.goes_through(row))
            if not any(g.left < right and g.left + _WIDTH > left for g in known):
                found += _gutter(rows, number, (left, right))
    return found


def _whites(row: _Row) -> Iterator[Span]:
    """The white between the words of a line that may be part of a gutter."""
    least = _LATIN_WHITE if row.is_latin else _WIDTH
    if row.size > _LARGE:
        least = max(least, row.size)
    reach = row.words[0].right
    for box in row.words[1:]:
        marked = any(reach <= _middle(mark) <= box.x for mark in row.marks)
        if box.x - reach >= (max(least, _MARKED_WHITE) if marked else least):
            yield reach, box.x
        reach = max(reach, box.right)


def _gutter(rows: Sequence[_Row], number: int, white: Span) -> list[_Gutter]:
    """The gutter that the white in a line is part of, if it is one: the clearest of all."""
    above, below = rows[:number][::-1], rows[number + 1 :]
    most, found = 0, []
    for x in _places(white):
        passed = [*_passed(above, rows[number], x), rows[number], *_passed(below, rows[number], x)]
        clear = _edges(x, passed).clear() if len(passed) >= FEWEST else 0
        if clear > most:
            middles = [row.middle for row in passed]
            most, found = clear, [_Gutter(x, min(middles), max(middles))]
    return found


def _places(white: Span) -> Iterator[float]:
    """Where in the white of a line a gutter may begin."""
    room = min(_WIDEST, white[1] - white[0]) - _WIDTH
    return (white[0] + step * _STEP for step in range(int(room / _STEP) + 1))


def _edges(x: float, rows: Sequence[_Row]) -> Edges:
    """What stands beside a strip that begins at a place."""
    return Edges(x, x + _WIDTH, tuple(row.beside(x) for row in rows))


def _passed(rows: Sequence[_Row], start: _Row, x: float) -> Iterator[_Row]:
    """The lines that leave a strip white, one after the other, away from the first one."""
    at, crossed, seen = start.middle, 0, 0
    was_crossed = False
    for row in rows:
        if abs(row.middle - at) > _PITCH:
            return
        if not any(box.right > x - _AROUND and box.x < x + _AROUND for box in row.words):
            continue
        at, seen = row.middle, seen + 1
        if any(box.x < x + _WIDTH and box.right > x for box in row.words):
            crossed += 1
            if crossed > 1 and (was_crossed or crossed > 1 + _CROSSED * seen):
                return
            was_crossed = True
        else:
            was_crossed = False
            yield row


def _cuts(row: _Row, gutters: Sequence[_Gutter]) -> Iterator[float]:
    """Where gutters part a line, as far as no word of it stands across them."""
    for gutter in gutters:
        x = gutter.left + _WIDTH / 2
        if not gutter.goes_through(row):
            continue
        reach = max((b.right for b in row.words if _middle(b) <= x), default=None)
        begins = min((b.x for b in row.words if _middle(b) > x), default=None)
        if reach is None or begins is None or _is_of_one_head(row, reach, begins):
            continue
        if reach <= x + _WIDTH / 2 + _MISPLACED and begins >= x - _WIDTH / 2 - _MISPLACED:
            yield x


def _is_of_one_head(row: _Row, reach: float, begins: float) -> bool:
    """Whether the white in a line of large type is that between its own words."""
    within = [mark for mark in row.marks if reach <= _middle(mark) <= begins]
    return row.size > _LARGE and begins - max([reach, *(m.right for m in within)]) < row.size


def _between_heads(line: Located, em: float) -> Iterator[float]:
    """Where heads stand beside each other, or one beside something else."""
    words = [word for word in line.words if _is_placed(word.box) and not is_mark(word)]
    reach, runs = 0.0, list[list[Word]]()
    for word in words:
        assert word.box
        if not runs or word.box.x - reach >= _BETWEEN_HEADS * _HEAD * em:
            runs.append([])
        runs[-1].append(word)
        reach = max(reach, word.box.right)
    for run, behind in pairwise(runs):
        first, second = around(w.box for w in run), around(w.box for w in behind)
        assert first
        assert second
        size = max(_type(run), _type(behind))
        if size >= _HEAD * em and second.x - first.right >= _BETWEEN_HEADS * size:
            yield (first.right + second.x) / 2 / em


def _type(words: Sequence[Word]) -> float:
    """The size of type in points, as both heights and widths tell it; 0 of fewer words."""
    if len(words) < _HEAD_WORDS:
        return 0.0
    heights = [word.box.height for word in words if word.box]
    return min(height_of(words, around(word.box for word in words)), median(heights))


def _parted(words: Sequence[Word], cuts: Sequence[float]) -> tuple[tuple[Word, ...], ...]:
    """Words in parts by the cuts, in points, that their middles have passed."""
    numbers, number = [], 0
    for word in words:
        if word.box:
            number = max(number, sum(_middle(word.box) > cut for cut in cuts))
        numbers.append(number)
    numbered = groupby(zip(numbers, words, strict=True), key=lambda pair: pair[0])
    return tuple(tuple(word for _, word in part) for _, part in numbered)
