"""A line shows how long it is, and where in its block it stands."""

import pytest

from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.survey.line_looks import line_looks


@pytest.mark.parametrize(
    ("ems", "size"),
    [(4, "tiny"), (4.5, "small"), (9.5, "short"), (20, "medium"), (32, "long"), (32.5, "huge")],
)
def test_lines_come_in_sizes(ems: float, size: str) -> None:
    (piece,) = pieces_of("稻", 0)
    assert size in set(line_looks("稻", "稻", ems, piece))


def test_a_line_knows_its_place_in_the_block() -> None:
    pieces = pieces_of("早稻 晚稻 中稻", 0)
    shown = [
        set(line_looks(p.words, p.words, 2, p)) & {"opens", "middle", "closes"} for p in pieces
    ]
    assert shown == [{"opens"}, {"middle"}, {"closes"}]
