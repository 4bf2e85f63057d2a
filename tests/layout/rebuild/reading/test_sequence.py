"""Small pages, and what each of their lines is."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.rebuild.lines.scale import KAIMING
from layout.rebuild.reading import read_sequence
from layout.rebuild.survey import survey
from readers.markdown import read_markdown
from tests.generate import page as generated
from tests.layout.rebuild.proofs import FERRY, RICE, block, latin, lines, told

_RICE = tuple(block(lines(words, 16)) for words in RICE)
_FERRY = tuple(block(latin(words, 36)) for words in FERRY)
_FIELDS = (
    "柳灣鎮的稻田今年第一次用上了無人機。清晨六點，嚴守田站在田埂上，看著機器貼著稻穗飛過去，"
    "不到一刻鐘就撒完了三十畝地的肥料。",
    "縣農技站站長喬玉林介紹，全縣去年買了四十二臺無人機，培訓了一百二十名飛手，飛手大多是返鄉的"
    "年輕人，每人每天能照看兩百畝稻田。",
    "「以前撒一次肥要請六個人，幹上整整三天。」嚴守田說，「現在我坐在樹下喝茶，年輕人按幾個鍵，"
    "活就幹完了。」",
)
_BODY = [f"paragraph {words}" for words in RICE]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        pytest.param(["# 无人机飞进稻田"], ["headline 无人机飞进稻田"], id="headline"),
        pytest.param(
            ["无人机飞进稻田"], ["headline 无人机飞进稻田"], id="headline without its mark"
        ),
        pytest.param(
            ["## 无人机飞进稻田 飞手住进村里"],
            ["headline 无人机飞进稻田 飞手住进村里"],
            id="headline in two lines",
        ),
        pytest.param(
            ["## 青禾县农技站： 无人机飞进稻田 飞手住进村里"],
            ["kicker 青禾县农技站：", "headline 无人机飞进稻田 飞手住进村里"],
            id="kicker that ends in a colon, in the headline's block",
        ),
        pytest.param(
            ["### 县农技站: 无人机飞进稻田", "#### 文/本报记者 乔小满"],
            ["kicker 县农技站：", "headline 无人机飞进稻田", "byline 文/本报记者 乔小满"],
            id="such a kicker and headline over a byline",
        ),
        pytest.param(
            ["## 严守田不再请人撒肥—— 无人机飞进稻田"],
            ["kicker 严守田不再请人撒肥——", "headline 无人机飞进稻田"],
            id="kicker that ends in a dash, in the headline's block",
        ),
        pytest.param(
            ["#### 青禾县扎实推进“减负”—— 让每个孩子都有一块田", "本报记者 乔小满"],
            [
                "kicker 青禾县扎实推进“减负”——",
                "headline 让每个孩子都有一块田",
                "byline 本报记者 乔小满",
            ],
            id="such a kicker and headline over a byline, in one block",
        ),
        pytest.param(
            ["#### 田间观察", "## 青禾县农技站：", "# 无人机飞进稻田 飞手住进村里"],
            [
                "column_label 田间观察",
                "kicker 青禾县农技站：",
                "headline 无人机飞进稻田 飞手住进村里",
            ],
            id="label, kicker, headline",
        ),
        pytest.param(
            ["#### 田间观察 青禾县组建飞手队伍", "# 无人机飞进稻田"],
            ["column_label 田间观察", "kicker 青禾县组建飞手队伍", "headline 无人机飞进稻田"],
            id="label and kicker in one block",
        ),
        pytest.param(
            ["青禾县农技站： 无人机飞进稻田"],
            ["kicker 青禾县农技站：", "headline 无人机飞进稻田"],
            id="kicker in the headline's block, which nothing marks",
        ),
        pytest.param(
            ["# 无人机飞进稻田", "——青禾县飞手之家见闻"],
            ["headline 无人机飞进稻田", "subheadline ——青禾县飞手之家见闻"],
            id="deck behind a dash",
        ),
        pytest.param(
            ["# 无人机飞进稻田", "## 本报记者 乔小满"],
            ["headline 无人机飞进稻田", "byline 本报记者 乔小满"],
            id="byline marked as a heading",
        ),
        pytest.param(
            ["# 无人机飞进稻田", "本报记者 乔小满 通讯员 严冬生"],
            ["headline 无人机飞进稻田", "byline 本报记者 乔小满 通讯员 严冬生"],
            id="byline of two",
        ),
        pytest.param(
            [
                "# 无人机飞进稻田",
                "编者按：柳湾镇的田里来了一群年轻人。本报记者走访多日，今起刊出。",
            ],
            [
                "headline 无人机飞进稻田",
                "editor_note 编者按：柳湾镇的田里来了一群年轻人。本报记者走访多日，今起刊出。",
            ],
            id="editor's note",
        ),
        pytest.param(
            ["# 无人机飞进稻田", "核心阅读：柳湾镇的田里来了一群年轻人，他们让荒地重新长出稻子。"],
            [
                "headline 无人机飞进稻田",
                "editor_note 核心阅读：柳湾镇的田里来了一群年轻人，他们让荒地重新长出稻子。",
            ],
            id="what an essay says at its core",
        ),
        pytest.param(
            ["短讯 无人机飞进稻田"],
            ["column_label 短讯", "headline 无人机飞进稻田"],
            id="a label over briefs",
        ),
        pytest.param(
            ["# 无人机飞进稻田", "老邓"],
            ["headline 无人机飞进稻田", "byline 老邓"],
            id="a pen name",
        ),
    ],
)
def test_reads_what_stands_over_an_article(heads: list[str], expected: list[str]) -> None:
    assert told(*heads, *_RICE) == [*expected, *_BODY]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        pytest.param(["### 飞手住进村里"], ["subhead 飞手住进村里"], id="subhead"),
        pytest.param(["飞手住进村里"], ["subhead 飞手住进村里"], id="subhead without its mark"),
        pytest.param(
            ["9月3日，飞手在鱼塘边调试无人机。 本报记者 乔小满 摄"],
            ["caption 9月3日，飞手在鱼塘边调试无人机。", "photo_credit 本报记者 乔小满 摄"],
            id="caption and credit in one block",
        ),
        pytest.param(
            ["9月3日，飞手在鱼塘边调试无人机。", "本报记者 乔小满 摄"],
            ["caption 9月3日，飞手在鱼塘边调试无人机。", "photo_credit 本报记者 乔小满 摄"],
            id="caption and credit in two",
        ),
        pytest.param(
            ["9月3日，", "飞手在鱼塘边调试无人机。", "本报记者 乔小满 摄"],
            ["caption 9月3日，‖飞手在鱼塘边调试无人机。", "photo_credit 本报记者 乔小满 摄"],
            id="caption in two, the first half open",
        ),
        pytest.param(
            ["![图](pond.png)", "图为飞手在鱼塘边调试无人机。 乔小满 摄"],
            [
                "picture pond.png",
                "caption 图为飞手在鱼塘边调试无人机。",
                "photo_credit 乔小满 摄",
            ],
            id="picture with its words",
        ),
    ],
)
def test_reads_what_stands_inside_an_article(inside: list[str], expected: list[str]) -> None:
    page = told("# 无人机飞进稻田", *_RICE[:3], *inside, *_RICE[3:])
    assert page == ["headline 无人机飞进稻田", *_BODY[:3], *expected, *_BODY[3:]]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        pytest.param("（下转第3版）", "jump （下转第3版）", id="jump line"),
        pytest.param("（乔小满 整理）", "signoff （乔小满 整理）", id="who compiled it"),
        pytest.param("（乔小满）", "byline （乔小满）", id="a name"),
        pytest.param("（本报记者 乔小满）", "byline （本报记者 乔小满）", id="who wrote it"),
    ],
)
def test_reads_what_ends_an_article(end: str, expected: str) -> None:
    page = told("# 无人机飞进稻田", *_RICE[:3], end, "# 镇里立下新规矩 塘边不许低飞", *_RICE[3:])
    assert page[4:6] == [expected, "headline 镇里立下新规矩 塘边不许低飞"]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            """
            headline # 飞手的一天
            question 问：您一天飞几亩？
            answer 答：早晚各飞一趟，中午太热不飞。
            question 问：最怕什么？
            answer 答：最怕电线。电线细，从天上看不清楚，只能先走一遍田埂，再起飞。
            """,
            id="问 and 答",
        ),
        pytest.param(
            """
            headline # 飞手的一天
            question 记者：您一天飞几亩？
            answer 严守田：早晚各飞一趟，中午太热不飞。
            question 记者：最怕什么？
            answer 严守田：最怕电线，电线细，从天上看不清楚。
            """,
            id="a reporter and a name",
        ),
        pytest.param(
            """
            headline # On the last boat
            question Q: How many crossings a day?
            answer A: Nine in summer, four in winter.
            """,
            id="Q and A",
        ),
        pytest.param(
            """
            headline # 青禾县农机大事记
            timeline_year 1958年
            timeline_item ● 3月，第一台拖拉机开进柳湾镇。
            timeline_year 1976年
            timeline_item ● 5月，插秧机试用，一天插四亩。
            signoff （乔小满 整理）
            """,
            id="a chronology",
        ),
        pytest.param(
            """
            headline # 青禾县农机大事记
            timeline_year+timeline_item 1958年 3月，第一台拖拉机开进柳湾镇。
            timeline_year+timeline_item 1976年 5月，插秧机试用，一天插四亩。
            signoff （乔小满 整理）
            """,
            id="years and their months in one block",
        ),
        pytest.param(
            """
            headline # 稻田用药须知
            list_item 1. 起飞前查看风向。
            list_item 2. 鱼塘边三十米内不飞。
            list_item 3. 飞完清洗药箱。
            """,
            id="a numbered list",
        ),
        pytest.param(
            """
            headline # 渡口
            poem_line 船靠岸的时候
            poem_line 风正从芦苇里出来
            poem_line 老人把缆绳
            poem_line 绕过第三根木桩
            poem_line 太阳落在水面
            poem_line 像一枚旧铜钱
            """,
            id="a poem",
        ),
    ],
)
def test_reads_other_than_running_text(page: str) -> None:
    """Each line of the page: what it is, and the block as the engine gives it."""
    expected = [line.strip().partition(" ") for line in page.strip().splitlines()]
    read = [line.partition(" ")[0] for line in told(*(given for _, _, given in expected))]
    assert read == [role for roles, _, _ in expected for role in roles.split("+")]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        pytest.param(
            "| 镇 | 亩产 | 增幅 |\n|---|---|---|\n| 柳湾 | 512 | 3.1% |\n| 石桥 | 498 | 1.2% |",
            "table 镇 | 亩产 | 增幅 // 柳湾 | 512 | 3.1% // 石桥 | 498 | 1.2%",
            id="marked as a table",
        ),
        pytest.param(
            "镇 亩产 增幅\n柳湾 512 3.1%\n石桥 498 1.2%\n青石 505 2.0%",
            "table 镇 | 亩产 | 增幅 // 柳湾 | 512 | 3.1% // 石桥 | 498 | 1.2% // 青石 | 505 | 2.0%",
            id="lines of cells",
        ),
        pytest.param(
            "<table><tr><th>镇</th><th>亩产</th></tr><tr><td>柳湾</td><td>512</td></tr></table>",
            "table 镇 | 亩产 // 柳湾 | 512",
            id="HTML",
        ),
    ],
)
def test_reads_a_table_under_its_title(table: str, expected: str) -> None:
    page = told("# 无人机飞进稻田", *_RICE[:2], "各镇早稻亩产", table)
    assert page[-2:] == ["table_title 各镇早稻亩产", expected]


def test_reads_traditional_characters() -> None:
    body = [block(lines(words, 15, "full")) for words in _FIELDS]
    heads = [
        "第四版 地方",
        "中華民國113年10月8日 星期二",
        "# 無人機飛進稻田",
        "記者嚴冬生／柳灣報導",
    ]
    assert told(*heads, *body, "（下轉第7版）") == [
        "folio 第四版 地方",
        "date 中華民國113年10月8日 星期二",
        "headline 無人機飛進稻田",
        "byline 記者嚴冬生／柳灣報導",
        *(f"paragraph {words}" for words in _FIELDS),
        "jump （下轉第7版）",
    ]


def test_seeks_the_words_of_roles_in_simplified_characters() -> None:
    body = [block(lines(words, 15, "full")) for words in _FIELDS]
    heads = ("（數據來源：柳灣文獻館）", "話題", "# 茶山上的路")
    page = told("# 無人機飛進稻田", *body, *heads, *body)
    behind = page[len(body) + 1 :]
    assert behind[:2] == ["signoff （數據來源：柳灣文獻館）", "column_label 話題"]


@pytest.mark.parametrize("joiner", [" ", "\n"], ids=["spaces", "newlines"])
def test_reads_english(joiner: str) -> None:
    body = [joiner.join(latin(words, 36)) for words in FERRY]
    heads = ["ALDER POINT COURIER | TUESDAY, OCTOBER 8, 2024 | A4", "# Footbridge Opens Late"]
    page = told(*heads, "By Nora Whitlow", *body, "Continued on A7")
    assert page[:3] == [
        "folio ALDER POINT COURIER | TUESDAY, OCTOBER 8, 2024 | A4",
        "headline Footbridge Opens Late",
        "byline By Nora Whitlow",
    ]
    assert page[3:-1] == [f"paragraph {words}" for words in FERRY]
    assert page[-1] == "jump Continued on A7"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        pytest.param(
            ["Workers lower the ninth span into place on Tuesday. Photo by Ada Quill"],
            [
                "caption Workers lower the ninth span into place on Tuesday.",
                "photo_credit Photo by Ada Quill",
            ],
            id="caption and credit",
        ),
        pytest.param(
            ["### A bridge in twelve spans"], ["subhead A bridge in twelve spans"], id="subhead"
        ),
    ],
)
def test_reads_what_stands_inside_an_english_article(
    inside: list[str], expected: list[str]
) -> None:
    page = told("# Footbridge Opens Late", "By Nora Whitlow", *_FERRY[:2], *inside, *_FERRY[2:])
    assert page[4:-2] == expected


def test_the_levels_of_headings_do_not_decide() -> None:
    for mark in ("# ", "## ", "### ", "###### "):
        page = told(f"{mark}无人机飞进稻田", f"{mark}本报记者 乔小满", *_RICE)
        assert [line.partition(" ")[0] for line in page[:3]] == ["headline", "byline", "paragraph"]


def test_larger_type_below_tells_a_kicker_and_above_a_deck() -> None:
    lines_ = ["青禾县组建飞手队伍", "无人机飞进稻田", "全县培训飞手一百二十名"]
    levels = ["### ", "# ", "### "]
    page = told(*(level + line for level, line in zip(levels, lines_, strict=True)), *_RICE)
    assert [line.partition(" ")[0] for line in page[:3]] == ["kicker", "headline", "subheadline"]


def test_a_headline_cut_in_two_like_halves_is_one() -> None:
    page = told("## 铁翼掠过稻田", "## 飞手回到村庄", *_RICE)
    assert page[0] == "headline 铁翼掠过稻田 飞手回到村庄"


@pytest.mark.parametrize("title", ["秋收", "山村夜话", "老井"])
def test_a_poem_has_a_title_however_that_looks(title: str) -> None:
    verses = ("田埂上坐着去年的风", "稻子低下头", "把月亮还给井水", "谁在数最后一担谷")
    heads = (f"## {title}", "乔小满")
    assert told(_RICE[0], *heads, *verses)[1:] == [
        f"headline {title}",
        "byline 乔小满",
        *(f"poem_line {verse}" for verse in verses),
    ]


def test_a_picture_may_stand_between_a_question_and_its_answer() -> None:
    asked = "Q：与别处的飞手相比，您的长处在哪里，短处又在哪里？"
    answered = "A：早晚各飞一趟，中午太热不飞。要是赶上下雨，就在家里看看地图，擦擦机器。"
    picture = "严守田在田埂上收起无人机。 本报记者 乔小满 摄"
    page = told(_RICE[0], block(lines(asked, 20)), picture, block(lines(answered, 20)))
    roles = [line.partition(" ")[0] for line in page]
    assert roles == ["paragraph", "question", "caption", "photo_credit", "answer"]


def test_nothing_goes_on_behind_a_signoff_in_brackets() -> None:
    end = (
        "（乔小满 整理）",
        "稻田边的飞手。",
        "乔小满 摄",
        "# 茶山上的路",
        block(lines(RICE[4], 16)),
    )
    assert told(block(lines(RICE[0], 16)), *end)[1:4] == [
        "signoff （乔小满 整理）",
        "caption 稻田边的飞手。",
        "photo_credit 乔小满 摄",
    ]


def test_items_of_a_list_part_inside_a_block() -> None:
    items = [
        "1、空气优良天数282天，优良率92%。",
        "2、新增造林4.1万亩，覆盖率达四成。",
        "3、接待游客14万人次，比去年多一成。",
    ]
    page = told("# 数说青禾", *_RICE, "# 青禾这一年", block(items), "4、改造农村公路82公里。")
    assert page[-4:-1] == [f"list_item {item}" for item in items]


def test_a_paragraph_begins_indented_behind_a_full_line_that_closes() -> None:
    first = "秋收之后县里打算把无人机用到果园和茶山上去吊运茶青。"
    printed = lines(first, 14)
    assert [KAIMING.steps(line) for line in printed] == [2 * 12, 2 * 14]
    page = told("# 无人机飞进稻田", *_set(RICE[:3], 14), block([*printed, *lines(RICE[5], 14)]))
    assert page[-2:] == [f"paragraph {first}", f"paragraph {RICE[5]}"]


def test_a_blank_behind_a_stop_is_no_accident() -> None:
    last = "村里管吃住。"
    merged = block([*lines(RICE[0], 15), last])
    page = told("# 无人机飞进稻田", *_set(RICE[1:4], 15), merged, *_set(RICE[4:], 15))
    assert page[4:6] == [f"paragraph {RICE[0]}", f"paragraph {last}"]


def _set(paragraphs: Sequence[str], measure: int) -> list[str]:
    return [block(lines(words, measure)) for words in paragraphs]


def test_a_year_is_no_part_of_the_line_of_the_item_behind_it() -> None:
    page = told(
        "# 大事记", "2019年 3月2日，灌渠开工。 5月，渠首通水，全长三十里。", "2020年", "6月，通航。"
    )
    assert page[1] == "timeline_year 2019年"


def test_a_subhead_stands_behind_a_lost_last_line() -> None:
    cut = block(lines(RICE[1], 16)[:-1])
    page = told("# 无人机飞进稻田", _RICE[0], cut, "飞手住进村里", *_RICE[2:])
    assert "subhead 飞手住进村里" in page


def test_blank_pages_have_no_lines() -> None:
    assert told("") == told("  \n\n　") == []


@given(st.integers(0, 30))
@settings(max_examples=20)
def test_lines_cover_the_pieces_in_turn(seed: int) -> None:
    stream = survey(read_markdown("page", generated(seed).ocr)).stream
    readings = read_sequence(stream)
    assert readings[0].begins
    ends = [0, *(reading.behind for reading in readings)]
    assert [reading.first for reading in readings] == ends[:-1]
    assert ends[-1] == len(stream.pieces)
    for before, reading in pairwise(readings):
        assert reading.begins or reading.role == before.role
        assert 0 < reading.certainty <= 1


def test_items_without_stops_are_items_of_their_own() -> None:
    items = (
        "1.柳湾渡口：周五至周日七点半，码头看戏，免费",
        "2.县图书馆：旧书市集",
        "3.青禾体育场：少年足球赛决赛，凭学生证入场",
    )
    page = told("# 周末去哪儿", items[0], " ".join(items[1:]), "# 无人机飞进稻田", *_RICE[:3])
    assert page[1:4] == [f"list_item {words}" for words in items]


def test_a_kicker_a_headline_and_a_deck_are_no_verses() -> None:
    page = told("校舍加固拖了三年", "旧教室终于动工", "家长盼明年能搬回", *_RICE)
    assert not [line for line in page if line.startswith("poem_line")]


def test_two_large_lines_of_about_one_length_are_one_headline() -> None:
    page = told("### 校舍加固拖了三年", "# 旧教室终于动工", "# 家长盼明年能搬回", *_RICE)
    assert page[:2] == ["kicker 校舍加固拖了三年", "headline 旧教室终于动工 家长盼明年能搬回"]


def test_what_looks_like_two_names_in_large_type_is_half_a_headline() -> None:
    page = told("# 田成方 路成网", "# 飞手进村试飞", *_RICE)
    assert page[0] == "headline 田成方 路成网 飞手进村试飞"


def test_behind_a_kicker_even_what_ends_like_a_label_is_a_headline() -> None:
    deck, byline = "#### 全县现有植保无人机192架", "本报记者 乔小满"
    assert told("田间观察 青禾县农技站： 无人机飞出新天地", deck, byline) == [
        "column_label 田间观察",
        "kicker 青禾县农技站：",
        "headline 无人机飞出新天地",
        "subheadline 全县现有植保无人机192架",
        f"byline {byline}",
    ]


def test_a_dateline_begins_no_head() -> None:
    printed = [block(lines(words, 11)) for words in RICE]
    begun = "据新华社北京7月19日电 船工 乔小满在渡口 守了2个 春节，他的"
    page = told(
        *printed, "#### 要闻速递", "## 一条船连起两个村", begun, "### 渡口夜色 点亮两岸", *printed
    )
    assert "paragraph 据新华社北京7月19日电船工乔小满在渡口守了2个春节，他的。" in page
