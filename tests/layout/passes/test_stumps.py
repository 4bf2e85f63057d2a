"""Words that lack their first half: a gap before what is left, none before other strange ones."""

import pytest

from layout.passes.stumps import declare_stumps
from layout.text import Gap
from tests.build import page_of


def gaps(words: str, elsewhere: str = "It rained.", language: str = "en") -> list[tuple[str, Gap]]:
    """Each gap of the first paragraph, with the word behind it."""
    page = declare_stumps(page_of(f"paragraph {words}\nparagraph {elsewhere}", language))
    text = next(page.articles[0].paragraphs()).text
    return [(text.plain[offset:].split()[0], gap) for offset, gap in text.gaps()]


@pytest.mark.parametrize(
    ("words", "stump"),
    [
        pytest.param("The cost of dredging the nnel rose.", "nnel", id="inside a sentence"),
        pytest.param("They lost 26 inesses in a year.", "inesses", id="behind a figure"),
        pytest.param("It was in the war. rary hours stay.", "rary", id="behind a stop"),
    ],
)
def test_a_stump_has_a_gap_before_it(words: str, stump: str) -> None:
    ((left, gap),) = gaps(words)
    assert left == stump
    assert gap.why.startswith(f"{stump} is no word, but the end of ")


def test_what_the_page_has_elsewhere_is_the_guess() -> None:
    ((_, gap),) = gaps("A letter from Nadia qvist came.", "Nadia Lindqvist left.")
    assert (gap.guess, gap.longest) == ("Lind", 1.8)
    assert gap.why == "qvist is no word, but the end of Lindqvist"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("They shu ttered the shop.", id="a word that was split"),
        pytest.param("The boo k mobile came.", id="one split in three"),
        pytest.param("It is a well-nnel thing.", id="behind a hyphen"),
        pytest.param("Write to nnel@example.com today.", id="an address"),
        pytest.param("He said zqwk to them.", id="the end of no word"),
        pytest.param("It blew at 20 mph there.", id="a short one"),
        pytest.param("A doctoral candidate spoke.", id="what stands behind a prefix elsewhere"),
    ],
)
def test_other_strange_words_have_none(words: str) -> None:
    assert not gaps(words)


def test_pages_in_other_languages_are_left_alone() -> None:
    german = (
        "Der Stadtrat hat am Dienstag mit der Mehrheit die alte Kanzel und die neue Bahn gelobt."
    )
    assert not gaps(f"{german} Er nannte sie eine tion.", german)
    assert not gaps("the nnel", language="zh-Hans")
