"""Give a drop cap back to its word: an engine reads the large letter apart, as in `T HE first`.

The letter and what stands behind it make a word, and without it they make none, or are in capitals
as the words beside a drop cap are.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from layout.model import Article, Block, Page, Paragraph, Role
from layout.passes.look_alikes.vocabulary import english
from layout.script import is_east_asian
from layout.text import Amendment, Edit, Rule, Text
from layout.walk import map_articles

_DROPPED = re.compile(r"([A-Z])(\s+)([A-Z’']*[A-Z]|[a-z]+)\b")
_WORDS = ("A", "I")
_WHY = "{} is one word: its first letter was set large"


def mend_drop_caps(page: Page) -> Page:
    """An English page with no paragraph's first letter apart from its word."""
    if is_east_asian(page.language):
        return page
    return map_articles(page, _mended)


def _mended(article: Article) -> Article:
    return replace(article, blocks=tuple(map(_block, article.blocks)))


def _block(block: Block) -> Block:
    if not isinstance(block, Paragraph) or block.role is not Role.BODY:
        return block
    return replace(block, text=block.text.amended(_changes(block.text)))


def _changes(text: Text) -> Iterator[Amendment]:
    found = _DROPPED.match(text.plain)
    if not found or not english().knows(whole := (found[1] + found[3]).lower()):
        return
    rest = found[3].lower()
    apart = found[1] in _WORDS and len(rest) > 1 and english().knows(rest)
    if not apart:
        edit = Edit(Rule.STRAY_SPACE, _WHY.format(whole), 0.9)
        yield Amendment(found.start(2), found.end(2), "", edit)
