"""What the page itself bears witness to: how often it has the same few characters together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from math import log
from operator import add

from layout.passes.look_alikes.finding import judgement


class Witness:
    """All the page's words, counted when they are first asked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._page = "\n".join(texts)

    @cached_property
    def _characters(self) -> Mapping[str, int]:
        return Counter(self._page)

    @cached_property
    def _pairs(self) -> Mapping[str, int]:
        return Counter(map(add, self._page, self._page[1:]))

    @cached_property
    def _neighbours(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        behind: defaultdict[str, str] = defaultdict(str)
        before: defaultdict[str, str] = defaultdict(str)
        for pair in self._pairs:
            behind[pair[0]] += pair[1]
            before[pair[1]] += pair[0]
        return behind, before

    def behind(self, character: str) -> str:
        """Every character that the page has behind this one."""
        return self._neighbours[0].get(character, "")

    def before(self, character: str) -> str:
        """Every character that the page has before this one."""
        return self._neighbours[1].get(character, "")

    @cached_property
    def _threes(self) -> Mapping[str, int]:
        pairs = map(add, self._page, self._page[1:])
        return Counter(map(add, pairs, self._page[2:]))

    @cached_property
    def _fours(self) -> Mapping[str, int]:
        threes = map(add, map(add, self._page, self._page[1:]), self._page[2:])
        return Counter(map(add, threes, self._page[3:]))

    def preference(self, read: str, other: str) -> float:
        """How much more often the page has the one character than the other, this place apart."""
        return log((self._characters.get(other, 0) + 1) / self._characters.get(read, 1))

    def company(self, words: str, place: int, itself: int) -> float:
        """How far it speaks for the character at `place` that the page has it among these letters.

        `itself` is 1 where the words stand on the page, for no place bears witness to itself.
        """
        said = 0.0
        for counts, length in self._runs():
            starts = range(max(0, place - length + 1), min(place, len(words) - length) + 1)
            runs = (words[start : start + length] for start in starts)
            seen = max((counts.get(run, 0) for run in runs if run.isalpha()), default=0) - itself
            if seen <= 0:
                break
            said = judgement()["page"][_SHARED[length]] + log(seen)
        return said

    def _runs(self) -> Iterator[tuple[Mapping[str, int], int]]:
        yield self._pairs, 2
        yield self._threes, 3
        yield self._fours, 4


_SHARED = {2: "one", 3: "two", 4: "three"}
