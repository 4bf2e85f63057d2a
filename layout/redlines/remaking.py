"""Tell what became of paragraphs: which of them was parted, joined or written anew.

Texts and readings that belong together are gone through side by side. Where a reading ends within a
text, the text is parted; where a text ends within a reading, the next one is joined to it. So every
text comes to one or more slips, each belonging to one reading; what no text became is a new
paragraph.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from layout.corrections.anchor import anchored
from layout.corrections.decisions import Correction
from layout.corrections.spots import Matter
from layout.redlines.collation import (
    EDGE,
    SEAM,
    Change,
    Group,
    Reading,
    Stay,
    Unit,
    changes,
)
from layout.redlines.rewording import Desk, Rewording, is_line_end, reworded
from layout.text import LineEnd


@dataclass(slots=True)
class Slip:
    """A piece of a text, from one of its units up to another, that belongs to a reading.

    `hand` is who cut it off, or joined it to the slip before.
    """

    text: int
    reading: int
    start: int
    end: int
    hand: tuple[str, str] = ("", "")
    joins: bool = False
    refuses: bool = False


@dataclass(slots=True)
class Remake:
    """What there is to do on a page: words to set, slips in their order, new paragraphs."""

    rewordings: list[Rewording] = field(default_factory=list)
    refusals: list[Correction] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    added: dict[int, str] = field(default_factory=dict)


class Collator:
    """Goes through a group; `text` and `reading` count how far it has come in each."""

    def __init__(
        self, group: Group, units: Sequence[tuple[Unit, ...]], desk: Desk, found: Remake
    ) -> None:
        self._group, self._units, self._desk, self._found = group, units, desk, found
        self._text = self._reading = 0
        self._slip: Slip | None = None

    def collate(self, readings: Sequence[Reading]) -> None:
        """Note down what became of the group's texts."""
        theirs = [readings[n] for n in self._group.readings] or [Reading("")]
        self._begin()
        for step in changes([self._units[n] for n in self._group.texts], theirs):
            match step:
                case Stay():
                    self._text += 1
                    self._reading += 1
                    self._begin()
                case Change():
                    self._change(step)
        for number in self._group.readings[self._reading :]:  # behind all that is left of it
            self._found.added[number] = readings[number].words

    def _begin(self, at: int = 0, hand: tuple[str, str] = ("", ""), *, joins: bool = False) -> None:
        """Begin a slip of the text at hand."""
        if self._text >= len(self._group.texts) or not self._group.readings:
            return
        number = self._group.texts[self._text]
        reading = self._group.readings[self._reading]
        self._slip = Slip(number, reading, at, len(self._units[number]), hand, joins)
        self._found.slips.append(self._slip)

    def _change(self, change: Change) -> None:
        segments = list(_segments(change.units))
        words = change.words.split(SEAM)
        if len(segments) == 1:
            self._within(change, words)
        elif len(words) == 1:
            self._joined(change, segments, words[0])
        else:
            self._across(change, segments, words)

    def _within(self, change: Change, words: Sequence[str]) -> None:
        """A change inside a text, which may part it and put new paragraphs between."""
        first, *rest = words
        if not rest:
            self._set(change)
        elif change.behind.chain < 0:  # at its end
            self._set(replace(change, words=first))
            self._add(rest)
        elif change.before.chain < 0:  # at its beginning
            self._add(words[:-1], behind=False)
            self._set(replace(change, words=words[-1]))
            if self._slip is not None:
                self._slip.reading = self._group.readings[self._reading]
        else:
            self._part(change, words)

    def _part(self, change: Change, words: Sequence[str]) -> None:
        left, *between, right = words
        if not "".join(words) and is_line_end(change.units) and self._refuse(change):
            return
        units = change.units
        cut = len(units) if not right else 0 if not left else 1
        self._set(replace(change, units=units[:cut], words=left, behind=EDGE))
        self._set(replace(change, units=units[cut:], words=right, before=EDGE))
        first = units[cut] if cut < len(units) else change.behind
        at = self._index(first)
        if self._slip is not None:
            self._slip.end = at
        self._add(between)
        self._reading += 1
        self._begin(at, (change.who, change.when))

    def _refuse(self, change: Change) -> bool:
        """Whether this is the refusal of a join: two lines had been joined there in doubt."""
        refusal = _refusal(change, self._desk)
        if refusal is None:
            return False
        self._found.refusals.append(refusal)
        at = self._index(change.behind)
        if self._slip is not None:
            self._slip.end = at
        self._reading += 1
        self._begin(at)
        if self._slip is not None:
            self._slip.refuses = True
        return True

    def _joined(self, change: Change, segments: Sequence[tuple[Unit, ...]], words: str) -> None:
        """Texts run on from one to the next; those between are struck out."""
        goes_on, comes = change.before.chain >= 0, change.behind.chain >= 0
        carrier = 0 if goes_on or not comes else len(segments) - 1
        for number in range(len(segments)):
            self._segment(change, segments, number, words if number == carrier else "")
        self._text += len(segments) - 1
        if not comes:
            return
        if not goes_on and self._slip is not None:
            self._found.slips.remove(self._slip)
        self._begin(0, (change.who, change.when), joins=goes_on)

    def _across(
        self, change: Change, segments: Sequence[tuple[Unit, ...]], words: Sequence[str]
    ) -> None:
        """As many paragraphs as there are on both sides are the same ones, first to last."""
        last = len(segments) - 1
        pairs = {n: words[n] for n in range(min(len(words), len(segments)) - 1)}
        pairs[last] = words[-1]
        for number in range(len(segments)):
            self._segment(change, segments, number, pairs.get(number, ""))
            if number == last:
                return
            self._text += 1
            if number + 1 == last:
                self._add(words[len(pairs) - 1 : -1])
            if number + 1 in pairs:
                self._reading += 1
                self._begin()

    def _segment(
        self, change: Change, segments: Sequence[tuple[Unit, ...]], number: int, words: str
    ) -> None:
        """The words of one of several texts that a change runs across."""
        before = change.before if number == 0 else EDGE
        behind = change.behind if number == len(segments) - 1 else EDGE
        units = segments[number]
        self._set(replace(change, units=units, words=words, before=before, behind=behind))

    def _set(self, change: Change) -> None:
        if change.units or change.words:
            rewording = reworded(change, self._desk)
            if rewording is not None:
                self._found.rewordings.append(rewording)

    def _add(self, paragraphs: Iterable[str], *, behind: bool = True) -> None:
        for words in paragraphs:
            self._reading += behind
            self._found.added[self._group.readings[self._reading]] = words
            self._reading += not behind

    def _index(self, unit: Unit) -> int:
        units = self._units[self._group.texts[self._text]]
        return next(n for n, each in enumerate(units) if each is unit)


def _segments(units: Iterable[Unit]) -> Iterator[tuple[Unit, ...]]:
    """Units by the texts that they belong to."""
    segment: list[Unit] = []
    for unit in units:
        if unit is EDGE:
            yield tuple(segment)
            segment = []
        else:
            segment.append(unit)
    yield tuple(segment)


def _refusal(change: Change, desk: Desk) -> Correction | None:
    for text in desk.texts:
        for f in text.fragments:
            here = f.end == change.behind.start or f.at == change.before.end
            if here and isinstance(f.mark, LineEnd) and f.mark.why:
                anchor = anchored(desk.page.source, f.at, f.end)
                refusal = Correction(desk.page.name, Matter.MOVE, anchor, accept=False)
                return desk.signed(refusal, change.who, change.when)
    return None
