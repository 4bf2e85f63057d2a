"""A page as a picture: its sheets, what is drawn over them, what is said where PDFium is absent."""

import sys
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from layout.geometry import mm
from layout.model import Edition
from layout.sheet import Tag
from stonehand.cli import main
from stonehand.overlay import Patch, gaps, patches
from stonehand.press import Press, Setup
from tests.build import edition_of

LONG = "本报讯昨日上午清河两岸的春茶开采了茶农们背着竹篓上山采茶" * 8
PAGE = f"""# 清河新桥昨日通车

{LONG}，

{LONG}。
"""
NOTED = f"""
page 04 | 要闻 | 2022-09-27
article news 16
headline 一片叶子富一方
byline 本报记者 沈知远
paragraph {LONG}⟨2⟩
paragraph {LONG}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a page in it."""
    (tmp_path / "a.md").write_text(PAGE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _press(edition: Edition) -> Press:
    return Press(edition, {}, Setup("a4"))


def _patches(press: Press) -> list[Patch]:
    return list(patches(press.forme, 0, press.ruler))


def test_a_preview_is_the_sheet_at_its_resolution(folder: Path) -> None:
    assert main(["preview", "a.md", "--paper", "a4", "--dpi", "72"]) == 0
    with Image.open(folder / "a.png") as picture:
        assert picture.size == pytest.approx((mm(210), mm(297)), abs=1)
        assert picture.convert("L").getextrema()[0] == 0


def test_an_overlay_adds_colour(folder: Path) -> None:
    assert main(["preview", "a.md", "-o", "plain.png"]) == 0
    assert main(["preview", "a.md", "-o", "seen.png", "--overlay"]) == 0
    with Image.open("plain.png") as plain, Image.open("seen.png") as seen:
        assert plain.size == seen.size
        assert ImageChops.difference(plain, seen).getbbox()
        assert len(seen.getcolors(2**24) or ()) > len(plain.getcolors(2**24) or ())


def test_a_preview_shows_what_a_person_decided(folder: Path) -> None:
    assert main(["preview", "a.md", "-o", "plain.png"]) == 0
    assert main(["check", "a.md", "--write", "form.toml"]) == 0
    form = (folder / "form.toml").read_text("utf-8")
    assert 'kind = "gap"' in form
    decided = form.replace('\ntext = ""', '\ntext = "新茶上市"', 1)
    assert decided != form
    (folder / "form.toml").write_text(decided, encoding="utf-8")
    assert main(["preview", "a.md", "-o", "decided.png", "--corrections", "form.toml"]) == 0
    with Image.open("plain.png") as plain, Image.open("decided.png") as seen:
        assert ImageChops.difference(plain, seen).getbbox()


def test_same_page_same_picture(folder: Path) -> None:
    for name in ("b.png", "c.png"):
        assert main(["preview", "a.md", "-o", name, "--overlay"]) == 0
    assert (folder / "b.png").read_bytes() == (folder / "c.png").read_bytes()


def test_patches_are_numbered_as_the_page_is_read() -> None:
    found = _patches(_press(edition_of(NOTED)))
    assert list(dict.fromkeys((patch.number, patch.tag) for patch in found)) == [
        (1, Tag.HEADLINE),
        (2, Tag.BYLINE),
        (3, Tag.PARAGRAPH),
        (4, Tag.PARAGRAPH),
    ]


def test_patches_lie_on_the_sheet_and_a_column_holds_one_of_a_text() -> None:
    press = _press(edition_of(NOTED))
    found, size = _patches(press), press.paper
    for patch in found:
        assert 0 <= patch.box.x < patch.box.right <= size.width
        assert 0 <= patch.box.y < patch.box.bottom <= size.height
    places = [(patch.number, round(patch.box.x / 40)) for patch in found]
    assert len(places) == len(set(places)), places


def test_a_gap_is_marked_within_the_patch_of_its_text() -> None:
    press = _press(edition_of(NOTED))
    (gap,) = gaps(press.forme, 0, press.ruler)
    around = [p.box for p in _patches(press) if p.number == 3]
    assert any(
        box.x <= gap.x and gap.right <= box.right + 1 and box.y <= gap.y < box.bottom
        for box in around
    )


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        pytest.param(["-o", "a.jpg"], 1, "end it in .png", id="no PNG"),
        pytest.param(["-o", "-"], 1, "end it in .png", id="standard output"),
        pytest.param(["--dpi", "4000"], 1, "is not in the range", id="too fine"),
        pytest.param(["--paper", "papyrus"], 1, "papyrus", id="no such paper"),
        pytest.param(["-o", "no/a.png"], 5, "mkdir -p no", id="no folder"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    options: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["preview", "a.md", *options]) == code
    assert told in capsys.readouterr().err


def test_nothing_is_overwritten_unasked(folder: Path) -> None:
    (folder / "a.png").write_text("old")
    assert main(["preview", "a.md"]) == 5
    assert (folder / "a.png").read_text() == "old"
    assert main(["preview", "a.md", "--overwrite"]) == 0


def test_all_sheets_are_drawn_or_none(folder: Path) -> None:
    page = (folder / "a.md").read_text("utf-8")
    (folder / "b.md").write_text(f"{page}\f{page}", "utf-8")
    (folder / "b-2.png").write_text("old")
    assert main(["preview", "b.md"]) == 5
    assert not (folder / "b.png").exists()


def test_what_a_preview_needs_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert main(["preview", "a.md"]) == 3
    assert "pip install 'stonehand[preview]'" in capsys.readouterr().err
