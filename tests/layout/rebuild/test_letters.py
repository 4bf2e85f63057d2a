"""Letters to a paper: whom they greet, who signs them and from where, the questions over them."""

import pytest

from tests.layout.rebuild.proofs import RICE, block, lines, told

_RICE = tuple(block(lines(words, 16)) for words in RICE)
_HEAD = ("6 读者来信", "2024年10月9日 星期三", "编辑 乔小满 校对 严冬生")


def test_who_is_greeted_made_no_page() -> None:
    letter = told(*_HEAD, "## 飞手该不该持证？", "编辑同志：", *_RICE[:2])
    assert letter[2:5] == [
        "editor_credits 编辑 乔小满 校对 严冬生",
        "headline 飞手该不该持证？",
        "paragraph 编辑同志：",
    ]


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param("柳湾镇农民 乔老四", id="a trade"),
        pytest.param("柳湾镇 邹老太太", id="an old lady"),
        pytest.param("柳湾镇村民 乔小满 等27人", id="with others"),
        pytest.param("柳湾小学 三（2）班 龚小满", id="a class of a school"),
    ],
)
def test_a_letter_is_signed_by_somebody_from_somewhere(signature: str) -> None:
    words = told(*_HEAD, "# 无人机飞进稻田", *_RICE[:2], signature, "## 镇里立下新规矩", *_RICE[4:])
    assert words[5:8] == [
        f"paragraph {RICE[1]}",
        f"signoff {signature}",
        "headline 镇里立下新规矩",
    ]


def test_a_name_is_no_byline_of_two_blocks() -> None:
    words = told(*_HEAD, "# 无人机飞进稻田", *_RICE[:2], "柳湾镇农民 乔老四", "回音壁", *_RICE[4:])
    assert not any("乔老四" in line and "回音壁" in line for line in words)


def test_a_few_characters_over_a_longer_head_are_its_label() -> None:
    for marks in ("##", "", "####"):
        words = told(*_HEAD, f"{marks} 健康提醒", "## 飞手夏天防暑五件事", *_RICE[:2])
        assert words[3:5] == ["column_label 健康提醒", "headline 飞手夏天防暑五件事"]
