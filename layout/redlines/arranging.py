"""Put paragraphs into the order in which an editor left them, as corrections that say how.

Slips that do not follow each other as their readings do were put elsewhere: as few as possible are
moved, each behind the one before it. New paragraphs are inserted behind what stands before them.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from layout.corrections.anchor import anchored
from layout.corrections.decisions import Correction
from layout.corrections.spots import Matter
from layout.model import Role
from layout.redlines.collation import Reading, Unit, words_of
from layout.redlines.remaking import Remake, Slip
from layout.redlines.rewording import Desk, Loose, plain


@dataclass(frozen=True, slots=True)
class Order:
    """A correction of paragraphs, and what is told if it cannot be."""

    corrections: tuple[Correction, ...]
    loose: Loose


@dataclass(frozen=True, slots=True)
class Makeup:
    """What is needed to tell how paragraphs are to be arranged: the page's side and the editor's.

    `blocks` has the number of each text's block: a table's cells go together. `wanted` tells what
    each unit is to read, by its id; `roles` what a style stands for.
    """

    units: Sequence[tuple[Unit, ...]]
    blocks: Sequence[int]
    readings: Sequence[Reading]
    roles: Mapping[str, Role]
    wanted: Mapping[int, str]
    desk: Desk


def orders(found: Remake, makeup: Makeup) -> Iterator[Order]:
    """The corrections that arrange the paragraphs as the readings have them."""
    teller = _Teller(makeup)
    slips = [slip for slip in found.slips if teller.says(slip)]
    for slip in slips:
        if slip.start and not slip.refuses:
            yield teller.split(slip)
    slips.sort(key=lambda slip: (slip.text, slip.start))
    fixed = _in_order([slip.reading for slip in slips])
    moved = {id(slip) for n, slip in enumerate(slips) if n not in fixed}
    yield from teller.laid_out(sorted(slips, key=lambda slip: slip.reading), moved, found.added)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts into corrections what is to be done with slips."""

    makeup: Makeup

    def says(self, slip: Slip) -> bool:
        """Whether a slip has any words in the end."""
        words = (self.makeup.wanted[id(unit)] for unit in self._units(slip))
        return bool("".join(words).strip())

    def split(self, slip: Slip) -> Order:
        units = self.makeup.units[slip.text]
        told = f"{units[slip.start - 1].words}‖{units[slip.start].words}"
        at = self._head(slip)
        loose = Loose("a paragraph was parted", told, slip.hand[0], units[slip.start - 1].start)
        return self._order(Matter.SPLIT, at, slip.hand, loose)

    def laid_out(
        self, slips: Sequence[Slip], moved: set[int], added: Mapping[int, str]
    ) -> Iterator[Order]:
        """Paragraphs in the order of the readings, each behind the one before."""
        waiting = dict(added)
        before: Slip | None = None
        for slip in slips:
            for number in sorted(n for n in waiting if n < slip.reading):
                yield self._insert(number, waiting.pop(number), before)
            if id(slip) in moved and not self._in_one_block(before, slip):
                yield self._transpose(slip, before)
            if before is not None and before.reading == slip.reading:
                yield self._join(slip, before)
            before = slip
        for number in sorted(waiting):
            yield self._insert(number, waiting[number], before)

    def _in_one_block(self, before: Slip | None, slip: Slip) -> bool:
        blocks = self.makeup.blocks
        return before is not None and blocks[before.text] == blocks[slip.text] and not slip.start

    def _insert(self, number: int, words: str, before: Slip | None) -> Order:
        reading = self.makeup.readings[number]
        hand = next(((h.who, h.when) for h in reading.hands), ("", ""))
        at = 0 if before is None else self._tail(before)
        loose = Loose("a paragraph was added", plain(words), hand[0], at)
        known = (self.makeup.roles[name] for name in reading.styles if name in self.makeup.roles)
        role = next(known, Role.BODY)
        order = self._order(Matter.INSERT, at, hand, loose)
        made = (replace(c, text=plain(words), role=role) for c in order.corrections)
        return replace(order, corrections=tuple(made))

    def _transpose(self, slip: Slip, before: Slip | None) -> Order:
        hand = next(((h.who, h.when) for h in self.makeup.readings[slip.reading].hands), ("", ""))
        at, to = self._head(slip), 0 if before is None else self._tail(before)
        units = self._units(slip)
        loose = Loose("a paragraph was put elsewhere", words_of(units), hand[0], units[0].start)
        order = self._order(Matter.TRANSPOSE, None if to is None else at, hand, loose)
        goal = replace(anchored(self.makeup.desk.page.source, to or 0, to or 0), behind="")
        return replace(order, corrections=tuple(replace(c, to=goal) for c in order.corrections))

    def _join(self, slip: Slip, before: Slip) -> Order:
        last, first = self._units(before)[-1], self._units(slip)[0]
        loose = Loose(
            "two paragraphs were joined",
            f"{last.words}‖{first.words}",
            slip.hand[0],
            last.start,
        )
        return self._order(Matter.JOIN, self._head(slip), slip.hand, loose)

    def _order(self, matter: Matter, at: int | None, hand: tuple[str, str], loose: Loose) -> Order:
        """An order at a place; without corrections where the source has none."""
        if at is None:
            return Order((), loose)
        desk = self.makeup.desk
        made = Correction(desk.page.name, matter, anchored(desk.page.source, at, at), accept=True)
        return Order((desk.signed(made, *hand),), loose)

    def _units(self, slip: Slip) -> Sequence[Unit]:
        return self.makeup.units[slip.text][slip.start : slip.end]

    def _head(self, slip: Slip) -> int | None:
        return next((unit.start for unit in self._units(slip) if unit.holds), None)

    def _tail(self, slip: Slip) -> int | None:
        return next((unit.end for unit in reversed(self._units(slip)) if unit.holds), None)


def _in_order(numbers: Sequence[int]) -> frozenset[int]:
    """The places of the longest row of numbers that do not fall."""
    ends: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        rank = bisect_right(ends, number)
        before.append(holders[rank - 1] if rank else -1)
        ends[rank : rank + 1] = [number]
        holders[rank : rank + 1] = [place]
    row = set()
    place = holders[-1] if holders else -1
    while place >= 0:
        row.add(place)
        place = before[place]
    return frozenset(row)
