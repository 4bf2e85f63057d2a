"""Find misread letters in English text: words that are none, and are one with a letter read anew.

becn is been, Picr Pier and tbe the, where that is the only common word it can be. What begins with
a capital is probably a name, and is left alone unless the page has the other word too, or no word
has such letters side by side: Strcet. An engine that took h for b once did so again: bas is has
then. Two halves that are no words and together are one are a word that was split: shu ttered.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from math import exp, log
from pathlib import Path

from layout.passes.look_alikes.finding import Finding, judgement
from layout.passes.look_alikes.vocabulary import Vocabulary, english
from layout.text import Rule

_WORD = re.compile(r"[^\W_](?:[^\W_]|[|!](?=[a-z]))*")
_APOSTROPHES = "'’"
_ADDRESS = "@/\\._"
_FEWEST_PIECES, _MOST_PIECES = 2, 3
_LONG_NAME = 4
_JOINTS = "-‐=&"
_DAY = re.compile(
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    "|(?:Jan|Febr)uary|March|April|June|July|August|(?:Septem|Octo|Novem|Decem)ber"
)
_SHORT = 4  # letters; a longer one that is no word has been misread rather than split
Confusions = Sequence[tuple[str, str, float]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A word as it may have been printed, where its letters differ, the odds of the confusion."""

    word: str
    start: int
    read: str
    printed: str
    odds: float


def readings(word: str, confusions: Confusions) -> Iterator[Reading]:
    """Everything that a word may be with one of its letters, or a group of them, read anew."""
    for printed, read, odds in confusions:
        start = word.find(read)
        while start >= 0:
            anew = word[:start] + printed + word[start + len(read) :]
            yield Reading(anew, start, read, printed, odds)
            start = word.find(read, start + 1)


@cache
def confusions() -> Confusions:
    """The letters that are taken for others: as printed, as read, the odds."""
    text = Path(__file__).parent.joinpath("data/confusions.toml").read_text("utf-8")
    table, weights = tomllib.loads(text)["latin"], judgement()["latin"]
    named = ((pair, weights[how]) for how in ("often", "seldom") for pair in table[how].split())
    split = ((*pair.split(">"), odds) for pair, odds in named)
    return tuple((printed, read, odds) for printed, read, odds in split)


_SMALL = re.compile(r"(?<![\w’'-])[^\W\d_A-Z]{2,}(?![\w’'-])")
_FEWEST, _FOREIGN = 10, 0.5
_NATIVE = 0.8  # the share of a text in English on a page that is not
_LONGEST = 30  # letters; what is longer is no English word, whatever is changed in it


