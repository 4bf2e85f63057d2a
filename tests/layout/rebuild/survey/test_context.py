"""The signs that a block owes to its place: its neighbours, its measure, the page around it."""

import pytest

from layout.rebuild.survey import survey
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import FERRY, RICE, block, latin, lines, page

_RICE = tuple(block(lines(words, 16)) for words in RICE)
_NARROW = [block(lines(words, 12)) for words in RICE[3:]]
_ENDS_AND_BEGINS = "一头是船。 渡船每天早上六点开第 一班，晚上九点才收工回家 里休息"
_QUATRAIN = "渡头灯影一江风，\n野水无人雁过空。\n莫问归舟何处泊，\n芦花深处有渔翁。"
_FERRY = "船靠岸的时候\n风从芦苇里来\n老人收起缆绳\n太阳落了"


def signs(number: int, *blocks: str) -> frozenset[str]:
    """The signs of one block of a page."""
    stream = survey(read_markdown("page", page(*blocks))).stream
    return next(
        s for piece, s in zip(stream.pieces, stream.signs, strict=True) if piece.block == number
    )


@pytest.mark.parametrize(
    ("number", "blocks", "sign"),
    [
        pytest.param(0, ["# 无人机", _RICE[0]], "heading", id="marked as a heading"),
        pytest.param(1, ["# 无人机", _RICE[0]], "prose", id="long"),
        pytest.param(0, ["无人机", *_RICE], "first", id="the first"),
        pytest.param(1, ["04 | 要闻", "无人机", *_RICE], "top", id="before all running text"),
        pytest.param(2, [*_RICE[:2], "（整理）"], "foot", id="behind all running text"),
        pytest.param(1, [_RICE[0], "无人机", _RICE[1]], "inside_page", id="between"),
        pytest.param(0, ["飞手之家"], "alone", id="one line"),
        pytest.param(0, ["飞手来了。"], "alone_closed", id="one line, closed"),
        pytest.param(0, ["无人机进田 飞手之家"], "two_parts", id="two lines as long"),
        pytest.param(0, ["亩产512斤"], "figures", id="figures"),
        pytest.param(0, ["健康提醒", "五种小毛病别硬扛", _RICE[0]], "over_longer", id="a label"),
        pytest.param(0, ["姓名：乔小满", "年龄：59岁", "籍贯：柳湾"], "field", id="a field"),
        pytest.param(2, ["停水公告", _RICE[0], "供水公司"], "under_notice", id="under a notice"),
        pytest.param(
            2, ["2024年10月8日", _RICE[0], "2024年10月7日"], "dated_again", id="a second date"
        ),
        pytest.param(0, ["青禾日报", "04 | 要闻"], "masthead", id="the name of a paper"),
        pytest.param(0, ["供水抢修：96001"], "stat", id="a word and its figure"),
        pytest.param(0, ["热线电话：96001"], "contact_block", id="a number to call"),
        pytest.param(1, [*_RICE[:2], *_RICE[2:]], "set", id="lines that fill their measure"),
        pytest.param(0, ["无人机", "本报记者 乔小满", *_RICE], "before_byline", id="over a byline"),
        pytest.param(0, ["飞手在塘边。", "乔小满 摄", *_RICE], "credit_near", id="over a credit"),
        pytest.param(0, ["飞手在塘边。 乔小满 摄", *_RICE], "credit_near", id="with a credit"),
        pytest.param(
            1, ["## 柳湾老桥合龙", "### 两岸人看了一夜", *_RICE], "half_before", id="a longer half"
        ),
        pytest.param(0, ["## 石桥修好了", *_RICE], "large", id="a heading of large type"),
        pytest.param(0, ["#### 石桥修好了", *_RICE], "small_type", id="one of small type"),
        pytest.param(
            1, [_RICE[0], "飞手答问", "问：怕不怕？"], "over_questions", id="an interview"
        ),
        pytest.param(1, ["## 田埂上的课堂", "老船客", _RICE[0]], "under_head", id="a pen name"),
        pytest.param(1, ["## 田埂上的课堂", "稻香", _RICE[0]], "under_head", id="a rare word"),
        pytest.param(0, ["### 石桥修好了", "# 无人机"], "larger_behind", id="over larger type"),
        pytest.param(1, ["# 无人机", "飞手之家"], "larger_before", id="under larger type"),
        pytest.param(0, ["## 飞手进村", "## 塘边试飞"], "twin_behind", id="half of a headline"),
        pytest.param(1, ["## 飞手进村", "## 塘边试飞"], "twin_before", id="its other half"),
        pytest.param(
            1,
            ["## 田成片 水成网", "## 飞手进村忙试飞"],
            "twin_before",
            id="half in parts",
        ),
        pytest.param(
            0, ["## 飞手也要考证", _RICE[0], "（柳湾 乔小满）"], "over_signed", id="over a letter"
        ),
        pytest.param(0, ["大事记", "● 3月，试飞。"], "before_list", id="over items"),
        pytest.param(0, ["1. 看风向", "2. 看水"], "numbered_run", id="numbers in a run"),
        pytest.param(
            0, ["亩产", "镇 亩产 增幅\n柳湾 512 3.1%\n石桥 498 1.2%"], "before_table", id="title"
        ),
        pytest.param(
            0, ["镇 亩产 增幅\n柳湾 512 3.1%\n石桥 498 1.2%"], "table", id="rows of figures"
        ),
        pytest.param(
            1,
            ["记者：来了？", "老严：来了。", "记者：走吧。", "老严：走。"],
            "repeated_speaker",
            id="speaker",
        ),
        pytest.param(
            1, ["船靠岸的时候", "风从芦苇里来", "老人收起缆绳", "太阳落了"], "verse", id="verse"
        ),
        pytest.param(2, [_FERRY, "霜降", "柿子红了\n鸟便来了"], "verse", id="a second poem"),
        pytest.param(
            1,
            [_FERRY, "灯塔把夜\n翻到最后一页\n浪仍在校对\n一盏灯\n对迟归的船说：\n今夜有雾\n我在"],
            "verse",
            id="free verse",
        ),
        pytest.param(
            0, ["### 全县早稻喜获丰收 亩产过千斤", "# 无人机进田"], "wider_over", id="a kicker"
        ),
        pytest.param(0, [_QUATRAIN], "regular_verse", id="a poem in an old form"),
        pytest.param(
            0,
            ["品名  單位  最高\n白粳  每石  十元二角\n生油  每擔  二十二元四角"],
            "table",
            id="rows of Chinese numerals",
        ),
    ],
)
def test_a_block_shows(number: int, blocks: list[str], sign: str) -> None:
    assert sign in signs(number, *blocks)


