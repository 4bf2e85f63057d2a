"""The options on sheets and formats, from the command line to the files that come out."""

import json
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

from stonehand.cli import main
from tests.exporters.docx.opened import W, columns, part, words
from tests.programs import needs

EXAMPLE = Path(__file__).parents[2] / "examples" / "qinghe" / "page-04.md"

PAGE = """04 | 要闻
2022-09-27 星期二

# 清河新桥昨日通车

清河新桥昨日上午十时通车,两岸居民不必再绕行十里。桥长三百二十米，
桥面宽二十四米，设双向四条车道。两岸居民扶老携幼前来观看，桥上桥下
人山人海，锣鼓喧天。

新桥自去年三月动工，比原定工期早了四十天。
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a page and its edition.toml in it."""
    (tmp_path / "a.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "edition.toml").write_text(
        'title = "清河日报"\ndate = 2022-09-27\npublisher = "清河日报社"', encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _made(name: str, *options: str) -> bytes:
    """What the command writes, the same every time."""
    command = ["export", "a.md", "-o", name, "--edition", "edition.toml", "--overwrite"]
    data = []
    for _ in range(2):
        assert main([*command, *options]) == 0
        data.append(Path(name).read_bytes())
    assert data[0] == data[1]
    return data[0]


# --- characters that no font has ------------------------------------------------------------------


def test_a_character_that_no_font_has_is_told_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.md").write_text(PAGE + "\n新桥名为\ue123桥。\n", encoding="utf-8")
    assert main(["export", "a.md", "-f", "all"]) == 0
    said = capsys.readouterr().err
    assert said == "stonehand: a:12: no font has U+E123; a substitute is printed\n"


def test_fonts_are_not_sought_for_what_flows(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.md").write_text(PAGE + "\n新桥名为\ue123桥。\n", encoding="utf-8")
    assert main(["export", "a.md", "-f", "epub", "-f", "docx", "-f", "json"]) == 0
    assert capsys.readouterr().err == ""


def test_a_folder_of_fonts_has_to_be_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "a.md", "--font-dir", "none"]) == 5
    assert "none: there is no such folder" in capsys.readouterr().err


