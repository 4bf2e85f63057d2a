"""Lists without bullets, known by lines that are alike."""

from itertools import permutations

import pytest

from layout.rebuild.lines.pieces import Piece, pieces_of
from layout.rebuild.survey.latin_lists import labelled_items
from tests.layout.rebuild.proofs import FERRY, told

HEAD = "# Boats back at Alder Point after a winter in dock"
TEXT = tuple(f"{one} {other}" for one, other in permutations(FERRY, 2))


def _pieces(*blocks: str) -> tuple[Piece, ...]:
    return tuple(piece for i, words in enumerate(blocks) for piece in pieces_of(words, i))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param(
            ["What: a boat ride", "When: 7 p.m. Friday", "Where: Alder Point"],
            {0, 1, 2},
            id="labels",
        ),
        pytest.param(
            ["742: Miles of main.", "$3.2 million: The budget.", "61 percent: Leaks."],
            {0, 1, 2},
            id="figures",
        ),
        pytest.param(["What: a boat ride", "When: 7 p.m. Friday"], set(), id="two are none"),
        pytest.param(
            ["Quill: Why?", "Roe: Because.", "Quill: When?", "Roe: Now."], set(), id="voices"
        ),
        pytest.param(["Monday: Chili", "Tuesday: Rolls", "Friday: Fish"], {0, 1, 2}, id="a menu"),
        pytest.param(
            ["Monday: Chili at 11 a.m. Tuesday: Rolls for all.", "Friday: Fish"],
            {0, 1, 2},
            id="days in one block",
        ),
        pytest.param(
            [
                "Aug. 29, 8:14 p.m.: Dog\nloose.",
                "Aug. 30, 9 p.m.: Dog\nfound.",
                "11:05 p.m.: Dog lost.",
            ],
            {0, 2, 4},
            id="hours over lines",
        ),
        pytest.param(["Today: Sunny.", "Thursday: Rain.", "Friday: Fog."], set(), id="a forecast"),
    ],
)
def test_finds_items_that_begin_with_a_label(blocks: list[str], expected: set[int]) -> None:
    pieces = _pieces(*blocks)
    assert labelled_items(pieces, [frozenset()] * len(pieces)) == expected


def test_lines_that_begin_with_figures_are_a_list_without_stops() -> None:
    items = ("2 cups of flour", "1lb apples, peeled", "4oz butter", "3 eggs")
    for between in ("\n\n", "\n"):
        page = told(HEAD, *TEXT, "# Apple cake", FERRY[0], between.join(items), FERRY[1])
        assert page[-5:-1] == [f"list_item {words}" for words in items]


@pytest.mark.parametrize(
    "days",
    [
        pytest.param(("1911:", "1954:", "2008:"), id="years"),
        pytest.param(("1911 —", "1954 —", "2008 —"), id="with dashes"),
        pytest.param(("June 3, 1911:", "May 1954:", "Oct. 10, 2008:"), id="days"),
    ],
)
def test_lines_that_begin_with_dates_are_a_chronology(days: tuple[str, ...]) -> None:
    told_of = ("The pier opens.", "Car ferries end. No one is glad.", "A fire guts the hall.")
    items = [f"{day} {words}" for day, words in zip(days, told_of, strict=True)]
    page = told(HEAD, *TEXT, "# How we got here", *items)
    assert page[-3:] == [f"timeline_item {words}" for words in items]


def test_programmes_by_the_hour_are_no_verse() -> None:
    hours = ("6.00 The News at Six.", "6.40 Harbor Lights.", "7.30 Digging.", "8.00 The Barge.")
    page = told(HEAD, *TEXT, "# Tonight", "\n".join(hours))
    assert page[-4:] == [f"list_item {words}" for words in hours]


def test_what_stands_under_years_is_told_of_them() -> None:
    told_of = ("The crossing opens on the first of May.", "A storm takes the pier.")
    page = told(HEAD, "# A short history", "1189", told_of[0], "1644", told_of[1])
    assert page[-3::2] == [f"timeline_item {words}" for words in told_of]


def test_what_to_know_is_a_list() -> None:
    items = ("What: A ride to Gull Island", "When: 7 p.m. Friday", "Where: The pier at Alder Point")
    assert told(HEAD, *FERRY, "### If you go", *items)[-3:] == [f"list_item {i}" for i in items]


def test_a_year_glued_to_its_first_event_is_parted_from_it() -> None:
    events = [
        "2019 ● March 4: Work begins.",
        "● May 5: The first span is set.",
        "2020 ● June 8: Boats run.",
    ]
    page = told("# How we got here", *events)
    assert [line.split()[0] for line in page] == [
        "headline",
        *("timeline_year", "timeline_item", "timeline_item"),
        *("timeline_year", "timeline_item"),
    ]


def test_results_of_games_are_a_list_under_a_headline() -> None:
    games = (
        "Alder 34, Holy Name 6",
        "Depot Hill 21, St. Ives 14",
        "Mill Road 12,",
        "Poole 9, Gull 0",
    )
    read = told(HEAD, *TEXT[:3], "# Area scores", *games)
    assert read[4] == "headline Area scores"
    assert [words.split(" ", 1)[0] for words in read[5:]] == ["list_item"] * 4
