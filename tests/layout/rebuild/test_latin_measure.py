import pytest

from layout.model import Punctuation
from layout.rebuild.drafts import Draft
from layout.rebuild.latin_measure import latin_measure
from layout.text import Fragment, LineEnd, Text, kept


def draft_of(*parts: str) -> Draft:
    """A paragraph whose parts were parted by feet of columns."""
    text = Text()
    for part in parts:
        seam = Text((Fragment("", "", 0, LineEnd(column=True)),)) if text.fragments else Text()
        text = text + seam + kept(part, 0, len(part))
    return Draft("paragraph", (), text, 0, 0)


def broken(width: int, count: int) -> str:
    """Lines of so many characters, each but the first behind a word broken at its end."""
    first = "x" * (width - 3) + "-"
    return " ".join([first, *["x" * (width - 1) + "-"] * (count - 1), "y"])


@pytest.mark.parametrize("width", [24, 30, 36, 44])
def test_broken_words_tell_the_measure(width: int) -> None:
    measure = latin_measure([draft_of(broken(width, 8))] * 3)
    assert measure is not None
    assert measure.width == pytest.approx(width, abs=3)
    assert measure.punctuation is Punctuation.LATIN
    assert measure.lines == 24


def test_whole_lines_between_broken_words_are_counted() -> None:
    spread = "-- ".join(["x" * 70, "x" * 107, "x" * 35, "x" * 71]).replace("--", "-")
    measure = latin_measure([draft_of(spread + "- y")] * 3)
    assert measure is not None
    assert measure.width == pytest.approx(36, abs=3)
    assert measure.lines == 24


def test_the_foot_of_a_column_tells_it_too() -> None:
    measure = latin_measure([draft_of("x" * 34, "x" * 72, "x" * 30)] * 4)
    assert measure is not None
    assert measure.width == pytest.approx(36, abs=3)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("The ferry stops at Alder Point.", id="no broken word"),
        pytest.param("A well-known ferry stops here.", id="a compound"),
        pytest.param("", id="nothing"),
    ],
)
def test_clean_text_tells_none(words: str) -> None:
    assert latin_measure([draft_of(words)]) is None


def test_one_broken_word_is_little_evidence() -> None:
    measure = latin_measure([draft_of(broken(60, 1))])
    assert measure is not None
    assert measure.certainty < 0.5
