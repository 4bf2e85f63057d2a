"""The whole document: valid, the same every time, every role in its style, columns as measured."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image

from exporters.docx import write
from layout.geometry import Size, mm
from layout.model import VERSION, Article, Edition, Kind, Paragraph, Role, Table
from layout.text import Fragment, Text, kept
from tests.build import edition_of
from tests.exporters.docx.opened import W, columns, legal, opened, part, styled, words
from tests.exporters.editions import editions

LONG = "本报讯昨日上午清河两岸的春茶开采了茶农们背着竹篓上山采茶" * 12
PAGE = f"""
page 04 | 要闻 | 2022-09-27
article news 16
column_label 乡村振兴
kicker 清河县：
headline 一片叶子富一方 / 千亩茶山活一城
subheadline 全年产值突破四十二亿元
byline 本报记者 沈知远
paragraph {LONG}
subhead 茶园新风景
paragraph 入选百强⟨2⟩
picture tea.png
caption 茶农采茶
photo_credit 段晓峰 摄
table 年 | 产值 // 2012 | 3 // 2013
question 明年如何？
answer 继续种茶。
jump （下转05版）
article timeline 25
headline 茶业大事记
timeline_year 2012年
timeline_item 3月21日，{LONG}
timeline_item 4月8日，{LONG}
signoff （沈知远 整理）
page 05 | 副刊 | 2022-09-27
article poem 12
headline 春
poem_line 春眠不觉晓
list_item 处处闻啼鸟
editor_note {LONG}
"""
ENGLISH = f"""
page A5 | LOCAL | 2023-10-12
article news 36
headline Council backs plan
byline By MARISOL KEENE
paragraph {"After nearly five hours of public comment the council voted six to three. " * 8}
jump Continued on A8
"""
ROLES = {
    "Column Label": "乡村振兴",
    "Kicker": "清河县：",
    "Headline": "一片叶子富一方 千亩茶山活一城",
    "Deck": "全年产值突破四十二亿元",
    "Byline": "本报记者 沈知远",
    "Subhead": "茶园新风景",
    "Body": LONG,
    "Caption": "茶农采茶",
    "Credit": "段晓峰 摄",
    "Question": "明年如何？",
    "Answer": "继续种茶。",
    "Jump": "（下转05版）",
    "Year": "2012年",
    "Event": f"3月21日，{LONG}",
    "Sign-off": "（沈知远 整理）",
    "Verse": "春眠不觉晓",
    "Item": "处处闻啼鸟",
    "Editor Note": LONG,
    "Brief Headline": "春",
}


def with_article(change: Callable[[Article], Article]) -> Edition:
    """The edition above with only its first article, changed."""
    edition = edition_of(PAGE)
    page = edition.pages[0]
    section = replace(page.sections[0], articles=(change(page.articles[0]),))
    return replace(edition, pages=(replace(page, sections=(section,)),))


def png() -> bytes:
    file = BytesIO()
    Image.new("L", (1200, 800), 128).save(file, "PNG")
    return file.getvalue()


def faults(data: bytes, folder: Path) -> list[str]:
    file = folder / "edition.docx"
    file.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(file).errors]


@pytest.mark.parametrize(
    "edition",
    [
        pytest.param(edition_of(PAGE), id="every role"),
        pytest.param(edition_of(ENGLISH, "en"), id="English"),
        pytest.param(edition_of(PAGE, "zh-Hant"), id="traditional"),
        pytest.param(replace(edition_of(PAGE), pages=()), id="no page"),
        pytest.param(Edition("", "", edition_of("headline 春").pages), id="no language"),
    ],
)
def test_the_audit_finds_nothing(edition: Edition, tmp_path: Path) -> None:
    assert faults(write(edition, {"tea.png": png()}), tmp_path) == []


def test_the_same_bytes_for_the_same_edition() -> None:
    assert write(edition_of(PAGE)) == write(edition_of(PAGE))


def test_every_role_has_its_style() -> None:
    styles = styled(write(edition_of(PAGE)))
    for style, text in ROLES.items():
        assert any(n.startswith(style) and w == text for n, w in styles), style


def test_headlines_and_subheads_make_an_outline() -> None:
    document = opened(write(edition_of(PAGE)))
    bases = {s.name: s.base_style.name for s in document.styles if getattr(s, "base_style", None)}
    assert bases["Headline"] == "Heading 1"
    assert bases["Subhead"] == bases["Year"] == "Heading 2"


@pytest.mark.parametrize(
    ("language", "font", "tag"),
    [
        pytest.param("zh-Hans", "SimSun", "zh-CN", id="simplified"),
        pytest.param("zh-Hant-HK", "PMingLiU", "zh-TW", id="traditional"),
        pytest.param("ja", "MS Mincho", "ja-JP", id="Japanese"),
    ],
)
def test_a_language_has_its_fonts_and_its_tag(language: str, font: str, tag: str) -> None:
    defaults = part(write(edition_of(PAGE, language)), "word/styles.xml").find(f".//{W}rPrDefault")
    assert defaults is not None
    assert defaults.find(f".//{W}rFonts").attrib[f"{W}eastAsia"] == font  # type: ignore[union-attr]
    assert defaults.find(f".//{W}lang").attrib[f"{W}eastAsia"] == tag  # type: ignore[union-attr]


def test_headlines_go_across_and_bodies_stand_in_columns() -> None:
    assert columns(write(edition_of(PAGE))) == [1, 6, 1, 4, 1, 1, 8, 1]


def test_the_printed_number_of_columns_is_kept() -> None:
    edition = with_article(lambda article: replace(article, columns=5))
    assert columns(write(edition))[1] == 5


def test_a_smaller_sheet_has_fewer_columns() -> None:
    tabloid = Size(mm(273), mm(393))
    assert columns(write(edition_of(PAGE), sheet=tabloid))[:4] == [1, 4, 1, 3]


def test_brief_articles_of_one_measure_share_their_columns() -> None:
    brief = "article brief 13\nheadline 短讯\nparagraph 茶叶上市。\n"
    assert columns(write(edition_of(brief * 3))) == [7, 1]


def test_a_small_headline_inside_an_article_stands_in_its_columns() -> None:
    notes = f"headline 渡口\nparagraph {LONG}\nheadline 茶园\nparagraph {LONG}"
    data = write(edition_of(f"article news 16\n{notes}"))
    assert columns(data) == [1, 6, 1]
    assert {("Headline", "渡口"), ("Brief Headline", "茶园")} <= set(styled(data))


def test_a_wide_table_goes_across() -> None:
    row = "|".join(["很宽的一格里有很多字"] * 6)
    page = f"article news 16\nparagraph {LONG}\ntable {row} // {row}\nparagraph {LONG}"
    assert columns(write(edition_of(page))) == [6, 1, 6, 1]


def test_the_title_and_note_of_a_wide_table_go_across_with_it() -> None:
    row = "|".join(["很宽的一格里有很多字"] * 6)
    table = f"table_title 表\ntable {row} // {row}\nsignoff 来源：统计局"
    page = f"article news 16\nparagraph {LONG}\n{table}\nparagraph {LONG}"
    data = write(edition_of(page))
    assert columns(data) == [6, 1, 6, 1]
    story = list(part(data, "word/document.xml")[0])
    ends = [n for n, each in enumerate(story) if each.find(f".//{W}sectPr") is not None]
    across = [each for each in story[ends[0] + 1 : ends[1] + 1] if each.tag == f"{W}p"]
    said = ["".join(map(str, each.itertext())) for each in across]
    assert [words for words in said if words] == ["表", "来源：统计局"]


def test_a_table_keeps_its_cells_and_repeats_its_heads() -> None:
    document = opened(write(edition_of(PAGE)))
    [table] = document.tables
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["年", "产值"],
        ["2012", "3"],
        ["2013", ""],
    ]
    heads = [row._tr.trPr.find(f"{W}tblHeader") is not None for row in table.rows]
    assert heads == [True, False, False]


def test_short_cells_are_centred_in_their_column_and_long_ones_are_not() -> None:
    page = "article table\ntable 年 | 内容 // 2012 | 全年产值突破四十二亿元 // 2013 | 无"
    [table] = opened(write(edition_of(page))).tables
    aligned = [[c.paragraphs[0].alignment for c in row.cells] for row in table.rows[1:]]
    assert aligned == [[WD_ALIGN_PARAGRAPH.CENTER, None]] * 2


def test_a_headline_too_wide_for_one_line_breaks_where_it_did() -> None:
    half = "一片叶子富一方千亩茶山活一城好"
    page = f"article news 16\nheadline {half} / {half}\nparagraph {LONG * 2}"
    assert f"{half} {half}" in words(write(edition_of(page)))


def test_the_folio_is_header_and_footer_of_its_page() -> None:
    document = opened(write(edition_of(PAGE)))
    first, last = document.sections[0], document.sections[-2]
    assert first.header.paragraphs[0].text == "04 要闻\t\t2022年9月27日"
    assert last.header.paragraphs[0].text == "05 副刊\t\t2022年9月27日"


def test_the_words_of_the_folio_are_those_of_the_print() -> None:
    edition = edition_of(PAGE)
    page = edition.pages[0]
    folio = replace(
        page.folio,
        paragraphs=(
            Paragraph(Role.FOLIO, kept("4 要闻", 0, 4)),
            Paragraph(Role.DATE, kept("9月27日", 0, 5)),
            Paragraph(Role.EDITOR_CREDITS, kept("编辑 毛志", 0, 5)),
        ),
    )
    section = opened(write(replace(edition, pages=(replace(page, folio=folio),)))).sections[0]
    assert section.header.paragraphs[0].text == "4 要闻\t\t9月27日"
    assert section.footer.paragraphs[0].text == "编辑 毛志"


def test_a_picture_is_shown_with_its_words() -> None:
    data = write(edition_of(PAGE), {"tea.png": png()})
    assert ZipFile(BytesIO(data)).read("word/media/picture1.png") == png()
    [shape] = opened(data).inline_shapes
    assert shape.width / shape.height == pytest.approx(1.5, rel=0.01)
    assert shape._inline.docPr.get("descr") == "茶农采茶"


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", png()[:20], b"\xff\xd8\xff"], ids=["no", "text", "cut", "jpeg"]
)
def test_an_absent_picture_is_a_frame_of_sensible_size(data: bytes) -> None:
    [shape] = opened(write(edition_of(PAGE), {"tea.png": data})).inline_shapes
    assert 40 < shape.width.mm < 60
    assert 25 < shape.height.mm < 40


def test_the_caption_has_a_field_that_adds_no_words() -> None:
    document = part(write(edition_of(PAGE)), "word/document.xml")
    [field] = document.iter(f"{W}instrText")
    assert field.text is not None
    assert field.text.split()[:2] == ["SEQ", "Figure"]


def test_a_jump_line_leads_to_its_page() -> None:
    document = part(write(edition_of(PAGE)), "word/document.xml")
    [link] = document.iter(f"{W}hyperlink")
    names = [mark.attrib[f"{W}name"] for mark in document.iter(f"{W}bookmarkStart")]
    assert link.attrib[f"{W}anchor"] == names[1]


def test_a_jump_line_to_a_page_that_is_not_here_is_no_link() -> None:
    document = part(write(edition_of(ENGLISH, "en")), "word/document.xml")
    assert list(document.iter(f"{W}hyperlink")) == []


def test_lost_print_shows() -> None:
    assert "入选百强〔…〕" in words(write(edition_of(PAGE)))


def test_the_properties_name_title_day_and_source() -> None:
    data = write(edition_of(PAGE, title="清河日报"))
    properties = opened(data).core_properties
    assert (properties.title, properties.author) == ("清河日报", "清河日报")
    assert f"{properties.created:%Y-%m-%d}" == "2022-09-27"
    custom = etree.tostring(part(data, "docProps/custom.xml"), encoding=str)
    assert "page-04; page-05" in custom
    assert f'name="Model"><vt:lpwstr>{VERSION}<' in custom


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=()), min_size=1), st.sampled_from(list(Role)))
def test_any_text_comes_back_as_it_was(text: str, role: Role) -> None:
    """Markup stays text; a line end is a break; what XML cannot carry is U+FFFD."""
    paragraph = Paragraph(role, Text((Fragment(text, text, 0),)))
    table = Table((((paragraph.text,)),), 1)
    edition = with_article(lambda _: Article(Kind.NEWS, (paragraph, table)))
    assert words(write(edition)) == [legal(text), legal(text)]


@settings(deadline=None, max_examples=60)
@given(editions())
def test_editions_of_every_shape_open(edition: Edition) -> None:
    opened(write(edition))


@settings(deadline=None, max_examples=60)
@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_any_name_is_carried(name: str) -> None:
    edition = edition_of(PAGE)
    page = replace(edition.pages[0], name=name, source=name)
    opened(write(Edition(name, "zh-Hans", (page,), publisher=name, number=name)))
