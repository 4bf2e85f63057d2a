from datetime import date

import pytest

from layout.model import Editor, Folio, Paragraph, Role
from layout.rebuild.signs.folio import folio_of
from layout.text import kept
from tests.layout.rebuild.proofs import RICE, rebuilt

_DAY = date(2024, 10, 8)


def folio(*lines: str, role: Role = Role.FOLIO) -> Folio:
    return folio_of([Paragraph(role, kept(line, 0, len(line))) for line in lines])


@pytest.mark.parametrize(
    ("line", "number", "section"),
    [
        pytest.param("04 | 要闻", "04", "要闻", id="number and section"),
        pytest.param("要闻 | 04", "04", "要闻", id="section and number"),
        pytest.param("04 要闻", "04", "要闻", id="a blank between"),
        pytest.param("要闻 04", "04", "要闻", id="a blank between, the other way"),
        pytest.param(
            "清河日报 2024年10月8日 A01 | 要闻", "A01", "要闻", id="behind paper and date"
        ),
        pytest.param("清河日報 民國113年10月8日 B02·要聞", "B02", "要聞", id="before a dot"),
        pytest.param("第4版 要闻", "4", "要闻", id="第 版"),
        pytest.param("要闻 第4版", "4", "要闻", id="第 版 behind"),
        pytest.param("第四版 要闻", "4", "要闻", id="a numeral"),
        pytest.param("第四版|教育周刊", "4", "教育周刊", id="a weekly part behind its number"),
        pytest.param("第十版 要闻", "10", "要闻", id="ten"),
        pytest.param("第十二版 要闻", "12", "要闻", id="twelve"),
        pytest.param("第二十四版 要闻", "24", "要闻", id="twenty-four"),
        pytest.param("4版：要闻", "4", "要闻", id="版 and a colon"),
        pytest.param("青禾早报 QINGHE POST 第4版 要闻", "4", "要闻", id="a paper in two scripts"),
        pytest.param("第四版 服务·公告", "4", "服务·公告", id="two sections"),
        pytest.param("要闻/A03", "A03", "要闻", id="a slash"),
        pytest.param("八版", "8", "", id="版 without 第"),
        pytest.param("清河日报2024年10月8日星期二第七", "7", "", id="第 at the end of a line"),
        pytest.param("今日8版", "", "", id="how many there are"),
        pytest.param("第二張 第三版", "3", "", id="a sheet and its page"),
        pytest.param("青禾周末 · 生活", "", "生活", id="behind a weekend paper"),
        pytest.param("生活 己丑年五月初一", "", "生活", id="before a day of the lunar year"),
        pytest.param("A03 要闻 责编 乔小满", "A03", "要闻", id="before who made it"),
        pytest.param("A04·要闻", "A04", "要闻", id="a letter and a dot"),
        pytest.param("B12 | 文化", "B12", "文化", id="the second part"),
        pytest.param("版次：A04", "A04", "", id="版次"),
        pytest.param("第四版 地方", "4", "地方", id="traditional"),
        pytest.param("Around Town | A4", "A4", "Around Town", id="English"),
        pytest.param("A4 Around Town", "A4", "Around Town", id="English, number first"),
        pytest.param("Page A4", "A4", "", id="Page"),
        pytest.param("A4", "A4", "", id="the number alone"),
        pytest.param("要闻13", "13", "要闻", id="no blank between, the other way"),
        pytest.param("清河日报2024-10-08星期二社会14", "14", "社会", id="no blanks, figures"),
        pytest.param("10。人物", "10", "人物", id="a dot read as a full stop"),
        pytest.param(
            "清河日报2024年10月8日星期二农历九月初六第十五版专题", "15", "专题", id="a lunar day"
        ),
        pytest.param(
            "清河日报2024年10月8日农历九月十六县区| A06", "A06", "县区", id="and a section"
        ),
        pytest.param("Bl2 |文化", "B12", "文化", id="a one read as a letter"),
        pytest.param("Bl12 |文化", "B12", "文化", id="a one and a letter for it"),
    ],
)
def test_reads_the_number_and_the_section(line: str, number: str, section: str) -> None:
    told = folio(line)
    assert (told.number, told.section) == (number, section)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param("清河日报2024年10月8日星期二", "date", id="a paper and the day"),
        pytest.param("清河日报星期二2024-10-08", "date", id="a weekday between"),
        pytest.param("清河日报2024-10-08星期二社会14", "folio", id="with section and number"),
        pytest.param("体育新闻12", "folio", id="section and number"),
        pytest.param("清河日报要闻13", "folio", id="paper, section and number"),
        pytest.param("Bl12 |文化", "folio", id="a one and a letter for it"),
        pytest.param("值班主任乔倩", "editor_credits", id="one who made it"),
        pytest.param("2024-10-08星期二责编:乔岚组版:温秋云", "editor_credits", id="behind the day"),
        pytest.param("美编乔岚主编温秋云", "editor_credits", id="two who made it"),
        pytest.param("美编乔岚热线:12345", "editor_credits", id="one, and where to call"),
        pytest.param("清河日報中華民國113年10月8日", "date", id="a paper and a Republican day"),
        pytest.param(
            "清河日报2024年10月8日星期二农历九月初六B02版:专题", "folio", id="behind a lunar day"
        ),
    ],
)
def test_lines_of_the_head_are_known_without_blanks(head: str, expected: str) -> None:
    read = rebuilt(head, "# 无人机飞进稻田", *RICE)
    assert [p.role for p in read.folio.paragraphs] == [expected]


