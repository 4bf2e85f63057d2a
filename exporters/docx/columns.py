"""How many columns a measure gives on a sheet, and the type size that makes its lines come out.

A line of the old print held so many ems; a column keeps that number, whatever the sheet. Sizes are
whole half-points, because Word knows no others; the gaps take up what is left over and, where they
would grow too wide, the tracking does. Word and LibreOffice then agree on every line without a
document grid (LibreOffice ignores its charSpace).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import floor, log

from exporters.docx.look import BodyType, Look, Sheet
from layout.model import Article, Punctuation
from layout.script import is_east_asian

_FIRST_WIDE = "\u2e80"  # the CJK radicals; what comes before is narrow
_MOST_COLUMNS = 45  # Word's limit
_SIZES = [half_points / 2 for half_points in range(8, 61)]
_SLACK = 0.25  # points that a column is wider than its line, or rounding would cost a character
_TRACKING_STEP = 0.05  # w:spacing counts twentieths of a point


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a section: their number; gap, width, type size and tracking in points."""

    number: int
    gap: float
    width: float
    size: float
    tracking: float = 0.0


def ems(text: str) -> float:
    """About how wide a text is in ems of its type: Han characters 1, Latin ones 1/2."""
    wide = sum(map(_FIRST_WIDE.__le__, text))
    return (len(text) + wide) / 2


def one_column(look: Look, sheet: Sheet) -> Columns:
    """The whole width of the text, for headlines and what else goes across."""
    return Columns(1, 0.0, sheet.text_width, look.body.size)


def ems_of(article: Article, language: str, look: Look) -> float:
    """The measure of an article in ems of its body type; the usual one, if it has none."""
    body, measure = look.body, article.measure
    if measure is None or measure.width <= 0:
        latin = not is_east_asian(language)
        return body.default_characters * body.latin_em if latin else body.default_ems
    latin = measure.punctuation is Punctuation.LATIN
    return max(1.0, measure.width * (body.latin_em if latin else 1.0))


def columns_for(article: Article, language: str, look: Look, sheet: Sheet) -> Columns:
    """The columns in which an article is set: as many as it had, or as its measure allows."""
    return _fitting(ems_of(article, language, look), article.columns, look.body, sheet.text_width)


@lru_cache(256)
def _fitting(measure: float, number: int | None, body: BodyType, room: float) -> Columns:
    possible = list(_possible(measure, body, room))
    printed = [
        columns
        for columns in possible
        if columns.number == number and body.smallest <= columns.size <= body.largest
    ]
    # A line longer than the sheet at any size: then it is as long as the sheet is wide.
    longest = Columns(1, 0.0, room, _SIZES[0])
    return min(printed or possible, key=lambda each: _strain(each, body), default=longest)


def _possible(measure: float, body: BodyType, room: float) -> Iterator[Columns]:
    for size in _SIZES:
        for number in range(1, _MOST_COLUMNS + 1):
            columns = _columns(number, size, measure, body, room)
            if columns is None:
                break
            yield columns


def _columns(
    number: int, size: float, measure: float, body: BodyType, room: float
) -> Columns | None:
    """So many columns at a size, their gaps as wide as they may be; None if there is no room."""
    width = measure * size + _SLACK
    gap = (room - number * width) / (number - 1) if number > 1 else 0.0
    if width > room or (number > 1 and gap < body.narrowest_gap_ems * size):
        return None
    gap = min(gap, body.widest_gap_ems * size)
    width = (room - (number - 1) * gap) / number
    steps = floor(((width - _SLACK) / measure - size) / _TRACKING_STEP + 1e-6)
    return Columns(number, gap, width, size, steps * _TRACKING_STEP)


def _strain(columns: Columns, body: BodyType) -> float:
    """How far columns are from the size and the gap that are aimed at, and from no tracking.

    Small type is worse than large: 40 ems are two columns of 12 points rather than three of 8.
    """
    larger = log(columns.size / body.size)
    of_size = larger if larger > 0 else -2.5 * larger
    of_gap = abs(columns.gap / columns.size - body.gap_ems) if columns.number > 1 else 0.0
    return of_size + 0.1 * of_gap + 2 * columns.tracking / columns.size
