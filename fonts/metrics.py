"""The ruler: how wide each character of a face is, and which font has it.

A face is asked first, then its stand-ins, then the fonts that the user named, character by
character. What none of them has is a `substitute`: it is as wide as 〓 and drawn as one.
Characters without a picture of their own are drawn with the blank: spaces of other widths, marks
that only steer a line break. All widths are thousandths of an em.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple, assert_never

from fonts.catalogue import BUNDLED, STAND_INS, SUBSTITUTE, FontFile
from fonts.fount import Fount, Placed, fount
from layout.script import is_east_asian, is_traditional
from layout.sheet import Face, Shaping

_LIGHT = 100  # the thickest stem of a face that is not heavy
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
    """Measures type in the bundled faces and, for what they lack, in the `fallbacks`.

    Heavy faces, those of headlines, try the `black` ones before.
    """

    fallbacks: tuple[FontFile, ...] = ()
    black: tuple[FontFile, ...] = ()

    def sorts(self, face: Face, language: str = "") -> Mapping[str, Sort]:
        """The piece of type for any character, or ligature, in the forms that a language writes."""
        return _sorts(face, self._helpers(face), _writing(language))

    def advances(self, face: Face, language: str = "") -> Mapping[str, int]:
        """The advance of any character; Latin text has narrow forms of what it shares with Han."""
        return _advances(face, self._helpers(face), _writing(language))

    def _helpers(self, face: Face) -> tuple[FontFile, ...]:
        heavy = BUNDLED[face].stem > _LIGHT
        return (*self.black, *self.fallbacks) if heavy else self.fallbacks

    def extent(self, face: Face) -> Extent:
        """How tall a face is."""
        type_ = fount(BUNDLED[face])
        return Extent(type_.ascent, type_.descent)

    def missing(self, face: Face, characters: Iterable[str]) -> Iterator[str]:
        """The characters that no font has."""
        sorts = self.sorts(face)
        return (character for character in characters if sorts[character].substitute)

    def shaping(self, face: Face, text: str, language: str) -> Shaping:
        """How HarfBuzz sets a piece of Latin text: its kerns and its ligatures."""
        advances, type_ = self.advances(face, language), fount(BUNDLED[face])
        kerns: list[tuple[int, int]] = []
        ligatures: list[tuple[int, int, int]] = []
        for glyph, end in _alone(type_.shaped(text, language, pwid=True), len(text)):
            own, words = type_.advance(glyph.glyph), text[glyph.start : end]
            if len(words) > 1:
                ligatures.append((glyph.start, end, own - sum([advances[c] for c in words])))
            if glyph.advance != own and all(type_.glyph(c) for c in words):
                kerns.append((end, glyph.advance - own))
        return Shaping(tuple(kerns), tuple(ligatures))


def _alone(placed: Sequence[Placed], length: int) -> Iterator[tuple[Placed, int]]:
    """The glyphs that stand for their characters alone, with where those end.

    Left out are letters under loose accents, and what the fount lacks: another one may have it.
    """
    starts = [glyph.start for glyph in placed]
    for glyph, before, behind in zip(placed, [-1, *starts], [*starts[1:], length], strict=False):
        if glyph.glyph and before < glyph.start < behind:
            yield glyph, behind


class _Writing(StrEnum):
    """The ways to write that differ in the forms of what they share."""

    SIMPLIFIED = ""
    TRADITIONAL = "zh-Hant"
    LATIN = "en"


class _Sorts(dict[str, Sort]):
    """The sorts of one face; a character is looked for when it is first asked for.

    Several characters stand for the ligature that the face itself makes of them.
    """

    def __init__(self, founts: Iterable[FontFile], writing: _Writing) -> None:
        super().__init__()
        self._files = tuple(founts)
        self._writing = writing

    def __missing__(self, character: str) -> Sort:
        sort = self[character] = self._find(character)
        return sort

    def _find(self, character: str) -> Sort:
        if len(character) > 1:
            type_ = fount(self._files[0])
            return _sort(type_, type_.shaped(character, self._writing.value)[0].glyph)
        for file in self._files:
            type_ = fount(file)
            glyph = type_.glyph(character)
            if glyph is not None:
                return _sort(type_, self._form(type_, character, glyph))
        return self._make_do(character)

    def _form(self, type_: Fount, character: str, glyph: int) -> int:
        """The glyph of a character as this writing has it."""
        match self._writing:
            case _Writing.SIMPLIFIED:
                return glyph
            case _Writing.TRADITIONAL:
                return type_.shaped(character, self._writing.value)[0].glyph
            case _Writing.LATIN if "\u2010" <= character <= "\u205e" or character == "·":
                return type_.shaped(character, self._writing.value, pwid=True)[0].glyph
            case _Writing.LATIN:
                return glyph
            case _:
                assert_never(self._writing)

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


def _sort(type_: Fount, glyph: int) -> Sort:
    return Sort(type_, glyph, type_.advance(glyph))


def _writing(language: str) -> _Writing:
    if language and not is_east_asian(language):
        return _Writing.LATIN
    return _Writing.TRADITIONAL if is_traditional(language) else _Writing.SIMPLIFIED


@cache
def _sorts(face: Face, fallbacks: tuple[FontFile, ...], writing: _Writing) -> _Sorts:
    stand_ins = (other for other in STAND_INS if other is not face)
    bundled = [BUNDLED[face], *(BUNDLED[other] for other in stand_ins)]
    return _Sorts([*bundled, *fallbacks], writing)


@cache
def _advances(face: Face, fallbacks: tuple[FontFile, ...], writing: _Writing) -> _Advances:
    return _Advances(_sorts(face, fallbacks, writing))
