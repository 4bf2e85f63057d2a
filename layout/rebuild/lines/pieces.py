"""The pieces between the blanks of the OCR text: in Chinese text, mostly, the old printed lines.

The OCR joined the printed lines of a block by one space or newline, so each blank is a question:
an old line end, a space that was printed, or an accident inside a line. Latin text parts its words
by blanks; there a piece is a line where the source kept newlines, else a sentence.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from layout.model import ScannedBlock, TextBlock
from layout.rebuild.signs import compiled, shows, start_of
from layout.rebuild.signs.emphasis import Span, run_in_end
from layout.rebuild.signs.latin_folio import head_signs
from layout.rebuild.signs.latin_rows import joined_rows
from layout.rebuild.signs.latin_signs import (
    OPENING_QUOTES,
    ends_label,
    ends_sentence,
    interrupts,
    quotes_anew,
)
from layout.script import in_han
from layout.text import Text, joined

_TAIL = 60
_SHORT_LINE, _LONGEST_PHRASE = 100, 60
_FEWEST = 3
_SHORTEST_LABEL = 3
_WORD = re.compile(r"\S+")
_MARKER = re.compile(r"[-*+–]|[0-9]{1,2}[.、)]")
_EVENT_YEAR = re.compile(r"[12][0-9]{3}年")
_SAID_OF_IT = re.compile(r"[ \u3000]+[^\W\da-zA-Z〇○零一二三四五六七八九十]")
_BREAK = re.compile(r"\s*[\r\n]\s*")
_SENTENCE_START = re.compile(r"[\"'“‘„«(¿¡]*[A-ZÀ-Þ0-9]|«$")
_DASHED = re.compile(r"(?<=[^—]{4}——)(?=[^—]{4})")
_SIGNED = re.compile(r"(?=[（(][^（(]{2,24}[)）]\s*$)|(?<=[。！？”」])(?=[^。！？”」]{3,24}$)")
_CAPITALIZED = re.compile(rf"[{OPENING_QUOTES}]*[A-Z](?:[’'][A-Z])?[a-z]")
_ITEM_NUMBER = re.compile(r"[0-9]{1,2}\.")
_YEAR = re.compile(r"[12][0-9]{3}")
_DATELINE_ENDS = "讯訊电電)）】"
_BETWEEN_NAMES, _BEHIND_DATELINE = 0.5, 1.0  # ems
_ANCHOR = re.compile(
    r"Q[.:] (?:Wh\w+|How|D(?:o|oes|id)|Is|Are|W(?:as|ere|ill|ould)|Can|Could|Should|Have)\b"
    r"|By [A-Z]|Continued (?:on|from)\b|See [A-Z]+, [A-Z]?\d|Photos? by\b"
    r"|(?<!e[dn] )(?<!hoto )(?<!hotos )(?<!icture )by(?: [A-Z][\w’-]+){2,3}$"
)


class Piece(NamedTuple):
    """Words without a blank that could be a line end; `start` and `end` are offsets in the block.

    `behind` is where the next piece starts. `newline`: the blank behind holds a line break.
    `lead`: ideographic spaces in front, an indent that the OCR kept. `strong`: whether it is bold.
    """

    words: str
    block: int
    start: int
    end: int
    behind: int
    newline: bool
    lead: int
    opens: bool
    closes: bool
    strong: bool = False


def bullet_of(words: str) -> str:
    """The bullet that words begin with, as read; nothing where there is none."""
    return start_of("bullet", words)


@cache
def _marked() -> re.Pattern[str]:
    """A word with the bullet that touches it, or a bullet that touches none."""
    return compiled([r"<printed_bullet>?(?:(?!<printed_bullet>)\S)+", "<printed_bullet>"])


@cache
def _goes_on() -> re.Pattern[str]:
    """What stands behind the first word of a sentence: small letters, a figure, or a day.

    On April 30 I fainted.
    """
    return compiled([r"\s+(?:[a-z0-9]|(?:<month_or_short>|<english_weekday>)(?: [0-9a-z]|,))"])


@cache
def _day() -> re.Pattern[str]:
    """A weekday before the colon of what it brings."""
    return compiled([r"<english_weekday>:(?=\s|$)"])


@cache
def _month() -> re.Pattern[str]:
    """A month alone, or before the colon of what happened in it."""
    return compiled(["<month_or_short>:?$"])


def in_bracket(words: str) -> bool:
    """Whether words end inside a round bracket."""
    return words.count("(") + words.count("（") > words.count(")") + words.count("）")


def space_behind(words: str) -> float:
    """How many ems of white the paper set behind the first words of a paragraph: mostly none.

    Half of one between names in a bracket (记者 段晓峰), one behind a dateline (本报讯).
    """
    if in_bracket(words):
        return _BETWEEN_NAMES
    is_dateline = words[-1] in _DATELINE_ENDS and _dateline().fullmatch(words)
    return _BEHIND_DATELINE if is_dateline else 0.0


@cache
def _dateline() -> re.Pattern[str]:
    """A dateline with nothing behind it."""
    return compiled(
        [
            "据?(?:<paper>|本[市县縣区區])[^，。（(]{0,14}[讯訊电電](?:[（(][^（）()]{2,24}[）)])?",
            "[（(【](?!<note>)[^（）()【】]{2,24}[讯訊电電导導道][）)】]",
        ]
    )


def text_of(block: TextBlock) -> Text:
    """All lines of a block as one text, line breaks included."""
    if len(block.lines) == 1:
        return block.lines[0].text
    return joined(line.text for line in block.lines)


def words_of(block: ScannedBlock) -> str:
    """The words of a block of text, without the blanks around them; none of any other."""
    return text_of(block).plain.strip() if isinstance(block, TextBlock) else ""


def pieces_of(
    words: str, block: int, *, heading: bool = False, strong: Sequence[Span] = ()
) -> tuple[Piece, ...]:
    """The pieces of a block's words, first to last; none where it is blank.

    `heading`: whether the source marks the block as one; `strong`: what it marks as bold.
    """
    if in_han(words):
        spans = tuple(_han(words, heading=heading))
    else:
        spans = tuple(_latin(words, run_in_end(words, strong), heading=heading))
    return tuple(_piece(words, block, spans, i, strong) for i in range(len(spans)))


def _piece(
    words: str, block: int, spans: Sequence[Span], index: int, strong: Sequence[Span]
) -> Piece:
    start, end = spans[index]
    last = index == len(spans) - 1
    behind = len(words) if last else spans[index + 1][0]
    before = spans[index - 1][1] if index else 0
    blank = words[end:behind]
    return Piece(
        words=words[start:end],
        block=block,
        start=start,
        end=end,
        behind=behind,
        newline="\n" in blank or "\r" in blank,
        lead=words.count("\u3000", before, start),
        opens=index == 0,
        closes=last,
        strong=any(a <= start and end <= b for a, b in strong),
    )


def _han(words: str, *, heading: bool) -> Iterator[Span]:
    """Whatever blanks part, and what was printed apart though no blank is left between."""
    apart = (_DASHED if heading else _SIGNED).finditer(words)
    places = [m.start() for m in apart if heading or shows("credit", words[m.start() :].strip())]
    for start, end in _blank_parted(words):
        yield from pairwise([start, *(at for at in places if start < at < end), end])


def _blank_parted(words: str) -> Iterator[tuple[int, int]]:
    """Whatever blanks part; a bullet or number that stands alone goes with what it marks."""
    marker: re.Match[str] | None = None
    opens = True
    for word in _marked().finditer(words):
        bullet = bullet_of(word[0]) == word[0]
        if marker is None and (bullet or (opens and _marks(words, word))):
            marker = word
            continue
        yield (marker or word).start(), word.end()
        marker, opens = None, "\n" in words[word.end() : word.end() + 2]
    if marker:
        yield marker.start(), marker.end()


def _marks(words: str, word: re.Match[str]) -> bool:
    """Whether a number, or the year of an event, marks what stands behind it in its line."""
    behind = _EVENT_YEAR.fullmatch(word[0]) and _SAID_OF_IT.match(words, word.end())
    return bool(behind or _MARKER.fullmatch(word[0]))


def _latin(words: str, head: int, *, heading: bool) -> Iterator[Span]:
    """Lines where the block has line breaks inside, else sentences and what a label sets apart.

    `head` is where a bold heading ends that was run in with its text, 0 for none.
    """
    inner = words.strip()
    lined = bool(_BREAK.search(inner))
    known = () if lined else _known_lines(inner)
    if known:
        at = words.index(inner)
        yield from ((at + start, at + end) for start, end in known)
        return
    start = end = -1
    for word in _WORD.finditer(words):
        parted = (
            _BREAK.search(words, end, word.start()) if lined else _parts(words, start, end, word)
        )
        below = start < head <= word.start()
        if end >= 0 and (parted or below or (heading and _parts_head(words, word))):
            yield start, end
            start = word.start()
        start = word.start() if start < 0 else start
        end = word.end()
    if end >= 0:
        yield start, end


def _known_lines(words: str) -> tuple[Span, ...]:
    """The lines of words that are no sentences; none in any others.

    A page's head (`LOCAL • A5 • May 5, 2017`) is one line, and so is each row of a table.
    """
    return ((0, len(words)),) if head_signs(words) else joined_rows(words)


def _is_next_number(before: str, word: str) -> bool:
    """Whether a word is the number of the item behind one of the same block."""
    number = int(word[:-1]) if _ITEM_NUMBER.fullmatch(word) else 0
    return number > 1 and bool(re.search(rf"(?:^|\s){number - 1}\.\s", before))


def _is_next_day(words: str, word: str) -> bool:
    """Whether a day follows in a block that begins with one: Monday: Chili. Tuesday: Fish."""
    return bool(_day().match(word) and _day().match(words.lstrip()))


def _parts_head(words: str, word: re.Match[str]) -> bool:
    """Whether a second heading may begin in one that has capitals for names only."""
    before = words[: word.start()].split()
    if len(before) < _FEWEST or not word[0][0].isupper() or not word[0][1:].islower():
        return False
    small = sum(w[0].islower() for w in before[1:])
    goes_on = _goes_on().match(words, word.end())
    return before[-1].islower() and 2 * small >= len(before) - 1 and bool(goes_on)


def _is_ornament(words: str, start: int, end: int) -> bool:
    """Whether a bullet behind a piece only parts words of a short line: OAK • SPLIT & DELIVERED."""
    before = words[start:end]
    apart = bullet_of(words.lstrip()) or ends_sentence(before) or before[-1] in ":,;"
    phrases = len(words) - end <= _LONGEST_PHRASE and not _YEAR.fullmatch(before)
    return not apart and phrases and len(words) <= _SHORT_LINE


def _parts(words: str, start: int, end: int, word: re.Match[str]) -> bool:
    if end < 0:
        return False
    before = words[max(start, end - _TAIL) : end]
    if bullet_of(words[word.start() : word.end() + 2]):
        return not _is_ornament(words, start, end)
    if _ITEM_NUMBER.fullmatch(words[start:end]):
        return False
    if _YEAR.fullmatch(words[start:end]) and _month().match(word[0]):
        return True
    if _is_next_number(words[:end], word[0]) or _is_next_day(words, word[0]):
        return True
    if ends_sentence(before):
        return bool(_SENTENCE_START.match(word[0]))
    if _ANCHOR.match(words, word.start()):
        return bullet_of(words[start:end]) != words[start:end]
    if interrupts(before, word[0]):
        return bool(_goes_on().match(words, word.end()))
    if word[0][0] in OPENING_QUOTES and quotes_anew(before, words[word.start() :]):
        return True
    label = end - start < _TAIL and len(before) >= _SHORTEST_LABEL and before.isupper()
    return label and _heads(words, words[start:end], word)


def _heads(words: str, label: str, word: re.Match[str]) -> bool:
    """Whether a word begins what stands under a label in capitals."""
    if ends_label(label, words[word.start() :]):
        return True
    capital = bool(_CAPITALIZED.match(word[0])) or (
        word[0] in ("A", "I") and bool(_goes_on().match(words, word.end()))
    )
    # R. J. Whitlow; BOSTON, May 5; GIVE A Boat; WATER: Wells run dry
    joined = label.endswith((".", ",", " A")) or (label.endswith(":") and " " not in label)
    return capital and not joined