@pytest.mark.parametrize(
    ("line", "weekday"),
    [
        pytest.param("2024年10月8日 星期二", "星期二", id="plain"),
        pytest.param("2024年10月8日星期二", "星期二", id="no blank"),
        pytest.param("星期二 2024年10月8日", "星期二", id="weekday first"),
        pytest.param("星期二2024年10月8日", "星期二", id="weekday first, no blank"),
        pytest.param("清河日报星期二2024年10月8日第4版", "星期二", id="no blanks at all"),
        pytest.param("2024-10-08星期二", "星期二", id="no blank behind figures"),
        pytest.param("2024 年 10 月 8 日", "", id="blanks inside"),
        pytest.param("2024年10月08日 周二", "周二", id="a nought, the short weekday"),
        pytest.param("2024-10-08", "", id="hyphens"),
        pytest.param("2024.10.8 星期二", "星期二", id="dots"),
        pytest.param("2024/10/8", "", id="slashes"),
        pytest.param("二〇二四年十月八日 星期二", "星期二", id="numerals"),
        pytest.param("二○二四年十月八日", "", id="a circle for nought"),
        pytest.param("二零二四年十月八日", "", id="a word for nought"),
        pytest.param("民国113年10月8日", "", id="Republican, simplified"),
        pytest.param("中華民國113年10月8日 星期二", "星期二", id="Republican"),
        pytest.param("2024年10月8日 星期二 农历九月初六", "星期二", id="the lunar day behind"),
        pytest.param("Tuesday, October 8, 2024", "Tuesday", id="English"),
        pytest.param("October 8, 2024", "", id="English, no weekday"),
        pytest.param("TUESDAY, OCTOBER 8, 2024", "TUESDAY", id="English capitals"),
    ],
)
def test_reads_the_day(line: str, weekday: str) -> None:
    told = folio(line, role=Role.DATE)
    assert (told.day, told.weekday) == (_DAY, weekday)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("中華民國一百一十三年十月八日", _DAY, id="a hundred and thirteen"),
        pytest.param("民國一百零二年三月二十七日", date(2013, 3, 27), id="a nought in it"),
        pytest.param("二〇二一年十二月三十一日", date(2021, 12, 31), id="thirty-one"),
        pytest.param("二〇二〇年一月二十日", date(2020, 1, 20), id="twenty"),
        pytest.param(
            "中華民國九十九年一月一日", date(2010, 1, 1), id="the year 99 of the Republic"
        ),
        pytest.param("民國廿五年四月卅日", date(1936, 4, 30), id="short numerals"),
        pytest.param("民國元年十月十日", date(1912, 10, 10), id="the first year"),
        pytest.param(
            "公曆一九三六年四月十七日 夏曆丙子年三月廿六日", date(1936, 4, 17), id="twice"
        ),
        pytest.param("February 29, 2024", date(2024, 2, 29), id="a leap day"),
    ],
)
def test_counts_in_numerals_and_eras(line: str, day: date) -> None:
    assert folio(line).day == day


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("2024年13月8日", id="the thirteenth month"),
        pytest.param("2023年2月29日", id="no leap year"),
        pytest.param("2024年10月", id="no day"),
        pytest.param("Octember 8, 2024", id="no month"),
        pytest.param("要闻 | 04", id="no date"),
    ],
)
def test_a_day_that_never_was_is_none(line: str) -> None:
    assert folio(line).day is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("编辑 乔小满", [("编辑", "乔小满")], id="one"),
        pytest.param(
            "责任编辑：乔小满 版式：严冬生 校对：周以恒",
            [("责任编辑", "乔小满"), ("版式", "严冬生"), ("校对", "周以恒")],
            id="three with colons",
        ),
        pytest.param(
            "编辑/乔小满 校对/严冬生", [("编辑", "乔小满"), ("校对", "严冬生")], id="slashes"
        ),
        pytest.param(
            "编辑 乔小满 严冬生", [("编辑", "乔小满"), ("编辑", "严冬生")], id="two of one duty"
        ),
        pytest.param("编辑 艾 文", [("编辑", "艾文")], id="a name spread to three places"),
        pytest.param("版式 罗文 彬", [("版式", "罗文彬")], id="a name with a blank"),
        pytest.param(
            "2024年10月8日星期二责编乔小满校对严冬生",
            [("责编", "乔小满"), ("校对", "严冬生")],
            id="behind a date without blanks",
        ),
        pytest.param(
            "任编辑 乔小满 对 严冬生",
            [("责任编辑", "乔小满"), ("校对", "严冬生")],
            id="garbled duties",
        ),
        pytest.param(
            "辑 乔小满 式 严冬生", [("编辑", "乔小满"), ("版式", "严冬生")], id="one character left"
        ),
        pytest.param("责任编辑 乔小满 电话 5550123", [("责任编辑", "乔小满")], id="a telephone"),
        pytest.param("責任編輯：嚴冬生", [("責任編輯", "嚴冬生")], id="traditional"),
        pytest.param(
            "责任编辑:乔小满版式:严冬生校对:周以恒新闻热线:0371-5550123投稿邮箱:a@example.cn",
            [("责任编辑", "乔小满"), ("版式", "严冬生"), ("校对", "周以恒")],
            id="run together before a telephone",
        ),
        pytest.param(
            "责编：乔小满 描红：严冬生", [("责编", "乔小满"), ("描红", "严冬生")], id="any duty"
        ),
        pytest.param(
            "责编 乔小满 视觉 严冬生 电邮 a@example.cn",
            [("责编", "乔小满"), ("视觉", "严冬生")],
            id="who drew it, no colons",
        ),
        pytest.param("校对：周以恒 服务热线：96345", [("校对", "周以恒")], id="a line of service"),
        pytest.param("Page editor: Nora Whitlow", [("Page editor", "Nora Whitlow")], id="English"),
        pytest.param(
            "Copy editor: Ada O’Quill Designer: Nora B. Whitlow",
            [("Copy editor", "Ada O’Quill"), ("Designer", "Nora B. Whitlow")],
            id="English, two",
        ),
    ],
)
def test_reads_who_made_the_page(line: str, expected: list[tuple[str, str]]) -> None:
    made = folio(line, role=Role.EDITOR_CREDITS).editors
    assert made == tuple(Editor(duty, name) for duty, name in expected)