@pytest.mark.parametrize(
    ("number", "blocks", "sign"),
    [
        pytest.param(0, ["无人机", *_RICE], "before_byline", id="no byline follows"),
        pytest.param(0, ["镇 亩产\n柳湾 多"], "table", id="two rows without figures"),
        pytest.param(
            1, ["### 春耕进行时", "### 飞手进村了"], "twin_before", id="under a label as long"
        ),
        pytest.param(0, ["稻田很大，人很少。 水很深，鱼很多。"], "table", id="marks behind cells"),
        pytest.param(0, ["船靠岸的时候", *_RICE], "verse", id="one line is no verse"),
        pytest.param(1, ["霜降", "柿子红了\n鸟便来了"], "verse", id="two lines alone"),
        pytest.param(
            1, [_FERRY, "田间书架", "翻书的人"], "verse", id="heads apart behind a stanza"
        ),
        pytest.param(0, [_FERRY], "regular_verse", id="lines of any length"),
        pytest.param(3, [*_NARROW, _ENDS_AND_BEGINS], "verse", id="lines of two paragraphs"),
        pytest.param(0, ["渡口", "本报记者 乔小满", _RICE[0]], "over_longer", id="over a byline"),
        pytest.param(0, ["渡口", "今天起渡口停航三日。"], "over_longer", id="over a sentence"),
        pytest.param(
            1,
            ["问：飞得高吗？", "答：不高。", "说到飞手", "问：怕不怕？"],
            "over_questions",
            id="between",
        ),
        pytest.param(1, ["## 田埂上的课堂", "缘起", _RICE[0]], "under_head", id="a word"),
        pytest.param(1, ["### 飞手进村了", "### 塘边 试飞忙"], "twin_before", id="parts below"),
        pytest.param(
            0,
            ["## 处理好关系", _RICE[0], "（作者单位：农学院）"],
            "over_signed",
            id="an essay",
        ),
        pytest.param(
            0, ["一、先看风向\n二、再看水\n三、最后试飞\n四、收机"], "verse", id="what is counted"
        ),
        pytest.param(1, ["## 渡口", "老船客", _RICE[0]], "under_head", id="as long as its head"),
        pytest.param(
            1, ["## 柳湾老桥合龙", "#### 两岸人看了一夜", *_RICE], "half_before", id="small type"
        ),
        pytest.param(
            0, ["渡口大事", "2007年 ● 9月，桥成", _RICE[0]], "over_longer", id="over items"
        ),
        pytest.param(0, ["飞手进村\n塘边试飞\n田里无人", *_RICE], "verse", id="heads over text"),
        pytest.param(
            1, [_FERRY, "无人机进田\n飞手之家", *_RICE], "verse", id="heads behind verses"
        ),
        pytest.param(
            1, [_FERRY, "无人机进田", "本报记者 乔小满", *_RICE], "verse", id="a head over a byline"
        ),
        pytest.param(
            1,
            ["版式/乔小满 校对/严冬生", "飞手进村\n塘边试飞", "茶山"],
            "verse",
            id="behind editors",
        ),
        pytest.param(1, ["记者：来了？", "老严：来了。"], "repeated_speaker", id="speaks once"),
        pytest.param(0, ["飞手之家", *_RICE], "set", id="a short line"),
        pytest.param(
            0, ["热线电话：96001。因检修停水，请沿河各"], "contact_block", id="more than a number"
        ),
    ],
)
def test_a_block_does_not_show(number: int, blocks: list[str], sign: str) -> None:
    assert sign not in signs(number, *blocks)


def test_a_measure_that_changes_is_seen_between_the_two() -> None:
    assert "new_measure" in signs(3, *_RICE[:3], "立下规矩", *_NARROW)
    assert "same_measure" in signs(3, *_RICE[:3], "立下规矩", *_RICE[3:])


def test_latin_text_is_prose_by_its_length_in_ems() -> None:
    assert "prose" in signs(0, " ".join(latin(FERRY[0], 36)))
    assert "prose" not in signs(0, "Footbridge Opens Late")
