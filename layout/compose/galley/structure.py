"""The tree of the document: which element each paragraph, cell and picture of an edition is.

The tree is grown from the model alone, before anything is placed, so its order is the model's
order whatever the sheets look like. What has no character to show gets no element.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from layout.compose.lines.printed import UNMARKED, Signs, printed, signs_of
from layout.compose.lines.tongues import spoken
from layout.geometry import Size
from layout.model import Article, Block, Edition, Figure, Page, Paragraph, Role, Table
from layout.sheet import Element, Tag
from layout.text import Text

TAGS = {
    Role.COLUMN_LABEL: Tag.KICKER,
    Role.KICKER: Tag.KICKER,
    Role.HEADLINE: Tag.HEADLINE,
    Role.DECK: Tag.DECK,
    Role.BYLINE: Tag.BYLINE,
    Role.SUBHEAD: Tag.SUBHEAD,
    Role.YEAR: Tag.SUBHEAD,
    Role.CAPTION: Tag.CAPTION,
    Role.CREDIT: Tag.CAPTION,
}
"""The tags of the roles; all others are paragraphs."""

LISTED = frozenset({Role.EVENT, Role.ITEM})

_NUMBERED = r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}(?:[）)、．]|\.(?!\d))|[①-⑳])"


ONWARD, BACK, AGAIN = -1, -2, -3
"""What stands for an element in lines that composing adds where a story turns to another sheet.

Finished sheets have no such numbers: these lines belong to no element. Two of them are linked, the
third is the head of a table set again.
"""


class Words(NamedTuple):
    """The words of one element as they are shown; `ends` are the old line ends among them."""

    text: str
    element: int
    ends: tuple[int, ...] = ()


class Copy(NamedTuple):
    """One paragraph to be set, with its role.

    A list item has an element for its bullet too, unless it brings its own number.
    """

    role: Role
    words: Words
    bullet: int | None = None


class Tabular(NamedTuple):
    """A table to be set: rows of cells, the first `header_rows` of them heads."""

    rows: tuple[tuple[Words, ...], ...]
    header_rows: int


class Plate(NamedTuple):
    """A picture to be placed, or the frame of one that is missing, with its words.

    `proportion` is its width by its height.
    """

    path: str | None
    element: int
    words: tuple[Copy, ...]
    proportion: float = 1.5


Part = Copy | Tabular | Plate


class Story(NamedTuple):
    """An article as it goes to the composing room: its element and its parts, in order."""

    article: Article
    element: int
    parts: tuple[Part, ...]


class Bundle(NamedTuple):
    """The stories of one page."""

    page: Page
    element: int
    stories: tuple[Story, ...]


Sizes = Mapping[str, Size]
"""The sizes of the pictures that are at hand, by their paths, in any unit."""


def grown(
    edition: Edition, sizes: Sizes | None = None, marks: bool = True
) -> tuple[tuple[Element, ...], tuple[Bundle, ...]]:
    """The elements of an edition, and its pages as stories that name them.

    Without `marks` nothing shows where print is missing or was filled in.
    """
    tree = _Tree(sizes)
    root = tree.grow(Tag.DOCUMENT, None, title=edition.title)
    bundles = tuple(_bundle(tree, root, page, edition.language, marks) for page in edition.pages)
    return tuple(tree.elements), bundles


class _Tree:
    """The elements grown so far, the language of the page they are of, what pictures there are."""

    def __init__(self, sizes: Sizes | None) -> None:
        self.elements: list[Element] = []
        self.language = ""
        self._sizes = sizes

    def grow(
        self, tag: Tag, parent: int | None, title: str = "", alt: str = "", language: str = ""
    ) -> int:
        self.elements.append(Element(tag, parent, title, alt, language))
        return len(self.elements) - 1

    def words(self, tag: Tag, parent: int, text: str, ends: tuple[int, ...] = ()) -> Words:
        """Words with an element of their own, which tells the language if it is not the page's."""
        language = spoken(text, self.language)
        own = language if language != self.language else ""
        return Words(text, self.grow(tag, parent, language=own), ends)

    def plate(self, path: str | None, element: int, words: tuple[Copy, ...]) -> Plate:
        """A plate; without its picture it is a frame."""
        if path is None or self._sizes is None:
            return Plate(path, element, words)
        size = self._sizes.get(path)
        if size is None or size.width <= 0 or size.height <= 0:
            return Plate(None, element, words)
        return Plate(path, element, words, size.width / size.height)


