"""What a seam between two blocks tells: whether the words on both sides hang together."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from layout.rebuild.lines.pieces import Piece


@dataclass(frozen=True, slots=True)
class Bond:
    """How much cheaper it is that words go on across a seam, and what speaks for it."""

    gain: float
    why: str = ""


NO_BOND = Bond(0.0)


class Seams(Protocol):
    """What a page and the dictionary of its language know of seams."""

    def bond(self, before: str, behind: str) -> Bond:
        """How words before a seam and behind it hang together."""

    def odd(self, told: str, line: str) -> float:
        """What it costs that a line ends what a paragraph told before it."""


def bonds_of(pieces: Sequence[Piece], seams: Seams) -> dict[int, float]:
    """The bonds of all pieces at the start of a block with those before them, by number."""
    return {
        number: seams.bond(before.words, behind.words).gain
        for number, (before, behind) in enumerate(pairwise(pieces), 1)
        if behind.opens
    }


def are_unpaired(words: str, quotes: str) -> bool:
    """Whether a quotation is not closed, or closed without having been opened."""
    return sum(map(words.count, quotes)) % 2 == 1
