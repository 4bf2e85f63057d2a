"""Where articles begin, what kind they are, what goes into a figure."""

import pytest

from layout.model import Article, Figure, Kind, Role, Table
from tests.layout.rebuild.proofs import RICE, block, lines, rebuilt

_RICE = tuple(block(lines(words, 16)) for words in RICE)
_HEAD, _NEXT = "# 无人机飞进稻田", "# 镇里立下新规矩 塘边不许低飞"
_PHOTO = "9月3日，飞手在鱼塘边调试无人机。 本报记者 乔小满 摄"


def titles(*blocks: str) -> list[str]:
    return [article.title for article in rebuilt(*blocks).articles]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        pytest.param([_NEXT], "镇里立下新规矩 塘边不许低飞", id="a headline"),
        pytest.param([_NEXT, "本报记者 严冬生"], "镇里立下新规矩 塘边不许低飞", id="and a byline"),
        pytest.param(["#### 田间观察", _NEXT], "镇里立下新规矩 塘边不许低飞", id="a label"),
        pytest.param(["## 柳湾镇：", _NEXT], "镇里立下新规矩 塘边不许低飞", id="a kicker"),
        pytest.param(["（上接第1版）"], "（上接第1版）", id="a jump from another page"),
    ],
)
def test_a_new_article_begins_with(opening: list[str], title: str) -> None:
    page = rebuilt(_HEAD, *_RICE[:3], *opening, *_RICE[3:])
    assert [article.title for article in page.articles] == ["无人机飞进稻田", title]
    bodies = [[p.plain for p in article.paragraphs(Role.BODY)] for article in page.articles]
    assert bodies == [list(RICE[:3]), list(RICE[3:])]


def test_a_change_of_measure_tells_a_headline_from_a_subhead() -> None:
    narrow = [block(lines(words, 12)) for words in RICE[3:]]
    assert titles(_HEAD, *_RICE[:3], _NEXT, *narrow) == ["无人机飞进稻田", _NEXT[2:]]
    assert titles(_HEAD, *_RICE[:3], "### 飞手住进村里", *_RICE[3:]) == ["无人机飞进稻田"]


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param(["### 飞手住进村里"], id="a subhead"),
        pytest.param([_PHOTO], id="a photograph"),
        pytest.param(["![](pond.png)"], id="a picture"),
    ],
)
def test_an_article_goes_on_behind(inside: list[str]) -> None:
    assert titles(_HEAD, *_RICE[:3], *inside, *_RICE[3:]) == ["无人机飞进稻田"]


def test_briefs_stand_under_one_label() -> None:
    page = rebuilt(
        "#### 县区简讯",
        "## 柳湾镇修好水渠",
        _RICE[3],
        "## 石桥镇开了夜校",
        _RICE[4],
        "## 青石镇架起路灯",
        _RICE[5],
    )
    (article,) = page.articles
    heads = [p.plain for p in article.paragraphs(Role.COLUMN_LABEL, Role.HEADLINE)]
    assert heads == ["县区简讯", "柳湾镇修好水渠", "石桥镇开了夜校", "青石镇架起路灯"]


def brief(headline: str, words: str) -> tuple[str, str]:
    return f"# {headline}", block(lines(f"本报讯 {words}", 16))


_BRIEFS = (
    *brief("柳湾镇修好水渠", RICE[3]),
    *brief("石桥镇开了夜校", RICE[4]),
    *brief("青石镇架起路灯", RICE[5]),
)


def test_headlines_with_a_dated_paragraph_each_are_briefs_whatever_their_label_says() -> None:
    assert titles("四面八方", *_BRIEFS) == ["柳湾镇修好水渠"]


def test_briefs_end_where_a_story_has_no_dateline() -> None:
    assert titles("县区简讯", *_BRIEFS, _HEAD, _RICE[0]) == ["柳湾镇修好水渠", _HEAD[2:]]


@pytest.mark.parametrize(
    ("end", "count"),
    [
        pytest.param("（下转第3版）", 2, id="a jump line"),
        pytest.param("（本报记者 乔小满）", 2, id="who wrote it"),
        pytest.param(_RICE[2], 1, id="running text"),
    ],
)
def test_a_table_with_a_title_stands_alone_behind_the_end_of_an_article(
    end: str, count: int
) -> None:
    table = ("#### 早稻产量", "| 乡镇 | 亩数 |\n| --- | --- |\n| 柳湾 | 3200 |")
    assert len(titles(_HEAD, *_RICE[:2], end, *table)) == count


def test_a_photograph_between_articles_stands_alone() -> None:
    page = rebuilt(_HEAD, *_RICE[:3], _PHOTO, _NEXT, *_RICE[3:])
    kinds = [article.kind for article in page.articles]
    assert (len(kinds), kinds[1]) == (3, Kind.PHOTO)


def test_a_photograph_behind_the_only_article_belongs_to_it() -> None:
    (article,) = rebuilt(_HEAD, *_RICE, _PHOTO).articles
    assert isinstance(article.blocks[-1], Figure)


@pytest.mark.parametrize(
    ("blocks", "kind"),
    [
        pytest.param([_HEAD, *_RICE * 2], Kind.NEWS, id="news"),
        pytest.param([_HEAD, *_RICE[:3]], Kind.BRIEF, id="brief"),
        pytest.param(
            [_HEAD, *_RICE[:2], "### 飞手住进村里", *_RICE[2:4]], Kind.NEWS, id="subheads"
        ),
        pytest.param(["#### 柳湾时评", _HEAD, "乔小满", *_RICE], Kind.COMMENTARY, id="commentary"),
        pytest.param(
            ["# 飞手的一天", "问：飞几亩？", "答：两百亩。", "问：怕什么？", "答：怕电线。"],
            Kind.INTERVIEW,
            id="interview",
        ),
        pytest.param(
            ["# 农机大事记", "1958年", "● 3月，拖拉机进镇。", "1976年", "● 5月，插秧机试用。"],
            Kind.TIMELINE,
            id="chronology",
        ),
        pytest.param(
            ["# 用药须知", "1. 看风向，风大不飞。", "2. 鱼塘边不飞。", "3. 飞完清洗药箱。"],
            Kind.LISTING,
            id="list",
        ),
        pytest.param(["# 停水公告", _RICE[0], "青禾县供水公司"], Kind.NOTICE, id="notice"),
        pytest.param(
            ["# 渡口", "船靠岸的时候", "风正从芦苇里出来", "老人把缆绳", "绕过第三根木桩"],
            Kind.POEM,
            id="poem",
        ),
        pytest.param(
            ["各镇早稻亩产", "镇 亩产 增幅\n柳湾 512 3.1%\n石桥 498 1.2%"],
            Kind.TABLE,
            id="table",
        ),
        pytest.param([_PHOTO], Kind.PHOTO, id="photograph"),
    ],
)
def test_articles_are_of_a_kind(blocks: list[str], kind: Kind) -> None:
    assert [article.kind for article in rebuilt(*blocks).articles] == [kind]


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


def test_a_paragraph_says_why_it_is_what_it_is() -> None:
    page = rebuilt(_HEAD, "本报记者 乔小满", *_RICE)
    (byline,) = page.articles[0].paragraphs(Role.BYLINE)
    (reason,) = byline.reasons
    assert "byline" in reason.what
    assert reason.certainty > 0.9
