import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings

from exporters.epub import Binding, write
from layout.carried import carried
from layout.compose.lines.printed import printed, signs_of
from layout.model import Block, Edition, Editor, Figure, texts_of
from layout.text import Text
from tests.build import edition_of
from tests.exporters.editions import editions
from tests.exporters.epub.unpacked import (
    DC,
    EPUB,
    OPF,
    XHTML,
    chapters_of,
    documents_of,
    files_of,
    tags,
    words,
)

ISSUE = """page 01 | 要闻 | 2022-09-27
article news
column_label 访谈
kicker 市局：
headline 强力推动 / 走好新路
byline 本报记者 甲乙
paragraph 一行｜入选百强⟨2⟩
subhead 新风景
question 明年如何？
answer 继续种茶。
jump （下转第3版）
article timeline 25
headline 大事记
timeline_year 2012年
timeline_item 3月21日，开工。
signoff （甲乙 整理）
page 02 | 副刊 | 2022-09-27
article poem
headline 春 & 秋 <b>
poem_line 春眠不觉晓
table_title 产量
table 年 | 数 // 2012 | 3
article photo
picture a.jpg
caption 车间
photo_credit 丙 摄
page 03 | 综合 | 2022-09-27
article news
headline 简讯
list_item 甲
article news
jump （上接第1版）
paragraph 后文。
"""
ENGLISH = """page A1 | Local | 2022-09-27
article news
kicker HARBOR
headline Council backs / a plan
byline By M. Keene
paragraph The vote clears the way⟨4⟩
"""


