"""Text that remembers its source: what was kept, changed, dropped or supplied, and what is missing.

A `Text` is a row of fragments. Each pairs the characters as rebuilt with the characters as the
source has them, so a text is its own ledger: the `raw` sides together are the source, the `text`
sides the reading. Nothing is cut, joined or mended without its history coming along.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import accumulate


class Rule(StrEnum):
    """Why characters differ from the source. The value is what a reader of the ledger sees."""

    MARKUP = "Markdown or HTML mark"
    BLANK = "blank between blocks"
    LINE_END = "old line end"
    COLUMN_CUT = "cut at the foot of a column"
    STRAY_SPACE = "space inside a printed line"
    BULLET = "bullet of a list item"
    HYPHEN = "word broken at a line end"
    FULL_WIDTH = "half-width mark in Chinese text"
    QUOTE = "direction of a quotation mark"
    LOOK_ALIKE = "misread character"
    CLOSING_MARK = "lost closing mark"
    LOST_YEAR = "lost year heading"
    DISPLACED = "fragment out of its place"
    EDITOR = "an editor's correction"


NOTED = frozenset({Rule.LOOK_ALIKE, Rule.CLOSING_MARK, Rule.LOST_YEAR, Rule.DISPLACED, Rule.EDITOR})
"""What changes the words, and is told wherever changes are; the rest is done by the hundred."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that was made: the rule, the evidence in words, the certainty from 0 to 1."""

    rule: Rule
    why: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class LineEnd:
    """A line of the old print ended here, and with `column` its column too."""

    column: bool = False
    why: str = ""
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Gap:
    """Print that the OCR lost: at most `longest` ems of it. A guess is offered, never set."""

    longest: float
    why: str
    certainty: float
    guess: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reading that the evidence favours but does not prove; the text stays as it is."""

    reading: str
    rule: Rule
    why: str
    certainty: float


Mark = Edit | LineEnd | Gap | Suggestion


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters as rebuilt (`text`) beside the source's (`raw`), which start at offset `at`.

    Kept: text == raw. Changed: they differ. Dropped: text is empty. Supplied: raw is empty.
    A gap is empty on both sides.
    """

    text: str
    raw: str
    at: int
    mark: Mark | None = None

    @property
    def end(self) -> int:
        """The source offset behind the last raw character."""
        return self.at + len(self.raw)

    @property
    def is_added(self) -> bool:
        """Whether a person put words where the source has none."""
        mark = self.mark
        by_person = isinstance(mark, Edit) and mark.rule is Rule.EDITOR
        return by_person and self.text != "" and not self.raw

    def part(self, start: int, end: int) -> "Fragment":
        """The characters from start to end; a changed fragment gives its raw to its first part."""
        if self.text == self.raw:
            characters = self.text[start:end]
            return Fragment(characters, characters, self.at + start, self.mark)
        if start:
            return replace(self, text=self.text[start:end], raw="", at=self.end)
        return replace(self, text=self.text[:end])


@dataclass(frozen=True, slots=True)
class Amendment:
    """What to do with the characters from start to end: read `text` instead (None: as before)."""

    start: int
    end: int
    text: str | None
    mark: Mark


