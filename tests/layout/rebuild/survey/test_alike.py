"""Lines of a list are known by each other, though no bullet marks them."""

import pytest

from tests.layout.rebuild.proofs import RICE, block, lines, told

_STORY = ("# 无人机飞进稻田", *(block(lines(words, 16)) for words in RICE))
_MATCHES = (
    "周二 19:30 男篮联赛 柳湾—石桥",
    "周三 20:00 足协杯 青禾—河口",
    "周六 15:30 女足 石桥—青禾",
)
_BOOKS = (
    "《长堤》 温涛著 青禾出版社 38.00元",
    "《渡船上的人》 余禾著 柳湾书局 29.80元",
    "《茶山四季》 [法]莫兰著 严守译 青禾出版社 56.00元",
)
_PRICES = ("白菜 1.20", "萝卜 0.90", "土豆 1.80", "西红柿 3.40")
_RATES = ("上证指数 2103.45 涨0.82%", "深证成指 8532.10 跌0.14%", "恒生指数 19820.33 涨1.05%")
_PRIZES = ("一等奖：《渡口》（陈山）", "二等奖：《麦田》（林青）", "三等奖：《雨巷》（周舟）")


@pytest.mark.parametrize(
    "items",
    [_MATCHES, _BOOKS, _PRICES, _RATES, _PRIZES],
    ids=["hours", "books", "prices", "rates", "prizes"],
)
def test_lines_built_alike_are_items(items: tuple[str, ...]) -> None:
    words = told(*_STORY, "## 服务台", *items)
    assert words[-len(items) :] == [f"list_item {item}" for item in items]


def test_items_that_an_engine_ran_together_are_parted() -> None:
    words = told(*_STORY, "## 行情", _RATES[0], f"{_RATES[1]} {_RATES[2]}")
    assert words[-3:] == [f"list_item {item}" for item in _RATES]


def test_scores_go_on_in_a_second_line() -> None:
    scores = [
        block(lines(score, 13))
        for score in (
            "青禾3比2柳湾（20比25、18比25、28比26、25比19、15比13）",
            "石桥3比0河口（25比17、25比21、25比22）",
            "东山1比3西岭（22比25、25比23、18比25、20比25）",
        )
    ]
    words = told(*_STORY, "## 昨日战报", *scores)
    assert [each.split()[0] for each in words[-3:]] == ["list_item"] * 3
    assert words[-3].endswith("15比13）")


def test_figures_in_running_text_are_no_items() -> None:
    text = (
        "全县3月种树12万株，4月种树15万株，5月种树9万株，三个月的成活率分别为92%、95%和88%，"
        "比去年同期分别高3个、4个和2个百分点，其中柳湾镇种树最多，达到11万株。"
    )
    words = told(*_STORY[:3], block(lines(text, 14)), block(lines(RICE[4], 14)))
    assert words[-2] == f"paragraph {text}"


def test_those_who_speak_in_turn_are_no_fields() -> None:
    spoken = [
        block(lines(words, 16))
        for words in (
            "温涛：渡船停了，桥还没有通，孩子们上学要绕二十里路。",
            "余禾：镇里答应月底通车，先开两班校车应急。",
            "严守田：校车停在村口，老人也能搭一程。",
        )
    ]
    assert not any(words.startswith("list_item") for words in told(*_STORY, *spoken))
