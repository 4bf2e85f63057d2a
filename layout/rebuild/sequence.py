"""The reading of a whole page: which pieces are lines, what role each has, where each begins.

Every blank of the page is a question with a few answers (old line end, new paragraph, another
role, an accident inside a line), and the answers hang together: a line that fills its measure
goes on, one that begins two ems short begins a paragraph. So all are answered at once, by the
cheapest path through the page under the costs of `costs.toml` (dynamic programming).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, inf
from operator import add, itemgetter
from typing import NamedTuple

from layout.model import Punctuation
from layout.rebuild.candidates import Line, Stream, lines_at
from layout.rebuild.costs import INDENTED, ITEMS, MEASURED, ROLES, costs
from layout.rebuild.latin_seams import NO_SEAM, Seam, inner_seam, seam_costs
from layout.rebuild.line_ends import Ending, indent_steps, leaving, parts_latin, staying
from layout.rebuild.pieces import Piece
from layout.rebuild.signs import shows

_ITEM = tuple(r in ITEMS for r in ROLES)
_START = len(ROLES)
_BEAM = 6.0  # a reading 400 times less likely than the best so far is given up
_ITEM_MARKS = ("bullet", "number_item", "event")
_MARKS = (*_ITEM_MARKS, "question", "answer")
_MARKED = frozenset({"closed", "quote_end"})
_OPEN_LIST = frozenset({"open_list"})


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
    ends = _ends(stream, range(len(stream.pieces)), _started())
    return _walk(stream, min(ends, key=itemgetter(0))[1]) if ends else ()


def read_again(stream: Stream, before: Sequence[Reading]) -> tuple[Reading, ...]:
    """The cheapest reading of lines side by side, the first and the last read as before.

    Those at the start and the end of the page are free.
    """
    first, last = before[0], before[-1]
    entry = _entered(first) if first.first else _started()
    ends = _ends(stream, range(first.first, last.behind), entry)
    at_end = last.behind == len(stream.pieces)
    as_before = [] if at_end else [end for end in ends if _reads_alike(end[1], last)]
    return _walk(stream, min(as_before or ends, key=itemgetter(0))[1])


def stretch_cost(stretch: Stream, first: Reading) -> float:
    """What the cheapest reading of a stretch costs, its first line read as it was before."""
    ends = _ends(stretch, range(len(stretch.pieces)), _entered(first))
    return min(ends, key=itemgetter(0))[0]


def _started() -> tuple["_Doors", "_Doors"]:
    """The ways into the first line of a page."""
    begin, inside = _shut(), _shut()
    return begin._replace(costs=list(costs().follow[_START])), inside


def _entered(first: Reading) -> tuple["_Doors", "_Doors"]:
    """The one way into a line that is read as it was before."""
    doors = _shut(), _shut()
    doors[not first.begins].costs[ROLES.index(first.role)] = 0.0
    return doors


def _reads_alike(node: _Node, reading: Reading) -> bool:
    alike = node.line.first == reading.first and node.begins == reading.begins
    return alike and ROLES[node.role] == reading.role


def _ends(
    stream: Stream, span: range, entry: tuple["_Doors", "_Doors"]
) -> list[tuple[float, _Node]]:
    """The cheapest ways to read these pieces when they are entered so, and what each costs."""
    arrivals: dict[int, list[_Arrived]] = defaultdict(list)
    for index in span:
        doors = _doors(stream, index, arrivals[index]) if index != span.start else entry
        for line in lines_at(stream, index):
            arrivals[line.behind].append((line, _arrive(line, doors)))
    return [
        (node.cost + _left(leaving(stream, line), node, _item_end(line)), node)
        for line, nodes in arrivals[span.stop]
        for node in nodes
    ]


def _item_end(line: Line, *, next_item: bool = False) -> float:
    """The most it costs that an item ends with a line: where another begins, and in open lists."""
    return costs().end["last_item_open"] if next_item or line.signs & _OPEN_LIST else inf


def _left(leave: Ending, node: _Node, item_end: float) -> float:
    """What it costs that the paragraph of a node ends with its line."""
    cost = leave.of(node.role, begins=node.begins)
    return min(cost, item_end) if _ITEM[node.role] else cost


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


def _short(stream: Stream, node: _Node) -> int:
    """How many steps the line lacks to its measure, its indent counted where it begins one."""
    indent = indent_steps(stream) if node.begins and ROLES[node.role] in INDENTED else 0
    return stream.measures[node.line.first] - node.line.steps - indent


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
    gap_begin, gap_inside = _gaps(stream, index)
    piece, seam = stream.pieces[index], _seam(stream, index)
    bond = stream.bonds.get(index, 0.0)
    # In a list the item before this one may have been printed without a stop.
    next_item = _shows_any(piece, _ITEM_MARKS)
    starts = _looks_indented(stream, index)
    most = min(node.cost for _, nodes in arrived for node in nodes) + _BEAM
    for line, nodes in arrived:
        near = [node for node in nodes if node.cost <= most]
        if not near:
            continue
        leave, stay = leaving(stream, line), staying(stream, line, piece)
        item_end = _item_end(line, next_item=next_item)
        indented = costs().end["indented"] if starts and line.signs & _MARKED else 0.0
        for node in near:
            on = seam.on + indented - bond if MEASURED[node.role] else seam.on_head
            leaves = _left(leave, node, item_end)
            stays = stay.of(node.role, begins=node.begins)
            left.offer(node.cost + leaves + gap_begin + seam.end, node)
            stayed.offer(node.cost + stays + gap_inside + on, node)
    return _followed(left), stayed


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
    elif place == "within" and (_shows_any(piece, _MARKS) or before.strong > piece.strong):
        place = "marked"
    begin, inside = gap[f"{place}_begin"], gap[f"{place}_inside"]
    if piece.lead >= 2 and place != "cell":
        return begin + gap["lead_begin"], inside + gap["lead_inside"]
    return begin, inside


def _shows_any(piece: Piece, signs: Sequence[str]) -> bool:
    return any(shows(sign, piece.words) for sign in signs)


def _looks_indented(stream: Stream, index: int) -> bool:
    """Whether a piece falls short of its measure by just the indent of a paragraph."""
    piece, measure = stream.pieces[index], stream.measures[index]
    ends = piece.closes or index + 1 == len(stream.pieces)
    if not measure or ends or stream.scale.punctuation is Punctuation.LATIN:
        return False
    left = measure - indent_steps(stream) - stream.scale.steps(piece.words)
    following = stream.pieces[index + 1].words
    return -1 <= left < max(1, stream.scale.line_break(piece.words, following).behind)


def _seam(stream: Stream, index: int) -> Seam:
    """What the words on either side of a line end cost."""
    before, behind = stream.pieces[index - 1].words, stream.pieces[index].words
    if parts_latin(stream, index - 1):
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