@given(editions())
@settings(max_examples=50)
def test_every_book_is_well_formed_and_leads_nowhere_that_is_not(edition: Edition) -> None:
    book = write(edition)
    documents = documents_of(book)
    places = {f"{name}#{e.get('id')}" for name, root in documents.items() for e in root.iter()}
    for name, root in documents.items():
        ids = [e.get("id") for e in root.iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        for link in tags(root, "a"):
            target = link.get("href", "")
            full = name + target if target.startswith("#") else target
            assert full in places or full in documents


def test_the_same_edition_gives_the_same_bytes_at_any_time_and_place() -> None:
    code = (
        "import sys, hashlib; from tests.exporters.epub.test_book import ISSUE, edition_of, write;"
        "print(hashlib.sha256(write(edition_of(ISSUE))).hexdigest())"
    )
    seen = set()
    for zone, seed in (("Asia/Shanghai", "1"), ("America/Lima", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True)
        seen.add(run.stdout)
    assert len(seen) == 1
    assert seen != {b""}


def test_the_container_is_as_readers_want_it() -> None:
    with zipfile.ZipFile(BytesIO(write(edition_of(ISSUE)))) as book:
        first = book.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert book.read("mimetype") == b"application/epub+zip"
        assert {member.date_time for member in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def contents(edition: Edition, kind: str) -> list[tuple[str, str]]:
    root = documents_of(write(edition))["contents.xhtml"]
    (nav,) = (n for n in tags(root, "nav") if n.get(f"{EPUB}type") == kind)
    return [(words(a), a.get("href", "")) for a in tags(nav, "a")]


def test_contents_list_pages_and_articles() -> None:
    assert contents(edition_of(ISSUE), "toc") == [
        ("第01版 要闻", "page-01-article-01.xhtml"),
        ("强力推动 走好新路", "page-01-article-01.xhtml"),
        ("大事记", "page-01-article-02.xhtml"),
        ("第02版 副刊", "page-02-article-01.xhtml"),
        ("春 & 秋 <b>", "page-02-article-01.xhtml"),
        ("车间", "page-02-article-02.xhtml"),
        ("第03版 综合", "page-03-article-01.xhtml"),
        ("简讯", "page-03-article-01.xhtml"),
        ("关于本版", "colophon.xhtml"),
    ]


def test_a_single_page_lists_its_articles_at_once() -> None:
    assert contents(edition_of(ENGLISH, "en"), "toc") == [
        ("Council backs a plan", "page-01-article-01.xhtml"),
        ("About this edition", "colophon.xhtml"),
    ]


def test_printed_pages_can_be_turned_to() -> None:
    pages = contents(edition_of(ISSUE), "page-list")
    assert pages == [
        ("01", "page-01-article-01.xhtml#page-1"),
        ("03", "page-01-article-01.xhtml#page-3"),
        ("02", "page-02-article-01.xhtml#page-2"),
        ("03", "page-03-article-01.xhtml#page-3"),
    ]


@given(editions())
@settings(max_examples=50)
def test_the_list_of_pages_has_every_page_break(edition: Edition) -> None:
    breaks = [
        f"{name}#{span.get('id')}"
        for name, root in documents_of(write(edition)).items()
        for span in tags(root, "span")
        if span.get("role") == "doc-pagebreak"
    ]
    assert breaks == ([h for _, h in contents(edition, "page-list")] if breaks else [])


@given(editions())
@settings(max_examples=50)
def test_the_chapters_say_what_the_model_says(edition: Edition) -> None:
    """In the same order, once each; blanks between blocks are the book's own."""
    signs = signs_of(edition.language)
    told = [
        "".join(printed(text, signs).text for block in article.blocks for text in seen(block))
        for page in edition.pages
        for article in page.articles
        if article.blocks
    ]
    chapters = chapters_of(edition)
    for chapter in chapters:
        for notes in chapter.findall(f"{XHTML}section"):
            chapter.remove(notes)
    assert [unspaced(words(chapter)) for chapter in chapters] == [
        unspaced(carried(t)) for t in told
    ]


def seen(block: Block) -> Iterator[Text]:
    """What of a block can be seen: an alternative text cannot."""
    yield from texts_of(replace(block, alt=Text()) if isinstance(block, Figure) else block)


def unspaced(text: str) -> str:
    return "".join(text.split())


def test_landmarks_lead_to_the_parts_of_the_book() -> None:
    assert [href for _, href in contents(edition_of(ISSUE), "landmarks")] == [
        "title-page.xhtml",
        "contents.xhtml#toc",
        "page-01-article-01.xhtml",
        "colophon.xhtml",
    ]


def test_old_readers_have_a_table_of_contents() -> None:
    ncx = ET.fromstring(files_of(write(edition_of(ISSUE)))["toc.ncx"])
    labels = [text.text for text in ncx.iter("{http://www.daisy.org/z3986/2005/ncx/}text")]
    assert labels[1:4] == ["第01版 要闻", "强力推动 走好新路", "大事记"]


def metadata(edition: Edition) -> list[tuple[str, str]]:
    package = ET.fromstring(files_of(write(edition))["content.opf"])
    found = package.find(f"{OPF}metadata")
    assert found is not None
    return [
        (e.get("property") or e.tag.removeprefix(DC).removeprefix(OPF), e.text or "") for e in found
    ]


def test_a_library_is_told_what_the_book_is() -> None:
    edition = replace(edition_of(ISSUE), number="12345", publisher="清河日报社")
    folio = replace(edition.pages[0].folio, editors=(Editor("编辑", "甲"), Editor("校对", "甲")))
    edition = replace(edition, pages=(replace(edition.pages[0], folio=folio), *edition.pages[1:]))
    told = metadata(edition)
    for expected in [
        ("title", "清河日报 2022年9月27日"),
        ("language", "zh-Hans"),
        ("date", "2022-09-27"),
        ("publisher", "清河日报社"),
        ("source", "清河日报，2022年9月27日，第01、02、03版"),
        ("source-of", "pagination"),
        ("pageBreakSource", "清河日报，2022年9月27日，第01、02、03版"),
        ("belongs-to-collection", "清河日报"),
        ("collection-type", "series"),
        ("group-position", "12345"),
        ("dcterms:modified", "2022-09-27T00:00:00Z"),
    ]:
        assert expected in told
    assert [value for name, value in told if name == "contributor"] == ["甲"]


@pytest.mark.parametrize(
    ("title", "paper", "told", "series"),
    [
        pytest.param("清河日报", "", "清河日报 2022年9月27日", "清河日报", id="a paper's name"),
        pytest.param(
            "清河日报 要闻 2022-09-27",
            "清河日报",
            "清河日报 要闻 2022年9月27日",
            "清河日报",
            id="dated",
        ),
        pytest.param("要闻 2022-09-27", "", "要闻 2022年9月27日", None, id="no paper known"),
        pytest.param("2022-09-27", "", "（无题） 2022年9月27日", None, id="only a day"),
    ],
)
def test_title_and_paper_are_told_apart(
    title: str, paper: str, told: str, series: str | None
) -> None:
    edition = edition_of(ISSUE, title=title)
    first, *rest = edition.pages
    first = replace(first, folio=replace(first.folio, paper=paper))
    found = dict(metadata(replace(edition, pages=(first, *rest))))
    assert (found["title"], found.get("belongs-to-collection")) == (told, series)


def test_the_identifier_is_that_of_the_edition() -> None:
    edition = edition_of(ISSUE)
    names = [dict(metadata(each))["identifier"] for each in (edition, edition, edition_of(ENGLISH))]
    assert names[0] == names[1] != names[2]
    assert names[0].startswith("urn:uuid:")


def test_an_old_paper_keeps_its_day() -> None:
    edition = replace(edition_of(ENGLISH, "en"), day=date(1912, 4, 15))
    told = dict(metadata(edition))
    assert (told["date"], told["dcterms:modified"]) == ("1912-04-15", "1980-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("images", "modes", "sufficient", "alternatives"),
    [
        pytest.param({}, ["textual"], "textual", False, id="no pictures"),
        pytest.param(
            {"a.jpg": b"\xff\xd8\xff"},
            ["textual", "visual"],
            "textual,visual",
            False,
            id="undescribed",
        ),
    ],
)
def test_what_is_claimed_of_access_is_true(
    images: dict[str, bytes], modes: list[str], sufficient: str, alternatives: bool
) -> None:
    package = ET.fromstring(files_of(write(edition_of(ISSUE), images))["content.opf"])
    claims = [(m.get("property"), m.text) for m in package.iter(f"{OPF}meta")]
    assert [v for p, v in claims if p == "schema:accessMode"] == modes
    assert ("schema:accessModeSufficient", sufficient) in claims
    assert (("schema:accessibilityFeature", "alternativeText") in claims) == alternatives
    assert ("schema:accessibilityFeature", "pageNavigation") in claims
    assert not any(p == "dcterms:conformsTo" for p, _ in claims)


@pytest.mark.parametrize(
    ("notation", "cover", "modes", "says_notes"),
    [
        pytest.param("paragraph 甲⟨2⟩", b"", ["textual"], True, id="notes"),
        pytest.param("paragraph 甲。", b"", ["textual"], False, id="no notes"),
        pytest.param(
            "paragraph 甲。", b"\x89PNG\r\n\x1a\n", ["textual", "visual"], False, id="cover"
        ),
    ],
)
def test_the_summary_says_what_this_book_has(
    notation: str, cover: bytes, modes: list[str], says_notes: bool
) -> None:
    book = write(edition_of(f"article news\nheadline 题\n{notation}"), binding=Binding(cover))
    package = ET.fromstring(files_of(book)["content.opf"])
    claims = [(m.get("property"), m.text or "") for m in package.iter(f"{OPF}meta")]
    (summary,) = (value for name, value in claims if name == "schema:accessibilitySummary")
    assert ("附注" in summary) == says_notes
    assert [value for name, value in claims if name == "schema:accessMode"] == modes
    assert (("schema:accessibilityFeature", "alternativeText") in claims) == bool(cover)


def test_the_colophon_gives_account() -> None:
    said = words(documents_of(write(edition_of(ISSUE)))["colophon.xhtml"])
    for part in ("清河日报，2022年9月27日", "第02版", "副刊", "缺文", "原报换行"):
        assert part in said


def test_the_colophon_does_not_repeat_what_the_page_before_has() -> None:
    said = words(documents_of(write(edition_of(ISSUE)))["colophon.xhtml"])
    assert [said.count(part) for part in ("要闻", "副刊", "综合")] == [1, 1, 1]
    assert said.count("日期") == 1


def test_a_single_page_tells_its_number_on_the_title_page() -> None:
    notation = "page 04 | 要闻 | 2022-09-27\narticle news\nheadline 甲"
    page = documents_of(write(edition_of(notation)))["title-page.xhtml"]
    assert [words(p) for p in tags(page, "p")] == ["2022年9月27日", "第04版"]
    issue = documents_of(write(edition_of(ISSUE)))["title-page.xhtml"]
    assert [words(p) for p in tags(issue, "p")] == ["2022年9月27日"]


def test_a_cover_is_shown_and_described() -> None:
    book = write(
        edition_of(ENGLISH, "en", "The Courier"), binding=Binding(cover=b"\x89PNG\r\n\x1a\n")
    )
    (image,) = tags(documents_of(book)["cover.xhtml"], "img")
    assert image.get("alt") == "Cover: The Courier 27 September 2022"
    assert b'properties="cover-image"' in files_of(book)["content.opf"]


def test_vertical_books_are_turned_from_right_to_left() -> None:
    book = files_of(write(edition_of(ISSUE, "zh-Hant"), binding=Binding(vertical=True)))
    assert b'page-progression-direction="rtl"' in book["content.opf"]
    assert b"vertical.css" in book["page-01-article-01.xhtml"]
    assert b"vertical-rl" in book["vertical.css"]


def test_short_numbers_stand_upright_in_vertical_lines() -> None:
    notation = "article news\nheadline 第3屆\nparagraph 2022年12月5日，a1，3.5萬，52%，7人<8>。"
    book = write(edition_of(notation, "zh-Hant"), binding=Binding(vertical=True))
    root = documents_of(book)["page-01-article-01.xhtml"]
    turned = [words(span) for span in tags(root, "span") if span.get("class") == "upright"]
    assert turned == ["3", "12", "5", "7", "8"]
    assert words(tags(root, "p")[0]) == "2022年12月5日，a1，3.5萬，52%，7人<8>。"


def test_a_book_can_carry_its_fonts() -> None:
    book = files_of(write(edition_of(ISSUE), binding=Binding(own_fonts=True)))
    heads = TTFont(BytesIO(book["fonts/hei.ttf"])).getBestCmap()
    body = TTFont(BytesIO(book["fonts/song.ttf"])).getBestCmap()
    assert {"强", "录"} <= set(map(chr, heads))
    assert {"茶", "强"} <= set(map(chr, body))
    assert ord("茶") not in heads
    assert all(
        f'url("{name}")'.encode() in book["own-fonts.css"] for name in book if "fonts/" in name
    )
