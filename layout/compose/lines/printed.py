"""What is printed of a text: its words, the signs for lost print, brackets round added words."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from layout.marks import gap_mark, supplied_marks
from layout.text import Gap, LineEnd, Text


class Signs(NamedTuple):
    """What stands for lost print, and what goes before and behind words that an editor added."""

    gap: str = ""
    before: str = ""
    behind: str = ""


UNMARKED = Signs()


def signs_of(language: str) -> Signs:
    """The signs that go with a language."""
    return Signs(gap_mark(language), *supplied_marks(language))


class Printed(NamedTuple):
    """The words of a text with their signs; `ends` are the old line ends, behind any space."""

    text: str
    ends: tuple[int, ...]


def printed(text: Text, signs: Signs) -> Printed:
    """A text as it is printed."""
    pieces: list[str] = []
    ends: list[int] = []
    length = 0
    for piece, ends_line in _pieces(text, signs):
        if ends_line:
            ends.append(length)
        pieces.append(piece)
        length += len(piece)
    words = "".join(pieces)
    return Printed(words, tuple(_behind_space(words, end) for end in ends))


def _behind_space(words: str, place: int) -> int:
    while place < len(words) and words[place].isspace():
        place += 1
    return place


def _pieces(text: Text, signs: Signs) -> Iterator[tuple[str, bool]]:
    """The words of each fragment, and whether a line of the old print ended there."""
    for added, fragments in groupby(text.fragments, attrgetter("is_added")):
        if added:
            yield signs.before, False
        for fragment in fragments:
            words = signs.gap if isinstance(fragment.mark, Gap) else fragment.text
            yield words, isinstance(fragment.mark, LineEnd)
        if added:
            yield signs.behind, False
