"""Where the words of an edition stand on its sheets: passages, each with its chain of slots.

A sheet knows where every line is, and which element of the document it belongs to; elements stand
in the order of the edition's blocks, so the lines of a block tell its place. Headlines, pictures
and tables are passages of their own; the text between them is one that flows from slot to slot.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import assert_never

from fonts.metrics import Ruler
from layout.geometry import Box, bound
from layout.marks import gap_mark
from layout.model import Block, Edition, Figure, Paragraph, Table
from layout.sheet import Element, Forme, Picture, Run, Tag, edges

_FLOWING = frozenset({Tag.SUBHEAD, Tag.PARAGRAPH, Tag.ITEM})
_BLOCKS = _FLOWING | {
    Tag.KICKER,
    Tag.HEADLINE,
    Tag.DECK,
    Tag.BYLINE,
    Tag.TABLE,
    Tag.FIGURE,
    Tag.CAPTION,
}
_OPENING = "“‘（《〈「『【〔[("  # may stand half an em outside the line
_FULL = 0.9  # of the longest line: what is shorter ends a paragraph
_MOST_SKIPPED = 3.0  # lines: where more are empty, something stands between two slots
_SLACK = 0.3  # points that keep rounding from costing a character
_WIDER = 0.05
_TIGHTER = 0.97  # lines, because a word processor squeezes fewer marks and may need more of them
_SPARE_LINES = 4  # below the last slot, should a word processor need more lines than we did

ABOVE_BASELINE = 0.8
"""How much of a line's height is above its baseline, as word processors place it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A run of type on a sheet, numbered from 0, with its right edge."""

    sheet: int
    run: Run
    right: float


@dataclass(frozen=True, slots=True)
class Copy:
    """A block of a page with its lines as they stand on the sheets, and its picture if it has one.

    `page`, `article` and `block` are its numbers from 0: of the page, on it, and in the article.
    """

    page: int
    article: int
    block: int
    tag: Tag
    lines: tuple[Line, ...] = ()
    picture: tuple[int, Box] | None = None

    @property
    def size(self) -> float:
        """The size of most of its type in points; 0 if it has none."""
        sizes: Counter[float] = Counter()
        for line in self.lines:
            sizes[line.run.size] += len(line.run.text)
        return max(sizes, key=lambda size: sizes[size], default=0.0)

    @property
    def is_ranged_left(self) -> bool:
        """Whether it has several lines that begin at one edge."""
        first = {(line.sheet, line.run.at.y): line.run.at.x for line in reversed(self.lines)}
        return len(first) > 1 and max(first.values()) - min(first.values()) < _SLACK

    @property
    def grey(self) -> float:
        """The grey of its type: 1 is white, which a tint needs."""
        return self.lines[0].run.grey if self.lines else 0.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on a sheet that words are set in."""

    sheet: int
    box: Box


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks that fill a chain of slots; `leading` is the height of a line in points."""

    copies: tuple[Copy, ...]
    slots: tuple[Slot, ...]
    leading: float

    @property
    def flows(self) -> bool:
        """Whether its words run on from slot to slot; headlines, pictures and tables do not."""
        return self.copies[0].tag in _FLOWING


def passages_of(edition: Edition, forme: Forme) -> Iterator[Passage]:
    """The passages of an edition in its order; what stands on no sheet is in none of them."""
    copies = _copies(edition, forme)
    shown = [copy for copy in copies if copy.lines or copy.picture]
    for _, group in groupby(enumerate(shown), key=_stream):
        members = tuple(copy for _, copy in group)
        if members[0].tag in _FLOWING:
            yield _flowing(members)
        else:
            yield from _standing(members[0])


def _stream(numbered: tuple[int, Copy]) -> tuple[int, int, int]:
    """What blocks that flow together have in common."""
    number, copy = numbered
    return copy.page, copy.article, -1 if copy.tag in _FLOWING else number


def _copies(edition: Edition, forme: Forme) -> list[Copy]:
    tags, owners = _blocks(forme.elements)
    lines: list[list[Line]] = [[] for _ in tags]
    pictures: dict[int, tuple[int, Box]] = {}
    for number, sheet in enumerate(forme.sheets):
        for drawn in sheet.drawn:
            match drawn:
                case Run(element=int(element)) if (owner := owners[element]) is not None:
                    lines[owner].append(_line(number, drawn))
                case Picture(element=int(element)) if (owner := owners[element]) is not None:
                    pictures[owner] = (number, drawn.box)
    return [
        Copy(*place, tag, tuple(lines[n]), pictures.get(n))
        for n, (place, tag) in enumerate(zip(_places(edition), tags, strict=True))
    ]


