"""The signs that an edition sets where print is missing or was filled in by an editor."""

import re
from functools import cache
from math import ceil

_TRADITIONAL = ("zh-hant", "zh-tw", "zh-hk", "zh-mo", "yue")
_EAST_ASIAN = ("zh", "ja", "ko", "yue", "lzh")


@cache
def is_east_asian(language: str) -> bool:
    """Whether a BCP 47 tag names a language that is set in Han characters on an em grid."""
    return language.lower().split("-")[0] in _EAST_ASIAN


@cache
def is_traditional(language: str) -> bool:
    """Whether a BCP 47 tag names Chinese in traditional characters."""
    return language.lower().startswith(_TRADITIONAL)


_LATIN_SIGN = "[…]"
_BESIDE = re.compile(rf"{re.escape(_LATIN_SIGN)}(?=\w)|[^\s\[(“‘-](?={re.escape(_LATIN_SIGN)})")


def gap_mark(language: str) -> str:
    """What stands in the text for print that the OCR lost: 〔…〕 in Chinese, […] in Latin."""
    return "〔…〕" if is_east_asian(language) else _LATIN_SIGN


def most_lost(longest: float) -> str:
    """How much print a gap may have lost, in ems, as it is told: by halves, never too little."""
    return f"{ceil(2 * longest) / 2:g}"


def beside_signs(text: str) -> list[int]:
    """The offsets where white stands beside a Latin sign for lost print; the text has no space.

    What the print lost begins behind a whole word, unless that ends in a hyphen.
    """
    return [match.end() for match in _BESIDE.finditer(text)] if _LATIN_SIGN in text else []


def supplied_marks(language: str) -> tuple[str, str]:
    """What encloses words that an editor added: 〔〕 in Chinese, [] in Latin."""
    return ("〔", "〕") if is_east_asian(language) else ("[", "]")
