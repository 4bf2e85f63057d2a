"""The order in which the regions of a page are read, as their boxes tell it.

Columns that an engine read across, and parted again, go behind what they continue, or else behind
the head over them; so does what continues such a column, or stands below a head parted from
another. All others keep the order of the file.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layout.geometry import Box
from readers.words import Located, Region

_INDENT = 1.2  # ems: a line that begins so far inside begins a paragraph
_HANGING = 2.8  # ems between the edge of a region and a line that continues it, at most
_NEXT = 2.2  # ems from the top of a line to that of the next one, at most
_NEAREST = 0.5  # ems, at least
_OTHER_TYPE = 1.6  # times as large
_LARGER = 1.3  # times the type of the text below: that of a head
_HEAD = 3.0  # ems from the foot of a head to what stands below it, at most
_COVERED = 0.3  # of what stands below a head


@dataclass(frozen=True, slots=True)
class Placed:
    """A region in its place, with the numbers of those that it was put behind.

    `moved`: whether boxes say where it is read, not the file.
    """

    region: Region
    number: int
    behind: frozenset[int] = frozenset()
    moved: bool = False


def with_region(placed: Sequence[Placed], region: Region, em: float) -> list[Placed]:
    """A region goes to the end, as the file has it, unless it continues one that was moved.

    Or it stands below a head that was parted from the one beside it.
    """
    moved = [each for each in placed if each.moved]
    line = region.lines[0]
    heads = [each for each in moved if each.region.lines[-1].size > _LARGER * line.size]
    if before := _continued(moved, line, em) or _head_over(heads, line, em):
        return _put(placed, before, [region])
    return [*placed, Placed(region, len(placed))]


def with_column(placed: Sequence[Placed], column: Sequence[Region], em: float) -> list[Placed]:
    """The regions of a column go behind what they continue, else behind the head over them."""
    first, *others = column
    line = first.lines[0]
    before = _continued(placed, line, em)
    if before is None or before.region.level or _inside(before.region, line) >= _INDENT * em:
        return _put(placed, before or _head_over(placed, line, em), column)
    grown = replace(before, region=Region((*before.region.lines, *first.lines)), moved=True)
    return _put([grown if each is before else each for each in placed], grown, others)


def _put(
    placed: Sequence[Placed], before: Placed | None, regions: Sequence[Region]
) -> list[Placed]:
    """The regions, one behind the other, behind one of those placed and all that was put there."""
    at = len(placed)
    behind: frozenset[int] = frozenset()
    if before:
        at = placed.index(before) + 1
        behind = before.behind | {before.number}
        while at < len(placed) and before.number in placed[at].behind:
            at += 1
    put = []
    for number, region in enumerate(regions, len(placed)):
        put.append(Placed(region, number, behind, moved=True))
        behind |= {number}
    return [*placed[:at], *put, *placed[at:]]


def _continued(placed: Sequence[Placed], line: Located, em: float) -> Placed | None:
    """What a line goes on with, as it stands right below it, in the same type and column."""
    return next((each for each in reversed(placed) if _goes_on(each.region, line, em)), None)


def _goes_on(region: Region, line: Located, em: float) -> bool:
    last = region.lines[-1]
    if last.box is None or line.box is None:
        return False
    down = line.box.y - last.box.y
    return (
        _NEAREST * em < down <= _NEXT * em
        and abs(_inside(region, line)) <= _HANGING * em
        and _shared(last.box, line.box) > 0
        and max(last.size, line.size) < _OTHER_TYPE * min(last.size, line.size)
    )


def _inside(region: Region, line: Located) -> float:
    """How far inside the edge of a region a line begins, in points."""
    assert line.box is not None
    return line.box.x - min(each.box.x for each in region.lines if each.box)


def _shared(above: Box, box: Box) -> float:
    """The width that two boxes share, in points."""
    return min(above.right, box.right) - max(above.x, box.x)


def _head_over(placed: Sequence[Placed], line: Located, em: float) -> Placed | None:
    """The lowest of all regions that stand right above a line."""
    over = [(box.y, each) for each in placed if (box := _box_over(each.region, line, em))]
    return max(over, key=lambda pair: pair[0])[1] if over else None


def _box_over(region: Region, line: Located, em: float) -> Box | None:
    """The box of a region's last line, if it stands right above that other one."""
    box = region.lines[-1].box
    if box is None or line.box is None:
        return None
    near = box.y <= line.box.y <= box.bottom + _HEAD * em
    return box if near and _shared(box, line.box) > _COVERED * line.box.width else None
