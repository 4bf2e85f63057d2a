"""The sign for missing print follows the language."""

import pytest

from layout.marks import gap_mark


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
