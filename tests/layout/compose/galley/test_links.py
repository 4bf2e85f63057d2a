"""Jump lines lead to the article that goes on elsewhere, else to its page, else nowhere."""

from itertools import pairwise

import pytest

from layout.compose import compose
from layout.sheet import Forme, Run
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.fixed import FixedRuler

TEXT = "春天的田野里到处是忙碌的身影，" * 12


def _forme(jump: str, answer: str = "jump （上接第1版）") -> Forme:
    notation = f"""
page 01 | 要闻 | 2022-09-27
article news 16
headline 一片叶子富一方
paragraph {TEXT}
jump {jump}
page 03 | 要闻 | 2022-09-27
article news 16
headline 桥通了
paragraph {TEXT}
article news 16
headline 一片叶子富一方
{answer}
paragraph {TEXT}
"""
    return compose(edition_of(notation), style("a4"), FixedRuler())


def test_a_jump_leads_to_where_the_article_goes_on_and_back() -> None:
    forme = _forme("（下转第3版）")
    (onward,), (back,) = (sheet.links for sheet in forme.sheets)
    assert (onward.sheet, onward.words) == (1, "（下转第3版）")
    assert (back.sheet, back.words) == (0, "（上接第1版）")
    tops = {(entry.sheet, entry.top) for entry in forme.outline if entry.title == "一片叶子富一方"}
    assert tops == {(onward.sheet, onward.top), (back.sheet, back.top)}


def test_a_story_that_turns_to_another_sheet_is_linked_both_ways() -> None:
    notation = f"""
page 03 | 要闻 | 2022-09-27
article news 16
headline 桥通了
{chr(10).join([f"paragraph {TEXT}"] * 4)}
page 04 | 要闻 | 2022-09-27
article news 16
headline 一片叶子富一方
{chr(10).join([f"paragraph {TEXT}"] * 40)}
"""
    forme = compose(edition_of(notation), style("100x120mm"), FixedRuler())
    firsts = [number for number, sheet in enumerate(forme.sheets) if sheet.label == "04"]
    turning = forme.sheets[firsts[0] :]
    assert len(turning) > 3
    for number, (sheet, behind) in enumerate(pairwise(turning), start=firsts[0]):
        onward, back = sheet.links[-1], behind.links[0]
        assert (onward.sheet, onward.words) == (number + 1, f"（下转{behind.label}版）")
        assert back.sheet == number
        assert back.words.startswith(f"（上接{sheet.label}版）")
        assert onward.top == pytest.approx(back.box.y, abs=back.box.height)
        assert back.top == pytest.approx(onward.box.y, abs=onward.box.height)
    assert all(
        run.element is None or run.element >= 0
        for sheet in forme.sheets
        for run in sheet.drawn
        if isinstance(run, Run)
    )


def test_a_link_lies_on_its_words() -> None:
    forme = _forme("（下转第3版）")
    (link,) = forme.sheets[0].links
    runs = [r for r in forme.sheets[0].drawn if isinstance(r, Run) and "下转" in r.text]
    assert [link.box.x] == pytest.approx([min(run.at.x for run in runs)])
    assert link.box.y < runs[0].at.y < link.box.bottom
    assert link.box.width == pytest.approx(sum(len(r.text) * r.size for r in runs), rel=0.3)


@pytest.mark.parametrize(
    ("jump", "leads"),
    [
        pytest.param("（下转第3版）", [(1, 0.0)], id="to a page where no article answers"),
        pytest.param("（下转第8版）", [], id="to a page that is not there"),
        pytest.param("（下转第1版）", [], id="to its own page"),
        pytest.param("（未完）", [], id="to no page"),
    ],
)
def test_a_jump_without_an_answer(jump: str, leads: list[tuple[int, float]]) -> None:
    links = _forme(jump, "byline 张三").sheets[0].links
    assert [(link.sheet, link.top) for link in links] == leads
