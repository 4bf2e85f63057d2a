"""The rules of Chinese line composition one by one, by where each character comes to stand.

Numbers of sections are those of CLREQ (W3C, Requirements for Chinese Text Layout). Lines are set in
10 points at the left edge 0, so a place is ems times ten.
"""

from itertools import pairwise

import pytest

from layout.compose import compose
from layout.compose.lines import Cut, broken
from layout.compose.lines.matter import Matter
from layout.compose.lines.measuring import measured
from layout.compose.lines.totalfit import Room
from layout.compose.stone import Bed, Type, run
from layout.sheet import Face, Run, edges
from layout.style import Align, style
from tests.build import edition_of
from tests.layout.compose.fixed import HAND, TRADITIONAL_HAND, FixedRuler

SIZE = 10.0
Line = tuple[str, list[float]]


def set_in(ems: float, text: str, indent: int = 0, traditional: bool = False) -> list[Line]:
    """The lines of a paragraph in a column: their words, where each character begins and the end.

    The end is that of the last character's ink: without the white half of a closing mark.
    """
    matter = measured(text, TRADITIONAL_HAND if traditional else HAND)
    return [line_of(matter, cut, ems) for cut in broken(matter, Room(round(ems * 1000), indent))]


def line_of(matter: Matter, cut: Cut, ems: float) -> Line:
    bed = Bed(0.0, 0.0, ems * SIZE, Align.JUSTIFY)
    line = run(matter, cut, Type(Face.SONG, SIZE, None), bed)
    *places, end = edges(line, FixedRuler().advances)
    white = (matter.tails.get(cut.end - 1, 0) + line.spread) * SIZE / 1000
    return line.text, [round(place, 2) for place in (*places, end - white)]


def words(lines: list[Line]) -> list[str]:
    return [text for text, _ in lines]


@pytest.mark.parametrize("mark", "，、；：。！？”’）》」』】〕·・～／%‰℃—…々")
def test_marks_that_begin_no_line(mark: str) -> None:
    """3.1.2.1 and GB/T 15834, 5.1.1 to 5.1.4."""
    (first, _), *_ = set_in(4, f"一二三四{mark}五六七八")
    assert first in ("一二三", f"一二三四{mark}")


@pytest.mark.parametrize("mark", "“‘（《「『【〔￥＄№")
def test_marks_that_end_no_line(mark: str) -> None:
    """3.1.2.1 and GB/T 15834, 5.1.2."""
    (first, _), *_ = set_in(4, f"一二三{mark}四五六七八")
    assert first == "一二三"


@pytest.mark.parametrize("pair", ["——", "……"])
def test_a_mark_of_two_ems_is_not_parted(pair: str) -> None:
    """3.1.2.2: nor does a space open in it where the line is stretched."""
    first, second, *_ = set_in(6.5, f"一二三{pair}四五六七八九十一")
    assert first[0] == f"一二三{pair}四"
    assert first[1][4] - first[1][3] == 10.0
    assert pair not in second[0]


@pytest.mark.parametrize("number", ["3.5%", "90℃", "￥90", "-20", "60km/h", "12,500"])
def test_a_number_keeps_its_sign_and_its_unit(number: str) -> None:
    """3.1.2.3."""
    assert any(number in line for line in words(set_in(5, f"一二三四{number}五六七八九十")))


def test_a_paragraph_begins_two_ems_in() -> None:
    """3.2.1; an opening mark there gives up its white half (3.1.4)."""
    plain, quoted = (set_in(8, f"{mark}一二", 2000)[0][1] for mark in ("", "“"))
    assert plain == [20, 30, 40]
    assert quoted == [15, 25, 35, 45]


def test_an_opening_mark_at_any_line_start_is_half() -> None:
    """3.1.4: its white hangs out, its ink begins with the column."""
    _, (text, places) = set_in(4, "一二三四“五六七")
    assert text == "“五六七"
    assert places[:2] == [-5.0, 5.0]


def test_a_mark_at_a_line_end_is_half() -> None:
    """3.1.4: its ink ends with the column."""
    (text, places), *_ = set_in(4.5, "一二三四，五六七八")
    assert text == "一二三四，"
    assert places == [0, 10, 20, 30, 40, 45]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("一”，二", [0, 10, 15, 25, 35], id="closing and closing"),
        pytest.param("一）（二", [0, 10, 15, 25, 35], id="closing and opening"),
        pytest.param("一（“二", [0, 10, 15, 25, 35], id="opening and opening"),
        pytest.param("一。一", [0, 10, 20, 30], id="a mark alone keeps its em"),
    ],
)
def test_adjacent_marks_share_half_an_em(text: str, places: list[float]) -> None:
    """3.1.6.1."""
    assert set_in(9, text) == [(text, places)]


def test_a_quarter_em_between_han_and_latin() -> None:
    """3.2.2, but none at the ends of a line."""
    assert set_in(9, "a一2二") == [("a一2二", [0, 7.5, 20, 27.5, 37.5])]


@pytest.mark.parametrize("text", ["11～26", "3／5", "28℃"])
def test_signs_between_numbers_stand_close(text: str) -> None:
    """3.2.2 is about words and numbers beside Han characters, not about these."""
    ((_, places),) = set_in(9, text)
    assert places[-1] == sum(10 if sign in "～／℃" else 5 for sign in text)


