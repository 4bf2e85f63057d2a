"""Briefs under a label: which articles are such a digest, and where their headlines stand."""

import pytest

from layout.compose import compose
from layout.model import Role
from layout.sheet import Run
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.cases import jobs_of
from tests.layout.compose.fixed import FixedRuler

TEXT = "春天的田野里到处是忙碌的身影，一年之计在于春。"
LEAD = f"article news 16\nheadline 强市之路\nparagraph {TEXT * 30}"
LABEL = "article news 16\ncolumn_label 速览"
FIRST, SECOND = f"headline 甲\nparagraph {TEXT * 3}", f"headline 乙\nparagraph {TEXT * 2}"
LONG = f"headline 甲\nparagraph {TEXT * 20}"


@pytest.mark.parametrize(
    ("story", "head"),
    [
        pytest.param([LABEL, FIRST, SECOND], ["速览"], id="briefs"),
        pytest.param([LABEL, FIRST], ["速览", "甲"], id="one piece of news"),
        pytest.param([LABEL, LONG, SECOND], ["速览", "甲"], id="news with a brief behind it"),
        pytest.param(
            [LABEL, "kicker 市里：", FIRST, SECOND], ["速览", "市里：", "甲"], id="kicker"
        ),
        pytest.param([LABEL, "headline 甲", SECOND], ["速览", "甲", "乙"], id="no text"),
        pytest.param(["article news 16", FIRST, SECOND], ["甲"], id="no label"),
    ],
)
def test_what_stands_over_the_columns(story: list[str], head: list[str]) -> None:
    _, job = jobs_of("\n".join([LEAD, *story]))
    assert [piece.copy.words.text for piece in job.head] == head


def test_a_digest_that_leads_its_page_keeps_a_headline() -> None:
    (job,) = jobs_of("\n".join([LABEL, FIRST, SECOND]))
    assert [piece.copy.role for piece in job.head] == [Role.COLUMN_LABEL, Role.HEADLINE]


def test_the_headlines_of_a_digest_are_alike() -> None:
    notation = "\n".join([LEAD, LABEL, FIRST, SECOND])
    (sheet,) = compose(edition_of(notation), style(), FixedRuler()).sheets
    sizes = {run.text: run.size for run in sheet.drawn if isinstance(run, Run)}
    assert sizes["甲"] == sizes["乙"]
