"""Articles of one page share their columns where those that tell their measures agree."""

import pytest

from layout.rebuild.articles.latin_grid import on_one_page

_USUAL = dict.fromkeys(range(20, 60), 1 / 40)
_SURE = {30: 1.0}


def _unsure() -> dict[int, float]:
    return {30: 0.3, 44: 0.7}


@pytest.mark.parametrize(
    ("others", "best"),
    [
        pytest.param([], 44, id="alone"),
        pytest.param([_SURE], 44, id="beside one"),
        pytest.param([_SURE, _SURE], 30, id="beside two that agree"),
        pytest.param([{30: 1.0}, {38: 1.0}, {50: 1.0}], 44, id="beside three that differ"),
    ],
)
def test_what_an_article_hardly_tells_is_told_by_others(
    others: list[dict[int, float]], best: int
) -> None:
    shares = on_one_page([_unsure(), *others], _USUAL)[0]
    assert max(shares, key=shares.__getitem__) == best
    assert sum(shares.values()) == pytest.approx(1)


def test_what_is_sure_stays() -> None:
    assert on_one_page([{44: 1.0}, _SURE, _SURE, _SURE], _USUAL)[0] == {44: 1.0}


def test_hundreds_of_articles_overflow_nothing() -> None:
    shares = on_one_page([_unsure(), *[_SURE] * 900, *[{52: 1.0}] * 900], _USUAL)[0]
    assert shares[30] > 0.9
