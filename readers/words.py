"""The words of a scanned line: the text that they make, and the size of their type."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from layout.geometry import Box

EAST_ASIAN = "\u2e80"
_LINE_END = re.compile(r"[\r\n]+")
_NARROW = 0.5  # ems of any other
_GAP = 0.5  # ems between words beside them that are parted by a blank
_WIDE = 2.0  # ems: more than stands between words, in a justified line too


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its box in points; None where the file does not tell."""

    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Located:
    """A line of a scan: its text, its box and the size of its type in points (0: unknown).

    `words` are those that the text is made of, where a file tells them.
    """

    text: str
    box: Box | None
    size: float = 0.0
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that an engine held together; `level`: that of the heading it calls them, or 0."""

    lines: tuple[Located, ...]
    level: int = 0


def spaced(words: Iterable[Word]) -> str:
    """The words of a line as text: blanks beside Chinese only where there is room for one.

    Where there is room for more, as between columns, there are more of them, half an em each.
    """
    told = [Word(_LINE_END.sub(" ", word.text).strip(), word.box) for word in words]
    told = [word for word in told if word.text]
    em = max((word.box.height for word in told if word.box), default=0.0)
    made = [word.text for word in told[:1]]
    for word, behind in pairwise(told):
        made.append(" " * _blanks(word, behind, em))
        made.append(behind.text)
    return "".join(made)


def _blanks(word: Word, behind: Word, em: float) -> int:
    """How many blanks stand between two words, of which Chinese ones need room for any.

    Engines misplace the edges of characters: their middles have to be apart as well.
    """
    usual = int(word.text[-1] < EAST_ASIAN and behind.text[0] < EAST_ASIAN)
    if word.box is None or behind.box is None:
        return usual
    white = behind.box.x - word.box.right
    middles = behind.box.x + behind.box.width / 2 - word.box.x - word.box.width / 2
    white = min(white, middles - (_ems(word.text) + _ems(behind.text)) / 2 * em)
    if white >= _WIDE * em:
        return round(white / em / _NARROW)
    return max(usual, int(white >= _GAP * em))


def height_of(words: Sequence[Word], line: Box | None) -> float:
    """The size of a line's type in points, as far as its boxes show it; 0 if unknown.

    Chinese characters are an em wide each, and engines give some of them the height of the line.
    Of other words most are as high as their type; the line's own box is higher where the scan is
    askew, or where one letter was misplaced.
    """
    text = "".join(word.text for word in words)
    east_asian = sum(character >= EAST_ASIAN for character in text)
    if line and 2 * east_asian > len(text):
        return line.width / _ems(text)
    heights = sorted(word.box.height for word in words if word.box)
    if heights:
        return heights[len(heights) * 3 // 4]
    return line.height if line else 0.0


def _ems(words: str) -> float:
    return sum(1.0 if character >= EAST_ASIAN else _NARROW for character in words)
