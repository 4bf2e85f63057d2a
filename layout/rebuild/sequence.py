"""The reading of a whole page: which pieces are lines, what role each has, where each begins.

Every blank of the page is a question with a few answers (old line end, new paragraph, another
role, an accident inside a line), and the answers hang together: a line that fills its measure
goes on, one that begins two ems short begins a paragraph. So all are answered at once, by the
cheapest path through the page under the costs of `costs.toml` (dynamic programming).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf
from operator import add, itemgetter
from typing import NamedTuple

from layout.model import Punctuation
from layout.rebuild.candidates import Line, Stream, lines_at
from layout.rebuild.costs import INDENTED, ITEMS, MEASURED, ROLES, Row, costs, stay_costs
from layout.rebuild.latin_seams import NO_SEAM, Seam, ending_costs, inner_seam, seam_costs
from layout.rebuild.measure import INDENT, Scale, short_cost
from layout.rebuild.pieces import Piece
from layout.rebuild.signs import shows

_INDENTED = tuple(r in INDENTED for r in ROLES)
_ITEM = tuple(r in ITEMS for r in ROLES)
_START = len(ROLES)
_NEVER = float("inf")
_BEAM = 9.0
_ITEM_MARKS = ("bullet", "number_item", "event", "question", "answer")
_MARKED = frozenset({"closed", "quote_end"})
_UNBREAKABLE = re.compile(
    r"[“‘（《「『\"(]*(?:[0-9A-Za-z.,:%％]+|——|……|.)[，。、；：！？”’）》」』,;:!?)\"]*"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A printed line as read: pieces first to behind, its role, whether a paragraph begins.

    `short`: the steps it lacks to its measure, indent counted; None where the measure is unknown.
    `certainty`: how far its own looks speak for the role, against all other roles.
    """

    first: int
    behind: int
    role: str
    begins: bool
    signs: frozenset[str]
    short: int | None
    certainty: float


class _Node(NamedTuple):
    """The cheapest way to read everything up to the end of a line, this line in this role."""

    cost: float
    line: Line
    role: int
    begins: bool
    back: "_Node | None"


def read_sequence(stream: Stream) -> tuple[Reading, ...]:
    """The cheapest reading of the stream, line by line."""
    arrivals: list[list[_Arrived]] = [[] for _ in range(len(stream.pieces) + 1)]
    for index in range(len(stream.pieces)):
        doors = _doors(stream, index, arrivals[index])
        for line in lines_at(stream, index):
            arrivals[line.behind].append((line, _arrive(line, doors)))
    ends = [
        (node.cost + _leave(stream, line).of(node), node)
        for line, nodes in arrivals[-1]
        for node in nodes
    ]
    return _walk(stream, min(ends, key=itemgetter(0))[1]) if ends else ()


def _walk(stream: Stream, node: _Node | None) -> tuple[Reading, ...]:
    readings = []
    while node is not None:
        readings.append(_reading(stream, node))
        node = node.back
    return tuple(reversed(readings))


def _reading(stream: Stream, node: _Node) -> Reading:
    line, role = node.line, ROLES[node.role]
    known = stream.measures[line.first] and not (node.begins and role in ITEMS)
    shares = [exp(-c) for c in line.begin]
    return Reading(
        first=line.first,
        behind=line.behind,
        role=role,
        begins=node.begins,
        signs=line.signs,
        short=_short(stream, node) if known else None,
        certainty=shares[node.role] / sum(shares),
    )


# --- from line to line ----------------------------------------------------------------------------

_Arrived = tuple[Line, Sequence[_Node]]


class _Doors(NamedTuple):
    """For every role the cheapest way in, and the node that it comes from."""

    costs: list[float]
    nodes: list[_Node | None]

    def offer(self, cost: float, node: _Node) -> None:
        """Come from a node, staying in its role, if that is cheaper."""
        if cost < self.costs[node.role]:
            self.costs[node.role], self.nodes[node.role] = cost, node


def _shut() -> _Doors:
    return _Doors([inf] * _START, [None] * _START)


