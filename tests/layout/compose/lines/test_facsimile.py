"""Lines kept as the old print had them: where they end, and what is done so that they fit."""

from itertools import accumulate

import pytest

from layout.compose import compose
from layout.compose.galley.structure import Copy, grown
from layout.compose.lines.facsimile import item_lead, original, parted_words
from layout.compose.lines.measuring import measured
from layout.compose.lines.totalfit import Room
from layout.model import Role
from layout.sheet import Run
from layout.style import LineMode, style
from tests.build import edition_of
from tests.layout.compose.fixed import HAND, LATIN_HAND, FixedRuler


def lines_of(text: str, ends: list[int], ems: float, indent: int = 0) -> list[str]:
    room = Room(round(ems * 1000), indent)
    cuts = original(measured(text, HAND, parted_words(text, ends)), room, ends, 0)
    return [text[cut.start : cut.end] for cut in cuts]


@pytest.mark.parametrize(
    ("text", "ends", "ems", "expected"),
    [
        pytest.param("一二三四五六", [2, 4], 4, ["一二", "三四", "五六"], id="short lines stay"),
        pytest.param("一二三，四五", [4], 3.5, ["一二三，", "四五"], id="full lines stay"),
        pytest.param("一二三四，五", [4], 4, ["一二三四", "，五"], id="even where none would end"),
        pytest.param("一二三四五六七八", [], 4, ["一二三四", "五六七八"], id="merged lines part"),
        pytest.param("一二三四〔…〕", [], 4, ["一二三四", "〔…〕"], id="a lost line has its own"),
        pytest.param("一〔…〕", [], 6, ["一〔…〕"], id="a lost end does not"),
    ],
)
def test_lines_end_where_they_did(
    text: str, ends: list[int], ems: float, expected: list[str]
) -> None:
    assert lines_of(text, ends, ems) == expected


def test_a_mended_line_is_crammed_rather_than_broken() -> None:
    text = "一二三四五六七八九十一二三四五六七"
    (line,) = original(measured(text, HAND), Room(16000), [], 0)
    assert (line.end, line.slack) == (17, -1000)


def test_a_word_parted_in_the_old_print_has_its_hyphen() -> None:
    text = "the apartments"
    first, _ = original(measured(text, HAND, parted_words(text, [9])), Room(4500), [9], 0)
    assert (first.end, first.slack) == (9, -250)


@pytest.mark.parametrize(
    ("lengths", "slacks"),
    [
        pytest.param([16, 14, 16, 5], [0, 2000, 0, 0], id="a line that lacks two ems is filled"),
        pytest.param([13, 14, 13, 13, 5], [0, 0, 0, 0, 0], id="but not beside a picture"),
        pytest.param([13, 14, 16, 5], [0, 2000, 0, 0], id="nor above or below one"),
        pytest.param([13, 15, 13, 5], [0, 1000, 0, 0], id="a line that lacks one em is filled"),
        pytest.param([14, 5], [2000, 0], id="a last line tells nothing"),
    ],
)
def test_a_line_among_short_ones_is_short(lengths: list[int], slacks: list[int]) -> None:
    text, ends = "一" * sum(lengths), [*accumulate(lengths)][:-1]
    cuts = original(measured(text, HAND), Room(16000), ends, 0)
    assert [cut.slack for cut in cuts] == slacks


@pytest.mark.parametrize(("ems", "slack"), [(9, 1500), (12, 0)])
def test_words_do_not_stand_an_em_apart_to_fill_an_old_line(ems: int, slack: int) -> None:
    text = "send comments to all the town"
    first, _ = original(measured(text, LATIN_HAND), Room(ems * 1000), [17], 0)
    assert first.slack == slack


@pytest.mark.parametrize(
    ("lacks", "lead"),
    [
        pytest.param([], 0, id="none"),
        pytest.param([150, 280, -420], 0, id="they hung"),
        pytest.param([2100, 2600, 1750, 2200], 2, id="a bullet in the indent"),
        pytest.param([2700, 3200, 5000], 3, id="a bullet behind it"),
        pytest.param([9000], 3, id="an item of a few words"),
    ],
)
def test_how_far_in_list_items_stood(lacks: list[int], lead: int) -> None:
    assert item_lead(lacks) == lead


ITEMS = """
article list 16
headline 甲乙丙
list_item 一二三四五六七八九十甲乙丙｜丁戊己庚辛壬癸子丑寅卯辰巳午未申｜戌亥天地
list_item 宇宙洪荒日月盈昃辰宿列张寒｜来暑往秋收冬藏闰余成岁律吕调阳云｜腾致雨
"""


def test_items_of_a_list_stand_in_and_their_lines_are_full() -> None:
    forme = compose(edition_of(ITEMS), style("broadsheet", LineMode.ORIGINAL), FixedRuler())
    drawn = [run for run in forme.sheets[0].drawn if isinstance(run, Run)]
    bullets = [run for run in drawn if run.text == "■"]
    for start, below in (("一二三", "丁戊己"), ("宇宙洪", "来暑往")):
        first, second = (next(r for r in drawn if r.text.startswith(t)) for t in (start, below))
        size, bullet = first.size, bullets.pop(0)
        assert first.at.x - second.at.x == pytest.approx(3 * size, abs=0.01)
        assert bullet.at.x - second.at.x == pytest.approx(2 * size, abs=0.01)
        rights = [line.at.x + len(line.text) * size for line in (first, second)]
        assert rights == pytest.approx([second.at.x + 16 * size] * 2, abs=0.01)


NOTATION = """
article news 16
headline 甲乙丙
paragraph 一二三四五六七八九十甲乙丙丁｜戊己庚辛壬癸子丑寅卯辰巳午未申酉｜戌亥天地
paragraph 宇宙洪荒日月盈昃辰宿列张寒来｜暑往秋收冬藏闰余成岁律吕调阳。
"""


def test_every_body_line_of_a_sheet_ends_as_it_did() -> None:
    edition = edition_of(NOTATION)
    forme = compose(edition, style("broadsheet", LineMode.ORIGINAL), FixedRuler())
    _, (bundle,) = grown(edition)
    bodies = {
        p.words.element
        for s in bundle.stories
        for p in s.parts
        if isinstance(p, Copy) and p.role is Role.BODY
    }
    drawn = [run for run in forme.sheets[0].drawn if isinstance(run, Run)]
    assert [run.text for run in drawn if run.element in bodies] == [
        "一二三四五六七八九十甲乙丙丁",
        "戊己庚辛壬癸子丑寅卯辰巳午未申酉",
        "戌亥天地",
        "宇宙洪荒日月盈昃辰宿列张寒来",
        "暑往秋收冬藏闰余成岁律吕调阳。",
    ]
