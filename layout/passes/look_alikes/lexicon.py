"""The Chinese lexicon: which words begin at a place of a text, and how common each of them is.

`words.txt` has a line for every first character: the character, a letter for how often it stands
alone, a space; then every word, as its other characters, such a letter and a space, in code point
order. The letters count half nats of frequency; a capital marks the name of a place or a person.
Lines are searched where they stand and never parsed as a whole, so that a page pays for the words
it has and not for all that there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LONGEST = 4
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LOG_TOTAL = 17.9  # of all words counted in the source of words.txt
_SCORES = {letter: step / 2 - _LOG_TOTAL for step, letter in enumerate(LETTERS)}
_SCORES |= {letter.upper(): score for letter, score in _SCORES.items()}
_RAREST = LETTERS[0]


class Word(NamedTuple):
    """A word at some place: its length, its score, and whether it is a name."""

    length: int
    score: float
    is_name: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lines by first character. Scores are natural logarithms of a word's share in all words."""

    lines: Mapping[str, str]

    def alone(self, character: str) -> float:
        """The score of a character as a word of its own."""
        line = self.lines.get(character)
        return _SCORES[line[1] if line else _RAREST]

    def words_at(self, text: str, place: int) -> list[Word]:
        """Every word that begins here, the lone character first."""
        line = self.lines.get(text[place])
        if line is None:
            return [_word(1, _RAREST)]
        found = [_word(1, line[1])]
        second = text[place + 1 : place + 2]
        start = line.find(" " + second) if second else -1
        while start >= 0 and line.startswith(second, start + 1):
            end = line.find(" ", start + 1)
            tail = line[start + 1 : end - 1]
            if text.startswith(tail, place + 1):
                found.append(_word(len(tail) + 1, line[end - 1]))
            start = end if end < len(line) - 1 else -1
        return found


@cache
def _word(length: int, letter: str) -> Word:
    return Word(length, _SCORES[letter], letter.isupper())


@cache
def lexicon() -> Lexicon:
    """The lexicon of the package, read once."""
    lines = _data("words.txt").splitlines()
    return Lexicon({line[0]: line for line in lines})


def folded(text: str, script: str) -> str:
    """A text in the simplified characters that the lexicon has; `script` is Hans or Hant."""
    return text.translate(_simplified()) if script == "Hant" else text


@cache
def _simplified() -> Mapping[int, int]:
    return str.maketrans(*_data("folds.txt").split())


def _data(name: str) -> str:
    return files(__package__).joinpath("data", name).read_text("utf-8")
