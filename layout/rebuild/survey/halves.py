"""Halves of a headline: a line of display goes on with the one before it.

一座桥， / 改写两岸时间表: behind a comma, or where it closes the quotation mark that the other one
opened. Engines often take the two for headings of their own. So it does in one heading with the
line before it where a word stands across their seam: 合作示 / 范社.
"""

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.survey.han_seams import is_bridged

_COMMAS = "，,、"
_OPENING, _CLOSING, _STRAIGHT = "“「『《（(", "”」』》）)", '"'


def second_halves(
    pieces: Sequence[Piece], shown: Sequence[Set[str]], script: str
) -> Iterator[tuple[int, str]]:
    """The pieces that go on with those before them, and what tells; `shown` are their signs."""
    for i, (one, two) in enumerate(pairwise(pieces)):
        both, either = shown[i] & shown[i + 1], shown[i] | shown[i + 1]
        if "display" not in both or "heading" not in either:
            continue
        if _goes_on(one.words, two.words):
            yield i + 1, "goes_on"
        elif not two.opens and is_bridged(one.words, two.words, script):
            yield i + 1, "broken_word"


def _goes_on(one: str, two: str) -> bool:
    return one[-1] in _COMMAS or (_left_open(one) > 0 > _left_open(two)) or _are_straight(one, two)


def _left_open(words: str) -> int:
    """How many marks words open that they do not close; below 0 where they close others."""
    return sum(words.count(c) for c in _OPENING) - sum(words.count(c) for c in _CLOSING)


def _are_straight(one: str, two: str) -> bool:
    """Whether each has one half of a pair of straight quotes, the outer one."""
    odd = one.count(_STRAIGHT) % 2 and two.count(_STRAIGHT) % 2
    return bool(odd) and _STRAIGHT not in (one[-1], two[0])
