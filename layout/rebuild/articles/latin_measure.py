"""The measure of Latin text whose line ends are gone, told by the few that still show.

The measure is the number of characters that a line can hold. Where the OCR joined lines by spaces,
a word broken at a line end still shows where one line ended (`sur- rounding`), a column's foot
shows another, a paragraph's beginning where one began. Between two such places stand whole lines,
each of them as long as the words allow: a line takes every word that fits, so each measure breaks
the words in its own way, and only some measures break them where we see them broken. The likelihood
of a measure is the chance that lines of about its room end at just the places that show, summed
over all ways to break the words between.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from math import exp, log, sqrt, tanh
from typing import NamedTuple

from layout.model import Measure, Punctuation
from layout.rebuild.articles.latin_grid import Shares, on_one_page
from layout.rebuild.drafts import Draft
from layout.rebuild.drafts.losses import is_open
from layout.rebuild.signs.latin_signs import SENTENCE_END
from layout.text import LineEnd

_BROKEN = re.compile(r"(?<=[A-Za-z])-(?= [a-z])")
_NEXT = re.compile(r"\s+[\"'“‘]?[A-Z]")
_MARKS = ".,;:?!\"'“”‘’()"
_WORD = re.compile(r"\S+")
_NARROWEST, _WIDEST = 16, 80
# Letters differ in width: the room of a line of n characters varies by this times the root of n
# (0.28 to 0.29 in Times over English prose, from 24 to 60 characters).
_SPREAD = 0.28
_EDGE = 7
_LONGEST_WORD = 100
_INDENT = 2
_FEWEST_WORDS = 3
# How often a word of so many letters is broken where a line has room for five of its signs: the
# share of common words with a syllable that fits, times the will to break one.
_BREAKABLE = (0.26, 0.50, 0.65, 0.75, 0.83, 0.85)
_SHORTEST, _WILL, _LEAST_ROOM, _SYLLABLE = 6, 0.8, 5, 3
_SURPRISE, _HIDDEN, _FAINT = 1e-5, 0.05, 1e-4
_NO_LINE = 1e-3  # a column's foot may be none, where an engine read across columns
_MOST_WORDS = 500
_HOPELESS = 13.0
# What ends in the air mostly ends at a line end: the next line is lost, which began with some word.
_LOST, _NEXT_WORD = 0.7, 5
# Columns of newspapers hold about so many characters; some hold twice or half as many.
_USUAL, _OCTAVES = 36.0, 0.35


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words from a line start that shows to a line end that shows, or to a paragraph's end.

    `ends[i]`, `sizes[i]`: where word i ends, counted from the start with its indent, and how long
    it is. `stops`: the words that end sentences. `broken[i]`: the chance that it is broken where it
    could be. `following`: size and chance of the word behind. `last`: what ends the stretch.
    `alone`: whether it is one line, as where the source kept its line ends.
    """

    ends: tuple[int, ...]
    sizes: tuple[int, ...]
    stops: tuple[int, ...]
    broken: tuple[float, ...]
    following: tuple[int, float]
    last: str
    alone: bool


def latin_measures(
    articles: Sequence[Sequence[Draft]], *, lined: bool = False
) -> list[Measure | None]:
    """The measures under which the lines of articles of a page agree; None where nothing tells.

    `lined`: whether the source kept the line ends.
    """
    told = [_telling_first(drafts, lined=lined) for drafts in articles]
    shares = on_one_page([_shares(_weighed(each)) for each in told if each], _shares(_unweighed()))
    found = iter(shares)
    return [_measure(each, next(found)) if each else None for each in told]


def _telling_first(drafts: Sequence[Draft], *, lined: bool) -> list[_Stretch]:
    """The stretches of an article, first those whose end tells something; none if none does."""
    found = list(_limited(s for draft in drafts for s in _stretches(draft, alone=lined)))
    telling = sorted((s for s in found if s.last != "free"), key=lambda s: s.last)
    return telling and [*telling, *(s for s in found if s.last == "free")]