@pytest.mark.parametrize(
    ("line", "paper"),
    [
        pytest.param("青禾日报 2024年10月8日 星期二 第4版", "青禾日报", id="Chinese"),
        pytest.param("青禾晚報 中華民國113年10月8日", "青禾晚報", id="traditional"),
        pytest.param("Alder Point Courier | A4", "Alder Point Courier", id="English"),
        pytest.param(
            "ALDER POINT COURIER | TUESDAY, OCTOBER 8, 2024 | A4", "ALDER POINT COURIER", id="caps"
        ),
    ],
)
def test_reads_the_name_of_the_paper(line: str, paper: str) -> None:
    assert folio(line).paper == paper


def test_all_in_one_line() -> None:
    told = folio("青禾日报 2024年10月8日 星期二 第四版 要闻")
    assert (told.number, told.section, told.day) == ("4", "要闻", _DAY)
    assert (told.weekday, told.paper) == ("星期二", "青禾日报")


def test_nothing_said_is_nothing_read() -> None:
    assert folio() == Folio()


def test_a_masthead_names_the_paper_and_no_section() -> None:
    told = folio("青禾消息", role=Role.MASTHEAD)
    assert (told.paper, told.section) == ("青禾消息", "")


def test_the_name_of_a_paper_below_its_date_is_no_label() -> None:
    page = rebuilt("A6 港聞", "二○○四年六月九日", "青禾日报", "### 石桥修好 渡口停航", *RICE)
    assert page.folio.paper == "青禾日报"


