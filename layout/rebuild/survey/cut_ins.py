"""Heads that were read in the middle of a text: set over it again before the page is read.

Engines read a page in stripes. A headline that spans several columns, or the byline below it, then
comes up between two of these columns, in the middle of a sentence: the line before it is full and
ends in the air, the line behind it begins flush, in the same measure; in English, in lower case.
No paragraph begins so, so what stands between belongs over the text that it interrupts: behind the
headline there, if it has one, or else before its first line. Measures are in steps.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layout.model import Line, ScannedBlock, ScannedPage, TextBlock
from layout.rebuild.lines.scale import LATIN
from layout.rebuild.signs import is_closed, shows
from layout.rebuild.signs.latin_signs import ends_sentence
from layout.rebuild.survey import Survey, survey

_PASSES = 3  # what cuts in behind what has been moved is found when that is gone
_MOST = 8  # pieces of one cut-in
_SHORT = range(-2, 6)  # what a line inside a paragraph may lack to its measure
_FLUSH = range(-2, 3)  # what one that begins flush may lack: an indent is four steps
_SAME = 3
_NARROWEST = 20  # what lines of running text are set in
_SHORTEST_LINE = 30  # characters of an English line of running text
_NAMING = ("byline", "person", "names_only")
_BEGINNING = ("bullet", "number_item", "dash_item", "question", "answer", "dateline")
_TEXT = frozenset({"prose", "set", "set_one", "set_two"})
_NO_TEXT = frozenset({"heading", "table", "verse"})
_ENDS = "”\"’'"
_OPEN_BRACKET = re.compile(r"[（(〔【\[][^）)〕】\]]*$")
_GOES_ON = re.compile(r"(?!\S+@)[a-z]|[0-9]{3}")  # an address is no word


@dataclass(frozen=True, slots=True)
class _CutIn:
    """The pieces first to behind stand in the middle of a text; they belong before block `home`."""

    first: int
    behind: int
    home: int


def surveyed_in_order(scanned: ScannedPage) -> tuple[Survey, frozenset[int]]:
    """The page surveyed, the heads that were read in the middle of a text over their own.

    With it the places of the source at which the blocks begin that were moved.
    """
    page, moved = scanned, frozenset[int]()
    for _ in range(_PASSES):
        surveyed = survey(page)
        found = tuple(_cut_ins(surveyed))
        if not found:
            return surveyed, moved
        moved |= frozenset(_places(surveyed, found))
        page = replace(page, blocks=tuple(_ordered(surveyed, found)))
    return survey(page), moved


def _places(surveyed: Survey, found: Sequence[_CutIn]) -> Iterator[int]:
    for cut_in in found:
        for piece in surveyed.stream.pieces[cut_in.first : cut_in.behind]:
            yield surveyed.texts[piece.block].start


def _cut_ins(surveyed: Survey) -> Iterator[_CutIn]:
    pieces = surveyed.stream.pieces
    reached = 0
    for last in range(len(pieces) - 1):
        if last >= reached and pieces[last].closes and _breaks_off(surveyed, last):
            behind = _behind(surveyed, last)
            if behind:
                yield _CutIn(last + 1, behind, _home(surveyed, last + 1, behind))
                reached = behind


def _breaks_off(surveyed: Survey, index: int) -> bool:
    """Whether a piece is a line of running text that ends in the air."""
    stream, words = surveyed.stream, surveyed.stream.pieces[index].words
    if not stream.signs[index].isdisjoint(_NO_TEXT) or words[-1] in _ENDS:
        return False
    if stream.scale is LATIN:
        return len(words) > _SHORTEST_LINE and not ends_sentence(words)
    alone = stream.pieces[index].opens
    return not alone and _lacks(surveyed, index) in _SHORT and not is_closed(words)


def _lacks(surveyed: Survey, index: int) -> int | None:
    """The steps that a piece lacks to its measure; None where that tells nothing."""
    stream = surveyed.stream
    measure = stream.measures[index]
    steps = stream.scale.steps(stream.pieces[index].words)
    return measure - steps if measure >= _NARROWEST else None


def _behind(surveyed: Survey, last: int) -> int:
    """Where the text goes on that the piece `last` breaks off; 0 where nothing cuts in."""
    heads = False
    for index in range(last + 1, min(last + 1 + _MOST, len(surveyed.stream.pieces))):
        if heads and _goes_on(surveyed, last, index):
            return index
        is_head = _is_head(surveyed, index)
        if not is_head and not _may_stand_in_head(surveyed, index):
            return 0
        heads = heads or is_head
    return 0


def _goes_on(surveyed: Survey, last: int, index: int) -> bool:
    """Whether a line begins as the inside of the paragraph of `last` would."""
    stream = surveyed.stream
    piece = stream.pieces[index]
    if not stream.signs[index].isdisjoint(_NO_TEXT) or _names(surveyed, index):
        return False
    if stream.scale is LATIN:
        alone = piece.closes and ends_sentence(piece.words)  # a stray last line, more likely
        return not alone and bool(_GOES_ON.match(piece.words)) and not shows("year", piece.words)
    lacks = _lacks(surveyed, index)
    if any(shows(sign, piece.words) for sign in _BEGINNING):
        return False
    if not piece.opens and _OPEN_BRACKET.search(stream.pieces[index - 1].words):
        return False
    same = abs(stream.measures[index] - stream.measures[last]) <= _SAME
    return same and lacks in _FLUSH and (not piece.closes or not piece.opens)


def _is_head(surveyed: Survey, index: int) -> bool:
    return "heading" in surveyed.stream.signs[index] or _names(surveyed, index)


def _names(surveyed: Survey, index: int) -> bool:
    """Whether a piece names who wrote."""
    stream = surveyed.stream
    words, rest = stream.pieces[index].words, stream.rest[index]
    return any(shows(sign, words) or shows(sign, rest) for sign in _NAMING)


def _may_stand_in_head(surveyed: Survey, index: int) -> bool:
    """Whether a block of one line without a mark of heading may be part of a head, in Chinese."""
    stream = surveyed.stream
    piece = stream.pieces[index]
    alone = piece.opens and piece.closes and stream.signs[index].isdisjoint(_TEXT)
    return alone and stream.scale is not LATIN and not is_closed(piece.words)


def _home(surveyed: Survey, first: int, behind: int) -> int:
    """The number of the block before which the heads belong: behind the headline over the text.

    Where there is one of their level already, an article below that has none comes first.
    """
    stream = surveyed.stream
    cut = stream.pieces[first].block
    marks = {stream.pieces[i].block: stream.signs[i] for i in range(first)}
    above = max((b for b, shown in marks.items() if "heading" in shown), default=-1)
    levels = {surveyed.level(stream.pieces[i].block) for i in range(first, behind)} - {0}
    if above >= 0 and levels:
        alike = surveyed.level(above) == min(levels)
        return (_headless(surveyed, behind) if alike else 0) or above + 1
    below = (b for b, shown in marks.items() if b > above and not shown.isdisjoint(_TEXT))
    return min(below, default=cut)


def _headless(surveyed: Survey, behind: int) -> int:
    """The next block that begins an article with a dateline and has no headline; 0 for none."""
    stream = surveyed.stream
    for index in range(behind + 1, len(stream.pieces)):
        if "heading" in stream.signs[index]:
            return 0
        if stream.pieces[index].opens and "dateline_block" in stream.signs[index]:
            return stream.pieces[index].block
    return 0


def _ordered(surveyed: Survey, found: Sequence[_CutIn]) -> Iterator[ScannedBlock]:
    """The blocks of the page, those that cut in before their homes."""
    pieces = surveyed.stream.pieces
    moved: dict[int, list[ScannedBlock]] = defaultdict(list)
    left = {number: (block,) for number, block in enumerate(surveyed.blocks)}
    for cut_in in found:
        first, resumed = pieces[cut_in.first].block, pieces[cut_in.behind]
        heads = [block for number in range(first, resumed.block) for block in left.pop(number)]
        above, left[resumed.block] = _parted(surveyed, resumed.block, resumed.start)
        moved[cut_in.home] += [*heads, *above]
    for number in range(len(surveyed.blocks)):
        yield from moved[number]
        yield from left.get(number, ())


def _parted(
    surveyed: Survey, number: int, start: int
) -> tuple[tuple[ScannedBlock, ...], tuple[ScannedBlock]]:
    """A block in two, where the piece at `start` begins; the first is missing if that is it."""
    block, text = surveyed.blocks[number], surveyed.texts[number]
    if not isinstance(block, TextBlock) or not text.plain[:start].strip():
        return (), (block,)
    parts = (text.cut(0, start), text.cut(start, len(text)))
    before, behind = (replace(block, lines=(Line(part),)) for part in parts)
    return (before,), (behind,)
