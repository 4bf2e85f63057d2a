"""Heads: lines of even length that end where a phrase does, as large as their span allows."""

import pytest

from layout.compose.galley.head_pieces import HeadPiece, head_piece
from layout.compose.galley.heads import Span, heads
from layout.compose.galley.structure import Copy, Words
from layout.model import Role
from layout.style import style
from tests.layout.compose.fixed import FixedRuler


def piece_of(text: str, ends: tuple[int, ...] = (), language: str = "zh-Hans") -> HeadPiece:
    return head_piece(Copy(Role.HEADLINE, Words(text, 1, ends)), FixedRuler(), language)


def lines_of(piece: HeadPiece, count: int) -> list[str]:
    lines = piece.broken(count)
    assert lines is not None
    text = piece.matter.text
    return [text[a:b] for a, b in zip(lines.starts, lines.starts[1:], strict=False)]


@pytest.mark.parametrize(
    ("text", "ends", "language", "expected"),
    [
        pytest.param("一片叶子富一方 千亩茶山活一城", (8,), "zh-Hans",
                     ["一片叶子富一方 ", "千亩茶山活一城"], id="two parts"),
        pytest.param("云陵至江沅城际铁路开始铺轨", (), "zh-Hans",
                     ["云陵至江沅", "城际铁路开始铺轨"], id="phrases"),
        pytest.param("Council backs plan to reopen terminal", (), "en",
                     ["Council backs plan ", "to reopen terminal"], id="words"),
        pytest.param("Council backs $84 million plan to buy it", (), "en",
                     ["Council backs ", "$84 million plan to buy it"], id="no number at the end"),
        pytest.param("Volunteers save century-old reading room", (), "en",
                     ["Volunteers save ", "century-old reading room"], id="whole ones"),
    ],
)  # fmt: skip
def test_two_lines(text: str, ends: tuple[int, ...], language: str, expected: list[str]) -> None:
    assert lines_of(piece_of(text, ends, language), 2) == expected


def test_parts_on_one_line_stand_an_em_apart() -> None:
    assert piece_of("甲乙 丙丁", (3,)).total == 5000
    assert piece_of("甲乙丙丁", (2,)).total == 5000
    assert piece_of("ab cd", (3,), "en").total == 2250


def test_no_em_is_added_to_the_white_of_a_comma() -> None:
    parted, whole = piece_of("甲乙，丙丁", (3,)), piece_of("甲乙，丙丁")
    assert parted.total == whole.total
    assert lines_of(parted, 2) == ["甲乙，", "丙丁"]
    assert piece_of("甲乙！丙丁", (3,)).total == whole.total + 1000


@pytest.mark.parametrize(
    ("width", "count"),
    [
        pytest.param(800, 1, id="wide"),
        pytest.param(300, 2, id="half"),
        pytest.param(90, 3, id="narrow"),
    ],
)
def test_the_span_decides_the_number_of_lines(width: float, count: int) -> None:
    piece = piece_of("强力推动产业升级走好强市兴市之路")
    best = heads([piece], Span(width, 10.0, 10 + 0.0445 * width), style().display)[0]
    assert len(best.lines) == count
    assert all(piece.width(n.start, n.end) * n.size / 1000 <= width for n in best.lines)


@pytest.mark.parametrize("width", range(60, 220, 7))
def test_lines_over_a_narrow_span_fit_it(width: int) -> None:
    """Squeezed lines of a body may be wider by nature, but a head is not squeezed."""
    line = Copy(Role.KICKER, Words("（上接04-10版）船停下来的地方 桥接着走", 1))
    head = heads([head_piece(line, FixedRuler(), "zh-Hans")], Span(width, 8, 12), style().display)[
        0
    ]
    widths = [line.piece.width(line.start, line.end) * line.size / 1000 for line in head.lines]
    assert max(widths) <= width


def test_a_long_span_asks_for_a_large_headline() -> None:
    piece = piece_of("大事记")
    sizes = [
        heads([piece], Span(width, 10.0, 10 + 0.0445 * width), style().display)[0].choice.size
        for width in (150, 400, 1000)
    ]
    assert sizes == sorted(sizes)
    assert sizes[-1] == pytest.approx(54.5)


def test_a_headline_too_long_to_be_balanced_is_set_line_by_line() -> None:
    piece = piece_of("甲" * 150)
    (best,) = heads([piece], Span(120.0, 10.0, 15.0), style().display)
    assert "".join(piece.matter.text[n.start : n.end] for n in best.lines) == "甲" * 150
    assert len(best.lines) > 10


def test_latin_lines_rather_fill_their_span_than_leave_half_of_it_white() -> None:
    piece = piece_of("Teachers reach tentative deal with district", language="en")
    best = heads([piece], Span(640.0, 10.0, 62.0), style().display)[0]
    assert len(best.lines) == 2


@pytest.mark.parametrize(
    ("text", "width", "ideal", "count"),
    [
        pytest.param("Today's weather", 640.0, 30.0, 1, id="one line will do"),
        pytest.param("How we got here", 180.0, 24.0, 1, id="nearly fills its span"),
        pytest.param(
            "Council backs $84 million plan to reopen old ferry terminal", 538.0, 40.5, 2, id="even"
        ),
    ],
)
def test_no_latin_headline_is_broken_once_more_to_stand_beside_white(
    text: str, width: float, ideal: float, count: int
) -> None:
    """Not even where the sheet has a line to spare."""
    found = heads([piece_of(text, language="en")], Span(width, 11.0, ideal), style().display)
    assert {len(head.lines) for head in found} == {count}