def _measure(stretches: Sequence[_Stretch], shares: Shares) -> Measure:
    best = max(shares, key=shares.__getitem__)
    telling = (s for s in stretches if s.last != "free")
    return Measure(
        width=float(best),
        narrowest=float(best),
        punctuation=Punctuation.LATIN,
        certainty=round(sum(shares.get(m, 0.0) for m in (best - 1, best, best + 1)), 3),
        lines=sum(max(1, round(s.ends[-1] / best)) for s in telling),
    )


def _shares(likely: Mapping[int, float]) -> Shares:
    """The shares of measures, of the logarithms of what speaks for them."""
    best = max(likely.values())
    speaks = {m: exp(told - best) for m, told in likely.items()}
    whole = sum(speaks.values())
    return {m: told / whole for m, told in speaks.items()}


def _unweighed() -> dict[int, float]:
    """How usual each measure is, as logarithms."""
    return {m: -_unusual(m) for m in range(_NARROWEST, _WIDEST + 1)}


def _weighed(stretches: Sequence[_Stretch]) -> dict[int, float]:
    """How likely each measure is that a stretch has not made hopeless, as logarithms."""
    likely = _unweighed()
    for stretch in stretches:
        likely = {m: told + log(_likelihood(stretch, m)) for m, told in likely.items()}
        best = max(likely.values())
        likely = {m: told for m, told in likely.items() if told > best - _HOPELESS}
    return likely


def _limited(stretches: Iterator[_Stretch]) -> Iterator[_Stretch]:
    words = 0
    for stretch in stretches:
        words += len(stretch.ends)
        if words > _MOST_WORDS:
            return
        yield stretch


def fresh_start(draft: Draft, at: int, measure: Measure) -> float:
    """How much likelier a paragraph begins at an offset than not, by the line ends beside it.

    The logarithm of a ratio; 0 where no line end shows behind the offset.
    """
    words = draft.text.plain.rstrip()
    near = next((run for run in _runs(draft) if run.words[0].start() < at <= run.behind), None)
    if near is None or near.last == "free":
        return 0.0
    first = sum(word.start() < at for word in near.words)
    whole = _stretch(words, near, alone=False)
    whole = replace(whole, stops=tuple(stop for stop in whole.stops if stop != first - 1))
    above = _stretch(words, near._replace(words=near.words[:first], last="free"), alone=False)
    below = _stretch(words, near._replace(words=near.words[first:], indent=_INDENT), alone=False)
    widths = [round(measure.width) + away for away in (-1, 0, 1)]
    parted = sum(_likelihood(above, m) * _likelihood(below, m) for m in widths)
    together = sum(_likelihood(whole, m) for m in widths)
    return log(measure.certainty * parted / together + 1 - measure.certainty)


class _Run(NamedTuple):
    """Words from a line start that shows to a line end that shows, or to a paragraph's end."""

    words: Sequence[re.Match[str]]
    indent: int
    last: str

    @property
    def behind(self) -> int:
        return self.words[-1].start()


def _runs(draft: Draft) -> Iterator[_Run]:
    words = draft.text.plain.rstrip()
    broken = {found.end() for found in _BROKEN.finditer(words)}
    cuts = {o for o, f in draft.text.placed() if isinstance(f.mark, LineEnd)} | broken
    run: list[re.Match[str]] = []
    indent = _INDENT
    for found in _WORD.finditer(words):
        run.append(found)
        if not cuts.isdisjoint((found.end(), found.end() + 1)):
            yield _Run(run, indent, "broken" if found.end() in broken else "cut")
            run, indent = [], 0
    if run:
        yield _Run(run, indent, "open" if is_open(draft) else "free")


def _stretches(draft: Draft, *, alone: bool) -> Iterator[_Stretch]:
    words = draft.text.plain.rstrip()
    runs = (run for run in _runs(draft) if alone or run.last != "cut" or _tells(run))
    return (_stretch(words, run, alone=alone) for run in runs)


def _tells(run: _Run) -> bool:
    """Whether a column's foot tells of a line: a word or two by themselves were torn off one."""
    return len(run.words) >= _FEWEST_WORDS