@dataclass(frozen=True)
class LatinReader:
    """Reads the English text of a page; `counts` tells how often the page has each word.

    `foreign`: whether most of the page is in another language; a text of some length tells its own.
    `habits`: what was mended on the page, as printed and as read: its engine confuses these.
    """

    counts: Mapping[str, int]
    foreign: bool
    vocabulary: Vocabulary
    confusions: Confusions
    habits: Set[tuple[str, str]]

    def misread(self, text: str) -> Iterator[Finding]:
        """Every word of a text that is better read as another, and every one that was split."""
        if is_foreign(text, self.vocabulary, otherwise=self.foreign):
            return
        words = list(_WORD.finditer(text))
        start = 0
        while start < len(words):
            pieces = self._pieces(text, words[start : start + _MOST_PIECES])
            if pieces:
                yield from self._joined(pieces)
            elif len(words[start][0]) <= _LONGEST and _stands_free(text, words[start]):
                is_first = _begins_sentence(text, words[start].start())
                found = self._judged(words[start], is_first)
                if found and self._is_piece(text, words, start):
                    found = replace(found, odds=found.odds + judgement()["latin"]["piece"])
                if found:
                    yield found
            start += len(pieces) or 1

    def _pieces(self, text: str, words: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
        """As many of these words as are the pieces of one, or none."""
        for count in range(len(words), 1, -1):
            pieces = words[:count]
            whole = "".join([piece[0] for piece in pieces])
            if (
                whole[1:].islower()
                and (self.vocabulary.grade(whole.lower()) or _DAY.fullmatch(whole))
                and all(text[a.end() : b.start()] == " " for a, b in pairwise(pieces))
                and self._known(pieces) < count - 1 + (count == _FEWEST_PIECES)
            ):
                return pieces
        return ()

    def _known(self, pieces: Sequence[re.Match[str]]) -> int:
        return sum(self.vocabulary.knows(piece[0]) for piece in pieces)

    def _joined(self, pieces: Sequence[re.Match[str]]) -> Iterator[Finding]:
        whole = "".join(piece[0] for piece in pieces)
        odds = judgement()["latin"]["some_pieces" if self._known(pieces) else "no_piece"]
        why = f"{whole} is a word, its pieces are not"
        for first, second in pairwise(pieces):
            yield Finding(first.end(), second.start(), "", why, odds, Rule.STRAY_SPACE)

    def _is_piece(self, text: str, words: Sequence[re.Match[str]], number: int) -> bool:
        """Whether letters may be part of a word: at a hyphen, an ending, beside another part."""
        (start, end), word = words[number].span(), words[number][0]
        before, behind = text[max(0, start - 1) : start], text[end : end + 1]
        beside = (*words[max(0, number - 1) : number], *words[number + 1 : number + 2])
        return (
            (before in _JOINTS and before != "")
            or (behind in _JOINTS and behind != "")
            or self.vocabulary.ends_many(word)
            or any(self._is_strange(other[0]) and len(other[0]) <= _SHORT for other in beside)
        )

    def _judged(self, found: re.Match[str], is_first: bool) -> Finding | None:
        word = found[0]
        if not (self._is_strange(word) or self._is_doubtful(word)):
            return None
        anew = readings(word, self.confusions)
        scores = {r: s for r in anew if (s := self._score(r, word, is_first))}
        if not scores:
            return None
        best = max(scores, key=scores.__getitem__)
        others = sum(exp(score) for reading, score in scores.items() if reading.word != best.word)
        start = found.start() + best.start
        why = f"{best.word} is a word, {word} is none"
        odds = scores[best] - log(1 + others)
        return Finding(start, start + len(best.read), best.printed, why, odds)

    def _is_strange(self, word: str) -> bool:
        """Whether letters are no word that we know, nor initials, nor a number."""
        if len(word) < 2 or word.isupper() or word.isdigit():
            return False
        return not (word.isalpha() and self.vocabulary.knows(word))

    def _is_doubtful(self, word: str) -> bool:
        """Whether letters are a word, but a rare one that this page's engine may have made."""
        rare = word.islower() and not self.vocabulary.grade(word)
        return rare and any(read in word for _, read in self.habits)

    def _score(self, reading: Reading, word: str, is_first: bool) -> float:
        """The odds of a reading, others apart; 0 where it is no word."""
        anew = reading.word
        weights = judgement()["latin"]
        grade = self.vocabulary.grade(anew.lower()) if anew[1:].islower() else 0
        if not grade:
            return self._score_by_page(reading, word)
        odds = reading.odds + weights[f"grade_{grade}"]
        odds += weights["short"] * max(0, 5 - len(anew)) + weights["again"] * (
            self.counts[word] - 1
        )
        odds += weights["habit"] * ((reading.printed, reading.read) in self.habits)
        odds += weights["rare"] * (not self._is_strange(word))
        if self.counts[anew]:
            return odds + weights["seen"] + self._of_case(reading, word, is_first)
        return (
            odds + self._of_name(reading, word, is_first) + self._of_case(reading, word, is_first)
        )

    def _of_name(self, reading: Reading, word: str, is_first: bool) -> float:
        """What it says against a reading that the word may be a name."""
        if not (reading.word[0].isupper() and word[0].isupper() and word.isalpha()):
            return 0.0
        weights = judgement()["latin"]
        if self._sounds(reading, word):
            return weights["unheard"]
        return weights["first_capital" if is_first else "capital"]

    def _of_case(self, reading: Reading, word: str, is_first: bool) -> float:
        """What it says against a reading that only it has a capital, or wants one."""
        if word[0].isupper() or reading.start:
            return 0.0
        return judgement()["latin"]["case"] * (reading.word[0].isupper() != is_first)

    def _score_by_page(self, reading: Reading, word: str) -> float:
        """The odds of what is in no list, a name say, but stands elsewhere on the page."""
        seen = self.counts[reading.word]
        long = len(reading.word) >= _LONG_NAME and not self.vocabulary.knows(word)
        often = seen >= self.counts[word] and seen > 0
        if not (often and long) or self._sounds_worse(reading.word, word):
            return 0.0
        return reading.odds + judgement()["latin"]["name_seen"] + log(seen)

    def _sounds_worse(self, anew: str, word: str) -> bool:
        """Whether only the letters that were read make words: Northgate is no Nortbgate."""
        return self.vocabulary.holds(word) and not self.vocabulary.holds(anew)

    def _sounds(self, reading: Reading, word: str) -> bool:
        """Whether only the letters of a reading, and not those that were read, make words."""
        return self._sounds_worse(word, reading.word)


def latin_reader(texts: Sequence[str], habits: Set[tuple[str, str]] = frozenset()) -> LatinReader:
    """A reader of the page that has these texts, whose engine is known to have these habits."""
    counts = Counter(word for text in texts for word in _WORD.findall(text))
    foreign = is_foreign(" ".join(texts), english(), otherwise=False)
    return LatinReader(counts, foreign, english(), confusions(), habits)


def is_foreign(text: str, vocabulary: Vocabulary, *, otherwise: bool) -> bool:
    """Whether a text is in another language than English: so many of its words are strange.

    Misread as it may be, English keeps its small words. `otherwise`: said of a short text, and of
    one that may be either.
    """
    words = _SMALL.findall(text)
    if len(words) < _FEWEST:
        return otherwise
    return vocabulary.share(words) < (_NATIVE if otherwise else _FOREIGN)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start].rstrip(" \"“‘'")
    return not before or before[-1] in ".!?:”"


def _stands_free(text: str, found: re.Match[str]) -> bool:
    """Whether letters are a word by themselves: no part of an address, of don't or of O'Neill."""
    before = text[found.start() - 1 : found.start()] if found.start() else ""
    behind, next_but_one = (
        text[found.end() : found.end() + 1],
        text[found.end() + 1 : found.end() + 2],
    )
    if before and before in _ADDRESS + _APOSTROPHES:
        return False
    if behind and behind in _ADDRESS:
        return not next_but_one.isalnum()
    return not behind or behind not in _APOSTROPHES or next_but_one in ("s", " ", "")
