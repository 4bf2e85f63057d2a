"""Finished sheets: every position decided, nothing left for an exporter but to draw.

Positions are points from the sheet's top left corner, y down. What is drawn names the element of
the document's structure that it belongs to; what belongs to none (rules, folio) is an artifact.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from layout.geometry import Box, Point, Size


class Face(StrEnum):
    """The faces a sheet is set in; `fonts` knows which files they are."""

    SONG = "song"
    SONG_BLACK = "song-black"
    HEI = "hei"
    KAI = "kai"


class Tag(StrEnum):
    """Kinds of structure elements; the values are the names in a tagged PDF's tree."""

    DOCUMENT = "Document"
    SECTION = "Sect"
    ARTICLE = "Article"
    HEADLINE = "Headline"
    SUBHEAD = "Subhead"
    KICKER = "Kicker"
    DECK = "Deck"
    BYLINE = "Byline"
    PARAGRAPH = "P"
    LIST = "L"
    ITEM = "LI"
    LABEL = "Lbl"
    ITEM_BODY = "LBody"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    FIGURE = "Figure"
    CAPTION = "Caption"


@dataclass(frozen=True, slots=True)
class Element:
    """A node of the document's structure: its tag, the index of its parent (None: the root).

    `title` names an article, `alt` describes a figure, `language` is a BCP 47 tag where it differs
    from the parent's. One element may be drawn in several columns and sheets.
    """

    tag: Tag
    parent: int | None
    title: str = ""
    alt: str = ""
    language: str = ""


class Shaping(NamedTuple):
    """What a face does to a piece of Latin text.

    `kerns` are pairs of an index and the amount added before that character; `ligatures` are
    triples: from this character to that one a single glyph is drawn, so much wider than they are.
    """

    kerns: tuple[tuple[int, int], ...] = ()
    ligatures: tuple[tuple[int, int, int], ...] = ()


class Stretch(NamedTuple):
    """Characters in another language than those around them: from, to, a BCP 47 tag."""

    start: int
    end: int
    language: str


@dataclass(frozen=True, slots=True)
class Run:
    """A row of characters of one face on one baseline.

    `at` is where the baseline starts. `spread` is added after every character, and `shifts` gives
    (index, amount) pairs: the amount is added before the character of that index; both are in
    thousandths of an em. `grey` is 0 for black to 1 for white. `language` is a BCP 47 tag, or empty
    for the document's; `stretches` are in other languages. `ligatures` are pairs of indices: the
    characters from the one to the other are drawn as one glyph, in the place that they take up.
    """

    at: Point
    face: Face
    size: float
    text: str
    shifts: tuple[tuple[int, float], ...] = ()
    spread: float = 0.0
    element: int | None = None
    grey: float = 0.0
    language: str = ""
    stretches: tuple[Stretch, ...] = ()
    ligatures: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from one point to another, `width` points thick."""

    start: Point
    end: Point
    width: float
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Tint:
    """A filled or framed rectangle behind type: `fill` and `line` are greys from 0 to 1."""

    box: Box
    fill: float | None = None
    line: float | None = None
    line_width: float = 0.5


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its box. `path` None draws nothing: the frame around it stands alone."""

    box: Box
    path: str | None
    element: int | None = None


Drawn = Run | Rule | Tint | Picture


@dataclass(frozen=True, slots=True)
class Link:
    """A place that leads to another, as a jump line does: what to press, where it leads.

    `sheet` is an index into the forme's sheets, `top` the height that it leads to; `words` say so
    to those who do not see the place.
    """

    box: Box
    sheet: int
    top: float
    words: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One finished sheet: its size, its printed page label, what is drawn, in reading order."""

    size: Size
    label: str
    drawn: tuple[Drawn, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the document's outline: its words, its depth from 0, and where it leads."""

    title: str
    depth: int
    sheet: int
    top: float


@dataclass(frozen=True, slots=True)
class Forme:
    """Sheets made up and locked for printing, with the structure and outline that run through them.

    `elements` are in reading order, parents before children; `Run.element` is an index into them.
    `day` and `publisher` are the edition's, for the file's metadata.
    """

    title: str
    language: str
    sheets: tuple[Sheet, ...]
    elements: tuple[Element, ...]
    outline: tuple[Entry, ...]
    day: date | None = None
    publisher: str = ""


def languages(run: Run) -> Iterator[str]:
    """The language of each character of a run."""
    at = 0
    for start, end, language in run.stretches:
        yield from [run.language] * (start - at)
        yield from [language] * (end - start)
        at = end
    yield from [run.language] * (len(run.text) - at)


def edges(run: Run, advances: Callable[[Face, str], Mapping[str, int]]) -> Iterator[float]:
    """Where each character of a run begins, and where the last one ends, in points.

    `advances` tells how wide the characters of a face are in a language, in thousandths of an em.
    """
    x, shifts, em = run.at.x, dict(run.shifts), run.size / 1000
    for index, (character, language) in enumerate(zip(run.text, languages(run), strict=True)):
        x += shifts.get(index, 0.0) * em
        yield x
        x += (advances(run.face, language)[character] + run.spread) * em
    yield x
