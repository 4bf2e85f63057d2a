"""Headlines whose halves were read on either side of the first column."""

import pytest

from layout.ledger import is_balanced
from tests.layout.rebuild.proofs import RICE, block, lines, rebuilt, told

_BLOCKS = tuple(block(lines(words, 16)) for words in RICE)
_KICKER, _DECK, _BYLINE = "### 青禾县农技站：", "### 全县去年买了四十二台", "本报记者苗青"
_FIRST, _SECOND = "# 无人机飞进稻田", "# 年轻人回到村里"


def _page(first: str, between: tuple[str, ...], second: str, *more: str) -> list[str]:
    return [first, *between, *more, second, _BYLINE, *_BLOCKS[2:]]


def test_the_halves_stand_over_the_text_between_them() -> None:
    blocks = _page(_FIRST, _BLOCKS[:2], _SECOND, _KICKER)
    assert told(*blocks) == [
        "kicker 青禾县农技站：",
        "headline 无人机飞进稻田 年轻人回到村里",
        f"byline {_BYLINE}",
        *(f"paragraph {words}" for words in RICE),
    ]
    assert is_balanced(rebuilt(*blocks))


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param(_page(_FIRST, ("本报讯 " + _BLOCKS[0], _BLOCKS[1]), _SECOND), id="a dateline"),
        pytest.param(_page(_FIRST, (_BYLINE, *_BLOCKS[:2]), _SECOND), id="a byline under each"),
        pytest.param(_page("## 无人机飞进稻田", _BLOCKS[:2], _SECOND), id="the first is smaller"),
        pytest.param(_page("# 稻田", _BLOCKS[:2], _SECOND), id="one much longer"),
        pytest.param(
            [*_page(_FIRST, _BLOCKS[:2], _SECOND), "# 茶山也用上了", *_BLOCKS[:2]], id="a third"
        ),
        pytest.param(
            [_FIRST, *_BLOCKS[:2], _SECOND, *_BLOCKS[2:]], id="nothing that only the second has"
        ),
    ],
)
def test_the_headlines_of_two_articles_stay(blocks: list[str]) -> None:
    read = told(*blocks)
    assert not any("飞进稻田 年轻人" in words for words in read)
    assert any(words == "headline 年轻人回到村里" for words in read)
