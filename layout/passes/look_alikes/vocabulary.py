"""The English vocabulary: whether letters are a word, and how common a word it is.

`english.txt` has a line of common words, each with a grade behind it (1 for the commonest to 4),
and a line of rare words and names that one confusion would make a common word.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

_MANY, _GRADES = 8, "1234"


@dataclass(frozen=True)
class Vocabulary:
    """Sorted words, the common ones in lower case, names with their capital."""

    common: Sequence[str]
    rare: Sequence[str]

    def grade(self, word: str) -> int:
        """How common a word is: 1 for the commonest, 4 for the least common, 0 for none of them."""
        place = bisect_left(self.common, word)
        found = self.common[place] if place < len(self.common) else ""
        return int(found[-1]) if found[:-1] == word else 0

    def knows(self, word: str) -> bool:
        """Whether letters are a common word, or a rare one or a name that is near to one."""
        return self.grade(word.lower()) > 0 or self._is_rare(word) or self._is_rare(word.lower())

    def ends_many(self, letters: str) -> bool:
        """Whether many common words end with letters, as with tions or cher."""
        return sum(self._row.count(f"{letters}{grade} ") for grade in _GRADES) >= _MANY

    @cached_property
    def _row(self) -> str:
        """All common words in one string, each with its grade and a space behind it."""
        return " ".join([*self.common, ""])

    def _is_rare(self, word: str) -> bool:
        place = bisect_left(self.rare, word)
        return self.rare[place : place + 1] == [word]


@cache
def english() -> Vocabulary:
    """The vocabulary of the package, read once."""
    text = Path(__file__).parent.joinpath("data/english.txt").read_text("ascii")
    common, rare = text.splitlines()
    return Vocabulary(common.split(" "), rare.split(" "))
