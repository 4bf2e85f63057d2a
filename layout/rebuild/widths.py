"""How wide words stood in the old print, counted in ems from the characters alone.

Papers set their marks in one of two ways. Full: every mark takes 1 em. Kaiming: a full stop, a
question or exclamation mark takes 1 em (1/2 before a closing quote), every other mark 1/2.
Digits and Latin letters take about 1/2 in both. An ASCII mark in Chinese text stands for its
full-width form. Latin text is counted in characters.
"""

from functools import lru_cache
from itertools import pairwise

from layout.model import Punctuation

_STOPS = "。？！?!"
_CLOSING_QUOTES = "”’\"'」』"
_HALF_MARKS = "，、；：“”‘’（）《》〈〉「」『』【】〔〕［］·,;:()\"'[]"


@lru_cache(maxsize=8192)
def _width(character: str, punctuation: Punctuation) -> float:
    if punctuation is Punctuation.LATIN:
        return 1.0
    if character in _STOPS:
        return 1.0
    if character in _HALF_MARKS:
        return 0.5 if punctuation is Punctuation.KAIMING else 1.0
    return 0.5 if character < "\u0250" else 1.0


@lru_cache(maxsize=8192)
def width(words: str, punctuation: Punctuation) -> float:
    """The width of words set in one line: ems, or characters for Latin text."""
    total = sum([_width(c, punctuation) for c in words])
    if punctuation is Punctuation.KAIMING:
        for stop, behind in pairwise(words):
            if stop in _STOPS and behind in _CLOSING_QUOTES:
                total -= 0.5
    return total
