import pytest

from layout.passes.drop_caps import mend_drop_caps
from layout.text import Edit, Rule
from tests.build import page_of


def mended(words: str, language: str = "en") -> str:
    page = mend_drop_caps(page_of(f"paragraph {words}", language))
    return next(page.articles[0].paragraphs()).plain


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("T HE first thing", "THE first thing", id="beside capitals"),
        pytest.param("W e have come", "We have come", id="beside small letters"),
        pytest.param("I t was late", "It was late", id="the letter is a word"),
    ],
)
def test_a_drop_cap_goes_back_to_its_word(words: str, expected: str) -> None:
    assert mended(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("A round table stood there.", id="both are words"),
        pytest.param("X marks the spot.", id="no word comes of it"),
        pytest.param("It said: T HE end.", id="not at the beginning"),
    ],
)
def test_other_letters_stay(words: str) -> None:
    assert mended(words) == words


def test_it_is_an_edit_with_its_evidence() -> None:
    page = mend_drop_caps(page_of("paragraph T HE first thing", "en"))
    (edit,) = (f.mark for f in next(page.articles[0].paragraphs()).text.fragments if f.mark)
    assert isinstance(edit, Edit)
    assert (edit.rule, edit.certainty) == (Rule.STRAY_SPACE, 0.9)


def test_chinese_pages_are_left_alone() -> None:
    assert mended("T HE first", "zh-Hans") == "T HE first"
