"""Rows of a table that the OCR gave as plain lines."""

import pytest

from layout.ledger import is_balanced
from layout.rebuild import rebuild
from layout.rebuild.signs.latin_rows import is_head_of, joined_rows, latin_row, listed_row
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import FERRY, told


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("Canal Street 3279 8119", ("Canal Street", "3279", "8119")),
        ("Orchard Lane 58 -9.6 $57.5", ("Orchard Lane", "58", "-9.6", "$57.5")),
        ("The vote was 7-4", ()),
        ("On May 5 2017", ("On May", "5", "2017")),
        ("2017 2018", ()),
    ],
)
def test_parts_label_and_figures(words: str, cells: tuple[str, ...]) -> None:
    assert latin_row(words) == cells


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("Red Mesa 28 13 .683 —", ("Red Mesa", "28 13 .683 —")),
        ("Barley, grinding 38s. to 41s.", ("Barley, grinding", "38s. to 41s.")),
        ("24-carat gold (8 gm) Rs. 3,692", ("24-carat gold (8 gm)", "Rs. 3,692")),
        ("Lisbon, T.T. 1/2 7/8", ("Lisbon, T.T.", "1/2 7/8")),
        ("High 4:12 a.m. 9.8 ft", ("High", "4:12 a.m. 9.8 ft")),
        ("Star of Goa Bombay Nov. 19", ("Star of Goa Bombay", "Nov. 19")),
        ("2017 2018", ()),
        ("Apartments: 240", ()),
        ("The vote was 7-4, the mayor said", ()),
    ],
)
def test_parts_a_label_from_all_that_is_told_in_figures(words: str, cells: tuple[str, ...]) -> None:
    assert listed_row(words) == cells


def test_a_head_has_as_many_words_as_rows_have_cells() -> None:
    assert is_head_of("Department Change 2022", 3)
    assert not is_head_of("Department Change 2022", 4)
    assert not is_head_of("what the study found", 4)


def test_reads_rows_in_blocks_of_their_own_as_a_table() -> None:
    rows = ["Department 2022 2023", "Canal Street 64 371", "Mill Road 95 5"]
    page = told("# Boats at a glance", FERRY[0], "Annual ridership", *rows)
    assert page[-2:] == [
        "table_title Annual ridership",
        "table Department | 2022 | 2023 // Canal Street | 64 | 371 // Mill Road | 95 | 5",
    ]


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        pytest.param(
            "Canal Street 64 371 Mill Road 95 -63.2 Quay $8 +4%",
            ["Canal Street 64 371", "Mill Road 95 -63.2", "Quay $8 +4%"],
            id="rows",
        ),
        pytest.param(
            "Stop 2022 Change Canal Street 64 371 Mill Road 95 63 Quay 8 4",
            [],
            id="a head of years",
        ),
        pytest.param(
            "Stop Boats Change Canal Street 64 371 Mill Road 95 63 Quay 8 4",
            ["Stop Boats Change", "Canal Street 64 371", "Mill Road 95 63", "Quay 8 4"],
            id="a head",
        ),
        pytest.param("Canal Street 64 371 Mill Road 95 63", [], id="too few"),
        pytest.param("Canal 64 371 Mill 95 63 Quay 8 4 7", [], id="not alike"),
        pytest.param("Canal 64 371 Mill 95 63 Quay 8 4 boats", [], id="words behind"),
    ],
)
def test_parts_rows_that_were_joined(words: str, rows: list[str]) -> None:
    assert [words[a:b] for a, b in joined_rows(words)] == rows


_BOATS = (
    "table Stop | Boats | Change // Canal Street | 64 | 371 // Mill Road | 95 | 63 // Quay | 8 | 4"
)


@pytest.mark.parametrize(
    "between",
    [pytest.param("\n", id="lines"), pytest.param(" ", id="joined lines")],
)
def test_reads_rows_in_one_block_with_their_head(between: str) -> None:
    rows = ["Stop Boats Change", "Canal Street 64 371", "Mill Road 95 63", "Quay 8 4"]
    page = told("# Boats at a glance", FERRY[0], "Annual ridership", between.join(rows))
    assert page[-2:] == ["table_title Annual ridership", _BOATS]


def test_reads_a_title_in_one_block_with_its_rows() -> None:
    rows = "Annual ridership\nStop   Boats\nCanal Street   64\nMill Road   95"
    page = told("# Boats at a glance", FERRY[0], rows)
    assert page[-2:] == [
        "table_title Annual ridership",
        "table Stop | Boats // Canal Street | 64 // Mill Road | 95",
    ]


def test_a_title_in_one_block_with_its_rows_is_no_part_of_the_list_before_it() -> None:
    dates = ("1984\nMarch: Two sisters begin.", "2009\nJune: The last boat is sold.")
    head = "FERRY SHARES\nCompany   Close   Change   Year to date"
    rows = "First Ferry   27.90   +0.15   -6.4%\nTidal Quay   8.03   +0.11   -12.0%"
    page = told("# How the boats came", FERRY[0], *dates, f"{head}\n{rows}")
    assert page[-2] == "table_title FERRY SHARES"


@pytest.mark.parametrize(
    ("over", "title"),
    [
        pytest.param("GRAIN\n\n", "table_title GRAIN", id="in a block of its own"),
        pytest.param("Grain, this week\n", "table_title Grain, this week", id="in their block"),
    ],
)
def test_lines_that_all_end_in_figures_are_a_table(over: str, title: str) -> None:
    rows = "Wheat, white 74s. to 79s.\nBarley 38s.\nEggs, per dozen 1 02"
    page = told("# Boats at a glance", FERRY[0], over + rows)
    told_in_rows = "Wheat, white | 74s. to 79s. // Barley | 38s. // Eggs, per dozen | 1 02"
    assert page[-2:] == [title, f"table {told_in_rows}"]


def test_one_row_of_a_table_may_end_in_a_word() -> None:
    rows = "Forge 23.41 +0.18\nPoultry 11.06 -0.44\nFarmers 38.75 unch\nMills 4.92 -0.07"
    page = told("# Boats at a glance", FERRY[0], f"STOCKS\n\n{rows}")
    assert page[-1].count("//") == 3
    assert page[-1].startswith("table Forge")


def test_lines_of_which_some_end_in_figures_are_no_table() -> None:
    lines = "The boats carried 3,201\npeople in May and 2,990\nin June, the harbor said."
    assert not any(line.startswith("table") for line in told(*FERRY, lines))


def test_blocks_in_a_row_that_end_in_figures_are_a_table() -> None:
    page = told("# Boats at a glance", FERRY[0], "### MARKETS", "Wheat 5.12", "Corn 3.40", "Oats 2")
    assert page[-2:] == ["table_title MARKETS", "table Wheat | 5.12 // Corn | 3.40 // Oats | 2"]


def test_one_line_with_figures_is_no_table() -> None:
    assert not any(line.startswith("table") for line in told(*FERRY, "Mill Road 95 63.2"))


def test_nothing_is_joined_to_a_whole_table() -> None:
    source = "<table><tr><td>\n\n，"
    assert is_balanced(rebuild(read_markdown("page", source)))
