"""The case that a page is set from: its ruler, style, script and chase, and type set from it.

Parts of a story become pieces, table work and mounted plates; these become slugs at whatever
measure is asked for, or an estimate of how many lines they would take.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple, assert_never

from layout.compose.galley import (
    Frame,
    Inset,
    Lifted,
    Line,
    Matters,
    Mounted,
    Piece,
    Row,
    Slug,
    words_measure,
)
from layout.compose.galley.gauge import Gauge
from layout.compose.galley.runaround import cuts_beside, lasts, measures
from layout.compose.galley.structure import Copy, Part, Plate, Tabular, Words
from layout.compose.galley.tables import Ruling, TableWork, table_work
from layout.compose.lines import Cut
from layout.compose.lines.facsimile import parted_words
from layout.compose.lines.measuring import measured
from layout.compose.lines.ruler import Hand, Ruler
from layout.compose.lines.syllables import name_ends, syllable_ends
from layout.compose.lines.tongues import spoken
from layout.compose.stone.chase import Chase, Ease, chase, loosened
from layout.compose.stone.folio import Banner, with_folio
from layout.model import Role
from layout.script import is_east_asian
from layout.sheet import Face
from layout.style import Align, Setting, Style

_WIDEST = 60  # ems of a picture
_WIDEST_EMPTY = 22  # ems: an empty frame that is wider is no deeper
_TOGETHER = 0.35  # of a sheet: the most that may stay together
_LONGEST_CAPTION = 240  # characters; a longer one runs on below its picture as text
_LONGEST_CELL = 160  # characters; a table with longer ones is set as paragraphs

_DEEPEST_INSET = 16  # lines of a picture with text beside it

_CROPPED = 0.2  # lines that a picture may lack of its depth, rather than be one line deeper

_NONE: Mapping[int, Lifted] = {}
_WHOLE: frozenset[int] = frozenset()


class Limit(NamedTuple):
    """What is set where a story goes on elsewhere: so many lines suffice, in columns so deep."""

    lines: int
    depth: int


class Beside(NamedTuple):
    """The plate that has text beside it, and how many lines of that are to come."""

    inset: Inset | None
    lines: int


_ALONE = Beside(None, 0)
_CLOSED = Ease()


@dataclass(frozen=True)
class Case:
    """What the compositor works from: the ruler, the style, the script of the page, the chase."""

    ruler: Ruler
    style: Style
    language: str
    chase: Chase
    banner: Banner | None = None

    @cached_property
    def latin(self) -> bool:
        """Whether the page is set in Latin script."""
        return not is_east_asian(self.language)

    @cached_property
    def setting(self) -> Setting:
        """How the script of the page is set."""
        return self.style.latin if self.latin else self.style.han

    def eased(self, ease: Ease) -> "Case":
        """The case for a page that is set more openly."""
        style = loosened(self.style, ease)
        return case_for(self.ruler, style, self.language, self.banner, ease)

    @cached_property
    def deepest(self) -> int:
        """The most lines that may stay together, so that they fit a sheet in any size of type."""
        lines = self.chase.type_height / (self.style.body.largest * self.setting.leading.best)
        return max(3, int(lines * _TOGETHER))

    def parts(self, part: Part, facsimile: bool = False) -> Iterator[Matters]:
        """A part of a story ready to be set; what is too large to stay whole comes in pieces."""
        match part:
            case Copy():
                yield self.piece(part, facsimile)
            case Plate():
                long = any(len(copy.words.text) > _LONGEST_CAPTION for copy in part.words)
                pieces = tuple(self.piece(copy) for copy in part.words)
                yield Mounted(part, () if long else pieces)
                yield from pieces if long else ()
            case Tabular():
                yield from self._table(part)
            case _:
                assert_never(part)

    def _table(self, table: Tabular) -> Iterator[Matters]:
        if all(len(words.text) <= _LONGEST_CELL for row in table.rows for words in row):
            yield table_work(table, self._hand(Face.SONG), self._hand(Face.HEI))
            return
        for row in table.rows:
            yield from (self.piece(Copy(Role.BODY, words)) for words in row if words.text)

    def piece(self, copy: Copy, facsimile: bool = False) -> Piece:
        """A paragraph ready to be set in its role's manner; a facsimile keeps its line ends."""
        manner = self.style.manner(copy.role)
        manner = manner.in_latin() if self.latin else manner
        facsimile = facsimile and manner.align is Align.JUSTIFY
        hyphens = self._hyphens(copy.words, facsimile) if manner.align is Align.JUSTIFY else _WHOLE
        matter = measured(copy.words.text, self._hand(manner.face), hyphens)
        return Piece(copy, manner, self.setting, matter, facsimile=facsimile)

    def _hand(self, face: Face) -> Hand:
        return Hand(self.ruler, face, self.language)

    def _hyphens(self, words: Words, facsimile: bool) -> frozenset[int]:
        """Where the words of a paragraph may be parted."""
        if facsimile:
            return parted_words(words.text, words.ends)
        language = spoken(words.text, self.language)
        if is_east_asian(language):
            return frozenset(name_ends(words.text))
        return frozenset(syllable_ends(words.text, language))

    def gauge(self, parts: Sequence[Matters]) -> Gauge:
        """What estimates the lines of parts."""
        pieces = [part for part in parts if isinstance(part, Piece)]
        blocks = [part for part in parts if not isinstance(part, Piece)]
        return Gauge(pieces, self.setting, partial(self._blocks, blocks))

    def _blocks(self, blocks: Sequence[Matters], measure: int) -> int:
        """The lines of tables and plates, with the white round them."""
        return sum([self._lines_of(block, measure) + 2 for block in blocks])

    def _lines_of(self, block: Matters, measure: int) -> int:
        """The lines of a table or a plate; those that text beside it takes are not its own."""
        inset = self._inset(block, measure) if isinstance(block, Mounted) else None
        if inset:
            return round(inset.frame.rows * (1 - inset.measure / measure))
        return sum([slug.rows for slug in self._set(block, measure, None)])

    def _inset(self, mounted: Mounted, measure: int) -> Inset | None:
        """A plate with room for text beside it, if the column is wide enough for both."""
        widths = measures(measure, self.setting)
        if widths is None:
            return None
        frame = self.frame(mounted, widths[0])
        return Inset(frame, widths[1]) if frame.rows <= _DEEPEST_INSET else None

    def slugs(
        self,
        parts: Sequence[Matters],
        measure: int,
        lifted: Mapping[int, Lifted] = _NONE,
        limit: Limit | None = None,
    ) -> list[Slug]:
        """The parts set at a measure, as the slugs that fill its columns, as far as the limit."""
        slugs: list[Slug] = []
        held, white, rows = True, 0, 0
        beside = _ALONE
        for index, part in enumerate(parts):
            if limit is not None and rows > limit.lines:
                break
            if index in lifted:
                block = [Slug(0, 0, True, lifted[index])]
            else:
                left = limit and limit._replace(lines=limit.lines - rows + 2)
                block, beside = self._around(parts[index:], measure, beside, left)
            first = block[0]
            close = (held and isinstance(part, TableWork)) or _notes(part, parts[:index])
            before = max(first.before, white) if first.rows and not close else 0
            slugs.append(first._replace(before=before, loose=first.loose and not held))
            slugs += _under_head(block[1:]) if held and slugs[:-1] else block[1:]
            if index not in lifted:
                held = isinstance(part, Piece) and part.manner.keep
                white = 0 if isinstance(part, Piece) or beside.lines else 1
                rows += sum([slug.rows for slug in block])
        return slugs

    def _around(
        self, parts: Sequence[Matters], measure: int, beside: Beside, limit: Limit | None
    ) -> tuple[list[Slug], Beside]:
        """The first of the parts set, beside a plate if there is one; what is left beside it."""
        part, (inset, lines) = parts[0], beside
        if inset and lines and isinstance(part, Piece):
            cuts = cuts_beside(part, inset, lines, measure)
            numbered = enumerate(_lines(part, cuts))
            block = [slug._replace(loose=slug.loose and n >= lines) for n, slug in numbered]
            return block, Beside(inset, max(0, lines - len(cuts)))
        if isinstance(part, Mounted):
            inset = self._inset(part, measure)
            fits = inset and (limit is None or inset.frame.rows < limit.depth)
            if inset and fits and lasts(parts[1:], inset):
                return [Slug(0, 0, True, inset)], Beside(inset, inset.frame.rows)
        return self._set(part, measure, limit and limit.lines), _ALONE

    def _set(self, part: Matters, measure: int, most: int | None) -> list[Slug]:
        match part:
            case Piece():
                return list(_lines(part, self._cuts(part, measure, most)))
            case TableWork():
                return list(_rows(part.ruled(measure), self.deepest))
            case Mounted():
                frame = self.frame(part, measure)
                return [Slug(frame.rows, 1, True, frame)]
            case _:
                assert_never(part)

    def _cuts(self, piece: Piece, measure: int, most: int | None) -> Sequence[Cut]:
        """The lines of a paragraph, those of a head in a column of even length."""
        if piece.manner.keep and piece.manner.align is not Align.JUSTIFY:
            return piece.even_cuts(measure)
        return piece.cuts(measure) if most is None else piece.first_cuts(measure, most)

    def frame(self, mounted: Mounted, measure: int) -> Frame:
        """A plate as wide as its column, within reason."""
        empty = mounted.plate.path is None
        width = measure if empty else min(measure, _WIDEST)
        high = min(width, _WIDEST_EMPTY) if empty else width
        depth = math.ceil(high / mounted.plate.proportion / self.setting.leading.best - _CROPPED)
        words = _words_inside(mounted, width)
        return Frame(mounted, width, max(min(depth, self.deepest), words + 2, 3))


