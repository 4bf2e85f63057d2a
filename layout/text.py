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

    def part(self, start: int, end: int) -> "Fragment":
        """The characters from start to end; a changed fragment gives its raw to its first part."""
        if self.text == self.raw:
            return replace(
                self, text=self.text[start:end], raw=self.raw[start:end], at=self.at + start
            )
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
        done = list(self.cut(0, 0).fragments)
        position = 0
        for change in sorted(amendments, key=lambda a: (a.start, a.end)):
            done += self._between(position, change.start)
            at = done[-1].end if done else self.start
            done += _changed(self._between(change.start, change.end), change, at)
            position = change.end
        return Text((*done, *self._between(position, len(self))))

    def _between(self, start: int, end: int) -> Sequence[Fragment]:
        lead = 0 if start else len(self.cut(0, 0).fragments)
        return self.cut(start, end).fragments[lead:] if start < end else ()

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


def _changed(fragments: Sequence[Fragment], change: Amendment, at: int) -> Iterator[Fragment]:
    if change.start == change.end:
        yield Fragment(change.text or "", "", at, change.mark)
        return
    reading = change.text
    for fragment in fragments:
        if not fragment.text:
            yield fragment
        elif reading is None:
            yield replace(fragment, mark=change.mark)
        else:
            yield replace(fragment, text=reading, mark=change.mark)
            reading = ""
