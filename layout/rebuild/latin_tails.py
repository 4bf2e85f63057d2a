"""Last lines of English paragraphs that the OCR put elsewhere on the page, brought home.

A line in a block of its own ends a sentence that it does not begin: `gains among teenagers.` stands
behind a paragraph that is closed, and two blocks higher one ends in `with the largest`. What the
page costs as it stands is weighed against what it costs with the line moved, seam by seam
(`latin_seams.py`); it is moved where that is far cheaper, and no other place is nearly as good.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import exp

from layout.passes.look_alikes.vocabulary import english
from layout.rebuild.costs import INDENTED, ITEMS, costs
from layout.rebuild.drafts import Draft
from layout.rebuild.interrupted import joined_at
from layout.rebuild.latin_company import Company
from layout.rebuild.latin_seams import ending_costs, seam_costs
from layout.rebuild.latin_signs import lexicon
from layout.rebuild.paragraphs import draft_of
from layout.rebuild.sequence import Reading
from layout.rebuild.survey import Survey
from layout.rebuild.voices import INTERROGATIVE

_RUNNING = INDENTED | ITEMS
_MISREAD = frozenset({"headline", "subhead", "subheadline", "caption", "kicker"})
_MARKED = frozenset(
    {"bullet", "number_item", "event", "question", "answer", "asking_voice", "answering_voice"}
)
_REACH = 5
_LONGEST_LINE = 80
_MOVE, _STEP, _HEAD = 2.5, 0.3, 1.0
_LEAST_SURE = 0.6
_CLOSED = re.compile(r"[.!?:][\"'”’)]*$")
_STUMP = re.compile(r"([A-Za-z]+)-$")
_SENTENCES = re.compile(r"(?:[.!?][\"”’]?|^[A-Z][\w ]{0,30}:) ")
_WORD = re.compile(r"[a-z]+")
_COUNT = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})*$")
_FIRST = re.compile(r"[a-z]+(?![\w’'])")


@dataclass(frozen=True, slots=True)
class _Part:
    """What one block gives to one draft. `words` are None for what is no running text."""

    draft: int
    readings: tuple[Reading, ...]
    words: str | None
    loose: bool

    @property
    def is_open(self) -> bool:
        """Whether it is running text without an end."""
        return self.words is not None and not _CLOSED.search(self.words)


@dataclass(frozen=True, slots=True)
class _Move:
    """A part (by number), the part it ends, and how sure that is."""

    part: int
    target: int
    certainty: float


def with_tails_home(survey: Survey, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with every displaced last line joined to the paragraph that it ends."""
    parts = [part for number, draft in enumerate(drafts) for part in _parts(survey, number, draft)]
    told = [_WORD.findall(text.plain.lower()) for text in survey.texts]
    known = Counter(word for words in told for word in words)
    pairs = frozenset(pair for words in told for pair in pairwise(words))
    page = _Page(parts, known, pairs, survey.stream.company)
    moves: dict[int, _Move] = {}
    for move in page.moves(drafts):
        moved = {m.part for m in moves.values()}
        if {move.part, move.target}.isdisjoint(moves.keys() | moved):
            moves[move.target] = move
    return tuple(_rebuilt(survey, drafts, parts, moves)) if moves else tuple(drafts)


def _parts(survey: Survey, number: int, draft: Draft) -> Iterator[_Part]:
    """The parts of a draft, block by block; one without words where it is no running text."""
    running = draft.role in _RUNNING
    loose = _is_loose(draft)
    pieces = survey.stream.pieces
    if not draft.readings or not (running or loose):
        yield _Part(number, draft.readings, None, loose=False)
        return
    for _, run in groupby(draft.readings, lambda reading: pieces[reading.first].block):
        readings = tuple(run)
        words = " ".join(p.words for p in pieces[readings[0].first : readings[-1].behind])
        alone = "alone" in readings[0].signs and len(words) <= _LONGEST_LINE
        marked = readings[0].signs & _MARKED
        yield _Part(number, readings, words, loose=alone and not marked)


