"""Lines joined to paragraphs, and what becomes of the blanks between them."""

import pytest

from layout.model import Role
from layout.text import Edit, LineEnd, Rule, Text
from tests.layout.rebuild.proofs import FERRY, RICE, block, latin, lines, rebuilt, told

_HEAD = "# 无人机飞进稻田"
_PRINTED = tuple(lines(words, 16) for words in RICE)
_BLOCKS = tuple(map(block, _PRINTED))
_BODY = [f"paragraph {words}" for words in RICE]


def second(*blocks: str) -> Text:
    """The text of the page's second running paragraph."""
    paragraphs = [p for a in rebuilt(*blocks).articles for p in a.paragraphs(Role.BODY)]
    return paragraphs[1].text


def test_old_line_ends_are_dropped_and_remembered() -> None:
    text = second(_HEAD, *_BLOCKS)
    assert text.plain == RICE[1]
    ends = [len("".join(_PRINTED[1][:n])) for n in range(1, len(_PRINTED[1]))]
    assert text.line_ends() == tuple(ends)


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_column_cut_is_joined_and_remembered(cut: int) -> None:
    halves = block(_PRINTED[1][:cut]), block(_PRINTED[1][cut:])
    page = told(_HEAD, _BLOCKS[0], *halves, *_BLOCKS[2:])
    words = "".join(_PRINTED[1][:cut]) + "‖" + "".join(_PRINTED[1][cut:])
    assert page[1:] == [_BODY[0], f"paragraph {words}", *_BODY[2:]]


def test_paragraphs_in_one_block_are_split_by_the_indent() -> None:
    glued = block([*_PRINTED[1], *_PRINTED[2]])
    assert told(_HEAD, _BLOCKS[0], glued, *_BLOCKS[3:])[1:] == _BODY


def test_a_kept_indent_splits_too() -> None:
    page = "\n".join("　　" + words for words in RICE)
    assert told(_HEAD, page)[1:] == _BODY


@pytest.mark.parametrize("joiner", [" ", "\n", "\r\n", "  \n", "\n　"])
def test_lines_are_joined_whatever_parts_them(joiner: str) -> None:
    page = told(_HEAD, *(joiner.join(printed) for printed in _PRINTED))
    assert page[1:] == _BODY


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        pytest.param("共12万亩", "共1 2万亩", id="before a unit"),
        pytest.param("达97.9%。", "达97. 9%。", id="a decimal"),
        pytest.param("机手300人", "机手30 0人", id="a nought"),
        pytest.param("约GPS 7号", "约GPS 7号", id="words"),
        pytest.param("或0371 688812", "或0371 688812", id="two numbers"),
    ],
)
def test_a_blank_inside_a_figure_is_an_accident(printed: str, read: str) -> None:
    first, *others = lines(RICE[1][:2] + printed + RICE[1][2:], 16)
    text = second(_HEAD, _BLOCKS[0], block([first.replace(printed, read), *others]), *_BLOCKS[2:])
    assert text.plain == RICE[1][:2] + printed + RICE[1][2:]


@pytest.mark.parametrize("line", [0, 1, 2])
@pytest.mark.parametrize("at", [3, 6, 9])
def test_a_false_space_inside_a_line_is_an_accident(line: int, at: int) -> None:
    printed = list(_PRINTED[1])
    printed[line] = printed[line][:at] + " " + printed[line][at:]
    text = second(_HEAD, _BLOCKS[0], block(printed), *_BLOCKS[2:])
    assert text.plain == RICE[1]
    edits = [f.mark for f in text.fragments if isinstance(f.mark, Edit) and f.raw == " "]
    assert [edit.rule for edit in edits] == [Rule.STRAY_SPACE]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("（记者 乔小满）", "（记者 乔小满）", id="inside brackets"),
        pytest.param("“Linux 版”", "“Linux版”", id="between Latin and Han"),
        pytest.param("达8000 ,比去年多", "达8000，比去年多", id="before a comma"),
        pytest.param("Python 3.11", "Python 3.11", id="between Latin words"),
    ],
)
def test_a_printed_blank_is_kept_where_the_print_needs_it(words: str, shown: str) -> None:
    first = lines(RICE[0], 16)
    first[0] = first[0][:2] + words + first[0][2 + round(len(words) * 0.8) :]
    assert shown in told(_HEAD, block(first), *_BLOCKS[1:])[1]


