"""Lines that the OCR put elsewhere on the page: each is read again where it may belong.

A line in a block of its own may be the last one of another paragraph than the one it stands behind.
The page costs something as it stands: the line behind what is before it, and another paragraph
without its end. With the line moved there it costs something else. Only the lines beside the three
seams differ, so these short stretches are read both ways (`stretches.py`). Where a line is likelier
to belong in one place than in all others together, it is moved, and the page is read anew there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from math import erfc, exp, log, sqrt
from operator import attrgetter

from layout.rebuild.lines.scale import LATIN
from layout.rebuild.reading import Reading, read_again, stretch_cost
from layout.rebuild.reading.open_ends import ends_open
from layout.rebuild.reading.stretches import in_block, rearranged, set_behind
from layout.rebuild.signs.costs import INDENTED, ITEMS, costs
from layout.rebuild.survey import Survey
from layout.rebuild.survey.candidates import Stream
from layout.rebuild.survey.seams import bonds_of
from layout.remembered import for_a_page
from layout.text import LineEnd

_RUNNING = INDENTED | ITEMS
_MISREAD = frozenset(
    {"headline", "subheadline", "subhead", "kicker", "timeline_year", "poem_line", "caption"}
)  # as what a line in a block of its own is read
_PUT_BETWEEN = frozenset({"caption", "photo_credit", "folio", "date", "editor_credits"})
_BEGINNING = frozenset(
    {"heading", "bullet", "number_item", "colon_end", "event", "caps", "year"}
    | {"question", "answer", "asking_voice", "answering_voice"}
)  # signs of what heads or begins something
_ENTRIES = frozenset({"roster", "roster_on", "programme", "in_programme"})
"""Signs of what tells no sentence, and so lacks no end of one."""
_REACH = 5  # blocks
_BESIDE = 2  # lines behind a seam that tell whether a paragraph goes on there
_OVER, _WIDEST = 1, 80  # steps that a line may have too many, and where no measure is known
_AROUND = 6  # lines on either side of a new seam that are read again
_LIKELY, _MOST_SURE = 0.5, 0.95
_WHY = "the line ends nothing where it stood, and the paragraph here lacks its end"


@dataclass(frozen=True, slots=True)
class _Move:
    """A block of one line, the block behind which it may belong, and how much cheaper it is."""

    block: int
    target: int
    gain: float

    def is_open(self, taken: Set[int]) -> bool:
        """Whether neither its line nor the paragraph is part of a move that is made."""
        return taken.isdisjoint({self.block, self.target})


@dataclass(frozen=True, slots=True)
class _Sure:
    """A move that is made, and how sure it is."""

    move: _Move
    certainty: float


def with_lines_home(
    survey: Survey, readings: tuple[Reading, ...]
) -> tuple[Survey, tuple[Reading, ...]]:
    """The page with every line that stands astray where it belongs, and its reading then."""
    stream = survey.stream
    page = _Page(
        replace(stream, bonds=stream.bonds or bonds_of(stream.pieces, stream.seams)), readings
    )
    moves = tuple(_chosen([move for number in page.loose() for move in page.moves(number)]))
    if not moves:
        return survey, readings
    moved, order = page.with_moved(stream, moves)
    return replace(survey, stream=moved), page.read_again(moved, order)


def _chosen(moves: Sequence[_Move]) -> Iterator[_Sure]:
    """The moves that are likelier than all others of the same line and its staying together.

    The likeliest first: what it takes, a line or the end of a paragraph, rivals no other any more.
    """
    taken: set[int] = set()
    of_line = _grouped(moves, attrgetter("block"))
    of_paragraph = _grouped(moves, attrgetter("target"))
    for move in sorted(moves, key=lambda each: -each.gain):
        if move.is_open(taken):
            certainty = _share(move, of_line[move.block], taken)
            if min(certainty, _share(move, of_paragraph[move.target], taken)) > _LIKELY:
                taken |= {move.block, move.target}
                yield _Sure(move, round(min(certainty, _MOST_SURE), 2))


def _grouped(moves: Sequence[_Move], key: Callable[[_Move], int]) -> Mapping[int, Sequence[_Move]]:
    groups: dict[int, list[_Move]] = defaultdict(list)
    for move in moves:
        groups[key(move)].append(move)
    return groups


def _share(move: _Move, rivals: Sequence[_Move], taken: Set[int]) -> float:
    """The likelihood of a move among others that exclude it, nothing moving being one of them."""
    open_rivals = (rival for rival in rivals if rival.is_open(taken))
    return exp(move.gain) / (1.0 + sum(exp(rival.gain) for rival in open_rivals))


@dataclass(frozen=True, eq=False)  # what is remembered of it hangs on it, not on what it holds
class _Page:
    """A page as it was read."""

    stream: Stream
    readings: Sequence[Reading]

    def loose(self) -> Iterator[int]:
        """The blocks that may be the last line of a paragraph elsewhere."""
        for number, block in enumerate(self._blocks):
            line = block[0]
            readable = line.role in _RUNNING or line.role in _MISREAD
            if number and len(block) == 1 and readable and not line.signs & _BEGINNING:
                yield number

    def moves(self, number: int) -> Iterator[_Move]:
        """What is to be gained if a block goes behind another one near it that wants an end."""
        near = range(max(0, number - _REACH), min(len(self._blocks), number + _REACH + 1))
        targets = [t for t in near if t not in (number, number - 1) and self._fits(number, t)]
        away = self._gain_away(number) if targets else 0.0
        for target in targets:
            gain = away + self._gain_there(number, target) - self._cost_of_way(number, target)
            yield _Move(number, target, gain)

    def with_moved(self, stream: Stream, moves: Sequence[_Sure]) -> tuple[Stream, Sequence[int]]:
        """The stream with lines where they belong, and why; where its pieces stood before."""
        order, reasons = list[int](), dict[int, LineEnd]()
        heads, before = list[int](), dict[int, int]()
        gone = {sure.move.block for sure in moves}
        coming = {sure.move.target: sure for sure in moves}
        for number, block in enumerate(self._blocks):
            order += _numbers(*block) if number not in gone else ()
            if number in coming:
                line = self._blocks[coming[number].move.block][0]
                heads += _numbers(*block) if block[-1].role not in _RUNNING else ()
                before |= dict.fromkeys(_numbers(line), block[-1].first)
                reasons[len(order)] = self._reason(block[-1], line, coming[number].certainty)
                order += _numbers(line)
        last = {self._blocks[number][0].behind - 1 for number in gone}
        stream = set_behind(in_block(stream, heads), before)
        return replace(rearranged(stream, order, last), moved=reasons), order

    def read_again(self, moved: Stream, order: Sequence[int]) -> tuple[Reading, ...]:
        """The readings in another order of the pieces: anew near the seams that it makes."""
        placed = tuple(self._placed(order))
        ended = (*order, len(order))  # a seam may be the end of the page, too
        starts = (*(reading.first for reading in placed), len(order))
        near = {
            number + away
            for number, start in enumerate(starts)
            if start and ended[start] != ended[start - 1] + 1
            for away in range(-_AROUND, _AROUND)
        }
        read: list[Reading] = []
        for anew, run in groupby(enumerate(placed), lambda each: each[0] in near):
            stretch = [reading for _, reading in run]
            read += read_again(moved, stretch) if anew else stretch
        return tuple(read)

    def _placed(self, order: Sequence[int]) -> Iterator[Reading]:
        """Each reading where it stands in another order of the pieces."""
        for at, piece in enumerate(order):
            if piece in self._numbers_of:
                reading = self.readings[self._numbers_of[piece]]
                away = at - reading.first
                behind = reading.behind + away
                yield reading._replace(first=at, behind=behind) if away else reading

    # --- what it costs ---

    def _fits(self, number: int, target: int) -> bool:
        """Whether a line may end the last paragraph of a block."""
        line, before = self._blocks[number][0], self._blocks[target][-1]
        measure = self.stream.measures[before.first] or _WIDEST
        short = self.stream.scale.steps(self._words(line)) <= measure + _OVER
        wants = before.role in _RUNNING or self._may_be_misread(target, number)
        if before.signs & _ENTRIES and "closed" in line.signs:
            return False
        return short and wants and ends_open(self._words(before))

    def _may_be_misread(self, number: int, end: int) -> bool:
        """Whether a block may be a short paragraph that lacks this end, and no head."""
        block = self._blocks[number]
        several = block[-1].behind - block[0].first > 1
        heads = all(each.role in _MISREAD and "heading" not in each.signs for each in block)
        closed = "closed" in self._blocks[end][0].signs
        return heads and several and closed and number - 1 not in (-1, end)

    def _gain_away(self, number: int) -> float:
        """How much cheaper the page is without a block where it stands."""
        line, before = self._blocks[number][0], self._blocks[number - 1][-1]
        behind = self._behind(number)
        stands = self._cost(before, line, *behind)
        told = "" if line.begins else self._told(number - 1)
        odd = self.stream.seams.odd(told, self._words(line))
        return stands + odd - self._cost(before, *behind)

    def _gain_there(self, number: int, target: int) -> float:
        """How much cheaper it is with that block behind another one."""
        line, before = self._blocks[number][0], self._before(target)
        behind = self._behind(target, but=line)
        lacks = self._cost(*before, *behind)
        order = _numbers(*before, line, *behind)
        first, last = len(_numbers(before[0])), len(_numbers(*before))
        stretch = rearranged(self.stream, order, {line.behind - 1})
        there = dict.fromkeys(range(last, last + len(_numbers(line))), last - 1)
        moved = set_behind(in_block(stretch, range(first, last)), there)
        odd = self.stream.seams.odd(self._told(target), self._words(line))
        return lacks - stretch_cost(moved, before[0]) - odd

    def _cost_of_way(self, number: int, target: int) -> float:
        """What it costs that a line has been read so far from home."""
        astray, (first, last) = costs().astray, sorted((number, target))
        between = [reading for block in self._blocks[first + 1 : last] for reading in block]
        if between and all(reading.role in _PUT_BETWEEN for reading in between):
            return 0.0
        heads = sum(reading.begins and reading.role == "headline" for reading in between)
        way = astray["step"] * (last - first) + astray["head"] * heads
        way += astray["before"] * (target == number + 1)
        return self._cost_of_leaving(number) + self._cost_of_width(number, target) + way

    def _cost_of_width(self, number: int, target: int) -> float:
        """What it costs that Latin words are one line, where no measure tells what a line holds."""
        measured = self.stream.measures[self._blocks[target][-1].first]
        if measured or self.stream.scale is not LATIN:
            return 0.0
        astray, line = costs().astray, self._words(self._blocks[number][0])
        over = log(len(line) / astray["usual_line"]) / astray["line_spread"]
        return -log(erfc(over / sqrt(2)) / 2)

    def _cost_of_leaving(self, number: int) -> float:
        """What it costs that a line has gone astray at all, by what it is read as."""
        astray, line = costs().astray, self._blocks[number][0]
        unended = "closed" not in line.signs
        role = astray["item"] * (line.role in ITEMS) + astray["display"] * (line.role in _MISREAD)
        latin = astray["latin"] * (self.stream.scale is LATIN)
        return astray["open"] * unended + (latin or role)

    @for_a_page  # a paragraph may lack the same end for several lines
    def _cost(self, first: Reading, *readings: Reading) -> float:
        return stretch_cost(rearranged(self.stream, _numbers(first, *readings)), first)

    # --- what stands where ---

    @cached_property
    def _blocks(self) -> Sequence[Sequence[Reading]]:
        """The readings of each block."""
        pieces = self.stream.pieces
        runs = groupby(self.readings, lambda reading: pieces[reading.first].block)
        return [tuple(run) for _, run in runs]

    @cached_property
    def _numbers_of(self) -> Mapping[int, int]:
        """The number of each reading, by its first piece."""
        return {reading.first: number for number, reading in enumerate(self.readings)}

    def _behind(self, number: int, but: Reading | None = None) -> Sequence[Reading]:
        """The readings behind a block, but not the one given."""
        first = self._numbers_of[self._blocks[number][-1].first] + 1
        following = self.readings[first : first + _BESIDE + 1]
        return [reading for reading in following if reading is not but][:_BESIDE]

    def _before(self, target: int) -> Sequence[Reading]:
        """The last reading of a block; of one that may be misread all, and what is before it."""
        block = self._blocks[target]
        if block[-1].role in _RUNNING:
            return block[-1:]
        return (self._blocks[target - 1][-1], *block)

    def _told(self, target: int) -> str:
        """What the last paragraph of a block tells."""
        last = self._blocks[target][-1]
        if last.role not in _RUNNING:
            return self._between(self._blocks[target][0].first, last.behind)
        number = self._numbers_of[last.first]
        while number and not self.readings[number].begins:
            number -= 1
        return self._between(self.readings[number].first, last.behind)

    def _words(self, reading: Reading) -> str:
        return self._between(reading.first, reading.behind)

    def _between(self, first: int, behind: int) -> str:
        blank = " " if self.stream.scale is LATIN else ""
        return blank.join(piece.words for piece in self.stream.pieces[first:behind])

    def _reason(self, before: Reading, line: Reading, certainty: float) -> LineEnd:
        """The seam behind which a line was brought home, with the evidence."""
        bond = self.stream.seams.bond(self._words(before), self._words(line))
        return LineEnd(column=True, why=f"moved here: {bond.why or _WHY}", certainty=certainty)


def _numbers(*readings: Reading) -> list[int]:
    return [number for reading in readings for number in range(reading.first, reading.behind)]
