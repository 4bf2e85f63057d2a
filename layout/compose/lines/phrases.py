"""Where a headline may be broken: between phrases, which BudouX finds in Chinese text."""

from functools import cache
from typing import TYPE_CHECKING

from layout.script import is_traditional

if TYPE_CHECKING:
    from budoux import Parser


def phrase_ends(text: str, language: str) -> frozenset[int]:
    """The offsets inside a Chinese text at which one phrase ends and the next begins."""
    ends, offset = set(), 0
    for phrase in _parser(traditional=is_traditional(language)).parse(text):
        offset += len(phrase)
        ends.add(offset)
    return frozenset(ends - {len(text)})


@cache
def _parser(*, traditional: bool) -> "Parser":
    import budoux  # its model takes time that a page without long headlines need not spend

    if traditional:
        return budoux.load_default_traditional_chinese_parser()
    return budoux.load_default_simplified_chinese_parser()
