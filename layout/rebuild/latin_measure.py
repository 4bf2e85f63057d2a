"""The measure of Latin text whose line ends are gone, told by its broken words.

The measure is what a line can hold, in characters; ragged as they are, lines hold a little less.

Where the OCR joined lines by spaces, a word broken at a line end still shows where one line ended
(`sur- rounding`), and a column's foot shows another. Between two such places stand whole lines:
the measure is the length, in characters, of which all these distances are likely multiples.
"""

import re
from collections.abc import Iterator, Sequence
from math import exp, log

from layout.model import Measure, Punctuation
from layout.rebuild.drafts import Draft
from layout.text import LineEnd

_BROKEN = re.compile(r"(?<=[a-z])-(?= [a-z])")
_NARROWEST, _WIDEST, _STEP = 16.0, 80.0, 0.5
# A stretch may hide the short last line of a paragraph: then it tells nothing.
_HIDDEN_END = 0.003
_SPREAD = 2.8
_UNUSED = 2.4
_INDENT = 2
_BROKEN_SHARE = 0.12
_MOST_LINES = 40
# Columns of newspapers hold about so many characters; some hold twice or half as many.
_USUAL, _OCTAVES = 36.0, 0.4


def latin_measure(drafts: Sequence[Draft]) -> Measure | None:
    """The average characters a line of these paragraphs; None where nothing tells it."""
    stretches = [s for draft in drafts for s in _stretches(draft)]
    if not stretches:
        return None
    grid = [_NARROWEST + _STEP * i for i in range(int((_WIDEST - _NARROWEST) / _STEP) + 1)]
    likely = [
        sum(_log_likelihood(s, width - _UNUSED) for s in stretches) - _unusual(width)
        for width in grid
    ]
    best = max(range(len(grid)), key=likely.__getitem__)
    shares = [exp(v - likely[best]) for v in likely]
    near = shares[max(0, best - 3) : best + 4]
    return Measure(
        width=grid[best],
        narrowest=grid[best],
        punctuation=Punctuation.LATIN,
        certainty=round(sum(near) / sum(shares), 3),
        lines=sum(max(1, round(s / grid[best])) for s in stretches),
    )


def _stretches(draft: Draft) -> Iterator[int]:
    """The characters between line ends that are known, the indent of a first line counted."""
    words = draft.text.plain
    columns = [o for o, f in draft.text.placed() if isinstance(f.mark, LineEnd) and f.mark.column]
    broken = [found.end() for found in _BROKEN.finditer(words)]
    start = -_INDENT
    for end in sorted({*columns, *broken}):
        if end - start > _NARROWEST / 2:
            yield end - start
        start = end + 1


def _unusual(width: float) -> float:
    off = log(width / _USUAL) / _OCTAVES
    return off * off / 2


def _log_likelihood(stretch: int, width: float) -> float:
    """How likely so many whole lines of the width make up the stretch."""
    total = _HIDDEN_END
    for lines in range(1, _MOST_LINES):
        off = stretch - lines * width
        spread = _SPREAD * _SPREAD * lines
        share = _BROKEN_SHARE * (1 - _BROKEN_SHARE) ** (lines - 1)
        total += share * exp(-off * off / (2 * spread)) / spread**0.5
    return log(total)
