"""Lines that an engine held together, or did not part at all, in blocks as they stand.

A block ends where the next line stands beside it or apart from it, is set in another size, or
begins inside as a paragraph does.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from layout.geometry import Box
from readers.words import Located, Region

_INDENT = 1.2  # times the size of type
_APART = 1.6  # times the usual distance of lines
_OTHER_TYPE = 1.35  # times as large


def blocks_of(region: Region) -> Iterator[Region]:
    """The regions that the lines of one make, in their order."""
    if region.level:
        yield region
        return
    pitch = _pitch(region.lines)
    held: list[Located] = []
    for line in region.lines:
        if held and not _goes_on(held, line, pitch):
            yield Region(tuple(held))
            held = []
        held.append(line)
    if held:
        yield Region(tuple(held))


def _pitch(lines: Sequence[Located]) -> float:
    """The usual distance from the top of a line to that of the next one, in points."""
    boxes = [line.box for line in lines if line.box]
    down = [below.y - above.y for above, below in pairwise(boxes) if _is_below(above, below)]
    return median(down) if down else 0.0


def _is_below(above: Box, below: Box) -> bool:
    shared = min(above.right, below.right) - max(above.x, below.x)
    return shared > 0 and below.y > above.y + above.height / 2


def _goes_on(held: Sequence[Located], line: Located, pitch: float) -> bool:
    last = held[-1]
    if last.box is None or line.box is None:
        return True
    smaller, larger = sorted((last.size, line.size))
    left = min(each.box.x for each in held if each.box)
    return (
        _is_below(last.box, line.box)
        and line.box.y - last.box.y <= _APART * pitch
        and (larger < _OTHER_TYPE * smaller or not smaller)
        and line.box.x - left < _INDENT * line.size
    )
