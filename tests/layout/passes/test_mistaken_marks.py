"""Marks read as others, put right by their partner; what stands rightly stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.ledger import Fate, ledger
from layout.passes.mistaken_marks import mend_mistaken_marks
from layout.text import Rule
from tests.build import page_of


def mended(words: str, language: str = "zh-Hans") -> str:
    page = mend_mistaken_marks(page_of(f"paragraph {words}", language))
    return next(page.articles[0].paragraphs()).plain


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "稻田飞来新农人_茶山走出老把式", "稻田飞来新农人 茶山走出老把式", id="a blank"
        ),
        pytest.param('抢住好天气"补齐水网短板', "抢住好天气 补齐水网短板", id="a blank as a quote"),
        pytest.param('渡口的人们念起"致富经', '渡口的人们念起"致富经', id="a quote left open"),
        pytest.param("三十年守着一个渡口一一", "三十年守着一个渡口——", id="a dash behind"),
        pytest.param("一一柳湾镇修渠纪实", "——柳湾镇修渠纪实", id="a dash before"),
        pytest.param("一一列出的账本", "一一列出的账本", id="one by one"),
        pytest.param("他说要一一核对。账本一一", "他说要一一核对。账本一一", id="in running text"),
        pytest.param("a_b 与 3_4", "a_b 与 3_4", id="a name with an underscore"),
        pytest.param("本报讯〈记者乔小满）今天", "本报讯（记者乔小满）今天", id="one angle"),
        pytest.param("本报讯《记者乔小满）今天", "本报讯（记者乔小满）今天", id="two angles"),
        pytest.param("《早稻（上）》出版", "《早稻（上）》出版", id="a title with brackets"),
        pytest.param("《早稻》（乔小满）", "《早稻》（乔小满）", id="a title before brackets"),
        pytest.param("他說「一年拖過一年J。", "他說「一年拖過一年」。", id="a corner"),
        pytest.param("他說「選J」。", "他說「選J」。", id="a letter in corners"),
        pytest.param("選J。", "選J。", id="a letter"),
    ],
)
def test_marks_are_told_by_their_partner(words: str, expected: str) -> None:
    assert mended(words) == expected


def test_latin_pages_keep_them() -> None:
    assert mended("snake_case", "en") == "snake_case"


def test_each_change_stands_in_the_ledger() -> None:
    page = mend_mistaken_marks(page_of("paragraph 本报讯《记者乔小满）早稻_熟了", "zh-Hans"))
    changed = [e.fragment for e in ledger(page) if e.fate is Fate.CHANGED]
    assert [(f.raw, f.text) for f in changed] == [("《", "（"), ("_", " ")]
    assert {f.mark.rule for f in changed if f.mark} == {Rule.LOOK_ALIKE}  # type: ignore[union-attr]


@given(st.text("稻〈《（）」「J_。a", max_size=30).map(lambda words: f"稻{words}"))
def test_what_is_mended_stays_so(words: str) -> None:
    once = mended(words)
    assert len(once) == len(words)
    assert mended(once) == once
