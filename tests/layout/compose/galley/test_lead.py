"""Which story leads a page, and what that does to the headlines."""

import pytest

from layout.compose import compose
from layout.compose.galley.lead import leading
from layout.compose.galley.structure import grown
from layout.sheet import Run
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.fixed import FixedRuler

TEXT = "春天的田野里到处是忙碌的身影，一年之计在于春。"
POEM = "article poem\nheadline 诗\npoem_line 春眠不觉晓，"
NEWS = f"article news 16\nheadline 甲\nparagraph {TEXT * 8}"
LONGER = f"article news 16\nkicker 市里：\nheadline 乙\nbyline 张三\nparagraph {TEXT * 30}"
BRIEF = f"article brief 16\nheadline 丙\nparagraph {TEXT * 2}"
HEADLESS = f"article news 16\nparagraph {TEXT}"


@pytest.mark.parametrize(
    ("stories", "title"),
    [
        pytest.param([NEWS, BRIEF, NEWS.replace("甲", "丁")], "甲", id="the first"),
        pytest.param([POEM, NEWS], "甲", id="not a poem over it"),
        pytest.param([HEADLESS, NEWS], "甲", id="nor what has no headline"),
        pytest.param([NEWS, LONGER], "乙", id="one that is much longer and has a kicker"),
        pytest.param([POEM], "诗", id="a poem alone"),
        pytest.param([HEADLESS], TEXT[:24], id="nothing better"),
    ],
)
def test_what_leads(stories: list[str], title: str) -> None:
    _, (bundle,) = grown(edition_of("\n".join(stories)))
    assert leading(bundle.stories).article.title == title


def test_no_headline_is_larger_than_that_of_the_lead() -> None:
    lead = LONGER.replace("乙", "强力推动产业升级走好强市兴市之路谱写新的篇章")
    notation = "\n".join([lead, NEWS.replace("甲", "好路"), NEWS.replace("甲", "新桥")])
    (sheet,) = compose(edition_of(notation), style(), FixedRuler()).sheets
    sizes = {run.text: run.size for run in sheet.drawn if isinstance(run, Run)}
    largest = max(size for text, size in sizes.items() if text in lead and len(text) > 4)
    assert sizes["好路"] <= largest
    assert sizes["新桥"] <= largest


def test_a_byline_behind_its_text_stands_at_the_right() -> None:
    notation = f"{NEWS}\nbyline （记者张三）"
    (sheet,) = compose(edition_of(notation), style(), FixedRuler()).sheets
    runs = [run for run in sheet.drawn if isinstance(run, Run)]
    (name,) = (run for run in runs if run.text == "（记者张三）")
    last = max(run.at.x for run in runs if run.size == name.size)
    assert name.at.x == last
