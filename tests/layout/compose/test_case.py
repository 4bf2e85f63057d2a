"""Type set from the case: what stays together in a column, and how its heads are broken."""

import pytest

from layout.compose.galley import Line, Piece
from layout.compose.structure import Copy, grown
from layout.compose.tables import TableWork
from tests.build import edition_of
from tests.layout.compose.cases import case_of, jobs_of


def table_of(rows: int) -> str:
    return "article table 16\ntable 年 | 数 // " + " // ".join(f"{n} | 3" for n in range(rows))


@pytest.mark.parametrize(
    ("rows", "parts"),
    [pytest.param(5, False, id="short"), pytest.param(60, True, id="long")],
)
def test_only_a_long_table_goes_on_in_the_next_column(rows: int, parts: bool) -> None:
    (job,) = jobs_of(table_of(rows))
    assert isinstance(job.parts[0], TableWork)
    slugs = job.case.slugs(job.parts, 16)
    assert any(slug.loose for slug in slugs[1:]) is parts


def test_a_headline_in_a_column_has_lines_of_even_length() -> None:
    case = case_of("en")
    (job,) = jobs_of("article news 30\nparagraph a\nheadline Bridge work to close Mill Road", "en")
    piece = job.parts[-1]
    assert isinstance(piece, Piece)
    lines = [slug.type for slug in case.slugs([piece], 14) if isinstance(slug.type, Line)]
    assert [piece.matter.text[line.cut.start : line.cut.end] for line in lines] == [
        "Bridge work to ",
        "close Mill Road",
    ]


@pytest.mark.parametrize(
    ("item", "bullet"),
    [
        pytest.param("5 percent more", True, id="a quantity"),
        pytest.param("8.6 percent more", True, id="a decimal"),
        pytest.param("8. percent", False, id="a number with its point"),
        pytest.param("（一）百分之八", False, id="in brackets"),
    ],
)
def test_an_item_that_brings_a_number_needs_no_bullet(item: str, bullet: bool) -> None:
    _, (bundle,) = grown(edition_of(f"article list 16\nlist_item {item}"))
    (copy,) = bundle.stories[0].parts
    assert isinstance(copy, Copy)
    assert (copy.bullet is not None) is bullet
