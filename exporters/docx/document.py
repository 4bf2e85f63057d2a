"""document.xml: the edition's pages, one after the other, each a row of sections.

The number and size of columns stand in the sectPr of the last paragraph of a section (ECMA-376
part 1, 17.6). Word balances columns only before a continuous break, and a new page is none; so
every page ends with a section that holds nothing but an empty line. The sectPr of the very last
section is the body's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.docx.columns import one_column
from exporters.docx.folio import folio_references
from exporters.docx.job import Job
from exporters.docx.jumps import bookmark
from exporters.docx.sections import section_xml
from exporters.docx.story import Band
from exporters.docx.wordml import DECLARATION, NAMESPACES, Par
from layout.model import Page

EMPTY = Par("SectionEnd", "")
"""What a section holds that has no words of its own."""


@dataclass(frozen=True, slots=True)
class Story:
    """A page, what it is set with, and the bands that it comes to."""

    page: Page
    job: Job
    bands: tuple[Band, ...]


def document_xml(stories: Sequence[Story]) -> str:
    """All pages, each on a sheet of its own."""
    pages = [_page(index, story) for index, story in enumerate(stories)]
    before = "".join(f"{bands}{EMPTY.markup(section)}" for bands, section in pages[:-1])
    last, end = pages[-1] if pages else ("", "")
    return (
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
        f"{before}{last}{EMPTY.markup()}{end}</w:body></w:document>"
    )


def _page(index: int, story: Story) -> tuple[str, str]:
    """The bands of a page as markup, and the sectPr that closes the page."""
    job = story.job
    start = "nextPage" if index else "continuous"
    references = folio_references(story.page, job)
    markup = bookmark_at(index, job)
    for band in story.bands:
        markup += _band(band, section_xml(start, references, band.columns, job.sheet))
        start, references = "continuous", ""
    return markup, section_xml(start, references, one_column(job.look, job.sheet), job.sheet)


def bookmark_at(index: int, job: Job) -> str:
    """The bookmark at the head of a page."""
    number = job.binder.number()
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(index)}"/>'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def _band(band: Band, section: str) -> str:
    *before, last = band.pieces
    markup = "".join(piece.markup() for piece in before)
    if isinstance(last, Par) and not last.leaves:
        return markup + last.markup(section)
    return markup + last.markup() + EMPTY.markup(section)