def _blocks(elements: Sequence[Element]) -> tuple[list[Tag], list[int | None]]:
    """The tags of the elements that are blocks of an article, and each element's block."""
    tags: list[Tag] = []
    owners: list[int | None] = []
    for element in elements:
        above = None if element.parent is None else elements[element.parent].tag
        if element.tag in _BLOCKS and above in {Tag.ARTICLE, Tag.LIST}:
            owners.append(len(tags))
            tags.append(element.tag)
        else:
            owners.append(None if element.parent is None else owners[element.parent])
    return tags, owners


def _places(edition: Edition) -> Iterator[tuple[int, int, int]]:
    """The numbers of every block that has an element: of those that have something to show."""
    for p, page in enumerate(edition.pages):
        for a, article in enumerate(page.articles):
            for b, block in enumerate(article.blocks):
                if _shows(block, gap_mark(page.language)):
                    yield p, a, b


def _shows(block: Block, mark: str) -> bool:
    match block:
        case Paragraph():
            return bool(block.text.shown(mark).strip())
        case Table():
            return bool(block.rows)
        case Figure():
            return True
        case _:
            assert_never(block)


def _line(sheet: int, run: Run) -> Line:
    *_, right = edges(run, Ruler().advances)
    return Line(sheet, run, right)


def _flowing(copies: tuple[Copy, ...]) -> Passage:
    lines = [line for copy in copies for line in copy.lines]
    size = _usual((line.run.size for line in lines), 10.0)
    steps = (b.run.at.y - a.run.at.y for a, b in pairwise(lines))
    leading = _usual((round(step, 2) for step in steps if size < step < 3 * size), 1.5 * size)
    columns = list(_columns(lines, leading))
    lefts = [_left(column) for column in columns]
    widths = [line.right - x for column, x in zip(columns, lefts, strict=True) for line in column]
    full = [round(each, 1) for each in widths if each > _FULL * max(widths)]
    width = _usual(full, max(widths), at_least=2)
    slots = [_slot(column, x, width, leading) for column, x in zip(columns, lefts, strict=True)]
    slots[-1] = _deeper(slots[-1], _SPARE_LINES * leading)
    return Passage(copies, tuple(slots), _TIGHTER * leading)


def _columns(lines: Sequence[Line], leading: float) -> Iterator[list[Line]]:
    """Lines by the column they stand in: the next one begins higher up, or far below."""
    column = [lines[0]]
    for above, line in pairwise(lines):
        step = line.run.at.y - above.run.at.y
        if line.sheet != above.sheet or not -leading / 2 < step < _MOST_SKIPPED * leading:
            yield column
            column = []
        column.append(line)
    yield column


def _left(column: Sequence[Line]) -> float:
    inside = [line.run.at.x for line in column if line.run.text[:1] not in _OPENING]
    return min(inside or [line.run.at.x for line in column])


def _slot(column: Sequence[Line], x: float, width: float, leading: float) -> Slot:
    first, last = column[0].run.at.y, column[-1].run.at.y
    top = first - ABOVE_BASELINE * leading
    return Slot(column[0].sheet, Box(x, top, width + _SLACK, last - first + 1.2 * leading))


def _deeper(slot: Slot, by: float) -> Slot:
    return replace(slot, box=replace(slot.box, height=slot.box.height + by))


def _standing(copy: Copy) -> Iterator[Passage]:
    """A headline, a table, a picture and its words: each in the box that it fills."""
    if copy.picture is not None:
        yield Passage((replace(copy, lines=()),), (Slot(*copy.picture),), 0.0)
    if copy.lines:
        baselines = sorted({line.run.at.y for line in copy.lines})
        steps = [round(b - a, 2) for a, b in pairwise(baselines)]
        leading = min(steps, default=0.0) or 1.25 * copy.size
        box = bound([_box(line, leading) for line in copy.lines])
        if copy.is_ranged_left:
            x = copy.lines[0].run.at.x
            box = replace(box, x=x, width=box.right - x)
        if copy.picture is not None:
            box = replace(box, x=copy.picture[1].x, width=copy.picture[1].width)
        slot = Slot(copy.lines[0].sheet, box)
        yield Passage((replace(copy, picture=None),), (slot,), leading)


def _box(line: Line, leading: float) -> Box:
    """The box of a line, wider at both sides: other fonts than ours may make it so."""
    x, width = line.run.at.x, line.right - line.run.at.x
    room = line.run.size / 2 + _WIDER * width
    top = line.run.at.y - ABOVE_BASELINE * leading
    return Box(x - room, top, width + 2 * room, 1.2 * leading)


def _usual(values: Iterable[float], otherwise: float, at_least: int = 1) -> float:
    """The commonest value, the first of those that are equally common."""
    [(value, number)] = Counter(values).most_common(1) or [(otherwise, at_least)]
    return value if number >= at_least else otherwise
