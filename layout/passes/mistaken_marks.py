"""Marks that an engine took for others, told by their partner: 〈记者 乔小满） is a bracket.

Seen in what Tesseract makes of Chinese pages: an opening round bracket read as 〈 or 《, the corner
bracket 」 as J, and the blank that parts the halves of a headline as `_`.
"""

import re
from collections.abc import Iterator

from layout.model import Page
from layout.script import LETTER, is_east_asian
from layout.text import Amendment, Edit, Rule, Text
from layout.walk import map_texts

_BLANK = re.compile(f"(?<={LETTER})_(?={LETTER})")
_OPENING = re.compile(r"[〈《](?=[^〈《〉》（）。！？]{1,30}）)")
_CORNER = re.compile(r"「[^「」]*?[^「」\x00-\x7f](J)(?=[^0-9A-Za-z」][^「」]*(?:「|$)|$)")
_PARTED = Edit(Rule.LOOK_ALIKE, "the blank between the halves of a headline", 0.95)
_PAIRED = Edit(Rule.LOOK_ALIKE, "the mark that it belongs to", 0.95)


def mend_mistaken_marks(page: Page) -> Page:
    """The page with every mark that its partner or its place proves wrong put right."""
    return map_texts(page, _mended) if is_east_asian(page.language) else page


def _mended(text: Text) -> Text:
    return text.amended(_amendments(text.plain))


def _amendments(words: str) -> Iterator[Amendment]:
    for found in _BLANK.finditer(words):
        yield Amendment(*found.span(), " ", _PARTED)
    for found in _OPENING.finditer(words):
        yield Amendment(*found.span(), "（", _PAIRED)
    for found in _CORNER.finditer(words):
        yield Amendment(*found.span(1), "」", _PAIRED)
