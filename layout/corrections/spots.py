"""The spots of a page that a person may decide on: gaps, suggestions, corrections, moves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from layout.model import Page
from layout.text import NOTED, Edit, Fragment, Gap, LineEnd, Mark, Rule, Suggestion, Text
from layout.walk import read_texts


class Matter(StrEnum):
    """What there is to decide at a spot. The values are those of the corrections file."""

    GAP = "gap"
    SUGGESTION = "suggestion"
    CORRECTION = "correction"
    MOVE = "move"
    EDITOR = "editor"
    SPLIT = "split"
    JOIN = "join"
    INSERT = "insert"
    TRANSPOSE = "transpose"


# Made by the hundred, and hardly ever wrong.
_ROUTINE = frozenset({Rule.FULL_WIDTH, Rule.QUOTE, Rule.HYPHEN, Rule.STRAY_SPACE})
_SURE = 0.8  # of a line end that nothing was moved to


Key = tuple[int, int, Matter]
"""What tells spots apart: where they start and end, and whether they are gaps, moves or readings.

A gap and a lost mark, or words that were moved, may be at one place between two characters.
"""


def key_of(start: int, end: int, matter: Matter) -> Key:
    """The key of a spot of this matter, or of a correction that is meant for it."""
    reads = matter in {Matter.SUGGESTION, Matter.CORRECTION, Matter.EDITOR}
    return start, end, Matter.CORRECTION if reads else matter


@dataclass(frozen=True, slots=True)
class Spot:
    """Neighbouring fragments of a text that bear one mark; `offset` is where they stand in it."""

    matter: Matter
    text: Text
    offset: int
    fragments: tuple[Fragment, ...]
    mark: Mark

    @property
    def start(self) -> int:
        """The source offset of the first of its characters."""
        return self.fragments[0].at

    @property
    def end(self) -> int:
        """The source offset behind the last of them."""
        return self.fragments[-1].end

    @property
    def key(self) -> Key:
        """What tells it from all others of its page."""
        return key_of(self.start, self.end, self.matter)

    @property
    def words(self) -> str:
        """What is set now."""
        return "".join(fragment.text for fragment in self.fragments)

    @property
    def reading(self) -> str:
        """What is proposed, or set already; of a gap, the guess."""
        match self.mark:
            case Gap(guess=guess):
                return guess
            case Suggestion(reading=reading):
                return reading
            case Edit():
                return self.words
            case LineEnd():
                return ""
            case _:
                assert_never(self.mark)


def spots(page: Page, *, routine: bool = False) -> tuple[Spot, ...]:
    """All spots in the order of the source; with `routine`, the width of marks and such as well.

    Of two that nobody could tell apart there is the first.
    """
    found: dict[Key, Spot] = {}
    for text in read_texts(page):
        for spot in _spots_of(text, routine=routine):
            found.setdefault(spot.key, spot)
    return tuple(found[key] for key in sorted(found))


def _spots_of(text: Text, *, routine: bool) -> Iterator[Spot]:
    fragments, behind = text.fragments, 0
    for first, (offset, fragment) in enumerate(text.placed()):
        matter = _matter(fragment, routine=routine)
        if first < behind or matter is None or fragment.mark is None:
            continue
        behind = _behind(fragments, first)
        yield Spot(matter, text, offset, fragments[first:behind], fragment.mark)


def _matter(fragment: Fragment, *, routine: bool) -> Matter | None:
    match fragment.mark:
        case Gap():
            return Matter.GAP
        case Suggestion():
            return Matter.SUGGESTION
        case Edit(rule):
            noted = rule in NOTED or (routine and rule in _ROUTINE)
            return Matter.CORRECTION if noted else None
        case LineEnd(why=why, certainty=certainty):
            doubtful = why and (not fragment.raw or certainty < _SURE)
            return Matter.MOVE if doubtful else None
        case None:
            return None
        case _:
            assert_never(fragment.mark)


def _behind(fragments: Sequence[Fragment], first: int) -> int:
    """Behind the last neighbour with the same mark: an old line end may part a word in two."""
    mark, last = fragments[first].mark, first
    if not isinstance(mark, Edit | Suggestion):
        return first + 1
    for number in range(first + 1, len(fragments)):
        fragment = fragments[number]
        if fragment.at != fragments[number - 1].end:
            break
        if fragment.mark == mark:
            last = number
        elif fragment.text or not mark.why:
            break
    return last + 1
