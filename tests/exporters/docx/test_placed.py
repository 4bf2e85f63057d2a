"""The document as its sheets: boxes where the composer put the words, and all of the words."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from exporters.docx import write_page
from exporters.docx.editing import Track
from exporters.docx.passages import passages_of
from exporters.docx.wording import inside
from exporters.docx.wordml import emu
from fonts.metrics import Ruler
from layout.compose import compose
from layout.model import Edition
from layout.sheet import Forme, Run
from layout.style import style
from tests.build import edition_of
from tests.exporters.docx.opened import W, legal, opened, part, words
from tests.exporters.docx.test_libreoffice import printed, text_of
from tests.exporters.docx.test_revisions import MENDED, TRACKED, edition_with, moved_home, story_of
from tests.exporters.docx.test_write import PAGE, faults, png

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"


def composed(edition: Edition) -> Forme:
    return compose(edition, style("broadsheet"), Ruler())


EDITION = edition_of(PAGE)
FORME = composed(EDITION)


def run_of(words: str) -> Run:
    """The run that begins with these words."""
    drawn = (each for sheet in FORME.sheets for each in sheet.drawn)
    return next(each for each in drawn if isinstance(each, Run) and each.text.startswith(words))


def test_text_flows_through_as_many_boxes_as_it_had_columns() -> None:
    story = part(write_page(EDITION, FORME), "word/document.xml")
    chains = [box.attrib["id"] for box in story.iter(f"{WPS}txbx")]
    linked = [box.attrib["id"] for box in story.iter(f"{WPS}linkedTxbx")]
    slots = [len(passage.slots) for passage in passages_of(EDITION, FORME)]
    lengths = sorted(1 + linked.count(chain) for chain in chains)
    assert lengths[-len(slots) :] == sorted(slots)  # before them, those of the folio
    assert max(slots) > 2


def test_boxes_stand_where_the_sheet_has_the_words() -> None:
    story = part(write_page(EDITION, FORME), "word/document.xml")
    at = {
        "".join(t.text or "" for t in anchor.iter(f"{W}t")): tuple(
            int(offset.text or "") for offset in anchor.iter(f"{WP}posOffset")
        )
        for anchor in story.iter(f"{WP}anchor")
    }
    [run] = [
        d for s in FORME.sheets for d in s.drawn if isinstance(d, Run) and d.text == "清河县："
    ]
    x, y = at["清河县："]
    assert emu(run.at.x - run.size) < x < emu(run.at.x)
    assert emu(run.at.y - 1.2 * run.size) < y < emu(run.at.y)


@pytest.mark.parametrize("track", Track)
def test_the_audit_finds_nothing(track: Track, tmp_path: Path) -> None:
    editing = replace(TRACKED, track=track)
    for edition in (EDITION, edition_with(MENDED), moved_home()):
        data = write_page(edition, composed(edition), {"tea.png": png()}, editing)
        assert faults(data, tmp_path) == []


def test_the_same_bytes_for_the_same_edition() -> None:
    assert write_page(EDITION, FORME) == write_page(EDITION, composed(EDITION))


def test_a_sheet_is_a_section_of_its_size() -> None:
    sections = opened(write_page(EDITION, FORME)).sections
    assert len(sections) == len(FORME.sheets)
    width = sections[0].page_width
    assert width is not None
    assert width.pt == pytest.approx(FORME.sheets[0].size.width, abs=0.1)


@pytest.mark.parametrize("edition", [EDITION, edition_with(MENDED), moved_home()])
def test_all_words_are_there_to_accept_and_to_reject(edition: Edition) -> None:
    data = write_page(edition, composed(edition), editing=TRACKED)
    accepted, rejected = words(data, without="del"), words(data, without="ins")
    for text, mark in story_of(edition):
        assert not text.plain or legal(text.shown(mark)) in accepted
        assert not inside(text).raw or legal(inside(text).raw) in rejected


def test_comments_stand_beside_the_boxes() -> None:
    edition = edition_with(MENDED)
    data = write_page(edition, composed(edition), editing=TRACKED)
    assert len(list(opened(data).comments)) == 3
    story = part(data, "word/document.xml")
    assert len(list(story.iter(f"{W}commentReference"))) == 3
    assert [
        box for box in story.iter(f"{W}txbxContent") if box.find(f".//{W}commentReference")
    ] == []


def test_white_type_stays_white() -> None:
    edition = edition_of(
        "article news 16\ncolumn_label 专家点评\nheadline 春\nparagraph 茶叶上市。"
    )
    forme = composed(edition)
    greys = [d.grey for s in forme.sheets for d in s.drawn if isinstance(d, Run) and d.grey]
    colours = list(part(write_page(edition, forme), "word/styles.xml").iter(f"{W}color"))
    assert bool(greys) == bool(colours)


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="needs soffice (Debian: libreoffice-writer)"
)
def test_libreoffice_shows_every_word_on_the_sheet(tmp_path: Path) -> None:
    pages = printed(write_page(EDITION, FORME), tmp_path)
    assert len(pages) == len(FORME.sheets)
    shown = "".join(text_of(line) for page in pages for line in page.lines)
    expected = "".join(t.shown(m) for t, m in story_of(EDITION))
    for character in set(expected) - {" "}:
        assert shown.count(character) >= expected.count(character), character
    lines = [line for line in pages[0].lines if text_of(line).startswith("一片叶子富一方")]
    [headline], run = lines, run_of("一片叶子富一方")
    assert headline[0].left == pytest.approx(run.at.x, abs=run.size / 2)
    assert headline[0].middle == pytest.approx(run.at.y - 0.4 * run.size, abs=run.size / 3)
