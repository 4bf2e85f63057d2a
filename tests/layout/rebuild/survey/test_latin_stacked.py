"""Headings that stand in one block with their text, where the source kept line ends."""

import pytest

from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.survey.latin_stacked import lines_over_text
from tests.layout.rebuild.proofs import FERRY, latin, told

_STORY = tuple("\n".join(latin(words, 34)) for words in FERRY)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [
                "POLICE LOG",
                "Tools stolen",
                "Someone took two chain saws, a",
                "generator and a log splitter.",
            ],
            {0, 1},
            id="a label and a headline",
        ),
        pytest.param(
            [
                "Lost dog found once more, twice",
                "A beagle named Dumpling came home",
                "on its own on Saturday.",
            ],
            {0},
            id="a full line behind which the sentence breaks off",
        ),
        pytest.param(
            [
                "and came home late.",
                "Boats",
                "The ferry at Alder Point carries",
                "passengers until October.",
            ],
            {1},
            id="behind a closed line",
        ),
        pytest.param(
            ["The ferry at Alder Point carries", "passengers until October."], set(), id="text"
        ),
        pytest.param(
            ["Ferry riders heard it from", "The Associated Press, which sent a", "reporter."],
            set(),
            id="a word that waits for more",
        ),
        pytest.param(["Team W L", "Gulls 3 1", "Terns 2 2"], set(), id="no text below"),
    ],
)
def test_finds_what_heads_the_text_of_its_block(lines: list[str], expected: set[int]) -> None:
    assert lines_over_text(pieces_of("\n".join(lines), 0), 34) == expected


def test_a_label_and_a_headline_in_one_block_with_their_text() -> None:
    page = told(*_STORY, f"POLICE LOG\nBoat adrift again\n{_STORY[0]}")
    assert page[-3:] == [
        "column_label POLICE LOG",
        "headline Boat adrift again",
        f"paragraph {FERRY[0]}",
    ]


_FOOT = "The footbridge should be open by then."


@pytest.mark.parametrize(
    ("words", "following", "expected"),
    [
        pytest.param(f"{_FOOT} A family matter", FERRY[0], {1}, id="at the foot of a column"),
        pytest.param(f"{_FOOT} A family matter {FERRY[0]}", "", {1}, id="between paragraphs"),
        pytest.param(f"Lost dog found, twice {FERRY[0]}", "", {0}, id="over the first"),
        pytest.param(f"{_FOOT} Even so the board of", FERRY[0], set(), id="what waits for more"),
        pytest.param(f"{_FOOT} The span sank", "into the inner basin.", set(), id="what goes on"),
        pytest.param(f"{_FOOT} Cllr Derek", "Hollingworth, " + FERRY[0], set(), id="in a name"),
        pytest.param(f"{_FOOT} He was born in Elk Ford", FERRY[0], set(), id="what tells of him"),
        pytest.param(f"{_FOOT} The span sank.", FERRY[0], set(), id="a short sentence"),
        pytest.param("Nora Whitlow", FERRY[0], set(), id="a block of its own"),
    ],
)
def test_finds_heads_where_the_line_ends_are_gone(
    words: str, following: str, expected: set[int]
) -> None:
    assert lines_over_text(pieces_of(words, 0), 0, following) == expected


def test_a_subhead_joined_to_the_paragraph_above_it_is_one() -> None:
    page = told("# Boats back at Alder Point", FERRY[0], f"{FERRY[1]} A family matter", *FERRY[2:])
    assert page[2:4] == [f"paragraph {FERRY[1]}", "subhead A family matter"]


def test_a_headline_may_break_behind_a_word_that_waits() -> None:
    page = told("Ferry board under\nscrutiny", "By Nora Whitlow", *_STORY)
    assert page[0] == "headline Ferry board under scrutiny"


def test_a_label_in_capitals_is_parted_from_the_correction_below() -> None:
    words = "An article on Monday misstated the age of the firehouse. It was built in 1888."
    assert told("# Boats back at Alder Point", *FERRY, f"CORRECTION {words}")[-2:] == [
        "headline CORRECTION",
        f"paragraph {words}",
    ]


def test_a_dateline_in_capitals_is_no_heading() -> None:
    assert not lines_over_text(pieces_of(f"ALDER POINT (Reuters) — {FERRY[0]}", 0), 0)


def test_a_name_in_capitals_heads_the_lines_below() -> None:
    lines = ["MARGUERITE O. LANDRY", "Marguerite Landry, 88, of Shell", "Point died on August 21."]
    assert lines_over_text(pieces_of("\n".join(lines), 0), 30) == {0}


def test_a_paragraph_without_its_stop_breaks_behind_a_comma() -> None:
    last = "Neighbors complained of noise,\ndust and truck traffic at all\nhours of the night"
    page = told("# Boats back at Alder Point", *_STORY, last, "# Another boat is late", *_STORY[:2])
    assert page[5].startswith("paragraph Neighbors")
