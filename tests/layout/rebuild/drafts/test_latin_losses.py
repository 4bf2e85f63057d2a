"""English paragraphs that end in the air: a stop is supplied or offered, or words are missing."""

import pytest

from layout.model import Role
from layout.rebuild.drafts.latin_losses import may_be_whole
from layout.text import Edit, Rule, Suggestion, Text
from tests.layout.rebuild.proofs import FERRY, latin, rebuilt

_HEAD = "# A bridge for Alder Point"


def first(*blocks: str) -> Text:
    """The text of the page's first running paragraph."""
    return next(p for a in rebuilt(*blocks).articles for p in a.paragraphs(Role.BODY)).text


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        pytest.param("painted over during the war", True, id="a noun"),
        pytest.param("and rose in 2016", True, id="a year"),
        pytest.param("“We would rather be late”", True, id="a quotation"),
        pytest.param("“We sail on,” Nora Whitlow said", True, id="who said it"),
        pytest.param("on Monday the board said", False, id="who is to say it"),
        pytest.param("at the corner of", False, id="a preposition"),
        pytest.param("rated the 74-", False, id="a broken word"),
        pytest.param("the contractor,", False, id="a comma"),
    ],
)
def test_knows_what_may_be_a_whole_sentence(words: str, whole: bool) -> None:
    assert may_be_whole(words) is whole


def test_offers_the_stop_beside_the_gap_where_no_line_end_shows() -> None:
    text = first(_HEAD, FERRY[0].removesuffix("."), *FERRY[1:])
    offers = [f for f in text.fragments if isinstance(f.mark, Suggestion)]
    assert [(f.text, f.mark) for f in offers] == [
        (
            "n",
            Suggestion(
                "n.", Rule.CLOSING_MARK, "the sentence may be whole but for its closing mark", 0.6
            ),
        )
    ]
    ((offset, gap),) = text.gaps()
    assert offset == len(text)
    assert gap.certainty == 0.5


def test_offers_no_stop_behind_a_word_that_waits_for_more() -> None:
    text = first(_HEAD, FERRY[0].removesuffix(" then."), *FERRY[1:])
    assert text.plain.endswith("open by")
    assert len(text.gaps()) == 1
    assert not any(isinstance(f.mark, Suggestion) for f in text.fragments)


def test_a_summary_that_ends_with_its_page_lost_nothing() -> None:
    text = first(_HEAD, f"{FERRY[0]} Page B1", *FERRY[1:])
    assert text.plain.endswith("Page B1")
    assert not text.gaps()


def test_supplies_the_stop_of_a_short_last_line() -> None:
    printed = [latin(words, 38) for words in FERRY]
    assert len(printed[1][-1]) < 26
    printed[1][-1] = printed[1][-1].removesuffix(".")
    page = rebuilt(_HEAD, *("\n".join(each) for each in printed))
    text = [p for a in page.articles for p in a.paragraphs(Role.BODY)][1].text
    assert text.plain == FERRY[1]
    last = text.fragments[-1].mark
    assert isinstance(last, Edit)
    assert (last.rule, last.certainty) == (Rule.CLOSING_MARK, 0.9)


def test_an_item_that_breaks_off_lost_its_end_though_items_have_no_stop() -> None:
    items = ["Doors open at 7 p.m.; admission is", "Call to reserve a seat", "Bring a photo ID"]
    page = rebuilt("# If you go", *(f"● {item}" for item in items), *FERRY[:1])
    found = [p for a in page.articles for p in a.paragraphs(Role.ITEM)]
    assert [len(p.text.gaps()) for p in found] == [1, 0, 0]
