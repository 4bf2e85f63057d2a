"""The stream of a page's pieces, and the printed lines that pieces side by side may have made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add
from typing import NamedTuple

from layout.passes.look_alikes.lexicon import simplified
from layout.rebuild.lines.pieces import Piece, bullet_of, space_behind
from layout.rebuild.lines.scale import LATIN, Scale
from layout.rebuild.signs import is_closed
from layout.rebuild.signs.costs import MEASURED, Row, costs, line_costs
from layout.rebuild.signs.latin_company import NOBODY, Company
from layout.rebuild.signs.latin_signs import latin_line_signs
from layout.rebuild.survey.line_looks import line_looks
from layout.rebuild.survey.seams import Seams
from layout.text import LineEnd

_MOST_PIECES = 6
_OVERFULL = 2  # steps, of which a mark may hang out of a line


@dataclass(frozen=True, slots=True)
class Stream:
    """The pieces of a page in order, with what is known of each piece's place.

    `rest[i]` are the words of the block from piece i on; `signs[i]` are those of its block;
    `script` is that of Chinese text, Hans or Hant: signs are sought in simplified characters.
    `measures[i]` is its measure in steps of the scale, or 0 where it is not known; `bonds` tell of
    pieces at the start of a block how much likelier they make it that it goes on with the one
    before; `lined`: whether the source shows where lines of print ended; `company`: that of the
    words of Latin text.
    """

    pieces: tuple[Piece, ...]
    rest: tuple[str, ...]
    signs: tuple[frozenset[str], ...]
    measures: tuple[int, ...]
    bonds: Mapping[int, float]
    lined: bool
    script: str
    scale: Scale
    seams: Seams
    company: Company = NOBODY
    moved: Mapping[int, LineEnd] = field(default_factory=dict)

    def steps(self, first: int, behind: int) -> int:
        """The width of pieces as one line, in steps, with the blanks that were printed."""
        if behind - first == 1:
            return self.scale.steps(self.pieces[first].words)
        words = "".join(piece.words for piece in self.pieces[first:behind])
        return self.scale.steps(words) + round(sum(_spaces(self, first, behind)) / self.scale.unit)


class Line(NamedTuple):
    """A candidate: pieces first to behind as one printed line, and what it costs each role.

    `stay`: what it costs to go on behind it.
    """

    first: int
    behind: int
    steps: int
    signs: frozenset[str]
    begin: Row
    inside: Row
    stay: Row


def lines_at(stream: Stream, index: int) -> list[Line]:
    """The piece at the index as a line, and with pieces behind it where all fit in one measure."""
    lines = [_line(stream, index, index + 1, stream.steps(index, index + 1))]
    piece, measure = stream.pieces[index], stream.measures[index]
    if not measure or stream.scale is LATIN:
        return lines
    behind = index + 1
    while (
        lines[-1].steps < measure - 2
        and behind < len(stream.pieces)
        and behind - index < _MOST_PIECES
    ):
        if stream.pieces[behind].block != piece.block or stream.pieces[behind - 1].newline:
            break
        if bullet_of(stream.pieces[behind].words):
            break
        behind += 1
        steps = stream.steps(index, behind)
        if steps > measure + 1:
            break
        lines.append(_line(stream, index, behind, steps))
    return lines


def _spaces(stream: Stream, first: int, behind: int) -> list[float]:
    """How many ems wide the blanks between the pieces of one printed line are; 0 for accidents."""
    words = accumulate(piece.words for piece in stream.pieces[first : behind - 1])
    return [space_behind(before) for before in words]


def _merging(stream: Stream, first: int, behind: int, accidents: int) -> float:
    """What it costs that pieces are one line: one that closes a sentence mostly ends its line."""
    end, printed = costs().end, behind - first - 1 - accidents
    closed = sum(is_closed(piece.words) for piece in stream.pieces[first : behind - 1])
    return accidents * end["merge"] + printed * end["merge_bracket"] + closed * end["merge_closed"]


def _line(stream: Stream, first: int, behind: int, steps: int) -> Line:
    words = "".join([piece.words for piece in stream.pieces[first:behind]])
    looks = simplified(words, stream.script)
    signs = stream.signs[first].union(
        line_looks(looks, stream.rest[first], stream.scale.ems(steps), stream.pieces[first])
    )
    if stream.scale is LATIN:
        signs = signs.union(latin_line_signs(words, stream.rest[first]))
    elif 0 < stream.measures[first] < steps - _OVERFULL and stream.pieces[first].opens:
        # What is wider than any head is a paragraph whose line ends were lost.
        signs = signs if "huge" in signs else signs.union({"overfull"})
    begin, inside, stay = line_costs(signs)
    if behind - first > 1:
        accidents = _spaces(stream, first, behind).count(0.0)
        merged = _merging(stream, first, behind, accidents)
        in_heads = merged + accidents * costs().end["merge_head"]
        apart = [merged if measured else in_heads for measured in MEASURED]
        begin = tuple(map(add, begin, apart))
        inside = tuple(map(add, inside, apart))
    return Line(first, behind, steps, signs, begin, inside, stay)
