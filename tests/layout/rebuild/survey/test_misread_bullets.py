"""Lists whose bullets an engine took for characters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.ledger import is_balanced
from layout.model import TextBlock
from layout.rebuild.lines.pieces import text_of
from layout.rebuild.survey.misread_bullets import with_bullets
from layout.text import Edit, Rule
from layout.walk import read_texts
from readers.markdown import read_markdown
from tests.generate import page as generated
from tests.layout.rebuild.proofs import RICE, page, rebuilt, told

_HEAD = "## 便民服务信息"
_ITEMS = (
    "全年完成投资281.9亿元，同比增长15.8%。",
    "办理群众来信5389件，办结率95.2%。",
    "空气质量优良天数317天，比上年多12天。",
    "改造农村公路783公里，危桥39座。",
    "居民人均可支配收入22154元，增长4.4%。",
)
_DAYS = (
    "2月28日，柳湾镇获评省级特色小镇。",
    "4月，青禾县入选国家级试点城市名单。",
    "10月28日，县里召开农机工作会议。",
)


@pytest.mark.parametrize(
    ("marks", "between"),
    [
        pytest.param("玄友友让妈", "\n\n", id="blocks"),
        pytest.param("盖午邮让量", "\n", id="lines"),
        pytest.param("盖午邮让量", " ", id="one block"),
    ],
)
@pytest.mark.parametrize("blank", [pytest.param("", id="joined"), pytest.param(" ", id="apart")])
def test_the_items_are_told_without_the_characters(marks: str, between: str, blank: str) -> None:
    items = [mark + blank + item for mark, item in zip(marks, _ITEMS, strict=True)]
    assert told(_HEAD, between.join(items))[1:] == [f"list_item {item}" for item in _ITEMS]


def test_days_of_a_chronicle_are_told_without_the_characters() -> None:
    read = told("## 大事记", *(mark + day for mark, day in zip("争合急", _DAYS, strict=True)))
    assert read[1:] == [f"timeline_item {day}" for day in _DAYS]


def test_years_between_them_do_not_part_the_list() -> None:
    years = (f"{year}年" for year in (2015, 2016, 2017))
    listed = [
        words
        for year, mark, day in zip(years, "争全全", _DAYS, strict=True)
        for words in (year, mark + day)
    ]
    read = told("## 大事记", *listed)[1:]
    assert read[1::2] == [f"timeline_item {day}" for day in _DAYS]
    (block,) = with_bullets(read_markdown("page", " ".join(listed))).blocks
    assert isinstance(block, TextBlock)
    marks = {words[:1] for words in str(text_of(block)).split()}
    assert marks == {"2", "●"}


def test_bullets_that_were_read_right_tell_of_the_others() -> None:
    days = ("1月3日，渡口停航。", "1月9日，渡口复航。", *_DAYS)
    items = [mark + day for mark, day in zip("●●●●争", days, strict=True)]
    assert told("## 大事记", *items)[1:] == [f"timeline_item {day}" for day in days]


def test_one_that_is_no_day_is_told_by_none_that_were_read_right() -> None:
    items = [mark + item for mark, item in zip("●●●友", _ITEMS, strict=False)]
    scanned = read_markdown("page", page(_HEAD, *items))
    assert with_bullets(scanned) == scanned


def test_each_character_is_dropped_as_misread_and_says_why() -> None:
    read = rebuilt(_HEAD, *("友" + item for item in _ITEMS))
    edits = [
        (fragment.raw, fragment.text, fragment.mark)
        for text in read_texts(read)
        for fragment in text.fragments
        if isinstance(fragment.mark, Edit) and fragment.mark.rule is Rule.LOOK_ALIKE
    ]
    assert [(raw, words) for raw, words, _ in edits] == [("友", "")] * len(_ITEMS)
    assert all("5 items in a row" in mark.why and mark.certainty < 1 for _, _, mark in edits)
    assert is_balanced(read)


@given(
    st.lists(st.tuples(st.sampled_from("友玄让合 在全"), st.sampled_from(_ITEMS + _DAYS))),
    st.sampled_from([" ", "\n", "\n\n", ""]),
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_dropped_is_accounted_for(items: list[tuple[str, str]], between: str) -> None:
    assert is_balanced(rebuilt(_HEAD, between.join(map("".join, items))))


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(_ITEMS, id="no bullets"),
        pytest.param(["●" + item for item in _ITEMS], id="bullets read right"),
        pytest.param(["友" + item for item in _ITEMS[1:3]], id="two items prove nothing"),
        pytest.param(RICE, id="paragraphs"),
        pytest.param(
            [
                name + "遗失身份证，声明作废。"
                for name in ("严守田", "乔玉林", "盛海燕", "温思齐") * 3
            ],
            id="notices under names",
        ),
        pytest.param(
            [
                "沧平" + words
                for words in ("市今年种稻。", "县修路。", "港停航。", "人爱喝茶。") * 3
            ],
            id="the name of a place",
        ),
        pytest.param(["在" + item for item in _ITEMS], id="a word of one character"),
        pytest.param(
            ["听见去年的蝉", "把夜拉得很长", "等春天来喊它", "像一封没有地址的信"] * 4, id="verses"
        ),
        pytest.param(["问：谁来开机器？", "答：返乡的年轻人。"] * 4, id="questions and answers"),
        pytest.param(["Ferry stops. a new bridge opens. e boats stay."] * 3, id="English"),
    ],
)
def test_what_is_no_such_list_stays_as_it_is(blocks: list[str]) -> None:
    scanned = read_markdown("page", page(_HEAD, *blocks))
    assert with_bullets(scanned) == scanned


@pytest.mark.parametrize("seed", range(400, 430, 3))
def test_no_list_of_a_generated_page_has_such_bullets(seed: int) -> None:
    scanned = read_markdown("page", generated(seed).ocr)
    assert with_bullets(scanned) == scanned
