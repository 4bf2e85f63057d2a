"""Fonts that a book carries itself: the bundled faces, cut down to what is set in each."""

from collections.abc import Iterator, Mapping

from exporters.epub.labels import Labels
from fonts.catalogue import BUNDLED
from fonts.fount import fount
from layout.model import Edition, Role
from layout.sheet import Face

_IN_HEI = frozenset({Role.HEADLINE, Role.KICKER, Role.SUBHEAD, Role.YEAR, Role.COLUMN_LABEL})
_IN_KAI = frozenset({Role.BYLINE, Role.SIGNOFF, Role.EDITOR_NOTE, Role.CAPTION, Role.CREDIT})


def fonts_for(edition: Edition, labels: Labels, text: str) -> Iterator[tuple[str, bytes]]:
    """File names and fonts for a flowing book; `text` is all that is in it."""
    heads = labels.contents + labels.colophon + labels.notes + labels.page + "0123456789"
    used = {
        Face.SONG: set(text),
        Face.HEI: set(heads + _words(edition, _IN_HEI)),
        Face.KAI: set(labels.contents + _words(edition, _IN_KAI)),
    }
    return excerpts(used)


def excerpts(used: Mapping[Face, set[str]]) -> Iterator[tuple[str, bytes]]:
    """File names and fonts with the characters used in each face."""
    for face, characters in used.items():
        yield f"fonts/{face.value}.ttf", fount(BUNDLED[face]).excerpt(characters)


def _words(edition: Edition, roles: frozenset[Role]) -> str:
    articles = (article for page in edition.pages for article in page.articles)
    return "".join(words.plain for article in articles for words in article.paragraphs(*roles))
