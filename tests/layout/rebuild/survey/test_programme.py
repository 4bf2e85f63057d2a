"""Programmes are lists, line for line, and what only stands side by side is none."""

import pytest

from tests.layout.rebuild.proofs import RICE, block, lines, told

_STORY = ("# 无人机飞进稻田", *(block(lines(words, 16)) for words in RICE))
_FILMS = ("《渡口》10:20 13:05 18:40", "《山前山后》11:00 14:30", "《船工》9:50 12:10")
_STAGES = (
    "柳湾舞台 日戏 渡口 夜戏 山前山后",
    "石桥大戏院 二时半五时半 新片《船工》",
    "青禾剧场 日夜三场 楼上六角楼下四角",
)


_TEASERS = ("老街修旧如旧 墙上长出新苔 05版", "渡口停航，船工去哪儿 08版")


@pytest.mark.parametrize(
    "entries", [_FILMS, _STAGES, _TEASERS], ids=["hours", "stages", "other pages"]
)
def test_each_line_of_a_programme_is_an_item_whose_parts_stay_apart(
    entries: tuple[str, ...],
) -> None:
    words = told(*_STORY, "## 今日影讯", *entries)
    assert words[-len(entries) :] == [f"list_item {entry}" for entry in entries]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(
            ["青禾日报 星期三 2024年2月7日", "编辑 温涛 校对 余禾"], id="the head of a page"
        ),
        pytest.param(["船靠岸的时候 风从芦苇里来 老人收起缆绳"] * 3, id="verses side by side"),
        pytest.param(["早上9:50开船，12:10回来", "下午2:10开船，4:10回来"], id="sentences"),
    ],
)
def test_what_is_no_programme(blocks: list[str]) -> None:
    assert not any(words.startswith("list_item") for words in told(*blocks, *_STORY))
