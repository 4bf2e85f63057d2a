"""The law: whatever the input, no character of the source is lost and none is told twice."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.ledger import Fate, is_balanced, ledger
from layout.rebuild import rebuild
from layout.text import Edit, LineEnd, Rule
from readers.markdown import read_markdown
from tests.generate import page
from tests.rebuilt import rebuilt_page

_SUPPLIED = {Rule.CLOSING_MARK, Rule.LOST_YEAR}
_WORDS = """
甲乙 ， 。 ● 2012年 3月 （记者 摄 下转第3版 " ' - —— | # ## A5 sur- rounding By 问： ! []( 5 * &lt;
<table><tr><td> </table> 本报讯 𠮷 é
"""
_SCRAPS = st.sampled_from((*_WORDS.split(), "　　", "\u200b", "\n", "\n\n", " ", "\t", "\r\n"))


@pytest.mark.parametrize("seed", range(0, 60, 2))
def test_generated_pages_balance(seed: int) -> None:
    assert is_balanced(rebuilt_page(seed))


@given(st.integers(0, 10_000), st.integers(0, 20))
@example(order=3378, seed=14)  # a displaced line that another displaced line ends
@example(order=29, seed=7)  # and one whose target was moved itself
@settings(max_examples=40, deadline=None)
def test_shuffled_blocks_balance(order: int, seed: int) -> None:
    blocks = page(seed).ocr.split("\n\n")
    random.Random(order).shuffle(blocks)
    assert is_balanced(rebuild(read_markdown("page", "\n\n".join(blocks))))


@given(st.lists(_SCRAPS, max_size=40).map("".join) | st.text(max_size=80))
@example("#")
@settings(max_examples=400, deadline=None)
def test_any_text_balances(source: str) -> None:
    rebuilt = rebuild(read_markdown("page", source))
    assert is_balanced(rebuilt)


@pytest.mark.parametrize("seed", range(1, 40, 4))
def test_only_what_is_proved_is_supplied(seed: int) -> None:
    rebuilt = rebuilt_page(seed)
    for entry in ledger(rebuilt):
        if entry.fate is Fate.SUPPLIED:
            mark = entry.fragment.mark
            blank = isinstance(mark, LineEnd) and entry.fragment.text == " "
            assert blank or (isinstance(mark, Edit) and mark.rule in _SUPPLIED), entry
