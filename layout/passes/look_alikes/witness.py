"""What the page itself bears witness to: how often it has the same few characters together."""

from collections import Counter
from collections.abc import Iterable, Mapping
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
    def pairs(self) -> Mapping[str, int]:
        """How often the page has two characters together."""
        return Counter(map(add, self._page, self._page[1:]))

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

    def prefers(self, words: str, other: str, place: int) -> float:
        """How far it speaks for another character at `place` that the page has it among these.

        The longest company that it keeps anywhere is what counts, less what the page has of the
        same with the character that was read; `words` stand on the page as they are.
        """
        there = words[:place] + other + words[place + 1 :]
        heard = 0.0
        for length, name in _LENGTHS:
            seen = self._seen(there, place, length)
            if not seen:
                break
            weight = judgement()["page"][name]
            again = self._seen(words, place, length) - 1
            heard = weight + log(seen) - (weight + log(again) if again > 0 else 0.0)
        return heard

    def _seen(self, words: str, place: int, length: int) -> int:
        """How often the page has any so many of these letters that hold the one at `place`."""
        counts = self._counts(length)
        starts = range(max(0, place - length + 1), min(place, len(words) - length) + 1)
        runs = (words[start : start + length] for start in starts)
        return max((counts.get(run, 0) for run in runs if run.isalpha()), default=0)

    def _counts(self, length: int) -> Mapping[str, int]:
        match length:
            case 2:
                return self.pairs
            case 3:
                return self._threes
            case _:
                return self._fours

    def insistence(self, words: str) -> float:
        """How far it speaks against a change that the page has these letters again and again."""
        pairs = (words[start : start + 2] for start in range(len(words) - 1))
        again = max((self.pairs.get(pair, 0) for pair in pairs if pair.isalpha()), default=0) - 1
        weights = judgement()["page"]
        return weights["again"] * again + weights["once"] if again > 0 else 0.0


_LENGTHS = ((2, "one"), (3, "two"), (4, "three"))
