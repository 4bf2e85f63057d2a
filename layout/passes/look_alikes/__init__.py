"""Mend characters misread for others that look alike, on evidence; under a threshold offer it.

The evidence is that the words of a lexicon, or of the rest of the page, are there with another
character and are not with the one that was read. Names are in no lexicon: they are left alone
unless the page itself has them otherwise.
"""

from collections.abc import Iterator

from layout.model import Page, Paragraph, Role, texts_of
from layout.passes.look_alikes.dash import dashes_for_one
from layout.passes.look_alikes.han import han_reader
from layout.passes.look_alikes.lexicon import folded
from layout.passes.look_alikes.witness import Witness
from layout.text import Text
from layout.walk import map_texts

_NAMES = (Role.BYLINE, Role.CREDIT, Role.EDITOR_CREDITS)


def mend_look_alikes(page: Page) -> Page:
    """Every misread character as it must have been printed, or that reading beside it."""
    if not page.language.startswith("zh"):
        return page
    return map_texts(page, _Mender(page).mended)


class _Mender:
    """What is known of a page's writing, and how its texts are mended by it."""

    def __init__(self, page: Page) -> None:
        self._script = page.language.removeprefix("zh-")
        words = [
            text.plain for a in page.articles for block in a.blocks for text in texts_of(block)
        ]
        self._witness = Witness(folded(each, self._script) for each in words)
        self._reader = han_reader(self._script, self._witness)
        self._left_alone = {words.plain for words in _of_names(page)}

    def mended(self, text: Text) -> Text:
        words = text.plain
        if words in self._left_alone:
            return text
        dashes = dashes_for_one(words, self._script, text.line_ends())
        found = (*self._reader.misread(words), *dashes)
        changes = [change for each in found if (change := each.amendment())]
        return text.amended(changes) if changes else text


def _of_names(page: Page) -> Iterator[Paragraph]:
    yield from page.folio.paragraphs
    for article in page.articles:
        yield from article.paragraphs(*_NAMES)
