"""Text stands where the sheet puts it and reads as it was written."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.pdf import write
from exporters.pdf.syntax import clean
from fonts.catalogue import BUNDLED, FontFile
from fonts.metrics import Ruler
from layout.geometry import Point
from layout.sheet import Element, Face, Forme, Run, Tag
from tests.exporters.pdf.formes import forme_of, words
from tests.exporters.pdf.reading import Glyph, artifacts, glyphs, operators, structure
from tests.programs import needs

PARAGRAPH = (Element(Tag.DOCUMENT, None), Element(Tag.PARAGRAPH, 0))


def drawn(text: str, **how: object) -> list[Glyph]:
    run = Run(Point(20, 50), Face.SONG, 10, text, element=1, **how)  # type: ignore[arg-type]
    return glyphs(write(forme_of(run, elements=PARAGRAPH), {}))


def middles(text: str, **how: object) -> list[float]:
    return [round((glyph.left + glyph.right) / 2, 1) for glyph in drawn(text, **how)]


def test_han_characters_follow_at_one_em() -> None:
    first, second, third = middles("田田田")
    assert second - first == pytest.approx(10, abs=0.11)
    assert third - first == pytest.approx(20, abs=0.11)


def test_the_baseline_is_where_the_sheet_has_it() -> None:
    assert drawn("H")[0].bottom == pytest.approx(300 - 50, abs=0.2)


@pytest.mark.parametrize(
    ("how", "places"),
    [
        pytest.param({"spread": 100.0}, [0, 11, 22], id="spread after every character"),
        pytest.param({"shifts": ((1, 250.0),)}, [0, 12.5, 22.5], id="a shift moves what follows"),
        pytest.param({"shifts": ((0, 300.0), (2, -500.0))}, [3, 13, 18], id="shifts add up"),
        pytest.param({"shifts": ((2, 50.0),), "spread": 50.0}, [0, 10.5, 21.5], id="both"),
    ],
)
def test_space_between_characters(how: dict[str, object], places: list[float]) -> None:
    origin = middles("田")[0]
    assert [m - origin for m in middles("田田田", **how)] == pytest.approx(places, abs=0.11)


def test_a_character_of_another_font_keeps_the_line_together() -> None:
    song = BUNDLED[Face.SONG]
    ruler = Ruler((FontFile(Path("/nowhere"), "Never opened"), song))
    data = write(words("田镕田", Face.KAI), {}, ruler)
    assert structure(data).all_text == "田镕田"


def test_a_blank_is_as_wide_as_it_was_measured() -> None:
    origin = middles("田")[0]
    thin = middles("田\u2009田")
    assert thin[-1] - origin == pytest.approx(12, abs=0.11)
    none = middles("田\u200b田")
    assert none[-1] - origin == pytest.approx(10, abs=0.11)


@pytest.mark.parametrize("dashes", ["——", "———"])
def test_dashes_are_one_stroke_and_push_nothing_aside(dashes: str) -> None:
    strokes = drawn(f"田{dashes}田")[1:-1]
    assert all(left.right > right.left + 0.1 for left, right in pairwise(strokes))
    assert strokes[-1].right - strokes[0].left == pytest.approx(10 * len(dashes), abs=0.9)
    assert middles(f"田{dashes}田")[-1] - middles("田")[0] == pytest.approx(
        10 * (len(dashes) + 1), abs=0.11
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("强市兴市——“产业”……", id="Chinese"),
        pytest.param("5G and it’s 3.5%", id="Latin"),
        pytest.param("𠮷野家", id="beyond the basic plane"),
        pytest.param("許昌，骨。", id="shared"),
        pytest.param("<b>&amp;(\\)", id="markup"),
        pytest.param("a\u00adb\u200bc\u3000d", id="marks without a picture"),
        pytest.param("私\ue123用", id="private use"),
        pytest.param("〓\u0378〓", id="no font has it"),
    ],
)
def test_reads_as_written(text: str) -> None:
    assert structure(write(words(text), {})).all_text == text


def test_taiwanese_forms_are_read_like_any_others() -> None:
    text = "骨，。"
    here, there = (write(words(text, language=lang), {}) for lang in ("zh-Hans", "zh-Hant"))
    assert structure(there).all_text == text
    assert here != there


@settings(max_examples=30)
@given(st.text(st.characters(), max_size=40))
def test_any_text_can_be_drawn_and_read(text: str) -> None:
    data = write(words(text), {})
    assert structure(data).all_text == clean(text)
    assert data == write(words(text), {})


def test_text_of_no_element_is_an_artifact() -> None:
    data = write(forme_of(Run(Point(20, 20), Face.HEI, 8, "04 要闻"), elements=PARAGRAPH), {})
    assert structure(data).all_text == ""
    assert artifacts(data) == "04 要闻"


def test_grey_type_is_grey_and_the_next_black_again() -> None:
    runs = (Run(Point(20, y), Face.SONG, 9, "田", grey=grey) for y, grey in ((20, 0.5), (40, 0)))
    assert [line for line in operators(write(forme_of(*runs), {})).split() if line == "g"] == [
        "g",
        "g",
    ]


@needs("pdftotext", "poppler-utils")
def test_pdftotext_reads_columns_in_their_order(tmp_path: Path) -> None:
    rows = [("甲列第一行", 20, 50), ("甲列第二行", 20, 64), ("乙列第一行", 120, 50)]
    runs = [Run(Point(x, y), Face.SONG, 10, text, element=1) for text, x, y in rows]
    file = tmp_path / "columns.pdf"
    file.write_bytes(write(forme_of(*runs, elements=PARAGRAPH), {}))
    said = subprocess.check_output(["pdftotext", "-raw", str(file), "-"], text=True)
    assert said.split() == [text for text, *_ in rows]


def test_an_empty_forme_is_a_page() -> None:
    assert structure(write(forme_of(), {})).kind == "Document"


def test_no_sheet_is_a_file_all_the_same() -> None:
    assert write(Forme("无", "zh-Hans", (), (), ()), {}).startswith(b"%PDF-1.7")
