"""The ruler: how wide each character of a face is, and which font has it.

A face is asked first, then its stand-ins, then the fonts that the user named, character by
character. What none of them has is a `substitute`: it is as wide as 〓 and drawn as one.
Characters without a picture of their own are drawn with the blank: spaces of other widths, marks
that only steer a line break. All widths are thousandths of an em.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from fonts.catalogue import BUNDLED, STAND_INS, SUBSTITUTE, FontFile
from fonts.fount import Fount, fount
from layout.sheet import Face

SOFT_HYPHEN = "\u00ad"
BLANKS = {
    "\t": 1000,
    "\u2000": 500,
    "\u2001": 1000,
    "\u2002": 500,
    "\u2003": 1000,
    "\u2004": 333,
    "\u2005": 250,
    "\u2006": 167,
    "\u2007": 500,
    "\u2008": 250,
    "\u2009": 200,
    "\u200a": 100,
    "\u202f": 200,
    "\u205f": 222,
}
"""Spaces that few fonts have, by the widths that Unicode gives them (chapter 6, table 6-2)."""


class Sort(NamedTuple):
    """A piece of type: a character's glyph in a fount and the width that it is set to.

    `substitute`: no font has the character, and the glyph is that of `SUBSTITUTE`.
    """

    fount: Fount
    glyph: int
    advance: int
    substitute: bool = False


class Extent(NamedTuple):
    """How far a face reaches above its baseline, and (negative) below it."""

    ascent: int
    descent: int


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures type in the bundled faces and, for what they lack, in the `fallbacks`."""

    fallbacks: tuple[FontFile, ...] = ()

    def sorts(self, face: Face, language: str = "") -> Mapping[str, Sort]:
        """The piece of type for any character, in the forms that a language writes."""
        return _sorts(face, self.fallbacks, _is_traditional(language))

    def advances(self, face: Face) -> Mapping[str, int]:
        """The advance of any character; the same in every language."""
        return _advances(face, self.fallbacks)

    def extent(self, face: Face) -> Extent:
        """How tall a face is."""
        type_ = fount(BUNDLED[face])
        return Extent(type_.ascent, type_.descent)

    def missing(self, face: Face, characters: Iterable[str]) -> Iterator[str]:
        """The characters that no font has."""
        sorts = self.sorts(face)
        return (character for character in characters if sorts[character].substitute)

    def kerns(self, face: Face, word: str, language: str = "en") -> tuple[tuple[int, int], ...]:
        """What the face moves inside a Latin word, as `Run.shifts` has it.

        Where the face has a ligature, the character behind it takes up the difference in width.
        """
        return _kerns(face, self.fallbacks, word, language)


class _Sorts(dict[str, Sort]):
    """The sorts of one face; a character is looked for when it is first asked for."""

    def __init__(self, founts: Iterable[FontFile], traditional: bool) -> None:
        super().__init__()
        self._files = tuple(founts)
        self._language = "zh-Hant" if traditional else ""

    def __missing__(self, character: str) -> Sort:
        sort = self[character] = self._find(character)
        return sort

    def _find(self, character: str) -> Sort:
        for file in self._files:
            type_ = fount(file)
            glyph = type_.glyph(character)
            if glyph is not None:
                if self._language:
                    glyph = type_.shaped(character, self._language)[0].glyph
                return Sort(type_, glyph, type_.advance(glyph))
        return self._make_do(character)

    def _make_do(self, character: str) -> Sort:
        if character == SOFT_HYPHEN:
            return self["-"]
        if (width := _blank(character)) is not None:
            return self[" "]._replace(advance=width)
        return self[SUBSTITUTE]._replace(substitute=True)


class _Advances(dict[str, int]):
    def __init__(self, sorts: Mapping[str, Sort]) -> None:
        super().__init__()
        self._of = sorts

    def __missing__(self, character: str) -> int:
        width = self[character] = self._of[character].advance
        return width


def _blank(character: str) -> int | None:
    """The width of a character that is not drawn; None if it is."""
    if character in BLANKS:
        return BLANKS[character]
    variation = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return 0 if variation or unicodedata.category(character) == "Cf" else None


def _is_traditional(language: str) -> bool:
    return language.lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo"))


@cache
def _sorts(face: Face, fallbacks: tuple[FontFile, ...], traditional: bool) -> _Sorts:
    stand_ins = (other for other in STAND_INS if other is not face)
    bundled = [BUNDLED[face], *(BUNDLED[other] for other in stand_ins)]
    return _Sorts([*bundled, *fallbacks], traditional)


@cache
def _advances(face: Face, fallbacks: tuple[FontFile, ...]) -> _Advances:
    return _Advances(_sorts(face, fallbacks, traditional=False))


@cache
def _kerns(
    face: Face, fallbacks: tuple[FontFile, ...], word: str, language: str
) -> tuple[tuple[int, int], ...]:
    advances = _advances(face, fallbacks)
    placed = fount(BUNDLED[face]).shaped(word, language)
    moves = []
    for glyph, behind in pairwise(placed):
        plain = sum([advances[character] for character in word[glyph.start : behind.start]])
        moves.append((behind.start, glyph.advance - plain))
    return tuple([(index, move) for index, move in moves if move])
