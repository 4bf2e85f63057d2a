"""Where a paragraph speaks another language than its page: as a whole, or for a few words.

A reader has to be told, or a screen reader pronounces English as Chinese (WCAG 2.2, 3.1.2). A word
or two in capitals (GDP, A4) are part of the language around them.
"""

import re
from collections.abc import Iterator
from functools import cache

from layout.script import in_han, is_east_asian, language_of
from layout.sheet import Stretch

_LATIN = "A-Za-zÀ-ɏ"
_PHRASE = re.compile(f"[{_LATIN}](?:[{_LATIN}0-9’' .,:;&-]*[{_LATIN}])?")
_WORD = re.compile(f"[{_LATIN}][a-zà-ɏ]{{2,}}(?![{_LATIN}])")
_CONTRACTED = re.compile(f"[{_LATIN}]’[{_LATIN}]")
_TELLING = re.compile("[a-zà-ɏ]{2}")
_ENOUGH = 2  # words make a phrase


@cache
def _foreign() -> re.Pattern[str]:
    """The words of East Asian writings. Classes so large are slow to compile, and few pages ask."""
    return re.compile(
        "(?P<ja>[\u3041-\u30ff]{2,})|(?P<ko>[\uac00-\ud7a3]{2,})"
        "|(?P<zh>[\u3400-\u9fff\uf900-\ufaff][\u3000-\u9fff\uf900-\uffef]*)"
    )


def spoken(text: str, language: str) -> str:
    """The language of a paragraph on a page in this language."""
    if is_east_asian(language):
        latin = _TELLING.search(text) and _speaks(text) and not _foreign().search(text)
        return "en" if latin else language
    return language_of(text) if not _PHRASE.search(text) and in_han(text) else language


def stretches(text: str, language: str) -> Iterator[Stretch]:
    """The words inside a paragraph of this language that are in another one."""
    if not is_east_asian(language):
        for match in () if text.isascii() else _foreign().finditer(text):
            found = match.lastgroup or ""
            tongue = language_of(match[0]) if found == "zh" else found
            yield Stretch(match.start(), match.end(), tongue)
    elif _TELLING.search(text):
        for match in _PHRASE.finditer(text):
            if _speaks(match[0]):
                yield Stretch(match.start(), match.end(), "en")


def _speaks(words: str) -> bool:
    """Whether these are words of a language, not only a name or a sign."""
    contracted = "’" in words and _CONTRACTED.search(words) is not None
    return contracted or len(_WORD.findall(words)) >= _ENOUGH
