"""A spot is found again by its quotation, and told by line and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.corrections.anchor import QUOTED, REACH, Place, SourceLines, anchored
from layout.errors import ConfigError


@given(st.text("甲乙\n", min_size=1), st.data())
def test_every_spot_is_found_where_it_was(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    anchor = anchored(source, start, end)
    assert anchor.place(source) == Place(start, end)
    assert len(anchor.before) <= QUOTED >= len(anchor.behind)


@pytest.mark.parametrize("added", ["", "前言", "甲" * (REACH - QUOTED - 30)])
def test_a_spot_is_found_behind_what_was_added(added: str) -> None:
    source = "新桥昨日通车，两岸居民不必再绕行十里。"
    anchor = anchored(source, 7, 9)
    assert anchor.place(added + source) == Place(len(added) + 7, len(added) + 9)


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        pytest.param("甲" * REACH + "新桥通车", "has no “新桥通车”", id="too far"),
        pytest.param("新桥 通车", "has no", id="changed"),
        pytest.param("甲新桥通车新桥通车", "several places", id="twice"),
    ],
)
def test_a_spot_that_is_not_there_is_refused(changed: str, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        anchored("新桥通车", 0, 2).place(changed)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_from_one(end: str) -> None:
    source = end.join(["甲乙", "", "丙"])
    lines = SourceLines(source)
    assert lines.place(1) == (1, 2)
    assert lines.place(source.index("丙")) == (3, 1)
    assert lines.place(len(source)) == (3, 2)
