"""Lines at the head of a page that were folded: made whole where they tell more so."""

from datetime import date

import pytest

from layout.ledger import is_balanced
from layout.model import Folio
from tests.layout.rebuild.proofs import FERRY, RICE, block, lines, rebuilt

_DAY = date(2021, 11, 5)
_TITLE = "# Boats back at Alder Point"


def english(*head: str) -> Folio:
    page = rebuilt(*head, _TITLE, *FERRY)
    assert is_balanced(page)
    return page.folio


def chinese(*head: str) -> Folio:
    page = rebuilt(*head, "# 早稻田里的无人机", *(block(lines(words, 16)) for words in RICE))
    assert is_balanced(page)
    return page.folio


def test_a_day_in_two_blocks() -> None:
    told = english("### ALDER SENTINEL", "## FRIDAY, NO-", "### VEMBER 5, 2021 | BUSINESS | C1")
    assert (told.paper, told.day, told.weekday) == ("ALDER SENTINEL", _DAY, "FRIDAY")
    assert (told.section, told.number) == ("BUSINESS", "C1")


def test_a_year_in_a_block_of_its_own() -> None:
    told = english("B1 | METRO | THE ALDER STAR | FRIDAY, NOVEMBER 5,", "2021")
    assert (told.day, told.number, told.section) == (_DAY, "B1", "METRO")


def test_a_weekday_broken_in_its_block() -> None:
    told = english("Alder Point Mercury | SPORTS | Fri- day, November 5, 2021 | D3")
    assert (told.weekday, told.day) == ("Friday", _DAY)


def test_the_name_of_a_paper_in_two_blocks() -> None:
    told = english("### THE  ALDERSGATE", "### TRIBUNE", "### FRIDAY, NOVEMBER 5, 2021 | A1")
    assert (" ".join(told.paper.split()), told.day) == ("THE ALDERSGATE TRIBUNE", _DAY)


def test_a_name_behind_the_day() -> None:
    told = english(
        "C9 OPINION",
        "Page editor: Ada Quill News editor:",
        "Friday, November 5, 2021",
        "Nora Whitlow",
    )
    assert [editor.name for editor in told.editors] == ["Ada Quill", "Nora Whitlow"]
    assert told.day == _DAY


def test_whole_lines_stay_apart() -> None:
    told = english("A5 LOCAL", "Friday, November 5, 2021", "Page editor: Ada Quill")
    assert len(told.paragraphs) == 3


def test_a_weekday_in_two_blocks() -> None:
    told = chinese("清河晚報中華民國111年1月19日星期", "三A10版:要聞")
    assert (told.number, told.section, told.weekday) == ("A10", "要聞", "星期三")


def test_a_section_in_two_blocks() -> None:
    told = chinese("清河日报2019-06-04星期二C14 |民", "### 生")
    assert (told.number, told.section) == ("C14", "民生")


def test_names_behind_their_duty() -> None:
    told = chinese("B08 |生活2024年1月19日星期五", "责编:", "乔小满版式:严冬")
    assert [(e.duty, e.name) for e in told.editors] == [("责编", "乔小满"), ("版式", "严冬")]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(("数据| A13", "2015年2月20日星期五"), id="a figure before a day"),
        pytest.param(("A13 要闻 2015年2月20日", "乙未年正月初二"), id="a lunar day"),
        pytest.param(("要闻 03", "2015年2月20日", "责编:乔小满"), id="whole lines"),
    ],
)
def test_whole_chinese_lines_stay_apart(head: tuple[str, ...]) -> None:
    told = chinese(*head)
    assert len(told.paragraphs) == len(head)
    assert told.day == date(2015, 2, 20)
