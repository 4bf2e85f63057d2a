"""Heads of no article that were read in the middle of one."""

import pytest

from layout.ledger import is_balanced
from tests.layout.rebuild.proofs import FERRY, RICE, block, lines, rebuilt, told

_BLOCKS = tuple(block(lines(words, 16)) for words in RICE)
_HEAD = "# 无人机飞进青禾县稻田"
_BYLINE = "本报记者苗青通讯员乔小满"
_ASKED = ("Q: When does the bridge open?", "Q: Who pays for the spans?", "Q: What comes next?")


def _interview(*between: str) -> list[str]:
    """An interview, and what was read behind its first turn."""
    told_ = [part for ask, say in zip(_ASKED, FERRY, strict=False) for part in (ask, f"A: {say}")]
    return ["# The keeper of the crossing", FERRY[3], *told_[:2], *between, *told_[2:]]


def test_a_deck_between_two_turns_of_one_interview_goes_under_its_headline() -> None:
    page = told(*_interview("### Thirty years at Alder Point", "By Nora Whitlow"))
    assert page[:3] == [
        "headline The keeper of the crossing",
        "subheadline Thirty years at Alder Point",
        "byline By Nora Whitlow",
    ]
    assert [line.split()[0] for line in page[4:]] == ["question", "answer"] * 3


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(["# Bridge work to close Mill Road", "By Ada Quill"], id="as large"),
        pytest.param(["### Bridge work to close Mill Road"], id="without a byline"),
    ],
)
def test_another_headline_between_two_turns_stays(between: list[str]) -> None:
    page = told(*_interview(*between))
    assert page.index("headline The keeper of the crossing") == 0
    assert not page[1].endswith("Mill Road")


def test_a_byline_under_a_subhead_goes_under_the_headline() -> None:
    page = rebuilt(_HEAD, *_BLOCKS[:2], "飞手多了，活也多了", _BYLINE, *_BLOCKS[2:])
    assert told(_HEAD, *_BLOCKS[:2], "飞手多了，活也多了", _BYLINE, *_BLOCKS[2:])[:5] == [
        "headline 无人机飞进青禾县稻田",
        f"byline {_BYLINE}",
        *(f"paragraph {words}" for words in RICE[:2]),
        "subhead 飞手多了，活也多了",
    ]
    assert is_balanced(page)


def test_a_marked_headline_keeps_its_byline() -> None:
    page = told(_HEAD, *_BLOCKS[:2], "### 飞手多了，活也多了", _BYLINE, *_BLOCKS[2:])
    assert page.index(f"byline {_BYLINE}") == page.index("headline 飞手多了，活也多了") + 1


def test_the_byline_of_an_article_that_has_one_stays_the_other_one() -> None:
    page = told(_HEAD, "本报记者 严冬生", *_BLOCKS[:2], "飞手多了活也多了", _BYLINE, *_BLOCKS[2:])
    assert page.index("byline 本报记者 严冬生") == 1
    assert page.index(f"byline {_BYLINE}") > 2
