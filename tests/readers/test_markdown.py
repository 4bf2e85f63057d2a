from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.model import PictureBlock, ScannedPage, TableBlock, TextBlock
from layout.text import Fragment, Text
from readers.markdown import read_markdown

_ALPHABET = "甲乙 丙,。\n\r\t#>*-_[]()!|<>/td&amp;\\`1.　"


def texts_of(page: ScannedPage) -> Iterator[Text]:
    for block in page.blocks:
        match block:
            case TextBlock():
                yield from (line.text for line in block.lines)
            case TableBlock():
                yield from (cell for row in block.rows for cell in row)
            case PictureBlock():
                yield block.alt
                yield block.marks
    yield page.spare


def fragments_of(page: ScannedPage) -> list[Fragment]:
    return sorted((f for t in texts_of(page) for f in t.fragments if f.raw), key=lambda f: f.at)


def words_of(source: str) -> list[str]:
    page = read_markdown("page", source)
    return [
        "".join(line.text.plain for line in b.lines).strip("\n")
        if isinstance(b, TextBlock)
        else "|".join(cell.plain for row in b.rows for cell in row)
        if isinstance(b, TableBlock)
        else f"{b.path}:{b.alt}"
        for b in page.blocks
    ]


@given(st.text(_ALPHABET) | st.text())
def test_every_character_stands_in_one_place(source: str) -> None:
    fragments = fragments_of(read_markdown("page", source))
    assert "".join(f.raw for f in fragments) == source
    assert all(f.at == sum(len(g.raw) for g in fragments[:i]) for i, f in enumerate(fragments))


@given(st.lists(st.sampled_from(["甲", "，", "x", "。", "[乙](x/e。x)"]), min_size=1))
def test_words_beside_links_stay(pieces: list[str]) -> None:
    words = "".join("乙" if piece.startswith("[") else piece for piece in pieces)
    assert words_of("".join(pieces)) == [words]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("# 甲乙\n\n丙丁 戊", ["甲乙", "丙丁 戊"], id="heading and paragraph"),
        pytest.param("甲\r\n乙\r丙", ["甲\r\n乙\r丙"], id="all line ends"),
        pytest.param("甲**乙**丙", ["甲乙丙"], id="emphasis goes"),
        pytest.param("**地点：**乙", ["地点：乙"], id="emphasis goes behind a colon"),
        pytest.param("甲**“乙”**丙", ["甲“乙”丙"], id="emphasis goes around quotes"),
        pytest.param("许发[2018]4号", ["许发[2018]4号"], id="brackets stay"),
        pytest.param("甲 &lt;乙", ["甲 <乙"], id="a character reference"),
        pytest.param("<b>甲</b><br>乙", ["甲\n乙"], id="tags that dress words go"),
        pytest.param('<div align="center">甲</div>\n\n乙', ["甲", "乙"], id="a tag around a block"),
        pytest.param("甲<!-- 第3页 -->乙", ["甲乙"], id="a comment goes"),
        pytest.param("<script>甲</script> a<b", ["<script>甲</script> a<b"], id="other tags stay"),
        pytest.param("```markdown\n# 甲\n\n乙\n```", ["甲", "乙"], id="a fence goes"),
        pytest.param(
            "<|ref|>title<|/ref|><|det|>[[60, 80]]<|/det|>\n# 甲\n\n<watermark>乙</watermark>",
            ["甲", "乙"],
            id="what a block is goes",
        ),
        pytest.param("甲|<b|", ["甲|<b|"], id="bars stay"),
        pytest.param('<div><img src="a.png"></div>\n\n甲', ["a.png:", "甲"], id="around a picture"),
        pytest.param(
            '甲<img src="b.png" alt="图"/>乙', ["甲", "b.png:", "乙"], id="a picture's tag"
        ),
        pytest.param("-批传统", ["-批传统"], id="a dash is no bullet"),
        pytest.param("- 甲\n- 乙", ["- 甲", "- 乙"], id="bullets stay with their items"),
        pytest.param("2. 甲", ["2. 甲"], id="numbers stay with their items"),
        pytest.param("　　甲\n　　乙", ["　　甲\n　　乙"], id="indents stay"),
        pytest.param("    甲", ["甲"], id="four blanks are no code"),
        pytest.param("| 甲 | 乙 |\n|---|---|\n| 1 |  |", ["甲|乙|1|"], id="pipe table"),
        pytest.param("<table><tr><th>甲<td>乙&amp;</table>", ["甲|乙&"], id="HTML table"),
        pytest.param(
            "<div><html><table><tr><td>甲</table></html></div>", ["甲"], id="a table in tags"
        ),
        pytest.param("甲\n![图](a/b.png)\n乙", ["甲", "a/b.png:图", "乙"], id="picture"),
        pytest.param("> 甲\n> 乙", ["甲\n乙"], id="quotation"),
        pytest.param("[甲](https://example.org/x)。", ["甲。"], id="a mark behind a link"),
        pytest.param('[甲](a_(b).html "乙")a', ["甲a"], id="what its address has too"),
        pytest.param(
            "---\nprimary_language: zh\ntags:\n- a\n  b: c\n---\n\n# 甲\n\n乙",
            ["甲", "乙"],
            id="front matter goes",
        ),
        pytest.param("---\r\nlang: zh\r\n---\r\n甲", ["甲"], id="with other line ends"),
        pytest.param("---\nTel: 123\n---\n甲", ["Tel: 123", "甲"], id="a notice stays"),
        pytest.param("甲\n\n---\nlang: zh\n---\n", ["甲", "lang: zh"], id="inside a page too"),
    ],
)
def test_reads_blocks(source: str, expected: list[str]) -> None:
    assert words_of(source) == expected


def test_heads_of_tables_are_known() -> None:
    pipes, tags = read_markdown(
        "page", "|甲|\n|-|\n|1|\n\n<table><tr><th>乙</th></tr><tr><td>2</td></tr></table>"
    ).blocks
    assert isinstance(pipes, TableBlock)
    assert isinstance(tags, TableBlock)
    assert (pipes.header_rows, tags.header_rows) == (1, 1)


def test_cells_that_span_others_leave_each_its_column() -> None:
    (table,) = read_markdown(
        "page",
        "<table><tr><td rowspan=2>镇</td><td colspan=2>亩产</td></tr>"
        "<tr><td>早稻</td><td>晚稻</td></tr><tr><td rowspan=0>柳湾</td><td>512</td></tr></table>",
    ).blocks
    assert isinstance(table, TableBlock)
    rows = [[cell.plain for cell in row] for row in table.rows]
    assert rows == [["镇", "亩产", ""], ["", "早稻", "晚稻"], ["柳湾", "512"]]
