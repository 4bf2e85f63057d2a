"""The Chinese lexicon: which words begin at a place of a text, and how common each of them is.

`words.txt` has a line for every first character, in five parts with bars between them: the
character and how often it stands alone; the second characters of common words of two; those of rare
ones, which may be misprints themselves; those of longer words; the longer words without their first
character, a space before and behind each. What is a word has a letter behind it, which counts half
nats of frequency (0 to 5 follow z); a capital marks the name of a place, 6 a word of which nobody
knows how common it is. A line is taken apart when a page first needs it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

LONGEST = 4
LETTERS = "abcdefghijklmnopqrstuvwxyz012345"
UNCOUNTED = "6"
_LIKELY = "h"  # what one of those is taken for: some 30 in 60 million words
_LOG_TOTAL = 17.9  # of all words counted in the source of words.txt
_SCORES = {letter: step / 2 - _LOG_TOTAL for step, letter in enumerate(LETTERS)}
_SCORES |= {letter.upper(): score for letter, score in _SCORES.items()}
_SCORES[UNCOUNTED] = _SCORES[_LIKELY]
_AFTER_SECOND = re.compile(r"[^a-zA-Z0-5]([a-zA-Z0-5])")
_NEVER = 1e-12
_FIGURE = re.compile("[1-9]")
_UNCOUNTED = re.compile(f".{UNCOUNTED}")


class Word(NamedTuple):
    """A word at some place: its length, its score, and whether it is a name.

    A score is the natural logarithm of the word's share in all words.
    """

    length: int
    score: float
    is_name: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """The words that begin with one character.

    `pairs` are the common words of two, `seconds` those and the rare ones, and behind them the
    characters that go on to longer words; a letter stands behind each that makes a word.
    """

    alone: Word
    pairs: str
    seconds: str
    longer: str

    def words_at(self, text: str, place: int) -> list[Word]:
        """Every word that stands here, the lone character first."""
        found = [self.alone]
        second = text[place + 1 : place + 2]
        if not second or second not in self.seconds:
            return found
        behind = self.seconds.index(second) + 1
        letter = self.seconds[behind : behind + 1]
        if letter in _SCORES:
            found.append(_word(2, letter))
        start = self.longer.find(" " + second)
        while start >= 0:
            end = self.longer.index(" ", start + 1)
            tail = self.longer[start + 1 : end - 1]
            if text.startswith(tail, place + 1):
                found.append(_word(len(tail) + 1, self.longer[end - 1]))
            start = end if self.longer.startswith(second, end + 1) else -1
        return found

    def goes_on(self) -> float:
        """The score of all words together that go on behind this character."""
        letters = (*_AFTER_SECOND.findall(self.seconds), *(w[-1] for w in self.longer.split()))
        return log(sum(exp(_SCORES[letter]) for letter in letters if letter in _SCORES) or _NEVER)


Lexicon = Callable[[str], Entry]


@cache
def lexicon(*, counted: bool = False) -> Lexicon:
    """A function from a character to the words that begin with it.

    `counted`: only those of which it is known how common they are.
    """

    @cache
    def entry(character: str) -> Entry:
        line = lines_of("words.txt").get(character, "?" + LETTERS[0] + "||||")
        alone, pairs, doubtful, seconds, longer = line.split("|")
        doubtful = _UNCOUNTED.sub("", doubtful) if counted else doubtful
        return Entry(_word(1, alone[1]), pairs, pairs + doubtful + seconds, longer)

    return entry


@cache
def lines_of(name: str) -> Mapping[str, str]:
    """The lines of a data file, by the character that each begins with."""
    return {line[0]: line for line in _data(name).splitlines()}


@cache
def _word(length: int, letter: str) -> Word:
    return Word(length, _SCORES[letter], letter.isupper())


def with_noughts(text: str) -> str:
    """A text with every digit as 0, as the lexicon has it before what is counted."""
    return _FIGURE.sub("0", text)


def simplified(text: str, script: str) -> str:
    """A text in the simplified characters that the lexicon has; `script` is Hans or Hant.

    A character that may stay as it is, or be another, is what makes a word with those beside it.
    """
    plain = text.translate(_simple_forms()) if script == "Hant" else text
    if not _fork().search(plain):
        return plain

    def told(fork: re.Match[str]) -> str:
        at = fork.start()
        before, behind = plain[at - 1 : at] or "\n", plain[at + 1 : at + 2] or "\n"
        return _forks()[fork[0]] if _parts(fork[0], before, behind) else fork[0]

    return _fork().sub(told, plain)


def _parts(character: str, before: str, behind: str) -> bool:
    """Whether a character makes a word here only as the other that it may be."""
    other, entry = _forks()[character], lexicon()
    made = other in entry(before).seconds or behind in entry(other).seconds
    return made and not (character in entry(before).pairs or behind in entry(character).pairs)


@cache
def _simple_forms() -> Mapping[int, int]:
    old, new, _ = _data("folds.txt").splitlines()
    return str.maketrans(old, new)


def simple_forms() -> frozenset[str]:
    """The characters that stand for others in simplified text."""
    return frozenset(map(chr, _simple_forms().values()))


@cache
def _forks() -> Mapping[str, str]:
    """The characters that stand in simplified text too, with what they may be besides."""
    *_, forks = _data("folds.txt").splitlines()
    return {fork[0]: fork[1] for fork in forks.split()}


@cache
def _fork() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_forks())}]")


def _data(name: str) -> str:
    return Path(__file__).parent.joinpath("data", name).read_text("utf-8")
