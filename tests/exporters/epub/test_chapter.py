from xml.etree import ElementTree as ET

import pytest

from exporters.epub import write
from exporters.epub.labels import labels_for
from layout.model import (
    Article,
    Edition,
    Figure,
    Folio,
    Kind,
    Page,
    Paragraph,
    Role,
    Section,
    Table,
)
from layout.text import Edit, Fragment, Gap, LineEnd, Rule, Suggestion, Text, joined, kept, supplied
from tests.build import edition_of, text_of
from tests.exporters.epub.unpacked import (
    EPUB,
    chapters_of,
    documents_of,
    files_of,
    tags,
    told,
    words,
)

_OPEN = "the paragraph ends in the air"


def chapter(notation: str, language: str = "zh-Hans") -> ET.Element:
    return chapters_of(edition_of(notation, language))[0]


def chapter_with(*blocks: Paragraph | Table | Figure) -> ET.Element:
    page = Page("p", "", "zh-Hans", Folio("04"), (Section("", (Article(Kind.NEWS, blocks),)),))
    return chapters_of(Edition("清河日报", "zh-Hans", (page,)))[0]


def without_page_break(article: ET.Element) -> str:
    return told(article).removeprefix("article(span ").removesuffix(")")


@pytest.mark.parametrize(
    ("notation", "structure"),
    [
        pytest.param(
            "column_label 访谈\nkicker 市：\nheadline 甲\nsubheadline 乙\nbyline 丙\nparagraph 丁",
            "header(p p h1 p p )p ",
            id="a header ends where the text begins",
        ),
        pytest.param(
            "headline 甲 / 乙\nparagraph 丙", "header(h1(br ))p ", id="lines of a headline"
        ),
        pytest.param("headline 甲\nheadline 乙", "header(h1 h2 )", id="one headline names it"),
        pytest.param(
            "column_label 访谈\nparagraph 乙", "header(h1 )p ", id="a label stands for it"
        ),
        pytest.param("paragraph 乙", "p ", id="no header without heads"),
        pytest.param(
            "headline 甲\ntimeline_year 2012年\ntimeline_item 3月\ntimeline_item 4月\nsignoff 丙",
            "header(h1 )h2 ul(li li )p ",
            id="a chronology",
        ),
        pytest.param(
            "question 甲？\nanswer 乙\nanswer 丙\nquestion 丁？\nanswer 戊",
            "dl(dt(p )dd(p p )dt(p )dd(p ))",
            id="questions and answers",
        ),
        pytest.param("answer 乙\nquestion 丁？", "p p ", id="halves of an interview"),
        pytest.param("poem_line 甲\npoem_line 乙\nparagraph 丙", "div(p p )p ", id="verse"),
        pytest.param("list_item 甲\nparagraph 乙", "ul(li )p ", id="a list"),
        pytest.param(
            "table_title 产量\ntable 年 | 数 // 2012 | 3",
            "table(caption thead(tr(th th ))tbody(tr(td td )))",
            id="a table with its title",
        ),
        pytest.param("table_title 产量\nparagraph 甲", "p p ", id="a title without a table"),
        pytest.param(
            "picture \ncaption 车间\nphoto_credit 甲 摄", "figure(figcaption(p p ))", id="a frame"
        ),
        pytest.param("picture ", "", id="a picture of which nothing is left"),
        pytest.param("subhead 甲\nsignoff 乙", "h2 p ", id="a subhead"),
    ],
)
def test_blocks_become_what_they_are(notation: str, structure: str) -> None:
    assert without_page_break(chapter(notation)) == structure


def test_head_cells_say_what_they_head() -> None:
    cells = tags(chapter("table 年 | 数 // 2012 | 3"), "th")
    assert [(words(cell), cell.get("scope")) for cell in cells] == [("年", "col"), ("数", "col")]


def test_a_latin_headline_flows() -> None:
    assert tags(chapter("headline Council backs / a plan", "en"), "br") == []


def test_the_chapter_is_named_by_its_headline() -> None:
    article = chapter("kicker 甲\nheadline 乙")
    assert article.get("aria-labelledby") == "title"
    assert [words(h) for h in tags(article, "h1") if h.get("id") == "title"] == ["乙"]
    assert chapter("paragraph 乙").get("aria-label") == "乙"


def test_missing_print_is_marked_and_explained() -> None:
    article = chapter("headline 甲\nparagraph 评为百强⟨2⟩")
    (mark,) = (a for a in tags(article, "a") if a.get(f"{EPUB}type") == "noteref")
    (note,) = tags(article, "aside")
    assert words(mark) == "〔…〕"
    assert mark.get("href") == f"#{note.get('id')}"
    assert words(note).startswith("评为百强〔…〕：此处原文缺失，至多2字（")
    assert [a.get("href") for a in tags(note, "a")] == [f"#{mark.get('id')}"]


