"""How likely a last line is lost, by the length of the line before it."""

import pytest

from layout.rebuild.drafts.han_losses import han_ending, lost_line
from layout.text import Edit, Gap


def test_the_shorter_the_line_the_rather_only_its_mark_is_lost() -> None:
    likely = [lost_line(short) for short in range(12)]
    assert likely == sorted(likely, reverse=True)
    assert likely[0] > 0.95
    assert likely[-1] < 0.5


@pytest.mark.parametrize("short", [0, 1, 2, 3])
def test_a_gap_is_as_sure_as_a_lost_line_is_likely(short: int) -> None:
    mark = han_ending("他们沿河走", short, 16.0, items=False, jumps=False).mark
    assert isinstance(mark, Gap)
    assert mark.certainty == round(0.9 * lost_line(short), 2)


@pytest.mark.parametrize(
    ("words", "short", "jumps", "certainty"),
    [
        pytest.param(
            "他们沿河走，", 0, False, 0.45, id="a comma: the rest mostly stands elsewhere"
        ),
        pytest.param("他们沿河走", 20, True, 0.5, id="before a jump line"),
        pytest.param("他们沿河走", None, False, 0.5, id="no measure is known"),
    ],
)
def test_gaps_that_no_length_tells(
    words: str, short: int | None, jumps: bool, certainty: float
) -> None:
    mark = han_ending(words, short, 16.0, items=False, jumps=jumps).mark
    assert isinstance(mark, Gap)
    assert mark.certainty == certainty


@pytest.mark.parametrize("short", [4, 5, 12, 30])
def test_a_short_line_lost_its_mark(short: int) -> None:
    ending = han_ending("他们沿河走", short, 16.0, items=False, jumps=False)
    assert isinstance(ending.mark, Edit)
    assert ending.text == "。"


@pytest.mark.parametrize("words", ["他说：“我们沿河走", '他说："我们沿河走', "他說：「我們沿河走"])
def test_a_quotation_that_is_open_lost_more_than_a_stop(words: str) -> None:
    assert isinstance(han_ending(words, 4, 16.0, items=False, jumps=False).mark, Gap)
    assert isinstance(han_ending(words, 12, 16.0, items=False, jumps=False).mark, Edit)
