"""The chase: the rectangle of the sheet that the folio and the type are locked up in.

A page with enough text has all of the sheet between its margins. One with less is set more openly
(`Ease.looseness`), and if that is not enough its chase is smaller than the sheet and stands on it
like a mounted print (`Ease.extent`), rather than at the top of a sheet that is empty below.
"""

import math
from typing import NamedTuple

from layout.style import Bounds, Setting, Style

_FOLIO = 50.0  # points from the top of the chase to the type of a broadsheet
_BROADSHEET = 1017.0  # points: the width of its chase
_LEAST_FOLIO = 0.5  # of a broadsheet's: the smallest folio
_LOOSENED = 1.5  # times the area that type needs when it is set as openly as it may be
_SMALLEST = 0.5  # times the margins' distance: the least extent of a chase
_ABOVE = 0.44  # of the height to spare that is above the chase
_DISPLAY, _LEADING, _GUTTER = 0.35, 0.03, 1  # what looseness adds: to headlines, leading, gutters


class Ease(NamedTuple):
    """How openly a page is set, 0 to 1, and how much of the sheet it then takes, up to 1."""

    looseness: float = 0.0
    extent: float = 1.0


class Chase(NamedTuple):
    """Left and top edge, width and height in points; how far down the type begins."""

    left: float
    top: float
    width: float
    height: float
    folio: float
    columns: int
    gutter: int

    @property
    def type_top(self) -> float:
        """Where the first line begins."""
        return self.top + self.folio

    @property
    def type_height(self) -> float:
        """From the first line to the foot."""
        return self.height - self.folio

    @property
    def scale(self) -> float:
        """The type of a folio grows with the chase, but less than it does."""
        return max(_LEAST_FOLIO, float((self.width / _BROADSHEET) ** 0.6))

    def trimmed(self, height: float) -> "Chase":
        """The chase cut down to type so many points high, and moved to its place on the sheet."""
        spare = self.type_height - height
        return self._replace(top=self.top + spare * _ABOVE, height=self.height - spare)


def eased(room: float) -> Ease:
    """How to set a page that could take so many times the area it would need."""
    looseness = min(1.0, max(0.0, (room - 1) / (_LOOSENED - 1)))
    extent = math.sqrt(_LOOSENED / room) if room > _LOOSENED else 1.0
    return Ease(looseness, max(_SMALLEST, extent))


def chase(style: Style, ease: Ease) -> Chase:
    """The chase on a style's paper."""
    paper = style.paper
    wide = paper.size.width - 2 * paper.side
    high = paper.size.height - paper.head - paper.foot
    width, height = wide * ease.extent, high * ease.extent
    columns = style.columns or max(1, round(paper.columns * ease.extent))
    left = paper.side + (wide - width) / 2
    top = paper.head + (high - height) * _ABOVE
    made = Chase(left, top, width, height, 0.0, columns, 2 + round(_GUTTER * ease.looseness))
    return made._replace(folio=_FOLIO * made.scale)


def loosened(style: Style, ease: Ease) -> Style:
    """The style of a page that is set more openly."""
    if not ease.looseness:
        return style
    growth = 1 + _DISPLAY * ease.looseness
    display = style.display._replace(
        base=style.display.base * growth, slope=style.display.slope * growth
    )
    han, latin = (_opened(setting, ease) for setting in (style.han, style.latin))
    return style._replace(display=display, han=han, latin=latin)


def _opened(setting: Setting, ease: Ease) -> Setting:
    more = 1 + _LEADING * ease.looseness
    leading = setting.leading
    opened = Bounds(leading.least * more, leading.best * more, leading.most * more)
    return setting._replace(leading=opened)
