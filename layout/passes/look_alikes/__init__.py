"""Mend characters misread for others that look alike, on evidence; under a threshold offer it.

The evidence is that the words of a lexicon, or of the rest of the page, are there with another
character and are not with the one that was read. Names are in no lexicon: they are left alone
unless the page itself has them otherwise.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from layout.model import Page, Paragraph, Role, texts_of
from layout.passes.look_alikes.dash import dashes_for_one
from layout.passes.look_alikes.finding import Finding
from layout.passes.look_alikes.han import han_reader
from layout.passes.look_alikes.latin import latin_reader
from layout.passes.look_alikes.lexicon import folded
from layout.passes.look_alikes.witness import Witness
from layout.text import Amendment, Text
from layout.walk import map_texts

_NAMES = (Role.BYLINE, Role.CREDIT, Role.EDITOR_CREDITS)


def mend_look_alikes(page: Page) -> Page:
    """Every misread character as it must have been printed, or that reading beside it."""
    names = {words.plain for words in _of_names(page)}
    misread = _in_chinese(page) if page.language.startswith("zh") else _in_english(page)

    def mended(text: Text) -> Text:
        if text.plain in names:
            return text
        changes = [change for found in misread(text) if (change := found.amendment())]
        return text.amended(_unmarked(text, changes)) if changes else text

    return map_texts(page, mended)


def _unmarked(text: Text, changes: Sequence[Amendment]) -> Iterator[Amendment]:
    """The changes to what no other rule has spoken of, and no line of the print ended at."""
    marked = [range(o, o + len(f.text)) for o, f in text.placed() if f.mark and f.text]
    taken = {place for places in marked for place in places}
    return (change for change in changes if taken.isdisjoint(range(change.start, change.end)))


def _in_chinese(page: Page) -> Callable[[Text], Iterable[Finding]]:
    script = page.language.removeprefix("zh-")
    reader = han_reader(script, Witness(folded(words, script) for words in _words(page)))

    def misread(text: Text) -> Iterator[Finding]:
        yield from reader.misread(text.plain)
        yield from dashes_for_one(text.plain, script, frozenset(text.line_ends()))

    return misread


def _in_english(page: Page) -> Callable[[Text], Iterable[Finding]]:
    reader = latin_reader(_words(page))
    return lambda text: reader.misread(text.plain)


def _words(page: Page) -> Iterator[str]:
    for article in page.articles:
        for block in article.blocks:
            for text in texts_of(block):
                yield text.plain


def _of_names(page: Page) -> Iterator[Paragraph]:
    yield from page.folio.paragraphs
    for article in page.articles:
        yield from article.paragraphs(*_NAMES)
