"""The reading of a whole page: which pieces are lines, what role each has, where each begins.

Every blank of the page is a question with a few answers (old line end, new paragraph, another
role, an accident inside a line), and the answers hang together: a line that fills its measure
goes on, one that begins two ems short begins a paragraph. So all are answered at once, by the
cheapest path through the page under the costs of `costs.toml` (dynamic programming).
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from math import exp, inf
from operator import add, itemgetter, neg
from typing import NamedTuple

from layout.rebuild.lines.scale import LATIN
from layout.rebuild.reading.han_starts import looks_indented, start_cost
from layout.rebuild.reading.latin_seams import Seam, inner_seam, seam_costs
from layout.rebuild.reading.line_ends import Ending, leaving, parts_latin, staying
from layout.rebuild.signs.costs import INDENTED, ITEMS, MEASURED, ROLES, Row, costs
from layout.rebuild.survey.candidates import Line, Stream, lines_at

_ITEM = tuple(r in ITEMS for r in ROLES)
_START = len(ROLES)
_BEAM = 6.0  # a reading 400 times less likely than the best so far is given up
_ITEM_MARKS = frozenset({"bullet", "number_item", "event", "counted", "dated", "labelled"})
_MARKS = _ITEM_MARKS | {"question", "answer", "asking_voice", "answering_voice"}
_MARKED = frozenset({"closed", "quote_end"})
_OPEN_LIST = frozenset({"open_list"})


class Reading(NamedTuple):
    """A printed line as read: pieces first to behind, its role, whether a paragraph begins.

    `short`: the steps it lacks to its measure, indent counted; None where the measure is unknown.
    `looks`: what it would cost by them to begin each role with it.
    """

    first: int
    behind: int
    role: str
    begins: bool
    signs: frozenset[str]
    short: int | None
    looks: Row

    @property
    def certainty(self) -> float:
        """How far its own looks speak for the role, against all other roles."""
        return exp(-self.looks[ROLES.index(self.role)]) / sum(map(exp, map(neg, self.looks)))


class _Node(NamedTuple):
    """The cheapest way to read everything up to the end of a line, this line in this role."""

    cost: float
    line: Line
    role: int
    begins: bool
    ways: "_Ways"

    @property
    def back(self) -> "_Node | None":
        """The cheapest way to read everything before the line."""
        return self.ways.behind(self.role) if self.begins else self.ways.inside[self.role][1]


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


def _started() -> "_Ways":
    """The ways into the first line of a page."""
    return _Ways([_Left(0.0, costs().follow[_START], None)], {})


def _entered(first: Reading) -> "_Ways":
    """The one way into a line that is read as it was before."""
    role = ROLES.index(first.role)
    begun = tuple(0.0 if first.begins and r == role else inf for r in range(_START))
    return _Ways([_Left(0.0, begun, None)], {} if first.begins else {role: (0.0, None)})


def _reads_alike(node: _Node, reading: Reading) -> bool:
    alike = node.line.first == reading.first and node.begins == reading.begins
    return alike and ROLES[node.role] == reading.role


def _ends(stream: Stream, span: range, entry: "_Ways") -> list[tuple[float, _Node]]:
    """The cheapest ways to read these pieces when they are entered so, and what each costs."""
    arrivals: dict[int, list[_Arrival]] = defaultdict(list)
    for index in span:
        lines = lines_at(stream, index)
        ways = entry if index == span.start else _ways(stream, lines[0], arrivals.pop(index))
        begin = ways.begin()
        for line in lines:
            arrivals[line.behind].append(_arrive(line, ways, begin))
    return [
        (node.cost + _left(leaving(stream, line), node, _item_end(line)), node)
        for line, nodes in _near(arrivals[span.stop])
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
    return Reading(
        first=line.first,
        behind=line.behind,
        role=role,
        begins=node.begins,
        signs=line.signs,
        short=_short(stream, node) if known else None,
        looks=line.begin,
    )


def _short(stream: Stream, node: _Node) -> int:
    """How many steps the line lacks to its measure, its indent counted where it begins one."""
    indent = stream.scale.indent if node.begins and ROLES[node.role] in INDENTED else 0
    return stream.measures[node.line.first] - node.line.steps - indent


# --- from line to line ----------------------------------------------------------------------------

_Way = tuple[float, _Node | None]


class _Left(NamedTuple):
    """A node that was left, what that cost, and what it costs to begin each role behind it."""

    cost: float
    follow: Row
    node: _Node | None


class _Ways(NamedTuple):
    """The ways into a line: to begin a role behind what was left, and to go on with a role."""

    left: Sequence[_Left]
    inside: Mapping[int, _Way]

    def begin(self) -> Sequence[float]:
        """The least that it costs to begin each role."""
        return reduce(_lesser, [[cost + more for more in follow] for cost, follow, _ in self.left])

    def behind(self, role: int) -> _Node | None:
        """The node behind which it costs least to begin a role."""
        return min(self.left, key=lambda left: left.cost + left.follow[role]).node


def _lesser(one: Sequence[float], other: Sequence[float]) -> Sequence[float]:
    return [a if a < b else b for a, b in zip(one, other, strict=True)]  # noqa: FURB136  half the time


class _Arrival(NamedTuple):
    """A line with the ways into it, and what it costs to come to its end by each of them."""

    line: Line
    ways: _Ways
    begun: Sequence[float]
    gone_on: Mapping[int, float]

    def least(self) -> float:
        """The least that it costs to come here."""
        return min(*self.begun, *self.gone_on.values())

    def nodes(self, most: float) -> list[_Node]:
        """The ways that cost no more than this."""
        line, ways = self.line, self.ways
        return [
            *[_Node(c, line, r, True, ways) for r, c in enumerate(self.begun) if c <= most],
            *[_Node(c, line, r, False, ways) for r, c in self.gone_on.items() if c <= most],
        ]


def _arrive(line: Line, ways: _Ways, begin: Sequence[float]) -> _Arrival:
    gone_on = {role: cost + line.inside[role] for role, (cost, _) in ways.inside.items()}
    return _Arrival(line, ways, list(map(add, begin, line.begin)), gone_on)


def _near(arrived: Sequence[_Arrival]) -> Iterator[tuple[Line, Sequence[_Node]]]:
    """The nodes at the ends of lines that meet, without those that cost much more than the best."""
    most = min((each.least() for each in arrived), default=inf) + _BEAM
    return ((each.line, nodes) for each in arrived if (nodes := each.nodes(most)))


def _ways(stream: Stream, first: Line, arrived: Sequence[_Arrival]) -> _Ways:
    """The ways into what begins with a line of one piece."""
    left, stayed = dict[int, _Way](), dict[int, _Way]()
    piece, seam = stream.pieces[first.first], _seam(stream, first)
    gap_begin, gap_inside = _gaps(stream, first)
    bond = stream.bonds.get(first.first, 0.0)
    # In a list the item before this one may have been printed without a stop.
    next_item = not first.signs.isdisjoint(_ITEM_MARKS)
    for line, nodes in _near(arrived):
        leave, stay = leaving(stream, line), staying(stream, line, piece)
        item_end = _item_end(line, next_item=next_item)
        starts = line.signs & _MARKED and _looks_indented(stream, first)
        indented = costs().end["indented"] if starts else 0.0
        for node in nodes:
            on = seam.on + indented - bond if MEASURED[node.role] else seam.on_head
            leaves = _left(leave, node, item_end)
            stays = stay.of(node.role, begins=node.begins)
            _offer(left, node.cost + leaves + gap_begin + seam.end, node)
            _offer(stayed, node.cost + stays + gap_inside + on, node)
    return _Ways(_followed(left), stayed)


def _offer(ways: dict[int, _Way], cost: float, node: _Node) -> None:
    """Come from a node, staying in its role, if that is cheaper."""
    if node.role not in ways or cost < ways[node.role][0]:
        ways[node.role] = cost, node


def _followed(left: Mapping[int, _Way]) -> Sequence[_Left]:
    """What may have been left, and what it costs to begin each role behind it."""
    most, follow = min(cost for cost, _ in left.values()) + _BEAM, costs().follow
    return [_Left(c, follow[role], node) for role, (c, node) in sorted(left.items()) if c <= most]


def _gaps(stream: Stream, line: Line) -> tuple[float, float]:
    """What the blank before a piece costs: to begin a paragraph there, and to go on."""
    before, piece, signs = stream.pieces[line.first - 1], stream.pieces[line.first], line.signs
    gap = costs().gap
    place = "between" if before.closes else "newline" if before.newline else "within"
    if "table" in signs and place != "between":
        parted = before.newline or stream.scale is LATIN
        place = "row" if parted else "cell"
    elif not stream.lined and not before.newline:
        place = "apart" if before.closes else "whole"
    elif place != "between" and (before.words.isupper() or "display" in signs):
        place = "heading"
    elif place == "within" and (signs & _MARKS or before.strong > piece.strong):
        place = "marked"
    begin, inside = gap[f"{place}_begin"], gap[f"{place}_inside"]
    if piece.lead >= 2 and place != "cell":
        return begin + gap["lead_begin"], inside + gap["lead_inside"]
    return begin, inside


def _looks_indented(stream: Stream, line: Line) -> bool:
    return stream.scale is not LATIN and looks_indented(stream, line)


def _seam(stream: Stream, line: Line) -> Seam:
    """What the words on either side of a line end cost."""
    if stream.scale is not LATIN:
        return Seam(end=0.0, on=start_cost(stream, line), on_head=0.0)
    index = line.first
    before, behind = stream.pieces[index - 1].words, stream.pieces[index].words
    if parts_latin(stream, index - 1):
        seam = seam_costs(before, behind, stream.company)
        marked = ["heading" in stream.signs[i] for i in (index - 1, index)]
        alike = marked[0] == marked[1]
        return seam if alike else seam._replace(on_head=seam.on_head + costs().seam["on_marked"])
    return inner_seam(before, behind, stream.company)