@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        pytest.param(
            Fragment("帮", "邦", 2, Edit(Rule.LOOK_ALIKE, "the page has the same words elsewhere")),
            "OCR文字作“邦”，属误识的字（本版他处有同样的词句）。",
            id="changed",
        ),
        pytest.param(
            Fragment("。", "", 2, Edit(Rule.CLOSING_MARK)),
            "OCR文字无此，属脱落的句末标点。",
            id="supplied",
        ),
        pytest.param(
            Fragment("同行。", "", 2, Edit(Rule.EDITOR, f"{_OPEN}; filled in by 王一, 2024-10-17")),
            "OCR文字无此，属编辑更正（段末语句未完；补：王一, 2024-10-17）。",
            id="filled in",
        ),
        pytest.param(
            Fragment("邦", "邦", 2, Suggestion("帮", Rule.LOOK_ALIKE, "", 0.5)),
            "疑为“帮”，属误识的字；原文未改。",
            id="suggested",
        ),
        pytest.param(
            Fragment("'", "'", 2, Suggestion("", Rule.QUOTE, "", 0.5)),
            "疑为衍文，属引号方向；原文未改。",
            id="doubted",
        ),
        pytest.param(
            Fragment("", "", 2, Gap(1.5, _OPEN, 0.9, "市。")),
            "此处原文缺失，至多2字（段末语句未完）。可能是“市。”",
            id="lost, with a guess",
        ),
        pytest.param(
            Fragment("材料", "材料", 9, Edit(Rule.DISPLACED)),
            "OCR文字中此处位于别处，属错位的片段。",
            id="moved",
        ),
    ],
)
def test_what_was_done_is_told(fragment: Fragment, said: str) -> None:
    article = chapter_with(Paragraph(Role.BODY, kept("一联三", 0, 2) + Text((fragment,))))
    (note,) = tags(article, "aside")
    assert words(note).partition("：")[2] == said


def test_words_that_an_editor_added_stand_in_brackets() -> None:
    mark = Edit(Rule.EDITOR, "filled in by 王一")
    added = [Fragment(word, "", 1, mark) for word in ("同行", "。")]
    article = chapter_with(Paragraph(Role.BODY, Text((Fragment("一", "一", 0), *added))))
    assert next(words(p) for p in tags(article, "p")) == "一〔同行。〕"
    assert [words(n).partition("：")[0] for n in tags(article, "aside")] == [
        "一〔同行",
        "一同行。〕",
    ]


def test_words_brought_from_another_place_have_a_note() -> None:
    seam = Fragment("", "", 40, LineEnd(why="moved here: 材料 stands elsewhere on the page"))
    text = Text((Fragment("一家", "一家", 0), seam, Fragment("材料公司。", "材料公司。", 40)))
    article = chapter_with(Paragraph(Role.BODY, text))
    (link,) = (a for a in tags(article, "a") if a.get("role") == "doc-noteref")
    (note,) = tags(article, "aside")
    assert words(link) == "材料公司。"
    assert words(note) == (
        "一家材料公司。：由此往下的文字，OCR文字中另在他处（“材料”见于本版他处）。"
    )
    assert [s.get("aria-label") for s in tags(article, "span")] == ["第04版"]


@pytest.mark.parametrize(
    "rule", [Rule.FULL_WIDTH, Rule.QUOTE, Rule.STRAY_SPACE], ids=lambda rule: rule.name
)
def test_what_is_routine_has_no_note(rule: Rule) -> None:
    text = Text((Fragment("，", ",", 0, Edit(rule)),))
    assert tags(chapter_with(Paragraph(Role.BODY, text)), "aside") == []


def test_what_an_editor_left_alone_has_no_note() -> None:
    text = Text((Fragment("邦", "邦", 0, Edit(Rule.EDITOR, "left as in the source by 王一")),))
    assert tags(chapter_with(Paragraph(Role.BODY, text)), "aside") == []


def test_a_note_on_a_latin_word_shows_the_word() -> None:
    text = joined(
        [kept("the old Pi", 0, 10), Text((Fragment("e", "c", 10, Edit(Rule.LOOK_ALIKE)),))]
    )
    article = Article(Kind.NEWS, (Paragraph(Role.BODY, text + kept("r 9 is open", 0, 11)),))
    page = Page("p", "", "en", Folio("1"), (Section("", (article,)),))
    (note,) = tags(chapters_of(Edition("t", "en", (page,)))[0], "aside")
    assert words(note) == "the old Pier: The OCR text has “c”: misread character."


