"""The header and footer of a page: what its folio says, in the words of the print."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from exporters.docx.job import Job
from exporters.docx.wording import runs
from exporters.docx.wordml import Par, run, twips
from layout.model import Folio, Page, Role
from layout.script import is_east_asian

_RULE_BELOW = '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="3" w:color="auto"/></w:pBdr>'


def folio_references(page: Page, job: Job) -> str:
    """Add the page's header and footer; what comes back refers to them in a sectPr.

    There are both even if they say nothing: a section without them repeats those before it.
    """
    job = replace(job, notes=None)  # Word allows no comment in a header
    right = twips(job.sheet.text_width)
    tabs = (
        f'<w:tabs><w:tab w:val="center" w:pos="{right // 2}"/>'
        f'<w:tab w:val="right" w:pos="{right}"/></w:tabs>'
    )
    header = Par("Folio", _line(page, job, foot=False), (_RULE_BELOW, tabs))
    footer = Par("Editors", _line(page, job, foot=True), ('<w:jc w:val="right"/>',))
    return job.binder.add_header(header.markup()) + job.binder.add_footer(footer.markup())


def _line(page: Page, job: Job, *, foot: bool) -> str:
    """The words of the header or the footer; what the page has no words for is put together."""
    paragraphs = [p for p in page.folio.paragraphs if (p.role is Role.EDITOR_CREDITS) is foot]
    if page.folio.paragraphs:
        printed = [runs(p.text, job) for p in paragraphs]
        return run("　").join(printed) if foot else _across(printed)
    if foot:
        return run("　".join(f"{e.duty} {e.name}" for e in page.folio.editors))
    return _across([run(part) for part in _parts(page.folio, job.language)])


def _across(parts: Sequence[str]) -> str:
    """The first part on the left, the last one on the right, the others in the middle."""
    if len(parts) < 2:
        return "".join(parts)
    first, *middle, last = parts
    return run("\t").join((first, run(" ").join(middle), last))


def _parts(folio: Folio, language: str) -> Iterator[str]:
    yield " ".join(filter(None, (folio.number, folio.section)))
    yield folio.paper
    day = _day(folio.day, language) if folio.day else ""
    yield " ".join(filter(None, (day, folio.weekday)))


def _day(day: date, language: str) -> str:
    if is_east_asian(language):
        return f"{day.year}年{day.month}月{day.day}日"
    return day.isoformat()
