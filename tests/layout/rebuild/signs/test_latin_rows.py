"""Rows of a table that the OCR gave as plain lines."""

import pytest

from layout.ledger import is_balanced
from layout.rebuild import rebuild
from layout.rebuild.signs.latin_rows import is_head_of, joined_rows, latin_row
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


def test_a_head_has_as_many_words_as_rows_have_cells() -> None:
    assert is_head_of("Department Change 2022", 3)
    assert not is_head_of("Department Change 2022", 4)
    assert not is_head_of("what the study found", 4)


def test_reads_rows_in_blocks_of_their_own_as_a_table() -> None:
    rows = ["Department 2022 2023", "Canal Street 64 371", "Mill Road 95 63.2"]
    page = told("# Boats at a glance", FERRY[0], "Annual ridership", *rows)
    assert page[-2:] == [
        "table_title Annual ridership",
        "table Department | 2022 | 2023 // Canal Street | 64 | 371 // Mill Road | 95 | 63.2",
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


def test_one_line_with_figures_is_no_table() -> None:
    assert not any(line.startswith("table") for line in told(*FERRY, "Mill Road 95 63.2"))


def test_nothing_is_joined_to_a_whole_table() -> None:
    source = "<table><tr><td>\n\n，"
    assert is_balanced(rebuild(read_markdown("page", source)))
