"""Lines at the head of a page that were folded, for what they stood in was narrow.

`FRIDAY, NO-` and `VEMBER 5, 2021 | C1`, `星期` and `三A10版`: such a line is broken within a day, a
name or a word, in one block or in two. It is made whole where only then it tells its day or its
paper. A name may stand in a block by itself behind the duty that waits for it, or behind the day.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import TypeGuard

from layout.model import Line, ScannedBlock, ScannedPage, TextBlock
from layout.rebuild.lines.pieces import text_of, words_of
from layout.rebuild.signs import shows
from layout.rebuild.signs.folio import is_broken
from layout.rebuild.signs.latin_folio import head_facts, head_signs
from layout.script import in_han
from layout.text import Amendment, Edit, LineEnd, Rule, Text, joined

_FIRST = 7  # blocks of a page among which those of its head are
_LONGEST, _LONGEST_HAN = 120, 45  # characters
_MOST_BREAKS = 3
_BREAK = re.compile(r"(?<=[A-Za-z])-\s+(?=[A-Za-z])")
_COLONS = "：:"
_WHOLE = Edit(Rule.HYPHEN, "the head of the page tells more so", 0.95)


def with_head_lines_whole(page: ScannedPage) -> ScannedPage:
    """The page with the lines of its head as they were before they were folded."""
    blocks = list(page.blocks)
    for number in range(min(_FIRST, len(blocks)) - 1, -1, -1):
        block, behind = blocks[number], blocks[number + 1 : number + 3]
        if not _may_be_head(block):
            continue
        for rest in _rest(block, behind):
            block = _with(block, rest)
            blocks.remove(rest)
        blocks[number] = block if in_han(words_of(block)) else _unbroken(block)
    return replace(page, blocks=tuple(blocks))


def _may_be_head(block: ScannedBlock) -> TypeGuard[TextBlock]:
    return isinstance(block, TextBlock) and 0 < len(words_of(block)) <= _LONGEST


def _rest(block: TextBlock, behind: Sequence[ScannedBlock]) -> Sequence[TextBlock]:
    """The block that is the rest of a line of the head; none if it is whole."""
    words = words_of(block)
    for place, other in enumerate(behind, start=1):
        if not _may_be_head(other):
            break
        if _waits_for(words, words_of(other)) or (place == 1 and _tell_more(block, other)):
            return (other,)
        if not _tells_day(words_of(other)):
            break
    return ()


def _waits_for(duty: str, name: str) -> bool:
    """Whether the first words end with a duty, and the others name who has it."""
    if duty[-1] not in _COLONS:
        return False
    if in_han(name):
        return shows("staff", duty + name) or (
            shows("person", name) and shows("editors", duty + name)
        )
    return shows("editors", f"{duty} ") and shows("latin_name", name)


def _tells_day(words: str) -> bool:
    return shows("date", words) or "dated_head" in head_signs(words)


def _tell_more(one: TextBlock, two: TextBlock) -> bool:
    """Whether two blocks tell a day or a paper as one line that neither tells alone."""
    if in_han(words_of(one)):
        words = words_of(one), words_of(two)
        return sum(map(len, words)) <= _LONGEST_HAN and is_broken(*words)
    ways = [
        [_facts(text) for text in _ways(text_of(block))] for block in (one, two, _with(one, two))
    ]
    alone, whole = {fact for facts in (*ways[0], *ways[1]) for fact in facts}, ways[2]
    return any(not {"day", "paper"}.isdisjoint(facts - alone) for facts in whole)


def _with(one: TextBlock, two: TextBlock) -> TextBlock:
    """Two blocks as one line; in Chinese nothing stands between them, else a blank."""
    text = text_of(one)
    words = text.plain.rstrip()
    blank = "" if in_han(words) else " "
    first = len(words)
    ends = (
        Amendment(i, i + 1, blank if i == first else "", LineEnd()) for i in range(first, len(text))
    )
    return replace(one, lines=(Line(joined((text.amended(ends), text_of(two)))),))


def _unbroken(block: TextBlock) -> TextBlock:
    """A block with its broken words whole, as the page is told most of."""
    first, *others = _ways(text_of(block))
    best = max((first, *others), key=lambda text: len(_facts(text)))
    return block if best is first else replace(block, lines=(Line(best),))


def _facts(text: Text) -> frozenset[str]:
    return head_facts(" ".join(text.plain.split()))


def _ways(text: Text) -> Iterator[Text]:
    """A text as it stands, then with the hyphens at its broken lines kept or not."""
    yield text
    breaks = [found.span() for found in _BREAK.finditer(text.plain)]
    for kept in product((0, 1), repeat=len(breaks)) if len(breaks) <= _MOST_BREAKS else ():
        spans = ((start + keeps, end) for (start, end), keeps in zip(breaks, kept, strict=True))
        yield text.amended(Amendment(start, end, "", _WHOLE) for start, end in spans)
