"""Letters to a paper: whom they greet, who signs them and from where, the questions over them."""

import pytest

from layout.model import Role
from layout.text import Gap
from tests.layout.rebuild.proofs import RICE, block, lines, rebuilt, told

_RICE = tuple(block(lines(words, 16)) for words in RICE)
_HEAD = ("6 读者来信", "2024年10月9日 星期三", "编辑 乔小满 校对 严冬生")


def test_who_is_greeted_made_no_page() -> None:
    letter = told(*_HEAD, "## 飞手该不该持证？", "编辑同志：", *_RICE[:2])
    assert letter[2:5] == [
        "editor_credits 编辑 乔小满 校对 严冬生",
        "headline 飞手该不该持证？",
        "paragraph 编辑同志：",
    ]


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param("柳湾镇农民 乔老四", id="a trade"),
        pytest.param("柳湾镇 邹老太太", id="an old lady"),
        pytest.param("柳湾镇村民 乔小满 等27人", id="with others"),
        pytest.param("柳湾小学 三（2）班 龚小满", id="a class of a school"),
        pytest.param("骑手 高粱", id="a pen name"),
        pytest.param("（柳湾 老把式）", id="in brackets"),
        pytest.param("（解答人：县水产站 老河）", id="who answers"),
    ],
)
def test_a_letter_is_signed_by_somebody_from_somewhere(signature: str) -> None:
    words = told(*_HEAD, "# 无人机飞进稻田", *_RICE[:2], signature, "## 镇里立下新规矩", *_RICE[4:])
    assert words[5:8] == [
        f"paragraph {RICE[1]}",
        f"signoff {signature}",
        "headline 镇里立下新规矩",
    ]


def test_a_name_is_no_byline_of_two_blocks() -> None:
    words = told(*_HEAD, "# 无人机飞进稻田", *_RICE[:2], "柳湾镇农民 乔老四", "回音壁", *_RICE[4:])
    assert not any("乔老四" in line and "回音壁" in line for line in words)


def test_a_few_characters_over_a_longer_head_are_its_label() -> None:
    for marks in ("##", "", "####"):
        words = told(*_HEAD, f"{marks} 健康提醒", "## 飞手夏天防暑五件事", *_RICE[:2])
        assert words[3:5] == ["column_label 健康提醒", "headline 飞手夏天防暑五件事"]


def test_who_wrote_is_told_under_the_headline() -> None:
    for name in ("□ 谈未央", "老船客", "### 老船客", "施沛文（柳湾市民，理疗师）"):
        words = told(*_HEAD, "## 田埂上的课堂开讲了", name, *_RICE[:2])
        assert words[3:5] == [
            "headline 田埂上的课堂开讲了",
            f"byline {name.removeprefix('### ')}",
        ]


@pytest.mark.parametrize(
    ("label", "headline"),
    [("小贴士", "飞手防暑"), ("柳湾时评", "慢，是为了看得清")],
)
def test_a_label_stands_in_one_heading_with_its_headline(label: str, headline: str) -> None:
    words = told(*_HEAD, "# 无人机飞进稻田", *_RICE[:2], f"### {label} {headline}", *_RICE[2:4])
    assert words[6:8] == [f"column_label {label}", f"headline {headline}"]


def test_the_kind_of_a_poem_is_a_label_over_its_title() -> None:
    verses = ("船靠岸的时候", "风从芦苇里来", "老人收起缆绳", "太阳落了", "灯亮了")
    words = told(*_HEAD, "# 无人机飞进稻田", *_RICE[:2], "#### 诗歌 秋天的渡口", "乔小满", *verses)
    assert words[6:8] == ["column_label 诗歌", "headline 秋天的渡口"]


def test_a_pen_name_stands_between_a_short_title_and_its_verses() -> None:
    verses = ("船靠岸的时候", "风从芦苇里来", "老人收起缆绳", "太阳落了", "灯亮了")
    words = told(*_HEAD, "# 无人机飞进稻田", *_RICE[:2], "### 借书证", "#### 一苇", *verses)
    assert words[6:8] == ["headline 借书证", "byline 一苇"]


def test_what_stands_over_text_with_a_name_in_brackets_is_a_headline() -> None:
    story = ("# 无人机飞进稻田", *_RICE[:3])
    words = told(*_HEAD, *story, "### 鱼塘“翻白”咋回事？", _RICE[5], "（县水产站 老河）")
    assert "headline 鱼塘“翻白”咋回事？" in words


def test_a_question_or_a_call_may_stand_inside_a_kicker() -> None:
    kicker = "最后一刻！柳湾队客场逆转北港队"
    words = told(*_HEAD, f"#### {kicker}", "## 老将的头球叫醒小镇", "本报记者 乔小满", *_RICE[:2])
    assert words[2:5] == [
        "editor_credits 编辑 乔小满 校对 严冬生",
        f"kicker {kicker}",
        "headline 老将的头球叫醒小镇",
    ]


def test_a_subhead_may_have_two_parts() -> None:
    words = told(*_HEAD, "# 无人机飞进稻田", *_RICE[:2], "#### 不求多 只求准", *_RICE[2:4])
    assert "subhead 不求多 只求准" in words


def test_each_letter_has_a_headline_of_its_own() -> None:
    letters = (
        "医保缴费别只认手机",
        *_RICE[:2],
        "柳湾镇农民 乔老四",
        "路灯白天亮晚上黑",
        *_RICE[2:4],
    )
    words = told(*_HEAD, "# 无人机飞进稻田", *_RICE[4:], *letters, "柳湾镇村民 严冬生")
    assert "headline 医保缴费别只认手机" in words
    assert "headline 路灯白天亮晚上黑" in words


def test_a_line_wider_than_its_column_is_no_text_and_no_subhead() -> None:
    wide = "小区门口的共享单车为什么赖着不走？"
    narrow = [block(lines(words, 13)) for words in RICE]
    words = told(*_HEAD, "# 无人机飞进稻田", *narrow[:2], f"#### {wide}", *narrow[2:4])
    assert f"headline {wide}" in words


def test_a_poem_of_several_is_headed_by_its_title_not_by_its_poet() -> None:
    verses = ("船靠岸的时候", "风从芦苇里来", "老人收起缆绳", "太阳落了")
    words = told(*_HEAD, "## 在柳湾（组诗）", "乔小满", "渡口", *verses, "## 灯塔下", *verses)
    assert words[3:6] == ["headline 在柳湾（组诗）", "byline 乔小满", "subhead 渡口"]
    assert "subhead 灯塔下" in words


def test_the_book_that_is_read_stands_in_the_deck() -> None:
    words = told(*_HEAD, "## 把日子过成一口井", "## 读散文集《井台》", "乔小满", *_RICE[:2])
    assert words[3:5] == ["headline 把日子过成一口井", "subheadline 读散文集《井台》"]


def test_an_address_loses_nothing_and_made_no_page() -> None:
    notice = ("## 欢迎来信", _RICE[3], "地址：柳湾市人民路88号柳湾日报社", "电邮：rice@example.com")
    page = rebuilt(*_HEAD, "# 无人机飞进稻田", *_RICE[:3], *notice)
    last = tuple(page.articles[-1].paragraphs(Role.BODY))
    assert [p.plain for p in last[-2:]] == list(notice[2:])
    assert not any(isinstance(f.mark, Gap) for p in last for f in p.text.fragments)
