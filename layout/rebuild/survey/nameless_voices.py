"""Who asks and who answers in an interview of Latin text that names neither.

The questions stood in bold, and no engine kept it. What is left are short blocks that are a
question each, with an answer between one and the next. One question between paragraphs is rhetoric;
three in a row are an interview.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from layout.rebuild.lines.pieces import Piece

_LONGEST, _FARTHEST, _FEWEST = 160, 3, 3


def nameless_voices(pieces: Sequence[Piece]) -> tuple[frozenset[str], ...]:
    """For every piece, whether it begins a question or its answer, where nobody is named."""
    blocks = [tuple(run) for _, run in groupby(range(len(pieces)), lambda i: pieces[i].block)]
    asked = [n for n, block in enumerate(blocks) if _is_question([pieces[i] for i in block])]
    signs = [frozenset[str]()] * len(pieces)
    for run in _runs(asked):
        for number in run:
            signs[blocks[number][0]] = frozenset({"asking_voice"})
            if number + 1 < len(blocks):
                signs[blocks[number + 1][0]] = frozenset({"answering_voice"})
    return tuple(signs)


def _is_question(block: Sequence[Piece]) -> bool:
    """Whether a block is a short question, and asks all that it says."""
    length = block[-1].end - block[0].start
    asks = all(p.words.endswith("?") or (p.newline and not p.closes) for p in block)
    return asks and length <= _LONGEST and block[0].words[0].isupper() and " " in block[0].words


def _runs(asked: Sequence[int]) -> Iterator[Sequence[int]]:
    """The numbers of questions that follow each other, each behind an answer of a few blocks."""
    run: list[int] = []
    for number in [*asked, -1]:
        if run and not 1 < number - run[-1] <= _FARTHEST + 1:
            if len(run) >= _FEWEST:
                yield run
            run = []
        run.append(number)
