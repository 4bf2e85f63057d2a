"""Text stands where the sheet puts it and reads as it was written."""

import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.pdf import write
from exporters.pdf.syntax import clean
from fonts.catalogue import BUNDLED, FontFile
from fonts.metrics import Ruler
from layout.compose import compose
from layout.geometry import Point
from layout.rebuild import rebuild
from layout.sheet import Element, Face, Forme, Run, Stretch, Tag, edges
from layout.style import style
from readers import read_bytes
from stonehand.edition import bind
from tests.exporters.pdf.formes import forme_of, words
from tests.exporters.pdf.reading import (
    Glyph,
    artifacts,
    glyphs,
    line_widths,
    operators,
    structure,
)
from tests.generate import page
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


@needs("pdftotext", "poppler-utils")
def test_a_ligature_is_one_glyph_and_reads_as_its_letters(tmp_path: Path) -> None:
    shaping = Ruler().shaping(Face.SONG, "office fields", "en")
    ligatures = tuple([(start, end) for start, end, _ in shaping.ligatures])
    moved = [*shaping.kerns, *((end, by) for _, end, by in shaping.ligatures)]
    run = Run(Point(20, 50), Face.SONG, 10, "office fields", tuple(sorted(moved)), element=1)
    run = replace(run, ligatures=ligatures)
    file = tmp_path / "office.pdf"
    file.write_bytes(write(forme_of(run, elements=PARAGRAPH, language="en"), {}))
    assert structure(file.read_bytes()).all_text == "office fields"
    assert subprocess.check_output(["pdftotext", file, "-"], text=True).split() == run.text.split()
    shown = "".join(re.findall("<([0-9A-F]+)>", operators(file.read_bytes())))
    assert len(shown) == 4 * (len(run.text) - 3)  # of ffi and fi only one each


def test_what_follows_a_ligature_stands_where_it_would_behind_its_letters() -> None:
    how = {"shifts": ((2, 30.0), (4, 50.0), (6, -20.0)), "spread": 12.0}
    apart, joined = (
        drawn("officer", **how, ligatures=ligatures)[-2:] for ligatures in ((), ((1, 4),))
    )
    assert [g.left for g in apart] == pytest.approx([g.left for g in joined], abs=0.011)


@pytest.mark.parametrize("name", ["english", "mixed"])
def test_lines_are_as_wide_as_they_were_measured(name: str) -> None:
    """To a thousandth of an em, but for numbers being written with two decimals."""
    (scanned,) = read_bytes(page(3, name).ocr.encode(), "p", "p")
    ruler = Ruler()
    forme = compose(bind([rebuild(scanned)]), style("tabloid"), ruler)
    for number, sheet in enumerate(forme.sheets):
        runs = [run for run in sheet.drawn if isinstance(run, Run)]
        measured = [list(edges(run, ruler.advances)) for run in runs]
        drawn = line_widths(write(forme, {}), number)
        spread = [run.spread * run.size / 1000 for run in runs]
        for run, places, wide, behind in zip(runs, measured, drawn, spread, strict=True):
            error = (wide - places[-1] + places[0]) / run.size * 1000
            assert abs(error) < 1, (run.text, error, behind)


def test_words_in_another_language_are_marked() -> None:
    run = Run(
        Point(20, 50),
        Face.SONG,
        10,
        "他说Made in China好",
        element=1,
        stretches=(Stretch(2, 15, "en"),),
    )
    data = write(forme_of(run, elements=PARAGRAPH), {})
    assert structure(data).all_text == run.text
    (spoken,) = re.findall(r"/Span<</Lang\(en\)>>BDC <([0-9A-F]+)>Tj EMC", operators(data))
    assert len(spoken) == 4 * len("Made in China")


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
