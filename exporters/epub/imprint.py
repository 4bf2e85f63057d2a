"""What a library is told about a book: title, identifier, source, and how accessible it is."""

from dataclasses import dataclass
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from exporters.epub.labels import Labels
from exporters.epub.markup import clean
from layout.model import Edition

_EARLIEST = date(1980, 1, 1)  # ZIP files know no earlier day


@dataclass(frozen=True, slots=True)
class Imprint:
    """The particulars of a book. `series` is the paper, `position` the issue's place in it."""

    identifier: str
    title: str
    language: str
    modified: date
    day: date | None
    publisher: str
    contributors: tuple[str, ...]
    series: str
    position: str
    source: str
    summary: str


def imprint_of(edition: Edition, labels: Labels) -> Imprint:
    """The imprint of an edition; the same edition always has the same."""
    return Imprint(
        identifier=f"urn:uuid:{uuid5(NAMESPACE_URL, _identity(edition))}",
        title=_title(edition, labels),
        language=edition.language,
        modified=max(edition.day or _EARLIEST, _EARLIEST),
        day=edition.day,
        publisher=clean(edition.publisher),
        contributors=_contributors(edition),
        series=clean(edition.title),
        position=_position(edition),
        source=_source(edition, labels),
        summary=labels.summary,
    )


def _identity(edition: Edition) -> str:
    """What makes an edition this one: a correction to its text does not make it another."""
    of_pages = [part for page in edition.pages for part in (page.name, page.source)]
    return clean("\n".join([edition.title, str(edition.day), edition.number, *of_pages]))


def _title(edition: Edition, labels: Labels) -> str:
    title = clean(edition.title).strip() or labels.untitled
    day = labels.day_of(edition.day) if edition.day else ""
    return title if day in title else f"{title} {day}"


def _contributors(edition: Edition) -> tuple[str, ...]:
    names = (clean(each.name).strip() for page in edition.pages for each in page.folio.editors)
    return tuple(dict.fromkeys(name for name in names if name))


def _position(edition: Edition) -> str:
    if edition.number.isdecimal() and edition.number.isascii():
        return edition.number
    return f"{edition.day.year}.{edition.day.month}.{edition.day.day}" if edition.day else ""


def _source(edition: Edition, labels: Labels) -> str:
    pages = [page.folio.number or str(number) for number, page in enumerate(edition.pages, 1)]
    title = clean(edition.title).strip() or labels.untitled
    told = {"title": title, "labels": clean(", ".join(pages))}
    if edition.day:
        return labels.source.format(day=labels.day_of(edition.day), **told)
    return labels.source_undated.format(**told)
