"""A sheet as a whole: nothing lies upon anything, the foot is reached, rules part what is apart."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose import compose
from layout.geometry import Box
from layout.sheet import Forme, Rule, Run, Sheet
from layout.style import LineMode, style
from tests.build import edition_of
from tests.layout.compose.fixed import ADVANCES, FixedRuler

WORDS = "春天的田野里到处是忙碌的身影，一年之计在于春。“人勤地不懒”，2022年增产15%——他说。"


def story_of(kind: str, length: int) -> str:
    text = (WORDS * (length // len(WORDS) + 1))[:length]
    match kind:
        case "timeline":
            lines = ["timeline_year 2012年", f"timeline_item {text}", "timeline_item 四月建成。"]
        case "photo":
            return "article photo\npicture\ncaption 茶农采茶\nphoto_credit 李四 摄"
        case "table":
            lines = ["table 年 | 数 // " + " // ".join(f"{n} | {n * n}" for n in range(9))]
        case "poem":
            lines = ["poem_line 春眠不觉晓，", "poem_line 处处闻啼鸟。"]
        case _:
            lines = ["byline 张三", f"paragraph {text}", "subhead 小标题", f"paragraph {text}"]
    return "\n".join([f"article {kind} 16", "kicker 市里：", "headline 上联 / 下联", *lines])


STORIES = st.tuples(
    st.sampled_from(["news", "brief", "timeline", "photo", "table", "poem"]), st.integers(1, 700)
)


def inked(sheet: Sheet) -> Iterator[tuple[Box, Run]]:
    """The ink of each line of type, a little less than it takes."""
    for run in sheet.drawn:
        words = run.text.rstrip() if isinstance(run, Run) else ""
        if isinstance(run, Run) and words:
            moved = sum(amount for index, amount in run.shifts if index < len(words))
            width = sum(ADVANCES[c] for c in words) + moved + run.spread * (len(words) - 1)
            trim = 500 if words[-1] in "，。、；：”’）》！？" else 0
            lead = 500 if words[0] in "“‘（《" else 0
            left, size = run.at.x + lead * run.size / 1000, (width - trim - lead) * run.size / 1000
            yield Box(left, run.at.y - 0.7 * run.size, size, 0.7 * run.size), run


def overlaps(sheet: Sheet) -> list[tuple[str, str]]:
    boxes = sorted(inked(sheet), key=lambda each: each[0].y)
    found = []
    for number, (upper, first) in enumerate(boxes):
        for lower, second in boxes[number + 1 :]:
            if lower.y >= upper.bottom:
                break
            if upper.x < lower.right - 1.5 and lower.x < upper.right - 1.5:
                found.append((first.text, second.text))
    return found


@settings(max_examples=25, deadline=None)
@given(
    st.lists(STORIES, min_size=1, max_size=9),
    st.sampled_from(["broadsheet", "tabloid", "a4", "110x150mm"]),
    st.sampled_from(list(LineMode)),
)
def test_no_line_lies_upon_another_nor_beyond_the_sheet(
    stories: list[tuple[str, int]], paper: str, mode: LineMode
) -> None:
    notation = "\n".join(story_of(*story) for story in stories)
    forme = compose(edition_of(notation), style(paper, mode), FixedRuler())
    for sheet in forme.sheets:
        assert not overlaps(sheet)
        for box, _ in inked(sheet):
            assert box.x > 0
            assert box.right < sheet.size.width
            assert box.bottom < sheet.size.height


def forme_of(notation: str, paper: str = "broadsheet") -> Forme:
    return compose(edition_of(notation), style(paper), FixedRuler())


@pytest.mark.parametrize("paper", ["broadsheet", "tabloid", "berliner"])
def test_a_page_with_enough_text_is_full_to_the_foot(paper: str) -> None:
    stories = [("news", 900), ("timeline", 500), ("news", 600), ("photo", 0), ("news", 700)]
    (sheet,) = forme_of("\n".join(story_of(*s) for s in stories), paper).sheets
    lowest = max(box.bottom for box, _ in inked(sheet))
    foot = sheet.size.height - style(paper).paper.foot
    assert foot - 24 < lowest <= foot + 1


@pytest.mark.parametrize("lengths", [(9, 60, 40, 40), (8, 60, 60, 40)], ids=str)
def test_a_few_lines_are_not_spread_over_columns_of_one_each(lengths: tuple[int, ...]) -> None:
    articles = [f"paragraph {'春风又绿江南岸，' * 90}"]
    articles += [f"paragraph {'两个黄鹂鸣翠柳，' * length}" for length in lengths]
    notation = "\n".join(f"article news 16\nheadline 第几篇的题目\n{each}" for each in articles)
    forme = compose(edition_of(notation), style("tabloid"), FixedRuler())
    runs = [each for each in forme.sheets[0].drawn if isinstance(each, Run)]
    first = min(run.element for run in runs if run.element and "黄鹂" in run.text)
    lines = [run for run in runs if run.element == first]
    heights = Counter(round(run.at.y) for run in lines)
    assert max(heights.values()) * 2 <= len(lines)


def test_articles_side_by_side_have_a_rule_between_them() -> None:
    (sheet,) = forme_of("\n".join(story_of("news", 500) for _ in range(6))).sheets
    upright = [r for r in sheet.drawn if isinstance(r, Rule) and r.start.x == r.end.x]
    assert len(upright) > 1
    for rule in upright[1:]:
        for box, _ in inked(sheet):
            beside = box.right <= rule.start.x or box.x >= rule.start.x
            assert beside or box.y >= rule.end.y or box.bottom <= rule.start.y


@pytest.mark.parametrize("mode", LineMode)
@pytest.mark.parametrize("length", [100, 3_000, 9_000])
def test_type_is_never_smaller_than_seven_points(length: int, mode: LineMode) -> None:
    notation = "\n".join(story_of("news", length) for _ in range(4))
    forme = compose(edition_of(notation), style("a4", mode), FixedRuler())
    assert min(r.size for s in forme.sheets for r in s.drawn if isinstance(r, Run)) >= 7


def test_the_last_of_several_sheets_keeps_the_leading_and_a_white_foot() -> None:
    notation = "\n".join(story_of("news", 2_600) for _ in range(4))
    first, *_, last = forme_of(notation, "a4").sheets
    steps = [_leading(sheet) for sheet in (first, last)]
    assert steps[1] == pytest.approx(steps[0], rel=0.12)


def _leading(sheet: Sheet) -> float:
    """The commonest distance between lines that stand below one another."""
    lines = [run for run in sheet.drawn if isinstance(run, Run) and len(run.text) > 12]
    pairs = pairwise(lines)
    gaps = Counter(round(b.at.y - a.at.y, 2) for a, b in pairs if b.at.y > a.at.y)
    return gaps.most_common(1)[0][0]
