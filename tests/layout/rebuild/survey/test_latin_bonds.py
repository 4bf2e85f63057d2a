"""English words that meet at a seam: those that hang together, and those that do not."""

import pytest

from layout.rebuild.survey.latin_bonds import LatinSeams

PAGE = LatinSeams.of(["The harbor board met on Monday, and the harbor board said no."])


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        pytest.param("with the", "largest gains", id="a word that waits"),
        pytest.param("said the harbor", "board", id="words of the page"),
        pytest.param("joined because", "of the rain", id="words that always stand together"),
        pytest.param("joined by more", "than 298 boats", id="two that wait, and stand together"),
        pytest.param("up from five", "years ago", id="a number in words"),
    ],
)
def test_words_hang_together(before: str, behind: str) -> None:
    assert PAGE.bond(before, behind).gain > 0


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        pytest.param("a transfer from the gen-", "largest gains", id="halves that make no word"),
        pytest.param("the crossing", "nnel again", id="no word"),
        pytest.param("which were", "and then", id="two that wait"),
    ],
)
def test_words_that_only_meet_do_not(before: str, behind: str) -> None:
    assert PAGE.bond(before, behind).gain < 0


def test_a_line_ends_a_question_or_a_quotation_with_its_mark() -> None:
    assert PAGE.odd("What would you", "do now?") == 0
    assert PAGE.odd("What would you", "do now.") > 0
    assert PAGE.odd("“We would go", "now.") > 0
