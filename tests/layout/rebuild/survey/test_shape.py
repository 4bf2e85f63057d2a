"""Lines are built alike where the same figures, titles and marks stand in one order."""

import pytest

from layout.rebuild.survey.shape import are_alike, shape_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("白菜 1.20", "西红柿 3.40"),
        ("柳湾 多云 18℃～26℃", "石桥 小雨 16℃ ～21℃"),
        ("一等奖：《渡口》（陈山）", "二等奖：《麦田》（林青）、《铁路》（何川）"),
        ("排列三第083期：4 0 7", "排列五第083期：4 0 7 2 9"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert are_alike(shape_of(one), shape_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("渡口停航", "老街修旧"),
        ("白菜 1.20", "1.20 白菜"),
        ("全县种树12万株，其中柳湾3万株，", "全县种树15万株，其中石桥4万株，"),
    ],
    ids=["words alone", "another order", "clauses"],
)
def test_not_alike(one: str, other: str) -> None:
    assert not are_alike(shape_of(one), shape_of(other))
