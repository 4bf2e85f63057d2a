"""Pieces: paragraphs in their manner, and lines of them that are of even length."""

import pytest

from layout.compose.galley.structure import Copy, Words
from layout.model import Role
from tests.layout.compose.cases import case_of


@pytest.mark.parametrize(
    ("text", "measure", "ends"),
    [
        pytest.param("一二三四五六七八九十甲乙丙丁", 10, [7, 14], id="even"),
        pytest.param("一二三四五六七八九十", 10, [10], id="one line"),
        pytest.param("“一二三四五六七八九，甲乙丙丁戊己庚辛壬癸", 10, [11, 21],
                     id="wider than its measure by the white of its marks"),
    ],
)  # fmt: skip
def test_lines_of_even_length(text: str, measure: int, ends: list[int]) -> None:
    piece = case_of().piece(Copy(Role.SIGNOFF, Words(text, 0)))
    assert [cut.end for cut in piece.even_cuts(measure)] == ends
