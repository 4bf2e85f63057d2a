"""Bullets of a list that an engine took for characters: told by how well the items read without.

An engine that knows no ● or ★ takes it for whatever character is likest, and for another one in
the next line: 友办理来信, 让改造公路. No table can hold all that it is taken for, but words tell:
without the character in front they are likelier. Where that is so of one item after the other
chance cannot have done it, and the characters are bullets. Gains are logarithms of likelihoods.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import exp, inf

from layout.model import ScannedBlock, ScannedPage, TextBlock
from layout.rebuild.lines.pieces import text_of
from layout.rebuild.signs import is_closed, shows, start_of
from layout.rebuild.signs.costs import costs
from layout.rebuild.survey.han_seams import loose
from layout.script import LETTER, is_east_asian, language_of, script_of
from layout.text import Amendment, Edit, Rule

_YEAR = r"(?:(?:19|20)[0-9]{2}年(?:\s+|\Z))?"  # its items stand behind it
_START = re.compile(rf"(?:\A\s*|(?<=[。！？；])\s+|\s(?=20[0-9]{{2}}年\s)){_YEAR}(?=\S)")
_YEAR_ALONE = re.compile(r"(?:19|20)[0-9]{2}年\s*\Z")
_LOOSE = re.compile(rf"({LETTER})\s?({LETTER}+|(?=[0-9]))")
_CLAUSE = re.compile("[，。；,;]")
_DAY = 24  # characters in which one is told
_BULLET = "●"
_MOST_SURE = 0.95
_WHY = "the bullet of a list: {} items in a row read better without the character before them"


@dataclass(frozen=True, slots=True)
class _Start:
    """Where something begins: its block, its place there, its first character and the next one.

    `gain`: how much likelier it is that the first is a bullet; `event`: whether a day is behind it.
    One that was read right has no seam.
    """

    block: int
    at: int
    seam: str = ""
    gain: float = -inf
    event: bool = False


def with_bullets(page: ScannedPage) -> ScannedPage:
    """The page with bullets where characters stand that they were taken for."""
    language = language_of(page.source)
    if not is_east_asian(language):
        return page
    changes: dict[int, list[Amendment]] = {}
    for items in _lists(_starts(page.blocks, script_of(language))):
        for number, change in _changes(items):
            changes.setdefault(number, []).append(change)
    blocks = (_amended(block, changes.get(n, ())) for n, block in enumerate(page.blocks))
    return replace(page, blocks=tuple(blocks))


def _starts(blocks: Iterable[ScannedBlock], script: str) -> Iterator[_Start]:
    """Where blocks begin, and sentences behind a blank or a line end."""
    before = ""
    for number, block in enumerate(blocks):
        if isinstance(block, TextBlock):
            words = text_of(block).plain
            goes_on = _is_open(before)
            before = "" if block.level else words
            for start in _START.finditer(words):
                if (start.start() or not goes_on) and not _YEAR_ALONE.match(words, start.end()):
                    yield _start(number, start.end(), words, script, heading=block.level > 0)


def _is_open(words: str) -> bool:
    """Whether the words of a block are text, and break off in the middle of a sentence."""
    return bool(_CLAUSE.search(words)) and not is_closed(words.rstrip())


def _start(block: int, at: int, words: str, script: str, *, heading: bool) -> _Start:
    found = _LOOSE.match(words, at)
    if start_of("bullet", words[at : at + 2]) and not heading:
        return _Start(block, at, gain=costs().bullets["read"])
    if heading or not found:
        return _Start(block, at)
    mark, behind = found.groups()
    gain = loose(mark, behind, script) - costs().bullets["kind"]
    event = shows("event", words[found.start(2) : found.start(2) + _DAY])
    if event:
        gain -= costs().bullets["event"]
    if gain > 0 and (shows("person", mark + behind[:1]) or _speaks(mark)):
        gain = 0.0  # a surname and a given name that nobody counted, or who asks and answers
    return _Start(block, at, words[at : found.start(2) + 1], gain, event)


def _speaks(mark: str) -> bool:
    return shows("question", f"{mark}：") or shows("answer", f"{mark}：")


def _lists(starts: Iterable[_Start]) -> Iterator[Sequence[_Start]]:
    """The starts in a row, up to where they gain most, that are the items of a list."""
    run: list[_Start] = []
    total = 0.0
    for start in (*starts, _Start(0, 0)):
        total += start.gain
        if total > 0:
            run.append(start)
        else:
            gains = [*accumulate(item.gain for item in run)]
            items = run[: gains.index(max(gains)) + 1] if gains else []
            if _value(items) > 0:
                yield items
            run, total = [], 0.0


def _value(items: Sequence[_Start]) -> float:
    """How much likelier it is that items have bullets than that all their characters are text.

    That a list stands there is told by bullets that were read right, but by no more than it costs.
    """
    table = costs().bullets
    seams = {item.seam for item in items if item.gain > 0 and item.seam}
    again = len(seams) - len({seam[0] for seam in seams})
    told = sum(item.gain for item in items if item.seam)
    read = sum(item.gain for item in items if not item.seam)
    return told - table["again"] * again - max(0.0, table["list"] - read)


def _changes(items: Sequence[_Start]) -> Iterator[tuple[int, Amendment]]:
    """A bullet for each item that has one, with its block; those of a chronicle have a day too."""
    marked = [item for item in items if item.gain > 0 and item.seam]
    days = [item for item in marked if item.event]
    marked = days or (
        marked if len(marked) > 1 else []
    )  # one among others read right proves little
    certainty = min(round(1.0 / (1.0 + exp(-_value(items))), 2), _MOST_SURE)
    edit = Edit(Rule.LOOK_ALIKE, _WHY.format(len(marked)), certainty)
    for item in marked:
        yield item.block, Amendment(item.at, item.at + 1, _BULLET, edit)


def _amended(block: ScannedBlock, changes: Sequence[Amendment]) -> ScannedBlock:
    """A block with changes that leave the length of its lines as it is."""
    if not changes or not isinstance(block, TextBlock):
        return block
    text = text_of(block).amended(changes)
    ends = accumulate(len(line.text) for line in block.lines)
    lines = zip(block.lines, ends, strict=True)
    cut = (replace(line, text=text.cut(end - len(line.text), end)) for line, end in lines)
    return replace(block, lines=tuple(cut))
