"""Jump lines as links: "continued on page 5" leads to page 5, if the edition has it."""

from collections.abc import Mapping
from types import MappingProxyType

from exporters.docx.job import Job
from exporters.docx.wording import runs
from exporters.docx.wordml import escaped
from layout.jumps import page_key
from layout.model import Edition, Paragraph


def targets_of(edition: Edition) -> Mapping[str, str]:
    """The bookmark of each page, by the key of the page's number."""
    return MappingProxyType(
        {
            key: bookmark(index)
            for index, page in enumerate(edition.pages)
            if (key := page_key(page.folio.number))
        }
    )


def bookmark(index: int) -> str:
    """The name of the bookmark at the head of a page, counted from 0."""
    return f"page_{index + 1}"


def linked(paragraph: Paragraph, job: Job) -> str:
    """The words of a jump line, a link where they name a page of this edition."""
    target = job.targets.get(page_key(paragraph.plain))
    words = runs(paragraph.text, job)
    if target is None or not words:
        return words
    return f'<w:hyperlink w:anchor="{escaped(target)}" w:history="1">{words}</w:hyperlink>'
