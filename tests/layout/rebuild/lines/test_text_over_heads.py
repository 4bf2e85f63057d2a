"""Text that an engine took into the block of the heading below it."""

import pytest

from layout.ledger import is_balanced
from layout.model import TextBlock
from layout.rebuild.lines.pieces import text_of
from layout.rebuild.lines.text_over_heads import with_text_apart
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import RICE, block, lines, page, rebuilt, told


def apart(words: str) -> list[str]:
    """The blocks, each with its level."""
    blocks = with_text_apart(read_markdown("page", words)).blocks
    texts = [b for b in blocks if isinstance(b, TextBlock)]
    return [f"{b.level} {text_of(b).plain.strip()}" for b in texts]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "### 活就干完了。” 飞手之家 开张",
            ["0 活就干完了。”", "3 飞手之家 开张"],
            id="a heading behind it",
        ),
        pytest.param(
            "### 村里管吃住,飞手按亩收 费,忙到月底。",
            ["0 村里管吃住,飞手按亩收 费,忙到月底。"],
            id="nothing but text",
        ),
        pytest.param("## 飞手之家。", ["2 飞手之家。"], id="one line"),
        pytest.param(
            "## 少一些“盆景。”多一些风景", ["2 少一些“盆景。”多一些风景"], id="inside a line"
        ),
        pytest.param("## 无人机来了! 飞手之家 开张", ["2 无人机来了! 飞手之家 开张"], id="a call"),
        pytest.param("## The boats. Are back", ["2 The boats. Are back"], id="English"),
    ],
)
def test_text_is_parted_from_the_heading(words: str, expected: list[str]) -> None:
    assert apart(words) == expected


def test_the_text_goes_on_in_its_paragraph() -> None:
    first = lines(RICE[1], 16)
    source = page(
        "# 早稻田里的无人机",
        block(lines(RICE[0], 16)),
        block(first[:-2]),
        f"### {block(first[-2:])} 闲房变成飞手之家",
        block(lines(RICE[3], 16)),
    )
    read = told(source)
    assert f"paragraph {RICE[1]}" in [words.replace("‖", "") for words in read]
    assert "subhead 闲房变成飞手之家" in read
    assert is_balanced(rebuilt(source))


def test_no_kicker_has_a_stop_inside() -> None:
    read = told(
        "# 早稻田里的无人机",
        "本报记者 乔小满",
        block(lines(RICE[1], 19)),
        block(lines(RICE[3], 19)),
        "肥料够不够?青禾县请了三个人,每 个礼拜查一回,结果贴在墙上。在柳湾镇",
        "## 飞手之家 开张迎客",
        "本报记者 严小禾",
        block(lines(RICE[2], 16)),
        block(lines(RICE[5], 16)),
    )
    assert read[4].startswith("paragraph 肥料够不够？")
