"""The stream of a page's pieces, and the printed lines that pieces side by side may have made."""

from collections.abc import Mapping, Sequence
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
        return _printed(self.pieces[first:behind], self.scale).steps


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


class _Printed(NamedTuple):
    """Pieces as one printed line, `blanks`: those between them in ems, 0 for accidents."""

    words: str
    blanks: Sequence[float]
    steps: int


def lines_at(stream: Stream, index: int) -> list[Line]:
    """The piece at the index as a line, and with pieces behind it where all fit in one measure."""
    pieces, measure, scale = stream.pieces, stream.measures[index], stream.scale
    lines = [_line(stream, index, index + 1, _printed(pieces[index : index + 1], scale))]
    if not measure or scale is LATIN:
        return lines
    for last in range(index + 1, min(index + _MOST_PIECES, len(pieces))):
        if lines[-1].steps >= measure - 2 or not _goes_on(pieces[last - 1], pieces[last]):
            break
        printed = _printed(pieces[index : last + 1], scale)
        if printed.steps > measure + 1:
            break
        lines.append(_line(stream, index, last + 1, printed))
    return lines


def _goes_on(before: Piece, piece: Piece) -> bool:
    """Whether a piece may stand in one line with the one before it."""
    together = piece.block == before.block and not before.newline
    return together and not bullet_of(piece.words)


def _printed(pieces: Sequence[Piece], scale: Scale) -> _Printed:
    if len(pieces) == 1:
        return _Printed(pieces[0].words, (), scale.steps(pieces[0].words))
    *before, words = accumulate([piece.words for piece in pieces])
    blanks = [space_behind(each) for each in before]
    return _Printed(words, blanks, scale.steps(words) + round(sum(blanks) / scale.unit))


def _line(stream: Stream, first: int, behind: int, printed: _Printed) -> Line:
    words, blanks, steps = printed
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
    if blanks:
        merged, in_heads = _merging(stream.pieces[first : behind - 1], blanks)
        apart = [merged if measured else in_heads for measured in MEASURED]
        begin = tuple(map(add, begin, apart))
        inside = tuple(map(add, inside, apart))
    return Line(first, behind, steps, signs, begin, inside, stay)


def _merging(pieces: Sequence[Piece], blanks: Sequence[float]) -> tuple[float, float]:
    """What it costs that lines do not end behind pieces: in roles that fill a measure, in others.

    A piece that closes a sentence mostly ends its line.
    """
    end, accidents = costs().end, blanks.count(0.0)
    printed, closed = len(blanks) - accidents, sum(is_closed(piece.words) for piece in pieces)
    merged = (
        accidents * end["merge"] + printed * end["merge_bracket"] + closed * end["merge_closed"]
    )
    return merged, merged + accidents * end["merge_head"]
