"""Fonts are found for what is missing, the fittest first; what nobody has is named."""

from pathlib import Path

import pytest

from fonts.finding import found, ruler_for
from fonts.metrics import Ruler
from layout.sheet import Face
from tests.build import edition_of
from tests.fonts.making import save_font

RARE, RARER, RAREST = "\U00030ede", "\U00030edd", "\U00031350"


def names(wanted: str, *folders: Path) -> list[str]:
    return [font.name for font in found(wanted, folders)]


def test_takes_the_font_that_has_most(tmp_path: Path) -> None:
    save_font(tmp_path / "One.ttf", RARE)
    save_font(tmp_path / "Two.ttf", RARE + RARER)
    save_font(tmp_path / "Three.otf", RAREST, cff=True)
    assert names(RARE + RARER, tmp_path) == ["Two"]
    assert names(RARE + RARER + RAREST, tmp_path) == ["Two", "Three"]


@pytest.mark.parametrize(
    ("rivals", "winner"),
    [
        pytest.param({"ABlack": 900, "BRegular": 400}, "BRegular", id="the ordinary weight"),
        pytest.param({"ASans": 400, "BSong": 400}, "BSong", id="a Song before a Hei"),
        pytest.param({"B": 400, "A": 400}, "A", id="the first by name"),
    ],
)
def test_of_equals_takes(rivals: dict[str, int], winner: str, tmp_path: Path) -> None:
    for name, weight in rivals.items():
        save_font(tmp_path / f"{name}.ttf", RARE, weight)
    assert names(RARE, tmp_path) == [winner]


def test_the_folder_named_first_wins(tmp_path: Path) -> None:
    for folder, name in (("first", "Light"), ("second", "Song")):
        (tmp_path / folder).mkdir()
        save_font(tmp_path / folder / f"{name}.ttf", RARE, 300)
    assert names(RARE, tmp_path / "first", tmp_path / "second") == ["Light"]


def test_leaves_alone_what_may_not_be_embedded_or_is_no_font(tmp_path: Path) -> None:
    save_font(tmp_path / "Locked.ttf", RARE, licence=0x0002)
    (tmp_path / "Broken.ttf").write_bytes(b"no font at all")
    (tmp_path / "Folder.ttf").mkdir()
    (tmp_path / "Notes.txt").write_text(RARE, "utf-8")
    assert names(RARE, tmp_path, tmp_path / "absent") == []


def test_does_not_look_for_private_characters(tmp_path: Path) -> None:
    save_font(tmp_path / "Symbols.ttf", "\ue123\x07")
    assert names("\ue123\x07", tmp_path) == []


def test_a_font_found_fills_in_for_every_face(tmp_path: Path) -> None:
    save_font(tmp_path / "Rare.ttf", RARE, em=2048)
    ruler = Ruler(found(RARE, [tmp_path]))
    for face in Face:
        sort = ruler.sorts(face)[RARE]
        assert (sort.fount.file.name, sort.advance, sort.substitute) == ("Rare", 1000, False)
        assert ruler.sorts(face)["中"].fount.file.name.startswith("Stonehand")


def test_a_headline_gets_the_heaviest_font_and_the_body_the_most_ordinary(tmp_path: Path) -> None:
    for name, weight in {"Black": 900, "Regular": 400, "Light": 300}.items():
        save_font(tmp_path / f"{name}.ttf", RARE, weight)
    ruler, _ = ruler_for(edition_of(f"article news\nheadline {RARE}"), [tmp_path])
    used = {face: ruler.sorts(face)[RARE].fount.file.name for face in Face}
    assert used == {
        Face.SONG: "Regular",
        Face.KAI: "Regular",
        Face.SONG_BLACK: "Black",
        Face.HEI: "Black",
    }


def test_an_edition_without_rare_characters_looks_for_nothing() -> None:
    ruler, missing = ruler_for(edition_of("article news\nparagraph 春水涨满清河。"))
    assert (ruler, missing) == (Ruler(), ())


def test_an_edition_gets_what_it_needs_and_hears_what_it_lacks(tmp_path: Path) -> None:
    save_font(tmp_path / "Rare.ttf", RARE)
    notation = f"article news\nheadline 春水\nparagraph 作者{RARE}、\ue123。"
    ruler, missing = ruler_for(edition_of(notation), [tmp_path])
    assert [font.name for font in ruler.fallbacks] == ["Rare"]
    assert [str(each) for each in missing] == [
        "page-01:3: no font has U+E123; a substitute is printed"
    ]
