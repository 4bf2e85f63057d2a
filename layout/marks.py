"""The signs that an edition sets where print is missing or was filled in by an editor."""

from functools import cache

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


def gap_mark(language: str) -> str:
    """What stands in the text for print that the OCR lost: 〔…〕 in Chinese, […] in Latin."""
    return "〔…〕" if is_east_asian(language) else "[…]"


def supplied_marks(language: str) -> tuple[str, str]:
    """What encloses words that an editor added: 〔〕 in Chinese, [] in Latin."""
    return ("〔", "〕") if is_east_asian(language) else ("[", "]")
