"""What a source marks as bold tells headings from text."""

import pytest

from layout.model import TextBlock
from layout.rebuild.lines.pieces import text_of
from layout.rebuild.signs.emphasis import run_in_end, strong_spans
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import FERRY, told

HEAD = "# Boats back at Alder Point after a winter in dock"


@pytest.mark.parametrize(
    ("source", "bold"),
    [
        ("**Dog found** It came home.", ["Dog found"]),
        ("A __dog__ and a **cat** met.", ["dog", "cat"]),
        ("*Staff writer*", []),
        ("2 * 3 ** 4", []),
    ],
)
def test_finds_what_is_bold(source: str, bold: list[str]) -> None:
    (block,) = read_markdown("page", source).blocks
    assert isinstance(block, TextBlock)
    text = text_of(block)
    assert [text.plain[a:b] for a, b in strong_spans(text)] == bold


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        pytest.param("Dog found", " It came home by itself late.", True, id="a heading"),
        pytest.param("Nora Whitlow", " Dyer Cove", False, id="a name over a place"),
        pytest.param("ALDER POINT (AP)", " — The ferry is late.", False, id="a dateline"),
        pytest.param("Nora Whitlow", " runs the crossing.", False, id="a name in a sentence"),
        pytest.param("Hours:", " Nine to five.", False, id="a label and its colon"),
        pytest.param("The whole block is bold", "", False, id="nothing below"),
    ],
)
def test_finds_a_heading_that_was_run_in(head: str, text: str, expected: bool) -> None:
    assert run_in_end(head + text, [(0, len(head))]) == (len(head) if expected else 0)


def test_bold_headings_run_in_with_briefs_are_their_headlines() -> None:
    page = told(
        HEAD,
        *FERRY,
        "## NEWS BRIEFS",
        f"**Rope stolen from pier** {FERRY[1]}",
        f"**Dog found in bay** {FERRY[3]}",
    )
    assert page[5:] == [
        "column_label NEWS BRIEFS",
        "headline Rope stolen from pier",
        f"paragraph {FERRY[1]}",
        "headline Dog found in bay",
        f"paragraph {FERRY[3]}",
    ]
