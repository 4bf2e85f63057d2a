"""Make-up: every article once, in order, in rectangles that fit together."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.compose.galley.gauge import Gauge
from layout.compose.jobs import Job
from layout.compose.makeup import Goal, prefixes
from layout.compose.makeup.modules import shapes, span
from layout.compose.makeup.placing import Bench, placed
from layout.compose.makeup.plans import Above, Beside, Module, Shape
from layout.compose.makeup.proof import proved
from layout.compose.stone import Stone
from layout.compose.stone.chase import Ease, chase, eased
from layout.compose.stone.grid import Grid
from layout.sheet import Run
from layout.style import style
from tests.layout.compose.cases import case_of, jobs_of

GRID = Grid(6, 15, 2, 10.0, 16.4)


def page_of(lengths: list[int]) -> str:
    return "\n".join(
        f"article news 16\nheadline 第{n}篇文章的题目\nparagraph {'春风又绿江南岸，' * length}"
        for n, length in enumerate(lengths)
    )


def modules(shape: Shape) -> Iterator[Module]:
    match shape.plan:
        case Module():
            yield shape.plan
        case Beside(first, second) | Above(first, second):
            yield from modules(first)
            yield from modules(second)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(2, 60), min_size=1, max_size=14))
def test_every_article_once_in_order(lengths: list[int]) -> None:
    jobs = jobs_of(page_of(lengths))
    found = prefixes([shapes(job, GRID) for job in jobs], Goal(6, 10_000, 80))
    assert len(found) == len(jobs) + 1
    for plan in found[-1]:
        assert [module.job for module in modules(plan)] == jobs
        assert _fits(plan)


def _fits(shape: Shape) -> bool:
    match shape.plan:
        case Module():
            return True
        case Beside(left, right):
            wide = left.width + right.width == shape.width
            deep = shape.rows == max(left.rows, right.rows)
            return wide and deep and _fits(left) and _fits(right)
        case Above(upper, lower):
            wide = upper.width == lower.width == shape.width
            deep = shape.rows == upper.rows + lower.rows
            return wide and deep and _fits(upper) and _fits(lower)


def test_a_headline_in_english_is_to_be_smaller() -> None:
    """Words want lines of more letters than a Chinese headline has characters."""
    page = page_of([60, 20])
    (_, chinese), (_, english) = jobs_of(page), jobs_of(page, "en")
    assert span(english, GRID, 4).ideal == pytest.approx(0.8 * span(chinese, GRID, 4).ideal)


def test_no_headline_is_to_be_smaller_than_those_in_columns() -> None:
    """One among the lines of a column is 1.3 times the body."""
    _, job = jobs_of(
        "article news\nheadline 甲\nparagraph 乙\narticle notice\nheadline 丙\nparagraph 丁"
    )
    assert span(job, GRID, 1).ideal == pytest.approx(14.0)


def test_a_picture_alone_is_as_deep_as_it_was_cast_off() -> None:
    (job,) = jobs_of("article photo\npicture\ncaption 茶农采茶\nphoto_credit 李四 摄")
    for row in shapes(job, GRID).values():
        assert [proved(shape).rows for shape in row] == [shape.rows for shape in row]


def test_a_table_is_not_to_be_narrower_than_its_cells() -> None:
    row = "东关大桥 | 1957 | 412 | 0"
    page = f"article table\ntable 桥名 | 通车年份 | 全长（米） | 停航渡口（个） // {row}"
    _, job = jobs_of(f"{page_of([9])}\n{page}")
    (wish,) = job.tables.values()
    assert GRID.width(1) < wish < GRID.width(2)
    narrow, wide = (min(s.cost for s in shapes(job, GRID)[width]) for width in (1, 2))
    assert narrow > wide + 5


def test_a_table_alone_leaves_no_column_beside_it_empty() -> None:
    rows = " // ".join(f"乡{n} | {n}" for n in range(9))
    table = f"table_title 收成\ntable 乡 | 产量 // {rows}\nsignoff 来源：统计局"
    _, job = jobs_of(f"{page_of([9])}\narticle table\n{table}")
    for width, row in shapes(job, GRID).items():
        plan = row[0].plan
        assert isinstance(plan, Module)
        (flow,) = plan.flows
        measure = min(GRID.width(width), int(job.reading.most))
        assert (flow.division.count, flow.division.measure) == (1, measure)


def test_a_table_among_text_is_as_deep_as_it_was_cast_off() -> None:
    rows = " // ".join(f"乡{n} | {n}" for n in range(9))
    _, job = jobs_of(f"{page_of([9])}\narticle news\nparagraph 甲乙丙\ntable 乡 | 产量 // {rows}")
    cast = shapes(job, GRID)
    assert all(cast.values())
    for row in cast.values():
        assert all(proved(shape).rows <= shape.rows + 1 for shape in row)


def _poem(verse: str, lines: int) -> str:
    return "\n".join(["article poem", "headline 渡口", *[f"poem_line {verse}"] * lines])


def _least(job: Job, width: int) -> float:
    return min(shape.cost for shape in shapes(job, GRID)[width])


def test_verse_leaves_little_white_beside_it() -> None:
    _, job = jobs_of(f"{page_of([9])}\n{_poem('船比人先老', 8)}")
    assert _least(job, 2) < _least(job, 4) < _least(job, 6)
    assert _least(job, 6) > _least(job, 2) + 5


def test_verse_is_not_to_be_turned() -> None:
    _, job = jobs_of(f"{page_of([9])}\n{_poem('我把一亩三分地的月光全都记在稻草人的袖口', 8)}")
    assert GRID.width(1) < 20 < GRID.width(2)
    assert _least(job, 1) > _least(job, 2) + 5


def test_an_empty_frame_is_not_to_be_higher_than_wide() -> None:
    """Words in a narrow frame make it deep."""
    (job,) = jobs_of(f"article photo\npicture\ncaption {'一' * 90}")
    narrow, wide = (min(s.cost for s in shapes(job, GRID)[width]) for width in (1, 2))
    assert narrow > wide + 3


def test_what_does_not_fit_ends_the_prefixes() -> None:
    jobs = jobs_of(page_of([200, 200, 200]))
    found = prefixes([shapes(job, GRID) for job in jobs], Goal(6, 45, 40))
    assert 1 < len(found) <= 3


@given(
    st.lists(st.integers(20, 400), min_size=1, max_size=6, unique_by=lambda length: length // 7),
    st.integers(10, 26),
)
def test_copy_is_cast_off_nearly_right(lengths: list[int], measure: int) -> None:
    """Paragraphs of all lengths; short ones that are alike may all be off by a line alike."""
    page = "article news\n" + "\n".join(
        f"paragraph {'春风又绿，江南' * (n // 7)}。" for n in lengths
    )
    (job,) = jobs_of(page)
    case = case_of()
    gauge: Gauge = case.gauge(job.parts)
    exact = len(case.slugs(job.parts, measure))
    assert gauge.lines(measure) == pytest.approx(exact, abs=3 + exact * 0.15)


@pytest.mark.parametrize(
    ("language", "text", "measures"),
    [
        pytest.param(
            "zh-Hans", "春天的田野里是忙碌的身影，2022年增产15%。", (10, 16, 24), id="Han"
        ),
        pytest.param(
            "en", "The ferry to the harbor would resume in spring. ", (15, 18, 24), id="Latin"
        ),
    ],
)
def test_copy_of_all_lengths_is_cast_off_without_bias(
    language: str, text: str, measures: tuple[int, ...]
) -> None:
    guessed, exact = [], []
    for length in range(10, 400, 4):
        words = (text * 20)[:length].strip()
        (job,) = jobs_of(f"article news\nparagraph {words}", language)
        gauge = case_of(language).gauge(job.parts)
        for measure in measures:
            guessed.append(gauge.lines(measure))
            exact.append(len(case_of(language).slugs(job.parts, measure)))
    assert sum(guessed) == pytest.approx(sum(exact), rel=0.015)
    off = [abs(guess - lines) for guess, lines in zip(guessed, exact, strict=True)]
    assert max(off) == 1
    assert sum(off) < 0.15 * len(off)


def test_lines_stand_on_one_grid_across_columns_and_articles() -> None:
    jobs = jobs_of(page_of([60, 40, 30]))
    plan = prefixes([shapes(job, GRID) for job in jobs], Goal(6, 10_000, 80))[-1][0]
    stone = Stone(0.0, 0.0, 10.0, 16.4)
    drawn = placed(plan, 0, 0, plan.rows, Bench(stone, GRID))
    body = [run for run in drawn if isinstance(run, Run) and abs(run.size - 10) < 0.4]
    assert len(body) > 40
    for run in body:
        rows = (run.at.y - 8.8) / 16.4
        assert rows == pytest.approx(round(rows), abs=0.02)


def test_a_page_with_much_room_is_opened_up_before_its_chase_shrinks() -> None:
    assert eased(1.0) == Ease(0.0, 1.0)
    assert 0 < eased(1.2).looseness < 1
    assert eased(1.2).extent == 1.0
    assert eased(3.0).looseness == 1.0
    assert 0.5 <= eased(3.0).extent < 1
    small, large = chase(style(), eased(4.0)), chase(style(), Ease())
    assert small.left > large.left
    assert small.left + small.width / 2 == pytest.approx(large.left + large.width / 2)
