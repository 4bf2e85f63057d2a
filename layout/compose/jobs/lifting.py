"""Plates lifted out of their column to stand over several, at the top or the foot of a flow.

In three columns or more a picture is worth more than the width of one. The first goes to the top
right, the second to the foot at the left; what others there are stay where the text has them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from layout.compose.galley import Lifted, Matters, Mounted
from layout.compose.jobs.case import Case

_FEWEST = 3  # columns
_SPAN = 2
_WHITE = 1  # lines between a lifted plate and the text


def lifts(
    parts: Sequence[Matters], count: int, spread: Callable[[int], int], case: Case
) -> Mapping[int, Lifted]:
    """The plates that are lifted from among the parts of a flow, by their index there."""
    if count < _FEWEST or all(isinstance(part, Mounted) for part in parts):
        return {}
    width = spread(_SPAN)
    plates = [(n, part) for n, part in enumerate(parts) if isinstance(part, Mounted)]
    places = [(count - _SPAN, True), (0, False)] if count > _SPAN + 1 else [(count - _SPAN, True)]
    return {
        index: Lifted(case.frame(mounted, width), first, _SPAN, at_top)
        for (index, mounted), (first, at_top) in zip(plates, places, strict=False)
    }


def taken(lifted: Iterable[Lifted], count: int) -> list[int]:
    """The lines that lifted plates take of each column."""
    lines = [0] * count
    for each in lifted:
        for column in range(each.first, each.first + each.span):
            lines[column] += each.frame.rows + _WHITE
    return lines
