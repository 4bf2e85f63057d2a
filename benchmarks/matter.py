"""Invented pages to measure with: OCR text from seeds, and the same text as plain stories.

A story is what any typesetter can be given: headlines and paragraphs, one after the other. It is
taken from a rebuilt page, so that all set the same words; only Stonehand has to find them first.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from layout.model import Article, Page, Role
from layout.rebuild import rebuild
from readers.markdown import read_markdown
from tests.generate import page

HEADS = frozenset({Role.HEADLINE, Role.COLUMN_LABEL, Role.TABLE_TITLE})


class Passage(NamedTuple):
    """A paragraph or a headline."""

    words: str
    head: bool


Story = tuple[Passage, ...]


def ocr(seed: int, profile: str | None = None) -> str:
    """The OCR text of an invented page."""
    return page(seed, profile).ocr


def write_pages(folder: Path, count: int, profile: str | None = None) -> list[Path]:
    """Write so many different pages to a folder."""
    files = [folder / f"page-{number:03}.md" for number in range(1, count + 1)]
    for seed, file in enumerate(files):
        file.write_text(ocr(seed, profile), "utf-8")
    return files


def rebuilt(source: str) -> Page:
    """The page of an OCR text."""
    return rebuild(read_markdown("page", source))


def articles(count: int) -> tuple[Article, ...]:
    """So many different articles, in the order of the pages that they stand on."""
    found: list[Article] = []
    seed = 0
    while len(found) < count:
        found += rebuilt(ocr(seed, "mixed")).articles
        seed += 1
    return tuple(found[:count])


def text_of(size: int) -> str:
    """Pages one under the other, up to so many characters."""
    parts: list[str] = []
    length = seed = 0
    while length < size:
        parts.append(ocr(seed).strip())
        length += len(parts[-1]) + 2
        seed += 1
    return "\n\n".join(parts)[:size]


def story(pages: Iterable[Page]) -> Story:
    """The words of pages."""
    return tuple(passage for page in pages for passage in _passages(page))


def _passages(page: Page) -> Iterator[Passage]:
    for article in page.articles:
        for paragraph in article.paragraphs():
            yield Passage(paragraph.plain, paragraph.role in HEADS)
