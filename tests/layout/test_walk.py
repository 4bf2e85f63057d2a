from dataclasses import replace

from layout.model import Article, Folio, Page, Paragraph, Role
from layout.text import Text, kept
from layout.walk import map_articles, map_texts
from tests.build import page_of

_NOTATION = """
headline 早稻
table 年 | 数 // 2012 | 3
picture a.png
caption 田埂
photo_credit 乔小满 摄
"""


def page() -> Page:
    words = Paragraph(Role.FOLIO, kept("04", 0, 2))
    return replace(page_of(_NOTATION), folio=Folio("04", paragraphs=(words,)), spare=Text())


def test_every_text_that_is_read_is_met_once() -> None:
    met: list[str] = []

    def note(text: Text) -> Text:
        met.append(text.plain)
        return text

    assert map_texts(page(), note) == page()
    assert sorted(met) == sorted(["04", "早稻", "年", "数", "2012", "3", "田埂", "乔小满 摄"])


def test_texts_are_replaced_where_they_stand() -> None:
    doubled = map_texts(page(), lambda text: text + text)
    assert next(doubled.articles[0].paragraphs(Role.CAPTION)).plain == "田埂田埂"
    assert doubled.folio.paragraphs[0].plain == "0404"
    assert (doubled.folio.number, doubled.source) == (page().folio.number, page().source)


def test_articles_keep_their_sections() -> None:
    def nameless(article: Article) -> Article:
        return replace(article, blocks=())

    emptied = map_articles(page(), nameless)
    assert [section.name for section in emptied.sections] == ["要闻"]
    assert emptied.articles == (nameless(page().articles[0]),)
