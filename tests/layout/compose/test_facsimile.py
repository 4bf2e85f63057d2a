"""Lines kept as the old print had them: where they end, and what is done so that they fit."""

import pytest

from layout.compose import compose
from layout.compose.facsimile import original, parted_words
from layout.compose.measuring import measured
from layout.compose.structure import Copy, grown
from layout.compose.totalfit import Room
from layout.model import Role
from layout.sheet import Run
from layout.style import LineMode, style
from tests.build import edition_of
from tests.layout.compose.fixed import HAND, FixedRuler


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
