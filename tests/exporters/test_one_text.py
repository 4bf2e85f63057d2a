"""Every format says the same: article by article, the text of the model and nothing else."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from exporters import docx, epub, pdf
from fonts.finding import ruler_for
from layout.compose import compose
from layout.marks import gap_mark
from layout.model import Article, Block, Edition, Figure, texts_of
from layout.rebuild import rebuild
from layout.style import style
from layout.text import Text
from readers import read_bytes
from stonehand.edition import bind
from tests.exporters.docx.opened import words
from tests.exporters.epub.unpacked import XHTML, documents_of
from tests.exporters.pdf.reading import Node, structure
from tests.generate import PROFILES, page

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCES = {file.stem: file for file in sorted(EXAMPLES.rglob("page-*.md"))}
GENERATED = {f"{profile}-{seed}": (seed, profile) for seed, profile in enumerate(PROFILES)}

_SOFT_HYPHEN = "\xad"
_TITLES = ("caption", "figcaption")
_HOLDERS = {
    XHTML + name for name in ("p", "h1", "h2", "h3", "li", "td", "th", "dt", "dd", *_TITLES)
}

Story = tuple[str, ...]
"""The texts of an article one by one, each as its words."""


@pytest.fixture(scope="module", params=[*SOURCES, *GENERATED])
def edition(request: pytest.FixtureRequest) -> Edition:
    name = request.param
    ocr = SOURCES[name].read_bytes() if name in SOURCES else page(*GENERATED[name]).ocr.encode()
    return bind([rebuild(scanned) for scanned in read_bytes(ocr, name, name)])


def _story(texts: Iterator[str]) -> Story:
    """Where a line ends is each format's own affair."""
    return tuple(told for text in texts if (told := " ".join(text.split())))


def _stories(edition: Edition) -> list[Story]:
    told = (
        _story(text.shown(gap_mark(page.language)) for text in _texts(article))
        for page in edition.pages
        for article in page.articles
    )
    return [story for story in told if story]


def _texts(article: Article) -> Iterator[Text]:
    for block in article.blocks:
        yield from _read(block)


def _read(block: Block) -> Iterator[Text]:
    """What is seen of a block: a picture's alternative text is not."""
    texts = texts_of(block)
    if isinstance(block, Figure):
        next(texts)
    return texts


def test_epub(edition: Edition) -> None:
    files = documents_of(epub.write(edition)).items()
    chapters = [root.find(f".//{XHTML}article") for name, root in files if "article" in name]
    assert [_story(_paragraphs(each)) for each in chapters if each is not None] == _stories(edition)


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


def test_docx(edition: Edition) -> None:
    told = tuple(text for story in _stories(edition) for text in story)
    assert _story(iter(words(docx.write(edition)))) == told


def test_pdf(edition: Edition) -> None:
    ruler, _ = ruler_for(edition)
    root = structure(pdf.write(compose(edition, style(), ruler, {}), {}, ruler))
    assert [_story(_leaves(each)) for each in root.find("Article")] == _stories(edition)


def _leaves(node: Node) -> Iterator[str]:
    """Texts without what the compositor added: bullets, and hyphens at the ends of lines."""
    if node.kind == "Lbl":
        return
    yield node.text.replace(_SOFT_HYPHEN, "")
    for kid in node.kids:
        yield from _leaves(kid)
