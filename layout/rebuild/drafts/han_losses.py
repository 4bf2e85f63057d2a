"""What Chinese text lost at the end of a paragraph: its last line, or nothing but its closing mark.

The line before a lost last line filled its measure, as lines inside paragraphs do; a line that lost
its mark has any length. So the length weighs one against the other (`lost_line`). How sure a gap is
also asks whether the rest is lost at all: it may stand elsewhere on the page, unrecognized. It
mostly does where the text breaks off at a comma, for the last lines that an engine overlooks hold a
few characters, and few clauses are so short.
"""

import re
from math import exp

from layout.rebuild.lines.fullness import short_cost
from layout.rebuild.lines.scale import KAIMING
from layout.rebuild.reading.open_ends import COMMA, COMMAS, FULL, JUMP, OPEN, SHORT
from layout.text import Amendment, Edit, Gap, Rule

# One paragraph in eight loses a last line, one in fifty its mark, whose line has one of some thirty
# lengths: the logarithm of these odds.
_ODDS = 4.4
_HERE, _HERE_AT_COMMA = 0.9, 0.45  # how often the rest is lost, and not elsewhere
_QUOTED = re.compile(r"[”’\"'」』]$")
_SIGNS = "%％℃"  # they end a clause as words do
HARDLY_FULL = 4
"""So many steps a full line may be short: what could not be broken off, such as 了！」."""


def lost_line(short: int) -> float:
    """How likely a paragraph without its end lost its last line rather than its mark.

    `short`: the steps of half an em that its last line lacks to its measure.
    """
    odds = exp(_ODDS - short_cost(max(short, 0), KAIMING))
    return odds / (1 + odds)


def lacks_only_its_mark(words: str, short: int | None, *, items: bool) -> bool:
    """Whether nothing but its closing mark is missing behind words that end in the air.

    `short` is None where the measure is not known: then an item of a list is taken for whole.
    """
    whole = words[-1].isalnum() or words[-1] in _SIGNS
    short_line = items if short is None else lost_line(short) < 0.5
    if short is not None and short <= HARDLY_FULL and _is_quoting(words):
        return False
    return (whole and short_line) or bool(_QUOTED.search(words))


def _is_quoting(words: str) -> bool:
    """Whether a quotation is open at the end of words, so that its mark is missing, too."""
    opened, closed = (sum(map(words.count, marks)) for marks in ("“「『", "”」』"))
    return opened > closed or words.count('"') % 2 == 1


def han_ending(
    words: str, short: int | None, longest: float, *, items: bool, jumps: bool
) -> Amendment:
    """What is said of words that end in the air; `longest`, in ems, is the most that is missing.

    `items`: they are an item of a list; `jumps`: a jump line follows.
    """
    end = len(words)
    if not jumps and lacks_only_its_mark(words, short, items=items):
        mark = Edit(Rule.CLOSING_MARK, SHORT, 0.7 if short is None else 0.9)
        return Amendment(end, end, "。", mark)
    why, certainty = _gap(words, short, jumps=jumps)
    return Amendment(end, end, None, Gap(longest, why, certainty))


def _gap(words: str, short: int | None, *, jumps: bool) -> tuple[str, float]:
    """Why print is missing behind words, and how sure that is."""
    if jumps:
        return JUMP, 0.5
    if words[-1] in COMMAS:
        return COMMA, _HERE_AT_COMMA
    if short is None:
        return OPEN, 0.5
    return FULL, round(_HERE * lost_line(short), 2)
