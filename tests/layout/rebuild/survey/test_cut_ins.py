"""Heads that were read in the middle of a text stand over it."""

import pytest

from layout.ledger import is_balanced
from layout.model import Paragraph
from tests.layout.rebuild.proofs import FERRY, RICE, block, latin, lines, rebuilt, told

_PRINTED = tuple(lines(words, 20) for words in RICE)
_BLOCKS = tuple(map(block, _PRINTED))
_HALVES = block(_PRINTED[1][:2]), block(_PRINTED[1][2:])
_WHOLE = f"{''.join(_PRINTED[1][:2])}‖{''.join(_PRINTED[1][2:])}"


@pytest.mark.parametrize(
    ("above", "cut_in", "read"),
    [
        pytest.param(
            [],
            ["# 无人机飞进青禾县稻田", "本报记者 苗青 通讯员 乔小满"],
            ["headline 无人机飞进青禾县稻田", "byline 本报记者 苗青 通讯员 乔小满"],
            id="all of the head",
        ),
        pytest.param(
            ["# 无人机飞进青禾县稻田"],
            ["本报记者 苗青 通讯员 乔小满"],
            ["headline 无人机飞进青禾县稻田", "byline 本报记者 苗青 通讯员 乔小满"],
            id="a byline under its headline",
        ),
        pytest.param(
            ["# 无人机飞进青禾县稻田", "本报记者 苗青 通讯员 乔小满"],
            ["### 飞手之家办到村口 一年能飞七个月"],
            [
                "headline 无人机飞进青禾县稻田",
                "subheadline 飞手之家办到村口 一年能飞七个月",
                "byline 本报记者 苗青 通讯员 乔小满",
            ],
            id="a deck between headline and byline",
        ),
    ],
)
def test_a_head_in_the_middle_of_a_sentence_goes_over_its_text(
    above: list[str], cut_in: list[str], read: list[str]
) -> None:
    page = told(*above, _BLOCKS[0], _HALVES[0], *cut_in, _HALVES[1], *_BLOCKS[2:])
    whole = [RICE[0], _WHOLE, *RICE[2:]]
    assert page == [*read, *(f"paragraph {words}" for words in whole)]


def test_a_byline_in_one_block_with_what_goes_on_is_taken_out() -> None:
    rest = f"本报记者苗青通讯员乔小满 {_HALVES[1]}"
    page = told("# 无人机飞进青禾县稻田", _BLOCKS[0], _HALVES[0], rest, *_BLOCKS[2:])
    assert page[1:4] == [
        "byline 本报记者苗青通讯员乔小满",
        f"paragraph {RICE[0]}",
        f"paragraph {_WHOLE}",
    ]


def test_two_heads_cut_in_one_behind_the_other_and_keep_their_order() -> None:
    halves = block(_PRINTED[3][:2]), block(_PRINTED[3][2:])
    page = told(
        *(_BLOCKS[0], _HALVES[0], "# 无人机飞进青禾县稻田", _HALVES[1], _BLOCKS[2]),
        *(halves[0], "本报记者 苗青 通讯员 乔小满", halves[1], *_BLOCKS[4:]),
    )
    assert page[:2] == ["headline 无人机飞进青禾县稻田", "byline 本报记者 苗青 通讯员 乔小满"]
    assert [line.split()[0] for line in page[2:]] == ["paragraph"] * len(RICE)


def test_a_headline_under_its_like_goes_to_the_dateline_that_has_none() -> None:
    page = told(
        *("# 无人机飞进青禾县稻田", _BLOCKS[0], _HALVES[0], "# 鱼塘边不许低飞", _HALVES[1]),
        *(_BLOCKS[2], block(lines("本报讯（记者苗青）" + RICE[5], 20)), _BLOCKS[4]),
    )
    assert page[0] == "headline 无人机飞进青禾县稻田"
    assert page[4] == "headline 鱼塘边不许低飞"
    assert page[5].startswith("paragraph 本报讯")


def test_what_was_moved_says_why_and_nothing_is_lost() -> None:
    page = rebuilt(_BLOCKS[0], _HALVES[0], "# 无人机飞进青禾县稻田", _HALVES[1], *_BLOCKS[2:])
    head = page.articles[0].blocks[0]
    assert isinstance(head, Paragraph)
    assert "in the middle of a sentence" in head.reasons[-1].what
    assert is_balanced(page)


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(_BLOCKS[2], id="a paragraph with its indent"),
        pytest.param(block(lines(RICE[2], 14)[1:]), id="another measure"),
    ],
)
def test_a_head_stays_where_a_text_begins(behind: str) -> None:
    """The tail of the text before is lost; what stands below the head goes on with nothing."""
    above = ("# 无人机飞进青禾县稻田", _BLOCKS[0], _HALVES[0])
    page = told(*above, "# 在田埂上看年轻的飞手", behind, *_BLOCKS[3:])
    assert page[3].split()[1] == "在田埂上看年轻的飞手"


def test_an_item_goes_on_with_no_text() -> None:
    items = [f"◆ {words}" for words in ("飞手之家办到了村口", "鱼塘边三十米内不许低飞")]
    page = told("# 无人机", *_BLOCKS[:2], block(_PRINTED[2][:2]), "## 镇里立下规矩", *items)
    assert page[-3:] == [
        "headline 镇里立下规矩",
        "list_item 飞手之家办到了村口",
        "list_item 鱼塘边三十米内不许低飞",
    ]


def test_english_goes_on_in_lower_case() -> None:
    printed = latin(FERRY[1], 42)
    halves = " ".join(printed[:2]), " ".join(printed[2:])
    rest = f"{halves[1]} {FERRY[3]}"
    page = told("# Footbridge nears its end", FERRY[0], halves[0], "By Nora Whitlow", rest)
    assert [line.split()[0] for line in page] == ["headline", "byline", "paragraph", "paragraph"]


def test_an_english_article_may_begin_with_a_year_and_a_stray_line_is_none() -> None:
    cut = FERRY[1].index("waiting")
    heads = ("# Footbridge nears its end", FERRY[0], FERRY[1][:cut].rstrip())
    for behind in ("2009", "waiting on a barge."):
        page = told(*heads, "# The crossing: a timeline", behind, FERRY[2])
        assert page[0] == "headline Footbridge nears its end"
        assert page[1].startswith("paragraph")


def test_an_address_under_a_byline_is_no_text_that_goes_on() -> None:
    head = ("Ferry board keeps its fares for another year", "By Nora Whitlow\nnora@alderpoint.com")
    page = told("# Boats are back", *FERRY[:2], *head, *FERRY[2:])
    assert "byline By Nora Whitlow nora@alderpoint.com" in page
    assert page.index("headline Boats are back") == 0
