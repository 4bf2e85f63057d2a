"""Text around pictures: beside them in wide columns, the column's own measure again below them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.compose import compose
from layout.compose.galley import Inset, Line, Slug
from layout.compose.galley.runaround import measures
from layout.geometry import Size
from layout.sheet import Picture, Run, Sheet, edges
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.cases import case_of, jobs_of
from tests.layout.compose.fixed import FixedRuler

TEXT = "春天的田野里到处是忙碌的身影，一年之计在于春。"
PLATE = "picture a.png\ncaption 茶农采茶"


def slugs_of(measure: int, *blocks: str) -> list[Slug]:
    (job,) = jobs_of("\n".join(["article news 24", *blocks]))
    return job.case.slugs(job.parts, measure)


def insets_of(slugs: list[Slug]) -> list[Inset]:
    return [slug.type for slug in slugs if isinstance(slug.type, Inset)]


@pytest.mark.parametrize(
    ("blocks", "measure", "count"),
    [
        pytest.param([PLATE, f"paragraph {TEXT * 9}"], 26, 1, id="a wide column"),
        pytest.param([PLATE, f"paragraph {TEXT * 9}"], 18, 0, id="a narrow one"),
        pytest.param([PLATE, *[f"paragraph {TEXT}"] * 9], 26, 1, id="several paragraphs"),
        pytest.param([PLATE, f"paragraph {TEXT}"], 26, 0, id="too little text"),
        pytest.param([PLATE, "subhead 小题", f"paragraph {TEXT * 9}"], 26, 0, id="a head"),
        pytest.param([f"paragraph {TEXT * 9}", PLATE], 26, 0, id="nothing behind it"),
    ],
)
def test_where_text_runs_around(blocks: list[str], measure: int, count: int) -> None:
    assert len(insets_of(slugs_of(measure, *blocks))) == count


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(22, 28))
def test_lines_beside_a_picture_are_as_many_as_it_is_deep_and_stay_together(
    lengths: list[int], measure: int
) -> None:
    slugs = slugs_of(measure, PLATE, *(f"paragraph {TEXT * n}" for n in lengths))
    for inset in insets_of(slugs):
        at = next(n for n, slug in enumerate(slugs) if slug.type is inset)
        deep = inset.frame.rows
        assert not any(slug.loose for slug in slugs[at + 1 : at + 1 + deep])
        for number, slug in enumerate(slugs[at + 1 :]):
            assert isinstance(slug.type, Line)
            cut, matter = slug.type.cut, slug.type.piece.matter
            room = inset.measure if number < deep else measure
            if cut.end < len(matter.text):
                assert matter.span(cut.start, cut.end) + cut.indent + cut.slack == room * 1000
    told = "".join(
        line.piece.matter.text[line.cut.start : line.cut.end]
        for line in (slug.type for slug in slugs)
        if isinstance(line, Line)
    )
    assert told == "".join(TEXT * n for n in lengths)


def test_a_column_is_wide_enough_for_text_that_can_be_read_and_a_picture() -> None:
    setting = case_of().setting
    assert measures(20, setting) is None
    picture, text = measures(26, setting) or (0, 0)
    assert picture >= 8
    assert text >= setting.measure.least + 2
    assert picture + text < 26


def sheets_of(paper: str, text: int) -> tuple[Sheet, ...]:
    body = f"paragraph {TEXT * text}"
    notation = f"article news 26\nheadline 甲\n{body}\n{PLATE}\n{body}"
    look = style(paper, columns=1, body_size=14)
    return compose(edition_of(notation), look, FixedRuler(), {"a.png": Size(3, 2)}).sheets


@pytest.mark.parametrize("text", [14, 40], ids=["one sheet", "several"])
def test_no_line_lies_upon_the_picture(text: int) -> None:
    found = 0
    for sheet in sheets_of("150x300mm", text):
        for box in (each.box for each in sheet.drawn if isinstance(each, Picture)):
            assert box.width / box.height == pytest.approx(1.5)
            assert box.right < sheet.size.width * 0.97
            for run in sheet.drawn:
                if isinstance(run, Run) and box.y < run.at.y < box.bottom:
                    *_, right = edges(run, FixedRuler().advances)
                    assert right < box.x
                    found += 1
    assert found > 2
