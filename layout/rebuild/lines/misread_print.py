"""Signs of print that an engine took for others, put right before anything is read.

What stands beside them tells: `]` before 月 or 日 is a 1, `@@` before an item is its bullet, and 口
alone before who wrote a text is the □ that such names are set behind. No English word is
`s`: the blank before it is that of a wide apostrophe (`the board' s plan`). A `«` before what
begins with a capital was a bullet, but where the page quotes with « ».
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from layout.model import Line, ScannedBlock, ScannedPage, TextBlock
from layout.rebuild.signs import shows
from layout.script import is_east_asian, language_of
from layout.text import Amendment, Edit, Rule

_DATED = re.compile(r"(?<![0-9\]!.\[])[0-9\]!]{1,2}(?=([月日]))")
_LAST = {"月": 12, "日": 31}
_ONES = "]!"
_AS_ONES = str.maketrans(_ONES, "11")
_BULLET = re.compile(r"(?:(?<=\s)|^)@{1,2}(?=[^@\s])")
_SQUARE = re.compile(r"(?:(?<=\s)|^)口(?= ?[^\W\d_A-Za-z])")
_WRITER = re.compile(r"(?:本[报報刊台]|新[华華]社)?(?:特[约約])?(?:记者|記者|通讯员|通訊員|文/)")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z]['’])( )(?:s|t|re|ll|ve)(?![\w'’])")
_GUILLEMET = re.compile(r"(?:(?<=\s)|^)[«»](?= [A-Z0-9$])")
_STRAY = Edit(Rule.STRAY_SPACE)
_FIGURE = Edit(Rule.LOOK_ALIKE, "the figure of a month or a day", 0.95)
_ITEM = Edit(Rule.LOOK_ALIKE, "the bullet before an item", 0.95)
_BYLINE = Edit(Rule.LOOK_ALIKE, "the square before who wrote it", 0.95)
_Amendments = Callable[[str], Iterator[Amendment]]


def with_print_right(page: ScannedPage) -> ScannedPage:
    """A page with such signs as they were printed."""
    amendments = _amendments(page.source)
    return replace(page, blocks=tuple(_right(block, amendments) for block in page.blocks))


def _amendments(source: str) -> _Amendments:
    """What is put right in the words of a line."""
    if is_east_asian(language_of(source)):
        return _in_han
    return _in_latin if _quotes_with_guillemets(source) else _in_english


def _quotes_with_guillemets(source: str) -> bool:
    """Whether a page quotes « so » or »so«, so that it has about as many of both."""
    few, many = sorted((source.count("«"), source.count("»")))
    return 2 * few >= many > 0


def _right(block: ScannedBlock, amendments: _Amendments) -> ScannedBlock:
    if not isinstance(block, TextBlock):
        return block
    found = [tuple(amendments(line.text.plain)) for line in block.lines]
    if not any(found):
        return block
    lines = zip(block.lines, found, strict=True)
    return replace(block, lines=tuple(_amended(line, changes) for line, changes in lines))


def _amended(line: Line, changes: Sequence[Amendment]) -> Line:
    return replace(line, text=line.text.amended(changes))


def _in_latin(words: str) -> Iterator[Amendment]:
    for found in _APOSTROPHE.finditer(words):
        yield Amendment(*found.span(1), "", _STRAY)


def _in_english(words: str) -> Iterator[Amendment]:
    yield from _in_latin(words)
    for found in _GUILLEMET.finditer(words):
        yield Amendment(*found.span(), "●", _ITEM)


def _in_han(words: str) -> Iterator[Amendment]:
    if "]" in words and "[" not in words:
        yield from _ones(words)
    for found in _BULLET.finditer(words) if "@" in words else ():
        yield Amendment(*found.span(), "●", _ITEM)
    for found in _SQUARE.finditer(words) if "口" in words else ():
        behind = words[found.end() :].strip()
        if shows("person", behind) or _WRITER.match(behind):
            yield Amendment(*found.span(), "□", _BYLINE)


def _ones(words: str) -> Iterator[Amendment]:
    """The ones of months and days, where they make one that there is."""
    for found in _DATED.finditer(words):
        figure = found[0].translate(_AS_ONES)
        if figure != found[0] and int(figure) <= _LAST[found[1]]:
            yield from (
                Amendment(i, i + 1, "1", _FIGURE) for i in range(*found.span()) if words[i] in _ONES
            )