def test_column_breaks_of_the_print_are_marked() -> None:
    text = joined(
        [kept("前", 0, 1), Text((Fragment("", " ", 1, LineEnd(column=True)),)), kept("后", 2, 3)]
    )
    article = chapter_with(Paragraph(Role.BODY, kept("前", 0, 1) + text))
    labels = [
        s.get("aria-label") for s in tags(article, "span") if s.get("role") == "doc-pagebreak"
    ]
    assert labels == ["第04版", "第04版，换栏"]


def test_a_lost_heading_is_set_and_linked() -> None:
    year = Paragraph(Role.YEAR, supplied("2013年", 0, Edit(Rule.LOST_YEAR)))
    (heading,) = tags(chapter_with(year), "h2")[:1]
    assert words(heading) == "2013年"
    assert [a.get("role") for a in tags(heading, "a")] == ["doc-noteref"]


def test_a_jump_line_is_a_link_if_its_page_is_in_the_book() -> None:
    edition = edition_of(
        "page 01 | 要闻 | 2022-09-27\narticle news\nheadline 甲\njump 下转第2版\njump 下转第9版\n"
        "page 02 | 要闻 | 2022-09-27\narticle news\nheadline 乙\n"
    )
    links = tags(chapters_of(edition)[0], "a")
    assert [(words(a), a.get("href")) for a in links] == [
        ("下转第2版", "page-02-article-01.xhtml#page-2")
    ]


def test_a_jump_line_that_has_a_note_is_no_link_round_it() -> None:
    edition = edition_of(
        "page 01 | 要闻 | 2022-09-27\narticle news\nheadline 甲\njump 下转第2版⟨1⟩\n"
        "page 02 | 要闻 | 2022-09-27\narticle news\nheadline 乙\n"
    )
    links = tags(chapters_of(edition)[0], "a")
    assert len(links) > 1
    assert all(tags(link, "a") == [link] for link in links)


def test_white_stands_beside_the_english_sign_for_lost_print() -> None:
    """As a margin: the words are what they were, and there is no space in them."""
    chapter = chapters_of(
        edition_of(
            "article news\nheadline A\nparagraph The fund⟨2⟩\nparagraph The pro-⟨2⟩\n"
            "paragraph ⟨2⟩under way (⟨2⟩)\n",
            "en",
        )
    )[0]
    signs = [a.get("class") for a in tags(chapter, "a") if words(a) == "[…]" and a.get("id")]
    assert signs == ["gap behind-word", "gap", "gap before-word", "gap"]
    assert words(tags(chapter, "p")[0]) == "The fund[…]"


def test_an_article_that_jumps_is_one_chapter() -> None:
    edition = edition_of(
        "page 01 | 要闻 | 2022-09-27\narticle news\nheadline 甲\nparagraph 前\njump 下转第3版\n"
        "page 03 | 综合 | 2022-09-27\narticle news\nheadline 乙\n"
        "article news\njump 上接第1版\nparagraph 后\n"
    )
    first, second = chapters_of(edition)
    assert [words(p) for p in tags(first, "p")] == ["前", "下转第3版", "上接第1版", "后"]
    breaks = [s.get("aria-label") for s in tags(first, "span")]
    assert breaks == ["第01版", "第03版"]
    assert [a.get("href") for a in tags(first, "a")] == [
        "page-01-article-01.xhtml#page-2",
        "page-01-article-01.xhtml#page-1",
    ]
    assert words(second) == "\n乙\n"


def test_pictures_show_where_they_are_given() -> None:
    edition = edition_of(
        "article photo\npicture a.jpg\ncaption 车间\narticle photo\npicture b.svg\ncaption 丙"
    )
    images = {"a.jpg": b"\xff\xd8\xff\xe0", "b.svg": b"<svg/>", "c.png": b"\x89PNG\r\n\x1a\n"}
    book = write(edition, images)
    found = [img for root in documents_of(book).values() for img in tags(root, "img")]
    assert [(img.get("src"), img.get("alt")) for img in found] == [
        ("pictures/001.jpg", labels_for("zh").picture)
    ]
    assert files_of(book)["pictures/001.jpg"] == images["a.jpg"]
    assert not any(name.endswith((".svg", ".png")) for name in files_of(book))


def test_alternative_text_is_the_pages_own() -> None:
    figure = Figure("a.png", text_of("一台机器"))
    page = Page("p", "", "zh", Folio(), (Section("", (Article(Kind.PHOTO, (figure,)),)),))
    book = write(Edition("t", "zh", (page,)), {"a.png": b"\x89PNG\r\n\x1a\n"})
    alts = [i.get("alt") for root in documents_of(book).values() for i in tags(root, "img")]
    assert alts == ["一台机器"]
