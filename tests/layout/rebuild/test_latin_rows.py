"""Rows of a table that the OCR gave as plain lines."""

import pytest

from layout.ledger import is_balanced
from layout.rebuild import rebuild
from layout.rebuild.latin_rows import is_head_of, latin_row
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


def test_one_line_with_figures_is_no_table() -> None:
    assert not any(line.startswith("table") for line in told(*FERRY, "Mill Road 95 63.2"))


def test_nothing_is_joined_to_a_whole_table() -> None:
    source = "<table><tr><td>\n\n，"
    assert is_balanced(rebuild(read_markdown("page", source)))