@pytest.mark.parametrize("below", [False, True], ids=["head", "foot"])
def test_a_page_gives_up_its_head_or_foot(below: bool) -> None:
    own = ["04 | 要闻", "2024年10月8日 星期二", "编辑 乔小满 版式 严冬生"]
    story = ["# 无人机飞进稻田", *RICE]
    page = rebuilt(*(story + own if below else own + story))
    roles = [paragraph.role for paragraph in page.folio.paragraphs]
    assert roles == [Role.FOLIO, Role.DATE, Role.EDITOR_CREDITS]
    assert (page.folio.number, page.folio.section, page.folio.day) == ("04", "要闻", _DAY)
    assert [editor.name for editor in page.folio.editors] == ["乔小满", "严冬生"]
    assert page.sections[0].name == "要闻"
    (article,) = page.articles
    assert [p.plain for p in article.paragraphs(Role.BODY)] == list(RICE)


def test_a_line_that_tells_everything_without_blanks_is_read() -> None:
    told = folio("2024年10月8日星期二第5版：文旅值班总编：夏至编辑：黎明 走读古镇")
    assert (told.number, told.section, told.day, told.weekday) == ("5", "文旅", _DAY, "星期二")
    assert told.editors == (Editor("值班总编", "夏至"), Editor("编辑", "黎明"))


@pytest.mark.parametrize(
    ("head", "number", "section"),
    [
        pytest.param(
            ["A03 要闻 2024.10.08 星期二 责编 乔小满"], "A03", "要闻", id="all in one line"
        ),
        pytest.param(["要闻/A03", "2024-10-08 周二"], "A03", "要闻", id="a slash"),
        pytest.param(["2024年10月8日 星期二", "八版", "副刊"], "8", "副刊", id="three lines"),
        pytest.param(
            ["2024年10月8日", "国内统一刊号CN00-0001 今日8版", "04 | 要闻"],
            "04",
            "要闻",
            id="a serial",
        ),
        pytest.param(
            ["A12 要闻 2024年10月8日（星期二） 甲辰年九月初六"], "A12", "要闻", id="two calendars"
        ),
    ],
)
def test_heads_of_other_papers(head: list[str], number: str, section: str) -> None:
    page = rebuilt(*head, "# 无人机飞进稻田", *RICE[:3])
    told = page.folio
    assert (told.number, told.section, told.day) == (number, section, _DAY)
    assert page.articles[0].title == "无人机飞进稻田"
