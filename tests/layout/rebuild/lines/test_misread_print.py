"""Signs of print that were taken for others, told by what stands beside them."""

import pytest

from layout.ledger import is_balanced
from layout.model import TextBlock
from layout.rebuild.lines.misread_print import with_print_right
from layout.rebuild.lines.pieces import text_of
from layout.text import Edit, Rule
from layout.walk import read_texts
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import RICE, rebuilt


def right(words: str) -> str:
    (block,) = with_print_right(read_markdown("page", words)).blocks
    assert isinstance(block, TextBlock)
    return str(text_of(block)).rstrip()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("渡口]月9日停航。", "渡口1月9日停航。", id="a month"),
        pytest.param("渡口1]月9日停航。", "渡口11月9日停航。", id="the second figure of a month"),
        pytest.param("渡口]!月3]日停航。", "渡口11月31日停航。", id="twice, and a day"),
        pytest.param("渡口2]月停航。", "渡口2]月停航。", id="no such month"),
        pytest.param("渡口[1]月票", "渡口[1]月票", id="brackets"),
        pytest.param("大事记 @@4月，渡口停航。", "大事记 ●4月，渡口停航。", id="a bullet"),
        pytest.param("写信到ferry@alder.example", "写信到ferry@alder.example", id="an address"),
        pytest.param("口乔小满", "□乔小满", id="a name"),
        pytest.param("口 谈未央", "□ 谈未央", id="a name behind a blank"),
        pytest.param("口本报记者 乔小满", "□本报记者 乔小满", id="a reporter"),
        pytest.param("渡口 口严守田", "渡口 □严守田", id="behind a headline"),
        pytest.param("口岸今年开放", "口岸今年开放", id="a word"),
        pytest.param("The bell] rang in the harbor", "The bell] rang in the harbor", id="English"),
        pytest.param("the board' s plan", "the board's plan", id="an apostrophe"),
        pytest.param("They won’ t wait", "They won’t wait", id="a curled one"),
        pytest.param("« Fares rise.", "● Fares rise.", id="a bullet in Latin text"),
        pytest.param("« Oui. Bon », dit-il.", "« Oui. Bon », dit-il.", id="a quotation"),
        pytest.param("the boats' sails", "the boats' sails", id="a word behind it"),
    ],
)
def test_signs_are_told_by_their_neighbours(words: str, expected: str) -> None:
    assert right(words) == expected


def test_they_are_changed_as_misread_and_say_why() -> None:
    read = rebuilt("# 渡口停航", "口乔小满", *RICE[:2], "渡口]月9日停航，船都进了坞。")
    edits = {
        (fragment.raw, fragment.text, fragment.mark.why)
        for text in read_texts(read)
        for fragment in text.fragments
        if isinstance(fragment.mark, Edit) and fragment.mark.rule is Rule.LOOK_ALIKE
    }
    assert ("]", "1", "the figure of a month or a day") in edits
    assert ("口", "□", "the square before who wrote it") in edits
    assert is_balanced(read)
