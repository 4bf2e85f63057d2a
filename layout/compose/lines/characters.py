"""What each character may do in a line: begin it, end it, give way, or keep to its neighbour.

The classes are those of CLREQ (W3C, Requirements for Chinese Text Layout, 3.1.2 to 3.1.4); the
marks that may not begin or end a line are those of GB/T 15834-2011, 5.1, with Japanese small kana
added because they turn up in quoted titles.
"""

from enum import IntEnum


class Sort(IntEnum):
    """A class of characters (a sort is a piece of type, and a kind of it in the case)."""

    HAN = 0
    OPEN = 1
    CLOSE = 2
    COMMA = 3
    STOP = 4
    MIDDLE = 5
    DASH = 6
    LATIN = 7
    SPACE = 8


_MEMBERS = {
    Sort.OPEN: "“‘（《〈「『【〖〔［｛〝",
    Sort.CLOSE: "”’）》〉」』】〗〕］｝〞",
    Sort.COMMA: "、，；：",
    Sort.STOP: "。！？．",
    Sort.MIDDLE: "·・‧•",
    Sort.DASH: "—…⸺⋯",
    Sort.SPACE: " \t\n\r\v\f\u2002\u2003\u2009\u3000",
}

QUOTES = "“”‘’"

NO_START = frozenset(
    "”’）》〉」』】〗〕］｝〞、，；：。！？．·・‧—…⸺⋯／～〜々ー゛゜ヽヾゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    "%‰℃℉°′″,.:;!?)]}\"'/–"
)
"""What may not begin a line."""

NO_END = frozenset("“‘（《〈「『【〖〔［｛〝([{$￥¥＄￡£€#№＃±＋−")
"""What may not end one: opening marks, and the signs that belong to the number behind them."""

INSEPARABLE = frozenset("—…⸺⋯")
"""Doubled, these are one mark of two ems: —— and …… (GB/T 15834-2011, 4.12 and 4.11)."""

CLOSE_UP = frozenset("～〜／℃℉％‰")
"""Signs as wide as Han characters that stand close to the number or word beside them."""

HALF = frozenset({Sort.OPEN, Sort.CLOSE, Sort.COMMA, Sort.STOP})
"""Full-width marks of which one half is white, which may be given up."""

_WIDE_FROM, _SYMBOLS_FROM, _SYMBOLS_TO = 0x2E80, 0x2100, 0x2BFF


class _Sorts(dict[str, Sort]):
    def __missing__(self, character: str) -> Sort:
        sort = self[character] = _sort_of(ord(character))
        return sort


def _sort_of(code: int) -> Sort:
    if code >= _WIDE_FROM or _SYMBOLS_FROM <= code <= _SYMBOLS_TO:
        return Sort.HAN
    return Sort.LATIN


SORTS = _Sorts({character: sort for sort, row in _MEMBERS.items() for character in row})
"""The class of any character; the table learns those that it has not met yet."""