def _doors(stream: Stream, index: int, arrived: Sequence[_Arrived]) -> tuple[_Doors, _Doors]:
    """The ways to begin each role at a piece, and those to go on with it there."""
    left, stayed = _shut(), _shut()
    if index == 0:
        return left._replace(costs=list(costs().follow[_START])), stayed
    gap_begin, gap_inside = _gaps(stream, index)
    seam = _seam(stream, index)
    bridged = costs().end["bridged"] if index in stream.bridged else 0.0
    item = costs().end["last_item_open"] if _begins_item(stream, index) else _NEVER
    starts = _looks_indented(stream, index)
    most = min(node.cost for _, nodes in arrived for node in nodes) + _BEAM
    for line, nodes in arrived:
        near = [node for node in nodes if node.cost <= most]
        if not near:
            continue
        leave, stay = _leave(stream, line), _stay(stream, line, stream.pieces[index])
        indented = costs().end["indented"] if starts and line.signs & _MARKED else 0.0
        for node in near:
            measured = MEASURED[node.role]
            end = seam.end + (bridged if measured else 0.0)
            on = seam.on + indented if measured else seam.on_head
            cost = min(leave.of(node), item) if _ITEM[node.role] else leave.of(node)
            left.offer(node.cost + cost + gap_begin + end, node)
            stayed.offer(node.cost + stay.of(node) + gap_inside + on, node)
    return _followed(left), stayed


def _begins_item(stream: Stream, index: int) -> bool:
    """Whether a piece begins an item: the one before it may have been printed without a stop."""
    return any(shows(sign, stream.pieces[index].words) for sign in ("bullet", "number_item"))


def _followed(left: _Doors) -> _Doors:
    """The cheapest way to begin each role, whichever role has just been left."""
    most = min(left.costs) + _BEAM
    open_ = [role for role, cost in enumerate(left.costs) if cost <= most]
    rows = [[left.costs[role] + further for further in costs().follow[role]] for role in open_]
    if len(rows) == 1:
        return _Doors(rows[0], [left.nodes[open_[0]]] * _START)
    least = list(map(min, *rows))
    ways = zip(least, zip(*rows, strict=True), strict=True)
    return _Doors(least, [left.nodes[open_[row.index(cost)]] for cost, row in ways])


def _gaps(stream: Stream, index: int) -> tuple[float, float]:
    """What the blank before a piece costs: to begin a paragraph there, and to go on."""
    before, piece, signs = stream.pieces[index - 1], stream.pieces[index], stream.signs[index]
    gap = costs().gap
    place = "between" if before.closes else "newline" if before.newline else "within"
    if "table" in signs and place != "between":
        place = "row" if before.newline else "cell"
    elif not stream.lined and not before.newline:
        place = "apart" if before.closes else "whole"
    elif place != "between" and (before.words.isupper() or "display" in signs):
        place = "heading"
    elif place == "within" and _is_marked(piece):
        place = "marked"
    begin, inside = gap[f"{place}_begin"], gap[f"{place}_inside"]
    if piece.lead >= 2:
        return begin + gap["lead_begin"], inside + gap["lead_inside"]
    return begin, inside


def _is_marked(piece: Piece) -> bool:
    """Whether a piece begins as items, dated events, questions and answers do."""
    return any(shows(sign, piece.words) for sign in _ITEM_MARKS)


def _looks_indented(stream: Stream, index: int) -> bool:
    """Whether a piece falls short of its measure by just the indent of a paragraph."""
    piece, measure = stream.pieces[index], stream.measures[index]
    if not measure or piece.closes or stream.scale.punctuation is Punctuation.LATIN:
        return False
    left = measure - _indent(stream) - stream.scale.steps(piece.words)
    return -1 <= left <= 0 or 0 < left < cluster_steps(stream.pieces[index + 1], stream.scale)


def _parts_latin(stream: Stream, index: int) -> bool:
    """Whether a line of Latin text is known to end behind a piece."""
    piece = stream.pieces[index]
    return stream.scale.punctuation is Punctuation.LATIN and (piece.closes or piece.newline)


def _seam(stream: Stream, index: int) -> Seam:
    """What the words on either side of a line end cost."""
    before, behind = stream.pieces[index - 1].words, stream.pieces[index].words
    if _parts_latin(stream, index - 1):
        seam = seam_costs(before, behind, stream.company)
        marked = ["heading" in stream.signs[i] for i in (index - 1, index)]
        alike = marked[0] == marked[1]
        return seam if alike else seam._replace(on_head=seam.on_head + costs().seam["on_marked"])
    if stream.scale.punctuation is Punctuation.LATIN:
        return inner_seam(before, behind, stream.company)
    return NO_SEAM