@pytest.mark.parametrize(
    ("text", "ems", "gave"),
    [
        pytest.param("一・二（三四五六七八", 9.75, {0: 1.25, 1: 1.25, 2: 0.0}, id="a dot first"),
        pytest.param("一二，三（四五六七八", 9.5, {2: 0.0, 3: 5.0}, id="a bracket before a comma"),
        pytest.param("一二。三，四五六七八", 9.5, {2: 0.0, 4: 5.0}, id="a comma before a stop"),
        pytest.param("一二。三a四五六七八九", 10.75, {2: 0.0, 4: 1.25}, id="a gap before a stop"),
        pytest.param("一二。三四五六七八九", 9.5, {2: 5.0}, id="a stop last"),
    ],
)
def test_the_order_in_which_a_full_line_gives_way(
    text: str, ems: float, gave: dict[int, float]
) -> None:
    """3.1.6.2: how much narrower each place is than in a line with room enough."""
    ((_, loose),), ((_, tight),) = set_in(30, text), set_in(ems, text)
    narrower = {at: loose[at + 1] - loose[at] - tight[at + 1] + tight[at] for at in gave}
    assert narrower == pytest.approx(gave, abs=0.02)


@pytest.mark.parametrize(
    ("missing", "space", "gap", "han"),
    [
        pytest.param(200, 4.5, 2.5, 0.0, id="a space first, to half an em"),
        pytest.param(300, 5.0, 3.0, 0.0, id="then the gap beside Latin, to a third"),
        pytest.param(750, 5.69, 4.03, 0.69, id="then all alike, but inside a word"),
    ],
)
def test_the_order_in_which_a_line_opens(
    missing: int, space: float, gap: float, han: float
) -> None:
    """3.1.6.3."""
    matter = measured("一ab 二三四五六", HAND)
    _, places = line_of(matter, Cut(0, 8, 0, missing), 9)
    widths = [b - a for a, b in pairwise(places)]
    assert places[1] - 10 == pytest.approx(gap, abs=0.02)
    assert widths[1] == pytest.approx(5, abs=0.02)
    assert widths[3] == pytest.approx(space, abs=0.02)
    assert widths[5] - 10 == pytest.approx(han, abs=0.02)


def test_the_white_before_a_long_number_is_shared_with_the_line_above() -> None:
    """3.1.6: a line is not set wide apart where its neighbour can spare it a character."""
    upper, lower, *_ = set_in(8, "一二三四五六七八九十甲乙丙丁123456789戊己庚辛壬癸")
    step = 10 + 10 / 6
    assert [upper[0], lower[0]] == ["一二三四五六七", "八九十甲乙丙丁"]
    for _, places in (upper, lower):
        assert places == pytest.approx([*(step * n for n in range(7)), 80.0], abs=0.02)


def test_a_line_is_not_opened_for_one_below_that_lacks_a_character() -> None:
    """3.1.6."""
    upper, lower, *_ = set_in(8, "一二三四五六七八九十甲乙丙丁戊123456789己庚辛")
    assert [upper[0], lower[0]] == ["一二三四五六七八", "九十甲乙丙丁戊"]


def test_much_white_is_shared_by_three_lines() -> None:
    """3.1.6."""
    lines = set_in(9, "一二三四五六七八九十甲乙丙丁戊己庚辛春夏秋冬天12345678日月星辰风")
    assert words(lines)[:3] == ["一二三四五六七八", "九十甲乙丙丁戊己", "庚辛春夏秋冬天"]


def test_no_character_is_alone_in_the_last_line() -> None:
    """3.2.3."""
    assert words(set_in(4, "一二三四五。")) == ["一二三", "四五。"]
    assert words(set_in(4, "一二三四五……")) == ["一二三四", "五……"]
    assert words(set_in(4, "一二三四五〔…〕")) == ["一二三四", "五〔…〕"]


def test_traditional_stops_stand_in_the_middle_and_keep_their_em() -> None:
    """3.1.2: at a line's end as well."""
    (text, places), *_ = set_in(5, "一二三四，五六七八九", traditional=True)
    assert (text, places) == ("一二三四，", [0, 10, 20, 30, 40, 50])


def test_a_last_line_does_not_stand_alone_at_the_top_of_a_column() -> None:
    """3.2.4: whatever the lengths, no column begins with the end of a paragraph."""
    crossing = 0
    for length in range(20, 90, 3):
        body = "\n".join([f"paragraph {'春' * length}。"] * 40)
        forme = compose(
            edition_of(f"article news 16\nheadline 甲乙\n{body}"), style("a4"), FixedRuler()
        )
        lines: dict[int, list[Run]] = {}
        for item in forme.sheets[0].drawn:
            if isinstance(item, Run) and "春" in item.text and item.element is not None:
                lines.setdefault(item.element, []).append(item)
        for runs in lines.values():
            if len(runs) > 1:
                assert runs[-1].at.y > runs[-2].at.y, [run.text for run in runs]
                crossing += any(below.at.y < above.at.y for above, below in pairwise(runs))
    assert crossing >= 8
