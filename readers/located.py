"""Lines whose places on a scan are known, as hOCR, ALTO and PAGE tell them, made into a page.

The source of such a page is its text: a line for each line of the scan, an empty one between
blocks, as an engine writes it that writes plain text. What was read across columns comes column by
column. Boxes and sizes stand beside it. What is half as large again as most of the page's type, and
short, is marked as a heading.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from statistics import median

from layout.geometry import Size
from layout.model import Line, ScannedPage, TextBlock
from layout.text import Edit, Rule, dropped, joined, kept
from readers.blocks import blocks_of
from readers.columns import in_columns
from readers.heads import heads_first
from readers.words import Located, Region

PIXEL = 72 / 300
"""A pixel in points, on a scan of 300 dots an inch: what is taken where a file tells nothing."""

_LINE_END = re.compile(r"[\r\n]+")
_LEVELS = (2.5, 2.0, 1.5)  # times the usual size: headings of the first to the third level
_LONGEST_HEADING = 70  # characters
_BLANK = Edit(Rule.BLANK)


def located_page(name: str, regions: Sequence[Region], extent: Size | None) -> ScannedPage | None:
    """The page that these regions make on a scan of that extent; None where they hold no word."""
    told = in_columns([region for region in map(_with_words, regions) if region.lines])
    told = [block for region in told for block in blocks_of(region)]
    if not told:
        return None
    usual = _usual_size(told)
    told = heads_first(told, usual)
    source = "\n".join("".join(f"{line.text}\n" for line in region.lines) for region in told)
    blocks, spare, at = [], [], 0
    for region in told:
        lines = tuple(_placed(source, at, region.lines))
        at += sum(len(line.text) + 1 for line in region.lines)
        blocks.append(TextBlock(lines, region.level or _level(region.lines, usual)))
        spare.append(dropped(source, at, min(at + 1, len(source)), _BLANK))
        at += 1
    return ScannedPage(name, source, tuple(blocks), joined(spare), extent)


def _with_words(region: Region) -> Region:
    told = (replace(line, text=_LINE_END.sub(" ", line.text).strip()) for line in region.lines)
    return Region(tuple(line for line in told if line.text), region.level)


def _placed(source: str, at: int, lines: Iterable[Located]) -> Iterator[Line]:
    for line in lines:
        behind = at + len(line.text) + 1
        yield Line(kept(source, at, behind), line.box)
        at = behind


def _usual_size(regions: Sequence[Region]) -> float:
    sizes = [line.size for region in regions for line in region.lines if line.size > 0]
    return median(sizes) if sizes else 0.0


def _level(lines: Sequence[Located], usual: float) -> int:
    largest = max(line.size for line in lines)
    if not usual or sum(len(line.text) for line in lines) > _LONGEST_HEADING:
        return 0
    levels = (n for n, times in enumerate(_LEVELS, 1) if largest >= times * usual)
    return next(levels, 0)
