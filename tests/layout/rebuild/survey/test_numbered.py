"""Items that count on from each other, and figures that only begin a line."""

import pytest

from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.survey.numbered import counted
from tests.layout.rebuild.proofs import told


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        pytest.param(["1.看风向 2.看水"], {0, 1}, id="in one block"),
        pytest.param(["一、看风向", "二、看水"], {0, 1}, id="in Chinese"),
        pytest.param(["（1）看风向", "船开了", "（2）看水"], {0, 2}, id="a block between"),
        pytest.param(["1.看风向", "船", "桥", "2.看水"], set(), id="too far apart"),
        pytest.param(["1.看风向 3.看水"], set(), id="one missing"),
        pytest.param(["1.看风向 二、看水"], set(), id="in two styles"),
        pytest.param(["1.5米深 2.5米宽"], set(), id="fractions"),
    ],
)
def test_what_counts_on(blocks: list[str], found: set[int]) -> None:
    pieces = [piece for i, words in enumerate(blocks) for piece in pieces_of(words, i)]
    assert counted(pieces) == found


def test_numbered_items_in_the_measure_of_the_text_before_them_are_items() -> None:
    """Their first lines are flush, as those of a paragraph that goes on."""
    words = told(
        "# 拍卖公告",
        "受委托，我公司定于八月 十六日上午十时在船厂三楼 会议室，"
        "对下列船只和门面 公开进行拍卖，欢迎竞买： "
        "1.旧渡船九条，参考价八千元 至六万元；",
        "2.渡口路二十七号门面三年 租赁权，面积86平方米。 有意者请于三日内持证 "
        "件到我公司办理报名手续， 并缴纳保证金五千元整。",
    )
    assert words[2:4] == [
        "list_item 1.旧渡船九条，参考价八千元至六万元；",
        "list_item 2.渡口路二十七号门面三年租赁权，面积86平方米。",
    ]
