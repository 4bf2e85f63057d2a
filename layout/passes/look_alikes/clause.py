"""Cut a clause into its likeliest words, and see what another character would make of it."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf

from layout.passes.look_alikes.lexicon import LONGEST, Lexicon, Word

_FIGURES = str.maketrans("123456789", "000000000")


@dataclass(frozen=True, slots=True)
class Made:
    """A word that a character makes with those beside it: where it begins, how common it is."""

    start: int
    word: str
    score: float
    is_name: bool

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.word)


@dataclass(frozen=True)
class Clause:
    """Characters between marks. Scores are natural logarithms of likelihood."""

    read: str
    lexicon: Lexicon

    @cached_property
    def words(self) -> str:
        """The characters as the lexicon knows them: every digit is 0."""
        return self.read.translate(_FIGURES)

    @cached_property
    def _lines(self) -> Sequence[str]:
        find = self.lexicon.lines.get
        return [find(character, "") for character in self.words]

    def loose(self) -> Iterator[int]:
        """The places whose character is no word with the one before or behind it."""
        bound = False
        for place, (line, second) in enumerate(zip(self._lines, self.words[1:], strict=False)):
            found = line.find(" " + second)
            binds = found >= 0 and line[found + 2].isascii()
            if not (bound or binds):
                yield place
            bound = binds
        if not bound:
            yield len(self.words) - 1

    def might_hold(self, place: int, other: str, line: str, pairs: Container[str]) -> bool:
        """Whether the lexicon may have a word with another character here, or `pairs` has one.

        `line` is the lexicon's line for the other character.
        """
        words, read = self.words, self.read
        before, behind = read[place - 1 : place] or "\n", read[place + 1 : place + 2] or "\n"
        if before + other in pairs or other + behind in pairs or " " + behind in line:
            return True
        return any(
            f" {words[start + 1 : place]}{other}" in self._lines[start]
            for start in range(max(0, place - LONGEST + 1), place)
        )

    def made(self, place: int, other: str, shortest: int = 2) -> Iterator[Made]:
        """Every word of the lexicon that another character makes here."""
        start = max(0, place - LONGEST + 1)
        words = self.words[start:place] + other + self.words[place + 1 : place + LONGEST]
        for begin in range(place - start + 1):
            for length, score, is_name in self.lexicon.words_at(words, begin):
                if length >= shortest and begin + length > place - start:
                    yield Made(start + begin, words[begin : begin + length], score, is_name)

    def most(self, made: Made) -> float:
        """What a word can gain at most: over its characters one by one."""
        return made.score - sum(map(self.lexicon.alone, self.words[made.start : made.end]))

    def fit(self, made: Made) -> float:
        """The score of the likeliest clause with this word in it."""
        return self._before[made.start] + made.score + self._behind[made.end]

    def apart(self, place: int) -> float:
        """The score of what stands before and behind a place, its character left out."""
        return self._before[place] + self._behind[place + 1]

    @property
    def best(self) -> float:
        """The score of the likeliest words as they were read."""
        return self._behind[0]

    @cached_property
    def _lattice(self) -> Sequence[Sequence[Word]]:
        return [self.lexicon.words_at(self.words, place) for place in range(len(self.words))]

    @cached_property
    def _before(self) -> Sequence[float]:
        best = [0.0, *[-inf] * len(self.words)]
        for place, words in enumerate(self._lattice):
            for length, score, _ in words:
                best[place + length] = max(best[place + length], best[place] + score)
        return best

    @cached_property
    def _behind(self) -> Sequence[float]:
        best = [0.0] * (len(self.words) + 1)
        for place in range(len(self.words) - 1, -1, -1):
            best[place] = max(s + best[place + length] for length, s, _ in self._lattice[place])
        return best
