from dataclasses import replace

import pytest

from layout.ledger import Fate, ledger
from layout.passes.hyphens import mend_hyphens
from layout.text import Edit, Rule
from tests.build import page_of


def mended(words: str, elsewhere: str = "", language: str = "en") -> str:
    page = page_of(f"paragraph {words}", language)
    whole = mend_hyphens(replace(page, source=f"{words} {elsewhere}"))
    return next(whole.articles[0].paragraphs()).plain


@pytest.mark.parametrize(
    ("words", "elsewhere", "expected"),
    [
        pytest.param("the sur- rounding mud", "", "the surrounding mud", id="a broken word"),
        pytest.param("a well- known boat", "", "a well-known boat", id="one that makes compounds"),
        pytest.param(
            "a tide- worn step", "the tide-worn wall", "a tide-worn step", id="printed so elsewhere"
        ),
        pytest.param("the half- way mark", "halfway", "the halfway mark", id="one word elsewhere"),
        pytest.param("a tide- worn step", "", "a tide-worn step", id="two words, and one is none"),
        pytest.param("a break- water", "", "a breakwater", id="two words, and one as well"),
        pytest.param("a well- being", "", "a well-being", id="a compound though no word"),
        pytest.param("its 94- year life", "", "its 94-year life", id="a figure"),
        pytest.param("im Früh- jahr", "", "im Frühjahr", id="letters of German"),
        pytest.param("Alder- ton rose", "", "Alderton rose", id="a name"),
        pytest.param("zum letzten gro¬ ßen Mal", "", "zum letzten großen Mal", id="¬"),
        pytest.param("a tide\u00ad worn step", "tide-worn", "a tideworn step", id="a soft hyphen"),
        pytest.param("the sur\u2010 rounding mud", "", "the surrounding mud", id="a true hyphen"),
    ],
)
def test_broken_words_are_made_whole(words: str, elsewhere: str, expected: str) -> None:
    assert mended(words, elsewhere) == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("the ferry - all of it", id="a dash between blanks"),
        pytest.param("the tide-worn step", id="a whole compound"),
        pytest.param("Jean- Paul spoke", id="a name stays apart"),
        pytest.param("pages 3- 5", id="figures"),
        pytest.param("Ein- und Ausgang", id="a half that waits in German"),
    ],
)
def test_other_hyphens_stay(words: str) -> None:
    assert mended(words) == words


def test_chinese_pages_are_left_alone() -> None:
    assert mended("the sur- rounding mud", language="zh-Hans") == "the sur- rounding mud"


def test_the_hyphen_is_dropped_as_what_it_is() -> None:
    page = mend_hyphens(page_of("paragraph the sur- rounding mud", "en"))
    (hyphen,) = [entry.fragment for entry in ledger(page) if entry.fate is Fate.DROPPED]
    assert hyphen.raw == "- "
    assert isinstance(hyphen.mark, Edit)
    assert (hyphen.mark.rule, hyphen.mark.why) == (Rule.HYPHEN, "surrounding is one word")
