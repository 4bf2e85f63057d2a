"""Names that speak in an interview without a colon behind them, as in 记　一年有几晚看得到星.

A name of a few characters stands at the start of what is said, set apart by a blank, and so looks
like a printed line of its own. Any first line of a narrow column does; but names take turns: one
asks, and behind it, again and again, another answers. Such a name is made one piece with the words
behind it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import is_closed, shows
from layout.rebuild.survey.voices import mostly
from layout.script import LETTER
from layout.text import Text

_NAME = re.compile(rf"{LETTER}{{1,4}}")
_LINES = 3  # of one that lost its end; a byline has fewer
_Blocks = Sequence[tuple[Piece, ...]]


def with_names(blocks: _Blocks, texts: Sequence[Text]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of all blocks, those of a name that speaks joined with what it says."""
    names = _names(list(_turns(blocks)))
    if not names:
        return tuple(blocks)
    return tuple(
        tuple(_joined(block, text.plain, names)) for block, text in zip(blocks, texts, strict=True)
    )


def _turns(blocks: _Blocks) -> Iterator[tuple[str, bool]]:
    """What may be a name at the start of a sentence, and whether the words behind it ask."""
    for block in blocks:
        starts = [i for i in range(len(block) - 1) if _may_speak(block, i)]
        for start, behind in pairwise([*starts, len(block)]):
            last = block[behind - 1].words
            if is_closed(last) or behind - start >= _LINES:
                yield block[start].words, shows("asks", last)


def _may_speak(block: Sequence[Piece], index: int) -> bool:
    piece = block[index]
    starts = piece.opens or is_closed(block[index - 1].words)
    return starts and not piece.newline and bool(_NAME.fullmatch(piece.words))


def _names(turns: Sequence[tuple[str, bool]]) -> frozenset[str]:
    """The names of those who ask, and of those who answer them; none where nobody does."""
    asked: dict[str, list[bool]] = defaultdict(list)
    for name, asks in turns:
        asked[name].append(asks)
    asking = frozenset(name for name, asks in asked.items() if mostly(asks))
    replies: dict[str, list[bool]] = defaultdict(list)
    for (before, _), (name, _) in pairwise([("", False), *turns]):
        replies[name].append(before in asking)
    answering = frozenset(name for name, to in replies.items() if mostly(to)) - asking
    return asking | answering if asking and answering else frozenset()


def _joined(block: Sequence[Piece], words: str, names: frozenset[str]) -> Iterator[Piece]:
    """The pieces of a block, names made one with the piece behind them."""
    name: Piece | None = None
    for piece in block:
        if name:
            whole = words[name.start : piece.end]
            yield name._replace(words=whole, end=piece.end, behind=piece.behind,
                                newline=piece.newline, closes=piece.closes)  # fmt: skip
            name = None
        elif piece.words in names and not (piece.closes or piece.newline):
            name = piece
        else:
            yield piece
