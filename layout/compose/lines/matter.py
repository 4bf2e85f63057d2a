"""A paragraph measured: where its characters stand, where a line may end, what may give way.

Everything here is independent of the measure it will be set to, so it is done once for a paragraph
(by `measuring.py`) however many widths are tried. Places are thousandths of an em from the
paragraph's beginning.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from layout.compose.lines.ruler import EM
from layout.sheet import Stretch

HALF_EM = EM // 2
QUARTER_EM = EM // 4


class Tier(IntEnum):
    """What gives way in a line that is too full, first to last (CLREQ 3.1.6)."""

    SPACE = 0
    MIDDLE = 1
    BRACKET = 2
    COMMA = 3
    GAP = 4
    STOP = 5


class Matter(NamedTuple):
    """The characters of a paragraph as type.

    `places[i]` is where character i begins if all stood in one line. A line may end before
    character i where `breaks[i]` is 1; the sparse tables are keyed by a character's index:
    `gaps` the shift before it inside a line, `leads` what its place loses at the start of a line,
    `heads` the white that hangs out there, `tails` the white dropped behind it at a line's end.
    `slots` are the indices before which anything may give, `yields` how much of which tier,
    `locked` the indices before which no space may open, `hyphens` those before which a line may end
    with a hyphen of a width of `hyphen`. `ligatures` are the pairs of indices between which one
    glyph is drawn; `parted` has, for each index inside one, where it ends and by how much it is
    wider than its characters. `stretches` are in another language than `language`.
    """

    text: str
    places: Sequence[int]
    breaks: bytearray
    gaps: Mapping[int, int]
    leads: Mapping[int, int]
    heads: Mapping[int, int]
    tails: Mapping[int, int]
    slots: Sequence[int]
    yields: Mapping[int, tuple[Tier, int]]
    rooms: Sequence[int]
    locked: Sequence[int]
    latin: bool
    hyphens: frozenset[int]
    hyphen: int
    language: str
    stretches: Sequence[Stretch]
    ligatures: Sequence[tuple[int, int]]
    parted: Mapping[int, tuple[int, int]]

    @property
    def width(self) -> int:
        """The natural width of the whole as one line."""
        return self.span(0, len(self.text))

    def span(self, start: int, end: int) -> int:
        """The natural width of a line: without the spaces and the white of the mark at its end."""
        end = self.visible(start, end)
        if end == start:
            return 0
        base = self.places[start] + self.leads.get(start, 0)
        hyphen = self.hyphen if end in self.hyphens else 0
        return self.places[end] - self.tails.get(end - 1, 0) - base + hyphen

    def visible(self, start: int, end: int) -> int:
        """Where a line ends to the eye: spaces at its end hang out, unseen."""
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        return end

    def inside(self, start: int, end: int) -> Sequence[int]:
        """The slots inside a line of these characters."""
        slots = self.slots
        return slots[bisect_left(slots, start + 1) : bisect_left(slots, end)]

    def locks(self, start: int, end: int) -> Sequence[int]:
        """The indices inside a line before which no space may open."""
        locked = self.locked
        return locked[bisect_left(locked, start + 1) : bisect_left(locked, end)]

    def stretches_in(self, start: int, end: int) -> Iterator[Stretch]:
        """What of a line of these characters is in another language, counted from its start."""
        for first, last, language in self.stretches:
            if max(first, start) < min(last, end):
                yield Stretch(max(first, start) - start, min(last, end) - start, language)

    def ligatures_in(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The ligatures that are whole in a line of these characters, counted from its start."""
        first = bisect_left(self.ligatures, (start, start))
        for left, right in self.ligatures[first:]:
            if right > end:
                return
            yield left - start, right - start

    def room(self, start: int, end: int) -> int:
        """How much a line of these characters can give way at most."""
        slots, rooms = self.slots, self.rooms
        return rooms[bisect_left(slots, end)] - rooms[bisect_left(slots, start + 1)]
