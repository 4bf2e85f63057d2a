"""The pages before and behind the articles: a title page, and a colophon that gives account."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import assert_never

from exporters.epub.imprint import Imprint
from exporters.epub.labels import Labels
from exporters.epub.markup import Markup, element, escaped, lines
from exporters.epub.plan import Plan
from exporters.epub.words import is_seam
from layout.marks import gap_mark
from layout.model import Edition, Page, texts_of
from layout.text import Edit, Fragment, Gap, LineEnd, Suggestion, Text


def set_cover(picture: str, imprint: Imprint, labels: Labels) -> Markup:
    """The front page as a picture."""
    described = f"{labels.cover}{labels.colon}{imprint.title}"
    image = element("img", {"src": picture, "alt": described})
    kind = {"epub:type": "cover", "class": "cover"}
    return element("body", {"epub:type": "frontmatter"}, element("section", kind, image))


def set_title_page(edition: Edition, imprint: Imprint, labels: Labels) -> Markup:
    """The paper's name, the day, the number of the issue, the publisher."""
    title = element("h1", {}, escaped(imprint.heading))
    day = labels.day_of(edition.day) if edition.day else ""
    number = labels.issue.format(number=edition.number) if edition.number else ""
    pages = edition.pages
    only = labels.page.format(label=pages[0].folio.number) if len(pages) == 1 else ""
    page = only if pages and pages[0].folio.number else ""
    publisher = "" if imprint.publisher == imprint.heading else imprint.publisher
    rest = [element("p", {}, escaped(line)) for line in (day, number, page, publisher) if line]
    kind = {"epub:type": "titlepage", "class": "title-page"}
    return element("body", {"epub:type": "frontmatter"}, element("section", kind, title, *rest))


def set_colophon(edition: Edition, imprint: Imprint, plan: Plan, labels: Labels) -> Markup:
    """Where the text comes from, who was responsible for it, what was done to it and how often."""
    content = [
        element("h1", {"id": "colophon"}, escaped(labels.colophon)),
        element("p", {}, escaped(imprint.source)),
        element("p", {}, escaped(labels.colophon_words["made_from"])),
        *_pages(edition, plan, labels),
        _changes(edition, labels),
    ]
    kind = {"epub:type": "colophon", "role": "doc-colophon", "aria-labelledby": "colophon"}
    return element("body", {"epub:type": "backmatter"}, element("section", kind, lines(content)))


def _pages(edition: Edition, plan: Plan, labels: Labels) -> Iterator[Markup]:
    """What is known of each page; what the one before has too is not repeated."""
    before: tuple[tuple[str, str], ...] = ()
    for page, label in zip(edition.pages, plan.labels, strict=True):
        known = tuple(_particulars(page, labels))
        yield _page(label, [each for each in known if each not in before], labels)
        before = known


def _page(label: str, known: Iterable[tuple[str, str]], labels: Labels) -> Markup:
    heading = element("h2", {}, escaped(labels.page.format(label=label)))
    told = [
        lines((element("dt", {}, escaped(name)), element("dd", {}, escaped(value))))
        for name, value in known
        if value.strip()
    ]
    return lines([heading, element("dl", {"class": "particulars"}, lines(told))] if told else [])


def _particulars(page: Page, labels: Labels) -> Iterator[tuple[str, str]]:
    words, folio = labels.colophon_words, page.folio
    yield words["paper"], folio.paper
    yield words["section"], folio.section
    day = labels.day_of(folio.day) if folio.day else ""
    yield words["date"], " ".join(filter(None, (day, folio.weekday)))
    for editor in folio.editors:
        yield editor.duty or words["editor"], editor.name
    printed = [words.text.shown(gap_mark(page.language)) for words in folio.paragraphs]
    yield words["head"], labels.stroke.join(printed)
    yield words["file"], page.name


def _changes(edition: Edition, labels: Labels) -> Markup:
    words = labels.colophon_words
    done = Counter(
        name
        for page in edition.pages
        for text in _texts(page)
        for fragment in text.fragments
        if (name := _change(fragment, labels))
    )
    if not done:
        return Markup("")
    head = [element("th", {"scope": "col"}, escaped(words[name])) for name in ("what", "times")]
    rows = [
        element("tr", {}, element("th", {"scope": "row"}, escaped(name)), _number(times))
        for name, times in sorted(done.items(), key=lambda each: (-each[1], each[0]))
    ]
    table = (element("thead", {}, element("tr", {}, *head)), element("tbody", {}, lines(rows)))
    return element("table", {"class": "changes"}, *table)


def _number(times: int) -> Markup:
    return element("td", {}, escaped(str(times)))


def _texts(page: Page) -> Iterator[Text]:
    yield from (words.text for words in page.folio.paragraphs)
    yield from (text for article in page.articles for b in article.blocks for text in texts_of(b))
    yield page.spare


def _change(fragment: Fragment, labels: Labels) -> str:
    words = labels.colophon_words
    match fragment.mark:
        case LineEnd() if is_seam(fragment):
            return words["moves"]
        case LineEnd(column):
            return words["column_ends" if column else "line_ends"]
        case Gap():
            return words["gaps"]
        case Suggestion():
            return words["suggestions"]
        case Edit(rule):
            return labels.rules[rule.name]
        case None:
            return ""
        case _:
            assert_never(fragment.mark)