def test_fonts_in_a_folder_are_used(folder: Path) -> None:
    """The first folder that has the character wins, whatever the system offers."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    for x, y in ((0, 0), (0, 800), (800, 800), (800, 0)):
        (pen.lineTo if (x, y) != (0, 0) else pen.moveTo)((x, y))
    pen.closePath()
    square = pen.glyph()
    font = FontBuilder(1000)
    font.setupGlyphOrder([".notdef", "square"])
    font.setupCharacterMap({0x16A0: "square"})
    font.setupGlyf({".notdef": square, "square": square})
    font.setupHorizontalMetrics({".notdef": (900, 0), "square": (900, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Runic", "styleName": "Regular", "psName": "Runic-Regular"})
    font.setupOS2()
    font.setupPost()
    (folder / "fonts").mkdir()
    font.save(folder / "fonts" / "runic.ttf")
    (folder / "a.md").write_text(PAGE + "\n新桥名为ᚠ桥。\n", encoding="utf-8")
    with pikepdf.open(BytesIO(_made("x.pdf", "--font-dir", "fonts"))) as pdf:
        names = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
    assert any("Runic" in name for name in names), names


# --- sheets ---------------------------------------------------------------------------------------


def test_sheets_are_set_up_as_asked() -> None:
    usual = _made("x.pdf")
    for options in (["--lines", "original"], ["--columns", "2"], ["--body-size", "12"]):
        assert _made("x.pdf", *options) != usual


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param(["--columns", "90"], "no room for 90 columns", id="columns"),
        pytest.param(["--body-size", "2"], "cannot be read well at 2 points", id="size"),
        pytest.param(["--lines", "waved"], "'waved' is not one of", id="lines"),
        pytest.param(
            ["--writing", "vertical", "--epub-layout", "fixed"], "stand as they", id="fixed page"
        ),
    ],
)
def test_impossible_wishes_are_refused(
    options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "a.md", *options]) == 1
    assert told in capsys.readouterr().err


@needs("pdftotext", "poppler-utils")
def test_sheets_say_of_their_text_as_much_as_asked(folder: Path) -> None:
    shutil.copy(EXAMPLE, folder / "a.md")
    told = {each: _words(_made("x.pdf", "--apparatus", each)) for each in ("none", "marks", "full")}
    assert "〔…〕" not in told["none"]
    assert "〔…〕" in told["marks"]
    assert "本版校记" not in told["marks"]
    assert "本版校记" in told["full"]
    assert _words(_made("x.pdf")) == told["marks"]


def _words(pdf: bytes) -> str:
    said = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return "".join(said.stdout.decode().split())


# --- PDF ------------------------------------------------------------------------------------------


def test_a_pdf_knows_its_day_and_publisher() -> None:
    with pikepdf.open(BytesIO(_made("x.pdf"))) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
    assert "2022-09-27" in packet
    assert "清河日报社" in packet


def test_an_archive_carries_source_and_model() -> None:
    with pikepdf.open(BytesIO(_made("x.pdf", "--pdfa", "3a"))) as pdf:
        files = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
        packet = pdf.Root.Metadata.read_bytes()
    assert files["source-01.txt"].decode() == PAGE
    assert json.loads(files["edition.json"])["title"] == "清河日报"
    assert b"<pdfaid:part>3<" in packet


def test_a_pdf_is_linearized() -> None:
    with pikepdf.open(BytesIO(_made("x.pdf", "--linearize"))) as pdf:
        assert pdf.is_linearized


def test_what_linearizing_needs_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    assert main(["export", "a.md", "--linearize"]) == 3
    assert "pip install 'stonehand[linearize]'" in capsys.readouterr().err


# --- Formats --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "told"),
    [
        pytest.param("-f pdf --writing vertical", ["--writing", "EPUB"], id="a PDF"),
        pytest.param("-f json --track-changes all --pdfa 3a", ["--pdfa", "PDF"], id="JSON"),
        pytest.param("-f all --writing vertical --author X", [], id="all formats"),
        pytest.param("-f pdf --writing vertical -q", [], id="quiet"),
        pytest.param("-f pdf", [], id="what was not asked for"),
    ],
)
def test_a_wish_for_a_format_that_is_not_made_is_told(
    options: str, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "a.md", *options.split()]) == 0
    said = capsys.readouterr().err
    assert bool(said) is bool(told)
    assert all(word in said for word in told)


# --- DOCX -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layout", "boxes", "most_columns"),
    [("columns", 0, True), ("plain", 0, False), ("page", 1, False)],
)
def test_a_docx_is_laid_out_as_asked(layout: str, boxes: int, most_columns: bool) -> None:
    data = _made("x.docx", "--docx-layout", layout)
    assert (max(columns(data)) > 1) is most_columns
    found = list(part(data, "word/document.xml").iter(f"{W}txbxContent"))
    assert bool(found) == bool(boxes)


@pytest.mark.parametrize(
    ("track", "revised", "reading"),
    [("all", True, "通车，"), ("accept", False, "通车，"), ("reject", False, "通车,")],
)
def test_corrections_become_what_was_asked(track: str, revised: bool, reading: str) -> None:
    data = _made("x.docx", "--track-changes", track)
    assert bool(list(part(data, "word/document.xml").iter(f"{W}ins"))) is revised
    assert reading in "".join(words(data))


def test_revisions_bear_a_name_and_the_day_of_the_edition() -> None:
    data = _made("x.docx", "--track-changes", "all", "--author", "王编辑")
    found = next(part(data, "word/document.xml").iter(f"{W}ins"))
    assert found.attrib[f"{W}author"] == "王编辑"
    assert found.attrib[f"{W}date"] == "2022-09-27T00:00:00Z"


# --- EPUB -----------------------------------------------------------------------------------------


def _files(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as book:
        return {name: book.read(name) for name in book.namelist()}


def _package(files: dict[str, bytes]) -> bytes:
    return next(data for name, data in files.items() if name.endswith(".opf"))


def test_a_book_is_plain_unless_asked() -> None:
    names = _files(_made("x.epub"))
    assert not [name for name in names if name.endswith((".png", ".otf", ".ttf"))]
    assert not [name for name in names if "vertical" in name]


def test_a_book_of_fixed_pages() -> None:
    files = _files(_made("x.epub", "--epub-layout", "fixed"))
    assert b"pre-paginated" in _package(files)
    assert "EPUB/sheet-01.xhtml" in files


def test_a_book_has_its_fonts_if_asked() -> None:
    assert [n for n in _files(_made("x.epub", "--epub-embed-font")) if n.endswith((".otf", ".ttf"))]


def test_a_book_of_vertical_lines() -> None:
    files = _files(_made("x.epub", "--writing", "vertical"))
    assert any("vertical.css" in name for name in files)
    assert b'page-progression-direction="rtl"' in _package(files)


def test_a_cover_shows_the_first_sheet() -> None:
    files = _files(_made("x.epub", "--epub-cover"))
    pictures = [data for name, data in files.items() if name.endswith(".png")]
    assert [Image.open(BytesIO(data)).size for data in pictures] == [(800, 1118)]
