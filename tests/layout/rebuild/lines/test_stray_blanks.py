"""Pages whose characters stand apart, or what stands on either side of their marks."""

import re
from itertools import pairwise

import pytest

from layout.model import TextBlock
from layout.rebuild.lines.pieces import text_of
from layout.rebuild.lines.stray_blanks import closed_up
from layout.text import Edit, Rule, Text
from layout.walk import read_texts
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import RICE, lines, page, rebuilt, told


def spaced(words: str) -> str:
    """Words as an engine writes them that parts all Chinese characters and marks by a blank."""
    apart = (a + " " * (not (a + b).isascii()) for a, b in pairwise(words))
    return "".join(apart) + words[-1:]


def lined(words: str) -> list[str]:
    return lines(words, 16)


def test_a_page_set_apart_is_read_as_one_that_is_not() -> None:
    blocks = ["# 无人机飞进稻田", *("\n".join(lined(words)) for words in RICE)]
    apart = ["# 无 人 机 飞 进 稻 田", *("\n".join(map(spaced, lined(words))) for words in RICE)]
    assert told(*apart) == told(*blocks)


def closed(source: str) -> list[str]:
    blocks = closed_up(read_markdown("page", source)).blocks
    return [str(text_of(block)).rstrip() for block in blocks if isinstance(block, TextBlock)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("省 农 科 院 的 GPS guide 已 装 好", "省农科院的GPS guide已装好", id="Latin"),
        pytest.param("早 稻 收 了 , 300 亩 全 收 了", "早稻收了,300亩全收了", id="figures"),
        pytest.param("早 稻 收 了  晚 稻 种 了", "早稻收了  晚稻种了", id="a wider blank"),
        pytest.param("早稻 收 割 ,晚 稻 插秧 忙", "早稻收割,晚稻插秧忙", id="some together"),
        pytest.param("1. 早 稻 收 了", "1. 早稻收了", id="the number of an item"),
        pytest.param("早稻收了 晚稻种了 忙", "早稻收了 晚稻种了 忙", id="few apart"),
    ],
)
def test_only_blanks_between_characters_go(source: str, expected: str) -> None:
    assert closed(source) == [expected]


def test_the_blanks_stand_in_the_ledger() -> None:
    source = page(*(spaced("".join(lined(words))) for words in RICE))
    texts: list[Text] = list(read_texts(rebuilt(source)))
    blanks = [f for text in texts for f in text.fragments if f.raw == " "]
    marks = {f.mark.rule for f in blanks if isinstance(f.mark, Edit) and not f.text}
    assert len(blanks) == source.count(" ")
    assert marks == {Rule.STRAY_SPACE}


def marked(words: str) -> str:
    """Words as Tesseract writes them, a blank on the side of a mark on which it has its white."""
    return re.sub("([，。：”])(?=.)", r"\1 ", words.replace("“", " “")).strip()


def test_a_page_with_blanks_beside_its_marks_is_read_as_one_without() -> None:
    blocks = ["# 无人机飞进稻田", *("\n".join(lined(words)) for words in RICE)]
    apart = [blocks[0], *("\n".join(map(marked, lined(words))) for words in RICE)]
    assert told(*apart) == told(*blocks)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("他说： “不怕” ，就走了", "他说：“不怕”，就走了", id="on either side"),
        pytest.param("收了, 300亩 ,全收了", "收了, 300亩,全收了", id="narrow marks"),
        pytest.param("通讯员 乔小满", "通讯员 乔小满", id="a blank by itself"),
        pytest.param("收了，    明天再种", "收了，    明天再种", id="a wider blank"),
        pytest.param("亩产(公斤)  比去年(%)", "亩产(公斤)  比去年(%)", id="cells of a table"),
        pytest.param("见 Alder, Point 一书", "见 Alder, Point 一书", id="Latin words"),
    ],
)
def test_only_blanks_beside_marks_go_where_lines_are_kept(line: str, expected: str) -> None:
    kept = "\n".join(lined(RICE[0]))
    assert closed(page(line, kept, kept)) == [expected, kept, kept]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([" ".join(map(marked, lined(words))) for words in RICE], id="lines joined"),
        pytest.param(["\n".join(" ".join(map(marked, lined(w))) for w in RICE)], id="in a row"),
        pytest.param(["# 田成方， 路成网", *("\n".join(lined(w)) for w in RICE)], id="a headline"),
        pytest.param(
            ["县农机站： 地成方", *("\n".join(lined(w)) for w in RICE * 2)], id="no habit"
        ),
        pytest.param(["He said, “stay,”\n”wait,” and “go” was\nwhat they did."] * 3, id="English"),
    ],
)
def test_other_blanks_beside_marks_stay(blocks: list[str]) -> None:
    scanned = read_markdown("page", page(*blocks))
    assert closed_up(scanned) == scanned


_TYPED = (
    "今年前 5 个月，全市夜间餐饮收入同比增长 12 个百分点，超过去年全年，其中外卖占去 3 成还多。",
    "要求各区县按照 GB 标准在本月底以前全部落实到位，并且把结果报到市里来，一个也不许少。",
)


def test_blanks_beside_all_figures_are_no_ends_of_lines() -> None:
    assert closed("\n\n".join(_TYPED)) == [re.sub(" (?!$)", "", words) for words in _TYPED]


def test_blanks_beside_other_words_may_be() -> None:
    torn = [words.replace("，", "， ").replace("全", "全 ") for words in _TYPED]
    assert closed("\n\n".join(torn)) == torn
    some = [words.replace(" 5 个", "5个").replace(" 12 个", "12个") for words in _TYPED]
    assert closed("\n\n".join(some)) == some
