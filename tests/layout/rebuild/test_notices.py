"""Small matter at the foot of a page: notices and who gives them, tables with their notes."""

from tests.layout.rebuild.proofs import RICE, block, lines, told

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
