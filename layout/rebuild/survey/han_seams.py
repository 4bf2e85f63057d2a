"""Seams of Chinese text: how much likelier words make it that they go on across a line end.

The dictionary cuts the last characters before a seam and the first behind it into words, once
apart and once together; what a bridging word gains is the bond, a logarithm of likelihoods. Of the
line ends inside Chinese paragraphs one in three cuts a word, of their ends one in three hundred
seems to. What stands across the seam may stand elsewhere on the page as well, whole; and a figure
at the end of a line wants what it counts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp, log

from layout.passes.look_alikes.clause import scores_behind
from layout.passes.look_alikes.dash import with_ones
from layout.passes.look_alikes.lexicon import LONGEST, lexicon, simplified
from layout.passes.look_alikes.neighbours import joint
from layout.passes.look_alikes.witness import runs
from layout.rebuild.signs.costs import costs
from layout.rebuild.survey.seams import NO_BOND, Bond, are_unpaired
from layout.remembered import for_a_page

_TAIL = re.compile(r"[^\W0-9A-Za-z_]*$")
_HEAD = re.compile(r"[^\W0-9A-Za-z_]*")
_BOUND, _USUAL, _FAST = 2.0, 5.0, 10.0
_PHRASES = (2, 3), (2, 2), (1, 3)  # characters before and behind the seam
_COUNTED = re.compile(
    r"[万亿萬億千百余餘多个個家名人元年月日米公里吨噸亩畝种種次件条條座岁歲所处處%％."
    r"位届屆户戶栋棟台臺套部项項期天场場小分层層张張号號版起份头頭棵株升克度倍成点點辆輛]"
)
_LISTED = re.compile(r"[^，。；：！？,;:!?]{1,12}?[、和与與及等]")
_SAID = re.compile(r"[^\W\d_]{1,8}?(?:[说說道]|表示|感慨|坦言|[回憶忆]{2})[。.]")
_QUOTES = '"“”「」『』'
_QUOTED = frozenset('"”」』')
_PARTICLES = "了着的地们們"
_MENDED = 0.9  # of the words that a seam cuts, so many are found across it
_UNKNOWN = -15.0  # the score of any two characters as a word that the lexicon lacks
_HEARD = 50_000  # characters: more than a sheet holds, so that a longer file takes no longer each


@dataclass(frozen=True, slots=True)
class HanSeams:
    """What a page and the dictionary know of seams: the page's words without blanks, its script.

    `threes`: the three characters at each place of the page.
    """

    page: str
    threes: frozenset[str]
    script: str

    @staticmethod
    def of(texts: Iterable[str], script: str) -> "HanSeams":
        """The seams of a page with these texts."""
        words = "\n".join("".join(text.split()) for text in texts)[:_HEARD]
        return HanSeams(words, frozenset(runs(words, 3)), script)

    def bond(self, before: str, behind: str) -> Bond:
        """How words before a seam and behind it hang together; a lone dash may be 一."""
        end, before, behind = costs().end, with_ones(before), with_ones(behind)
        if before[-1:].isdigit():
            counted = bool(_COUNTED.match(behind))
            why = f"a figure and its unit stand across {before[-1:]}|{behind[:1]}"
            return Bond(end["counted"], why) if counted else Bond(-end["uncounted"])
        if before.endswith("、") and _LISTED.match(behind):
            return Bond(end["listed"], "an enumeration goes on there")
        if before[-1:] in _QUOTED and _SAID.match(behind):
            return Bond(end["said"], "who said it stands behind a quotation")
        phrase = self._phrase(before, behind)
        if phrase:
            return Bond(end["repeated"] * len(phrase), f"{phrase} stands elsewhere on the page")
        bound = bond(before, behind, self.script)
        if bound >= _BOUND:
            gain = end["bridged"] + end["bridged_by"] * (min(bound, _FAST) - _USUAL)
            return Bond(gain, f"a word stands across {before[-1:]}|{behind[:1]}")
        if behind[:1] in _PARTICLES:  # the word before it is whole
            return NO_BOND
        beside = simplified(before[-1:], self.script), simplified(behind[:1], self.script)
        liking = end["liked"] * joint(*beside)
        return Bond(log(1.0 - _MENDED * unfinished(before, self.script)) + liking)

    def odd(self, told: str, line: str) -> float:
        """What it costs that a line ends what a paragraph told before it: unpaired quotes."""
        return costs().end["unpaired"] * are_unpaired(told + line, _QUOTES)

    def _phrase(self, before: str, behind: str) -> str:
        """What stands across the seam as it stands elsewhere on the page."""
        if before[-1:] + behind[:2] not in self.threes:  # every phrase holds these
            return ""
        for left, right in _PHRASES:
            seam = before[-left:] + behind[:right]
            whole = len(seam) == left + right and seam.isalnum() and not seam.isascii()
            if whole and seam in self.page:
                return seam
        return ""


def is_bridged(before: str, behind: str, script: str) -> bool:
    """Whether a word stands across the seam of two pieces of text; `script` is Hans or Hant."""
    return bond(before, behind, script) >= _BOUND


def bond(before: str, behind: str, script: str) -> float:
    """How much likelier the words are that bridge the seam than those that end and begin there."""
    tail, head = _TAIL.search(before[-LONGEST:]), _HEAD.match(behind[:LONGEST])
    if not (tail and head and tail[0] and head[0]):
        return 0.0
    left, right = simplified(tail[0], script), simplified(head[0], script)
    return _likelihood(left + right) - _likelihood(left) - _likelihood(right)


def loose(first: str, behind: str, script: str) -> float:
    """How much likelier words are than the same words with a character before them."""
    alone = simplified(behind[:LONGEST], script)
    whole = simplified(first, script) + alone
    name = _UNKNOWN + _likelihood(alone[1:])
    return _likelihood(alone) - max(_likelihood(whole), name)


def unfinished(before: str, script: str) -> float:
    """How likely it is that words end with the first character of a word that goes on.

    Two loose characters may be a word that the lexicon lacks, a name for one; then nothing is told.
    """
    tail = _TAIL.search(before[-LONGEST:])
    if not tail or not tail[0]:
        return 0.0
    words = simplified(tail[0], script)
    begun = _likelihood(words[:-1]) + _going_on(words[-1])
    whole = max(_likelihood(words), _likelihood(words[:-2]) + _UNKNOWN)
    return 1.0 / (1.0 + exp(whole - begun))


@cache
def _going_on(character: str) -> float:
    return lexicon(counted=True)(character).goes_on()


@for_a_page
def _likelihood(words: str) -> float:
    """The logarithm of the likelihood of the likeliest words that make up a clause.

    They stand side by side as if by chance. Words that nobody counted bridge too many seams: nearly
    any two characters are one of them.
    """
    entry = lexicon(counted=True)
    lattice = [entry(character).words_at(words, at) for at, character in enumerate(words)]
    return scores_behind(lattice, [0.0] * (len(words) + 1))[0]
