"""What it costs that a paragraph ends with a line, or goes on behind it: how full the line is.

A line inside a paragraph fills its measure, or lacks what could not be broken off the next one. A
last line may have any length, and closes a sentence, unless its end was lost. Where no measure is
known, the words at the end of the line tell what they can. The numbers are those of `costs.toml`
under [end].
"""

from functools import lru_cache
from typing import NamedTuple

from layout.rebuild.lines.fullness import short_cost
from layout.rebuild.lines.pieces import Piece
from layout.rebuild.lines.scale import LATIN, LineBreak, Scale
from layout.rebuild.reading.latin_seams import ending_costs
from layout.rebuild.signs.costs import INDENTED, MEASURED, ROLES, Row, costs
from layout.rebuild.survey.candidates import Line, Stream

_INDENTED = tuple(r in INDENTED for r in ROLES)
_LABELLED = {frozenset({sign, "closes"}) for sign in ("contact", "contact_block")}
# 电话：0371-1234567 has no stop behind it, also in the block of the text before it.
_FREE: Row = (0.0,) * len(ROLES)
_OVER = 1  # steps that a line may be too wide


class Ending(NamedTuple):
    """What the end of a line costs in a role with a measure, and in each of the `others`.

    `indented` and `flush` where the line begins a paragraph, `inside` where it goes on with one.
    """

    indented: float
    flush: float
    inside: float
    others: Row

    def of(self, role: int, *, begins: bool) -> float:
        """What it costs a role, which begins with the line or has begun before it."""
        if not MEASURED[role]:
            return self.others[role]
        if not begins:
            return self.inside
        return self.indented if _INDENTED[role] else self.flush


def leaving(stream: Stream, line: Line) -> Ending:
    """What it costs that the paragraph ends with this line."""
    end, measure = costs().end, stream.measures[line.first]
    if not measure and parts_latin(stream, line.behind - 1):
        cost = ending_costs(stream.pieces[line.behind - 1].words)[0]
    elif _closes(line) or any(line.signs >= labelled for labelled in _LABELLED):
        within = stream.scale is LATIN and not stream.pieces[line.behind - 1].closes
        known = end["last_closed"] + end["latin_within"] * within
        cost = known if measure else end["unknown_last_closed"]
    elif "colon_end" in line.signs:
        cost = end["last_colon"]
    elif "quote_end" in line.signs:
        cost = end["last_quoted"]
    elif not measure:
        cost = end["unknown_last_open"]
    else:
        short, lost = measure - line.steps, _lost(stream, line)
        indented = lost + _open_cost(short - stream.scale.indent, stream.scale)
        cost = lost + _open_cost(short, stream.scale)
        return Ending(indented, min(indented, cost), cost, _FREE)
    wide = _wide(stream, line) if _closes(line) else 0.0
    return Ending(cost + wide, cost, cost, _FREE)


def _wide(stream: Stream, line: Line) -> float:
    """What it costs that one closed line is a paragraph: there must be room for its indent."""
    left = stream.measures[line.first] - line.steps
    return costs().end["flush"] if -_OVER <= left < stream.scale.indent - _OVER else 0.0


def _closes(line: Line) -> bool:
    """Whether a line ends with a closing mark; that of a title waits for the name behind it."""
    return "closed" in line.signs and "hung_end" not in line.signs


def _lost(stream: Stream, line: Line) -> float:
    """What makes it unlikelier than elsewhere that something is lost behind a line.

    Few last lines hold a clause, and one that was overlooked leaves white, which parts blocks.
    """
    end, within = costs().end, not stream.pieces[line.behind - 1].closes
    return end["lost_clause"] * ("comma_end" in line.signs) + end["lost_within"] * within


@lru_cache(maxsize=1024)
def _open_cost(short: int, scale: Scale) -> float:
    """What it costs that a paragraph ends in the air with a line so many steps short.

    Its last line is lost, and this one filled its measure; or only its closing mark is lost.
    """
    end = costs().end
    return min(end["lost_tail"] + short_cost(short, scale), end["lost_mark"])


def staying(stream: Stream, line: Line, piece: Piece) -> Ending:
    """What it costs that the paragraph goes on behind this line, with the piece given."""
    measure = stream.measures[line.first]
    if not measure:
        unknown = _stay_unmeasured(stream, line)
        return Ending(unknown, unknown, unknown, line.stay)
    at = stream.scale.line_break(stream.pieces[line.behind - 1].words, piece.words)
    indented, item, inside = _full_costs(measure - line.steps, at, stream.scale)
    closed = costs().end["inner_closed"] if _closes(line) else 0.0
    return Ending(indented + closed, item, inside + closed, line.stay)


@lru_cache(maxsize=4096)
def _full_costs(short: int, at: LineBreak, scale: Scale) -> tuple[float, float, float]:
    """What it costs to go on behind a line so short: a first one, that of an item, an inner one."""
    end, inside = costs().end, short_cost(short, scale, at)
    indented = short_cost(short - scale.indent, scale, at)
    flush, item = inside + end["flush"], inside + end["flush_item"]
    return min(indented, flush), min(indented, item, end["item_of_any"]), inside


def _stay_unmeasured(stream: Stream, line: Line) -> float:
    if parts_latin(stream, line.behind - 1):
        return ending_costs(stream.pieces[line.behind - 1].words)[1]
    if "closed" not in line.signs:
        return costs().end["short_unknown"]
    return costs().end["unknown_inner_closed" if stream.lined else "whole_inner_closed"]


def parts_latin(stream: Stream, index: int) -> bool:
    """Whether a line of Latin text is known to end behind a piece."""
    piece = stream.pieces[index]
    return stream.scale is LATIN and (piece.closes or piece.newline)
