"""The English vocabulary: whether letters are a word, and how common a word it is.

`english.txt` has a line of common words, a grade before each (1 for the commonest to 4), and a
line of rare words and names that one confusion would make a common word.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_MANY = 8


@dataclass(frozen=True)
class Vocabulary:
    """The common words in lower case with their grades, the rare ones, names with their capital.

    `row`: all common words in one string, a space before and behind each, in front its grade.
    """

    row: str
    grades: Mapping[str, str]
    rare: Set[str]

    def grade(self, word: str) -> int:
        """How common a word is: 1 for the commonest, 4 for the least common, 0 for none of them."""
        return int(self.grades.get(word, 0))

    def knows(self, word: str) -> bool:
        """Whether letters are a common word, or a rare one or a name that is near to one."""
        lower = word.lower()
        return lower in self.grades or word in self.rare or lower in self.rare

    def ends_many(self, letters: str) -> bool:
        """Whether many common words end with letters, as with tions or cher."""
        return self.row.count(f"{letters} ") >= _MANY

    def holds(self, word: str) -> bool:
        """Whether every three letters of a word stand side by side in some common word."""
        letters = f" {word.lower()}"
        return all(letters[i : i + 3] in self.row for i in range(len(letters) - 2))

    def words_ending(self, letters: str) -> tuple[str, ...]:
        """The common words that end with letters and are longer, from the commonest on."""
        words = (
            self.row[self.row.rfind(" ", 0, place) + 1 : place] + letters
            for place in _places(self.row, f"{letters} ")
        )
        longer = sorted(word for word in words if word != letters)
        return tuple(sorted(longer, key=self.grade))

    def share(self, words: Sequence[str]) -> float:
        """How many of these words are known, from 0 to 1; of no words all are."""
        return sum(map(self.knows, words)) / len(words) if words else 1.0


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
    told = common.split(" ")
    grades = dict(zip(told[1::2], told[::2], strict=True))
    return Vocabulary(f"{common} ", grades, frozenset(rare.split(" ")))
