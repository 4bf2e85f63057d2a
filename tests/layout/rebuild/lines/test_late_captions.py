"""Captions whose last line was read before their first."""

import pytest

from layout.ledger import is_balanced
from layout.rebuild.lines.late_captions import with_captions_whole
from layout.walk import read_texts
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import FERRY, RICE, page, rebuilt, told

_HEAD = "# Boats back at Alder Point"
_CAPTION = "Passengers wait for the morning boat at the new landing in Alder Point on"


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            ("Monday.", _CAPTION, "Nora Whitlow / The Sentinel"),
            [f"caption {_CAPTION} Monday.", "photo_credit Nora Whitlow / The Sentinel"],
            id="the end of the caption",
        ),
        pytest.param(
            ("Whitlow", "The old landing stood empty on Monday. Photo by Nora"),
            [
                "caption The old landing stood empty on Monday.",
                "photo_credit Photo by Nora Whitlow",
            ],
            id="the end of a name",
        ),
        pytest.param(
            ("Nora Whitlow", "The old landing stood empty on Monday.Photo by"),
            [
                "caption The old landing stood empty on Monday.",
                "photo_credit Photo by Nora Whitlow",
            ],
            id="a name, no blank before the credit",
        ),
        pytest.param(
            ("The old landing stood empty on Monday.", "Nora Whitlow", "Courtesy of"),
            [
                "caption The old landing stood empty on Monday.",
                "photo_credit Courtesy of Nora Whitlow",
            ],
            id="a credit by itself",
        ),
    ],
)
def test_the_lines_are_put_in_order(blocks: tuple[str, ...], expected: list[str]) -> None:
    assert told(_HEAD, *FERRY, *blocks)[-2:] == expected


def test_a_name_is_waited_for_whatever_stands_above() -> None:
    blocks = (FERRY[0][:-9], "Whitlow", "The old landing stood empty. Photo by Nora")
    read = told(_HEAD, *FERRY[1:], *blocks)
    assert read[-1] == "photo_credit Photo by Nora Whitlow"


def test_an_abbreviation_may_end_the_text_above() -> None:
    above = f"{FERRY[2]} The boats leave at 9 a.m."
    read = told(_HEAD, above, "Monday.", _CAPTION, "Nora Whitlow / The Sentinel")
    assert read[-2:] == [f"caption {_CAPTION} Monday.", "photo_credit Nora Whitlow / The Sentinel"]


def test_a_chinese_caption_is_put_in_order() -> None:
    first = "昨天傍晚，柳湾镇的飞手们在青禾县农技站门前的稻田里试用新到的无人机，给刚刚"
    read = told("# 无人机飞进稻田", *RICE, "插下的晚稻撒肥。", first, "本报记者 乔小满 摄")
    assert read[-2:] == [f"caption {first}插下的晚稻撒肥。", "photo_credit 本报记者 乔小满 摄"]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((*FERRY, "Monday.", FERRY[0]), id="a whole paragraph behind"),
        pytest.param(
            (FERRY[0][:-9], "be open.", _CAPTION, "Photo by Nora Whitlow"), id="open above"
        ),
        pytest.param(
            (FERRY[0][:-9], FERRY[1], "be open.", _CAPTION, "Photo by Nora Whitlow"),
            id="open a block further up",
        ),
        pytest.param(("# Monday.", _CAPTION, "Photo by Nora Whitlow"), id="a heading"),
        pytest.param(("By Nora Whitlow", FERRY[0]), id="a byline"),
        pytest.param(
            (*FERRY, f"{_CAPTION} Monday. Nora Whitlow / The Sentinel"), id="a credit in its line"
        ),
        pytest.param((_CAPTION, "Monday.", "Photo by Nora Whitlow"), id="in order"),
    ],
)
def test_what_is_no_such_line_stays(blocks: tuple[str, ...]) -> None:
    scanned = read_markdown("page", page(*blocks))
    assert with_captions_whole(scanned) == (scanned, frozenset())


def test_what_was_moved_says_why() -> None:
    read = rebuilt(_HEAD, *FERRY, "Monday.", _CAPTION, "Nora Whitlow / The Sentinel")
    assert is_balanced(read)
    assert any("Alder Point on Monday." in text.plain for text in read_texts(read))
