"""Where articles begin and end."""

import pytest

from layout.model import Figure, Kind, Role
from tests.layout.rebuild.proofs import FERRY, RICE, block, lines, rebuilt

_RICE = tuple(block(lines(words, 16)) for words in RICE)
_HEAD, _NEXT = "# 无人机飞进稻田", "# 镇里立下新规矩 塘边不许低飞"
_PHOTO = "9月3日，飞手在鱼塘边调试无人机。 本报记者 乔小满 摄"
_TABLE = ("#### 早稻产量", "| 乡镇 | 亩数 |\n| --- | --- |\n| 柳湾 | 3200 |")


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
        pytest.param(_RICE[2], 2, id="a third paragraph"),
    ],
)
def test_a_table_with_a_title_stands_alone_behind_the_end_of_an_article(
    end: str, count: int
) -> None:
    assert len(titles(_HEAD, *_RICE[:2], end, *_TABLE)) == count


def test_a_table_with_a_title_stands_alone_behind_a_dated_brief() -> None:
    assert len(titles(_HEAD, "本报讯 " + _RICE[0], *_TABLE)) == 2
    assert len(titles(_HEAD, _RICE[0], *_TABLE)) == 1


def test_a_second_table_with_a_title_stands_alone() -> None:
    assert len(titles(_HEAD, _RICE[0], *_TABLE, "#### 晚稻产量", *_TABLE[1:])) == 2


def test_a_table_with_a_title_stands_alone_behind_briefs() -> None:
    briefs = [line for n in (0, 1) for line in (f"### Boat {n} is late", FERRY[n])]
    table = ("LOCAL STOCKS", "Alder Bank 64 371\nDepot Mills 95 63")
    assert len(titles("IN BRIEF", *briefs, *table)) == 2


def test_heads_in_a_signed_notebook_are_no_briefs() -> None:
    signed = ("### FERRY NOTEBOOK", "## Six boats, one crew", "By Nora Whitlow", *FERRY[:2])
    page = rebuilt(*signed, "Fares stay", FERRY[3], "More spans", FERRY[1])
    (article,) = page.articles
    assert [p.plain for p in article.paragraphs(Role.HEADLINE)] == ["Six boats, one crew"]
    assert [p.plain for p in article.paragraphs(Role.SUBHEAD)] == ["Fares stay", "More spans"]


_ENGLISH = [line for n in range(3) for line in (f"### Boat {n} is late", FERRY[n])]


@pytest.mark.parametrize(
    "story",
    [
        pytest.param([f"ALDER POINT — {FERRY[3]}"], id="with a dateline"),
        pytest.param(FERRY[1:], id="of many paragraphs"),
    ],
)
def test_briefs_without_datelines_end_before_a_story(story: list[str]) -> None:
    assert len(titles("IN BRIEF", *_ENGLISH, "### Old landing opens", *story)) == 2
    assert len(titles("IN BRIEF", *_ENGLISH, "### Old landing opens", FERRY[3])) == 1


@pytest.mark.parametrize("heading", ["停水通知", "今日天气"])
def test_a_notice_and_the_weather_are_no_briefs(heading: str) -> None:
    page = ("县区简讯", *_BRIEFS, f"## {heading}", _RICE[0])
    assert titles(*page) == ["柳湾镇修好水渠", heading]


def test_poems_under_one_title_are_one_article() -> None:
    verses = "信写到一半\n窗外下起了雨\n鸽子飞过屋檐\n邮差还没有来"
    second = ("### 旧犁", verses)
    assert titles("## 写信（外一首）", "穆青川", verses, *second) == ["写信（外一首）"]
    assert titles("## 写信", "穆青川", verses, *second) == ["写信", "旧犁"]


def test_a_photograph_between_articles_stands_alone() -> None:
    page = rebuilt(_HEAD, *_RICE[:3], _PHOTO, _NEXT, *_RICE[3:])
    kinds = [article.kind for article in page.articles]
    assert (len(kinds), kinds[1]) == (3, Kind.PHOTO)


@pytest.mark.parametrize(
    ("caption", "alone"),
    [
        pytest.param("严守田站在田埂上，看机器飞过鱼塘。", False, id="this article's"),
        pytest.param("黄昏时分，老船工在柳湾渡口收起缆绳。", True, id="another one's"),
        pytest.param("雪落在空无一人的站台上。", False, id="nobody's"),
    ],
)
def test_a_photograph_read_in_a_text_while_it_shows_what_another_tells(
    caption: str, alone: bool
) -> None:
    ferry = "本报讯 柳湾渡口昨天停航。黄昏时分，老船工收起缆绳，把船拖上岸边的沙滩，锁好了舱门。"
    other = ("# 柳湾渡口停航", block(lines(ferry, 16)))
    page = rebuilt(_HEAD, *_RICE[:2], f"{caption} 本报记者 乔小满 摄", *_RICE[2:4], *other)
    kinds = [article.kind for article in page.articles]
    assert len(kinds) == 2 + alone
    assert (Kind.PHOTO in kinds) == alone


def test_a_photograph_behind_the_only_article_belongs_to_it() -> None:
    (article,) = rebuilt(_HEAD, *_RICE, _PHOTO).articles
    assert isinstance(article.blocks[-1], Figure)


def test_a_photograph_of_something_else_stands_alone() -> None:
    other = "老城区的皮影戏昨晚在茶馆开锣。 本报记者 乔小满 摄"
    assert [a.kind for a in rebuilt(_HEAD, *_RICE, other).articles][1:] == [Kind.PHOTO]


def test_a_photograph_behind_a_jump_line_stands_alone() -> None:
    story, photo = rebuilt(_HEAD, *_RICE, "（下转第3版）", _PHOTO).articles
    assert (story.title, photo.kind) == (_HEAD[2:], Kind.PHOTO)


def test_corrections_end_a_column_of_letters() -> None:
    letters = ("## LETTERS TO THE EDITOR", "# Save the elm on Court Street", FERRY[0])
    more = ("# Thanks for the ramp", FERRY[1], "# CORRECTIONS", FERRY[2])
    assert titles(*letters, *more)[-1] == "CORRECTIONS"


def test_what_is_carried_on_stands_under_the_heads_behind_its_jump_line() -> None:
    page = rebuilt("From Page 1", "# Boats back at Alder Point", "By Nora Quill", *FERRY)
    assert len(page.articles) == 1
