"""Lines that an engine gave in a row, or each by itself: parted into blocks.

Engines that find lines and no blocks write a page without blank lines, or with one behind every
line. Then the widths of the lines tell what belongs together (see `line_kinds`). Where the lines
are too long to be lines of print, each is a paragraph that somebody joined.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple, TypeGuard

from layout.model import Line, ScannedBlock, ScannedPage, TextBlock
from layout.rebuild.lines.line_kinds import WIDEST, Kind, Kinds, Row, begins, kinds_of
from layout.rebuild.lines.scale import FULL, KAIMING, LATIN, Scale
from layout.rebuild.signs import is_closed, shows
from layout.script import is_east_asian, language_of

_FEWEST = 12  # lines of a page; so many in a row, too, are more than a block mostly has
_MOSTLY = 0.9
_LEAST_FULL = 0.4
_BLANK_LINES = re.compile(r"\n\s*\n")
_ITEM = ("bullet", "number_item", "event")
_COST = attrgetter("cost")
_NAMED = ("byline", "names_only", "credit", "jump")


class _Part(NamedTuple):
    """A line of text with its block, or a block of another kind."""

    block: ScannedBlock
    line: Line | None


def parted(page: ScannedPage) -> ScannedPage:
    """The page with blocks, where its source has lines only; any other page as it is."""
    scales = (KAIMING, FULL) if is_east_asian(language_of(page.source)) else (LATIN,)
    blocks = [block for block in page.blocks if _is_text(block)]
    parts = tuple(_parts(page.blocks))
    alone = sum(len(block.lines) == 1 for block in blocks) >= _MOSTLY * len(blocks)
    if _are_printed(blocks, scales[0]) and (alone or _is_in_a_row(page, blocks)):
        rows = ([_row(part, scale) for part in parts] for scale in scales)
        return _of_lines(page, parts, min(map(kinds_of, rows, scales), key=_COST), alone=alone)
    if _are_paragraphs(blocks, scales[0]):
        return replace(page, blocks=tuple(_joined(part) for part in parts))
    return page


def _are_printed(blocks: Sequence[TextBlock], scale: Scale) -> bool:
    """Whether nearly all lines of blocks may be lines of print, and there are some."""
    steps = [scale.steps(words) for words in _lines(blocks)]
    return sum(s <= WIDEST[scale] for s in steps) >= max(_FEWEST, _MOSTLY * len(steps))


def _are_paragraphs(blocks: Sequence[TextBlock], scale: Scale) -> bool:
    """Whether lines that stand in a row are whole paragraphs.

    Then some are too long for lines of print, in most blocks; but if most of these end within a
    sentence and are about as long as the longest, an editor wrapped them.
    """
    rows = [tuple(_lines([block])) for block in blocks if len(block.lines) > 1]
    long = [[words for words in row if scale.steps(words) > WIDEST[scale]] for row in rows]
    found = [words for row in long for words in row]
    widest = max(map(scale.steps, found), default=0)
    wrapped = sum(scale.steps(w) >= _MOSTLY * widest and not is_closed(w) for w in found)
    some = len(found) > (1 - _MOSTLY) * sum(map(len, rows))
    return some and 2 * sum(map(bool, long)) >= len(rows) and 2 * wrapped <= len(found)


def _is_in_a_row(page: ScannedPage, blocks: Sequence[TextBlock]) -> bool:
    """Whether a page has so few blank lines that they part hardly anything."""
    blank = len(_BLANK_LINES.findall(page.source.strip()))
    return sum(len(block.lines) for block in blocks) >= _FEWEST * (1 + blank)


def _lines(blocks: Iterable[TextBlock]) -> Iterator[str]:
    return (line.text.plain.strip() for block in blocks for line in block.lines)


def _is_text(block: ScannedBlock) -> TypeGuard[TextBlock]:
    return isinstance(block, TextBlock) and not block.level


def _parts(blocks: Sequence[ScannedBlock]) -> Iterator[_Part]:
    for block in blocks:
        yield from (_Part(block, at) for at in (block.lines if _is_text(block) else (None,)))


def _row(part: _Part, scale: Scale) -> Row:
    """A line as its looks tell it; headings, tables and pictures are known to be set apart."""
    if part.line is None:
        return Row(0, closed=True, item=False, named=False, fixed=True)
    words = part.line.text.plain.strip()
    return Row(
        scale.steps(words),
        closed=is_closed(words),
        item=any(shows(sign, words) for sign in _ITEM),
        named=any(shows(sign, words) for sign in _NAMED),
        fixed=False,
    )


def _of_lines(
    page: ScannedPage, parts: Sequence[_Part], kinds: Kinds, *, alone: bool
) -> ScannedPage:
    """The page with blocks of lines; as it is if few of them fill a measure and break a sentence.

    Items of a list that were joined into one line each are often as wide as others, but whole.
    """
    lines = [(part.line, told) for part, told in zip(parts, kinds.told, strict=True) if part.line]
    within = [told for line, told in lines if not is_closed(line.text.plain.strip())]
    full = sum(told.kind in {Kind.FIRST, Kind.INNER} for told in within)
    if full < _LEAST_FULL * len(lines):
        return page
    starts = [
        i
        for i, (before, told) in enumerate(pairwise(kinds.told), start=1)
        if begins(before, told) or (not alone and parts[i - 1].block is not parts[i].block)
    ]
    groups = (parts[a:b] for a, b in pairwise([0, *starts, len(parts)]))
    return replace(page, blocks=tuple(_joined(*group) for group in groups))


def _joined(*parts: _Part) -> ScannedBlock:
    """The block that lines make; a block of another kind as it is."""
    lines = tuple(part.line for part in parts if part.line)
    return TextBlock(lines) if lines else parts[0].block