def _arrive(line: Line, doors: tuple[_Doors, _Doors]) -> list[_Node]:
    begin, inside = doors
    begun = list(map(add, begin.costs, line.begin))
    gone_on = list(map(add, inside.costs, line.inside))
    most = min(min(begun), min(gone_on)) + _BEAM
    return [
        *[_Node(c, line, r, True, begin.nodes[r]) for r, c in enumerate(begun) if c < most],
        *[_Node(c, line, r, False, inside.nodes[r]) for r, c in enumerate(gone_on) if c < most],
    ]


# --- the ends of lines ----------------------------------------------------------------------------


class _Ending(NamedTuple):
    """What the end of a line costs in a role with a measure, and in each of the `others`.

    `indented` and `flush` where the line begins a paragraph, `inside` where it goes on with one.
    """

    indented: float
    flush: float
    inside: float
    others: Row

    def of(self, node: _Node) -> float:
        """What it costs a node."""
        if not MEASURED[node.role]:
            return self.others[node.role]
        if not node.begins:
            return self.inside
        return self.indented if _INDENTED[node.role] else self.flush


_FREE: Row = (0.0,) * _START


def _leave(stream: Stream, line: Line) -> _Ending:
    """What it costs that the paragraph ends with this line."""
    end, measure = costs().end, stream.measures[line.first]
    if not measure and _parts_latin(stream, line.behind - 1):
        cost = ending_costs(stream.pieces[line.behind - 1].words)[0]
    elif "closed" in line.signs:
        cost = end["last_closed"] if measure else end["unknown_last_closed"]
    elif "colon_end" in line.signs:
        cost = end["last_colon"]
    elif "quote_end" in line.signs:
        cost = end["last_quoted"]
    elif not measure:
        cost = end["unknown_last_open"]
    else:
        short = measure - line.steps
        indented = _open_cost(short - _indent(stream), stream.scale)
        cost = _open_cost(short, stream.scale)
        return _Ending(indented, min(indented, cost), cost, _FREE)
    return _Ending(cost, cost, cost, _FREE)


def _open_cost(short: int, scale: Scale) -> float:
    """What it costs that a paragraph ends in the air with a line so many steps short.

    Its last line is lost, and this one filled its measure; or only its closing mark is lost.
    """
    end = costs().end
    return min(end["lost_tail"] + short_cost(short, scale), end["lost_mark"])


def _stay(stream: Stream, line: Line, piece: Piece) -> _Ending:
    """What it costs that the paragraph goes on behind this line, with the piece given."""
    unknown, others = _stay_unmeasured(stream, line), stay_costs(line.signs)
    measure = stream.measures[line.first]
    if not measure:
        return _Ending(unknown, unknown, unknown, others)
    short, indent = measure - line.steps, _indent(stream)
    cluster = cluster_steps(piece, stream.scale)
    inside = _inner_cost(short, cluster, short_cost(short, stream.scale))
    full = short_cost(short - indent, stream.scale)
    flush = short_cost(short, stream.scale)
    indented = _inner_cost(short - indent, cluster, min(full, flush + costs().end["flush"]))
    item = min(full, flush + costs().end["flush_item"], costs().end["item_of_any"])
    closed = costs().end["inner_closed"] if "closed" in line.signs else 0.0
    return _Ending(indented + closed, item, inside + closed, others)


def _inner_cost(short: int, cluster: int, cost: float) -> float:
    """The cost of a line so many steps short; what follows may have been too long to fill it."""
    return min(cost, costs().end["short_explained"]) if 0 < short < cluster else cost


def _stay_unmeasured(stream: Stream, line: Line) -> float:
    if _parts_latin(stream, line.behind - 1):
        return ending_costs(stream.pieces[line.behind - 1].words)[1]
    if "closed" not in line.signs:
        return costs().end["short_unknown"]
    return costs().end["unknown_inner_closed" if stream.lined else "whole_inner_closed"]


def _indent(stream: Stream) -> int:
    return round(INDENT / stream.scale.unit)


def _short(stream: Stream, node: _Node) -> int:
    """How many steps the line lacks to its measure, its indent counted where it begins one."""
    indent = _indent(stream) if node.begins and _INDENTED[node.role] else 0
    return stream.measures[node.line.first] - node.line.steps - indent


def cluster_steps(piece: Piece, scale: Scale) -> int:
    """The width of what cannot be broken at the start of a piece."""
    found = _UNBREAKABLE.match(piece.words)
    return scale.steps(found[0]) if found else 1
