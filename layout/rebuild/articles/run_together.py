"""Paragraphs that an engine ran together in one block of Latin text without line ends.

Where a sentence ends, a paragraph may. The words tell it: few go on in their own words behind what
somebody said, and a quotation mostly begins a paragraph where none was in it before. So does the
length: two paragraphs are twice as long as one, and have more sentences than the others of their
article. And so do the lines: behind a last line that is not full, all lines end elsewhere
(`latin_measure.py`). The numbers are those of `latin.toml` under [parted].
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate
from math import log
from statistics import median

from layout.model import Measure
from layout.passes.look_alikes.vocabulary import english
from layout.rebuild.articles.latin_measure import fresh_start
from layout.rebuild.drafts import Draft
from layout.rebuild.reading import Reading
from layout.rebuild.signs.costs import costs
from layout.rebuild.signs.latin_signs import OPENING_QUOTES, ends_sentence, lexicon
from layout.rebuild.survey import Survey
from layout.text import Edit, Rule

_CLOSING_QUOTES = ('"', "”", "“", "»")
_QUOTES = '"“”„«'
_ROLE = "paragraph"
_SHARES = ("share_one", "share_two", "share_three", "share_four")
_HOPELESS = -3.5  # lines, which take long to ask, seldom speak so clearly for a paragraph
_FIRST = re.compile(r"^\W+|[’']\w*$|\W+$")


def usual_length(groups: Sequence[Sequence[Draft]]) -> float:
    """How many characters a paragraph of a page mostly has."""
    return median([len(d.text) for drafts in groups for d in drafts if d.role == _ROLE] or [1])


def taken_apart(
    survey: Survey, drafts: Sequence[Draft], measure: Measure | None, usual: float
) -> Iterator[Draft]:
    """The drafts of an article with paragraphs that were run together as paragraphs of their own.

    `usual` is the length of a paragraph of the page.
    """
    sizes = Counter(_sentences(survey, d.readings) for d in drafts if d.role == _ROLE)
    for draft in drafts:
        if draft.role == _ROLE:
            others = sizes - Counter([_sentences(survey, draft.readings)])
            yield from _parted(survey, draft, _Habits(measure, usual, others))
        else:
            yield draft


@dataclass(frozen=True, slots=True)
class _Habits:
    """How an article is set: its measure, the sizes of its other paragraphs.

    `usual` is the length of a paragraph of the page; `sizes`: how many have so many sentences.
    """

    measure: Measure | None
    usual: float
    sizes: Mapping[int, int]

    def cost(self, size: int) -> float:
        """What it costs that a paragraph has so many sentences."""
        return _cost_of_size(size, self.sizes.get(size, 0), sum(self.sizes.values()))


@lru_cache(maxsize=1024)
def _cost_of_size(size: int, seen: int, among: int) -> float:
    """What it costs that a paragraph has so many sentences, as `seen` others of an article have."""
    known = costs().parted
    more = max(size - len(_SHARES), 0)
    share = known[_SHARES[min(size, len(_SHARES)) - 1]] * known["share_more"] ** more
    return -log((share * known["habit"] + seen) / (known["habit"] + among))


def _sentences(survey: Survey, readings: Sequence[Reading]) -> int:
    """How many sentences these lines hold."""
    pieces = survey.stream.pieces
    return 1 + sum(ends_sentence(pieces[r.behind - 1].words) for r in readings[:-1])


def _parted(survey: Survey, draft: Draft, habits: _Habits) -> Iterator[Draft]:
    seams = [(_gain(survey, draft, n, at, habits), n, at) for n, at in _seams(survey, draft)]
    gain, number, at = max(seams, default=(0.0, 0, 0))
    if gain <= 0:
        yield draft
        return
    above, below = draft.readings[:number], draft.readings[number:]
    below = (below[0]._replace(begins=True), *below[1:])
    blank = draft.text.cut(at - 1, at).read_as("", Edit(Rule.BLANK))
    text, behind = draft.text.cut(0, at - 1) + blank, draft.text.cut(at, len(draft.text))
    block = survey.stream.pieces[below[0].first].block
    first = replace(draft, readings=above, text=text, last_block=block)
    for part in (first, replace(draft, readings=below, text=behind, first_block=block)):
        yield from _parted(survey, part, habits)


def _seams(survey: Survey, draft: Draft) -> Iterator[tuple[int, int]]:
    """The readings that begin a sentence inside a block, with the offsets where they begin."""
    pieces, plain = survey.stream.pieces, draft.text.plain
    words = [" ".join(p.words for p in pieces[r.first : r.behind]) for r in draft.readings]
    starts = accumulate((len(told) + 1 for told in words), initial=0)
    for number, (told, at) in enumerate(zip(words, starts, strict=False)):
        if not plain.startswith(told, at):
            return
        if number and not pieces[draft.readings[number].first].opens:
            yield number, at


def _gain(survey: Survey, draft: Draft, number: int, at: int, habits: _Habits) -> float:
    """How much likelier a paragraph begins with a reading, at an offset, than not (a logarithm)."""
    halves = draft.readings[:number], draft.readings[number:]
    sizes = [_sentences(survey, half) for half in halves]
    told = habits.cost(sum(sizes)) - sum(map(habits.cost, sizes))
    told += _of_length(at, len(draft.text), habits.usual) - _of_words(draft.text.plain, at)
    if habits.measure is None or told < _HOPELESS:
        return told
    return told + costs().parted["lines"] * fresh_start(draft, at, habits.measure)


def _of_length(at: int, whole: int, usual: float) -> float:
    parted = _odd_length(at, usual) + _odd_length(whole - at, usual)
    return _odd_length(whole, usual) - parted


def _odd_length(length: int, usual: float) -> float:
    """What it costs that a paragraph is so long."""
    known = costs().parted
    off = log(max(length, 1) / usual) / known["length_spread"]
    return min(off * off / 2, known["odd_length"])


def _of_words(words: str, at: int) -> float:
    """What it costs that a paragraph ends and another begins, by their words."""
    known = costs().parted
    before, behind = words[:at].rstrip(), words[at:]
    return known["base"] + known[_turn(before, behind)] + known[_start(behind)]


def _turn(before: str, behind: str) -> str:
    """Who speaks behind those who spoke: the paper or somebody, as before or not."""
    if behind[0] in OPENING_QUOTES:
        return "quote_again" if any(mark in before for mark in _QUOTES) else "quote_first"
    return "quote_over" if before.endswith(_CLOSING_QUOTES) else "same_voice"


def _start(words: str) -> str:
    """How words begin: with one that points back, a name, or another, as what is said."""
    if words[0] in OPENING_QUOTES:
        return "other"
    word = _FIRST.sub("", words.split(maxsplit=1)[0])
    if word.lower() in lexicon().pointing:
        return "pointing"
    return "other" if english().grade(word.lower()) else "name"
