"""Halves of headlines that engines part, and lines of display that only follow each other."""

import pytest

from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.survey.halves import second_halves
from tests.layout.rebuild.proofs import RICE, block, lines, told

_STORY = tuple(block(lines(words, 16)) for words in RICE)


@pytest.mark.parametrize(
    ("blocks", "sign"),
    [
        pytest.param(["一座桥，", "改写两岸时间表"], "goes_on", id="behind a comma"),
        pytest.param(["“船开了五十年", "我还没有听够”"], "goes_on", id="in quotes"),
        pytest.param(["「船開了五十年", "我還沒有聽夠」"], "goes_on", id="in traditional ones"),
        pytest.param(['"船开了五十年', '我还没有听够"'], "goes_on", id="in straight ones"),
        pytest.param(["“船”开了五十年", "我还没有“听够”"], "", id="each with its own quotes"),
        pytest.param(["一座桥", "改写两岸时间表"], "", id="nothing left open"),
        pytest.param(["柳湾新增两家农业合作示 范社"], "broken_word", id="in the middle of a word"),
        pytest.param(
            ["柳湾新增两家农业合作示", "范社"], "", id="which two blocks may do by chance"
        ),
        pytest.param(["柳湾镇推进会召开 抢住好天气"], "", id="behind a whole word"),
    ],
)
def test_what_goes_on(blocks: list[str], sign: str) -> None:
    pieces = [piece for i, words in enumerate(blocks) for piece in pieces_of(words, i)]
    expected = [(1, sign)] if sign else []
    assert list(second_halves(pieces, [{"display", "heading"}] * len(pieces), "Hans")) == expected
    assert list(second_halves(pieces, [{"display"}] * len(pieces), "Hans")) == []


def test_a_headline_goes_on_behind_its_comma() -> None:
    words = told("## 一座桥，", "# 改写两岸时间表", "本报记者 乔小满", *_STORY)
    assert words[0] == "headline 一座桥， 改写两岸时间表"


def test_the_rest_of_a_headline_that_looks_like_a_name_is_no_byline() -> None:
    assert (
        told("## 柳湾新增两家农业合作示 范社", *_STORY)[0] == "headline 柳湾新增两家农业合作示范社"
    )
