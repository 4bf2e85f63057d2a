"""Where modules stand in their rows, what parts them, and what becomes of rows to spare."""

import pytest

from layout.compose import compose
from layout.compose.makeup.modules import shapes
from layout.compose.makeup.placing import Bench, placed
from layout.compose.makeup.plans import Above, Beside, Shape
from layout.compose.makeup.proof import proved
from layout.compose.stone import Stone
from layout.compose.stone.grid import Grid
from layout.sheet import Drawn, Rule, Run, Tint
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.cases import jobs_of
from tests.layout.compose.fixed import FixedRuler

GRID = Grid(6, 15, 2, 10.0, 16.0)

WORDS = "清河两岸的春茶开采了茶农们背着竹篓上山采茶"
NOTATION = f"""
article news
headline 一片叶子富一方
paragraph 头条{WORDS * 30}
article brief
headline 老码头书市周六开张
paragraph 甲讯{WORDS * 5}
article brief
headline 渡口专线今日开行
paragraph 乙讯{WORDS * 3}
"""


def test_texts_of_small_neighbours_begin_alike_whichever_has_rows_to_spare() -> None:
    forme = compose(edition_of(NOTATION), style("broadsheet"), FixedRuler())
    runs = [item for item in forme.sheets[0].drawn if isinstance(item, Run)]
    one, two = (next(run for run in runs if word in run.text) for word in ("甲讯", "乙讯"))
    assert one.at.x != two.at.x
    assert one.at.y == two.at.y


def shape_of(kind: str, width: int) -> Shape:
    (job,) = jobs_of(f"article {kind}\nheadline 停水公告\nparagraph {WORDS * 4}")
    return proved(shapes(job, GRID)[width][0])


def drawn_of(shape: Shape, extra: int = 0) -> list[Drawn]:
    bench = Bench(Stone(0.0, 0.0, GRID.size, GRID.leading), GRID)
    return list(placed(shape, 0, 0, shape.rows + extra, bench))


@pytest.mark.parametrize(
    ("kinds", "rules"),
    [
        pytest.param(("notice", "notice", "news"), 0, id="none below two boxes"),
        pytest.param(("notice", "news", "news"), 1, id="one below a box and a story"),
        pytest.param(("news", "news", "news"), 2, id="one between two stories too"),
        pytest.param(("notice", "notice", "notice"), 0, id="none between boxes"),
    ],
)
def test_no_rule_stands_beside_boxes(kinds: tuple[str, str, str], rules: int) -> None:
    left, right = (shape_of(kind, 3) for kind in kinds[:2])
    below, rows = shape_of(kinds[2], 6), max(left.rows, right.rows)
    row = Shape(6, rows, 0.0, 0, Beside(left, right))
    drawn = drawn_of(Shape(6, rows + below.rows, 0.0, 0, Above(row, below)))
    assert sum(isinstance(each, Rule) for each in drawn) == rules


@pytest.mark.parametrize("extra", [0, 3, 6, 9])
def test_rows_to_spare_in_a_box_stand_above_its_head_below_it_and_at_its_foot(extra: int) -> None:
    drawn = drawn_of(shape_of("notice", 3), extra)
    (box,) = (each.box for each in drawn if isinstance(each, Tint))
    baselines = [each.at.y for each in drawn if isinstance(each, Run)]
    above, below = min(baselines) - box.y, box.bottom - max(baselines)
    third = extra / 3 * GRID.leading
    assert below - third == pytest.approx(17.2, abs=0.01)
    assert above - third == pytest.approx(46.484 + 0.4 * third, abs=0.01)