def case_for(
    ruler: Ruler, style: Style, language: str, banner: Banner | None, ease: Ease = _CLOSED
) -> Case:
    """The case for a page, with a chase that has room for the words of its folio."""
    made = chase(style, ease)
    if banner is not None:
        made = with_folio(made, banner, Hand(ruler, Face.SONG, language))
    return Case(ruler, style, language, made, banner)


def _under_head(lines: Sequence[Slug]) -> Sequence[Slug]:
    """The lines behind a paragraph's first, of which a head in a column keeps one more below it."""
    return [slug._replace(loose=False) if not n else slug for n, slug in enumerate(lines)]


def _notes(part: Matters, before: Sequence[Matters]) -> bool:
    """Whether a part says where the table before it comes from; that stands right below it."""
    said = isinstance(part, Piece) and part.manner.align is Align.RIGHT
    return said and bool(before) and isinstance(before[-1], TableWork)


def _words_inside(mounted: Mounted, width: int) -> int:
    if mounted.plate.path is not None:
        return 0
    return sum([len(piece.cuts(words_measure(width))) for piece in mounted.pieces])


def _lines(piece: Piece, cuts: Sequence[Cut]) -> Iterator[Slug]:
    """A paragraph's last line does not stand alone at the top of a column, nor a subhead's."""
    manner, last = piece.manner, len(cuts) - 1
    closing = manner.align is Align.RIGHT  # a sign-off stays with what it signs
    for number, cut in enumerate(cuts):
        loose = not closing if not number else number < last and not manner.keep
        before = 0 if number or piece.start else manner.before
        yield Slug(manner.lines, before, loose, Line(piece, cut))


def _rows(ruling: Ruling, deepest: int) -> Iterator[Slug]:
    """Only a table too deep to stay together goes on in the next column, under its head."""
    last, long = len(ruling.rows) - 1, sum(ruling.depths) > deepest
    for number, depth in enumerate(ruling.depths):
        loose = not number or (long and ruling.header_rows < number < last)
        again = sum(ruling.depths[: ruling.header_rows]) if number and loose else 0
        yield Slug(depth, 0 if number else 1, loose, Row(ruling, number), again)
