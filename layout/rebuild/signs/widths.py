"""How wide words stood in the old print, counted in ems from the characters alone.

Papers set their marks in one of two ways. Full: every mark takes 1 em. Kaiming: a full stop, a
question or exclamation mark takes 1 em (1/2 before a closing quote), every other mark 1/2.
Digits and Latin letters take about 1/2 in both. An ASCII mark in Chinese text stands for its
full-width form. Latin text is counted in characters.
"""

import re

from layout.model import Punctuation

_DASH = re.compile(r"-(?![0-9A-Za-z])|(?<![0-9A-Za-z])-")
_STOP_IN_QUOTES = re.compile("[。？！?!](?=[”’\"'」』])")
_UNBROKEN = re.compile(
    r"[“‘（《「『\"(]*(?:[0-9A-Za-z.,:%％]+|——|……|.)[，。、；：！？”’）》」』,;:!?)\"]*"
)
# What is half an em wide: letters and digits that are not Chinese, of marks all but stops or none.
_KAIMING_HALF = re.compile(r"[\x00- \"->@-\u024f，、；：“”‘’（）《》〈〉「」『』【】〔〕［］]")
_FULL_HALF = re.compile(r"[\x00- #-&*+\--9<->@-Z\\^-\xb6\xb8-\u024f]")


def width(words: str, punctuation: Punctuation) -> float:
    """The width of words set in one line: ems, or characters for Latin text."""
    match punctuation:
        case Punctuation.LATIN:
            return float(len(words))
        case Punctuation.FULL:
            return _full(words)
        case Punctuation.KAIMING:
            return _kaiming(words)


def unbroken(words: str) -> str:
    """What cannot be broken at the start of words: a figure, or a character with its marks."""
    found = _UNBROKEN.match(words)
    return found[0] if found else ""


def _full(words: str) -> float:
    return len(words) + (_dashes(words) - len(_FULL_HALF.findall(words))) / 2


def _kaiming(words: str) -> float:
    narrow = len(_KAIMING_HALF.findall(words)) + len(_STOP_IN_QUOTES.findall(words))
    return len(words) + (_dashes(words) - narrow) / 2


def _dashes(words: str) -> int:
    """How many hyphens stand for what is an em wide: a dash, or 一 misread."""
    return len(_DASH.findall(words)) if "-" in words else 0
