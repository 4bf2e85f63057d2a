"""Where Latin words may be parted at the end of a line, by the patterns that Pyphen brings.

Words in capitals are left whole, and so is the last word of a paragraph: what is left of it would
be a line of its own. In an address of the net a hyphen would be read as a part of it, so that its
words are left whole as well, and a line ends before one of its marks (Chicago Manual of Style,
section 7.46).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_WORDS = re.compile(r"(?<![\w’'@/])(?<!\w\.)[^\W\d_]{5,}(?![\w@/]|\.\w)")
_LONG_WORDS = re.compile(r"(?<![A-Za-z0-9.@/])[A-Za-z][a-z]{7,}(?![A-Za-z0-9.@/])")
_ADDRESSES = re.compile(r"(?<![\w.+-])(?:[\w.+-]+@|https?://|www\.)[\w./-]+(?<=\w)", re.ASCII)
_SEAMS = frozenset("@.")
_USUAL = {"en": "en_US"}  # Pyphen's own "en" parts words as British printers do
_BEFORE, _BEHIND = 2, 3  # letters that stay on either line


def syllable_ends(text: str, language: str) -> Iterator[int]:
    """The offsets at which a word may be parted."""
    last = text.rstrip().rfind(" ")
    yield from (end for end in _ends(_WORDS, text, language) if end <= last)


def name_ends(text: str) -> Iterator[int]:
    """The offsets at which a long Latin word in Chinese text may be parted."""
    yield from _ends(_LONG_WORDS, text, "en")


def address_ends(text: str) -> Iterator[int]:
    """The offsets at which an address may be parted, before its marks and without a hyphen."""
    for match in _ADDRESSES.finditer(text):
        inside = range(match.start() + _BEFORE, match.end() - _BEHIND + 1)
        yield from (index for index in inside if text[index] in _SEAMS)


def _ends(words: re.Pattern[str], text: str, language: str) -> Iterator[int]:
    if not words.search(text):
        return
    patterns = _patterns(language.replace("-", "_"))
    if patterns is None:
        return
    for match in words.finditer(text):
        word = match[0]
        if word.islower() or word.istitle():
            ends = patterns.positions(word.lower())
            yield from (match.start() + offset for offset in ends)


@cache
def _patterns(language: str) -> "Pyphen | None":
    import pyphen  # its dictionaries take time that Chinese pages need not spend

    known = pyphen.language_fallback(_USUAL.get(language, language))
    return pyphen.Pyphen(lang=known, left=_BEFORE, right=_BEHIND) if known else None
