"""The English vocabulary: whether letters are a word, and how common a word it is.

`english.txt` has a line of common words, each with a grade behind it (1 for the commonest to 4),
and a line of rare words and names that one confusion would make a common word.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
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

    def holds(self, word: str) -> bool:
        """Whether every three letters of a word stand side by side in some common word."""
        letters = f" {word.lower()}"
        return all(letters[i : i + 3] in self._row for i in range(len(letters) - 2))

    def words_ending(self, letters: str) -> tuple[str, ...]:
        """The common words that end with letters and are longer, from the commonest on."""
        found = [
            (grade, self._row[self._row.rfind(" ", 0, place) + 1 : place] + letters)
            for grade in _GRADES
            for place in _places(self._row, f"{letters}{grade} ")
        ]
        return tuple(word for _, word in sorted(found) if word != letters)

    def share(self, words: Sequence[str]) -> float:
        """How many of these words are known, from 0 to 1; of no words all are."""
        return sum(map(self.knows, words)) / len(words) if words else 1.0

    @cached_property
    def _row(self) -> str:
        """All common words in one string, each with its grade and a space behind it."""
        return " ".join([*self.common, ""])

    def _is_rare(self, word: str) -> bool:
        place = bisect_left(self.rare, word)
        return self.rare[place : place + 1] == [word]


def _places(row: str, ending: str) -> Iterator[int]:
    place = row.find(ending)
    while place >= 0:
        yield place
        place = row.find(ending, place + 1)


@cache
def english() -> Vocabulary:
    """The vocabulary of the package, read once."""
    text = Path(__file__).parent.joinpath("data/english.txt").read_text("ascii")
    common, rare = text.splitlines()
    return Vocabulary(common.split(" "), rare.split(" "))
