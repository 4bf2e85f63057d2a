"""The reading of a whole page: which pieces are lines, what role each has, where each begins.

Every blank of the page is a question with a few answers (old line end, new paragraph, another
role, an accident inside a line), and the answers hang together: a line that fills its measure
goes on, one that begins two ems short begins a paragraph. So all are answered at once, by the
cheapest path through the page under the costs of `costs.toml` (dynamic programming).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from operator import add, itemgetter
from typing import NamedTuple

from layout.model import Punctuation
from layout.rebuild.context import line_signs
from layout.rebuild.costs import ROLES, Row, costs, line_costs, stay_costs
from layout.rebuild.latin_seams import NO_SEAM, Seam, ending_costs, inner_seam, seam_costs
from layout.rebuild.latin_signs import latin_line_signs
from layout.rebuild.measure import INDENT, Scale, short_cost
from layout.rebuild.pieces import BULLETS, Piece, in_bracket

INDENTED = frozenset({"paragraph", "question", "answer", "editor_note"})
ITEMS = frozenset({"timeline_item", "list_item"})
_MEASURED = tuple(r in INDENTED or r in ITEMS for r in ROLES)
_INDENTED = tuple(r in INDENTED for r in ROLES)
_START = len(ROLES)
_BEAM = 9.0
_MOST_PIECES = 6
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


@dataclass(frozen=True, slots=True)
class Stream:
    """The pieces of a page in order, with what is known of each piece's place.

    `words[i]` are those of the block from piece i on; `signs[i]` are those of its block;
    `measures[i]` is its measure in steps of the scale, or 0 where it is not known; `bridged` are
    the pieces at the start of a block that a word binds to the piece before them.
    """

    pieces: tuple[Piece, ...]
    rest: tuple[str, ...]
    signs: tuple[frozenset[str], ...]
    measures: tuple[int, ...]
    bridged: frozenset[int]
    scale: Scale


class _Line(NamedTuple):
    """A candidate: pieces first to behind as one printed line, and what it costs each role."""

    first: int
    behind: int
    steps: int
    signs: frozenset[str]
    begin: Row
    inside: Row


class _Node(NamedTuple):
    """The cheapest way to read everything up to the end of a line, this line in this role."""

    cost: float
    line: _Line
    role: int
    begins: bool
    back: "_Node | None"


def read_sequence(stream: Stream) -> tuple[Reading, ...]:
    """The cheapest reading of the stream, line by line."""
    arrivals: list[list[_Arrived]] = [[] for _ in range(len(stream.pieces) + 1)]
    for index in range(len(stream.pieces)):
        doors = _doors(stream, index, arrivals[index])
        for line in _lines(stream, index):
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

_Arrived = tuple[_Line, Sequence[_Node]]


class _Doors:
    """For every role the cheapest way in, and the node that it comes from; all shut at first."""

    def __init__(self) -> None:
        self.costs = [float("inf")] * _START
        self.nodes: list[_Node | None] = [None] * _START

    def offer(self, cost: float, node: _Node) -> None:
        """Come from a node, staying in its role, if that is cheaper."""
        if cost < self.costs[node.role]:
            self.costs[node.role], self.nodes[node.role] = cost, node


def _doors(stream: Stream, index: int, arrived: Sequence[_Arrived]) -> tuple[_Doors, _Doors]:
    """The ways to begin each role at a piece, and those to go on with it there."""
    left, stayed = _Doors(), _Doors()
    if index == 0:
        left.costs = list(costs().follow[_START])
        return left, stayed
    gap_begin, gap_inside = _gaps(stream, index)
    seam = _seam(stream, index)
    bridged = costs().end["bridged"] if index in stream.bridged else 0.0
    most = min(node.cost for _, nodes in arrived for node in nodes) + _BEAM
    for line, nodes in arrived:
        leave, stay = _leave(stream, line), _stay(stream, line, stream.pieces[index])
        for node in nodes:
            if node.cost > most:
                continue
            measured = _MEASURED[node.role]
            end = seam.end + (bridged if measured else 0.0)
            on = seam.on if measured else seam.on_head
            left.offer(node.cost + leave.of(node) + gap_begin + end, node)
            stayed.offer(node.cost + stay.of(node) + gap_inside + on, node)
    return _followed(left), stayed


def _followed(left: _Doors) -> _Doors:
    """The cheapest way to begin each role, whichever role has just been left."""
    most = min(left.costs) + _BEAM
    open_ = [role for role, cost in enumerate(left.costs) if cost <= most]
    rows = [[left.costs[role] + further for further in costs().follow[role]] for role in open_]
    begun = _Doors()
    for role, ways in enumerate(zip(*rows, strict=True)):
        begun.costs[role] = least = min(ways)
        begun.nodes[role] = left.nodes[open_[ways.index(least)]]
    return begun


def _gaps(stream: Stream, index: int) -> tuple[float, float]:
    """What the blank before a piece costs: to begin a paragraph there, and to go on."""
    before, piece, signs = stream.pieces[index - 1], stream.pieces[index], stream.signs[index]
    gap = costs().gap
    place = "between" if before.closes else "newline" if before.newline else "within"
    if "table" in signs and place != "between":
        place = "row" if before.newline else "cell"
    elif place != "between" and (before.words.isupper() or _heads(signs)):
        place = "heading"
    begin, inside = gap[f"{place}_begin"], gap[f"{place}_inside"]
    if piece.lead >= 2:
        return begin + gap["lead_begin"], inside + gap["lead_inside"]
    return begin, inside


def _parts_latin(stream: Stream, index: int) -> bool:
    """Whether a line of Latin text is known to end behind a piece."""
    piece = stream.pieces[index]
    return stream.scale.punctuation is Punctuation.LATIN and (piece.closes or piece.newline)


def _seam(stream: Stream, index: int) -> Seam:
    """What the words on either side of a line end cost."""
    before, behind = stream.pieces[index - 1].words, stream.pieces[index].words
    if _parts_latin(stream, index - 1):
        seam = seam_costs(before, behind)
        marked = ["heading" in stream.signs[i] for i in (index - 1, index)]
        alike = marked[0] == marked[1]
        return seam if alike else seam._replace(on_head=seam.on_head + costs().seam["on_marked"])
    if stream.scale.punctuation is Punctuation.LATIN:
        return inner_seam(before, behind)
    return NO_SEAM


def _heads(signs: frozenset[str]) -> bool:
    return "heading" in signs and "prose" not in signs


def _arrive(line: _Line, doors: tuple[_Doors, _Doors]) -> list[_Node]:
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
        if not _MEASURED[node.role]:
            return self.others[node.role]
        if not node.begins:
            return self.inside
        return self.indented if _INDENTED[node.role] else self.flush


_FREE: Row = (0.0,) * _START


def _leave(stream: Stream, line: _Line) -> _Ending:
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
        short, full = measure - line.steps, end["last_full_open"]
        indented = full if short - _indent(stream) <= 1 else end["last_short_open"]
        cost = full if short <= 1 else end["last_short_open"]
        return _Ending(indented, cost, cost, _FREE)
    return _Ending(cost, cost, cost, _FREE)


def _stay(stream: Stream, line: _Line, piece: Piece) -> _Ending:
    """What it costs that the paragraph goes on behind this line, with the piece given."""
    unknown, others = _stay_unmeasured(stream, line), stay_costs(line.signs)
    measure = stream.measures[line.first]
    if not measure:
        return _Ending(unknown, unknown, unknown, others)
    short, indent = measure - line.steps, _indent(stream)
    cluster = cluster_steps(piece, stream.scale)
    inside = _inner_cost(short, cluster, short_cost(short, stream.scale))
    flush = short_cost(short, stream.scale) + costs().end["flush"]
    begun = min(short_cost(short - indent, stream.scale), flush)
    indented = _inner_cost(short - indent, cluster, begun)
    closed = costs().end["inner_closed"] if "closed" in line.signs else 0.0
    return _Ending(indented + closed, unknown, inside + closed, others)


def _inner_cost(short: int, cluster: int, cost: float) -> float:
    """The cost of a line so many steps short; what follows may have been too long to fill it."""
    return min(cost, costs().end["short_explained"]) if 0 < short < cluster else cost


def _stay_unmeasured(stream: Stream, line: _Line) -> float:
    if _parts_latin(stream, line.behind - 1):
        return ending_costs(stream.pieces[line.behind - 1].words)[1]
    return costs().end["unknown_inner_closed" if "closed" in line.signs else "short_unknown"]


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


# --- candidates -----------------------------------------------------------------------------------


def _lines(stream: Stream, index: int) -> list[_Line]:
    """The piece at the index as a line, and with pieces behind it where all fit in one measure."""
    lines = [_line(stream, index, index + 1)]
    piece, measure = stream.pieces[index], stream.measures[index]
    if not measure or stream.scale.punctuation is Punctuation.LATIN:
        return lines
    steps, behind = lines[0].steps, index + 1
    while steps < measure - 2 and behind < len(stream.pieces) and behind - index < _MOST_PIECES:
        if stream.pieces[behind].block != piece.block or stream.pieces[behind - 1].newline:
            break
        if stream.pieces[behind].words[0] in BULLETS:
            break
        steps += stream.scale.steps(stream.pieces[behind].words)
        behind += 1
        if steps > measure + 1:
            break
        lines.append(_line(stream, index, behind))
    return lines


def _is_accident(stream: Stream, first: int, seam: int) -> bool:
    """Whether the blank before piece `seam`, if it stood inside a printed line, was none of print.

    Inside a bracket (记者 段晓峰) it was printed; anywhere else it is an accident.
    """
    return not in_bracket("".join(piece.words for piece in stream.pieces[first:seam]))


def _line(stream: Stream, first: int, behind: int) -> _Line:
    words = "".join(piece.words for piece in stream.pieces[first:behind])
    steps = stream.scale.steps(words)
    signs = stream.signs[first].union(
        line_signs(words, stream.rest[first], stream.scale.ems(steps), stream.pieces[first])
    )
    if stream.scale.punctuation is Punctuation.LATIN:
        signs = signs.union(latin_line_signs(words, stream.rest[first]))
    begin, inside = line_costs(signs)
    if behind - first > 1:
        accidents = sum(_is_accident(stream, first, seam) for seam in range(first + 1, behind))
        printed = behind - first - 1 - accidents
        merged = accidents * costs().end["merge"] + printed * costs().end["merge_bracket"]
        in_heads = merged + accidents * costs().end["merge_head"]
        apart = [merged if measured else in_heads for measured in _MEASURED]
        begin = tuple(map(add, begin, apart))
        inside = tuple(map(add, inside, apart))
    return _Line(first, behind, steps, signs, begin, inside)
