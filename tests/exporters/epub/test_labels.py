from datetime import date

import pytest

from exporters.epub.labels import labels_for
from layout.text import Rule


@pytest.mark.parametrize(
    ("language", "contents"),
    [
        ("zh-Hans", "目录"),
        ("zh", "目录"),
        ("zh-CN", "目录"),
        ("zh-Hant", "目錄"),
        ("zh-TW", "目錄"),
        ("en-GB", "Contents"),
        ("la", "Contents"),
    ],
)
def test_a_book_speaks_the_language_of_its_pages(language: str, contents: str) -> None:
    assert labels_for(language).contents == contents


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_rule_has_a_name_and_every_language_all_words(language: str) -> None:
    labels, english = labels_for(language), labels_for("en")
    assert labels.rules.keys() == set(Rule.__members__)
    assert labels.note.keys() == english.note.keys()
    assert labels.colophon_words.keys() == english.colophon_words.keys()
    assert len(labels.months) == 12


def test_days_are_written_out() -> None:
    assert labels_for("zh-Hans").day_of(date(2022, 9, 27)) == "2022年9月27日"
    assert labels_for("en").day_of(date(2022, 9, 27)) == "27 September 2022"
