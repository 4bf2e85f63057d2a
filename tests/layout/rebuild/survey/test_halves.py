"""Halves of headlines that engines part, and lines of display that only follow each other."""

import pytest

from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.survey.halves import second_halves
from tests.layout.rebuild.proofs import RICE, block, lines, told

_STORY = tuple(block(lines(words, 16)) for words in RICE)


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        pytest.param(["一座桥，", "改写两岸时间表"], [1], id="behind a comma"),
        pytest.param(["“船开了五十年", "我还没有听够”"], [1], id="in quotes"),
        pytest.param(["「船開了五十年", "我還沒有聽夠」"], [1], id="in traditional ones"),
        pytest.param(['"船开了五十年', '我还没有听够"'], [1], id="in straight ones"),
        pytest.param(["“船”开了五十年", "我还没有“听够”"], [], id="each with its own quotes"),
        pytest.param(["一座桥", "改写两岸时间表"], [], id="nothing left open"),
    ],
)
def test_what_goes_on(blocks: list[str], found: list[int]) -> None:
    pieces = [piece for i, words in enumerate(blocks) for piece in pieces_of(words, i)]
    assert list(second_halves(pieces, [{"display", "heading"}] * len(pieces))) == found
    assert list(second_halves(pieces, [{"display"}] * len(pieces))) == []


def test_a_headline_goes_on_behind_its_comma() -> None:
    words = told("## 一座桥，", "# 改写两岸时间表", "本报记者 乔小满", *_STORY)
    assert words[0] == "headline 一座桥， 改写两岸时间表"
