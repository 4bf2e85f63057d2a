"""Bytes to characters: UTF-8 first, then what old Chinese archives hold; else they are refused."""

import codecs

from layout.errors import InputError, Origin

_LIMIT = 8 * 2**20
_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, name: str) -> str:
    """The characters of a file's bytes, without a byte order mark.

    UTF-8 and GB18030 are recognised by their own rules: text in one is almost never valid in the
    other. Raises InputError for what is empty, too large, binary or in an unknown encoding.
    """
    at = Origin(name)
    if len(data) > _LIMIT:
        limit = f"a page may hold at most {_LIMIT // 2**20} MiB of text"
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
            raise InputError("this is not text", at, "is it a scan or PDF?") from None
        return _strict(data, "gb18030", at)


def _strict(data: bytes, encoding: str, at: Origin) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        place = Origin(at.file, data.count(b"\n", 0, fault.start) + 1)
        hint = "save the text as UTF-8"
        raise InputError("neither UTF-8 nor GB18030 text", place, hint) from None
