from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from fontTools.ttLib import TTFont

from exporters.epub import write
from exporters.epub.fixed import write_fixed
from fonts.metrics import Ruler
from layout.geometry import Box, Point, Size
from layout.model import Article, Edition, Figure, Folio, Kind, Page, Section
from layout.sheet import (
    Drawn,
    Element,
    Entry,
    Face,
    Forme,
    Picture,
    Rule,
    Run,
    Sheet,
    Tag,
    Tint,
)
from stonehand.press import Press
from tests.build import edition_of, text_of
from tests.exporters.epub.unpacked import DC, EPUB, OPF, documents_of, files_of, tags, words

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = (
    Element(Tag.DOCUMENT, None),
    Element(Tag.HEADLINE, 0),
    Element(Tag.PARAGRAPH, 0, language="en"),
    Element(Tag.FIGURE, 0, alt="一台机器"),
)
PAGE = "article news 16\nheadline 简讯\nlist_item 甲\nlist_item 乙\ntable 年 | 数 // 2012 | 3"
PNG = b"\x89PNG\r\n\x1a\n"


def edition() -> Edition:
    figure = Figure("a.png", text_of("一台机器"))
    article = Article(Kind.PHOTO, (figure,))
    page = Page("p", "", "zh-Hans", Folio("04"), (Section("", (article,)),))
    return Edition("清河日报", "zh-Hans", (page,))


def forme_of(*drawn: Drawn) -> Forme:
    sheets = (Sheet(Size(300.5, 400), "04", drawn), Sheet(Size(300.5, 400), "05", ()))
    outline = (
        Entry("第04版", 0, 0, 0),
        Entry("甲", 1, 0, 9),
        Entry("", 1, 1, 0),
        Entry("乙", 0, 1, 0),
    )
    return Forme("清河日报", "zh-Hans", sheets, ELEMENTS, outline)


def run(text: str, shifts: tuple[tuple[int, float], ...] = (), spread: float = 0.0) -> Run:
    return Run(Point(10, 20), Face.SONG, 10, text, shifts, spread, element=2)


def drawn(*items: Drawn) -> ET.Element:
    book = write_fixed(edition(), forme_of(*items), {"a.png": PNG})
    svg = documents_of(book)["sheet-01.xhtml"].find(f".//{SVG}svg")
    assert svg is not None
    return svg


def places(text: ET.Element) -> list[float]:
    return [float(place) for place in text.get("x", "").split()]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        pytest.param(run("甲乙丙"), [10, 20, 30], id="one em each"),
        pytest.param(run("甲乙丙", spread=100.0), [10, 21, 32], id="spread"),
        pytest.param(run("甲乙丙", shifts=((1, -500.0),)), [10, 15, 25], id="shifted"),
    ],
)
def test_every_character_is_placed(item: Run, expected: list[float]) -> None:
    (line,) = drawn(item).iter(f"{SVG}tspan")
    assert places(line) == expected
    assert (line.get("y"), line.get("font-size"), line.get("class")) == ("20", "10", "song")


def test_rare_characters_do_not_confuse_the_places() -> None:
    _, *spans = drawn(run("甲𠀀乙")).iter(f"{SVG}tspan")
    assert [(span.text, places(span)) for span in spans] == [
        ("甲", [10.0]),
        ("𠀀", [20.0]),
        ("乙", [30.0]),
    ]


def test_a_hyphen_at_a_line_end_is_drawn_and_not_in_the_text() -> None:
    svg = drawn(run("pa\u00ad"), run("per"))
    assert [words(text) for text in svg.iter(f"{SVG}text")] == ["paper"]
    (bar,) = svg.iter(f"{SVG}rect")
    left, top, width, height = (float(bar.get(n, "")) for n in ("x", "y", "width", "height"))
    p, a = places(next(svg.iter(f"{SVG}tspan")))
    assert a < left < left + width < a + (a - p) * 2
    assert 10 < top < top + height < 20
    assert height < width


