"""What goes into a figure, a table, a paragraph."""

import pytest

from layout.ledger import is_balanced
from layout.model import Article, Figure, Role, Table
from tests.layout.rebuild.proofs import RICE, block, lines, rebuilt

_RICE = tuple(block(lines(words, 16)) for words in RICE)
_HEAD = "# 无人机飞进稻田"
_PHOTO = "9月3日，飞手在鱼塘边调试无人机。 本报记者 乔小满 摄"


def figures(article: Article) -> list[tuple[str | None, str, str]]:
    return [
        (
            block.path,
            block.caption.plain if block.caption else "",
            block.credit.plain if block.credit else "",
        )
        for block in article.blocks
        if isinstance(block, Figure)
    ]


_WORDS = ("9月3日，飞手在鱼塘边调试无人机。", "本报记者 乔小满 摄")


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        pytest.param([_PHOTO], [(None, *_WORDS)], id="words without a picture"),
        pytest.param(["![](a.png)"], [("a.png", "", "")], id="a picture without words"),
        pytest.param(["![](a.png)", _PHOTO], [("a.png", *_WORDS)], id="words below"),
        pytest.param([_PHOTO, "![](a.png)"], [("a.png", *_WORDS)], id="words above"),
        pytest.param(
            ["![](a.png)", "![](b.png)"], [("a.png", "", ""), ("b.png", "", "")], id="two pictures"
        ),
    ],
)
def test_a_picture_goes_with_its_words(
    blocks: list[str], expected: list[tuple[str | None, str, str]]
) -> None:
    (article,) = rebuilt(_HEAD, *_RICE[:3], *blocks, *_RICE[3:]).articles
    assert figures(article) == expected


def test_cells_of_a_loose_table_are_parted() -> None:
    page = rebuilt(_HEAD, *_RICE, "镇 亩产 增幅\n柳湾 512 3.1%\n石桥 498 1.2%")
    (table,) = [block for block in page.articles[0].blocks if isinstance(block, Table)]
    cells = [[cell.plain for cell in row] for row in table.rows]
    assert cells == [["镇", "亩产", "增幅"], ["柳湾", "512", "3.1%"], ["石桥", "498", "1.2%"]]
    assert table.header_rows == 1


_TABLE = "<table><tr><td>镇</td><td>亩产</td></tr><tr><td>柳湾</td><td>512</td></tr></table>"


def test_a_row_of_words_over_figures_is_a_head() -> None:
    page = rebuilt(_HEAD, *_RICE, _TABLE)
    (table,) = [block for block in page.articles[0].blocks if isinstance(block, Table)]
    assert table.header_rows == 1
    page = rebuilt(_HEAD, *_RICE, _TABLE.replace("512", "甲等"))
    (table,) = [block for block in page.articles[0].blocks if isinstance(block, Table)]
    assert table.header_rows == 0


def test_sentences_over_a_table_are_no_title_of_it() -> None:
    says = "收成究竟怎么样？合作社请来农技站的人，一块田一块田地量。下面是各镇早稻的亩产："
    (article,) = rebuilt(_HEAD, *_RICE, says, _TABLE).articles
    assert says in [p.plain for p in article.paragraphs(Role.BODY)]


def test_a_sentence_below_a_picture_is_its_caption() -> None:
    words = "9月3日，飞手在塘边调试无人机。"
    picture = '<p><img src="a.png"></p>'
    (article,) = rebuilt(_HEAD, *_RICE[:3], picture, words, *_RICE[3:]).articles
    assert figures(article) == [("a.png", words, "")]


def test_in_a_typed_story_it_is_the_story() -> None:
    story = ("去年秋天，我在湖边租下一间旧屋，把它改成了书店。屋子不大，窗子朝南。",) * 2
    (article,) = rebuilt(
        "# 湖边的书店", story[0], "![](a.png)", "书店没有招牌。", story[1]
    ).articles
    assert figures(article) == [("a.png", "", "")]


def test_a_paragraph_says_why_it_is_what_it_is() -> None:
    page = rebuilt(_HEAD, "本报记者 乔小满", *_RICE)
    (byline,) = page.articles[0].paragraphs(Role.BYLINE)
    (reason,) = byline.reasons
    assert "byline" in reason.what
    assert reason.certainty > 0.9


def test_a_name_that_was_read_before_its_lead_stands_behind_it() -> None:
    page = rebuilt(
        "# Library to waive overdue fines",
        "The Larkwood Public Library will stop charging overdue fines on Nov. 1, joining more "
        "than 300 systems. Patrons will still pay for lost or damaged items.",
        "Ada Calder / Herald",
        "The old reading room, shown Monday, has stood empty since a 2008 fire. Photo by",
    )
    caption = "The old reading room, shown Monday, has stood empty since a 2008 fire."
    found = [words for article in page.articles for words in figures(article)]
    assert found == [(None, caption, "Photo by Ada Calder / Herald")]
    assert is_balanced(page)
