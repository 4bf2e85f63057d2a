"""What the page itself bears witness to: how often it has the same few characters together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, reduce
from itertools import takewhile
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
        """How often the page has any so many characters together; 0 where that was mended."""
        if length not in self._counted:
            self._counted[length] = self._count(length)
        return self._counted[length]

    def _count(self, length: int) -> Counter[str]:
        if self._earlier is None:
            return _tally(self.texts, length)
        before, now = self._earlier.texts, self.texts
        counts = Counter(self._earlier._counts(length))
        counts.subtract(_tally([a for a, b in zip(before, now, strict=True) if a != b], length))
        counts.update(_tally([b for a, b in zip(before, now, strict=True) if a != b], length))
        return counts

    @cached_property
    def pairs(self) -> Mapping[str, int]:
        """How often the page has two characters side by side."""
        return self._counts(2)

    @cached_property
    def openings(self) -> Counter[str]:
        """How often a text begins with the same two characters."""
        return Counter(text[:2] for text in self.texts)

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
        lengths = (length for length, _ in _LENGTHS)
        seen = [*takewhile(bool, (self._seen(there, place, length) for length in lengths))]
        if not seen:
            return 0.0
        length, name = _LENGTHS[len(seen) - 1]
        weight = judgement()["page"][name]
        again = self._seen(words, place, length) - 1
        return weight + log(seen[-1]) - (weight + log(again) if again > 0 else 0.0)

    def _seen(self, words: str, place: int, length: int) -> int:
        """How often the page has any so many of these letters that hold the one at `place`."""
        counts = self._counts(length)
        starts = range(max(0, place - length + 1), min(place, len(words) - length) + 1)
        runs = (words[start : start + length] for start in starts)
        return max([counts[run] for run in runs if run in counts and run.isalpha()], default=0)

    def insistence(self, words: str) -> float:
        """How far it speaks against a change that the page has these letters again and again."""
        pairs = (words[start : start + 2] for start in range(len(words) - 1))
        counts = self._counts(2)
        again = max((counts.get(pair, 0) for pair in pairs if pair.isalpha()), default=0) - 1
        weights = judgement()["page"]
        return weights["again"] * again + weights["once"] if again > 0 else 0.0


def runs(words: str, length: int) -> Iterator[str]:
    """So many characters from each place of the words."""
    return reduce(
        lambda found, ahead: map(add, found, words[ahead:]), range(1, length), iter(words)
    )


def _tally(texts: Iterable[str], length: int) -> Counter[str]:
    """How often each run stands in the texts; nobody asks for those with a line end."""
    return Counter(runs("\n".join(texts), length))


_LENGTHS = ((2, "one"), (3, "two"), (4, "three"))
