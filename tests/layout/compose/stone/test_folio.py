"""The folio: its small print is legible, stands free, and says nothing that the page does not."""

from dataclasses import replace
from datetime import date

import pytest

from fonts.metrics import Ruler
from layout.compose import compose
from layout.compose.stone.folio import banner
from layout.model import Editor, Folio
from layout.sheet import Rule, Run, Sheet, edges
from layout.style import style
from tests.build import edition_of

EDITORS = (Editor("责任编辑", "岳桂芳"), Editor("组版", "郭永康"), Editor("一读", "温国强"))
PAGE = f"article news 16\nheadline 标题\nparagraph {'春天的田野里到处是忙碌的身影。' * 9}"


def sheet_of(paper: str) -> Sheet:
    edition = edition_of(PAGE)
    (page,) = edition.pages
    folio = replace(page.folio, editors=EDITORS, paper="云汀时报")
    edition = replace(edition, pages=(replace(page, folio=folio),))
    return compose(edition, style(paper), Ruler()).sheets[0]


@pytest.mark.parametrize("paper", ["70x200mm", "90x120mm", "a4", "broadsheet"])
def test_small_print_is_legible_and_stands_free(paper: str) -> None:
    sheet = sheet_of(paper)
    told = [run for run in sheet.drawn if isinstance(run, Run) and run.element is None]
    assert min(run.size for run in told) >= 5.9
    rules = [r.start.y for r in sheet.drawn if isinstance(r, Rule) and r.start.y == r.end.y]
    for run in told:
        *_, right = edges(run, Ruler().advances)
        assert right <= sheet.size.width
        assert run.at.y - run.size * 0.9 > 0
        assert run.at.y < min(rules)
    body = [run for run in sheet.drawn if isinstance(run, Run) and run.element is not None]
    assert min(run.at.y - run.size * 0.9 for run in body) > min(rules)


@pytest.mark.parametrize(
    ("weekday", "language", "printed"),
    [
        pytest.param("星期四", "zh-Hans", "2023年10月12日　星期四", id="Chinese"),
        pytest.param("", "zh-Hans", "2023年10月12日", id="Chinese without one"),
        pytest.param("THURSDAY", "en", "Thursday, October 12, 2023", id="English in capitals"),
        pytest.param("", "en", "October 12, 2023", id="English without one"),
    ],
)
def test_the_weekday_stands_there_if_the_page_has_one(
    weekday: str, language: str, printed: str
) -> None:
    assert banner(Folio(day=date(2023, 10, 12), weekday=weekday), "04", language).day == printed
