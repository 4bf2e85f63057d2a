"""The tree says what a page was taken for, and why."""

from dataclasses import replace
from datetime import date

from layout.model import Editor, Folio, Measure, Page, Paragraph, Punctuation, Reason, Role, Section
from layout.text import Edit, Fragment, Rule, Suggestion, Text
from stonehand.tree import plain_lines, tree
from tests.build import article_of, page_of


def _lines(page: Page) -> list[str]:
    return list(plain_lines(tree(page)))


def test_shows_the_page_from_folio_to_words() -> None:
    page = page_of(
        """
        page 04 | 要闻 | 2022-09-27
        headline 清河新桥通车
        paragraph 昨日上午｜清河新桥通⟨2⟩
        table 年 | 数 // 2012 | 3
        picture bridge.png
        caption 新桥一景
        """
    )
    assert _lines(page)[1:] == [
        "  folio number 04; section 要闻; day 2022-09-27",
        "  section 要闻",
        "    article news 清河新桥通车 — measure 16 (kaiming punctuation; 40 lines, 90% certain)",
        "      headline 清河新桥通车",
        "      paragraph 昨日上午清河新桥通",
        "        joined from 2 lines",
        "        gap at …午清河新桥通‸: at most 2 em — the line is full and ends in the air (90%)",
        "      table 2 rows, 1 of them heads",
        "        row 年 | 数",
        "        row 2012 | 3",
        "      picture bridge.png",
        "        caption 新桥一景",
    ]


def test_shows_every_kind_of_change() -> None:
    text = Text(
        (
            Fragment("三", "三", 0),
            Fragment("帮", "邦", 1, Edit(Rule.LOOK_ALIKE, "elsewhere on the page", 0.95)),
            Fragment("”", "", 2, Edit(Rule.CLOSING_MARK, "opened before", 0.9)),
            Fragment("己", "己", 2, Suggestion("已", Rule.LOOK_ALIKE, "the usual word", 0.6)),
            Fragment("", " ", 3, Edit(Rule.STRAY_SPACE)),
        )
    )
    paragraph = Paragraph(Role.BODY, text, (Reason("ends in a full stop", 0.8),))
    article = replace(article_of(""), blocks=(paragraph,), measure=None)
    page = replace(page_of(""), folio=Folio(), sections=(Section("", (article,)),))
    assert _lines(page)[1:] == [
        "  folio not found",
        "  article news 三帮”己 — measure not found",
        "    paragraph 三帮”己",
        "      because ends in a full stop (80%)",
        "      edit 邦 → 帮: misread character — elsewhere on the page (95%)",
        "      edit nothing → ”: lost closing mark — opened before (90%)",
        "      suggestion 己 → 已 at 三帮”‸己: misread character — the usual word (60%)",
    ]


def test_shows_who_edited_and_how_lines_narrowed() -> None:
    article = replace(
        article_of("paragraph 甲"), measure=Measure(26, 16, Punctuation.FULL, 1, 3), columns=2
    )
    folio = Folio(day=date(2022, 9, 27), editors=(Editor("编辑", "王一"), Editor("校对", "李二")))
    page = replace(page_of(""), folio=folio, sections=(Section("", (article,)),))
    assert _lines(page)[1:3] == [
        "  folio day 2022-09-27; 编辑 王一; 校对 李二",
        "  article news 甲 — measure 16 to 26 (full punctuation; 3 lines, 100% certain), 2 columns",
    ]
