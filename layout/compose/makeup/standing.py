"""Where the articles of a page stood on its scan, and how a make-up keeps them there.

A cut of the sheet keeps to the scan if what stood side by side there stays side by side, and what
stood below stays below; of what stood slantwise the scan says nothing. A cut through what ran into
one another is dear, and so is a width other than an article's part of the old page.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from layout.compose.jobs import Job
from layout.compose.makeup.plans import Shape
from layout.geometry import Box, around

_OVERLAP = 0.25  # of the narrower or the lower of two boxes: lines that were given to the other one
_TORN = 60.0  # cost of parting what ran into one another
_OFF = 5.0  # cost of a column of the sheet more or less than an article had
_NEVER_MIND = 3  # lines by which neighbours may differ beyond what the shorter one bears
_AS_IT_WAS = 24  # and where they stood side by side: below the shorter one there was a picture


class Ways(NamedTuple):
    """How two rows of articles may stand, the lines by which neighbours may differ, the cost."""

    above: bool = True
    beside: bool = True
    slack: int = _NEVER_MIND
    cost: float = 0.0


FREE = Ways()
_ABOVE = Ways(beside=False)
_BESIDE = Ways(above=False, slack=_AS_IT_WAS)
_APART = Ways(cost=_TORN)


class Standing(NamedTuple):
    """The boxes of the articles of a page, in order; None for what the page did not have."""

    boxes: tuple[Box | None, ...]

    def ways(self, start: int, cut: int, end: int) -> Ways:
        """How the articles from start to cut may stand to those from cut to end."""
        first, second = self._around(start, cut), self._around(cut, end)
        if first is None or second is None:
            return _ABOVE
        return _ways(first, second)

    def _around(self, start: int, end: int) -> Box | None:
        told = self.boxes[start:end]
        return around(told) if all(told) else None

    def priced(self, number: int, shapes: Mapping[int, list[Shape]]) -> dict[int, list[Shape]]:
        """The shapes of an article, dearer the less its width is what it was."""
        box, page = self.boxes[number], around(self.boxes)
        if box is None or page is None:
            return dict(shapes)
        part, columns = box.width / page.width, max(shapes)
        return {
            width: [s._replace(cost=s.cost + _OFF * abs(width - part * columns)) for s in row]
            for width, row in shapes.items()
        }


def standing(jobs: Sequence[Job]) -> Standing | None:
    """Where these stood; None where the page does not tell it of all its articles."""
    boxes = tuple(job.box for job in jobs)
    told = [job.is_apparatus or job.box is not None for job in jobs]
    return Standing(boxes) if all(told) and any(boxes) else None


@lru_cache(maxsize=4096)
def _ways(first: Box, second: Box) -> Ways:
    beside = _follows(first.x, first.right, second.x, second.right)
    above = _follows(first.y, first.bottom, second.y, second.bottom)
    if above:
        return FREE if beside else _ABOVE
    return _BESIDE if beside else _APART


def _follows(start: float, end: float, begins: float, ends: float) -> bool:
    """Whether the second stretch lies behind the first one, but for a small overlap."""
    shorter = min(end - start, ends - begins)
    return begins > start and end - begins <= _OVERLAP * shorter
