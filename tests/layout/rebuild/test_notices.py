"""Small matter at the foot of a page: notices and who gives them, tables with their notes."""

from layout.model import Role
from tests.layout.rebuild.proofs import FERRY, RICE, block, lines, rebuilt, told

_RICE = tuple(block(lines(words, 16)) for words in RICE)
_STORY = ("2024年10月9日 星期三", "# 无人机飞进稻田", *_RICE[:3])


def test_a_notice_ends_with_who_gives_it_and_the_day() -> None:
    notice = ("# 停水公告", _RICE[3], "咨询电话：0371-1234567", "青禾县供水公司", "2024年10月8日")
    assert told(*_STORY, *notice)[-5:] == [
        "headline 停水公告",
        f"paragraph {RICE[3]}",
        "paragraph 咨询电话：0371-1234567",
        "signoff 青禾县供水公司",
        "signoff 2024年10月8日",
    ]


def test_who_gives_a_notice_signs_it_whatever_its_heading() -> None:
    notice = ("# 部分路段夜间停水", _RICE[3], "青禾县供水公司")
    assert told(*_STORY, *notice)[-1] == "signoff 青禾县供水公司"


def test_several_notices_stand_under_one_heading() -> None:
    given = ("柳湾县人民法院", "青禾县城关区人民法院", "石桥县人民法院")
    notices = [b for text, who in zip(_RICE[3:], given, strict=False) for b in (text, who)]
    words = told(*_STORY, "# 法院公告", *notices)
    assert [w for w in words if w.startswith("signoff")] == [f"signoff {who}" for who in given]


def test_numbered_heads_within_a_text_are_no_headlines() -> None:
    heads = ("# 一、出让地块", "# 二、竞买资格", "# 三、报名时间")
    parts = [b for head, text in zip(heads, _RICE[3:], strict=False) for b in (head, text)]
    words = told(*_STORY, "# 土地挂牌出让公告", _RICE[0], *parts)
    assert [w for w in words if "、" in w[:12]] == [f"subhead {head[2:]}" for head in heads]


def test_an_english_notice_begins_an_article_and_ends_with_who_gives_it() -> None:
    notice = ("### NOTICE OF PUBLIC HEARING", FERRY[0])
    given = ("Nora Whitlow, City Clerk", "Published Sept. 14 and 21, 2023")
    page = rebuilt(
        "IN BRIEF", "### Dog found", FERRY[1], "### Rope stolen", FERRY[2], *notice, *given
    )
    told_last = [(p.role, p.plain) for p in page.articles[-1].paragraphs(*Role)]
    assert told_last == [
        (Role.HEADLINE, "NOTICE OF PUBLIC HEARING"),
        (Role.BODY, FERRY[0]),
        *((Role.SIGNOFF, words) for words in given),
    ]


def test_the_note_under_a_table_is_no_kicker_of_what_follows() -> None:
    table = "#### 早稻产量\n\n乡镇　　亩数　　增幅\n柳湾　　3,200　　18.1%\n石桥　　1,532　　19.4%"
    words = told(*_STORY, table, "註：单位为亩", "# 镇里立下新规矩", _RICE[4])
    at = next(i for i, line in enumerate(words) if line.startswith("table_title"))
    assert words[at : at + 4] == [
        "table_title 早稻产量",
        "table 乡镇 | 亩数 | 增幅 // 柳湾 | 3,200 | 18.1% // 石桥 | 1,532 | 19.4%",
        "signoff 註：单位为亩",
        "headline 镇里立下新规矩",
    ]


def test_a_line_in_brackets_is_no_part_of_the_item_before() -> None:
    items = (
        "## 办事指南",
        "1. 先看田里的风向",
        "2. 再看塘里的水位",
        "3. 后看山上的云",
        "（其余见县政府网站）",
    )
    assert told(*_STORY, *items)[-2:] == [
        "list_item 3. 后看山上的云",
        "signoff （其余见县政府网站）",
    ]


def test_a_list_of_what_happened_when_is_no_table() -> None:
    events = "## 渡口大事记\n\n1911年　渡口开航，用木船三只\n1965年　换了铁船\n1977年　渡口停航"
    assert told(*_STORY, events)[-4:] == [
        "headline 渡口大事记",
        "timeline_item 1911年　渡口开航，用木船三只",
        "timeline_item 1965年　换了铁船",
        "timeline_item 1977年　渡口停航",
    ]


def test_who_made_the_page_may_stand_behind_bullets() -> None:
    page = rebuilt("■责任编辑 乔小满 ■电子信箱 rice@example.com ■校对 严冬生", *_STORY)
    assert [editor.name for editor in page.folio.editors] == ["乔小满", "严冬生"]


def test_nothing_goes_astray_where_blocks_are_whole_paragraphs() -> None:
    items = "- 地点：青禾县博物馆\n- 票价：免费，需提前一天预约"
    words = told("# 无人机飞进稻田", *RICE[:3], "## 观展指南", items, "# 镇里立下新规矩", *RICE[3:])
    assert words[6:8] == ["list_item 票价：免费，需提前一天预约", "headline 镇里立下新规矩"]


def test_what_is_told_of_a_person_is_a_list() -> None:
    fields = ("姓名：乔小满", "年龄：59岁", "籍贯：柳湾镇", "职业：船工")
    listed = [f"list_item {field}" for field in fields]
    assert told(*_STORY, "### 船工档案", *fields)[-5:] == ["headline 船工档案", *listed]


def test_a_telephone_number_goes_on_behind_a_line_end() -> None:
    assert (
        "0371-1234567"
        in told(*_STORY[:2], "船工招募，请拨打本报热线电话0371- 1234567，随到随学。")[-1]
    )


def test_a_label_parts_from_the_head_of_the_first_notice() -> None:
    notices = ("## LEGAL NOTICES NOTICE TO CREDITORS", FERRY[0], "## INVITATION TO BID", FERRY[1])
    read = told("# Boats back at Alder Point", "By Ada Quill", *FERRY[2:], *notices)
    assert read[-5:-3] == ["column_label LEGAL NOTICES", "headline NOTICE TO CREDITORS"]
    assert read[-2] == "headline INVITATION TO BID"


def test_heads_in_capitals_are_headlines_where_all_are() -> None:
    heads = ("## FIRE AT THE OLD MILL", "## BRIDGE OUT", "## SPELLING MATCH", "## THE ROADS")
    page = [words for head, text in zip(heads, FERRY, strict=False) for words in (head, text)]
    assert [words for words in told(*page) if not words.startswith("paragraph")] == [
        f"headline {head[3:]}" for head in heads
    ]
