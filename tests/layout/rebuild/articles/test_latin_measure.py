"""The measure of joined Latin text comes from the line ends that still show, and says how sure."""

from collections.abc import Sequence

import pytest

from layout.model import Measure, Punctuation
from layout.rebuild.articles.latin_measure import latin_measures
from layout.rebuild.drafts import Draft
from layout.text import Fragment, LineEnd, Text, kept
from tests.layout.rebuild.proofs import FERRY, latin

STORY = (
    *FERRY,
    "Neighbors complained of noise and of trucks at all hours, and the contractor promised to "
    "begin no earlier than seven in the morning until the foundations are complete.",
    "According to the surveyors, the embankment has settled considerably since the last "
    "inspection, which means additional expenditure for the municipality in the coming year.",
    "Representatives of the conservation association disagreed, recommending alternative "
    "locations for the temporary landing and an independent examination of every foundation.",
    "Commercial fishermen, restaurant proprietors and several preservation societies supported "
    "the recommendation, calling the original arrangement unnecessarily complicated.",
)


def draft_of(*parts: str) -> Draft:
    """A paragraph whose parts were parted by feet of columns."""
    text = Text()
    for part in parts:
        seam = Text((Fragment(" ", "", 0, LineEnd(column=True)),)) if text.fragments else Text()
        text = text + seam + kept(part, 0, len(part))
    return Draft("paragraph", (), text, 0, 0)


def joined(words: str, measure: int) -> Draft:
    """A paragraph set at a measure, its lines joined by spaces."""
    return draft_of(" ".join(latin(words, measure)))


def latin_measure(drafts: Sequence[Draft]) -> Measure | None:
    """The measure of the only article of a page."""
    return latin_measures([drafts])[0]


@pytest.mark.parametrize("width", [24, 30, 36, 42, 48])
def test_broken_words_tell_the_measure(width: int) -> None:
    measure = latin_measure([joined(words, width) for words in STORY])
    assert measure is not None
    assert measure.width == pytest.approx(width, abs=1.5)
    assert measure.punctuation is Punctuation.LATIN


def test_the_more_words_are_broken_the_surer_it_is() -> None:
    few, many = (latin_measure([joined(w, 30) for w in STORY[:n]]) for n in (5, 8))
    assert few is not None
    assert many is not None
    assert few.certainty < many.certainty
    assert many.certainty > 0.9


@pytest.mark.parametrize("width", [30, 40])
def test_the_feet_of_columns_tell_it_too(width: int) -> None:
    cut = []
    for words in STORY:
        lines = list(latin(words.replace("-", ""), width))
        half = len(lines) // 2
        cut.append(draft_of(" ".join(lines[:half]), " ".join(lines[half:])))
    measure = latin_measure(cut)
    assert measure is not None
    assert measure.width == pytest.approx(width, abs=1.5)


def test_a_few_feet_of_columns_that_are_none_do_not_outvote_the_others() -> None:
    told = [joined(words, 36) for words in STORY]
    mixed = [draft_of("Team W Port", "44 Agnes Cape"), draft_of("Dun more Gull", "24 Lake Mill")]
    measure = latin_measure([*told, *mixed])
    assert measure is not None
    assert measure.width == pytest.approx(36, abs=1.5)


def test_words_torn_off_a_line_tell_no_foot_of_a_column() -> None:
    """An engine that takes the lines of a loose column apart leaves single words as blocks."""
    lines = list(latin(STORY[4], 30))
    torn = draft_of("Driver cited", "crash", lines[0], "after", lines[1], "his", *lines[2:])
    measure = latin_measure([torn, joined(STORY[5], 30)])
    assert measure is not None
    assert measure.width == pytest.approx(30, abs=2)


def test_lines_that_were_kept_are_not_two_though_capitals_make_some_of_them_short() -> None:
    wide = ("THE NEW WATERWORKS.—THE DIR-", "ACCIDENTS ON THE NEW LINE.—ON WED-")
    kept = [draft_of(line, *latin(words, 42)) for line, words in zip(wide, FERRY, strict=False)]
    measure = latin_measures([kept], lined=True)[0]
    assert measure is not None
    assert abs(measure.width - 42) <= 1


def test_a_hidden_end_of_a_paragraph_does_not_mislead_it() -> None:
    pairs = zip(STORY[::2], STORY[1::2], strict=True)
    merged = [draft_of(" ".join([*latin(a, 30), *latin(b, 30)])) for a, b in pairs]
    measure = latin_measure(merged)
    assert measure is not None
    assert measure.width == pytest.approx(30, abs=1.5)


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
    words = "Workers have set nine of the twelve spans and the remain- ing three are waiting."
    measure = latin_measure([draft_of(words)])
    assert measure is not None
    assert measure.certainty < 0.5


def test_an_article_that_hardly_tells_its_measure_takes_that_of_the_page() -> None:
    sure = [joined(words, 30) for words in STORY]
    unsure = [joined(STORY[5], 30)]
    alone, beside = latin_measure(unsure), latin_measures([sure, sure, sure, unsure])[-1]
    assert alone is not None
    assert beside is not None
    assert beside.width == pytest.approx(30, abs=1.5)
    assert beside.certainty > alone.certainty


def test_an_article_that_tells_nothing_has_no_measure() -> None:
    sure = [joined(words, 30) for words in STORY]
    assert latin_measures([sure, sure, [draft_of("Boats stop.")], sure])[2] is None
