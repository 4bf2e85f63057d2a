"""A picture at the side of a wide column, with the text running around it.

In a column that is wide enough for both a picture is not worth the whole width: it stands at the
right, as wide as leaves the text beside it a measure that can be read. As many lines as it is deep
are set to that measure, those behind them to the column's own. All of these lines stay in one
column. Where the text beside it would not last to the picture's foot, the picture stands alone.
"""

from collections.abc import Sequence

from layout.compose.galley import Inset, Matters, Piece
from layout.compose.lines import Cut
from layout.style import Align, Setting

_TEXT = 0.56  # of a column: the measure beside a picture
_WHITE = 2  # ems between picture and text
_OVER_LEAST = 2  # ems by which the measure beside must be more than the least that can be read
_NARROWEST = 8  # ems of a picture


def measures(measure: int, setting: Setting) -> tuple[int, int] | None:
    """The ems that a picture and the text beside it have in a column; None if it is too narrow."""
    text = max(round(setting.measure.least) + _OVER_LEAST, round(measure * _TEXT))
    picture = measure - text - _WHITE
    return (picture, text) if picture >= _NARROWEST else None


def lasts(parts: Sequence[Matters], inset: Inset) -> bool:
    """Whether the parts behind a picture begin with text enough to stand beside all of it."""
    left = inset.frame.rows
    for part in parts:
        if not isinstance(part, Piece) or not _runs_around(part):
            return False
        left -= len(part.first_cuts(inset.measure, left))
        if left <= 0:
            return True
    return False


def _runs_around(piece: Piece) -> bool:
    manner = piece.manner
    plain = manner.align is Align.JUSTIFY and not manner.keep and not manner.before
    return plain and manner.lines == 1 and not piece.facsimile


def cuts_beside(piece: Piece, inset: Inset, left: int, measure: int) -> Sequence[Cut]:
    """The lines of a paragraph of which so many stand beside a picture."""
    narrow = piece.first_cuts(inset.measure, left)
    end = narrow[-1].end
    if end >= len(piece.matter.text):
        return narrow
    return [*narrow, *piece.rest(end).cuts(measure)]
