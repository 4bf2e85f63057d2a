"""Which writing a text is in: Han or Latin, simplified or traditional."""

from functools import cache, lru_cache

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# For patterns that are compiled at every start: a class of 20,000 characters takes milliseconds,
# which is also why nothing here is a pattern.
LETTER = "[^\\W0-9A-Za-z_]"
LATIN_PER_EM = 2.2
"""So many characters of Latin text were as wide as an em of the old print."""

_GERMAN = frozenset(
    {"der", "die", "das", "den", "und", "von", "mit", "nicht", "ist", "ein", "eine"}
)
_TRADITIONAL_TAGS = ("zh-hant", "zh-tw", "zh-hk", "zh-mo", "yue")
_EAST_ASIAN_TAGS = ("zh", "ja", "ko", "yue", "lzh")
_OFTEN = 20  # of so many German words one at least is one of these
_SIMPLIFIED = "们这为来国会发个经业产动时过对开关长现见电话车东书记学门问间让说请认识义务众实头体"
_TRADITIONAL = "們這為來國會發個經業產動時過對開關長現見電話車東書記學門問間讓說請認識義務眾實頭體"
"""Frequent characters of newspaper text that only one of the two writings uses."""


def is_han(character: str) -> bool:
    """Whether this is a Chinese character (not a mark)."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


class _Han(dict[str, bool]):
    """`is_han` as a table: a page asks for each of its characters several times."""

    def __missing__(self, character: str) -> bool:
        answer = self[character] = is_han(character)
        return answer


_HAN = _Han()


def in_han(words: str) -> bool:
    """Whether words are Chinese text, digits and some Latin in it notwithstanding."""
    most = 4 * sum(map(_HAN.__getitem__, words))
    return most > 0 and (most >= len(words) or most >= sum(map(_is_latin, words)))


@lru_cache(maxsize=2)  # many rooms ask for that of the page
def language_of(words: str) -> str:
    """The BCP 47 tag of a page's text: zh-Hans, zh-Hant or en."""
    if not in_han(words):
        return "en"
    simplified, traditional = (
        sum(map(words.count, telling)) for telling in (_SIMPLIFIED, _TRADITIONAL)
    )
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def capitalizes_nouns(words: str) -> bool:
    """Whether a text is German, where every noun has a capital."""
    told = words.split()
    return _OFTEN * sum(word in _GERMAN for word in told) > len(told)


@cache
def is_east_asian(language: str) -> bool:
    """Whether a BCP 47 tag names a language that is set in Han characters on an em grid."""
    return language.lower().split("-")[0] in _EAST_ASIAN_TAGS


@cache
def is_traditional(language: str) -> bool:
    """Whether a BCP 47 tag names Chinese in traditional characters."""
    return language.lower().startswith(_TRADITIONAL_TAGS)


def script_of(language: str) -> str:
    """The script subtag of a Chinese language (ISO 15924): Hans or Hant."""
    return language.removeprefix("zh-")


def _is_latin(character: str) -> bool:
    return "A" <= character <= "Z" or "a" <= character <= "z" or "\u00c0" <= character <= "\u024f"
