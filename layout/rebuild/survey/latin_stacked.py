"""Headings in one block with their text: lines that end though the next word would have fitted.

Where an engine keeps line ends and goes by the gaps between lines, a label, a headline and the
text below often stand in one block. A line of running text takes every word that fits; one that
leaves room for the next, ends without a mark and begins with a capital was set apart. So was one
behind which a sentence seems to break off: `Dog found, twice` over `A beagle named`. A bold
heading that is run in with its text is parted from it as well. Widths are in characters.
"""

from collections.abc import Iterator, Sequence

from layout.passes.look_alikes.vocabulary import english
from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs.latin_signs import (
    OPENING_QUOTES,
    cuts_name,
    ends_sentence,
    interrupts,
    is_hung,
    lexicon,
)

_MOST_LINES = 4
_ROOM = 5
_FEWEST_BELOW = 2
_MOST_WORDS, _SHORTEST_TEXT = 7, 60
_ARTICLES, _FEW_WORDS = frozenset({"a", "an", "the"}), 5
_COMMON = (1, 2)  # grades of words that few names hold


def lines_over_text(pieces: Sequence[Piece], measure: int, following: str = "") -> frozenset[int]:
    """The numbers of the lines of a block that head the text behind them.

    `measure` is that of the text, 0 where it is not known; `following` are the words of the next
    block if that is one of text.
    """
    bold = next((i for i, piece in enumerate(pieces) if not piece.strong), 0)
    if bold:
        return frozenset(range(bold))
    if not any(piece.newline and not piece.closes for piece in pieces):
        capitals = range(len(pieces) > 1 and _is_in_capitals(pieces[0], pieces[1]))
        return frozenset((*capitals, *_between_sentences(pieces, following)))
    room = measure or max(len(piece.words) for piece in pieces)
    return frozenset(number for run in _runs(pieces, room) for number in run)


def _between_sentences(pieces: Sequence[Piece], following: str) -> Iterator[int]:
    """The few words in a block whose line ends are gone that end without a mark before text.

    At the foot of a column a heading often stands in one block with the paragraph above it.
    """
    row = ["", *(piece.words for piece in pieces), following]
    for number, (above, words, below) in enumerate(zip(row, row[1:], row[2:], strict=False)):
        if (above and not ends_sentence(above)) or not _is_short_head(words):
            continue
        if number < len(pieces) - 1:
            fresh = interrupts(words, below.split(maxsplit=1)[0])
        else:
            fresh = bool(above) and below.lstrip(OPENING_QUOTES)[:1].isupper()
            fresh = fresh and not _is_sentence_begun(words) and not cuts_name(words, below)
        if fresh and len(below) >= _SHORTEST_TEXT:
            yield number


def _is_short_head(words: str) -> bool:
    """Whether a few words begin with a capital, and end with none that waits for more."""
    few = len(words.split()) <= _MOST_WORDS
    return few and words[0].isupper() and words[-1].isalpha() and not is_hung(words)


def _is_sentence_begun(words: str) -> bool:
    """Whether words begin as sentences do and headings hardly: The span sank, She was born."""
    first, *more = words.lower().split()
    told = first in lexicon().pointing or (first in _ARTICLES and len(more) >= _FEW_WORDS)
    return told or not (lexicon().small - _ARTICLES).isdisjoint(more)


def _runs(pieces: Sequence[Piece], room: int) -> Iterator[range]:
    """Lines in a row that were set apart, where text is below them and nothing open above."""
    start = 0
    while start < len(pieces) - _FEWEST_BELOW:
        behind = start
        while behind < len(pieces) - 1 and _is_apart(
            pieces[behind], pieces[behind + 1], room, below_another=behind > start
        ):
            behind += 1
        below = pieces[behind : behind + _FEWEST_BELOW]
        if _is_text_below(below, room) and behind - start <= _MOST_LINES:
            yield range(start, behind)
        start = _next_start(pieces, behind)


def _is_text_below(pieces: Sequence[Piece], room: int) -> bool:
    """Whether these lines begin with a capital, and the first is as full as words allow."""
    if len(pieces) < _FEWEST_BELOW or not pieces[0].words[0].isupper():
        return False
    return not _leaves_room(pieces[0], pieces[1], room)


def _next_start(pieces: Sequence[Piece], at: int) -> int:
    """The number of the first line that stands behind a closed one, further on."""
    starts = range(at + 1, len(pieces))
    return next((i for i in starts if ends_sentence(pieces[i - 1].words)), len(pieces))


def _is_apart(piece: Piece, behind: Piece, room: int, *, below_another: bool) -> bool:
    words, first = piece.words, behind.words.split(maxsplit=1)[0]
    opens = words[0].isupper() or words[0].isdigit() or words[0] in f"{OPENING_QUOTES}$"
    whole = words[-1].isalnum() or words[-1] in "?!\"”’'"
    if not opens or not whole or is_hung(words):
        return False
    broken_off = interrupts(words, first) or (below_another and _begins_anew(words, first))
    return broken_off or _is_in_capitals(piece, behind) or _leaves_room(piece, behind, room)


def _is_in_capitals(piece: Piece, behind: Piece) -> bool:
    """Whether a line is in capitals, ends without a mark, and the next is in small letters."""
    words, first = piece.words, behind.words[0]
    opens = first.isalnum() or first in OPENING_QUOTES
    return words.isupper() and words[-1].isalnum() and opens and not behind.words.isupper()


def _begins_anew(before: str, word: str) -> bool:
    """Whether a common word has a capital though what stands before it is no name."""
    known = english().grade(word.lower()) in _COMMON
    return word.istitle() and before.rsplit(maxsplit=1)[-1].islower() and known


def _leaves_room(piece: Piece, behind: Piece, room: int) -> bool:
    """Whether a line has room for an indent, the first word of the next and a few characters."""
    first = behind.words.split(maxsplit=1)[0]
    return len(piece.words) + 1 + len(first) + _ROOM <= room
