"""How gladly one character ends a word where another begins the next, as newspapers have them.

`neighbours.txt` has a line for every character: the character, how often it ends a word and how
often it begins one, then the characters that often begin the word behind it, each with how much
more often than by chance. A letter counts half nats: from 0 for a count, around `m` for a ratio.
What is not listed was hardly ever met: the more common both are, the more that says. All that is
no Chinese character is EDGE, all figures are 0.
"""

from collections.abc import Callable
from functools import cache
from math import exp, log1p

from layout.passes.look_alikes.lexicon import LETTERS, lines_of
from layout.remembered import for_a_page

EDGE = "#"
EVEN = LETTERS.index("m")
Joint = Callable[[str, str], float]
FONDEST = 3.0  # nats, also of the strangest pairs
_RATIOS = {letter: (step - EVEN) / 2 for step, letter in enumerate(LETTERS)}
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
    return _RATIOS[line[place + 1]] if place >= 0 else _strangeness(line[1], other[2])


@cache
def _strangeness(ends: str, begins: str) -> float:
    """The same for characters that hardly ever met, by how often they end and begin words."""
    by_chance = (LETTERS.index(ends) + LETTERS.index(begins)) / 2 - _LOG_TOTAL
    return max(-FONDEST, -log1p(exp(by_chance)))


def unjoined(_before: str, _behind: str) -> float:
    """Words as if they stood side by side by chance: where they do so is what is asked."""
    return 0.0
