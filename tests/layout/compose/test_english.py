"""A sheet in English: columns wide enough to be filled, questions ragged, all flush left."""

from itertools import pairwise

import pytest

from layout.compose import compose
from layout.sheet import Face, Run
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.fixed import FixedRuler

TALK = """article interview
headline A word with the ferryman
paragraph {answer}
question Courier: What was the hardest part of all of the years that you spent on that river?
paragraph {answer}
""".format(answer="It was the fog and the ice and the long wait for the tide. " * 30)


def body_of(paper: str) -> list[Run]:
    forme = compose(edition_of(TALK, "en"), style(paper), FixedRuler())
    drawn = forme.sheets[0].drawn
    return [run for run in drawn if isinstance(run, Run) and run.at.y > 120]


@pytest.mark.parametrize("paper", ["broadsheet", "tabloid", "a4"])
def test_columns_are_no_narrower_than_fifteen_ems(paper: str) -> None:
    """Some 28 characters of the bundled faces: in less there are too few spaces to open."""
    lines = [run for run in body_of(paper) if run.face is Face.SONG]
    columns = sorted({round(run.at.x - run.size * (run.text[0] == "I"), 1) for run in lines})
    lefts = [left for left in columns if sum(abs(run.at.x - left) < 0.2 for run in lines) > 9]
    assert len(lefts) > 1
    for left, right in pairwise(lefts):
        assert right - left >= 16 * lines[0].size


def test_the_words_of_a_question_stand_close() -> None:
    """In the bold face a line spaced out to its measure has holes; it is left ragged."""
    lines = [run for run in body_of("broadsheet") if run.face is Face.HEI]
    assert len(lines) > 1
    assert all(not run.shifts and not run.spread for run in lines)


def test_a_line_or_two_under_a_wide_head_begin_where_it_does() -> None:
    notation = f"{TALK}article news\nheadline Forecast\nparagraph Rain is likely after midnight."
    forme = compose(edition_of(notation, "en"), style("broadsheet"), FixedRuler())
    runs = [run for run in forme.sheets[0].drawn if isinstance(run, Run)]
    head = next(run for run in runs if run.text == "Forecast")
    text = next(run for run in runs if run.text.startswith("Rain"))
    assert text.at.x - text.size == pytest.approx(head.at.x, abs=0.01)
