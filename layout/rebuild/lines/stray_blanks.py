"""Blanks that an engine set inside lines of Chinese text: closed up before anything is read.

Some engines part all that they recognize by blanks. Where most characters of a page stand apart a
single blank tells nothing, neither of a line's end nor of a word's. Others, Tesseract for one, set
a blank for the white that belongs to a mark; where the page keeps its line breaks that is no line's
end either. Some writers set one on either side of every figure and foreign word, where print has
white. Blanks between Latin words stay, and so do line breaks and wider blanks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from layout.model import ScannedBlock, ScannedPage, TableBlock, TextBlock
from layout.rebuild.lines.pieces import words_of
from layout.script import LETTER, in_han
from layout.text import Amendment, Edit, Rule, Text

_APART = re.compile(f" (?<={LETTER} )(?={LETTER})")
_TOGETHER = re.compile(f"{LETTER}+")
_LEAST_SHARE = 1 / 3  # of a line of eleven characters one blank in eleven is its end
_MARKER = r"(?<!^[-*+])(?<!^[0-9][.)])(?<!^[0-9]{2}[.)])"
_WIDE = r"[^\x00-\x7f]"
_BLANK = re.compile(
    rf"{_MARKER}(?:(?<={_WIDE}) (?=\S)|(?<=\S) (?={_WIDE})|(?<={_WIDE} [,.;:!?]) (?=[0-9]))",
    re.MULTILINE,
)
_BESIDE_MARK = re.compile(
    rf" (?:(?<=[，。、；：！？”’）》」』】,;:!?)] )(?={_WIDE})"
    rf"|(?<={_WIDE} )(?=[，。、；：！？”’）》」』】“‘（《「『【,;:!?)]))"
)
_MARK = re.compile(r"[，。、；：！？,;:!?](?<=\S.)(?= ?\S)")
_HABIT = 0.05  # of the marks inside lines: engines set blanks beside a tenth of them, or none
_BESIDE_LATIN = re.compile(f" (?:(?<={LETTER} )(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%] )(?={LETTER}))")
_TOUCHING_LATIN = re.compile(f"(?<={LETTER})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?={LETTER})")
_FEWEST, _ALWAYS, _ELSEWHERE = 3, 0.8, 0.2  # such blanks; of all places for them; others beside
_LONG = 40  # characters: more than fit in most columns
_STRAY = Edit(Rule.STRAY_SPACE)
_ALL_STRAY = Edit(Rule.STRAY_SPACE, "the characters of this page stand apart, each from the next")


def closed_up(page: ScannedPage) -> ScannedPage:
    """The page without the blanks inside its lines that were none of print.

    The halves of a headline may stand apart at a mark.
    """
    if _stand_apart(page.source):
        return replace(page, blocks=tuple(_solid(b, _BLANK, _ALL_STRAY) for b in page.blocks))
    if _sets_marks_apart(page.source) and _keeps_lines(page.blocks):
        blocks = (b if _is_heading(b) else _solid(b, _BESIDE_MARK, _STRAY) for b in page.blocks)
        return replace(page, blocks=tuple(blocks))
    if _sets_latin_apart(page.blocks):
        return replace(page, blocks=tuple(_solid(b, _BESIDE_LATIN, _STRAY) for b in page.blocks))
    return page


def _stand_apart(source: str) -> bool:
    """Whether a blank stands between most characters."""
    apart = len(_APART.findall(source))
    touching = sum(len(letters) - 1 for letters in _TOGETHER.findall(source))
    return apart > 0 and apart >= _LEAST_SHARE * (apart + touching)


def _sets_marks_apart(source: str) -> bool:
    """Whether the engine does so by habit; a single such blank may part the halves of a head."""
    apart, inside = (len(p.findall(source)) for p in (_BESIDE_MARK, _MARK))
    return apart > _HABIT * inside


def _sets_latin_apart(blocks: Sequence[ScannedBlock]) -> bool:
    """Whether figures and foreign words stand apart in running text, and hardly anything else."""
    long = "\n".join(_running(blocks))
    apart, touching, others = (
        len(places.findall(long)) for places in (_BESIDE_LATIN, _TOUCHING_LATIN, _APART)
    )
    usual = apart >= _FEWEST and apart >= _ALWAYS * (apart + touching)
    return usual and others <= _ELSEWHERE * apart


def _keeps_lines(blocks: Sequence[ScannedBlock]) -> bool:
    """Whether the long blocks of a page mostly have line breaks inside, behind lines of print."""
    long = [words.splitlines() for words in _running(blocks)]
    printed = [2 * sum(len(line) <= _LONG for line in lines) > len(lines) for lines in long]
    return 2 * sum(printed) > len(printed)


def _running(blocks: Sequence[ScannedBlock]) -> Iterator[str]:
    """The words of the long blocks, which are running text."""
    return (words for words in map(words_of, blocks) if len(words) > _LONG)


def _is_heading(block: ScannedBlock) -> bool:
    return isinstance(block, TextBlock) and block.level > 0


def _solid(block: ScannedBlock, blanks: re.Pattern[str], edit: Edit) -> ScannedBlock:
    match block:
        case TextBlock():
            lines = (replace(line, text=_closed(line.text, blanks, edit)) for line in block.lines)
            return replace(block, lines=tuple(lines))
        case TableBlock():
            rows = (tuple(_closed(cell, blanks, edit) for cell in row) for row in block.rows)
            return replace(block, rows=tuple(rows))
        case _:
            return block


def _closed(text: Text, blanks: re.Pattern[str], edit: Edit) -> Text:
    if not in_han(text.plain):
        return text
    found = blanks.finditer(text.plain)
    return text.amended(Amendment(m.start(), m.end(), "", edit) for m in found)