def _stretch(words: str, run: _Run, *, alone: bool) -> _Stretch:
    told = run.words
    sizes = [min(len(word[0]), _LONGEST_WORD) for word in told]
    following = _WORD.search(words, told[-1].end())
    return _Stretch(
        ends=tuple(end + run.indent - 1 for end in accumulate(size + 1 for size in sizes)),
        sizes=tuple(sizes),
        stops=tuple(i for i, word in enumerate(told) if _stops(words, word.end())),
        broken=tuple(_breakable(word[0]) for word in told),
        following=(min(len(following[0]), _LONGEST_WORD), _breakable(following[0]))
        if following
        else (0, 0.0),
        last=run.last,
        alone=alone,
    )


def _stops(words: str, end: int) -> bool:
    """Whether a sentence ends there and another begins."""
    return bool(SENTENCE_END.search(words[max(0, end - 3) : end])) and bool(_NEXT.match(words, end))


def _breakable(word: str) -> float:
    bare = word.strip(_MARKS)
    if len(bare) < _SHORTEST or not (bare.isalpha() and bare.islower()):
        return 0.0
    return _WILL * _BREAKABLE[min(len(bare) - _SHORTEST, len(_BREAKABLE) - 1)]


def _unusual(width: float) -> float:
    off = log(width / _USUAL) / _OCTAVES
    return off * off / 2


def _likelihood(stretch: _Stretch, measure: int) -> float:
    """How likely lines of this measure end where the stretch ends, and break no word inside."""
    ends, stops, broken = stretch.ends, stretch.stops, stretch.broken
    last = len(ends) - 1
    chances, fresh = [0.0] * (last + 1), [0.0] * (last + 1)
    chances[0] = 1.0
    below = _below(measure)
    done = 0.0
    for first in range(1 if stretch.alone else last + 1):
        for chance, indent in ((chances[first], 0), (fresh[first], _INDENT)):
            if chance < _FAINT:
                continue
            begin = ends[first] - stretch.sizes[first] - indent if first else 0
            room = begin + measure
            far = bisect_right(ends, room + _EDGE, first)
            if last < far or first == last:
                done += chance * _ends(stretch, below, ends[last] - room)
            for i in stops:  # mostly none, seldom two
                if first <= i < min(far, last):
                    fresh[i + 1] += chance * _HIDDEN * (1 - below[ends[i] - room])
            near = bisect_left(ends, room - _EDGE, first) - 1
            for i in range(max(first, near), min(max(far, first + 1), last)):
                over = _breaks(below, ends[i] - room, ends[i + 1] - room, broken[i + 1])
                chances[i + 1] += chance * over
    return done + (_NO_LINE if stretch.last == "cut" else _SURPRISE)


@cache
def _below(measure: int) -> tuple[float, ...]:
    """The chance that a line has less room than its measure and so many characters.

    For 0 to 220, and behind these, where negative indices find them, for -220 to -1.
    """
    spread = _SPREAD * sqrt(measure)
    return tuple(
        0.5 + 0.5 * tanh(0.8 * over / spread) if abs(over) <= _EDGE else float(over > 0)
        for over in (*range(221), *range(-220, 0))
    )


def _breaks(below: Sequence[float], over: int, longer: int, broken: float) -> float:
    """The chance that a line ends behind a word though the next one is whole.

    `over`: the characters by which the line exceeds the measure; `longer`: with the next word.
    """
    upto, from_ = below[longer], below[over]
    if not broken or longer <= over + _LEAST_ROOM:
        return upto - from_
    return upto - from_ - broken * (upto - below[over + _LEAST_ROOM])


def _ends(stretch: _Stretch, below: Sequence[float], over: int) -> float:
    """The chance that the last line of a stretch, over its measure by so much, ends as it does."""
    from_ = below[over]
    if stretch.last == "free":
        return 1 - from_
    if stretch.last == "broken":
        return _WILL * (below[over + _SYLLABLE] - from_)
    if stretch.last == "open":
        return _LOST * (below[over + _NEXT_WORD] - from_) + (1 - _LOST) * (1 - from_)
    size, broken = stretch.following
    return _breaks(below, over, over + 1 + size, broken)
