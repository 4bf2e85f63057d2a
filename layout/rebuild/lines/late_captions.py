"""Captions whose last line was read before their first, as where a page was scanned at a slant.

Below a picture stand a caption and its credit, mostly in one line as wide as the picture. What does
not fit, the end of the caption or the name in the credit, goes to a second line; an engine that
orders lines by their edges may give that first. Then a line that ends a caption, or a mere name,
stands by itself before a line that breaks off, and behind that a credit or the end of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from layout.model import Line, ScannedBlock, ScannedPage, TextBlock
from layout.rebuild.lines.pieces import text_of, words_of
from layout.rebuild.signs import is_closed, shows
from layout.script import in_han
from layout.text import Fragment, LineEnd, Text

_STOPS, _QUOTES = (".", "!", "?"), "\"'”’)"
_LONGER = 1.5
_NEAR = 3  # blocks above in which a text may break off that the line ends, and no caption
_NARROWEST = 24  # characters that a caption is wide
_MOST_WORDS = 5
_LEAD = re.compile(
    r"(?:^|(?<=[.!?”\"'’]))\s?((?:[A-Z][a-z]+ )?(?i:photo|photograph|picture|courtesy)"
    r"(?: by| of|:)(?: [A-Z][\w.’'-]*)?)\s*$"
)
_SENTENCE_END = re.compile(r"[.!?。！？][”\"'’」]? ?")
_NAMES = re.compile(r"[A-Z][\w.’'-]*(?: (?:/ )?[A-Z][\w.’'-]*)*")


def with_captions_whole(page: ScannedPage) -> tuple[ScannedPage, frozenset[int]]:
    """The page with the lines of such captions in their order, and the places of what was moved."""
    blocks = list(page.blocks)
    moved = set[int]()
    for number in range(len(blocks) - 2, -1, -1):
        late, first, *behind = blocks[number : number + 3]
        if _is_line(late) and _is_line(first):
            above = blocks[max(0, number - _NEAR) : number]
            may_end = _ends_caption(late, first, behind) and not any(map(_is_open, above))
            whole = tuple(_named(late, first)) or (_joined(first, late),) * may_end
            if whole:
                blocks[number : number + 2] = whole
                moved.add(text_of(late).start)
    return replace(page, blocks=tuple(blocks)), frozenset(moved)


def _is_line(block: ScannedBlock) -> TypeGuard[TextBlock]:
    return isinstance(block, TextBlock) and not block.level and len(block.lines) == 1


def _is_open(block: ScannedBlock) -> bool:
    """Whether the text of a block goes on, and might with what stands behind it."""
    text = isinstance(block, TextBlock) and not block.level
    return text and len(words_of(block)) >= _NARROWEST and not _ends(words_of(block))


def _ends(words: str) -> bool:
    """Whether words end with a stop, if only with that of an abbreviation."""
    return is_closed(words) if in_han(words) else words.rstrip(_QUOTES).endswith(_STOPS)


def _named(late: TextBlock, first: TextBlock) -> Iterator[TextBlock]:
    """A caption and its credit, where the late line is the name that the first one waits for."""
    text = text_of(first)
    lead = _LEAD.search(text.plain)
    if lead and _is_name(words_of(late)):
        if lead.start(1):
            yield replace(first, lines=(Line(text.cut(0, lead.start(1))),))
        words = text.cut(lead.start(1), len(text))
        yield _joined(replace(first, lines=(Line(words),)), late)


def _ends_caption(late: TextBlock, first: TextBlock, behind: Sequence[ScannedBlock]) -> bool:
    """Whether the late line ends a caption that the first one begins, by a credit or at the end."""
    words = words_of(first)
    if (behind and not shows("credit", words_of(behind[0]))) or _is_credited(words):
        return False
    ends = _ends(words_of(late)) and _LONGER * len(words_of(late)) < len(words)
    return ends and len(words) >= _NARROWEST and not _ends(words)


def _joined(first: TextBlock, late: TextBlock) -> TextBlock:
    return replace(first, lines=(_ended(text_of(first)), *late.lines))


def _is_credited(words: str) -> bool:
    """Whether words are a credit, or end with one behind a whole caption."""
    starts = (0, *(found.end() for found in _SENTENCE_END.finditer(words)))
    return any(shows("credit", words[start:]) for start in starts)


def _ended(text: Text) -> Line:
    """A line with its end, which the last one of a file may lack."""
    if text.plain.endswith(("\n", "\r")):
        return Line(text)
    return Line(text + Text((Fragment("\n", "", text.start, LineEnd()),)))


def _is_name(words: str) -> bool:
    return bool(_NAMES.fullmatch(words)) and len(words.split()) <= _MOST_WORDS
