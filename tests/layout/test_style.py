"""Papers by name or measurements, and the manner of each role."""

import pytest

from layout.errors import UsageError
from layout.geometry import mm
from layout.model import Kind, Role
from layout.style import style


@pytest.mark.parametrize(
    ("paper", "width", "height", "columns"),
    [
        pytest.param("broadsheet", 390, 545, 6, id="the default"),
        pytest.param("tabloid", 273, 393, 5, id="half of it"),
        pytest.param("300x450mm", 300, 450, 5, id="any size"),
        pytest.param("80x200mm", 80, 200, 1, id="a strip"),
    ],
)
def test_papers(paper: str, width: float, height: float, columns: int) -> None:
    made = style(paper).paper
    assert (made.size.width, made.size.height) == (mm(width), mm(height))
    assert made.columns == columns
    assert 0 < 2 * made.side < made.size.width


@pytest.mark.parametrize("paper", ["", "a7", "30x40mm", "9000x400mm", "300x400", "-3x4mm"])
def test_a_paper_that_is_none(paper: str) -> None:
    with pytest.raises(UsageError):
        style(paper)


@pytest.mark.parametrize(
    ("columns", "body_size"),
    [(0, None), (40, None), (-1, None), (None, 5.0), (None, 40.0)],
)
def test_what_no_sheet_can_be_made_of(columns: int | None, body_size: float | None) -> None:
    with pytest.raises(UsageError):
        style("a4", columns=columns, body_size=body_size)


def test_every_role_and_kind_has_its_look() -> None:
    house = style()
    assert all(house.manner(role).scale > 0 for role in Role)
    assert all(0 < house.weight(kind) < 2 for kind in Kind)
