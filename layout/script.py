"""Which writing a text is in: Han or Latin, simplified or traditional."""

import re

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# For patterns that are compiled at every start: a class of 20,000 characters takes milliseconds.
LETTER = "[^\\W0-9A-Za-z_]"
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# Frequent characters of newspaper text that only one of the two writings uses.
_SIMPLIFIED = re.compile(
    "[们这为来国会发个经业产动时过对开关长现见电话车东书记学门问间让说请认识义务众实头体]"
)
_TRADITIONAL = re.compile(
    "[們這為來國會發個經業產動時過對開關長現見電話車東書記學門問間讓說請認識義務眾實頭體]"
)


def is_han(character: str) -> bool:
    """Whether this is a Chinese character (not a mark)."""
    return bool(_HAN.match(character))


def in_han(words: str) -> bool:
    """Whether words are Chinese text, digits and some Latin in it notwithstanding."""
    return 4 * len(_HAN.findall(words)) >= len(_LATIN.findall(words)) and bool(_HAN.search(words))


def language_of(words: str) -> str:
    """The BCP 47 tag of a page's text: zh-Hans, zh-Hant or en."""
    if not in_han(words):
        return "en"
    simplified, traditional = len(_SIMPLIFIED.findall(words)), len(_TRADITIONAL.findall(words))
    return "zh-Hant" if traditional > simplified else "zh-Hans"
