"""Pages given as lines, without the blocks that they made."""

from textwrap import wrap

import pytest

from layout.model import TextBlock
from layout.rebuild.lines.pieces import text_of
from layout.rebuild.lines.unparted import parted
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import FERRY, RICE, latin, lines, told

_HEADS = ("无人机飞进稻田", "本报记者 严守田")
_NEXT = ("茶山上也有了新帮手",)
_FIRST, _SECOND = RICE[:3], RICE[3:]
_STORM = "A storm damages the landing and closes the harbor."


def printed(words: tuple[str, ...], measure: float) -> list[str]:
    return [line for paragraph in words for line in lines(paragraph, measure)]


def blocks_of(source: str) -> list[str]:
    """The blocks as parted, their lines joined by strokes."""
    blocks = parted(read_markdown("page", source)).blocks
    texts = [text_of(block).plain.strip() for block in blocks if isinstance(block, TextBlock)]
    return ["/".join(line.strip() for line in text.splitlines()) for text in texts]


def made(*parts: list[str]) -> list[str]:
    return ["/".join(part) for part in parts]


_PAGE = [*_HEADS, *printed(_FIRST, 16), *_NEXT, *printed(_SECOND, 22)]
_BLOCKS = made(
    *([head] for head in _HEADS),
    *(lines(words, 16) for words in _FIRST),
    list(_NEXT),
    *(lines(words, 22) for words in _SECOND),
)


@pytest.mark.parametrize(
    "between", [pytest.param("\n", id="in a row"), pytest.param("\n\n", id="each by itself")]
)
def test_lines_are_parted_where_something_else_begins(between: str) -> None:
    assert blocks_of(between.join(_PAGE)) == _BLOCKS


def test_headings_that_are_marked_part_the_lines_as_well() -> None:
    source = "\n".join(["# " + _HEADS[0], *_PAGE[1:]])
    assert blocks_of(source) == _BLOCKS


def test_a_page_of_lines_is_rebuilt_as_one_of_blocks() -> None:
    blocks = [block.replace("/", "\n") for block in _BLOCKS]
    assert told("\n".join(_PAGE)) == told(*blocks)


def test_latin_lines_are_parted_too() -> None:
    heads = ["Ferry keeps its lamp lit", "By Nora Whitlow"]
    text = [latin(words, 36) for words in FERRY]
    source = "\n".join([*heads, *(line for part in text for line in part)])
    found = blocks_of(source)
    assert found[:2] == heads
    assert "/".join(found[2:]) == "/".join(made(*text))
    assert all(block[0] in "TW“F" for block in found[2:])


def test_long_lines_in_a_row_are_paragraphs() -> None:
    source = "\n".join([_HEADS[0], *RICE, _NEXT[0], *RICE])
    assert blocks_of(source) == [_HEADS[0], *RICE, _NEXT[0], *RICE]


def test_paragraphs_in_a_row_below_each_heading_are_paragraphs() -> None:
    source = "\n\n".join("\n".join([f"# {head}", *RICE]) for head in (_HEADS[0], _NEXT[0]))
    assert blocks_of(source) == [_HEADS[0], *RICE, _NEXT[0], *RICE]


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([" ".join(lines(words, 16)) for words in RICE * 3], id="lines joined"),
        pytest.param(["\n".join(lines(words, 16)) for words in RICE * 3], id="blocks of lines"),
        pytest.param(["\n".join(wrap("".join(RICE), 45))] * 3, id="wrapped by an editor"),
        pytest.param(
            [
                *("\n".join(lines(words, 16)) for words in RICE),
                *["\n".join(RICE[i : i + 2]) for i in (0, 2, 4)],
            ],
            id="rows read across columns",
        ),
        pytest.param(["风过田埂", "灯下数针脚", "一针是雨", "一针是雪"] * 5, id="verses"),
        pytest.param(list(FERRY * 4), id="typed"),
        pytest.param([f"■ May {day}: {_STORM}" for day in range(1, 25)], id="items joined"),
    ],
)
def test_blocks_that_are_there_stay(blocks: list[str]) -> None:
    page = read_markdown("page", "\n\n".join(blocks))
    assert parted(page) is page
