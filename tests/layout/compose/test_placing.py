"""Where modules stand in their rows, and what becomes of rows to spare."""

from layout.compose import compose
from layout.sheet import Run
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.fixed import FixedRuler

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
