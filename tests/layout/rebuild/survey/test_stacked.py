"""Lines that an OCR engine put in one block, told apart by one another."""

import pytest

from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.lines.scale import KAIMING
from layout.rebuild.survey.stacked import stacked_signs
from tests.layout.rebuild.proofs import RICE, block, lines, told

_RICE = tuple(block(lines(words, 16)) for words in RICE)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("无人机飞进稻田 飞手住进山村里", ["", ""], id="halves of a headline"),
        pytest.param("一早忙 半日闲 无人机飞进稻田", ["", "", ""], id="its parts differ by little"),
        pytest.param(
            "无人机飞进稻田 青禾县今年已培训飞手一百二十名", ["", "longer_line"], id="a deck below"
        ),
        pytest.param(
            "柳湾镇水利现场推进会在渡口召开 抢住好天气 补齐短板来",
            ["over_halves", "first_half", ""],
            id="over two halves",
        ),
        pytest.param(
            "严守田 那天清晨我站在田埂上看着它们 飞过去",
            ["name_over", "", ""],
            id="a name",
        ),
        pytest.param(
            "記者嚴守田/柳灣報導 柳灣鎮的稻田今年第一次用上", ["byline_over", ""], id="a byline"
        ),
        pytest.param(
            "記者嚴守田/柳灣報導 柳灣鎮的稻田 今年第一次用上了無人機灑水施肥拍照",
            ["", "", "longer_line"],
            id="a dateline goes on in its line",
        ),
        pytest.param("本报讯 青禾县今年已培训飞手", ["", ""], id="a dateline heads nothing"),
        pytest.param("田成方 路成网 旱涝都能保丰收", ["", "", ""], id="no text below"),
    ],
)
def test_lines_of_a_block_tell_of_each_other(words: str, expected: list[str]) -> None:
    signs = stacked_signs(pieces_of(words, 0), (), KAIMING, 0)
    assert [" ".join(sorted(told)) for told in signs] == expected


def test_a_headline_a_deck_and_a_byline_in_one_block_are_three() -> None:
    head = (
        "# 一台飞机管十村百亩稻田半日完 今年全县已培训飞手一百二十名带动两千多户农家 本报记者苗青"
    )
    assert told(head, *_RICE)[:3] == [
        "headline 一台飞机管十村百亩稻田半日完",
        "subheadline 今年全县已培训飞手一百二十名带动两千多户农家",
        "byline 本报记者苗青",
    ]


def test_a_line_over_two_halves_of_a_headline_is_its_kicker() -> None:
    head = "# 柳湾镇水利现场推进会在渡口召开 抢住晴好天气 补齐水网短板"
    assert told("04 | 要闻", head, *_RICE)[1:3] == [
        "kicker 柳湾镇水利现场推进会在渡口召开",
        "headline 抢住晴好天气 补齐水网短板",
    ]


def test_a_name_in_one_block_with_the_text_below_is_its_byline() -> None:
    assert told("# 飞手住进村里", f"严守田 {_RICE[0]}", *_RICE[1:])[:3] == [
        "headline 飞手住进村里",
        "byline 严守田",
        f"paragraph {RICE[0]}",
    ]


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(f"{_RICE[0]} 飞手从哪里来 {_RICE[1]}", id="between paragraphs"),
        pytest.param(f"飞手从哪里来 {_RICE[1]}", id="over the first"),
        pytest.param(f"{_RICE[0]} 飞手从哪里来\n\n{_RICE[1]}", id="behind the last"),
    ],
)
def test_a_subhead_in_one_block_with_running_text_is_a_subhead(inside: str) -> None:
    page = told("# 无人机飞进稻田", _RICE[2], inside, *_RICE[3:])
    assert "subhead 飞手从哪里来" in page
    assert f"paragraph {RICE[1]}" in page


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("渠修好了，水就来了", id="a comma"),
        pytest.param("镇长：谁修谁得利", id="a colon"),
    ],
)
def test_a_subhead_in_one_block_with_text_may_hold_marks(words: str) -> None:
    page = told("# 无人机飞进稻田", _RICE[2], f"{_RICE[0]} {words} {_RICE[1]}", *_RICE[3:])
    assert f"subhead {words}" in page


def test_a_label_in_one_block_with_its_list_is_no_item() -> None:
    items = (
        "@@镇图书馆流动书车本周开进柳 湾、石桥前两个村子，沿途设12个停靠 点，可现场办理借阅证。"
        " @@全县飞手之家今年已累 计接待飞手1260人次，惠及283户，每户 平均增收三千元以内。"
    )
    page = told("# 无人机飞进稻田", *_RICE, f"简明新闻 {items}")
    assert "column_label 简明新闻" in page


def test_a_question_in_one_block_with_text_is_no_subhead() -> None:
    page = told("# 无人机飞进稻田", _RICE[2], f"{_RICE[0]} 问：飞手从哪里来 {_RICE[1]}", *_RICE[3:])
    assert not any(line.startswith("subhead") for line in page)


def test_a_line_over_a_dateline_in_its_block_is_a_headline() -> None:
    """No dateline stands inside a paragraph, though no engine marked what is over it."""
    news = lines(f"本报讯{RICE[1]}", 16)
    page = told("# 无人机飞进稻田", _RICE[0], block(["田埂上的课堂", *news]), *_RICE[2:])
    assert "headline 田埂上的课堂" in page


def test_a_line_that_lost_its_end_is_no_subhead() -> None:
    cut = _RICE[0].replace("到一刻钟就撒完了", "到一刻")
    page = told("# 无人机飞进稻田", f"{cut} {_RICE[1]}", *_RICE[2:])
    assert not any(line.startswith("subhead") for line in page)


@pytest.mark.parametrize("name", ["苗青", "染建国"])
def test_a_name_in_one_block_with_a_poem_is_its_poet(name: str) -> None:
    """染 is no surname but what an engine made of 梁: the line is as short as a name."""
    verses = ["稻子低着头走路", "田埂上没有人", "月亮停在水渠里", "像一枚旧纽扣", "谁也不来捡"]
    page = told("### 秋收", f"{name} {' '.join(verses)}")
    assert page == ["headline 秋收", f"byline {name}", *(f"poem_line {verse}" for verse in verses)]
