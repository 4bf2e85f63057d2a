"""A block in its page, before anything is known of its role: its words, its pieces, its width."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import is_closed

PROSE_EMS = 55.0
"""As wide as this, set in one line, is running text only."""
PARTED = 30.0
"""A block of display no wider than this may hold lines of several roles."""
_CLOSED_PROSE_EMS = 30.0
_PARTS = re.compile(r"[ _]")
FAR = 90
"""So many characters from its start signs are sought in the rest of a block."""


@dataclass(frozen=True, slots=True)
class Place:
    """A block in its page: its words in one line, its pieces, and how wide it is in ems.

    `set`: whether its lines fill the measure of their neighbourhood, as running text does; `runs`:
    whether they do where it may hold several paragraphs. A table or picture has no words.
    """

    words: str
    pieces: tuple[Piece, ...]
    level: int
    ems: float
    set: bool
    runs: bool
    table: bool = False
    picture: bool = False

    @property
    def closed(self) -> bool:
        """Whether the block ends with a closing mark."""
        return is_closed(self.words)

    @property
    def prose(self) -> bool:
        """Whether the block is long enough to be running text."""
        long = len(self.pieces) > 2 and self.closed and self.ems >= _CLOSED_PROSE_EMS
        return not self.table and (self.ems >= PROSE_EMS or long)

    @property
    def in_two_parts(self) -> bool:
        """Whether its words are set in two parts about as long as each other: 田成方 路成网."""
        sizes = [len(part) for part in _PARTS.split(self.words)]
        return len(sizes) == 2 and 2 * abs(sizes[0] - sizes[1]) <= min(sizes)

    @property
    def display(self) -> bool:
        """Whether the block is no running text, so that its lines may differ in role."""
        free = not (self.closed or self.set) and self.ems <= PARTED
        return not self.prose and (self.level > 0 or free)


def in_a_row(told: Iterable[bool]) -> Iterator[range]:
    """The numbers of the blocks that follow each other and of which something is true."""
    start = 0
    for is_true, run in groupby(told):
        behind = start + len(list(run))
        if is_true:
            yield range(start, behind)
        start = behind


def with_found(
    own: Sequence[frozenset[str]], *found: Iterable[tuple[int, str]]
) -> tuple[frozenset[str], ...]:
    """The signs of every block, and those that were found, each with the number of its block."""
    more: list[list[str]] = [[] for _ in own]
    for i, sign in chain(*found):
        more[i].append(sign)
    return tuple(signs.union(told) for signs, told in zip(own, more, strict=True))
