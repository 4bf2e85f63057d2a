"""hOCR, ALTO, PAGE and Tesseract's table: the text of a page with the places of its lines."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.errors import InputError
from layout.geometry import Box, Size
from layout.model import ScannedPage, TextBlock
from readers import READERS, read_bytes
from readers.words import Word, height_of, spaced

_HOCR = """<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body>
<div class='ocr_page' title='image "a.png"; bbox 0 0 600 800; scan_res 150 150'>
 <div class='ocr_carea' title='bbox 0 0 300 90'>
  <p class='ocr_par' title='bbox 10 10 110 60'>
   <span class='ocr_header' title='bbox 10 10 110 60; x_size 50'>
    <span class='ocrx_word' title='bbox 10 10 50 60'>Fog &amp;</span>
    <span class='ocrx_word' title='bbox 60 10 110 60'>rain</span></span></p>
  <!-- a comment -->
  <p class='ocr_par' title='bbox 10 70 110 110'>
   <span class='ocr_line' title='bbox 10 70 110 90; x_size 20'>Ships lay</span>
   <span class='ocr_line' title='bbox 10 90 110 110; x_size 20'>at anchor.</span></p></div>
</div>
<div class='ocr_page' title='bbox 0 0 600 800'><p class='ocr_par'></p></div>
</body></html>"""

_ALTO = """<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
<Description><MeasurementUnit>{unit}</MeasurementUnit></Description>
<Styles><TextStyle ID="big" FONTSIZE="24"/><TextStyle ID="body" FONTSIZE="9"/></Styles>
<Layout><Page WIDTH="1200" HEIGHT="2400"><PrintSpace><ComposedBlock>
<TextBlock STYLEREFS="big"><TextLine HPOS="120" VPOS="60" WIDTH="600" HEIGHT="120">
<String CONTENT="Fog"/><SP/><String CONTENT="lifts"/></TextLine></TextBlock>
<TextBlock STYLEREFS="body">
<TextLine HPOS="120" VPOS="240" WIDTH="600" HEIGHT="60"><String CONTENT="The"/><SP/>
<String CONTENT="har"/><HYP CONTENT="-"/></TextLine>
<TextLine HPOS="120" VPOS="300" WIDTH="600" HEIGHT="60"><String CONTENT="bour"/></TextLine>
</TextBlock></ComposedBlock></PrintSpace></Page></Layout></alto>"""

_PAGE = """<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15">
<Page imageWidth="300" imageHeight="600">
<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="0" regionRef="r2"/>
<RegionRefIndexed index="1" regionRef="r1"/></OrderedGroup></ReadingOrder>
<TextRegion id="r3"><TextEquiv><Unicode>甲报</Unicode></TextEquiv></TextRegion>
<TextRegion id="r1"><TextLine><Coords points="0,30 100,30 100,60 0,60"/>
<TextEquiv index="1"><Unicode>雾敚</Unicode></TextEquiv>
<TextEquiv index="0"><Unicode>雾散。</Unicode></TextEquiv></TextLine></TextRegion>
<TextRegion id="r2" type="heading"><TextLine><Coords points="0,0 100,0 100,25 0,25"/>
<Word><TextEquiv><Unicode>港口</Unicode></TextEquiv></Word>
<Word><TextEquiv><Unicode>今晨</Unicode></TextEquiv></Word></TextLine></TextRegion>
</Page></PcGts>"""

_TSV = "\n".join(
    "\t".join(row.split(" "))
    for row in (
        "level page_num block_num par_num line_num word_num left top width height conf text",
        "1 1 0 0 0 0 0 0 600 800 -1 ",
        "2 1 1 0 0 0 0 0 300 90 -1 ",
        "3 1 1 1 0 0 10 10 100 50 -1 ",
        "4 1 1 1 1 0 10 10 100 50 -1 ",
        "5 1 1 1 1 1 10 10 40 50 96.1 Fog",
        "5 1 1 1 1 2 60 10 50 50 95 lifts",
        "4 1 1 2 1 0 10 70 100 20 -1 ",
        "5 1 1 2 1 1 10 70 100 20 91 Ships",
        "4 1 1 2 2 0 10 90 100 20 -1 ",
        "5 1 1 2 2 1 10 90 100 20 90 sail.",
    )
)


_TABLE = """<PcGts><Page imageWidth="300" imageHeight="600">
<ReadingOrder><OrderedGroup><RegionRefIndexed index="1" regionRef="t"/>
<OrderedGroupIndexed index="2"><RegionRefIndexed index="1" regionRef="c"/>
<RegionRefIndexed index="0" regionRef="b"/></OrderedGroupIndexed>
<RegionRefIndexed index="0" regionRef="a"/></OrderedGroup></ReadingOrder>
<TextRegion id="c">{third}</TextRegion><TextRegion id="b">{second}</TextRegion>
<TableRegion id="t">{cells}</TableRegion>
<TextRegion id="a" custom="readingOrder {{index:0;}} structure {{type:heading;}}">{first}
</TextRegion></Page></PcGts>"""

_CELL = '<TableCell row="{}" col="{}">{}</TableCell>'
_ROLE = "<TextRegion><Roles><TableCellRole rowIndex='{}' columnIndex='{}'/></Roles>{}</TextRegion>"


def _page_line(text: str) -> str:
    return f"<TextLine><TextEquiv><Unicode>{text}</Unicode></TextEquiv></TextLine>"


def _tsv(*rows: str) -> bytes:
    return "\n".join((_TSV.partition("\n")[0], *rows)).encode()


def read(markup: str) -> ScannedPage:
    (page,) = read_bytes(markup.encode(), "a.xml", "a")
    return page


def boxes_of(page: ScannedPage) -> list[tuple[float, ...] | None]:
    """Left, top, width and height of every line, in hundredths of a point."""
    return [
        (round(box.x, 2), round(box.y, 2), round(box.width, 2), round(box.height, 2))
        if (box := line.box)
        else None
        for block in page.blocks
        if isinstance(block, TextBlock)
        for line in block.lines
    ]


def levels_of(page: ScannedPage) -> list[int]:
    return [block.level for block in page.blocks if isinstance(block, TextBlock)]


def test_hocr_is_its_text_line_for_line() -> None:
    page = read(_HOCR)
    assert page.source == "Fog & rain\n\nShips lay\nat anchor.\n"
    assert page.scan == Size(288, 384)
    assert boxes_of(page)[1:] == [(4.8, 33.6, 48, 9.6), (4.8, 43.2, 48, 9.6)]
    assert levels_of(page) == [1, 0]


@pytest.mark.parametrize(
    ("unit", "points"), [("pixel", 72 / 300), ("mm10", 72 / 254), ("inch1200", 72 / 1200)]
)
def test_alto_tells_its_unit(unit: str, points: float) -> None:
    page = read(_ALTO.format(unit=unit))
    assert page.source == "Fog lifts\n\nThe har-\nbour\n"
    assert page.scan is not None
    assert page.scan.width == pytest.approx(1200 * points)
    places = (120 * points, 240 * points, 600 * points, 60 * points)
    assert boxes_of(page)[1] == pytest.approx(places, abs=0.01)
    assert levels_of(page) == [1, 0]


def test_page_xml_comes_in_its_reading_order_and_first_reading() -> None:
    page = read(_PAGE)
    assert page.source == "港口今晨\n\n雾散。\n\n甲报\n"
    assert boxes_of(page) == [(0, 0, 24, 6), (0, 7.2, 24, 7.2), None]
    assert levels_of(page) == [3, 0, 0]


@pytest.mark.parametrize("cell", [_CELL, _ROLE], ids=["Transkribus", "PRImA"])
def test_page_xml_has_groups_and_tables(cell: str) -> None:
    places = [(0, 1, "12"), (0, 0, "煤"), (1, 0, "米"), (1, 1, "7")]
    cells = "".join(cell.format(row, column, _page_line(text)) for row, column, text in places)
    names = zip(("first", "second", "third"), ("渡口", "甲", "乙"), strict=True)
    lines = {name: _page_line(text) for name, text in names}
    page = read(_TABLE.format(cells=cells, **lines))
    assert page.source == "渡口\n\n煤    12\n米    7\n\n甲\n\n乙\n"
    assert levels_of(page) == [3, 0, 0, 0]


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        pytest.param(
            "<p class='ocr_par'><span class='ocr_line'><span class='ocrx_word'>\n"
            "<span class='ocrx_cinfo'>F</span> <span class='ocrx_cinfo'>og</span>\n</span> "
            "<span class='ocrx_word'><em>lifts</em></span></span></p>",
            "Fog lifts",
            id="characters of the Internet Archive",
        ),
        pytest.param("<p class='ocr_par'>Fog lifts</p>", "Fog lifts", id="paragraphs, no lines"),
    ],
)
def test_hocr_of_other_engines(markup: str, words: str) -> None:
    assert read(f"<html><div class='ocr_page'>{markup}</div></html>").source == f"{words}\n"


def test_a_table_of_words_is_its_text_line_for_line() -> None:
    page = read(_TSV)
    assert page.source == "Fog lifts\n\nShips\nsail.\n"
    assert boxes_of(page)[1] == pytest.approx((2.4, 16.8, 24, 4.8))
    assert levels_of(page) == [1, 0]
    assert page.scan == Size(144, 192)


@given(st.lists(st.text(alphabet="01459\t -.港a")))
def test_any_row_tells_a_word_or_is_refused(rows: list[str]) -> None:
    try:
        pages = list(READERS[".tsv"](_tsv(*rows), "a.tsv", "a"))
    except InputError:
        assert any(row.strip() for row in rows)
    else:
        assert all(page.source.strip() for page in pages)


def test_another_table_is_refused() -> None:
    with pytest.raises(InputError, match="no table of words"):
        list(READERS[".tsv"](b"name\tyear\n", "a.tsv", "a"))


@pytest.mark.parametrize("markup", [_HOCR, _ALTO.format(unit="pixel"), _PAGE, _TSV])
def test_every_character_of_the_text_is_accounted_for(markup: str) -> None:
    page = read(markup)
    texts = [line.text for b in page.blocks if isinstance(b, TextBlock) for line in b.lines]
    raw = sorted((f.at, f.raw) for text in (*texts, page.spare) for f in text.fragments)
    assert "".join(words for _, words in raw) == page.source


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param([("Fog", 0, 30), ("lifts", 31, 60)], "Fog lifts", id="Latin words"),
        pytest.param([("港", 0, 20), ("口", 21, 40)], "港口", id="Chinese characters"),
        pytest.param([("港口", 0, 40), ("雾散", 60, 100)], "港口 雾散", id="an em of white"),
        pytest.param([("一", 0, 20), ("线", 22, 28), ("天", 40, 60)], "一线天", id="a thin box"),
        pytest.param([("3", 0, 10), ("月", 11, 30)], "3月", id="a figure"),
        pytest.param([("Total", 0, 50), ("98", 110, 130)], "Total      98", id="cells"),
        pytest.param([("港口", 0, 40), ("雾散", 90, 130)], "港口     雾散", id="between columns"),
    ],
)
def test_blanks_beside_chinese_take_room(
    words: Iterable[tuple[str, float, float]], expected: str
) -> None:
    told = [Word(text, Box(left, 0, right - left, 20)) for text, left, right in words]
    assert spaced(told) == expected


def test_chinese_type_is_as_large_as_its_characters_are_wide() -> None:
    line = Box(0, 0, 80, 17)
    high = [Word(c, Box(10.0 * n, 0, 10, 17)) for n, c in enumerate("渡口今晨停航")]
    words = [*high, Word("11", Box(60, 3, 10, 10)), Word("日", Box(70, 3, 10, 10))]
    assert height_of(words, line) == 10


def test_latin_type_is_as_high_as_most_of_its_words() -> None:
    words = [Word(word, Box(0, 0, 30, 10)) for word in ("Ships", "lay", "at", "rest")]
    assert height_of([*words, Word("there.", Box(0, 0, 40, 17))], Box(0, 0, 90, 17)) == 10


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        pytest.param("<alto><Layout/></alto>", "holds no line of text", id="no words"),
        pytest.param("<alto><Layout>", r"a\.xml:1: this is no XML", id="cut off"),
    ],
)
def test_says_what_is_wrong(markup: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_bytes(markup.encode(), "a.xml", "a")


@given(st.text(alphabet="<>/='\" abhdivspnocrptle_lgx01-9.\n港"))
def test_any_text_is_hocr_or_refused(text: str) -> None:
    page = f"<div class='ocr_page' title='bbox 0 0 9 9'>{text}<p class='ocr_line'>Fog</p></div>"
    for markup in (text, page):
        try:
            pages = READERS[".hocr"](markup.encode(), "a.hocr", "a")
            assert all(page.source.strip() for page in pages)
        except InputError:
            assert not text.strip()


def test_puts_no_entity_in() -> None:
    bomb = '<!DOCTYPE alto [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    line = '<TextLine><String CONTENT="Fog"/></TextLine>&e;'
    page = read(f"{bomb}<alto><Page><TextBlock>{line}</TextBlock></Page></alto>")
    assert page.source == "Fog\n"
