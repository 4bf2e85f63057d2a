"""document.xml: the edition's pages, one after the other, each a row of sections.

The number and size of columns stand in the sectPr of the last paragraph of a section (ECMA-376
part 1, 17.6). Word balances columns only before a continuous break, and a new page is none; so
every page ends with a section that holds nothing but an empty line. The sectPr of the very last
section is the body's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.docx.columns import Columns, one_column
from exporters.docx.folio import folio_references
from exporters.docx.job import Job
from exporters.docx.jumps import bookmark
from exporters.docx.look import Sheet
from exporters.docx.story import Band
from exporters.docx.wordml import DECLARATION, NAMESPACES, Par, twips
from layout.model import Page

_EMPTY = Par("SectionEnd", "")


@dataclass(frozen=True, slots=True)
class Story:
    """A page, what it is set with, and the bands that it comes to."""

    page: Page
    job: Job
    bands: tuple[Band, ...]


def document_xml(stories: Sequence[Story]) -> str:
    """All pages, each on a sheet of its own."""
    pages = [_page(index, story) for index, story in enumerate(stories)]
    before = "".join(f"{bands}{_EMPTY.markup(section)}" for bands, section in pages[:-1])
    last, end = pages[-1] if pages else ("", "")
    return (
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>"
        f"{before}{last}{_EMPTY.markup()}{end}</w:body></w:document>"
    )


def _page(index: int, story: Story) -> tuple[str, str]:
    """The bands of a page as markup, and the sectPr that closes the page."""
    job = story.job
    start = "nextPage" if index else "continuous"
    references = folio_references(story.page, job)
    markup = _bookmark(index, job)
    for band in story.bands:
        markup += _band(band, _section(start, references, band.columns, job.sheet))
        start, references = "continuous", ""
    return markup, _section(start, references, one_column(job.look, job.sheet), job.sheet)


def _bookmark(index: int, job: Job) -> str:
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
    return markup + last.markup() + _EMPTY.markup(section)


def _section(start: str, references: str, columns: Columns, sheet: Sheet) -> str:
    side = twips(sheet.side)
    size = f'w:w="{twips(sheet.size.width)}" w:h="{twips(sheet.size.height)}"'
    across = ' w:orient="landscape"' if sheet.size.width > sheet.size.height else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="{start}"/><w:pgSz {size}{across}/>'
        f'<w:pgMar w:top="{twips(sheet.top)}" w:right="{side}" w:bottom="{twips(sheet.bottom)}" '
        f'w:left="{side}" w:header="{twips(sheet.folio)}" w:footer="{twips(sheet.folio)}" '
        f'w:gutter="0"/><w:cols w:num="{columns.number}" w:space="{_gap(columns)}"/></w:sectPr>'
    )


def _gap(columns: Columns) -> int:
    """The gap in whole twips, rounded down: a column may be too wide, never too narrow."""
    return int(columns.gap * 20)