def _bundle(tree: _Tree, root: int, page: Page, language: str, marks: bool) -> Bundle:
    tree.language = page.language
    own = page.language if page.language != language else ""
    element = tree.grow(Tag.SECTION, root, title=page.folio.number or page.name, language=own)
    signs = signs_of(page.language) if marks else UNMARKED
    return Bundle(page, element, tuple(_story(tree, element, a, signs) for a in page.articles))


def _story(tree: _Tree, parent: int, article: Article, signs: Signs) -> Story:
    element = tree.grow(Tag.ARTICLE, parent, title=article.title)
    parts: list[Part] = []
    group: int | None = None
    for block in article.blocks:
        if isinstance(block, Paragraph) and block.role in LISTED:
            group = tree.grow(Tag.LIST, element) if group is None else group
            parts.extend(_item(tree, group, block, signs))
        else:
            group = None
            parts.extend(_parts(tree, element, block, signs))
    return Story(article, element, tuple(parts))


def _parts(tree: _Tree, parent: int, block: Block, signs: Signs) -> Iterator[Part]:
    match block:
        case Paragraph():
            tag = TAGS.get(block.role, Tag.PARAGRAPH)
            yield from _copy(tree, parent, block, tag, signs)
        case Table():
            if block.rows:
                yield _tabular(tree, parent, block, signs)
        case Figure():
            yield _plate(tree, parent, block, signs)
        case _:
            assert_never(block)


def _copy(tree: _Tree, parent: int, block: Paragraph, tag: Tag, signs: Signs) -> Iterator[Copy]:
    text, ends = printed(block.text, signs)
    if text.strip():
        yield Copy(block.role, tree.words(tag, parent, text, ends))


def _item(tree: _Tree, parent: int, block: Paragraph, signs: Signs) -> Iterator[Copy]:
    text, ends = printed(block.text, signs)
    if text.strip():
        item = tree.grow(Tag.ITEM, parent)
        bullet = None if re.match(_NUMBERED, text) else tree.grow(Tag.LABEL, item)
        yield Copy(block.role, tree.words(Tag.ITEM_BODY, item, text, ends), bullet)


def _tabular(tree: _Tree, parent: int, table: Table, signs: Signs) -> Tabular:
    element = tree.grow(Tag.TABLE, parent)
    rows = []
    for number, cells in enumerate(table.rows):
        row = tree.grow(Tag.ROW, element)
        tag = Tag.HEADER_CELL if number < table.header_rows else Tag.CELL
        rows.append(_cells(tree, row, cells, tag, signs))
    return Tabular(tuple(rows), table.header_rows)


def _cells(
    tree: _Tree, row: int, cells: Sequence[Text], tag: Tag, signs: Signs
) -> tuple[Words, ...]:
    return tuple(tree.words(tag, row, printed(cell, signs).text) for cell in cells)


def _plate(tree: _Tree, parent: int, figure: Figure, signs: Signs) -> Plate:
    words = tuple(w for w in (figure.caption, figure.credit) if w is not None)
    alt = figure.alt.plain or (words[0].plain if words else "")
    element = tree.grow(Tag.FIGURE, parent, alt=alt)
    copies = [c for w in words for c in _copy(tree, element, w, Tag.CAPTION, signs)]
    return tree.plate(figure.path, element, tuple(copies))
