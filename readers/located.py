"""Lines whose places on a scan are known, as hOCR, ALTO and PAGE tell them, made into a page.

The source of such a page is its text: a line for each line of the scan, an empty one between
blocks, as an engine writes it that writes plain text. Boxes and sizes stand beside it. What is half
as large again as most of the page's type, and short, is marked as a heading.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from layout.geometry import Box, Size
from layout.model import Line, ScannedPage, TextBlock
from layout.text import Edit, Rule, dropped, joined, kept

_EAST_ASIAN = "\u2e80"  # from here on characters are an em wide, and words have no blanks between
_NARROW = 0.5  # ems of any other
PIXEL = 72 / 300
"""A pixel in points, on a scan of 300 dots an inch: what is taken where a file tells nothing."""

_GAP = 0.5  # ems between words beside them that are parted by a blank
_WIDE = 2.0  # ems: more than stands between words, in a justified line too
_LINE_END = re.compile(r"[\r\n]+")
_LEVELS = (2.5, 2.0, 1.5)  # times the usual size: headings of the first to the third level
_LONGEST_HEADING = 70  # characters
_BLANK = Edit(Rule.BLANK)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in points; None where the file does not tell."""

    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Located:
    """A line of a scan: its words, its box and the size of its type in points (0: unknown)."""

    words: str
    box: Box | None
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that an engine held together; `level`: that of the heading it calls them, or 0."""

    lines: tuple[Located, ...]
    level: int = 0


def spaced(words: Iterable[Word]) -> str:
    """The words of a line as text: blanks beside Chinese only where there is room for one.

    Where there is room for more, as between columns, there are more of them, half an em each.
    """
    told = [Word(word.text.strip(), word.box) for word in words if word.text.strip()]
    em = max((word.box.height for word in told if word.box), default=0.0)
    made = [word.text for word in told[:1]]
    for word, behind in pairwise(told):
        made.append(" " * _blanks(word, behind, em))
        made.append(behind.text)
    return "".join(made)


def _blanks(word: Word, behind: Word, em: float) -> int:
    """How many blanks stand between two words, of which Chinese ones need room for any.

    Engines misplace the edges of characters: their middles have to be apart as well.
    """
    usual = int(word.text[-1] < _EAST_ASIAN and behind.text[0] < _EAST_ASIAN)
    if word.box is None or behind.box is None:
        return usual
    white = behind.box.x - word.box.right
    middles = behind.box.x + behind.box.width / 2 - word.box.x - word.box.width / 2
    white = min(white, middles - (_ems(word.text) + _ems(behind.text)) / 2 * em)
    if white >= _WIDE * em:
        return round(white / em / _NARROW)
    return max(usual, int(white >= _GAP * em))


def height_of(words: Sequence[Word], line: Box | None) -> float:
    """The size of a line's type in points, as far as its boxes show it; 0 if unknown.

    Chinese characters are an em wide each, and engines give some of them the height of the line.
    Of other words most are as high as their type; the line's own box is higher where the scan is
    askew, or where one letter was misplaced.
    """
    text = "".join(word.text for word in words)
    east_asian = sum(character >= _EAST_ASIAN for character in text)
    if line and 2 * east_asian > len(text):
        return line.width / _ems(text)
    heights = sorted(word.box.height for word in words if word.box)
    if heights:
        return heights[len(heights) * 3 // 4]
    return line.height if line else 0.0


def _ems(words: str) -> float:
    return sum(1.0 if character >= _EAST_ASIAN else _NARROW for character in words)


def located_page(name: str, regions: Sequence[Region], extent: Size | None) -> ScannedPage | None:
    """The page that these regions make on a scan of that extent; None where they hold no word."""
    told = [_with_words(region) for region in regions]
    told = [region for region in told if region.lines]
    if not told:
        return None
    source = "\n".join("".join(f"{line.words}\n" for line in region.lines) for region in told)
    usual = _usual_size(told)
    blocks, spare, at = [], [], 0
    for region in told:
        lines = tuple(_placed(source, at, region.lines))
        at += sum(len(line.words) + 1 for line in region.lines)
        blocks.append(TextBlock(lines, region.level or _level(region.lines, usual)))
        spare.append(dropped(source, at, min(at + 1, len(source)), _BLANK))
        at += 1
    return ScannedPage(name, source, tuple(blocks), joined(spare), extent)


def _with_words(region: Region) -> Region:
    told = (replace(line, words=_LINE_END.sub(" ", line.words).strip()) for line in region.lines)
    return Region(tuple(line for line in told if line.words), region.level)


def _placed(source: str, at: int, lines: Iterable[Located]) -> Iterator[Line]:
    for line in lines:
        behind = at + len(line.words) + 1
        yield Line(kept(source, at, behind), line.box)
        at = behind


def _usual_size(regions: Sequence[Region]) -> float:
    sizes = [line.size for region in regions for line in region.lines if line.size > 0]
    return median(sizes) if sizes else 0.0


def _level(lines: Sequence[Located], usual: float) -> int:
    largest = max(line.size for line in lines)
    if not usual or sum(len(line.words) for line in lines) > _LONGEST_HEADING:
        return 0
    levels = (n for n, times in enumerate(_LEVELS, 1) if largest >= times * usual)
    return next(levels, 0)
