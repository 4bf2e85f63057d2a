"""The ways into a book: contents, landmarks and the list of printed pages, in one document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from exporters.epub.labels import Labels
from exporters.epub.markup import Markup, element, escaped, lines
from exporters.epub.plan import Plan
from layout.model import Edition


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: where it leads (empty for a mere heading), and what is under it."""

    title: str
    href: str
    entries: tuple["Entry", ...] = ()


def contents_of(edition: Edition, plan: Plan, labels: Labels, colophon: str) -> tuple[Entry, ...]:
    """The table of contents: articles, under sections and pages where there are several of them."""
    begun = sorted({chapter.page for chapter in plan.chapters})
    pages = [_page(edition, plan, index, labels) for index in begun]
    entries = pages if len(pages) > 1 else [entry for page in pages for entry in page.entries]
    return (*entries, Entry(labels.colophon, colophon))


def _page(edition: Edition, plan: Plan, index: int, labels: Labels) -> Entry:
    printed = labels.page.format(label=plan.labels[index])
    title = " ".join(filter(None, (printed, edition.pages[index].folio.section)))
    chapters = plan.chapters_of(index)
    sections = [(name, list(those)) for name, those in groupby(chapters, key=lambda c: c.section)]
    entries: list[Entry] = []
    for name, those in sections:
        articles = tuple(Entry(chapter.title or labels.untitled, chapter.file) for chapter in those)
        apart = name and len(sections) > 1
        entries += [Entry(name, articles[0].href, articles)] if apart else articles
    return Entry(title, chapters[0].file, tuple(entries))


def set_contents(
    entries: Sequence[Entry],
    landmarks: Sequence[tuple[str, Entry]],
    pages: Sequence[Entry],
    labels: Labels,
) -> Markup:
    """The body of the navigation document; landmarks are given with their epub:type."""
    heading = element("h1", {"id": "contents"}, escaped(labels.contents))
    toc = {"epub:type": "toc", "role": "doc-toc", "id": "toc", "aria-labelledby": "contents"}
    parts = [
        element("nav", toc, heading, _listed(entries)),
        _hidden("landmarks", {}, labels.landmarks, _landmarks(landmarks)),
    ]
    if pages:
        parts.append(_hidden("page-list", {"role": "doc-pagelist"}, labels.pages, _listed(pages)))
    return element("body", {}, lines(parts))


def _hidden(kind: str, role: Mapping[str, str], title: str, listed: Markup) -> Markup:
    name = f"{kind}-title"
    heading = element("h2", {"id": name}, escaped(title))
    given = {"epub:type": kind, **role, "aria-labelledby": name, "hidden": "hidden"}
    return element("nav", given, heading, listed)


def _listed(entries: Sequence[Entry]) -> Markup:
    return element("ol", {}, lines(_entry(entry, {}) for entry in entries))


def _landmarks(landmarks: Sequence[tuple[str, Entry]]) -> Markup:
    items = [_entry(entry, {"epub:type": kind}) for kind, entry in landmarks]
    return element("ol", {}, lines(items))


def _entry(entry: Entry, kind: Mapping[str, str]) -> Markup:
    line = element("a", {**kind, "href": entry.href}, escaped(entry.title))
    return element("li", {}, line, *([_listed(entry.entries)] if entry.entries else []))
