"""Text in the block of a heading: an engine that calls a block large does so for its largest line.

Where a column ends right over the headline of what stands below, or a subhead under a paragraph, an
engine finds one block, and its level is that of the heading. No Chinese headline has a full stop,
so what stands before one that ends a line is text, and only what stands behind it is the heading.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from layout.model import Line, ScannedBlock, ScannedPage, TextBlock
from layout.rebuild.lines.pieces import text_of
from layout.script import in_han

_STOP = re.compile(r"。[”’」』）)\"']*(?=\s|$)")


def with_text_apart(page: ScannedPage) -> ScannedPage:
    """The page with such text in blocks of its own, which are no headings."""
    return replace(page, blocks=tuple(part for block in page.blocks for part in _parts(block)))


def _parts(block: ScannedBlock) -> Iterator[ScannedBlock]:
    end = _end_of_text(block) if isinstance(block, TextBlock) and block.level else 0
    if not end or not isinstance(block, TextBlock):
        yield block
        return
    text = text_of(block)
    yield replace(block, lines=(Line(text.cut(0, end)),), level=0)
    if end < len(text):
        yield replace(block, lines=(Line(text.cut(end, len(text))),))


def _end_of_text(block: TextBlock) -> int:
    """Where the text in a heading ends, with the blank behind it; 0 where there is none.

    A heading that ends with its only stop is text if it has several lines.
    """
    words = text_of(block).plain
    stops = [found.end() for found in _STOP.finditer(words)] if "。" in words else []
    if not stops or not in_han(words):
        return 0
    rest = words[stops[-1] :].lstrip()
    several = len(words[: stops[-1]].split()) > 1
    return len(words) - len(rest) if rest or several else 0
