"""Declare what is missing where a word lacks its first half: `dredging the nnel` was a channel.

Where a rule or a fold took the head of a line, the end of a word is left. It is no word; the page
or the dictionary has longer ones that end so; and no word beside it makes it whole, as the pieces
of a split word do. Of 5,000 words of plain prose one is unknown and the end of another. What stands
behind a prefix is most likely a word by itself: doctoral is no stump of postdoctoral.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from layout.model import Page
from layout.passes.look_alikes.latin import is_foreign
from layout.passes.look_alikes.vocabulary import english
from layout.script import LATIN_PER_EM, is_east_asian
from layout.text import Amendment, Gap, Text
from layout.walk import map_texts, read_texts

_STUMP = re.compile(r"(?<=[^\s\-‐=&] )[a-z]{4,}(?![\w’'\-/@])")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE, _BEHIND = re.compile(r"(?:[^\W\d_]+ ){1,2}$"), re.compile(r"(?: [^\W\d_]+){1,2}")
_FAR = 40
_LEAST = 2  # letters that are gone
_PREFIX = re.compile(
    "anti|auto|be|bi|co|counter|de|dis|e[mnx]|fore|hyper|i[mn]|infra|inter|macro|mega|mi(?:cro|d)"
    "|mini|mis|mono|multi|neo|non|out|over|photo|poly|p(?:ost|re|ro)|pseudo|re|self|semi|step"
    "|su(?:b|per)|tele|tri|u[np]|ultra|under"
)
_CERTAINTY = 0.75
_MANY = 3


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that a page has itself, as they are and in small letters, and the dictionary's."""

    own: frozenset[str]
    small: frozenset[str]

    @staticmethod
    def of(texts: Iterable[str]) -> "_Words":
        own = frozenset(word for text in texts for word in _WORD.findall(text))
        return _Words(own, frozenset(map(str.lower, own)))

    def knows(self, word: str) -> bool:
        return word.lower() in self.small or english().knows(word)

    def whole(self, stump: str) -> tuple[str, ...]:
        """The longer words that end with a stump: those of the page, or else of the dictionary."""
        own = [w for w in sorted(self.own) if w.endswith(stump) and self._is_longer(w, stump)]
        told = [word for word in english().words_ending(stump) if self._is_longer(word, stump)]
        return tuple(own or told)

    def _is_longer(self, word: str, stump: str) -> bool:
        lost = word.removesuffix(stump)
        return len(lost) >= _LEAST and not _PREFIX.fullmatch(lost.lower())


def declare_stumps(page: Page) -> Page:
    """An English page with a gap before each word whose first half is gone."""
    if is_east_asian(page.language):
        return page
    texts = [text.plain for text in read_texts(page)]
    if is_foreign(" ".join(texts), english(), otherwise=False):
        return page
    words = _Words.of(texts)
    return map_texts(page, lambda text: text.amended(_gaps(text, words)))


def _gaps(text: Text, words: _Words) -> Iterator[Amendment]:
    marked = [range(o, o + len(f.text)) for o, f in text.placed() if f.mark and f.text.strip()]
    taken = {place for places in marked for place in places}
    for found in _STUMP.finditer(text.plain):
        if english().knows(found[0]) or not taken.isdisjoint(range(*found.span())):
            continue
        whole = () if _is_split(text.plain, found, words) else words.whole(found[0])
        if whole:
            yield Amendment(found.start(), found.start(), None, _gap(found[0], whole))


def _is_split(text: str, found: re.Match[str], words: _Words) -> bool:
    """Whether a stump is a piece of a word that was split: it is one with words beside it."""
    before = _BEFORE.search(text, max(0, found.start() - _FAR), found.start())
    behind = _BEHIND.match(text, found.end())
    left = ["", *accumulate(reversed(before[0].split() if before else ()), lambda a, b: b + a)]
    right = ["", *accumulate(behind[0].split() if behind else ())]
    wholes = (a + found[0] + b for a in left for b in right if a or b)
    return any(map(words.knows, wholes))


def _gap(stump: str, whole: Sequence[str]) -> Gap:
    longest = max(map(len, whole)) - len(stump)
    guess = whole[0].removesuffix(stump) if len(whole) == 1 else ""
    why = f"{stump} is no word, but the end of {_named(whole)}"
    return Gap(round(longest / LATIN_PER_EM, 1), why, _CERTAINTY, guess)


def _named(whole: Sequence[str]) -> str:
    return " or ".join(whole[:2]) if len(whole) < _MANY else f"{whole[0]} and others"
