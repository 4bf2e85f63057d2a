"""Ways through a page: its texts one by one, and the same page with each put through a function."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from layout.model import Article, Block, Figure, Page, Paragraph, Table
from layout.text import Text


def map_articles(page: Page, mend: Callable[[Article], Article]) -> Page:
    """The page with every article mended."""
    sections = tuple(
        replace(section, articles=tuple(map(mend, section.articles))) for section in page.sections
    )
    return replace(page, sections=sections)


def map_texts(page: Page, mend: Callable[[Text], Text]) -> Page:
    """The page with every text mended that a reader reads: paragraphs, cells, words of figures."""

    def words(paragraph: Paragraph) -> Paragraph:
        text = mend(paragraph.text)
        return paragraph if text is paragraph.text else replace(paragraph, text=text)

    def block(given: Block) -> Block:
        match given:
            case Paragraph():
                return words(given)
            case Table():
                return replace(given, rows=tuple(tuple(map(mend, row)) for row in given.rows))
            case Figure():
                caption = words(given.caption) if given.caption else None
                credit = words(given.credit) if given.credit else None
                return replace(given, caption=caption, credit=credit)

    folio = replace(page.folio, paragraphs=tuple(map(words, page.folio.paragraphs)))
    return map_articles(
        replace(page, folio=folio), lambda a: replace(a, blocks=tuple(map(block, a.blocks)))
    )


def read_texts(page: Page) -> Iterator[Text]:
    """The texts that a reader reads, in the order in which `map_texts` meets them."""
    yield from (paragraph.text for paragraph in page.folio.paragraphs)
    for article in page.articles:
        for block in article.blocks:
            match block:
                case Paragraph():
                    yield block.text
                case Table():
                    yield from (cell for row in block.rows for cell in row)
                case Figure():
                    yield from (w.text for w in (block.caption, block.credit) if w is not None)
