"""Paragraphs that a caption, a picture or the like has parted."""

import pytest

from layout.model import Role
from layout.text import LineEnd
from tests.layout.rebuild.proofs import FERRY, RICE, block, latin, lines, rebuilt, told

_HEAD = "# 无人机飞进稻田"
_PRINTED = tuple(lines(words, 16) for words in RICE)
_BLOCKS = tuple(map(block, _PRINTED))
_CAPTION = "9月3日，飞手在鱼塘边调试无人机。 本报记者 乔小满 摄"


@pytest.mark.parametrize(
    ("between", "read"),
    [
        pytest.param(
            [_CAPTION],
            ["caption 9月3日，飞手在鱼塘边调试无人机。", "photo_credit 本报记者 乔小满 摄"],
            id="a caption and a credit",
        ),
        pytest.param(["![](pond.png)"], ["picture pond.png"], id="a picture"),
        pytest.param(
            ["![](pond.png)", _CAPTION],
            [
                "picture pond.png",
                "caption 9月3日，飞手在鱼塘边调试无人机。",
                "photo_credit 本报记者 乔小满 摄",
            ],
            id="a picture with its words",
        ),
    ],
)
@pytest.mark.parametrize("cut", [2, 3])
def test_the_halves_are_joined_and_what_parted_them_stands_behind(
    between: list[str], read: list[str], cut: int
) -> None:
    halves = block(_PRINTED[4][:cut]), block(_PRINTED[4][cut:])
    page = told(_HEAD, *_BLOCKS[:4], halves[0], *between, halves[1], _BLOCKS[5])
    whole = f"{''.join(_PRINTED[4][:cut])}‖{''.join(_PRINTED[4][cut:])}"
    assert page[5:] == [f"paragraph {whole}", *read, f"paragraph {RICE[5]}"]


def test_the_seam_says_why() -> None:
    halves = block(_PRINTED[4][:2]), block(_PRINTED[4][2:])
    page = rebuilt(_HEAD, *_BLOCKS[:4], halves[0], _CAPTION, halves[1], _BLOCKS[5])
    text = [*page.articles[0].paragraphs(Role.BODY)][4].text
    (seam,) = [f.mark for f in text.fragments if isinstance(f.mark, LineEnd) and f.mark.column]
    assert "begins without an indent" in seam.why
    assert seam.certainty == 0.85


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(_PRINTED[1], _PRINTED[2], id="a whole paragraph before"),
        pytest.param(_PRINTED[1][:-1], _PRINTED[2], id="an indented paragraph behind"),
    ],
)
def test_two_paragraphs_stay_two(first: list[str], second: list[str]) -> None:
    page = told(_HEAD, _BLOCKS[0], block(first), _CAPTION, block(second), *_BLOCKS[3:])
    assert "‖" not in "".join(page)
    assert f"paragraph {''.join(second)}" in page


def test_english_goes_on_in_lower_case() -> None:
    printed = [latin(words, 36) for words in FERRY]
    halves = block(printed[1][:2]), block(printed[1][2:])
    page = told("# Footbridge", block(printed[0]), halves[0], "![](a.png)", halves[1], FERRY[2])
    assert page[2] == f"paragraph {' '.join(printed[1][:2])}‖ {' '.join(printed[1][2:])}"
    assert page[3] == "picture a.png"


def test_a_name_goes_on_behind_a_caption() -> None:
    halves = (
        "The motion was carried on Monday. Cllr Derek",
        "Hollingworth, who tabled it, was glad.",
    )
    caption = ("Nora Whitlow ties up the morning boat.", "Photo by Ada Quill")
    page = told("# Boats back", FERRY[0], halves[0], *caption, halves[1], FERRY[1])
    assert page[2] == f"paragraph {'‖ '.join(halves)}"
