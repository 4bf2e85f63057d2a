"""Heads set over several columns, read before the first of these.

An engine goes down the page column by column, and so meets a head that stands over the middle of an
article behind the first column of it. That columns belong together shows in that they begin at one
height, with nothing but white over those beside the head.

Lengths are in sizes of the page's usual type.
"""

from collections.abc import Sequence

from layout.geometry import Box, around
from readers.words import Region

_LARGE = 1.4  # type of such heads
_LONGEST = 70  # characters
_TEXT = 20  # characters, at least
_PARTS = 5  # regions of a head, at most: kickers, headlines, decks, bylines
_DEEP = 8.0  # from the foot of a head to the columns, at most
_LEVEL = 0.8  # between the tops of columns that begin at one height
_ABOVE = 0.5
_GUTTER = 4.0  # between columns, at most


def heads_first(regions: Sequence[Region], size: float) -> list[Region]:
    """The regions with heads before the first column under them; `size`: usual type, in points."""
    done = list(regions)
    for region in regions:
        if _is_head(region, size):
            head = next(at for at, each in enumerate(done) if each is region)
            under = _under(done, head, size)
            first = _first(done, head, under, size) if under else head
            if under:
                done[first:under] = [*done[head:under], *done[first:head]]
    return done


def _is_head(region: Region, size: float) -> bool:
    return size > 0 and _length(region) <= _LONGEST and _is_large(region, size)


def _is_large(region: Region, size: float) -> bool:
    return max(line.size for line in region.lines) >= _LARGE * size


def _length(region: Region) -> int:
    return sum(len(line.text) for line in region.lines)


def _box(region: Region) -> Box | None:
    return around(line.box for line in region.lines)


def _under(regions: Sequence[Region], head: int, size: float) -> int | None:
    """The number of the column below a head, behind the other parts of the head."""
    top = _box(regions[head])
    for number in range(head + 1, min(head + 1 + _PARTS, len(regions))):
        box = _box(regions[number])
        if top is None or box is None or box.y < top.y or not _are_above(top, box):
            return None
        if len(regions[number].lines) > 1 and _length(regions[number]) >= _TEXT:
            is_below = -size <= box.y - top.bottom < _DEEP * size
            return number if is_below and not _is_large(regions[number], size) else None
    return None


def _are_above(box: Box, other: Box) -> bool:
    """Whether one of them stands above the other, as far as their sides tell."""
    return min(box.right, other.right) > max(box.x, other.x)


def _first(regions: Sequence[Region], head: int, under: int, size: float) -> int:
    """The number of the first column on the left of that under the head; else of the head."""
    boxes = [_box(region) for region in regions]
    top, edge = boxes[head], boxes[under]
    first = head
    for number in range(head - 1, -1, -1):
        box = boxes[number]
        if box is None or edge is None or top is None:
            break
        if box.y < top.bottom - size or box.right > edge.x + size:
            break
        level = abs(box.y - edge.y) <= _LEVEL * size and edge.x - box.right < _GUTTER * size
        others = [each for each in (*boxes[:head], *boxes[under:]) if each]
        heights = [each.y for each in others if _are_above(each, box)]
        if level and not any(top.y - size <= y < box.y - _ABOVE * size for y in heights):
            first, edge = number, box
    return head if edge and any(_is_beside(each, edge, size) for each in boxes) else first


def _is_beside(box: Box | None, edge: Box, size: float) -> bool:
    """Whether something stands on the left of a column's top, so that it may be of its article."""
    if box is None or not box.y <= edge.y + size < box.bottom:
        return False
    return box.right <= edge.x + size and edge.x - box.right < _GUTTER * size
