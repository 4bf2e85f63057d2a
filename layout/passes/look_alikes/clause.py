"""Cut a clause into its likeliest words, and see what another character would make of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import inf
from operator import contains
from typing import NamedTuple

from layout.passes.look_alikes.lexicon import LONGEST, Entry, Lexicon, Word
from layout.passes.look_alikes.neighbours import EDGE, FONDEST, Joint
from layout.passes.look_alikes.shapes import LookAlike
from layout.passes.look_alikes.witness import Witness
from layout.remembered import for_a_page

_ROUNDING = 1e-6  # of sums of the same scores in another order


class Made(NamedTuple):
    """A word that a character makes with those beside it: where it begins, how common it is."""

    start: int
    word: str
    score: float
    is_name: bool

    @property
    def end(self) -> int:
        """The place behind it."""
        return self.start + len(self.word)

    def printed(self, original: str, place: int, character: str) -> str:
        """The word as the paper had it: in the clause as it stands there, but for the character."""
        return (original[:place] + character + original[place + 1 :])[self.start : self.end]


@dataclass(frozen=True)
class Clause:
    """Characters between marks; `words` are the same as the lexicon knows them.

    Scores are natural logarithms of likelihood: of words, and of their standing side by side.
    """

    read: str
    words: str
    lexicon: Lexicon
    joint: Joint

    @cached_property
    def _entries(self) -> Sequence[Entry]:
        return list(map(self.lexicon, self.words))

    @cached_property
    def alone(self) -> Sequence[float]:
        """The score of each character as a word of its own."""
        return [entry.alone.score for entry in self._entries]

    @cached_property
    def loose(self) -> Sequence[int]:
        """The places whose character is no word with the one before or behind it."""
        pairs = [entry.pairs for entry in self._entries]
        binds = [False, *map(contains, pairs, self.words[1:]), False]
        return [p for p, (before, behind) in enumerate(pairwise(binds)) if not (before or behind)]

    def fitting(
        self, place: int, others: Sequence[LookAlike], witness: Witness
    ) -> Sequence[LookAlike]:
        """Those with which the lexicon may have a word here, or with which the page has a pair.

        Or which stand better here by themselves, by more than they are misread seldom.
        """
        entries, read, pairs = self._entries, self.read, witness.pairs
        last = self.words[place + 1 : place + 2] or "\n"
        seconds = entries[place - 1].seconds if place else ""
        before, behind = read[max(0, place - 1) : place], read[place + 1 : place + 2]
        as_read = self.alone[place] + sum(self._joints[place : place + 2])
        least = as_read - 2 * FONDEST  # whatever stands beside it
        leads = self._leads(place)
        return [
            other
            for other in others
            if last in other.seconds
            or other.known in seconds
            or pairs.get(before + other.known)
            or pairs.get(other.known + behind)
            or (leads and _goes_on(leads, other.known))
            or (other.alone + other.odds > least and self._stands_better(place, other, as_read))
        ]

    def _stands_better(self, place: int, other: LookAlike, as_read: float) -> bool:
        """Whether a character by itself scores more here, even seldom misread as it is."""
        before = self.words[place - 1 : place] or EDGE
        behind = self.words[place + 1 : place + 2] or EDGE
        joined = self.joint(before, other.known) + other.alone + self.joint(other.known, behind)
        return joined > as_read - other.odds

    def _leads(self, place: int) -> Sequence[tuple[str, str]]:
        """What begins a longer word and reaches this place: the longer words, the beginning."""
        entries, words = self._entries, self.words
        return [
            (longer, lead)
            for start in range(max(0, place - LONGEST + 1), place - 1)
            if (lead := " " + words[start + 1 : place]) in (longer := entries[start].longer)
        ]

    def made(self, place: int, other: str) -> Iterator[Made]:
        """Every word of the lexicon that another character makes here, itself alone too."""
        start = max(0, place - LONGEST + 1)
        words = self.words[start:place] + other + self.words[place + 1 : place + LONGEST]
        for begin in range(place - start + 1):
            for length, score, is_name in self.lexicon(words[begin]).words_at(words, begin):
                if begin + length > place - start:
                    yield Made(start + begin, words[begin : begin + length], score, is_name)

    def most(self, made: Made) -> float:
        """What a word can gain at most: over its characters one by one."""
        alone = sum(self.alone[made.start : made.end])
        return self._joined(made) - alone - sum(self._joints[made.start : made.end + 1])

    def fit(self, made: Made) -> float:
        """The score of the likeliest clause with this word in it."""
        return self._before[made.start] + self._joined(made) + self._behind[made.end]

    def _joined(self, made: Made) -> float:
        """The score of a word, and of standing where it does."""
        before = self.words[made.start - 1 : made.start] or EDGE
        behind = self.words[made.end : made.end + 1] or EDGE
        return self.joint(before, made.word[0]) + made.score + self.joint(made.word[-1], behind)

    def apart(self, place: int) -> float:
        """The score of what stands before and behind a place, its character left out."""
        return self._before[place] + self._behind[place + 1]

    def has_word(self, place: int) -> bool:
        """Whether a character is in a longer word of the likeliest clause, a rare one if loose."""
        joined = sum(self._joints[place : place + 2])
        return self.best > self.apart(place) + self.alone[place] + joined + _ROUNDING

    @property
    def best(self) -> float:
        """The score of the likeliest words as they were read."""
        return self._joints[0] + self._behind[0]

    @cached_property
    def _lattice(self) -> Sequence[Sequence[Word]]:
        return [e.words_at(self.words, place) for place, e in enumerate(self._entries)]

    @cached_property
    def _joints(self) -> Sequence[float]:
        """How gladly a word begins at each place, the one behind the end among them."""
        return list(map(self.joint, EDGE + self.words, self.words + EDGE))

    @cached_property
    def _before(self) -> Sequence[float]:
        """The score of the likeliest words before each place, not yet joined to what is there."""
        best = [0.0, *[-inf] * len(self.words)]
        for place, (words, joined) in enumerate(zip(self._lattice, self._joints, strict=False)):
            for length, score, _ in words:
                best[place + length] = max(best[place + length], best[place] + joined + score)
        return best

    @cached_property
    def _behind(self) -> Sequence[float]:
        """The same from each place on."""
        return scores_behind(self._lattice, self._joints)


def scores_behind(lattice: Sequence[Sequence[Word]], joints: Sequence[float]) -> Sequence[float]:
    """The score of the likeliest words from each place on, given those that begin at each."""
    best = [0.0] * (len(lattice) + 1)
    for place in range(len(lattice) - 1, -1, -1):
        ends = ((score, place + length) for length, score, _ in lattice[place])
        best[place] = max([score + joints[end] + best[end] for score, end in ends])
    return best


@for_a_page  # it is read again when something was mended, and repeats itself
def clause_of(read: str, words: str, lexicon: Lexicon, joint: Joint) -> Clause:
    """A clause, with what is known of it from before."""
    return Clause(read, words, lexicon, joint)


def _goes_on(leads: Sequence[tuple[str, str]], character: str) -> bool:
    return any(lead + character in longer for longer, lead in leads)
