"""Columns: even, in order, and never parted where type must stay together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.compose.galley import Line, Slug
from layout.compose.galley.columns import Stack
from layout.compose.galley.structure import Copy, Words
from layout.compose.lines import Cut
from layout.model import Role
from tests.layout.compose.cases import case_of

PIECE = case_of().piece(Copy(Role.BODY, Words("一", 0)))


def slugs_of(notation: str) -> list[Slug]:
    """A slug for each character: `x` may begin a column, `-` may not, `^` has white before it."""
    line = Line(PIECE, Cut(1, 2, 0, 0))
    return [Slug(1, 1 if c == "^" else 0, c != "-", line) for c in notation]


def lengths_of(notation: str, count: int, taken: list[int] | None = None) -> list[int]:
    columns = Stack(slugs_of(notation), taken or [0] * count).balanced()
    return [end - start for start, end in columns.spans()]


@pytest.mark.parametrize(
    ("notation", "count", "lengths"),
    [
        pytest.param("x" * 12, 3, [4, 4, 4], id="even"),
        pytest.param("x" * 13, 3, [5, 4, 4], id="the first ones are longer"),
        pytest.param("xxx-xxx-", 2, [4, 4], id="no last line alone"),
        pytest.param("xxxx-xxx", 2, [5, 3], id="the last one may be the shortest"),
        pytest.param("xxx^-xxx", 2, [3, 5], id="no head at the foot, nor white at the top"),
        pytest.param("x", 3, [1, 0, 0], id="one line"),
        pytest.param("", 2, [0, 0], id="none"),
        pytest.param("x-----", 2, [6, 0], id="what cannot be parted"),
        pytest.param("x-x-x-x-", 3, [4, 2, 2], id="no column is left empty"),
        pytest.param("xx-x-x-", 4, [1, 2, 2, 2], id="nor the last of many"),
    ],
)
def test_balanced(notation: str, count: int, lengths: list[int]) -> None:
    assert lengths_of(notation, count) == lengths


def test_a_lifted_plate_shortens_its_columns() -> None:
    assert lengths_of("x" * 20, 4, [0, 0, 4, 4]) == [7, 7, 3, 3]


def test_no_line_stands_alone_below_a_lifted_plate_to_fill_its_columns() -> None:
    assert lengths_of("x" * 20, 4, [0, 0, 9, 9]) == [10, 10, 0, 0]


def lines_of(*copies: tuple[Role, int]) -> list[Slug]:
    """The slugs of paragraphs of so many characters, at ten ems."""
    case = case_of()
    pieces = [case.piece(Copy(role, Words("春" * length, 0))) for role, length in copies]
    return case.slugs(pieces, 10)


def test_no_first_line_of_a_paragraph_stands_alone_at_a_foot() -> None:
    slugs = lines_of((Role.BODY, 40), (Role.BODY, 50), (Role.BODY, 50))
    assert len(slugs) == 17
    assert Stack(slugs, [0, 0, 0]).balanced().starts == (0, 5, 11, 17)


def test_a_head_in_a_column_keeps_two_lines_below_it() -> None:
    slugs = lines_of((Role.BODY, 45), (Role.SUBHEAD, 2), (Role.BODY, 45))
    assert [slug.loose for slug in slugs[5:]] == [True, False, False, True, True, False]


def test_columns_filled_to_a_depth_leave_the_rest() -> None:
    stack = Stack(slugs_of("x" * 10), [0, 0])
    assert stack.filled(4) == (0, 4, 8)


@given(st.text("xx-^", max_size=60), st.integers(1, 6))
def test_every_slug_stands_in_one_column_in_order(notation: str, count: int) -> None:
    slugs = slugs_of(notation)
    columns = Stack(slugs, [0] * count).balanced()
    assert columns.starts[0] == 0
    assert columns.starts[-1] == len(slugs)
    assert list(columns.starts) == sorted(columns.starts)
    stack = Stack(slugs, [0] * count)
    assert all(stack.height(a, b) <= columns.depth for a, b in columns.spans())


@given(st.text("x", min_size=1, max_size=80), st.integers(1, 6))
def test_loose_slugs_divide_as_numbers_do(notation: str, count: int) -> None:
    full, more = divmod(len(notation), count)
    assert lengths_of(notation, count) == [full + (number < more) for number in range(count)]
