"""Bytes to characters: UTF-8 first, then what old Chinese archives hold; else they are refused."""

import codecs
from collections import Counter

from layout.errors import InputError, Origin

_MOST_TEXT = 8 * 2**20  # bytes
MOST_MARKUP = 64 * 2**20  # of text with the boxes of its words
_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLD = ("gb18030", "big5hkscs")
_FREQUENT = (("gb2312", b"\xb0", b"\xd7"), ("big5", b"\xa4", b"\xc6"))
"""The rows of both old standards, by their first byte, that hold the characters in common use."""
_LIKELY = 0.6  # of the Chinese characters of a text are in common use; of a misread one, 0.3
_SAVE = "save the text as UTF-8"


def decode(data: bytes, name: str, most: int = _MOST_TEXT) -> str:
    """The characters of a file's bytes, at most so many, without a byte order mark.

    UTF-8 is recognised by its own rules: other text is almost never valid. GB18030 and Big5 look
    alike; the right one has the characters that are in common use, the wrong one others. Raises
    InputError for what is empty, too large, binary or in an unknown encoding.
    """
    at = Origin(name)
    if len(data) > most:
        limit = f"a page may hold at most {most // 2**20} MiB of text"
        raise InputError(f"the file is {len(data) // 2**20} MiB long", at, limit)
    text = _decoded(data, at)
    if "\0" in text:
        raise InputError("this is not text: it holds NUL characters", at, "is it a scan or PDF?")
    if not text.strip():
        raise InputError("the file holds no text", at, "give a page of OCR text")
    return text


def _decoded(data: bytes, at: Origin) -> str:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, at)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if b"\0" in data:
            raise InputError(
                "this is not text", at, f"is it a scan or PDF? if not, {_SAVE}"
            ) from None
        return _old(data, at)


def _strict(data: bytes, encoding: str, at: Origin) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise _unknown(Origin(at.file, data.count(b"\n", 0, fault.start) + 1)) from None


def _old(data: bytes, at: Origin) -> str:
    """Text in the likelier of the old encodings."""
    readings: list[str] = []
    for encoding in _OLD:
        try:
            readings.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if not readings:
        return _strict(data, _OLD[0], at)
    best = max(readings, key=_usual)
    if _usual(best) < _LIKELY:
        raise _unknown(at)
    return best


def _usual(text: str) -> float:
    """How many of the Chinese characters are in common use, as a part of them; marks are none."""
    counts = Counter(character for character in text if "\u3400" <= character < "\uff00")
    usual = sum(count for character, count in counts.items() if _is_frequent(character))
    return usual / counts.total() if counts else 1.0


def _is_frequent(character: str) -> bool:
    return any(
        first <= character.encode(standard, "ignore")[:1] <= last
        for standard, first, last in _FREQUENT
    )


def _unknown(at: Origin) -> InputError:
    return InputError("neither UTF-8 nor GB18030 nor Big5 text", at, _SAVE)
