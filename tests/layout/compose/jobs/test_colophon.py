"""The colophon: each correction, loss and doubt with its evidence; house style goes unmentioned."""

import pytest

from layout.compose import compose
from layout.compose.jobs.colophon import with_colophon
from layout.compose.lines.printed import UNMARKED, printed, signs_of
from layout.model import Article, Folio, Kind, Page, Paragraph, Role, Section
from layout.sheet import Run
from layout.style import Apparatus, style
from layout.text import Edit, Fragment, Gap, LineEnd, Mark, Rule, Suggestion, Text
from tests.build import edition_of
from tests.layout.compose.fixed import FixedRuler


def page_of(text: str, raw: str, mark: Mark, language: str = "zh-Hans") -> Page:
    words = Text((Fragment("一二三四", "一二三四", 0), Fragment(text, raw, 4, mark)))
    article = Article(Kind.NEWS, (Paragraph(Role.BODY, words),))
    return Page("p", "", language, Folio("01"), (Section("", (article,)),))


@pytest.mark.parametrize(
    ("page", "note"),
    [
        pytest.param(
            page_of("帮", "邦", Edit(Rule.LOOK_ALIKE, "the page has the same words elsewhere")),
            "1. 一二三四【邦→帮】：形近误认（本版他处有同样的词句）。",
            id="corrected",
        ),
        pytest.param(
            page_of("。", "", Edit(Rule.CLOSING_MARK)),
            "1. 一二三四【+。】：补句末标点。",
            id="supplied",
        ),
        pytest.param(
            page_of("", "", Gap(16.0, "the paragraph ends in the air", 0.9, "市。")),
            "1. 一二三四〔…〕：缺字，至多16字，疑为“市。”（段末语句未完）。",
            id="lost",
        ),
        pytest.param(
            page_of("作", "作", Suggestion("业", Rule.LOOK_ALIKE, "商业 is one word", 0.6)),
            "1. 一二三四【作→业?】：存疑，形近误认（“商业”是一词）。",
            id="doubted",
        ),
        pytest.param(
            page_of(
                "", "", LineEnd(column=True, why="moved here: 四五 stands elsewhere on the page")
            ),
            "1. 一二三四：移正（“四五”见于本版他处）。",
            id="moved",
        ),
        pytest.param(
            page_of("", "衍", Edit(Rule.EDITOR, "set by 王, 2024-10-16: 原件如此")),
            "1. 一二三四【-衍】：编者改正（改定：王, 2024-10-16: 原件如此）。",
            id="struck out by an editor",
        ),
        pytest.param(
            page_of("作", "作", Edit(Rule.EDITOR, "left as in the source by an editor")),
            "1. 一二三四【作】：编者改正（编者认为原文不误）。",
            id="left by an editor",
        ),
        pytest.param(
            page_of("幫", "邦", Edit(Rule.LOOK_ALIKE, "幫人 is a word, 邦人 is none"), "zh-Hant"),
            "1. 一二三四【邦→幫】：形近誤認（「幫人」成詞，「邦人」不成詞）。",
            id="in traditional characters",
        ),
        pytest.param(
            page_of("m", "rn", Edit(Rule.LOOK_ALIKE, "a word"), "en"),
            "1. 一二三四[rn→m]: misread character (a word).",
            id="in English",
        ),
    ],
)
def test_what_is_said(page: Page, note: str) -> None:
    *_, (notes,) = (section.articles for section in with_colophon(page).sections)
    assert [paragraph.plain for paragraph in notes.paragraphs(Role.ITEM)] == [note]


def test_house_style_is_not_worth_a_note() -> None:
    page = page_of("，", ",", Edit(Rule.FULL_WIDTH))
    assert with_colophon(page) == page


def texts(apparatus: Apparatus) -> list[str]:
    edition = edition_of("article news 16\nparagraph 一二三⟨2⟩")
    forme = compose(edition, style(apparatus=apparatus), FixedRuler())
    return [r.text for s in forme.sheets for r in s.drawn if isinstance(r, Run) and r.element]


def test_how_much_is_said_is_a_matter_of_style() -> None:
    assert texts(Apparatus.NONE) == ["一二三"]
    assert texts(Apparatus.MARKS) == ["一二三〔…〕"]
    assert texts(Apparatus.FULL)[:2] == ["一二三〔…〕", "本版校记"]


@pytest.mark.parametrize(
    ("language", "shown"), [("zh-Hans", "一二〔三四〕五"), ("en", "一二[三四]五")]
)
def test_words_that_an_editor_added_are_enclosed(language: str, shown: str) -> None:
    added = [Fragment(word, "", 2, Edit(Rule.EDITOR, "filled in by an editor")) for word in "三四"]
    text = Text((Fragment("一二", "一二", 0), *added, Fragment("五", "五", 2)))
    assert printed(text, signs_of(language)).text == shown
    assert printed(text, UNMARKED).text == "一二三四五"


def test_what_an_editor_changed_is_not() -> None:
    text = Text((Fragment("三", "二", 0, Edit(Rule.EDITOR, "set by an editor")),))
    assert printed(text, signs_of("zh-Hans")).text == "三"


def test_old_line_ends_count_the_signs_and_the_spaces_behind_them() -> None:
    added = Fragment("二", "", 1, Edit(Rule.EDITOR, "filled in by an editor"))
    text = Text((Fragment("一", "一", 0), added, Fragment(" ", "\n", 1, LineEnd()), *_TAIL))
    assert printed(text, signs_of("en")) == ("一[二]  三", (6,))


_TAIL = (Fragment(" 三", " 三", 2),)


def test_the_headline_of_a_colophon_is_a_small_one() -> None:
    text = f"{'春天的田野里到处是忙碌的身影，' * 30}百强⟨2⟩"
    edition = edition_of(f"article list 16\nheadline 清单\nlist_item {text}")
    look = style(apparatus=Apparatus.FULL)
    (sheet,) = compose(edition, look, FixedRuler()).sheets
    sizes = {run.text: run.size for run in sheet.drawn if isinstance(run, Run)}
    assert sizes["本版校记"] < 0.8 * sizes["清单"]