@dataclass(frozen=True)
class Text:
    """Fragments in reading order. All offsets count characters of `plain`."""

    fragments: tuple[Fragment, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text as rebuilt; what is missing leaves no trace in it."""
        return "".join([f.text for f in self.fragments])

    @property
    def raw(self) -> str:
        """The source's characters behind this text, in reading order."""
        return "".join([f.raw for f in self.fragments])

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *accumulate([len(f.text) for f in self.fragments]))

    def __str__(self) -> str:
        return self.plain

    def __len__(self) -> int:
        return len(self.plain)

    def __add__(self, other: "Text") -> "Text":
        return Text(self.fragments + other.fragments)

    def placed(self) -> Iterator[tuple[int, Fragment]]:
        """Each fragment with the offset at which it stands."""
        return zip(self._starts, self.fragments, strict=False)

    def line_ends(self) -> tuple[int, ...]:
        """The offsets at which lines of the old print ended, inside the text."""
        return tuple(o for o, f in self.placed() if isinstance(f.mark, LineEnd))

    def gaps(self) -> tuple[tuple[int, Gap], ...]:
        """Every gap with the offset at which print is missing."""
        return tuple((o, f.mark) for o, f in self.placed() if isinstance(f.mark, Gap))

    def shown(self, gap_mark: str) -> str:
        """The text with `gap_mark` wherever print is missing."""
        return "".join([gap_mark if isinstance(f.mark, Gap) else f.text for f in self.fragments])

    def cut(self, start: int, end: int) -> "Text":
        """The part from start to end; what is empty at a cut stays with what precedes it."""
        if start == 0 and end >= len(self):
            return self
        return Text(tuple(self._within(start, end)))

    def _within(self, start: int, end: int) -> Iterator[Fragment]:
        first = max(0, bisect_left(self._starts, start) - 1)
        for index in range(first, len(self.fragments)):
            fragment, offset = self.fragments[index], self._starts[index]
            behind = offset + len(fragment.text)
            if offset > end:
                return
            if offset == behind:
                if start < offset or start == 0:
                    yield fragment
            elif start <= offset and behind <= end:
                yield fragment
            elif max(start, offset) < min(end, behind):
                yield fragment.part(max(start, offset) - offset, min(end, behind) - offset)

    def amended(self, amendments: Iterable[Amendment]) -> "Text":
        """The text with every amendment made at once; they must not overlap."""
        changes = sorted(amendments, key=_by_place)
        if not changes:
            return self
        done: list[Fragment] = []
        number = 0
        for offset, fragment in zip(self._starts, self.fragments, strict=False):
            if not fragment.text:
                done.append(fragment)
                continue
            number = _insert(done, changes, number, offset, self.start)
            number = _amend(done, changes, number, offset, fragment)
        _insert(done, changes, number, len(self), self.start)
        return Text(tuple(done))

    def read_as(self, reading: str, mark: Mark) -> "Text":
        """The text with all its characters under one change; what is empty stays as it is."""
        done: list[Fragment] = []
        for f in self.fragments:
            done.append(Fragment(reading, f.raw, f.at, mark) if f.text else f)
            reading = "" if f.text else reading
        return Text(tuple(done))

    @property
    def start(self) -> int:
        """The source offset of the first fragment; 0 for an empty text."""
        return self.fragments[0].at if self.fragments else 0


def kept(source: str, start: int, end: int) -> Text:
    """The source's characters from start to end, as they are."""
    piece = source[start:end]
    return Text((Fragment(piece, piece, start),)) if piece else Text()


def dropped(source: str, start: int, end: int, mark: Edit | LineEnd) -> Text:
    """The source's characters from start to end, accounted for but not read."""
    return Text((Fragment("", source[start:end], start, mark),)) if start < end else Text()


def supplied(text: str, at: int, mark: Edit) -> Text:
    """Characters that the source lacks and the evidence proves, at a source offset."""
    return Text((Fragment(text, "", at, mark),))


def joined(texts: Iterable[Text]) -> Text:
    """All texts as one, in their order."""
    return Text(tuple([f for text in texts for f in text.fragments]))


def _by_place(change: Amendment) -> tuple[int, int]:
    return change.start, change.end


def _insert(
    done: list[Fragment], changes: Sequence[Amendment], number: int, offset: int, start: int
) -> int:
    """Makes the insertions at the offset or before it; the number of the change behind them.

    `start` is the source offset for what stands before everything else.
    """
    while number < len(changes) and changes[number].start == changes[number].end <= offset:
        change = changes[number]
        at = done[-1].end if done else start
        done.append(Fragment(change.text or "", "", at, change.mark))
        number += 1
    return number


def _amend(
    done: list[Fragment],
    changes: Sequence[Amendment],
    number: int,
    offset: int,
    fragment: Fragment,
) -> int:
    """Makes the changes that fall on a fragment; the number of the first that reaches beyond."""
    place, end = offset, offset + len(fragment.text)
    while place < end:
        if number == len(changes) or changes[number].start >= end:
            done.append(_slice(fragment, place - offset, end - offset))
            return number
        change = changes[number]
        if place < change.start:
            done.append(_slice(fragment, place - offset, change.start - offset))
            place = change.start
        if change.start == change.end:
            number = _insert(done, changes, number, place, fragment.at)
            continue
        behind = min(end, change.end)
        piece = _slice(fragment, place - offset, behind - offset)
        done.append(_changed(piece, change, first=place == change.start))
        place = behind
        number += behind == change.end
    return number


def _slice(fragment: Fragment, start: int, end: int) -> Fragment:
    whole = start == 0 and end == len(fragment.text)
    return fragment if whole else fragment.part(start, end)


def _changed(piece: Fragment, change: Amendment, *, first: bool) -> Fragment:
    """A piece under a change: the first one takes the new reading, the others are read as none."""
    if change.text is None:
        return Fragment(piece.text, piece.raw, piece.at, change.mark)
    return Fragment(change.text if first else "", piece.raw, piece.at, change.mark)
