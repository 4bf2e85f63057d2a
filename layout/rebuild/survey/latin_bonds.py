"""Bonds of Latin words across a seam: what the last word before it and the first behind it make.

`with the | largest` hangs together, for `the` waits for a word; `gen- | eral` makes one; `mainte- |
largest` makes none, and `nnel` is no word without what stood before it. Words that stand side by
side elsewhere on the page, or nearly always, draw each other. The numbers are those of
`latin.toml` under [seam].
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from layout.passes.look_alikes.vocabulary import english
from layout.rebuild.signs.costs import costs
from layout.rebuild.signs.latin_signs import lexicon
from layout.rebuild.survey.seams import NO_BOND, Bond, are_unpaired
from layout.rebuild.survey.voices import INTERROGATIVE

_QUOTES = '"“”'
_STUMP = re.compile(r"([A-Za-z]+)-$")
_SENTENCES = re.compile(r"(?:[.!?][\"”’]?|^[A-Z][\w ]{0,30}:) ")
_WORD = re.compile(r"[a-z]+")
_COUNT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*$")
_FIRST = re.compile(r"[a-z]+(?![\w’'])")


@dataclass(frozen=True, slots=True)
class LatinSeams:
    """The words that stand on a page, how often, and which stand side by side."""

    known: Counter[str]
    pairs: frozenset[tuple[str, str]]

    @staticmethod
    def of(texts: Iterable[str]) -> "LatinSeams":
        """The seams of a page with these texts."""
        told = [_WORD.findall(text.lower()) for text in texts]
        known = Counter(word for words in told for word in words)
        return LatinSeams(known, frozenset(pair for words in told for pair in pairwise(words)))

    def bond(self, before: str, behind: str) -> Bond:
        """How the last word before a seam and the first behind it hang together."""
        cost, why = self._cost(before, behind)
        return Bond(-cost, why) if cost else NO_BOND

    def odd(self, told: str, line: str) -> float:
        """What it costs that a line ends what a paragraph told: a question without its mark."""
        asked = bool(INTERROGATIVE.match(_SENTENCES.split(told)[-1]))
        asks = costs().seam["asks"] * (asked != line.rstrip("\"”'’").endswith("?"))
        return asks + costs().seam["quotes"] * are_unpaired(told + line, _QUOTES)

    def _cost(self, before: str, behind: str) -> tuple[float, str]:
        seam = costs().seam
        last = before.rsplit(maxsplit=1)[-1].lower()
        stump, first = _STUMP.search(before), _FIRST.match(behind)
        waits = last in lexicon().hung | lexicon().numbers or bool(_COUNT.match(last))
        hung = seam["hung"] * (waits or last.endswith(","))
        why = f"{last!r} cannot end a sentence" if hung else ""
        if not first:
            return hung, why
        usual = f"{last} {first[0]}" in lexicon().pairs
        if waits and first[0] in lexicon().joining and not usual:
            return seam["joining"], ""
        if stump:
            whole = stump[1] + first[0]
            is_word = english().knows(whole) or self.known[whole.lower()]
            return (0.0, f"{whole} is a word") if is_word else (seam["no_word"], "")
        alone = english().knows(first[0]) or self.known[first[0]] > 1
        paired = usual or (last, first[0]) in self.pairs
        why = f"{last} {first[0]} stands elsewhere on the page" if paired else why
        return hung + seam["pair"] * paired + seam["stump"] * (not alone), why
