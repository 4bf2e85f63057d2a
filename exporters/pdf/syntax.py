"""Numbers, strings and names as a PDF file spells them (ISO 32000-1, 7.3)."""

import re
from collections.abc import Iterable
from datetime import date

from layout.geometry import Box

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
_NAME_ESCAPED = re.compile(r"[^A-Za-z0-9.-]")
_PLAIN = re.compile(r"[ -'*-\[\]-~]*")


def clean(text: str) -> str:
    """The text with U+FFFD for every character that neither PDF nor XML can carry."""
    return _UNWRITABLE.sub("\ufffd", text)


def number(value: float) -> str:
    """A number with two decimals at most."""
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") if text != "-0.00" else "0"


def size(value: float) -> str:
    """A size of type, with three decimals: a line is some thirty times as long."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def numbers(values: Iterable[float]) -> str:
    """Several numbers with spaces between them."""
    return " ".join([number(value) for value in values])


def string(text: str) -> str:
    """A text string: in brackets where it is plain ASCII, else UTF-16 in hexadecimal digits."""
    text = clean(text)
    if _PLAIN.fullmatch(text):
        return f"({text})"
    return f"<FEFF{utf16(text)}>"


def utf16(text: str) -> str:
    """UTF-16 code units as hexadecimal digits, as a ToUnicode map wants them."""
    return clean(text).encode("utf-16-be").hex().upper()


def name(text: str) -> str:
    """A name; what is not a letter, a digit, a dot or a hyphen is escaped."""
    return "/" + _NAME_ESCAPED.sub(lambda match: f"#{ord(match[0]):02X}", text)


def timestamp(day: date) -> str:
    """The midnight at which a day begins, as a PDF date."""
    return f"D:{day:%Y%m%d}000000Z"


def rectangle(box: Box, height: float) -> str:
    """A box on a sheet of this height as an array of its corners, counted from the lower left."""
    return f"[{numbers((box.x, height - box.bottom, box.right, height - box.y))}]"
