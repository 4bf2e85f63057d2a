"""Where the scan tells how articles stood, they stand so again."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose import compose
from layout.compose.makeup import Goal
from layout.compose.makeup.sheets import prefixes_on
from layout.compose.makeup.standing import FREE, Standing
from layout.compose.stone.grid import Grid
from layout.geometry import Box, Size
from layout.model import Edition
from layout.sheet import Run
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.cases import jobs_of
from tests.layout.compose.fixed import FixedRuler
from tests.layout.compose.makeup.test_makeup import modules, page_of

GRID = Grid(6, 15, 2, 10.0, 16.4)


def edition(lengths: Sequence[int], boxes: Sequence[Box]) -> Edition:
    """Articles of so many sentences, each with its box on a scan."""
    made = edition_of(page_of(list(lengths)))
    (page,) = made.pages
    (section,) = page.sections
    told = zip(section.articles, boxes, strict=True)
    articles = tuple(replace(article, box=box) for article, box in told)
    page = replace(page, sections=(replace(section, articles=articles),), scan=Size(600, 800))
    return replace(made, pages=(page,))


def heads(edition: Edition) -> list[tuple[float, float]]:
    """The middle of each headline across the sheet, and its height on it, in parts of both."""
    (sheet,) = compose(edition, style(), FixedRuler()).sheets
    found = {}
    for run in sheet.drawn:
        if isinstance(run, Run) and run.text.startswith("第") and "篇文章" in run.text:
            wide = len(run.text) * run.size
            found[run.text] = (run.at.x + wide / 2) / sheet.size.width, run.at.y / sheet.size.height
    return [place for _, place in sorted(found.items())]


_LEAD, _LEFT, _RIGHT = Box(0, 0, 600, 300), Box(0, 310, 290, 400), Box(310, 310, 290, 400)


def test_what_stood_side_by_side_stands_so() -> None:
    lead, left, right = heads(edition([30, 14, 14], [_LEAD, _LEFT, _RIGHT]))
    assert lead[1] < left[1] == pytest.approx(right[1], abs=0.01)
    assert left[0] < 0.5 < right[0]


def test_what_stood_below_stands_so() -> None:
    boxes = [_LEAD, Box(0, 310, 600, 190), Box(0, 510, 600, 190)]
    lead, second, third = heads(edition([30, 14, 14], boxes))
    assert lead[1] < second[1] < third[1]
    assert [x for x, _ in (lead, second, third)] == pytest.approx([0.5] * 3, abs=0.02)


def test_a_tall_column_stands_beside_two_that_are_stacked() -> None:
    boxes = [Box(0, 0, 190, 700), Box(210, 0, 390, 340), Box(210, 360, 390, 340)]
    tall, upper, lower = heads(edition([24, 24, 24], boxes))
    assert tall[0] < 0.4 < upper[0] == pytest.approx(lower[0], abs=0.05)
    assert tall[1] == pytest.approx(upper[1], abs=0.03)
    assert upper[1] < lower[1]


@settings(max_examples=20, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 700)), min_size=2, max_size=8),
    st.lists(st.integers(2, 30), min_size=8, max_size=8),
)
def test_wherever_articles_stood_each_is_there_once(
    corners: list[tuple[int, int]], lengths: list[int]
) -> None:
    jobs = [
        replace(job, box=Box(x, y, 100, 100))
        for job, (x, y) in zip(jobs_of(page_of(lengths[: len(corners)])), corners, strict=True)
    ]
    found = prefixes_on(GRID, jobs, Goal(6, 10_000, 80))
    assert len(found) == len(jobs) + 1
    for plan in found[-1]:
        assert [module.job.title for module in modules(plan)] == [job.title for job in jobs]


@pytest.mark.parametrize(
    ("second", "above", "beside"),
    [
        pytest.param(Box(0, 110, 100, 100), True, False, id="below"),
        pytest.param(Box(110, 0, 100, 100), False, True, id="beside"),
        pytest.param(Box(90, 5, 100, 100), False, True, id="a line given to the other one"),
        pytest.param(Box(110, 110, 100, 100), True, True, id="slantwise"),
    ],
)
def test_boxes_tell_how_two_may_stand(second: Box, above: bool, beside: bool) -> None:
    ways = Standing((Box(0, 0, 100, 100), second)).ways(0, 1, 2)
    assert (ways.above, ways.beside) == (above, beside)
    assert ways.cost == 0


def test_parting_what_ran_into_one_another_is_dear() -> None:
    ways = Standing((Box(0, 0, 100, 100), Box(50, 50, 100, 100))).ways(0, 1, 2)
    assert ways == FREE._replace(cost=ways.cost)
    assert ways.cost > 0


def test_what_the_page_did_not_have_comes_below() -> None:
    assert not Standing((Box(0, 0, 100, 100), None)).ways(0, 1, 2).beside
