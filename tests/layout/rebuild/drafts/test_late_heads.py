"""Heads that were read behind the first column below them."""

import pytest

from layout.ledger import is_balanced
from layout.model import Paragraph
from tests.layout.rebuild.proofs import FERRY, RICE, block, lines, rebuilt, told

_BLOCKS = tuple(block(lines(words, 16)) for words in RICE)
_HEAD = "# 无人机飞进青禾县稻田"


def roles(*blocks: str) -> list[str]:
    """The page as its roles, in order."""
    return [line.split()[0] for line in told(*blocks)]


def test_the_largest_headline_goes_over_the_text_that_begins_the_page() -> None:
    heads = ["### HARBOR REDEVELOPMENT", "# Board reopens the old crossing", "By Nora Whitlow"]
    page = told("A5 LOCAL", *FERRY[:2], *heads, *FERRY[2:])
    assert page[1:5] == [
        "kicker HARBOR REDEVELOPMENT",
        "headline Board reopens the old crossing",
        "byline By Nora Whitlow",
        f"paragraph {FERRY[0]}",
    ]


def test_a_label_over_a_text_that_breaks_off_stays_there() -> None:
    open_end = block(lines(RICE[1], 16)[:2])
    page = told("乡土笔记", _BLOCKS[0], open_end, _HEAD, "□乔小满", *_BLOCKS[2:])
    assert page[:4] == [
        "column_label 乡土笔记",
        "headline 无人机飞进青禾县稻田",
        "byline □乔小满",
        f"paragraph {RICE[0]}",
    ]


def test_a_label_may_be_the_only_head_of_a_text() -> None:
    page = told("乡土笔记", *_BLOCKS[:2], _HEAD, *_BLOCKS[2:])
    assert page[:2] == ["column_label 乡土笔记", f"paragraph {RICE[0]}"]


def test_a_headline_behind_a_dateline_goes_over_it() -> None:
    dated = block(lines("本报讯（记者乔小满）" + RICE[2], 16))
    above = ("# 飞手之家办到村口", "本报记者 苗青", *_BLOCKS[:2])
    read = told(*above, dated, "## 无人机飞进青禾县稻田", *_BLOCKS[3:])
    assert [line.split()[0] for line in read] == [
        *("headline", "byline", "paragraph", "paragraph"),
        *("headline", "paragraph", "paragraph", "paragraph", "paragraph"),
    ]
    assert read[5].startswith("paragraph 本报讯（记者乔小满）")


def test_a_headline_over_a_dateline_stays() -> None:
    first, second = (block(lines("本报讯（记者乔小满）" + words, 16)) for words in RICE[2:4])
    read = told("# 飞手之家办到村口", *_BLOCKS[:2], first, "## 无人机飞进青禾县稻田", second)
    assert read[4] == "headline 无人机飞进青禾县稻田"


def test_a_smaller_headline_stays_over_its_own_text() -> None:
    last = ("# Board reopens the old crossing", FERRY[3])
    assert roles(*FERRY[:2], "## Bridge work to close Mill Road", FERRY[2], *last) == [
        *("paragraph", "paragraph", "headline", "paragraph", "headline", "paragraph"),
    ]


def test_a_headline_over_another_measure_stays() -> None:
    wide = tuple(block(lines(words, 24)) for words in RICE[2:])
    assert roles(*_BLOCKS[:2], _HEAD, *wide)[:3] == ["paragraph", "paragraph", "headline"]


def test_a_byline_between_two_paragraphs_goes_under_the_headline() -> None:
    byline = "本报记者 苗青 通讯员 乔小满"
    page = rebuilt(_HEAD, *_BLOCKS[:2], byline, *_BLOCKS[2:])
    moved = page.articles[0].blocks[1]
    assert isinstance(moved, Paragraph)
    assert moved.text.plain == byline
    assert "no byline" in moved.reasons[-1].what
    assert is_balanced(page)


@pytest.mark.parametrize(
    ("byline", "behind"),
    [
        pytest.param("（本报记者 苗青）", _BLOCKS[2], id="in brackets it ends a text"),
        pytest.param(
            "本报记者 苗青",
            block(lines("本报讯（记者乔小满）" + RICE[2], 16)),
            id="an article begins below",
        ),
    ],
)
def test_a_byline_that_ends_a_text_stays(byline: str, behind: str) -> None:
    assert roles(_HEAD, *_BLOCKS[:2], byline, behind, *_BLOCKS[3:])[1] == "paragraph"
