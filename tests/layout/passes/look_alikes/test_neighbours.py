import pytest

from layout.passes.look_alikes.neighbours import FONDEST, joint


@pytest.mark.parametrize(
    ("beside", "strange"),
    [
        pytest.param("个人", "个入", id="a measure word and what is counted"),
        pytest.param("0月", "0用", id="a figure and its unit"),
        pytest.param("说#", "把#", id="at the end"),
        pytest.param("#这", "#还", id="at the beginning"),
    ],
)
def test_some_characters_are_fonder_of_each_other(beside: str, strange: str) -> None:
    fond, cold = joint(*beside), joint(*strange)
    assert -FONDEST <= cold < fond <= FONDEST


def test_that_common_characters_never_meet_tells_more_than_that_rare_ones_do_not() -> None:
    assert joint("的", "的") < -1.0
    assert joint("龘", "的") == joint("的", "龘") == 0.0
