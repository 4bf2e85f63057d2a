"""What the lines of one block tell by each other: a deck under its headline, a name over a text.

OCR engines that go by the gaps between lines put a headline, its deck and its byline in one block,
and a byline in one block with the text below it. Lines that were set one under the other in one
space tell their sizes by their lengths: one that is much longer is in smaller type, where the parts
of one headline differ by a few characters. Widths are in ems.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.lines.scale import INDENT, LATIN, Scale
from layout.rebuild.signs import is_closed, shows, signs_among
from layout.rebuild.survey.verse import POET

_SHORTEST_HEADLINE = 4.0
_LONGER, _LONGER_BY = 1.4, 5.0
_HIGHER = 1.5
_OVER_HALVES = ("over_halves", "first_half")
_FEWEST, _LINE = 2, 8.0
_VERSES = 3
_DATELINE, _SPEAKS = ("dateline",), ("question", "answer")
_SHORTEST_SUBHEAD, _LINES = 3.0, 3
_FULL, _TOLERANCE = 0.5, 1.0
_MARKED = re.compile(r"[。；;]|[^\w”’\"'」』）)？！?!]$")


def stacked_signs(
    pieces: Sequence[Piece], behind: Sequence[Piece], scale: Scale, measure: int
) -> Iterator[frozenset[str]]:
    """For every piece of a block, what its neighbours in the block tell of it.

    `behind` is the first piece of the next block; the measure is in steps, 0 if it is not known.
    """
    row = (*pieces, *behind)
    widths = [scale.ems(scale.steps(piece.words)) for piece in row]
    room = scale.ems(measure)
    runs = scale is not LATIN and any(abs(room - w) <= _FULL for w in widths[: len(pieces)])
    halves = _are_over_halves(widths[: len(pieces)])
    widest = accumulate(widths, max, initial=0.0)
    for i, above in zip(range(len(pieces)), widest, strict=False):
        signs = set()
        longer = widths[i] > max(_LONGER * above, above + _LONGER_BY)
        longer = longer and (scale is not LATIN or row[i - 1].newline)
        if longer and above >= _SHORTEST_HEADLINE:
            signs.add("longer_line")
        if i == 0 and (who := _who_is_over(pieces, widths)):
            signs.add(who)
        elif runs and (head := _heads(row, widths, i, room)):
            signs.add(head)
        if halves and i < len(_OVER_HALVES):
            signs.add(_OVER_HALVES[i])
        if i == 0 and len(pieces) > 1 and shows("box", pieces[0].words):
            signs.add("box_over")
        yield frozenset(signs)


def _are_over_halves(widths: Sequence[float]) -> bool:
    """Whether a line is in smaller type over the two halves of a headline, which are as long."""
    if len(widths) != len(_OVER_HALVES) + 1 or widths[1] < _SHORTEST_HEADLINE:
        return False
    over, *halves = widths
    return abs(halves[0] - halves[1]) <= _FULL and over >= max(_HIGHER * halves[0], halves[0] + 4)


def _heads(row: Sequence[Piece], widths: Sequence[float], i: int, measure: float) -> str:
    """What shows that a line heads what follows; nothing where it does not.

    It is shorter than the first line of a paragraph, stands behind none that is open, and over a
    dateline in its block or over an indent.
    """
    if not _SHORTEST_SUBHEAD <= widths[i] <= measure - INDENT - _FULL or i + 1 == len(row):
        return ""
    if is_closed(row[i].words) or (i and not is_closed(row[i - 1].words)):
        return ""
    if not row[i].closes and signs_among(_DATELINE, row[i + 1].words):
        return "over_dateline"
    if len(row) < _LINES or _MARKED.search(row[i].words) or signs_among(_SPEAKS, row[i].words):
        return ""
    return "set_apart" if abs(measure - INDENT - widths[i + 1]) <= _TOLERANCE else ""


def _who_is_over(pieces: Sequence[Piece], widths: Sequence[float]) -> str:
    """What shows that the first line names who wrote what follows below; nothing if it does not."""
    words = pieces[0].words
    if len(pieces) >= _FEWEST and widths[1] >= _LINE:
        if shows("person", words) and len(pieces) > _FEWEST:
            return "name_over"
        if shows("byline", words) and sum(widths[:2]) > max(widths[: len(pieces)]) + INDENT:
            return "byline_over"
    return "name_over" if _is_over_verses(pieces) else ""


def _is_over_verses(pieces: Sequence[Piece]) -> bool:
    """Whether the first line is short as a name, and the lines of a poem follow it."""
    _, *verses = pieces
    if len(verses) <= _VERSES or not POET.match(pieces[0].words):
        return False
    return all(shows("verse_line", piece.words) for piece in verses)
