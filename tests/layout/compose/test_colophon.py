"""The colophon: each correction, loss and doubt with its evidence; house style goes unmentioned."""

import pytest

from layout.compose import compose
from layout.compose.colophon import with_colophon
from layout.model import Article, Folio, Kind, Page, Paragraph, Role, Section
from layout.sheet import Run
from layout.style import Apparatus, style
from layout.text import Edit, Fragment, Gap, Mark, Rule, Suggestion, Text
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
            page_of("帮", "邦", Edit(Rule.LOOK_ALIKE, "so elsewhere")),
            "1. 一二三四【邦→帮】：形近误认（so elsewhere）。",
            id="corrected",
        ),
        pytest.param(
            page_of("。", "", Edit(Rule.CLOSING_MARK)),
            "1. 一二三四【+。】：补句末标点。",
            id="supplied",
        ),
        pytest.param(
            page_of("", "", Gap(16.0, "full line", 0.9, "市。")),
            "1. 一二三四〔…〕：缺字，至多16字，疑为“市。”（full line）。",
            id="lost",
        ),
        pytest.param(
            page_of("作", "作", Suggestion("业", Rule.LOOK_ALIKE, "a word", 0.6)),
            "1. 一二三四【作→业?】：存疑，形近误认（a word）。",
            id="doubted",
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
