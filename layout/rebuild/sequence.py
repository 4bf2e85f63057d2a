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

from layout.model import Punctuation
from layout.rebuild.context import line_signs
from layout.rebuild.costs import ROLES, Row, costs, line_costs
from layout.rebuild.latin_seams import NO_SEAM, Seam, ending_costs, seam_costs
from layout.rebuild.latin_signs import latin_line_signs
from layout.rebuild.measure import INDENT, Scale, short_cost
from layout.rebuild.pieces import Piece, in_bracket

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
    `measures[i]` is its measure in steps of the scale, or 0 where it is not known.
    """

    pieces: tuple[Piece, ...]
    rest: tuple[str, ...]
    signs: tuple[frozenset[str], ...]
    measures: tuple[int, ...]
    scale: Scale


@dataclass(frozen=True, slots=True)
class _Line:
    """A candidate: pieces first to behind as one printed line, and what it costs each role."""

    first: int
    behind: int
    steps: int
    signs: frozenset[str]
    begin: Row
    inside: Row


@dataclass(frozen=True, slots=True)
class _Node:
    """The cheapest way to read everything up to the end of a line, this line in this role."""

    cost: float
    line: _Line
    role: int
    begins: bool
    back: "_Node | None"


def read_sequence(stream: Stream) -> tuple[Reading, ...]:
    """The cheapest reading of the stream, line by line."""
    arrivals: list[list[_Node]] = [[] for _ in range(len(stream.pieces) + 1)]
    for index in range(len(stream.pieces)):
        doors = _doors(stream, index, arrivals[index])
        for line in _lines(stream, index):
            arrivals[line.behind] += _arrive(line, doors)
    ends = arrivals[-1]
    if not ends:
        return ()
    return _walk(stream, min(ends, key=lambda node: node.cost + _leave(stream, node)))


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

_Door = tuple[float, _Node | None]
_SHUT: _Door = (float("inf"), None)


@dataclass(frozen=True, slots=True)
class _Doors:
    """For every role: the cheapest way to begin it at a piece, and to go on with it there."""

    begin: tuple[_Door, ...]
    inside: tuple[_Door, ...]


def _doors(stream: Stream, index: int, nodes: Sequence[_Node]) -> _Doors:
    if index == 0:
        return _Doors(tuple((cost, None) for cost in costs().follow[_START]), (_SHUT,) * _START)
    gap_begin, gap_inside = _gaps(stream, index)
    seam = _seam(stream, index)
    least = min(node.cost for node in nodes)
    left, stayed = [_SHUT] * _START, [_SHUT] * _START
    for node in nodes:
        if node.cost > least + _BEAM:
            continue
        leave = node.cost + _leave(stream, node) + gap_begin
        stay = node.cost + _stay(stream, node, stream.pieces[index]) + gap_inside
        leave += seam.end
        stay += seam.on if _MEASURED[node.role] else seam.on_head
        if leave < left[node.role][0]:
            left[node.role] = leave, node
        if stay < stayed[node.role][0]:
            stayed[node.role] = stay, node
    return _Doors(_follow(left), tuple(stayed))


def _follow(left: Sequence[_Door]) -> tuple[_Door, ...]:
    """The cheapest way to begin each role, whichever role has just been left."""
    least = min(cost for cost, _ in left)
    best = [float("inf")] * _START
    chosen: list[_Node | None] = [None] * _START
    for (cost, node), row in zip(left, costs().follow, strict=False):
        if cost > least + _BEAM:
            continue
        for role, further in enumerate(row):
            if cost + further < best[role]:
                best[role], chosen[role] = cost + further, node
    return tuple(zip(best, chosen, strict=True))


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
    if not _parts_latin(stream, index - 1):
        return NO_SEAM
    return seam_costs(stream.pieces[index - 1].words, stream.pieces[index].words)


def _heads(signs: frozenset[str]) -> bool:
    return "heading" in signs and "prose" not in signs


def _arrive(line: _Line, doors: _Doors) -> list[_Node]:
    begun = [door[0] + own for door, own in zip(doors.begin, line.begin, strict=True)]
    gone_on = [door[0] + own for door, own in zip(doors.inside, line.inside, strict=True)]
    most = min(min(begun), min(gone_on)) + _BEAM
    return [
        *(_Node(c, line, r, True, doors.begin[r][1]) for r, c in enumerate(begun) if c < most),
        *(_Node(c, line, r, False, doors.inside[r][1]) for r, c in enumerate(gone_on) if c < most),
    ]


# --- the ends of lines ----------------------------------------------------------------------------


def _leave(stream: Stream, node: _Node) -> float:
    """What it costs that the paragraph ends with this line."""
    end, line = costs().end, node.line
    if not _MEASURED[node.role]:
        return 0.0
    measure = stream.measures[line.first]
    if not measure and _parts_latin(stream, line.behind - 1):
        return ending_costs(stream.pieces[line.behind - 1].words)[0]
    if "closed" in line.signs:
        return end["last_closed"] if measure else end["unknown_last_closed"]
    if "colon_end" in line.signs:
        return end["last_colon"]
    if "quote_end" in line.signs:
        return end["last_quoted"]
    if not measure:
        return end["unknown_last_open"]
    return end["last_full_open" if _short(stream, node) <= 1 else "last_short_open"]


def _stay(stream: Stream, node: _Node, piece: Piece) -> float:
    """What it costs that the paragraph goes on behind this line, with the piece given."""
    end, line = costs().end, node.line
    if not _MEASURED[node.role]:
        return sum([costs().stay[s][node.role] for s in line.signs & costs().stay.keys()])
    unknown = not stream.measures[line.first] or (node.begins and not _INDENTED[node.role])
    closed = "closed" in line.signs
    if unknown:
        if _parts_latin(stream, line.behind - 1):
            return ending_costs(stream.pieces[line.behind - 1].words)[1]
        return end["unknown_inner_closed" if closed else "short_unknown"]
    short = _short(stream, node)
    cost = short_cost(short, stream.scale)
    if node.begins:
        cost = min(cost, short_cost(short + _indent(stream), stream.scale) + end["flush"])
    if short > 0 and cluster_steps(piece, stream.scale) > short:
        cost = min(cost, end["short_explained"])
    return cost + (end["inner_closed"] if closed else 0.0)


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
        steps += stream.scale.steps(stream.pieces[behind].words)
        behind += 1
        if steps > measure + 1:
            break
        lines.append(_line(stream, index, behind))
    return lines


def _merge_cost(stream: Stream, first: int, seam: int) -> float:
    """What it costs that the blank before piece `seam` stood inside a printed line.

    Inside a bracket (记者 段晓峰) it was printed; anywhere else it is an accident.
    """
    before = "".join(piece.words for piece in stream.pieces[first:seam])
    return costs().end["merge_bracket" if in_bracket(before) else "merge"]


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
        merged = sum(_merge_cost(stream, first, seam) for seam in range(first + 1, behind))
        begin = tuple(c + merged for c in begin)
        inside = tuple(c + merged for c in inside)
    return _Line(first, behind, steps, signs, begin, inside)
