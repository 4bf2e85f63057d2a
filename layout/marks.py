"""The signs that an edition sets where print is missing or was filled in by an editor."""

import re
from math import ceil

from layout.script import is_east_asian

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
