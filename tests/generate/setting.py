"""The compositor: break a paragraph into printed lines at a measure.

Widths are in ems (CLREQ 3.1 and the newspapers' "kaiming" habit): a Han character 1; sentence
stops 1, or 1/2 before a closing quotation mark; other marks 1/2 in kaiming setting and 1 in full
setting; digits and Latin letters 1/2. No line begins with a closing mark or ends with an opening
one, and a number is not cut. Latin text is set by characters, with hyphenation.
"""

from dataclasses import dataclass
from functools import cache

import pyphen

NOT_FIRST = "。，、；：！？”’）》」』〉】％%～—…·"
NOT_LAST = "“‘（《「『〈【"
_STOPS = "。！？"
_HALF_IN_KAIMING = "，、；：“”‘’（）《》「」『』〈〉【】·．"
_CLOSING_QUOTES = "”’」』"
_GLUED = "0123456789.%％"


@dataclass(frozen=True, slots=True)
class Setting:
    """How an article's lines are set. `spare` ems may be squeezed out to keep a mark on its line.

    `taper` ems are lost with every line from line `taper_from` on (text beside a picture).
    """

    measure: float
    punctuation: str
    spare: float = 0.0
    taper_from: int | None = None
    taper: float = 0.0
    narrowest: float = 8.0

    def width_of_line(self, number: int) -> float:
        """The room of the n-th line."""
        if self.taper_from is None or number < self.taper_from:
            return self.measure
        return max(self.narrowest, self.measure - self.taper * (number - self.taper_from + 1))


def em(text: str, index: int, punctuation: str) -> float:
    """The width of one character where it stands."""
    char = text[index]
    if char in _STOPS:
        closes = index + 1 < len(text) and text[index + 1] in _CLOSING_QUOTES
        return 0.5 if closes and punctuation == "kaiming" else 1.0
    if char in _HALF_IN_KAIMING:
        return 0.5 if punctuation == "kaiming" else 1.0
    return 0.5 if char.isascii() else 1.0


def length(text: str, punctuation: str) -> float:
    """The width of a whole line."""
    return sum(em(text, i, punctuation) for i in range(len(text)))


def line_starts(text: str, setting: Setting, indent: float = 2.0, first_line: int = 0) -> list[int]:
    """The offsets at which the printed lines begin, 0 the first."""
    starts = [0]
    while True:
        number = first_line + len(starts) - 1
        room = setting.width_of_line(number) - (indent if len(starts) == 1 else 0.0)
        end = _line_end(text, starts[-1], room, setting)
        if end >= len(text):
            return starts
        starts.append(end)


def _line_end(text: str, start: int, room: float, setting: Setting) -> int:
    end, used = start, 0.0
    while end < len(text):
        used += em(text, end, setting.punctuation)
        limit = room + (setting.spare if text[end] in NOT_FIRST else 0.0)
        if used > limit:
            break
        end += 1
    if end >= len(text):
        return end
    cut = end
    while cut > start + 1 and not _may_break(text, cut):
        cut -= 1
    return cut if cut > start + 1 else max(end, start + 1)


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if after in NOT_FIRST or before in NOT_LAST:
        return False
    if before in _GLUED and after in _GLUED:
        return False
    return not (before.isascii() and before.isalpha() and after.isascii() and after.isalpha())


@dataclass(frozen=True, slots=True)
class LatinLine:
    """A printed line of Latin text, from start to end, and whether a hyphen was set behind it."""

    start: int
    end: int
    hyphen: bool = False


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US")


def latin_lines(text: str, measure: int, indent: int = 2) -> list[LatinLine]:
    """Set Latin text in lines of at most `measure` characters, breaking long words by syllable."""
    lines: list[LatinLine] = []
    start = 0
    while start < len(text):
        room = measure - (indent if start == 0 else 0)
        lines.append(_latin_line(text, start, room))
        start = lines[-1].end
        while start < len(text) and text[start] == " ":
            start += 1
    return lines


def _latin_line(text: str, start: int, room: int) -> LatinLine:
    if len(text) - start <= room:
        return LatinLine(start, len(text))
    space = text.rfind(" ", start, start + room + 1)
    word_start = space + 1 if space > start else start
    word_end = text.find(" ", word_start)
    word = text[word_start : word_end if word_end > 0 else len(text)]
    left = start + room - word_start
    if left >= 5:
        for cut in reversed(_dictionary().positions(word.rstrip(".,;:?!”"))):
            if 2 < cut < left and len(word) - cut > 2 and word[:cut].isalpha() and word.islower():
                return LatinLine(start, word_start + cut, hyphen=True)
        dash = word.rfind("-", 1, left)
        if dash > 0:
            return LatinLine(start, word_start + dash + 1)
    return LatinLine(start, space if space > start else start + room)
