import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.model import Punctuation
from layout.rebuild.signs.widths import unbroken, width

_MARKS = st.text("稻田茶山，。、；：？！“”‘’（）《》—…0a .,", max_size=12)


@pytest.mark.parametrize(
    ("words", "kaiming", "full"),
    [
        pytest.param("稻田", 2, 2, id="Han"),
        pytest.param("。？！", 3, 3, id="stops"),
        pytest.param("，、；：", 2, 4, id="marks inside a sentence"),
        pytest.param("“‘《（）》’”", 4, 8, id="pairs"),
        pytest.param("「『』」", 2, 4, id="corner brackets"),
        pytest.param("——……", 4, 4, id="dashes and ellipses"),
        pytest.param("2024", 2, 2, id="digits"),
        pytest.param("GDP", 1.5, 1.5, id="Latin letters"),
        pytest.param("，。", 1.5, 2, id="a stop behind a mark"),
        pytest.param("好。”", 2, 3, id="a stop before a closing quote"),
        pytest.param("好！』」", 2.5, 4, id="a stop before two closing corners"),
        pytest.param("好”。", 2.5, 3, id="a stop behind a closing quote"),
        pytest.param("好。“坏", 3.5, 4, id="a stop before an opening quote"),
        pytest.param('好?"', 2, 3, id="straight marks as those they stand for"),
        pytest.param(",:;()", 2.5, 5, id="half-width marks as full ones"),
        pytest.param("𠮷", 1, 1, id="Han beyond the first plane"),
        pytest.param("茶--稻", 4, 4, id="hyphens for a dash"),
        pytest.param("-条路", 3, 3, id="a hyphen for 一"),
        pytest.param("7-10", 2, 2, id="a hyphen between figures"),
        pytest.param("", 0, 0, id="nothing"),
    ],
)
def test_widths_in_ems(words: str, kaiming: float, full: float) -> None:
    assert width(words, Punctuation.KAIMING) == kaiming
    assert width(words, Punctuation.FULL) == full


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        pytest.param("早稻", "早", id="a character"),
        pytest.param("2024年", "2024", id="figures"),
        pytest.param("稻，早", "稻，", id="a character with its mark"),
        pytest.param("“早”稻", "“早”", id="a character with its quotes"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_cannot_be_broken_stays_whole(words: str, whole: str) -> None:
    assert unbroken(words) == whole


def test_latin_text_is_counted_in_characters() -> None:
    assert width("The ferry, “late.”", Punctuation.LATIN) == 18


@given(_MARKS)
def test_full_setting_is_never_narrower(words: str) -> None:
    assert width(words, Punctuation.KAIMING) <= width(words, Punctuation.FULL)


@given(_MARKS, _MARKS)
def test_two_halves_are_as_wide_as_the_whole_but_for_a_stop_and_a_quote(one: str, two: str) -> None:
    together = width(one, Punctuation.KAIMING) + width(two, Punctuation.KAIMING)
    assert together - width(one + two, Punctuation.KAIMING) in (0, 0.5)
