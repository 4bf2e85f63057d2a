"""Headings that stand in two blocks, their first line at the foot of a paragraph."""

import pytest

from tests.layout.rebuild.proofs import FERRY, told

_HEAD = "# Boats back at Alder Point"


@pytest.mark.parametrize(
    ("first", "rest", "head"),
    [
        pytest.param(
            "Board weighs a second",
            "boat as riders wait",
            "Board weighs a second boat as riders wait",
            id="words",
        ),
        pytest.param(
            "Old landing gets a sec-",
            "ond chance",
            "Old landing gets a second chance",
            id="inside a word",
        ),
    ],
)
def test_such_headings_are_one(first: str, rest: str, head: str) -> None:
    read = told(_HEAD, f"{FERRY[0]} {first}", rest, *FERRY[1:])
    assert [words.split(" ", 1)[1] for words in read[1:4]] == [FERRY[0], head, FERRY[1]]
    assert read[2].split(" ", 1)[0] in {"headline", "subhead"}


def test_a_label_stands_over_the_first_of_them() -> None:
    read = told("IN BRIEF Ferry riders wait for", "a second boat", *FERRY[:2])
    assert read[:2] == ["column_label IN BRIEF", "headline Ferry riders wait for a second boat"]


def test_the_last_line_of_a_paragraph_is_no_such_rest() -> None:
    read = told(_HEAD, f"{FERRY[0]} The board met in", "the old landing.", *FERRY[1:])
    assert read[1].endswith("The board met in‖ the old landing.")


def test_a_table_between_is_no_rest() -> None:
    table = "| Boat | Fare |\n| --- | --- |\n| Morning | 2 |"
    read = told(_HEAD, f"{FERRY[0]} Fares of the", table, *FERRY[1:])
    assert any(words.startswith("table") for words in read)


def test_the_rest_may_stand_in_one_block_with_the_text() -> None:
    read = told(
        _HEAD, f"{FERRY[0]} Old landing weighs", f"a second boat Even so, {FERRY[1]}", *FERRY[2:]
    )
    assert [words.split(" ", 1)[1] for words in read[1:4]] == [
        FERRY[0],
        "Old landing weighs a second boat",
        f"Even so, {FERRY[1]}",
    ]