def test_text_keeps_its_order_and_structure() -> None:
    head = Run(Point(0, 10), Face.HEI, 20, "题 <b>", element=1)
    svg = drawn(head, run("甲"), run("乙"), Rule(Point(0, 0), Point(9, 0), 1), run("丙"))
    groups = [g for g in svg.iter(f"{SVG}g") if not list(g.iter(f"{SVG}g"))[1:]]
    assert ["".join(words(g).split()) for g in groups] == ["题<b>", "甲乙丙"]
    assert [(g.get("role"), g.get("aria-level"), g.get("lang")) for g in groups] == [
        ("heading", "1", None),
        (None, None, "en"),
    ]


def test_articles_lists_and_tables_say_what_they_are() -> None:
    press = Press(edition_of(PAGE), {})
    book = write_fixed(press.edition, press.forme, {}, press.ruler)
    svg = documents_of(book)["sheet-01.xhtml"].find(f".//{SVG}svg")
    assert svg is not None
    (article,) = (g for g in svg.iter(f"{SVG}g") if g.get("role") == "article")
    assert article.get("aria-label") == "简讯"
    roles = [g.get("role") for g in article.iter(f"{SVG}g") if g.get("role")]
    assert roles == [
        "article",
        "heading",
        *("list", "listitem", "listitem"),
        *("table", "row", "columnheader", "columnheader", "row", "cell", "cell"),
    ]
    hidden = [words(g).strip() for g in svg.iter(f"{SVG}g") if g.get("aria-hidden")]
    assert len(hidden) == 2
    assert set(hidden) == {"■"}


def test_rules_tints_and_pictures_stand_where_they_are_put() -> None:
    svg = drawn(
        Rule(Point(1, 2), Point(3, 2), 0.5, grey=1.0),
        Tint(Box(1, 2, 3, 4), fill=0.5),
        Picture(Box(5, 6, 7, 8), "a.png", 3),
        Picture(Box(5, 6, 7, 8), None, 3),
    )
    (line,), (tint,), (image,) = (list(svg.iter(SVG + n)) for n in ("line", "rect", "image"))
    assert (line.get("x2"), line.get("stroke")) == ("3", "#ffffff")
    assert (tint.get("height"), tint.get("fill"), tint.get("stroke")) == ("4", "#808080", None)
    assert (image.get("x"), image.get("aria-label")) == ("5", "一台机器")


def test_the_faces_are_in_the_book() -> None:
    book = files_of(write_fixed(edition(), forme_of(run("甲a")), {}))
    found = {
        name: {chr(code) for code in TTFont(BytesIO(data)).getBestCmap()}
        for name, data in book.items()
        if name.startswith("fonts/")
    }
    assert found["fonts/song.ttf"] == {" ", "甲", "a"}
    assert found["fonts/kai.ttf"] == {" "}
    assert all(f'url("{name}")'.encode() in book["fixed.css"] for name in found)


def test_the_book_does_not_flow_and_is_another_than_the_one_that_does() -> None:
    book = files_of(write_fixed(edition(), forme_of(), {}))
    package = ET.fromstring(book["content.opf"])
    told = {meta.get("property"): meta.text for meta in package.iter(f"{OPF}meta")}
    assert told["rendition:layout"] == "pre-paginated"
    assert b'content="width=301, height=400"' in book["sheet-01.xhtml"]
    flowing = ET.fromstring(files_of(write(edition()))["content.opf"])
    assert [e.text for e in package.iter(f"{DC}identifier")] != [
        e.text for e in flowing.iter(f"{DC}identifier")
    ]


def test_the_outline_becomes_the_contents() -> None:
    root = documents_of(write_fixed(edition(), forme_of(), {}))["contents.xhtml"]
    toc, _, pages = tags(root, "nav")
    assert toc.get(f"{EPUB}type") == "toc"
    assert [(words(a), a.get("href")) for a in tags(toc, "a")] == [
        ("第04版", "sheet-01.xhtml"),
        ("甲", "sheet-01.xhtml"),
        ("（无题）", "sheet-02.xhtml"),
        ("乙", "sheet-02.xhtml"),
    ]
    assert [words(a) for a in tags(pages, "a")] == ["04", "05"]


def test_the_same_forme_gives_the_same_bytes() -> None:
    forme = forme_of(run("甲乙"))
    assert write_fixed(edition(), forme, {}) == write_fixed(edition(), forme, {}, Ruler())