def _is_loose(draft: Draft) -> bool:
    """Whether a draft read as a heading may be a displaced line: it begins in mid-sentence."""
    return (
        draft.role in _MISREAD
        and len(draft.readings) == 1
        and "heading" not in draft.signs
        and "lower_start" in draft.signs
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """The parts of a page in order, the words that stand on it, and which stand side by side."""

    parts: Sequence[_Part]
    known: Counter[str]
    pairs: frozenset[tuple[str, str]]
    company: Company

    def moves(self, drafts: Sequence[Draft]) -> Iterator[_Move]:
        """Every move that is worth it."""
        for number, part in enumerate(self.parts):
            if part.loose and number:
                yield from self._move(drafts, number)

    def _move(self, drafts: Sequence[Draft], number: int) -> Iterator[_Move]:
        gains = {
            target: self._gain(number, target) - _HEAD * self._heads(drafts, number, target)
            for target in range(max(0, number - _REACH), min(len(self.parts), number + _REACH))
            if target not in (number, number - 1) and self.parts[target].is_open
        }
        shares = {target: exp(gain) for target, gain in gains.items()}
        for target, gain in gains.items():
            certainty = shares[target] / (1.0 + sum(shares.values()))
            if gain > 0 and certainty >= _LEAST_SURE:
                yield _Move(number, target, round(min(certainty, 0.95), 2))

    def _heads(self, drafts: Sequence[Draft], one: int, other: int) -> int:
        """How many headlines stand between two parts."""
        first, last = sorted((one, other))
        between = {part.draft for part in self.parts[first + 1 : last]}
        return sum(drafts[number].role == "headline" for number in between)

    def _gain(self, number: int, target: int) -> float:
        """How much cheaper the page becomes if a part is moved behind the target."""
        before, part, behind = (self._at(n) for n in (number - 1, number, number + 1))
        goal, follower = self._at(target), self._at(target + 1)
        stands = self._pair(before, part) + self._pair(part, behind) + self._pair(goal, follower)
        moved = self._pair(before, behind) + self._pair(goal, part) + self._pair(part, follower)
        return stands - moved - _MOVE - _STEP * abs(number - target)

    def _at(self, number: int) -> str | None:
        return self.parts[number].words if 0 <= number < len(self.parts) else None

    def _pair(self, before: str | None, behind: str | None) -> float:
        """What it costs that two parts follow each other, joined or apart, whichever is cheaper."""
        if before is None or behind is None:
            alone = ending_costs(before)[0] if before is not None else 0.0
            return alone + (_start_cost(behind) if behind is not None else 0.0)
        ends, stays = ending_costs(before)
        seam = seam_costs(before, behind, self.company)
        return min(ends + _start_cost(behind), stays + seam.on + self._odds(before, behind))

    def _odds(self, before: str, behind: str) -> float:
        """What it costs that words meet: halves that are no word, a stump without its half."""
        seam = costs().seam
        asks = seam["asks"] * (_is_asked(before) != behind.rstrip("\"”'’").endswith("?"))
        quotes = seam["quotes"] * ((_quotes(before) + _quotes(behind)) % 2)
        return asks + quotes + self._words_cost(before, behind)

    def _words_cost(self, before: str, behind: str) -> float:
        """What it costs that the last word of a part and the first of another meet."""
        seam = costs().seam
        last = before.rsplit(maxsplit=1)[-1].lower()
        stump, first = _STUMP.search(before), _FIRST.match(behind)
        waits = last in lexicon().hung or bool(_COUNT.match(last))
        hung = seam["hung"] * (waits or last.endswith(","))
        if not first:
            return hung
        if waits and first[0] in lexicon().joining:
            return seam["joining"]
        if stump:
            whole = stump[1] + first[0]
            return 0.0 if english().knows(whole) or self.known[whole.lower()] else seam["no_word"]
        alone = english().knows(first[0]) or self.known[first[0]] > 1
        paired = f"{last} {first[0]}" in lexicon().pairs or (last, first[0]) in self.pairs
        return hung + seam["pair"] * paired + seam["stump"] * (not alone)


def _is_asked(words: str) -> bool:
    """Whether the last sentence of words begins like a question."""
    return bool(INTERROGATIVE.match(_SENTENCES.split(words)[-1]))


def _quotes(words: str) -> int:
    return sum(map(words.count, '"“”'))


def _start_cost(words: str) -> float:
    lower = costs().begin["lower_start"][0] if words[:1].islower() else 0.0
    return seam_costs("", words).end + lower


# --- the drafts anew ------------------------------------------------------------------------------


def _rebuilt(
    survey: Survey, drafts: Sequence[Draft], parts: Sequence[_Part], moves: Mapping[int, _Move]
) -> Sequence[Draft]:
    """The drafts without what was moved, with it where it belongs, and what it parted joined."""
    gone = {move.part for move in moves.values()}
    done: list[Draft] = []
    parted = False
    for number, draft in enumerate(drafts):
        own = [i for i, part in enumerate(parts) if part.draft == number]
        touched = not gone.isdisjoint(own) or not moves.keys().isdisjoint(own)
        anew = list(_anew(survey, parts, [i for i in own if i not in gone], moves))
        left = anew if touched else [draft]
        if parted and left and done and _goes_on(done[-1], left[0], survey.stream.company):
            done[-1] = joined_at(survey, done[-1], left.pop(0), _PARTED, 0.9)
        parted = bool(own) and own[-1] in gone
        done += left
    return done


def _goes_on(before: Draft, behind: Draft, company: Company) -> bool:
    """Whether a paragraph goes on with one that a displaced line parted from it."""
    if before.role not in _RUNNING or behind.role not in _RUNNING:
        return False
    words, more = before.text.plain.rstrip(), behind.text.plain
    ends, stays = ending_costs(words)
    seam = seam_costs(words, more, company)
    return stays + seam.on < ends + _start_cost(more)


def _anew(
    survey: Survey,
    parts: Sequence[_Part],
    own: Sequence[int],
    moves: Mapping[int, _Move],
) -> Iterator[Draft]:
    """What is left of a draft, cut behind each part that was given its last line."""
    held: list[int] = []
    for i in own:
        held.append(i)
        if i in moves:
            whole = _paragraph(survey, parts, held)
            tail = _paragraph(survey, parts, [moves[i].part])
            yield joined_at(survey, whole, tail, _WHY, moves[i].certainty)
            held = []
    if held:
        yield _paragraph(survey, parts, held)


_WHY = "moved here: it ends a sentence that it does not begin, and here one is without its end"


_PARTED = "a line that belongs elsewhere stood between the halves"


def _paragraph(survey: Survey, parts: Sequence[_Part], numbers: Sequence[int]) -> Draft:
    readings = [reading for i in numbers for reading in parts[i].readings]
    return draft_of(survey, (replace(readings[0], begins=True), *readings[1:]))
