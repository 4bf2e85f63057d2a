"""Every format says the same: article by article, the text of the model and nothing else.

Held to it are the PDF, a DOCX in each of its layouts, the EPUB that flows and the one of fixed
pages. The editions are the examples, a generated page of every kind, issues whose stories jump from
page to page, and a page with words that an editor added.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from exporters import docx, epub, pdf
from exporters.docx.editing import Arrangement, Editing
from exporters.epub.fixed import write_fixed
from layout.compose.lines.printed import printed, signs_of
from layout.jumps import Place, continuations
from layout.marks import gap_mark
from layout.model import Article, Block, Edition, Figure, Page, texts_of
from layout.rebuild import rebuild
from layout.text import Edit, Fragment, Gap, Rule, Text
from layout.walk import map_texts
from readers import read_bytes
from stonehand.edition import bind
from stonehand.press import Press
from tests.exporters.docx.opened import words
from tests.exporters.epub.issues import edition as issue_of
from tests.exporters.epub.unpacked import XHTML, documents_of
from tests.exporters.pdf.reading import Node, structure
from tests.generate import PROFILES, page

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCES = {file.stem: file for file in sorted(EXAMPLES.rglob("page-*.md"))}
GENERATED = {f"{profile}-{seed}": (seed, profile) for seed, profile in enumerate(PROFILES)}
ISSUES = {f"issue-{seed}": (seed, length) for seed, length in ((12, 8), (8, 8), (3, 4))}
"""Simplified, traditional and English: stories that are joined, in each of them."""

_SVG = "{http://www.w3.org/2000/svg}"
_SOFT_HYPHEN = "\xad"
_TITLES = ("caption", "figcaption")
_HOLDERS = {
    XHTML + name for name in ("p", "h1", "h2", "h3", "li", "td", "th", "dt", "dd", *_TITLES)
}
_OF_THE_PAGE = ("Folio", "Header")  # styles of the page's own lines

Story = tuple[str, ...]
"""The texts of an article one by one, each as its words."""


@dataclass(frozen=True)
class Job:
    """An edition, and what each format is made from."""

    edition: Edition

    @cached_property
    def press(self) -> Press:
        return Press(self.edition, {})

    @property
    def stories(self) -> list[Story]:
        """The articles page by page, with the signs for lost and added words."""
        told = (
            _story_of(page, article) for page in self.edition.pages for article in page.articles
        )
        return [story for story in told if story]

    @property
    def chapters(self) -> list[Story]:
        """The articles as a book has them: what a page goes on with, where it began."""
        pages = self.edition.pages
        onward = continuations(pages)
        continued = set(onward.values())
        told = (
            sum(
                (_story_of(pages[p], pages[p].articles[a]) for p, a in _followed(place, onward)), ()
            )
            for place in ((p, a) for p, page in enumerate(pages) for a in range(len(page.articles)))
            if place not in continued
        )
        return [story for story in told if story]


@pytest.fixture(scope="module", params=[*SOURCES, "both", *GENERATED, *ISSUES, "corrected"])
def job(request: pytest.FixtureRequest) -> Job:
    name = request.param
    if name in ISSUES:
        return Job(issue_of(*ISSUES[name]))
    if name == "corrected":
        return Job(bind([_filled(each) for each in _pages(page(1).ocr.encode(), name)]))
    if name == "both":
        files = SOURCES.items()
        return Job(bind([each for stem, file in files for each in _pages(file.read_bytes(), stem)]))
    ocr = SOURCES[name].read_bytes() if name in SOURCES else page(*GENERATED[name]).ocr.encode()
    return Job(bind(_pages(ocr, name)))


def _pages(ocr: bytes, name: str) -> list[Page]:
    return [rebuild(scanned) for scanned in read_bytes(ocr, name, name)]


def _filled(page: Page) -> Page:
    """The page with every gap filled by an editor."""
    mark = Edit(Rule.EDITOR, "filled in by 王一")

    def filled(text: Text) -> Text:
        gaps = (isinstance(fragment.mark, Gap) for fragment in text.fragments)
        pairs = zip(text.fragments, gaps, strict=True)
        return Text(tuple(Fragment("补上的字", "", f.at, mark) if gap else f for f, gap in pairs))

    return map_texts(page, filled)


def _followed(place: Place, onward: Mapping[Place, Place]) -> Iterator[Place]:
    yield place
    while place in onward:
        place = onward[place]
        yield place


def _story(texts: Iterator[str]) -> Story:
    """Where a line ends is each format's own affair."""
    return tuple(told for text in texts if (told := " ".join(text.split())))


