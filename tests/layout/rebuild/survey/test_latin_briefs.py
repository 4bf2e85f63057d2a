"""Labels over pieces of a paragraph each: each has a headline, and one label is over all."""

import pytest

from tests.layout.rebuild.proofs import FERRY, told

_PIECES = ("## Gull Point", FERRY[1], "## Mill Road", FERRY[2], "## Depot Hill", FERRY[3])
_STORY = ("# Boats back at Alder Point", "By Ada Quill", *FERRY[:2])


def test_a_label_that_nobody_knows_is_one_over_briefs() -> None:
    read = told(*_STORY, "### OPEN BARNS", *_PIECES)
    assert [words for words in read[4:] if not words.startswith("paragraph")] == [
        "column_label OPEN BARNS",
        "headline Gull Point",
        "headline Mill Road",
        "headline Depot Hill",
    ]


@pytest.mark.parametrize(
    "pieces",
    [
        pytest.param(_PIECES[:4], id="two are too few"),
        pytest.param(("## Boats", "By Ed Hoyt", FERRY[0], *_PIECES), id="a story with its writer"),
        pytest.param(("## Boats wait", *FERRY[:2], *_PIECES), id="a story of several paragraphs"),
    ],
)
def test_a_kicker_stays_one(pieces: tuple[str, ...]) -> None:
    assert "column_label OPEN BARNS" not in told(*_STORY, "### OPEN BARNS", *pieces)


def test_personals_have_no_heads_and_the_next_headline_ends_them() -> None:
    items = ("Ed Hoyt has a new buggy.", "Miss Ada Quill is home.", "The mill is closed.")
    read = told("LOCAL AND PERSONAL", *items, "## Fire takes the old mill", *FERRY[:2])
    assert read[0] == "column_label LOCAL AND PERSONAL"
    assert read[4] == "headline Fire takes the old mill"
