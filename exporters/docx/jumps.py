"""Jump lines as links: "continued on page 5" leads to page 5, if the edition has it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from exporters.docx.job import Job
from exporters.docx.wording import runs
from exporters.docx.wordml import escaped
from layout.model import Edition, Paragraph

_PAGE = re.compile(r"[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3}(?=版)")
_TENS = re.compile(r"([一二三四五六七八九]?)十([一二三四五六七八九]?)")
_DIGITS = "零一二三四五六七八九"


def targets_of(edition: Edition) -> Mapping[str, str]:
    """The bookmark of each page, by the page's number as a jump line would give it."""
    return MappingProxyType(
        {_number(page.folio.number): bookmark(index) for index, page in enumerate(edition.pages)}
    )


def bookmark(index: int) -> str:
    """The name of the bookmark at the head of a page, counted from 0."""
    return f"page_{index + 1}"


def linked(paragraph: Paragraph, job: Job) -> str:
    """The words of a jump line, a link where they name a page of this edition."""
    named = (_number(match[0]) for match in _PAGE.finditer(paragraph.plain))
    target = next((job.targets[number] for number in named if number in job.targets), None)
    words = runs(paragraph.text, job)
    if target is None or not words:
        return words
    return f'<w:hyperlink w:anchor="{escaped(target)}" w:history="1">{words}</w:hyperlink>'


def _number(printed: str) -> str:
    """A page number without leading zeros, in ASCII digits: 04 and 四 are both 4, A03 is A3."""
    in_digits = _TENS.sub(_sum, printed)
    for value, digit in enumerate(_DIGITS):
        in_digits = in_digits.replace(digit, str(value))
    return re.sub(r"(?<!\d)0+(?=\d)", "", in_digits)


def _sum(match: re.Match[str]) -> str:
    tens = _DIGITS.index(match[1]) if match[1] else 1
    return str(tens * 10 + (_DIGITS.index(match[2]) if match[2] else 0))