def _story_of(page: Page, article: Article) -> Story:
    signs = signs_of(page.language)
    return _story(printed(text, signs).text for block in article.blocks for text in _read(block))


def _read(block: Block) -> Iterator[Text]:
    """What is seen of a block: a picture's alternative text is not."""
    texts = texts_of(block)
    if isinstance(block, Figure):
        next(texts)
    return texts


def test_the_issues_have_stories_that_jump_and_the_corrected_page_has_added_words() -> None:
    for name in ISSUES:
        assert continuations(issue_of(*ISSUES[name]).pages)
    (filled,) = map(_filled, _pages(page(1).ocr.encode(), "corrected"))
    texts = (text for a in filled.articles for block in a.blocks for text in _read(block))
    assert any(fragment.is_added for text in texts for fragment in text.fragments)


def test_epub(job: Job) -> None:
    files = documents_of(epub.write(job.edition)).items()
    chapters = [root.find(f".//{XHTML}article") for name, root in files if "article" in name]
    assert [_story(_paragraphs(each)) for each in chapters if each is not None] == job.chapters


def _paragraphs(element: ET.Element) -> Iterator[str]:
    """The texts of a chapter, without the notes behind it."""
    if element.get("class") == "notes":
        return
    if any(True for _ in _below(element)):
        for child in element:
            yield from _paragraphs(child)
    else:
        yield "".join(_pieces(element))


def _below(element: ET.Element) -> Iterator[ET.Element]:
    return (each for each in element.iter() if each is not element and each.tag in _HOLDERS)


def _pieces(element: ET.Element) -> Iterator[str]:
    yield "\n" if element.tag == f"{XHTML}br" else element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""


def test_epub_of_fixed_pages(job: Job) -> None:
    """An article that goes on on the next sheet is a group on each."""
    book = documents_of(write_fixed(job.edition, job.press.forme, {}, job.press.ruler))
    sheets = [root for name, root in book.items() if name.startswith("sheet")]
    groups = [g for root in sheets for g in root.iter(f"{_SVG}g") if g.get("role") == "article"]
    told = [_story(_drawn(group)) for group in groups]
    for story in job.stories:
        parts = [told.pop(0)]
        while told and len(_run_together(parts)) < len(_run_together([story])):
            parts.append(told.pop(0))
        if len(parts) == 1:
            assert parts == [story]
        else:
            assert _run_together(parts) == _run_together([story])
    assert not told


def _run_together(stories: list[Story]) -> str:
    """All their words; a paragraph may be parted by the end of a sheet."""
    return "".join("".join(text.split()) for story in stories for text in story)


def _drawn(group: ET.Element) -> Iterator[str]:
    """The texts of a group; bullets are the compositor's."""
    if group.get("aria-hidden"):
        return
    for child in group:
        if child.tag == f"{_SVG}text":
            yield "".join(child.itertext())
        else:
            yield from _drawn(child)


@pytest.mark.parametrize("arrangement", Arrangement)
def test_docx(job: Job, arrangement: Arrangement) -> None:
    data = docx.write(job.edition, {}, job.press.paper, Editing(arrangement))
    assert _story(iter(words(data))) == _as_set(job)


def test_docx_of_the_composed_page(job: Job) -> None:
    data = docx.write_page(job.edition, job.press.forme, {})
    assert _story(iter(words(data, skip=_OF_THE_PAGE))) == _as_set(job)


def _as_set(job: Job) -> Story:
    """All texts; in a DOCX an editor's words are set like any others, in a revision if asked."""
    return _story(
        text.shown(gap_mark(page.language))
        for page in job.edition.pages
        for article in page.articles
        for block in article.blocks
        for text in _read(block)
    )


def test_pdf(job: Job) -> None:
    press = job.press
    root = structure(pdf.write(press.forme, {}, press.ruler))
    assert [_story(_leaves(each)) for each in root.find("Article")] == job.stories


def _leaves(node: Node) -> Iterator[str]:
    """Texts without what the compositor added: bullets, and hyphens at the ends of lines."""
    if node.kind == "Lbl":
        return
    yield node.text.replace(_SOFT_HYPHEN, "")
    for kid in node.kids:
        yield from _leaves(kid)
