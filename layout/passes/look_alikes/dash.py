"""Find the dash that was read for 一, the one character that is nothing but a dash.

`-窝蜂` is 一窝蜂 and `-天比-天` 一天比一天; 中国-东盟, 3-5 and A-1 are what they seem. A clause is
cut into words with 一 in the place of every dash, and the word that 一 makes must be likelier than
a dash between the words there.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache

from layout.passes.look_alikes.clause import Clause, Made
from layout.passes.look_alikes.finding import Finding, judgement
from layout.passes.look_alikes.lexicon import lexicon, simplified, with_noughts
from layout.passes.look_alikes.neighbours import unjoined
from layout.script import HAN
from layout.text import Text

_ONE = "一"
_DASHES = "-‐‑‒–—―−─ー－"
_DASH = f"[{re.escape(_DASHES)}]"
_LONE = re.compile(
    f"(?<![A-Za-z0-9{re.escape(_DASHES)}]){_DASH}(?![A-Za-z0-9{re.escape(_DASHES)}])"
)
_STOPS = "，。；：？！"
_NEARLY = 1.0  # nats
_PHRASE = 4  # characters, for 一 to begin it as a word of its own
_AS_ONE = dict.fromkeys(map(ord, _DASHES), _ONE)


def with_ones(words: str) -> str:
    """Words with 一 for every dash that no letter, figure or other dash stands beside."""
    return _LONE.sub(_ONE, words)


def dashes_for_one(text: Text, script: str) -> Iterator[Finding]:
    """Every dash that is better read as 一."""
    plain = text.plain
    places = [found.start() for found in _LONE.finditer(plain)]
    if not places:
        return
    words, line_ends = with_noughts(simplified(plain, script)), text.line_ends()
    for found in _clauses().finditer(words):
        clause = Clause(found[0], found[0].translate(_AS_ONE), lexicon(), unjoined)
        for at in places[bisect_left(places, found.start()) : bisect_left(places, found.end())]:
            before = plain[max(0, at - 2) : at].rstrip()[-1:] or "\n"
            original = plain[found.start() : found.end()]
            yield from _read(clause, original, at - found.start(), at, before, line_ends)


@cache
def _clauses() -> re.Pattern[str]:
    """Compiled for the first lone dash: it takes milliseconds that most pages can spare."""
    return re.compile(f"[{HAN}0-9{re.escape(_DASHES)}]+")


def _made(clause: Clause, place: int) -> Made:
    """The word that 一 makes: of several characters, unless it is much likelier alone."""
    words = sorted(clause.made(place, _ONE), key=clause.fit, reverse=True)
    longer = (word for word in words if len(word.word) > 1)
    near = (word for word in longer if clause.fit(word) > clause.fit(words[0]) - _NEARLY)
    return next(near, words[0])


def _read(
    clause: Clause, original: str, place: int, at: int, before: str, line_ends: Collection[int]
) -> Iterator[Finding]:
    made = _made(clause, place)
    between = 0 < place < len(clause.words) - 1
    weights = judgement()["dash"]
    odds = clause.fit(made) - clause.apart(place) - weights["between" if between else "apart"]
    word = made.printed(original, place, _ONE)
    why = f"{word} is a word, and a dash says nothing here"
    if between and clause.words[place - 1] == clause.words[place + 1]:
        odds += weights["twice"]
        once = original[place - 1] + _ONE + original[place + 1]
        why = f"{once} is how one speaks of doing a thing once"
    elif len(made.word) == 1:
        if between or len(clause.words) < _PHRASE or before not in _STOPS:
            return
        odds += weights["alone"]
    if at in line_ends or at == 0:
        odds += weights["line_start"]
        why += "; a line began with it"
    yield Finding(at, at + 1, _ONE, why, odds)
