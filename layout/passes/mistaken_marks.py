"""Marks that an engine took for others, told by their partner: 〈记者 乔小满） is a bracket.

Seen in what Tesseract makes of Chinese pages: an opening round bracket read as 〈 or 《, the corner
bracket 」 as J, the blank that parts the halves of a headline as `_` or, where they are of one
length, as a lone `"`, and the long dash at either end of a line of display as 一一.
"""

import re
from collections.abc import Iterator

from layout.model import Page
from layout.script import LETTER, is_east_asian
from layout.text import Amendment, Edit, Rule, Text
from layout.walk import map_texts

_BLANK = re.compile(f"(?<={LETTER})_(?={LETTER})")
_HALVES = re.compile(rf"(?:{LETTER}|[，、0-9]){{4,14}}(\")(?:{LETTER}|[，、0-9]){{4,14}}")
# 一一 counts off one by one before these.
_DASH = re.compile(rf"^一一(?=(?![列对對道作兑落介核]){LETTER})|(?<={LETTER})一一$")
_DISPLAY = re.compile(r"[^。！？；]{5,32}")
_OPENING = re.compile(r"[〈《](?=[^〈《〉》（）。！？]{1,30}）)")
_CORNER = re.compile(r"「[^「」]*?[^「」\x00-\x7f](J)(?=[^0-9A-Za-z」][^「」]*(?:「|$)|$)")
_PARTED = Edit(Rule.LOOK_ALIKE, "the blank between the halves of a headline", 0.95)
_PARTED_ALIKE = Edit(Rule.LOOK_ALIKE, "the blank between two halves of one length", 0.85)
_LEADING_ON = Edit(Rule.LOOK_ALIKE, "the dash that leads on to a headline or from it", 0.9)
_PAIRED = Edit(Rule.LOOK_ALIKE, "the mark that it belongs to", 0.95)


def mend_mistaken_marks(page: Page) -> Page:
    """The page with every mark that its partner or its place proves wrong put right."""
    return map_texts(page, _mended) if is_east_asian(page.language) else page


def _mended(text: Text) -> Text:
    return text.amended(_amendments(text.plain))


def _amendments(words: str) -> Iterator[Amendment]:
    for found in _BLANK.finditer(words):
        yield Amendment(*found.span(), " ", _PARTED)
    if (halves := _HALVES.fullmatch(words)) and _are_alike(words, halves.start(1)):
        yield Amendment(*halves.span(1), " ", _PARTED_ALIKE)
    for found in _DASH.finditer(words) if _DISPLAY.fullmatch(words) else ():
        yield Amendment(*found.span(), "——", _LEADING_ON)
    for found in _OPENING.finditer(words):
        yield Amendment(*found.span(), "（", _PAIRED)
    for found in _CORNER.finditer(words):
        yield Amendment(*found.span(1), "」", _PAIRED)


def _are_alike(words: str, at: int) -> bool:
    """Whether as many characters stand before a place as behind it, or one more or less."""
    return abs(2 * at + 1 - len(words)) <= 1