@pytest.mark.parametrize("dateline", ["本报讯", "本报讯（记者 乔小满）", "新华社柳湾3月2日电"])
def test_the_space_behind_a_dateline_is_part_of_the_line(dateline: str) -> None:
    printed = lines(dateline + "。" + RICE[0], 16)
    printed[0] = printed[0].replace("。", " ", 1)  # one em as well
    assert told(_HEAD, block(printed), *_BLOCKS[1:])[1] == f"paragraph {dateline} {RICE[0]}"


def test_halves_of_a_headline_stay_apart() -> None:
    assert (
        told("# 无人机飞进稻田 飞手住进村里", *_BLOCKS)[0] == "headline 无人机飞进稻田 飞手住进村里"
    )


@pytest.mark.parametrize(
    ("blocks", "items"),
    [
        pytest.param(
            ["1958年 ● 3月，拖拉机开进柳湾镇。 ● 9月，办起训练班。"],
            ["3月，拖拉机开进柳湾镇。", "9月，办起训练班。"],
            id="a year glued to its items",
        ),
        pytest.param(
            ["1958年", "● 3月，拖拉机开进柳湾镇，当天犯了三", "次脾气，全镇的人都来看。"],
            ["3月，拖拉机开进柳湾镇，当天犯了三‖次脾气，全镇的人都来看。"],
            id="an item cut in two",
        ),
        pytest.param(
            ["1958年", "●3月，拖拉机开进柳湾镇。●9月，办起训练班。"],
            ["3月，拖拉机开进柳湾镇。", "9月，办起训练班。"],
            id="bullets without blanks",
        ),
    ],
)
def test_items_are_split_and_joined(blocks: list[str], items: list[str]) -> None:
    page = told("# 青禾县农机大事记", *blocks, "1976年", "● 5月，插秧机试用，一天插四亩。")
    assert page[1:-2] == ["timeline_year 1958年", *(f"timeline_item {words}" for words in items)]


def test_bullets_are_dropped_as_what_they_are() -> None:
    page = rebuilt("# 大事记", "1976年", "● 5月，插秧机试用，一天插四亩。", "● 6月，再试。")
    for item in page.articles[0].paragraphs(Role.EVENT):
        first = item.text.fragments[0]
        assert (first.raw, first.text, first.mark) == ("● ", "", Edit(Rule.BULLET))


@pytest.mark.parametrize("joiner", [" ", "\n"], ids=["spaces", "newlines"])
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_latin_columns_are_joined_with_a_blank(joiner: str, cut: int) -> None:
    printed = [latin(words, 36) for words in FERRY]
    halves = joiner.join(printed[1][:cut]), joiner.join(printed[1][cut:])
    blocks = [joiner.join(printed[0]), *halves, *(joiner.join(p) for p in printed[2:])]
    page = told("# Footbridge Opens Late", *blocks)
    assert [line.replace("‖", "") for line in page[1:]] == [f"paragraph {w}" for w in FERRY]


def test_lines_of_latin_text_are_line_ends_only_where_the_source_has_them() -> None:
    lined, spaced = "\n".join(latin(FERRY[1], 36)), " ".join(latin(FERRY[1], 36))
    ends = second("# Footbridge", FERRY[0], lined, FERRY[2]).line_ends()
    assert len(ends) == len(latin(FERRY[1], 36)) - 1
    assert second("# Footbridge", FERRY[0], spaced, FERRY[2]).line_ends() == ()


def test_a_seam_is_marked_as_the_foot_of_a_column() -> None:
    halves = block(_PRINTED[1][:2]), block(_PRINTED[1][2:])
    text = second(_HEAD, _BLOCKS[0], *halves, *_BLOCKS[2:])
    cuts = [f.mark.column for f in text.fragments if isinstance(f.mark, LineEnd)]
    assert cuts == [False, True, False]
