"""What the page itself bears witness to: how often it has the same few characters together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from math import log
from operator import add

from layout.passes.look_alikes.finding import judgement


class Witness:
    """All the page's words, counted when they are first asked for.

    `earlier`: what the page said before some of its texts were mended; only these are counted anew.
    """

    def __init__(self, texts: Sequence[str], earlier: "Witness | None" = None) -> None:
        self.texts = texts
        self._earlier = earlier
        self._counted: dict[int, Counter[str]] = {}

    def _counts(self, length: int) -> Mapping[str, int]:
        """How often the page has any so many characters together."""
        if length not in self._counted:
            self._counted[length] = self._count(length)
        return self._counted[length]

    def _count(self, length: int) -> Counter[str]:
        if self._earlier is None:
            return Counter(_runs(self.texts, length))
        before, now = self._earlier.texts, self.texts
        counts = Counter(self._earlier._counts(length))
        counts.subtract(_runs([a for a, b in zip(before, now, strict=True) if a != b], length))
        counts.update(_runs([b for a, b in zip(before, now, strict=True) if a != b], length))
        return +counts

    @cached_property
    def pairs(self) -> Mapping[str, int]:
        """How often the page has two characters together."""
        return self._counts(2)

    def preference(self, read: str, other: str) -> float:
        """How much more often the page has the one character than the other, this place apart."""
        counts = self._counts(1)
        return log((counts.get(other, 0) + 1) / counts.get(read, 1))

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

    def insistence(self, words: str) -> float:
        """How far it speaks against a change that the page has these letters again and again."""
        pairs = (words[start : start + 2] for start in range(len(words) - 1))
        again = max((self.pairs.get(pair, 0) for pair in pairs if pair.isalpha()), default=0) - 1
        weights = judgement()["page"]
        return weights["again"] * again + weights["once"] if again > 0 else 0.0


def _runs(texts: Iterable[str], length: int) -> Iterator[str]:
    """So many characters from each place of the texts."""
    words = "\n".join(texts)
    return reduce(lambda runs, ahead: map(add, runs, words[ahead:]), range(1, length), iter(words))


_LENGTHS = ((2, "one"), (3, "two"), (4, "three"))
