"""The sign for missing print follows the language."""

import pytest

from layout.marks import gap_mark, most_lost


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        pytest.param("zh-Hans", "〔…〕", id="simplified"),
        pytest.param("zh-Hant-TW", "〔…〕", id="traditional"),
        pytest.param("ZH", "〔…〕", id="tags know no case"),
        pytest.param("en", "[…]", id="English"),
        pytest.param("", "[…]", id="no language"),
    ],
)
def test_gap_mark(language: str, mark: str) -> None:
    assert gap_mark(language) == mark


@pytest.mark.parametrize(
    ("longest", "told"), [(41.8182, "42"), (1.5, "1.5"), (1.51, "2"), (24.0, "24")]
)
def test_tells_at_most_how_much_is_lost(longest: float, told: str) -> None:
    assert most_lost(longest) == told
