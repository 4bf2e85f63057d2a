"""How gladly one character ends a word where another begins the next, as newspapers have them.

`neighbours.txt` has a line for every character: the character, how often it ends a word and how
often it begins one, then the characters that often begin the word behind it, each with how much
more often than by chance. A letter counts half nats: from 0 for a count, around `m` for a ratio.
What is not listed was hardly ever met: the more common both are, the more that says. All that is
no Chinese character is EDGE, all figures are 0.
"""

from collections.abc import Callable
from math import exp, log1p

from layout.passes.look_alikes.lexicon import LETTERS, lines_of
from layout.remembered import for_a_page

EDGE = "#"
EVEN = LETTERS.index("m")
Joint = Callable[[str, str], float]
FONDEST = 3.0  # nats, also of the strangest pairs
_LOG_TOTAL = 13.9  # of all words counted in the source of neighbours.txt


@for_a_page
def joint(before: str, behind: str) -> float:
    """The logarithm of how much more often one ends a word before the other than by chance.

    From -FONDEST to FONDEST; 0 of characters that are not listed.
    """
    lines = lines_of("neighbours.txt")
    line, other = lines.get(before), lines.get(behind)
    if not (line and other):
        return 0.0
    place = line.find(behind, 3)
    if place >= 0:
        return (LETTERS.index(line[place + 1]) - EVEN) / 2
    by_chance = (LETTERS.index(line[1]) + LETTERS.index(other[2])) / 2 - _LOG_TOTAL
    return max(-FONDEST, -log1p(exp(by_chance)))


def unjoined(_before: str, _behind: str) -> float:
    """Words as if they stood side by side by chance: where they do so is what is asked."""
    return 0.0
