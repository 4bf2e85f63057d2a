"""Chinese text that an engine wrote character by character, a blank behind each: closed up again.

Some engines part all that they recognize by blanks. Where most characters of a page stand apart a
single blank tells nothing, neither of a line's end nor of a word's; it is dropped before anything
is read. Blanks between Latin words stay, and so do line breaks and wider blanks.
"""

import re
from dataclasses import replace

from layout.model import ScannedBlock, ScannedPage, TableBlock, TextBlock
from layout.script import LETTER
from layout.text import Amendment, Edit, Rule, Text

_APART = re.compile(f"(?<={LETTER}) (?={LETTER})")
_TOUCHING = re.compile(f"(?<={LETTER})(?={LETTER})")
_LEAST_SHARE = 1 / 3  # of a line of eleven characters one blank in eleven is its end
_MARKER = r"(?<!^[-*+])(?<!^[0-9][.)])(?<!^[0-9]{2}[.)])"
_WIDE = r"[^\x00-\x7f]"
_BLANK = re.compile(
    rf"{_MARKER}(?:(?<={_WIDE}) (?=\S)|(?<=\S) (?={_WIDE})|(?<={_WIDE} [,.;:!?]) (?=[0-9]))",
    re.MULTILINE,
)
_STRAY = Edit(Rule.STRAY_SPACE, "the characters of this page stand apart, each from the next")


def closed_up(page: ScannedPage) -> ScannedPage:
    """The page without the blanks between its characters, if it has one between most of them."""
    apart, touching = (len(p.findall(page.source)) for p in (_APART, _TOUCHING))
    if apart < _LEAST_SHARE * (apart + touching) or not apart:
        return page
    return replace(page, blocks=tuple(map(_closed_up, page.blocks)))


def _closed_up(block: ScannedBlock) -> ScannedBlock:
    match block:
        case TextBlock():
            lines = tuple(replace(line, text=_solid(line.text)) for line in block.lines)
            return replace(block, lines=lines)
        case TableBlock():
            rows = tuple(tuple(map(_solid, row)) for row in block.rows)
            return replace(block, rows=rows)
        case _:
            return block


def _solid(text: Text) -> Text:
    return text.amended(
        Amendment(m.start(), m.end(), "", _STRAY) for m in _BLANK.finditer(text.plain)
    )
