"""Corrections as revisions and doubts as comments: what an editor accepts, rejects and reads."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from exporters.docx import write
from exporters.docx.editing import Arrangement, Editing, Track
from exporters.docx.moves import with_moves
from exporters.docx.wording import inside
from layout.marks import gap_mark
from layout.model import Article, Edition, Kind, Paragraph, Role, Table, texts_of
from layout.text import Edit, Fragment, Gap, LineEnd, Rule, Suggestion, Text, kept
from tests.build import edition_of
from tests.exporters.docx.opened import W, legal, opened, part, words
from tests.exporters.docx.test_write import PAGE, faults
from tests.exporters.editions import editions, texts
from tests.rebuilt import rebuilt_page

WHEN = datetime(2022, 9, 28, 8, 30, tzinfo=UTC)
TRACKED = Editing(track=Track.ALL, author="沈知远", date=WHEN)
MENDED = Text(
    (
        Fragment("", "● ", 0, Edit(Rule.BULLET)),
        Fragment("一联三", "一联三", 2),
        Fragment("帮", "邦", 5, Edit(Rule.LOOK_ALIKE, "一联三帮 elsewhere on the page", 0.97)),
        Fragment("", "\n", 6, LineEnd()),
        Fragment("，", ",", 7, Edit(Rule.FULL_WIDTH)),
        Fragment("稳步", "稳步", 8, Suggestion("逐步", Rule.LOOK_ALIKE, "rarer here", 0.4)),
        Fragment("", "\n\n", 10, LineEnd(column=True, why="the line is full", certainty=0.6)),
        Fragment("百强", "百强", 12),
        Fragment("", "", 14, Gap(2.0, "no full stop", 0.9, "市。")),
        Fragment("”", "", 14, Edit(Rule.CLOSING_MARK, "opened above", 0.9)),
        Fragment("", "\n", 14, Edit(Rule.BLANK)),
    )
)


def edition_with(text: Text, role: Role = Role.EVENT) -> Edition:
    edition = edition_of("headline 春")
    article = Article(Kind.NEWS, (Paragraph(role, text),))
    page = edition.pages[0]
    section = replace(page.sections[0], articles=(article,))
    return replace(edition, pages=(replace(page, sections=(section,)),))


def revisions(data: bytes) -> list[tuple[str, str, str]]:
    """Each revision of the story: its kind, its author, its words."""
    found = part(data, "word/document.xml").iter(f"{W}ins", f"{W}del")
    return [
        (
            etree.QName(each).localname,
            str(each.attrib[f"{W}author"]),
            "".join(t.text or "↵" for t in each.iter(f"{W}t", f"{W}delText", f"{W}br")),
        )
        for each in found
    ]


def test_every_change_is_a_revision_under_its_authors_name() -> None:
    assert revisions(write(edition_with(MENDED), editing=TRACKED)) == [
        ("del", "沈知远 (residue)", "● "),
        ("del", "沈知远", "邦"),
        ("ins", "沈知远", "帮"),
        ("del", "沈知远 (residue)", "↵"),
        ("del", "沈知远", ","),
        ("ins", "沈知远", "，"),
        ("del", "沈知远 (residue)", "↵↵"),
        ("ins", "沈知远", "〔…〕"),
        ("ins", "沈知远", "”"),
    ]


def test_residue_is_out_of_sight() -> None:
    story = part(write(edition_with(MENDED), editing=TRACKED), "word/document.xml")
    hidden = [v.getparent().getparent() for v in story.iter(f"{W}vanish")]  # type: ignore[union-attr]
    assert ["".join(t.text or "" for t in r.iter(f"{W}delText")) for r in hidden] == ["● ", "", ""]  # type: ignore[union-attr]


def test_accepting_and_rejecting_give_the_corrected_text_and_the_source() -> None:
    data = write(edition_with(MENDED), editing=TRACKED)
    assert words(data, without="del") == ["一联三帮，稳步百强〔…〕”"]
    assert words(data, without="ins") == ["● 一联三邦\n,稳步\n\n百强"]


def test_doubts_are_comments_with_their_evidence() -> None:
    comments = list(opened(write(edition_with(MENDED), editing=TRACKED)).comments)
    assert [comment.text for comment in comments] == [
        "或作“逐步”：misread character；rarer here（40%）。",
        "跨栏相接，未必确切：the line is full（60%）。",
        "此处原文缺失，至多2字：no full stop（90%）。 或为：市。",
    ]
    assert {(c.author, c.timestamp) for c in comments} == {("沈知远", WHEN)}


def test_a_comment_stands_at_its_words() -> None:
    story = part(write(edition_with(MENDED), editing=TRACKED), "word/document.xml")
    start = next(story.iter(f"{W}commentRangeStart"))
    behind = start.getnext()
    assert behind is not None
    assert "".join(t.text or "" for t in behind.iter(f"{W}t")) == "稳步"


@pytest.mark.parametrize(
    ("track", "shown"),
    [
        pytest.param(Track.ACCEPT, "一联三帮，稳步百强〔…〕”", id="accept"),
        pytest.param(Track.REJECT, "● 一联三邦\n,稳步\n\n百强", id="reject"),
    ],
)
def test_untracked_documents_have_one_reading(track: Track, shown: str) -> None:
    data = write(edition_with(MENDED), editing=Editing(track=track))
    assert words(data) == [shown]
    assert revisions(data) == []
    assert list(opened(data).comments) == []


def test_the_source_brings_its_own_bullet() -> None:
    story = part(
        write(edition_with(MENDED), editing=Editing(track=Track.REJECT)), "word/document.xml"
    )
    assert next(s.attrib[f"{W}val"] for s in story.iter(f"{W}pStyle")) == "NumberedItem"


def test_the_header_has_revisions_but_no_comments() -> None:
    edition = edition_of(PAGE)
    page = edition.pages[0]
    folio = replace(page.folio, paragraphs=(Paragraph(Role.FOLIO, MENDED),))
    data = write(replace(edition, pages=(replace(page, folio=folio),)), editing=TRACKED)
    header = opened(data).sections[0].header._element
    assert len(list(header.iter(f"{W}ins"))) == 4
    assert list(header.iter(f"{W}commentReference")) == []


def test_a_tracked_document_records_its_editor() -> None:
    assert (
        part(write(edition_with(MENDED), editing=TRACKED), "word/settings.xml").find(
            f"{W}trackRevisions"
        )
        is not None
    )
    assert part(write(edition_with(MENDED)), "word/settings.xml").find(f"{W}trackRevisions") is None


@pytest.mark.parametrize("track", Track)
@pytest.mark.parametrize("arrangement", Arrangement)
def test_the_audit_finds_nothing(track: Track, arrangement: Arrangement, tmp_path: Path) -> None:
    editing = replace(TRACKED, track=track, arrangement=arrangement)
    for edition in (edition_of(PAGE), edition_with(MENDED), edition_with(MENDED, Role.JUMP)):
        assert faults(write(edition, editing=editing), tmp_path) == []


def story_of(edition: Edition) -> Iterator[tuple[Text, str]]:
    """Every text of the story in its order, with the sign for lost print of its page."""
    for page in map(with_moves, edition.pages):
        for article in page.articles:
            for block in article.blocks:
                match block:
                    case Paragraph() | Table():
                        found = texts_of(block)
                    case figure:
                        found = iter(w.text for w in (figure.caption, figure.credit) if w)
                yield from ((text, gap_mark(page.language)) for text in found)


@settings(deadline=None)
@given(texts())
def test_only_line_ends_at_the_edges_are_left_to_the_paragraph(text: Text) -> None:
    within = inside(text)
    assert within.plain == text.plain
    assert text.raw.strip("\r\n") == within.raw.strip("\r\n")


def moved_home() -> Edition:
    """Two halves of a paragraph, the caption between them now behind both."""
    seam = LineEnd(column=True, why="the line is full", certainty=0.85)
    source = "上半段\n\n图片说明\n\n,下半段"
    whole = Text(
        (
            Fragment("上半段", "上半段", 0),
            Fragment("", "\n", 3, Edit(Rule.BLANK)),
            Fragment("", "", 11, seam),
            Fragment("，", ",", 11, Edit(Rule.FULL_WIDTH)),
            Fragment("下半段", "下半段", 12),
        )
    )
    blocks = Paragraph(Role.BODY, whole), Paragraph(Role.CAPTION, kept(source, 5, 9))
    edition = edition_of("headline 春")
    page = edition.pages[0]
    article = Article(Kind.NEWS, blocks)
    section = replace(page.sections[0], articles=(article,))
    return replace(edition, pages=(replace(page, source=source, sections=(section,)),))


def test_a_joined_half_is_a_move() -> None:
    data = write(moved_home(), editing=TRACKED)
    assert words(data, without="del") == ["上半段，下半段", "图片说明"]
    assert words(data, without="ins") == ["上半段", "图片说明", ",下半段"]
    story = part(data, "word/document.xml")
    names = [
        [each.attrib[f"{W}name"] for each in story.iter(f"{W}{kind}RangeStart")]
        for kind in ("moveFrom", "moveTo")
    ]
    assert names == [["move_0_11"], ["move_0_11"]]


def test_what_is_not_tracked_is_where_its_reading_has_it() -> None:
    accepted = write(moved_home(), editing=Editing(track=Track.ACCEPT))
    rejected = write(moved_home(), editing=Editing(track=Track.REJECT))
    assert words(accepted) == ["上半段，下半段", "图片说明"]
    assert words(rejected) == ["上半段", "图片说明", ",下半段"]


def test_a_paragraph_that_goes_ends_no_section(tmp_path: Path) -> None:
    data = write(moved_home(), editing=TRACKED)
    story = part(data, "word/document.xml")
    gone = [p for p in story.iter(f"{W}p") if p.find(f"{W}pPr/{W}rPr/{W}moveFrom") is not None]
    assert len(gone) == 1
    assert gone[0].find(f"{W}pPr/{W}sectPr") is None
    assert faults(data, tmp_path) == []


@settings(deadline=None, max_examples=100)
@given(editions())
def test_a_move_loses_no_character(edition: Edition) -> None:
    for page in edition.pages:
        before, after = (
            sorted("".join(t.raw for a in p.articles for b in a.blocks for t in texts_of(b)))
            for p in (page, with_moves(page))
        )
        assert before == after


@settings(deadline=None, max_examples=100)
@given(editions())
def test_no_character_is_lost_between_the_two_readings(edition: Edition) -> None:
    data = write(edition, editing=TRACKED)
    story = list(story_of(edition))
    assert words(data, without="del") == [s for t, m in story if (s := legal(t.shown(m)))]
    assert words(data, without="ins") == [s for t, _ in story if (s := legal(inside(t).raw))]


def _handled() -> Edition:
    """A page of which a person struck out one paragraph, and added another."""
    by = Edit(Rule.EDITOR, "added by 王一")
    texts = (
        Text((Fragment("甲", "甲", 0),)),
        Text((Fragment("", "乙", 1, by),)),
        Text((Fragment("丙", "", 2, by),)),
        Text((Fragment("丁", "丁", 2),)),
    )
    edition = edition_of("headline 春")
    page = edition.pages[0]
    article = Article(Kind.NEWS, tuple(Paragraph(Role.BODY, text) for text in texts))
    section = replace(page.sections[0], articles=(article,))
    return replace(edition, pages=(replace(page, source="甲乙丁", sections=(section,)),))


@pytest.mark.parametrize(
    ("track", "paragraphs"),
    [
        pytest.param(Track.ACCEPT, ["甲", "丙", "丁"], id="accept"),
        pytest.param(Track.REJECT, ["甲", "乙", "丁"], id="reject"),
    ],
)
def test_no_empty_paragraph_is_left_of_a_persons_work(track: Track, paragraphs: list[str]) -> None:
    found = opened(write(_handled(), editing=Editing(track=track))).paragraphs
    assert [p.text for p in found if p.style and p.style.name != "Section End"] == paragraphs


def test_the_ends_of_such_paragraphs_are_revisions(tmp_path: Path) -> None:
    data = write(_handled(), editing=TRACKED)
    ends = [
        [etree.QName(each).localname for each in paragraph.iterfind(f"{W}pPr/{W}rPr/*")]
        for paragraph in part(data, "word/document.xml").iter(f"{W}p")
    ]
    assert ends == [[], ["del"], ["ins"], [], []]
    assert faults(data, tmp_path) == []


def test_what_a_person_set_is_a_comment() -> None:
    [comment] = opened(write(_handled(), editing=TRACKED)).comments
    assert comment.text == "编者改正：added by 王一。"


@pytest.mark.parametrize("seed", range(12))
def test_generated_pages_lose_no_character_between_the_two_readings(seed: int) -> None:
    """Accepting all gives the corrected text, rejecting all the source's: read from the XML."""
    page = rebuilt_page(seed)
    edition = Edition("", page.language, (page,))
    data = write(edition, editing=TRACKED)
    story = list(story_of(edition))
    assert words(data, without="del") == [s for t, m in story if (s := legal(t.shown(m)))]
    assert words(data, without="ins") == [s for t, _ in story if (s := legal(inside(t).raw))]


@pytest.mark.parametrize("track", [Track.ACCEPT, Track.ALL])
def test_white_stands_behind_the_word_before_the_english_sign_for_lost_print(track: Track) -> None:
    """As spacing of its last letter: the words are what they were, and have no space there."""
    edition = edition_of(
        "article news\nheadline A\nparagraph The fund⟨2⟩\nparagraph The pro-⟨2⟩", "en"
    )
    data = write(edition, editing=replace(TRACKED, track=track))
    spaced = part(data, "word/document.xml").iterfind(f".//{W}rPr/{W}spacing/../..")
    assert [run.findtext(f"{W}t") for run in spaced] == ["d"]
    assert words(data)[-2:] == ["The fund[…]", "The pro-[…]"]
