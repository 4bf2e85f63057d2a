"""Lost tails and closing marks: where they are declared, how long, how surely."""

import pytest

from layout.model import Role
from layout.text import Edit, Gap, Rule, Text
from tests.layout.rebuild.proofs import FERRY, RICE, block, latin, lines, rebuilt

_HEAD = "# 无人机飞进稻田"
_PRINTED = tuple(lines(words, 16) for words in RICE)
_BLOCKS = tuple(map(block, _PRINTED))


def second(*blocks: str) -> Text:
    """The text of the page's second running paragraph."""
    return [p for a in rebuilt(*blocks).articles for p in a.paragraphs(Role.BODY)][1].text


def with_second(printed: list[str]) -> Text:
    return second(_HEAD, _BLOCKS[0], block(printed), *_BLOCKS[2:])


@pytest.mark.parametrize("measure", [12, 16, 18, 22])
def test_a_full_line_that_ends_in_the_air_lost_its_tail(measure: int) -> None:
    printed = [lines(words, measure) for words in RICE]
    kept = printed[1][:-1]
    text = second(_HEAD, block(printed[0]), block(kept), *map(block, printed[2:]))
    assert text.plain == "".join(kept)
    ((offset, gap),) = text.gaps()
    assert offset == len(text)
    assert gap.longest == measure
    assert gap.certainty > 0.85
    assert gap.guess == ""


def test_a_short_line_that_ends_in_the_air_lost_only_its_mark() -> None:
    printed = list(_PRINTED[3])
    text = second(_HEAD, _BLOCKS[0], block(printed)[:-1], *_BLOCKS[1:3], *_BLOCKS[4:])
    assert text.plain == RICE[3]
    assert not text.gaps()
    last = text.fragments[-1]
    assert (last.text, last.raw) == ("。", "")
    assert isinstance(last.mark, Edit)
    assert (last.mark.rule, last.mark.certainty) == (Rule.CLOSING_MARK, 0.9)


_LIST = (
    "● 新修水渠十八公里，稻田不再靠天。",
    "● 飞手之家收拾出九十间房，住满了人。",
    "● 买来无人机四十二台，培训飞手一百二",
    "● 果园试飞六次。",
    "● 山上的茶青吊运下山",
)


def test_the_widest_item_of_a_list_lost_its_tail_and_a_short_one_its_mark() -> None:
    (article,) = rebuilt("# 今年这样干", *_LIST).articles
    items = [p.text for p in article.paragraphs(Role.ITEM)]
    assert [bool(tuple(text.gaps())) for text in items] == [False, False, True, False, False]
    assert items[-1].plain == "山上的茶青吊运下山。"


def test_half_of_the_items_of_a_list_may_have_lost_their_tails() -> None:
    printed = (
        "● 果园试飞六次。",
        *(f"● {words}" for words in ("买来无人机四十二台，培训飞手",) * 2),
    )
    (article,) = rebuilt("# 今年这样干", *printed, "● 山上的茶青吊运下山。").articles
    items = [p.text for p in article.paragraphs(Role.ITEM)]
    assert [bool(tuple(text.gaps())) for text in items] == [False, True, True, False]


def test_no_item_of_a_list_without_marks_lost_its_tail() -> None:
    printed = ("1. 两块充满的电池", "2. 一瓶清水", "3. 地图和哨子", "4. 耐心")
    (article,) = rebuilt("# 今年这样干", *map(block, _PRINTED), *printed).articles
    items = [p.text for p in article.paragraphs(Role.ITEM)]
    assert [bool(tuple(text.gaps())) for text in items] == [False] * 4


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("！", id="an exclamation"),
        pytest.param("？”", id="a quoted question"),
        pytest.param("……", id="an ellipsis"),
        pytest.param("：", id="a colon"),
        pytest.param("）", id="a bracket"),
        pytest.param("——", id="a dash"),
        pytest.param("。」", id="a corner bracket"),
    ],
)
def test_a_paragraph_may_end_so(tail: str) -> None:
    printed = list(_PRINTED[3])
    printed[-1] = printed[-1][:-1] + tail
    text = second(_HEAD, _BLOCKS[0], block(printed), *_BLOCKS[1:3], *_BLOCKS[4:])
    assert text.plain.endswith(printed[-1])
    assert not text.gaps()


def test_a_comma_cannot_end_a_paragraph() -> None:
    printed = list(_PRINTED[3])
    printed[-1] = printed[-1][:-1] + "，"
    text = second(_HEAD, _BLOCKS[0], block(printed), *_BLOCKS[1:3], *_BLOCKS[4:])
    ((offset, gap),) = text.gaps()
    assert offset == len(text)
    assert gap.why == "the paragraph ends with a mark that cannot end it"


def test_whole_paragraphs_lost_nothing() -> None:
    page = rebuilt(_HEAD, *_BLOCKS)
    assert not [gap for p in page.articles[0].paragraphs() for gap in p.text.gaps()]


def test_before_a_jump_line_the_rest_may_stand_elsewhere() -> None:
    open_block = block(_PRINTED[1][:-1])
    (_, gap), *_ = second(_HEAD, _BLOCKS[0], open_block, "（下转第3版）").gaps()
    assert gap.certainty == 0.5
    assert "jump line" in gap.why


def test_a_line_that_names_other_news_explains_no_loss() -> None:
    open_block = block(_PRINTED[1][:-1])
    (_, gap), *_ = second(_HEAD, _BLOCKS[0], open_block, "（相关新闻见A6版）").gaps()
    assert gap.certainty > 0.5


def test_a_latin_paragraph_may_lose_its_tail() -> None:
    printed = [block(latin(words, 36)) for words in FERRY]
    printed[1] = block(latin(FERRY[1], 36)[:-1])
    text = second("# Footbridge", *printed)
    assert [(offset, type(gap)) for offset, gap in text.gaps()] == [(len(text), Gap)]


def test_nothing_is_invented_in_a_gap() -> None:
    text = with_second(_PRINTED[1][:-1])
    assert text.plain == text.raw.replace(" ", "").strip()


@pytest.mark.parametrize("end", ["12%", "30℃", "5G"])
def test_a_sign_or_letter_ends_a_clause_as_a_word_does(end: str) -> None:
    printed = list(_PRINTED[3])
    printed[-1] = printed[-1][:4] + end
    text = second(_HEAD, _BLOCKS[0], block(printed), *_BLOCKS[1:3], *_BLOCKS[4:])
    assert text.plain.endswith(f"{end}。")


_SPOONS = ("● Six eggs, beaten well", "● A cup of cold milk", "● Two pounds of flour sifted twice")


def test_items_of_a_list_without_marks_lack_none() -> None:
    for engine in (" ", "\n"):
        items = [engine.join(latin(words, 18)) for words in _SPOONS]
        page = rebuilt("# What it takes", *(engine.join(latin(w, 30)) for w in FERRY), *items)
        found = [p.text for a in page.articles for p in a.paragraphs(Role.ITEM)]
        assert [text.plain for text in found] == [words[2:] for words in _SPOONS]
        assert not any(list(text.gaps()) for text in found)
