"""A paragraph of a head, measured in its face: how wide it is, and where its lines may end.

Lines of a head are even, and end where a part of it does, or else a phrase. Parts of a Chinese
headline stand an em apart.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from layout.compose.galley.structure import Copy
from layout.compose.lines.matter import Matter
from layout.compose.lines.measuring import measured
from layout.compose.lines.phrases import phrase_ends
from layout.compose.lines.ruler import EM, Hand, Ruler
from layout.model import Role
from layout.script import is_east_asian
from layout.sheet import Face

_FACES = {
    Role.COLUMN_LABEL: (Face.HEI, Face.HEI),
    Role.KICKER: (Face.HEI, Face.HEI),
    Role.HEADLINE: (Face.SONG_BLACK, Face.SONG_BLACK),
    Role.DECK: (Face.KAI, Face.SONG),
    Role.BYLINE: (Face.KAI, Face.HEI),
}
"""The faces of a head in Chinese and in Latin text."""

_AFTER_PHRASE = 2.0  # square ems: a line that ends neither at a mark nor with a part
_AFTER_NUMBER = 30.0  # $84 / million
_PAUSES = tuple("，、；：")
_PUNCTUATION = frozenset("，：；、！？——… ")


class Break(NamedTuple):
    """Words in lines: their starts and the end, the widest in em/1000, how uneven they are."""

    starts: tuple[int, ...]
    widest: int
    uneven: float


@dataclass(frozen=True)
class HeadPiece:
    """One paragraph of a head, measured in its face."""

    copy: Copy
    face: Face
    matter: Matter
    language: str
    _breaks: dict[int, Break | None] = field(default_factory=dict, compare=False)

    @cached_property
    def gaps(self) -> dict[int, int]:
        """The em that stands between parts of a Chinese headline, by the index behind it.

        Behind a comma there is none: the mark has white enough of its own.
        """
        if not is_east_asian(self.language):
            return {}
        text, places = self.matter.text, self.matter.places
        gaps = dict.fromkeys((end for end in self.copy.words.ends if 0 < end < len(text)), EM)
        for index in range(2, len(text)):
            if text[index - 1] == " " and not (text[index - 2].isascii() or text[index].isascii()):
                gaps[index] = max(0, EM - places[index] + places[index - 1])
        return {i: 0 if text[:i].rstrip().endswith(_PAUSES) else gap for i, gap in gaps.items()}

    @cached_property
    def total(self) -> int:
        """The width of all words in one line."""
        return self.width(0, len(self.matter.text))

    def width(self, start: int, end: int) -> int:
        """The width of a line, the gaps between parts included."""
        between = sum([gap for index, gap in self.gaps.items() if start < index < end])
        return self.matter.span(start, end) + between

    def broken(self, count: int) -> Break | None:
        """The words in so many lines of even length; None where they cannot be had."""
        if count not in self._breaks:
            self._breaks[count] = self._balanced(count)
        return self._breaks[count]

    def _balanced(self, count: int) -> Break | None:
        length = len(self.matter.text)
        if count == 1:
            return Break((0, length), self.total, 0.0)
        starts = _evenest(self, self._ends(count), count)
        if starts is None:
            return None
        widths = [self.width(start, end) for start, end in pairwise(starts)]
        return Break(starts, max(widths), 1 - min(widths) / max(1, max(widths)))

    def _ends(self, count: int) -> list[int]:
        """Where a line may end: between the parts, if they are enough, or else between phrases."""
        parts = sorted({*self.copy.words.ends, *self.gaps})
        parts = [end for end in parts if 0 < end < len(self.matter.text)]
        if len(parts) + 1 >= count:
            return parts
        allowed, text = self.matter.breaks, self.matter.text
        if not is_east_asian(self.language):
            ends = range(1, len(allowed) - 1)  # a hyphen inside a word is none
            return [index for index in ends if allowed[index] and text[index - 1].isspace()]
        phrases = phrase_ends(self.matter.text, self.language)
        return sorted({*parts, *(index for index in phrases if allowed[index])})


def head_piece(copy: Copy, ruler: Ruler, language: str) -> HeadPiece:
    """A paragraph of a head, measured in the face of its role."""
    face = _FACES[copy.role][0 if is_east_asian(language) else 1]
    matter = measured(copy.words.text, Hand(ruler, face, language))
    return HeadPiece(copy, face, matter, language)


def _evenest(piece: HeadPiece, ends: Sequence[int], count: int) -> tuple[int, ...] | None:
    """The ends that make `count` lines nearest to equal width; parts and marks attract them."""
    stops = [0, *ends, len(piece.matter.text)]
    if len(stops) <= count:
        return None
    ideal = piece.total / count
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for line in range(count):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (cost, starts) in best.items():
            for stop in stops:
                if stop <= start or (stop == stops[-1]) != (line == count - 1):
                    continue
                off = (piece.width(start, stop) - ideal) / EM
                price = cost + off * off + _reluctance(piece, stop)
                if stop not in longer or price < longer[stop][0]:
                    longer[stop] = price, (*starts, stop)
        best = longer
    return best[stops[-1]][1] if stops[-1] in best else None


def _reluctance(piece: HeadPiece, stop: int) -> float:
    if stop in piece.copy.words.ends:
        return 0.0
    if piece.matter.text[:stop].rstrip()[-1:].isdigit():
        return _AFTER_NUMBER
    return 0.0 if piece.matter.text[stop - 1] in _PUNCTUATION else _AFTER_PHRASE
