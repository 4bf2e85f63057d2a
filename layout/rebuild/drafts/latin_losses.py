"""What English text lost at the end of a paragraph: nothing but its stop, or words as well.

`painted over in the war` may be whole but for its stop; `at the corner of` and `the 74-` cannot.
Where the source kept its line ends, a line with room for any word ended the paragraph, so only the
stop is missing and is supplied. Where it did not, the stop is offered beside the gap.
"""

import re

from layout.rebuild.reading.open_ends import COMMA, COMMAS, FULL, JUMP, OPEN, SHORT
from layout.rebuild.signs.latin_signs import lexicon
from layout.text import Amendment, Edit, Gap, Rule, Suggestion

_LAST_WORD = re.compile(r"([\w’']+)[\"”’')]*$")
_QUOTES = "\"”’'"
_SPOKEN = re.compile(r"[,?!][\"”’'] (?:[\w.’'-]+ ){1,4}said$")
_FEWEST = 4  # words
_ROOMY = 12  # characters: seven words in eight are shorter, with their blank
_EITHER = "the paragraph ends in the air: its closing mark is missing, and maybe more"
_MARK = "the sentence may be whole but for its closing mark"


def may_be_whole(words: str, *, item: bool = False) -> bool:
    """Whether nothing but its stop need be missing: the last word waits for no other.

    A sentence has some words; an item of a list may be one. Behind what was said, "it is," she
    said, nothing need follow.
    """
    last = _LAST_WORD.search(words)
    waits = last is None or (last[1].lower() in lexicon().hung and not _SPOKEN.search(words))
    return not waits and (item or len(words.split()) >= _FEWEST)


def latin_endings(words: str, short: int | None, longest: float) -> tuple[Amendment, ...]:
    """What is said of a sentence without its stop, whose last line is so many characters short.

    `short` is None where no line end shows; `longest`, in ems, is the most that can be missing.
    """
    end = len(words)
    at = len(words.rstrip(_QUOTES))
    if short is not None and short >= _ROOMY:
        return (Amendment(at, at, ".", Edit(Rule.CLOSING_MARK, SHORT, 0.9)),)
    offer = Suggestion(words[at - 1] + ".", Rule.CLOSING_MARK, _MARK, 0.6)
    return (
        Amendment(at - 1, at, None, offer),
        Amendment(end, end, None, Gap(longest, _EITHER, 0.5)),
    )


def latin_gap(words: str, short: int | None, longest: float, *, jumps: bool) -> Amendment:
    """The gap behind words that wait for others, or before a jump line; `longest` is in ems."""
    end = len(words)
    why, certainty = _why(words, short, jumps=jumps)
    return Amendment(end, end, None, Gap(longest, why, certainty))


def _why(words: str, short: int | None, *, jumps: bool) -> tuple[str, float]:
    """Why print is missing behind words, and how sure that is."""
    if jumps:
        return JUMP, 0.5
    if words[-1] in COMMAS:
        return COMMA, 0.8
    return (OPEN, 0.7) if short is None else (FULL, 0.9)
