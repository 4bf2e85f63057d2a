"""What a library is told about a book: title, identifier, source, and how accessible it is."""

from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from exporters.epub.labels import Labels
from layout.carried import carried
from layout.model import Edition

_EARLIEST = date(1980, 1, 1)  # ZIP files know no earlier day


@dataclass(frozen=True, slots=True)
class Imprint:
    """The particulars of a book.

    `heading` is the title without its day; `series` is the paper, empty if unknown, `position`
    the issue's place in it.
    """

    identifier: str
    title: str
    heading: str
    language: str
    modified: date
    day: date | None
    publisher: str
    contributors: tuple[str, ...]
    series: str
    position: str
    source: str


def imprint_of(edition: Edition, labels: Labels, rendition: str = "") -> Imprint:
    """The imprint of an edition; the same edition, in the same rendition, always has the same."""
    return Imprint(
        identifier=f"urn:uuid:{uuid5(NAMESPACE_URL, _identity(edition, rendition))}",
        title=_title(edition, labels),
        heading=_heading(edition, labels),
        language=edition.language,
        modified=max(edition.day or _EARLIEST, _EARLIEST),
        day=edition.day,
        publisher=carried(edition.publisher),
        contributors=_contributors(edition),
        series=_series(edition),
        position=_position(edition),
        source=_source(edition, labels),
    )


def _identity(edition: Edition, rendition: str) -> str:
    """What makes an edition this one: a correction to its text does not make it another."""
    of_pages = [part for page in edition.pages for part in (page.name, page.source)]
    named = [edition.title, str(edition.day), edition.number, rendition]
    return carried("\n".join([*named, *of_pages]))


def _title(edition: Edition, labels: Labels) -> str:
    day = labels.day_of(edition.day) if edition.day else ""
    heading = _heading(edition, labels)
    return heading if day in heading else f"{heading} {day}"


def _heading(edition: Edition, labels: Labels) -> str:
    title = carried(edition.title)
    if edition.day:
        title = title.replace(edition.day.isoformat(), "")
    return title.strip() or labels.untitled


def _series(edition: Edition) -> str:
    """The paper as its pages name it, else the title, unless that names one day's issue."""
    for page in edition.pages:
        if page.folio.paper:
            return carried(page.folio.paper)
    dated = edition.day is None or edition.day.isoformat() in edition.title
    return "" if dated else carried(edition.title).strip()


def _contributors(edition: Edition) -> tuple[str, ...]:
    names = (carried(each.name).strip() for page in edition.pages for each in page.folio.editors)
    return tuple(dict.fromkeys(name for name in names if name))


def _position(edition: Edition) -> str:
    if edition.number.isdecimal() and edition.number.isascii():
        return edition.number
    return f"{edition.day.year}.{edition.day.month}.{edition.day.day}" if edition.day else ""


def _source(edition: Edition, labels: Labels) -> str:
    numbers = [page.folio.number or str(number) for number, page in enumerate(edition.pages, 1)]
    counted = labels.one_page if len(numbers) == 1 else labels.some_pages
    pages = counted.format(labels=carried(labels.comma.join(numbers)))
    told = {"title": _heading(edition, labels), "pages": pages}
    if edition.day:
        return labels.source.format(day=labels.day_of(edition.day), **told)
    return labels.source_undated.format(**told)
