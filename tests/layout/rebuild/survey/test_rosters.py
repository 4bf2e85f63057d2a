"""A block of hardly anything but names is a roster, wherever an engine ended its lines."""

import pytest

from tests.layout.rebuild.proofs import RICE, block, lines, told

_STORY = ("# 无人机飞进稻田", *(block(lines(words, 16)) for words in RICE))
_ELECTED = (
    "丁大江 马宗义（回 族） 王 平 王秀兰（女） 方志 明 卢成功",
    "田守业 史 来东 朱玉珍（女） 刘培根 孙 武 周正",
)


def test_names_go_on_from_one_column_to_the_next() -> None:
    words = told(*_STORY, "## 委员会委员名单", *_ELECTED)
    assert words[-2:] == [
        "headline 委员会委员名单",
        "list_item 丁大江 马宗义（回族） 王 平 王秀兰（女） 方志明 卢成功 "
        "田守业 史来东 朱玉珍（女） 刘培根 孙 武 周正",
    ]


def test_a_roster_lacks_no_full_stop() -> None:
    *_, last = told(*_STORY, "## 委员会委员名单", "（按姓氏笔画为序）", *_ELECTED)
    assert last.endswith("周正")


def test_no_last_line_of_another_text_ends_a_roster() -> None:
    *text, last = lines(RICE[4], 16)
    words = told(*_STORY, "## 委员会委员名单", *_ELECTED, "## 茶山", block(text), last)
    assert words[-1].endswith(last)


@pytest.mark.parametrize(
    "words",
    ["温涛 余禾", "王平常说 马路边 方向明 江水长流 高山上 田里的人 史书里 白云下"],
    ids=["two who write", "verses"],
)
def test_what_is_no_roster(words: str) -> None:
    assert f"list_item {words}" not in told(*_STORY, "## 田边", words)
