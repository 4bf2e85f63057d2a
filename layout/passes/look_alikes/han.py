"""Find Chinese characters that were misread, where another that looks alike makes words of them.

A clause is cut into the likeliest words of the lexicon, as it was read and with one character
replaced. The gain, in the logarithm of likelihood, is the evidence; the odds that just this
character is taken for the other, and the company both keep elsewhere on the page, go with it.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from math import log
from typing import NamedTuple

from layout.passes.look_alikes.clause import Clause, Made, clause_of
from layout.passes.look_alikes.finding import Finding, judgement
from layout.passes.look_alikes.lexicon import Lexicon, lexicon, simplified, with_noughts
from layout.passes.look_alikes.names import callings, family_names, name_places
from layout.passes.look_alikes.neighbours import joint
from layout.passes.look_alikes.shapes import LookAlike, LookAlikes, look_alikes
from layout.passes.look_alikes.witness import Witness
from layout.remembered import for_a_page
from layout.script import HAN

_CLAUSE = re.compile(f"[{HAN}0-9\u30a0-\u30ff]{{2,}}")
_NUMERALS = "一二两三四五六七八九十百千万几"
_FIGURES, _UNITS = "一二两三四五六七八九几数", "十百千万亿"
_REACH = 3  # how many characters on either side are company
_AGAIN = 2  # how often a page has a name that it has otherwise once


class Said(NamedTuple):
    """A clause as it stands, in simplified characters, and where it may name a person."""

    original: str
    read: str
    names: frozenset[int]


Judged = dict[Said, Sequence[Finding]]
"""What was found in clauses, at places of theirs."""


@dataclass(frozen=True, slots=True)
class HanReader:
    """Reads Chinese text of one script (Hans or Hant) on a page that bears witness.

    `habits`: what was mended on the page, as printed and as read: its engine confuses these.
    """

    script: str
    witness: Witness
    judged: Judged
    lexicon: Lexicon
    look_alikes: LookAlikes
    habits: Set[tuple[str, str]]

    def misread(self, text: str) -> Iterator[Finding]:
        """Every character of a text that is better read as one that looks alike."""
        for start, said in _clauses(text, self.script):
            found = self.judged.get(said)
            if found is None:
                found = self.judged[said] = tuple(self._misread(said))
            for each in found:
                yield replace(each, start=start + each.start, end=start + each.end)

    def _misread(self, said: Said) -> Iterator[Finding]:
        clause = clause_of(said.read, with_noughts(said.read), self.lexicon, joint)
        for place in clause.loose:
            alike = self._alike(said.original[place])
            others = alike and clause.fitting(place, alike, self.witness)
            if not others:
                continue
            if best := self._best(clause, place, others, place in said.names):
                why = best.why(said.original)
                yield Finding(place, place + 1, best.other.character, why, best.odds)

    def _alike(self, read: str) -> Sequence[LookAlike]:
        """What may have been printed; what was mended elsewhere on the page is likelier."""
        found, again = self.look_alikes(read), judgement()["habit"]["again"]
        if not any(habit == read for _, habit in self.habits):
            return found
        return [
            replace(other, odds=other.odds + again * ((other.character, read) in self.habits))
            for other in found
        ]

    def _best(
        self, clause: Clause, place: int, others: Sequence[LookAlike], in_name: bool
    ) -> "_Reading | None":
        readings = (_Reading(clause, place, other, self.witness, in_name) for other in others)
        return max(
            (reading for reading in readings if reading.may_convince),
            key=lambda reading: reading.odds,
            default=None,
        )


@for_a_page  # a text is read again when something was mended elsewhere
def _clauses(text: str, script: str) -> Sequence[tuple[int, Said]]:
    """The clauses of a text, and where they begin."""
    read = simplified(text, script)
    names, found = name_places(with_noughts(read)), []
    for clause in _CLAUSE.finditer(read):
        start, end = clause.span()
        named = frozenset(place - start for place in names if start <= place < end)
        found.append((start, Said(text[start:end], clause[0], named)))
    return found


@dataclass(frozen=True)
class _Reading:
    """A clause with another character at one place, and all that speaks for it."""

    clause: Clause
    place: int
    other: LookAlike
    witness: Witness
    in_name: bool

    @property
    def may_convince(self) -> bool:
        """Whether the most that can be said for it is enough to be worth a closer look."""
        words = self.clause.made(self.place, self.other.known)
        most = max(map(self.clause.most, words), default=0.0)
        return most + self.other.odds + self._heard + self._numeral > 0

    @cached_property
    def odds(self) -> float:
        """The natural logarithm of the odds that this is right."""
        odds = self.gain + self.other.odds + self._numeral
        if self.is_witnessed:
            return odds + self.company + min(max(0.0, self._liking), judgement()["page"]["liking"])
        weights = judgement()["name"]
        against = weights["place"] * self.made.is_name + weights["person"] * self.in_name
        if self._may_be_name:
            against += weights["person"]
        elif self._may_be_given_name:
            against += weights["given"]
        if self.clause.has_word(self.place):
            against += judgement()["word"]["attested"]
        if self._is_counted and not self._numeral:
            against += judgement()["word"]["counted"]
        odds += min(0.0, self.company) + against
        if len(self.made.word) == 1:
            return min(odds + judgement()["word"]["none"], judgement()["word"]["most"])
        if self._numeral:
            return odds
        less_common = max(0.0, judgement()["word"]["common_word"] - self.made.score)
        return odds + judgement()["word"]["uncommon"] * less_common

    def why(self, original: str) -> str:
        """The evidence in words, those of the clause as it stands on the page."""
        told = []
        if len(self.made.word) > 1:
            word = self.made.printed(original, self.place, self.other.character)
            told.append(f"{word} is a likelier word than what was read")
        elif not self.is_witnessed:
            told.append(f"the characters beside it go better with {self.other.character}")
        if self.is_witnessed:
            told.append("the page has the same words elsewhere")
        return "; ".join(told)

    @property
    def is_witnessed(self) -> bool:
        """Whether the page has these words elsewhere, and nothing better speaks against them."""
        heard = self.company > 0 and (not self.in_name or self._is_known_name)
        return heard and self.gain + self._liking > judgement()["page"]["clear"]

    @property
    def _is_known_name(self) -> bool:
        """Whether the page has a name of three characters again and again so, and once as read."""
        return self._heard >= judgement()["page"]["two"] + log(_AGAIN)

    @property
    def _numeral(self) -> float:
        """What it says that it is a unit between numerals: 三万二千七百, where 二干七 was read."""
        read, place = self.clause.read, self.place
        before, behind = read[:place][-1:], read[place + 1 : place + 2]
        between = before and before in _FIGURES and behind and behind in _NUMERALS + "余多"
        return judgement()["word"]["numeral"] if between and self.other.known in _UNITS else 0.0

    @property
    def _is_counted(self) -> bool:
        """Whether it makes a numeral with what is counted, of what can stand without the other.

        一船 is a boatful and not 一般; 雨里 is in the rain and not 两里.
        """
        counted = len(self.made.word) == 2 and self.made.word[0] in _NUMERALS
        return counted and self.clause.alone[self.place] > judgement()["name"]["rare"]

    @property
    def _may_be_name(self) -> bool:
        """Whether this is one of three characters, a family name first, that make no words.

        Where the word to be has the family name in it, 周末 for 周未, it is no name but a word;
        behind a family name it may be what somebody is called: 虞女士.
        """
        clause, families = self.clause, family_names()
        if self.made.word in callings() and clause.read[self.made.start - 1] in families:
            return False
        return any(
            clause.read[start] in families and {start, start + 1, start + 2}.issubset(clause.loose)
            for start in range(max(0, self.place - 2), self.place + 1)
            if start == self.place or start < self.made.start
        )

    @property
    def _may_be_given_name(self) -> bool:
        """Whether a rare character stands behind a family name."""
        read = self.clause.read
        rare = self.clause.alone[self.place]
        before = read[self.place - 1 : self.place]
        return rare < judgement()["name"]["rare"] and before != "" and before in family_names()

    @cached_property
    def made(self) -> Made:
        """The word with which it gains most."""
        return max(self.clause.made(self.place, self.other.known), key=self.clause.fit)

    @cached_property
    def gain(self) -> float:
        """How much likelier the clause is with that word than as it was read."""
        return self.clause.fit(self.made) - self.clause.best

    @property
    def _liking(self) -> float:
        return self.witness.preference(self.clause.read[self.place], self.other.known)

    @cached_property
    def company(self) -> float:
        """How far the page's other words speak for this reading (above 0), or against it."""
        near, at = self._near
        return self._heard or self.witness.insistence(near[max(0, at - 1) : at + 2])

    @cached_property
    def _heard(self) -> float:
        """How far the page's other words speak for this reading."""
        near, at = self._near
        heard = self.witness.prefers(near, self.other.known, at)
        return heard if heard >= judgement()["page"]["two"] else 0.0

    @property
    def _near(self) -> tuple[str, int]:
        """The characters that are company, and its place among them."""
        start = max(0, self.place - _REACH)
        return self.clause.read[start : self.place + _REACH + 1], self.place - start


def han_reader(
    script: str, witness: Witness, judged: Judged, habits: Set[tuple[str, str]] = frozenset()
) -> HanReader:
    """A reader with the lexicon and the look-alikes of this package; `judged` grows."""
    return HanReader(script, witness, judged, lexicon(), look_alikes(script), habits)
