"""Lines in a row that are built alike: 白菜 1.20, 萝卜 0.90, 土豆 1.80.

Three of the same figures, titles and brackets are no chance, whatever they begin with. An engine
may run such lines together, two or more in one; what is built like a line beside it, again and
again, or like itself, is so many lines.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import is_closed, shows
from layout.rebuild.survey.shape import Shape, are_alike, shape_of

_Line = tuple[int, int]
"""The number of a line's first piece, and of that behind it."""
_PAIR, _FEWEST, _PIECES = 2, 3, 6  # lines; pieces of one
_RUNNING = re.compile("[。；;].|[，,].*[，,]")
_TELLING = ("date", "editors", "byline", "credit", "signoff", "contact")
_TELLING_ITEMS = ("bullet", "number_item", "event", "question", "answer")


def lines_alike(pieces: Sequence[Piece], parted: Sequence[bool]) -> Iterator[list[int]]:
    """The first pieces of lines in a row that are built alike, also of those run together.

    `parted`: whether a piece is of a heading, whose lines are none.
    """
    lines = [*_lines(pieces)]
    shapes = [() if parted[a] else shape_of(_words(pieces, a, b)) for a, b in lines]
    whole = {i for run in _rows(shapes) for i in run}
    torn = [
        [line] if i in whole or parted[line[0]] else _torn(pieces, line, _beside(shapes, i))
        for i, line in enumerate(lines)
    ]
    entries, built = _entries(pieces, torn, shapes)
    for run in _rows(built):
        yield from _telling(pieces, [entries[i] for i in run])


def _entries(
    pieces: Sequence[Piece], torn: Sequence[Sequence[_Line]], shapes: Sequence[Shape]
) -> tuple[list[_Line], list[Shape]]:
    """The parts of lines, or whole lines where two parts may be alike by chance; their shapes."""
    parts = [
        shape_of(_words(pieces, *each[0])) if len(each) > 1 else shape
        for each, shape in zip(torn, shapes, strict=True)
    ]
    entries, built = list[_Line](), list[Shape]()
    for i, each in enumerate(torn):
        near = (*_beside(parts, i), *_beside(shapes, i)) if len(each) == _PAIR else ()
        apart = len(each) >= _FEWEST or parts[i] in near
        entries += each if apart else [(each[0][0], each[-1][1])]
        built += [parts[i]] * len(each) if apart else [shapes[i]]
    return entries, built


def _beside(shapes: Sequence[Shape], index: int) -> tuple[Shape, ...]:
    """The shapes of the lines above and below."""
    near = (*shapes[max(0, index - 1) : index], *shapes[index + 1 : index + 2])
    return tuple(shape for shape in near if shape)


def _rows(shapes: Sequence[Shape]) -> Iterator[range]:
    """The lines in a row, by number, that are built alike, and too many by chance."""
    start = 0
    for i in range(1, len(shapes) + 1):
        if i == len(shapes) or not are_alike(shapes[i - 1], shapes[i]):
            if i - start >= _FEWEST:
                yield range(start, i)
            start = i


def _telling(pieces: Sequence[Piece], run: Sequence[_Line]) -> Iterator[list[int]]:
    """The first pieces of lines that tell nothing else, as dates, bylines and sentences do."""
    for others, lines in groupby(run, key=lambda line: _tells_otherwise(_words(pieces, *line))):
        firsts = [first for first, _ in lines]
        if not others and len(firsts) >= _FEWEST:
            yield firsts


def _torn(pieces: Sequence[Piece], line: _Line, beside: Sequence[Shape]) -> list[_Line]:
    """A line in parts of one shape, that of a line beside it or of its own, or as it stands."""
    first, behind = line
    if behind - first == 1 or any(_RUNNING.search(piece.words) for piece in pieces[first:behind]):
        return [line]
    sizes = range(1, min(_PIECES, (behind - first) // 2) + 1)
    for shape in (*beside, *(shape_of(_words(pieces, first, first + size)) for size in sizes)):
        parts = _parts_of(shape, pieces, first, behind) if shape else []
        if len(parts) > 1:
            return parts
    return [line]


def _parts_of(shape: Shape, pieces: Sequence[Piece], first: int, behind: int) -> list[_Line]:
    """The parts of this shape that a line is made of; none where it is not."""
    parts, start = [], first
    for end in range(first + 1, behind + 1):
        if shape_of(_words(pieces, start, end)) == shape:
            parts.append((start, end))
            start = end
    return parts if start == behind else []


def _words(pieces: Sequence[Piece], first: int, behind: int) -> str:
    return " ".join(piece.words for piece in pieces[first:behind])


def _lines(pieces: Sequence[Piece]) -> Iterator[_Line]:
    """The lines that the source kept, each by its first piece and that behind it."""
    first = 0
    for i, piece in enumerate(pieces):
        if piece.newline or piece.closes:
            yield first, i + 1
            first = i + 1


def _tells_otherwise(words: str) -> bool:
    return is_closed(words) or any(shows(sign, words) for sign in (*_TELLING, *_TELLING_ITEMS))
