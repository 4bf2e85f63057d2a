"""Seams that a word bridges: where one block ends and the next begins in the middle of a word.

The dictionary cuts the last characters before a seam and the first behind it into words, once
apart and once together; what a bridging word gains is the bond, a logarithm of likelihoods. Of the
line ends inside Chinese paragraphs one in three cuts a word, of their ends one in three hundred
seems to.
"""

import re

from layout.passes.look_alikes.clause import Clause
from layout.passes.look_alikes.lexicon import LONGEST, lexicon, simplified

_TAIL = re.compile(r"[^\W0-9A-Za-z_]*$")
_HEAD = re.compile(r"[^\W0-9A-Za-z_]*")
_BOUND = 2.0


def is_bridged(before: str, behind: str, script: str) -> bool:
    """Whether a word stands across the seam of two pieces of text; `script` is Hans or Hant."""
    return bond(before, behind, script) >= _BOUND


def bond(before: str, behind: str, script: str) -> float:
    """How much likelier the words are that bridge the seam than those that end and begin there."""
    tail, head = _TAIL.search(before), _HEAD.match(behind)
    if not (tail and head and tail[0] and head[0]):
        return 0.0
    left, right = simplified(tail[0][-LONGEST:], script), simplified(head[0][:LONGEST], script)
    return _likelihood(left + right) - _likelihood(left) - _likelihood(right)


def _likelihood(words: str) -> float:
    """The logarithm of the likelihood of the likeliest words that make up a clause."""
    return Clause(words, words, lexicon()).best
