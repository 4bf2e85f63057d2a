"""Find the misread name of a voice: one character before a colon, as in 间： among questions 问：.

Alone before its colon it stands in no word. The other voices of the page tell: paragraphs that
begin with a character that looks alike, and more of them than begin with what was read.
"""

from collections.abc import Iterator
from math import log

from layout.passes.look_alikes.finding import Finding, judgement
from layout.passes.look_alikes.lexicon import simplified
from layout.passes.look_alikes.shapes import look_alikes
from layout.passes.look_alikes.witness import Witness

_COLON = "："


def misread_voice(text: str, script: str, witness: Witness) -> Iterator[Finding]:
    """The first character of a text, if the page's other voices have another there."""
    if text[1:2] != _COLON:
        return
    again = witness.openings[simplified(text[:2], script)]
    for other in look_alikes(script)(text[0]):
        often = witness.openings[other.known + _COLON]
        if often > again:
            odds = judgement()["page"]["three"] + other.odds + log(often / again)
            why = f"{often} paragraphs begin with {other.character}{_COLON}"
            yield Finding(0, 1, other.character, why, odds)
