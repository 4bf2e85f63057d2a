"""A whole forme: everything is set once, in the model's order, inside the sheets."""

import pytest

from layout.compose import compose
from layout.marks import gap_mark
from layout.model import Edition, texts_of
from layout.sheet import Forme, Run, Tag
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.fixed import FixedRuler

STORY = "\n".join(["paragraph " + "春天的田野里到处是忙碌的身影，" * 12 + "一年之计在于春。"] * 6)
PAGE = f"""
page 04 | 要闻 | 2022-09-27
article news 16
column_label 乡村振兴
kicker 市农业局：
headline 一片叶子富一方 / 千亩茶山活一城
byline 本报记者 张三
{STORY}
subhead 茶园里的风景
{STORY}
article timeline 25
headline 大事记
timeline_year 2012年
timeline_item 3月21日，项目开工⟨2⟩
timeline_item 4月8日，项目建成。
signoff （张三 整理）
article photo
picture
caption 茶农采茶
photo_credit 李四 摄
article table
headline 一览表
table 年 | 数 // 2012 | 3 // 2013 | 4
article poem
headline 春晓
poem_line 春眠不觉晓，
poem_line 处处闻啼鸟。
"""


def forme_of(notation: str, paper: str = "broadsheet", language: str = "zh-Hans") -> Forme:
    return compose(edition_of(notation, language), style(paper), FixedRuler())


def words_of(forme: Forme) -> dict[int, str]:
    """What is drawn of each element, over all sheets."""
    words: dict[int, str] = {}
    for sheet in forme.sheets:
        for run in sheet.drawn:
            if isinstance(run, Run) and run.element is not None:
                words[run.element] = words.get(run.element, "") + run.text
    return words


def shown(edition: Edition) -> list[str]:
    """What an edition has to show, in its order."""
    return [
        text.shown(gap_mark(page.language))
        for page in edition.pages
        for article in page.articles
        for block in article.blocks
        for text in texts_of(block)
        if text.plain
    ]


PAPERS = ["broadsheet", "tabloid", "berliner", "a3", "a4", "120x90mm"]


@pytest.mark.parametrize("paper", PAPERS)
def test_everything_is_set_once_and_whole(paper: str) -> None:
    forme = forme_of(PAGE, paper)
    words = [w for element, w in sorted(words_of(forme).items()) if _tag(forme, element)]
    assert words == shown(edition_of(PAGE))


def _tag(forme: Forme, element: int) -> bool:
    return forme.elements[element].tag is not Tag.LABEL


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_leaves_the_sheet(paper: str) -> None:
    for sheet in forme_of(PAGE, paper).sheets:
        for run in sheet.drawn:
            if isinstance(run, Run):
                assert 0 <= run.at.x < sheet.size.width
                assert 0 < run.at.y < sheet.size.height


def test_articles_lie_under_their_page_and_items_in_their_list() -> None:
    elements = forme_of(PAGE).elements
    tags = [element.tag for element in elements]
    assert tags[:2] == [Tag.DOCUMENT, Tag.SECTION]
    item = tags.index(Tag.ITEM)
    parent = elements[item].parent
    assert parent is not None
    assert elements[parent].tag is Tag.LIST
    assert [e.parent for e in elements if e.tag is Tag.ARTICLE] == [1] * 5


def test_text_that_fits_no_sheet_turns_to_the_next() -> None:
    forme = forme_of("article news 16\nheadline 长文\n" + STORY * 12, "a4")
    assert len(forme.sheets) > 1
    drawn = [run.text for run in forme.sheets[0].drawn if isinstance(run, Run)]
    assert "（下转01-2版）" in drawn
    assert "".join(words_of(forme)[4]) == "春天的田野里到处是忙碌的身影，" * 12 + "一年之计在于春。"


def test_an_outline_entry_for_each_article() -> None:
    titles = [entry.title for entry in forme_of(PAGE).outline]
    assert titles == ["一片叶子富一方 千亩茶山活一城", "大事记", "茶农采茶", "一览表", "春晓"]


def test_the_same_forme_every_time() -> None:
    assert forme_of(PAGE) == forme_of(PAGE)


def test_an_edition_without_articles_still_has_its_folio() -> None:
    (sheet,) = forme_of("page 04 | 要闻 | 2022-09-27").sheets
    assert [run.text for run in sheet.drawn if isinstance(run, Run)] == [
        "04",
        "要闻",
        "2022年9月27日",
    ]
