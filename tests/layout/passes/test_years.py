import pytest

from layout.ledger import Fate, ledger
from layout.model import Page, Role
from layout.passes.years import restore_years
from layout.text import Edit, Rule
from tests.build import page_of
from tests.layout.rebuild.proofs import marked


def chronology(*lines: str) -> Page:
    """A chronology: a line that begins with a bullet is an event, every other a year."""
    roles = (f"{'timeline_item' if line[0] == '●' else 'timeline_year'} {line}" for line in lines)
    notation = "\n".join(["headline 大事记", *roles]).replace("● ", "")
    return restore_years(page_of(notation))


def told(page: Page) -> list[str]:
    return [marked(p.text) for p in page.articles[0].paragraphs(Role.YEAR, Role.EVENT)]


@pytest.mark.parametrize(
    ("above", "below", "restored"),
    [
        pytest.param("2012年", "2014年", "2013年", id="as written"),
        pytest.param("2012", "2014", "2013", id="the number alone"),
        pytest.param("民国88年", "民国90年", "民国89年", id="of the Republic"),
        pytest.param("1999年", "2001年", "2000年", id="over the century"),
    ],
)
def test_the_only_year_that_fits_is_supplied(above: str, below: str, restored: str) -> None:
    page = chronology(above, "● 3月，试飞。", "● 1月，再飞。", below, "● 2月，年检。")
    assert told(page) == [above, "3月，试飞。", restored, "1月，再飞。", below, "2月，年检。"]
    (supplied,) = [e.fragment for e in ledger(page) if e.fate is Fate.SUPPLIED]
    assert isinstance(supplied.mark, Edit)
    assert supplied.mark.rule is Rule.LOST_YEAR
    assert "from 3 to 1" in supplied.mark.why


@pytest.mark.parametrize(
    "below",
    [
        pytest.param(["2016年", "● 2月，年检。"], id="more than one year between"),
        pytest.param(["2013年", "● 2月，年检。"], id="no year between"),
        pytest.param([], id="no heading below"),
    ],
)
def test_where_the_year_is_not_proved_a_gap_is_declared(below: list[str]) -> None:
    page = chronology("2012年", "● 3月，试飞。", "● 1月，再飞。", *below)
    assert told(page)[:3] == ["2012年", "3月，试飞。", "⟨6⟩1月，再飞。"]
    (gap,) = [gap for p in page.articles[0].paragraphs() for _, gap in p.text.gaps()]
    assert "a year heading is lost" in gap.why


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["2012年", "● 3月，试飞。", "● 9月，停飞。"], id="months that run on"),
        pytest.param(["2012年", "● 3月1日，试飞。", "● 3月9日，停飞。"], id="the same month"),
        pytest.param(["2012年", "● 9月，试飞。", "2013年", "● 1月，停飞。"], id="a year between"),
        pytest.param(["2012年", "● 年初，试飞。", "● 秋天，停飞。"], id="no months"),
        pytest.param(["● 9月，试飞。", "● 1月，停飞。"], id="no year at all"),
        pytest.param(["2012年", "● 9月，试飞。", "● 0月，停飞。"], id="a month that is none"),
    ],
)
def test_where_nothing_is_lost_nothing_is_said(lines: list[str]) -> None:
    assert told(chronology(*lines)) == [line.removeprefix("● ") for line in lines]


def test_several_lost_years_are_told_apart() -> None:
    page = chronology(
        "2012年", "● 9月，甲。", "● 5月，乙。", "2014年", "● 8月，丙。", "● 3月，丁。", "2016年"
    )
    years = [p.plain for p in page.articles[0].paragraphs(Role.YEAR)]
    assert years == ["2012年", "2013年", "2014年", "2015年", "2016年"]


def test_a_heading_that_was_supplied_says_so() -> None:
    page = chronology("2012年", "● 3月，试飞。", "● 1月，再飞。", "2014年")
    restored = [*page.articles[0].paragraphs(Role.YEAR)][1]
    assert restored.reasons[0].what == "the months run backwards here, from 3 to 1"
    assert restored.text.raw == ""
