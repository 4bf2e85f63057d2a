"""A story on the stone: its head apart from what runs in columns, measured once for all trials."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from layout.compose.galley import Matters, Mounted, Piece, Slug
from layout.compose.galley.columns import Columns, Stack
from layout.compose.galley.digest import is_labelled
from layout.compose.galley.gauge import Gauge
from layout.compose.galley.head_pieces import HeadPiece, head_piece
from layout.compose.galley.structure import BACK, Copy, Part, Story, Words
from layout.compose.galley.tables import TableWork
from layout.compose.jobs.case import Case
from layout.compose.jobs.lifting import lifts, taken
from layout.compose.lines.facsimile import item_lead
from layout.compose.stone.division import Division, Reading
from layout.geometry import Box, around
from layout.model import HEAD_ROLES, Kind, Punctuation, Role
from layout.style import Align, LineMode

_BOXED = frozenset({Kind.TIMELINE, Kind.LISTING, Kind.NOTICE})
_CHARACTERS_AN_EM = 1.9  # of Latin text
_LONG, _LEAST, _POWER = 700, 0.08, 0.17  # the headline of a text under so many ems is smaller
_APPARATUS = 0.62  # times its importance: the headline of a colophon
_LONGEST_HEAD = 160  # characters of what is still set as a headline
_MOST_HEADS = 8
_BESIDE_VERSE = frozenset({Role.VERSE, Role.SIGNOFF, Role.BYLINE, Role.SUBHEAD})


class Flow(NamedTuple):
    """The parts of a job from start to end, which run through columns together."""

    start: int
    end: int
    division: Division


_Key = tuple[int, int, int, int]


class Galley(NamedTuple):
    """The slugs of a flow, really set, and how they fall into its columns."""

    slugs: tuple[Slug, ...]
    columns: Columns


@dataclass(frozen=True)
class Job:
    """A story to be made up: the pieces of its head, the parts that run in its columns.

    `box`: where it stood on the scan, if that is known.
    """

    story: Story
    case: Case
    head: tuple[HeadPiece, ...]
    parts: tuple[Matters, ...]
    leads: bool = False
    box: Box | None = None
    _galleys: dict[_Key, Galley] = field(default_factory=dict, compare=False)
    _estimates: dict[_Key, int] = field(default_factory=dict, compare=False)
    _gauges: dict[tuple[int, int], Gauge] = field(default_factory=dict, compare=False)

    @property
    def title(self) -> str:
        """What the article is called."""
        return self.story.article.title

    @cached_property
    def boxed(self) -> bool:
        """Whether it stands in a box, as a chronology or a list does."""
        return self.story.article.kind in _BOXED and bool(self.parts)

    @cached_property
    def plates_only(self) -> bool:
        """Whether there is nothing but pictures."""
        return bool(self.parts) and all(isinstance(part, Mounted) for part in self.parts)

    @cached_property
    def plates(self) -> bool:
        """Whether there are pictures among the parts."""
        return any(isinstance(part, Mounted) for part in self.parts)

    @cached_property
    def frames(self) -> bool:
        """Whether the pictures among the parts are all missing."""
        plates = [part.plate for part in self.parts if isinstance(part, Mounted)]
        return all(plate.path is None for plate in plates)

    @property
    def is_apparatus(self) -> bool:
        """Whether composing wrote it, as it does a colophon: nothing of it is the source's."""
        return not any(paragraph.text.raw for paragraph in self.story.article.paragraphs())

    @cached_property
    def hangs(self) -> int:
        """The ems that its lines lose because they hang, as those of a list do."""
        return max((part.manner.hang for part in self.parts if isinstance(part, Piece)), default=0)

    @cached_property
    def ems(self) -> float:
        """The length of all running text, in ems."""
        pieces = (part for part in self.parts if isinstance(part, Piece))
        return sum([piece.matter.places[-1] for piece in pieces]) / 1000

    @cached_property
    def weight(self) -> float:
        """The importance of its headline."""
        style = self.case.style
        weight = style.importance["lead"] if self.leads else style.weight(self.story.article.kind)
        weight *= _APPARATUS if self.is_apparatus else 1.0
        return weight * float(max(_LEAST, min(self.ems / _LONG, 1.0)) ** _POWER)

    @cached_property
    def measure(self) -> float:
        """The measure it would like in ems: the old print's where it is known, or else the best."""
        least, best, most = (
            self.case.setting.measure.least,
            self.case.setting.measure.best,
            self.case.setting.measure.most,
        )
        old = self.story.article.measure
        if old is None:
            return best
        latin = old.punctuation is Punctuation.LATIN
        return max(least, min(old.width / (_CHARACTERS_AN_EM if latin else 1), most))

    @cached_property
    def verse(self) -> int | None:
        """The width of the longest line in ems, if the article is nothing but verse."""
        lines = [part for part in self.parts if isinstance(part, Piece)]
        alone = len(lines) == len(self.parts) and any(p.copy.role is Role.VERSE for p in lines)
        if not alone or any(p.copy.role not in _BESIDE_VERSE for p in lines):
            return None
        widest = max(p.matter.width * p.manner.scale for p in lines)
        return min(math.ceil(widest / 1000) + 1, int(self.case.setting.measure.most))

    @cached_property
    def fixed(self) -> int | None:
        """The measure of the old print in ems, where its lines are to be kept."""
        pieces = [part for part in self.parts if isinstance(part, Piece) and part.facsimile]
        if not pieces:
            return None
        hanging = any(piece.copy.bullet is not None and not piece.lead for piece in pieces)
        return math.ceil(self._old_measure(pieces)) + (1 if hanging else 0)

    def _old_measure(self, pieces: Sequence[Piece]) -> float:
        """The measure that the article is known to have had, Latin characters counted as ems."""
        old = self.story.article.measure
        if old is None or old.punctuation is not Punctuation.LATIN:
            return old.width if old else self.measure
        width = sum([piece.matter.places[-1] for piece in pieces])
        characters = sum([len(piece.matter.text) for piece in pieces])
        return old.width * width / characters / 1000

    def as_printed(self) -> "Job":
        """The job with the items of its lists standing in as they did in the old print.

        That is seen in Chinese only, where all full lines are about as wide.
        """
        items = [part for part in self.parts if isinstance(part, Piece) and _is_old_item(part)]
        if self.case.latin or not items:
            return self
        measure = round(self._old_measure(items) * 1000)
        first = [
            (part.matter.span(0, part.copy.words.ends[0])) for part in items if part.copy.words.ends
        ]
        lead = item_lead([measure - width for width in first])
        parts = [
            replace(p, lead=lead) if isinstance(p, Piece) and _is_old_item(p) else p
            for p in self.parts
        ]
        return replace(self, parts=tuple(parts))

    @cached_property
    def reading(self) -> Reading:
        """What its columns must be to be read."""
        setting = self.case.setting
        return Reading(setting.measure.least, setting.measure.most, setting.gutter)

    @cached_property
    def tables(self) -> dict[int, float]:
        """The tables by their place among the parts, with the width they would like in ems."""
        return {
            number: part.natural_width
            for number, part in enumerate(self.parts)
            if isinstance(part, TableWork)
        }

    @cached_property
    def lone_table(self) -> float | None:
        """The width in ems that an article would like which is one table with its title and note.

        None for others; a long table may go on in other columns, and is none either.
        """
        tables = [part for part in self.parts if isinstance(part, TableWork)]
        around = [part for part in self.parts if isinstance(part, Piece) and _is_of_table(part)]
        if len(tables) != 1 or len(around) + 1 < len(self.parts):
            return None
        if len(tables[0].tabular.rows) > self.case.deepest:
            return None
        widths = [piece.matter.width * piece.manner.scale / 1000 for piece in around]
        return max([tables[0].natural_width, *widths])

    def depth(self, flow: Flow) -> tuple[int, int]:
        """The lines of a flow and those of its columns: known if it was set, else estimated.

        Pictures alone are set at once, since that is no more work.
        """
        known = self.galley(flow) if self.plates_only else self._galleys.get(_key(flow))
        if known is not None:
            return sum([slug.rows + slug.before for slug in known.slugs]), known.columns.depth
        lines = self._lines(flow)
        return lines, max(1, -(-lines // flow.division.count), self._undivided(flow))

    def _undivided(self, flow: Flow) -> int:
        """The lines of the deepest table in a flow that has to stand in one column."""
        parts = self.parts[flow.start : flow.end]
        tables = [part for part in parts if isinstance(part, TableWork)]
        depths = [sum(table.ruled(flow.division.measure).depths) for table in tables]
        return max([deep for deep in depths if deep <= self.case.deepest], default=0)

    def _lines(self, flow: Flow) -> int:
        """The lines of a flow as estimated; only lifted plates make them depend on its columns."""
        division = flow.division
        key = flow.start, flow.end, division.count if self.plates else 0, division.measure
        lines = self._estimates.get(key)
        if lines is None:
            lines = self._estimates[key] = self._estimated(flow)
        return lines

    def _estimated(self, flow: Flow) -> int:
        parts, division = self.parts[flow.start : flow.end], flow.division
        if not self.plates:
            return self._gauge(flow.start, flow.end).lines(division.measure)
        lifted = lifts(parts, division.count, division.spread, self.case)
        stay = [part for index, part in enumerate(parts) if index not in lifted]
        lines = self.case.gauge(stay).lines(division.measure)
        return lines + sum(taken(lifted.values(), division.count))

    def _gauge(self, start: int, end: int) -> Gauge:
        if (start, end) not in self._gauges:
            self._gauges[start, end] = self.case.gauge(self.parts[start:end])
        return self._gauges[start, end]

    def galley(self, flow: Flow) -> Galley:
        """A flow set in type and made up into its columns."""
        key = _key(flow)
        if key not in self._galleys:
            parts, division = self.parts[flow.start : flow.end], flow.division
            lifted = lifts(parts, division.count, division.spread, self.case)
            slugs = self.case.slugs(parts, division.measure, lifted)
            columns = Stack(slugs, taken(lifted.values(), division.count)).balanced()
            self._galleys[key] = Galley(tuple(slugs), columns)
        return self._galleys[key]

    def in_case(self, case: Case) -> "Job":
        """The job as it is set in another case, which is no other but for leading and white.

        Lines of text are as many there; the depth of plates and tables depends on the leading.
        """
        if all(isinstance(part, Piece) for part in self.parts):
            return replace(self, case=case, _galleys={})
        return replace(self, case=case, _galleys={}, _estimates={}, _gauges={})

    def with_galleys(self, galleys: Mapping[Flow, Galley]) -> "Job":
        """The job with flows set otherwise than it would set them itself."""
        return replace(self, _galleys={_key(flow): galley for flow, galley in galleys.items()})


def _key(flow: Flow) -> _Key:
    return flow.start, flow.end, flow.division.count, flow.division.measure


def job(stories: Sequence[Story], case: Case, *, leads: bool) -> Job:
    """A story measured; what may stand in a head does so as far as the first other part.

    Several stories are a digest: there all of them run in its columns. So do briefs under a label,
    of which only the label stands in the head, unless the page has nothing else to lead it.
    """
    parts = [part for story in stories for part in _signed(story.parts)]
    if len(stories) > 1:
        head = []
    elif not leads and is_labelled(parts, case.language):
        head = parts[:1]
    else:
        head = list(takewhile(_is_head, parts[:_MOST_HEADS]))
    pieces = tuple(head_piece(c, case.ruler, case.language) for c in head if isinstance(c, Copy))
    facsimile = case.style.lines is LineMode.ORIGINAL and stories[0].article.measure is not None
    matters = tuple(m for part in parts[len(head) :] for m in case.parts(part, facsimile))
    boxes = [story.article.box for story in stories]
    told = around(boxes) if all(boxes) else None
    return Job(stories[0], case, pieces, matters, leads, told).as_printed()


def _is_of_table(piece: Piece) -> bool:
    return piece.manner.keep or piece.manner.align is Align.RIGHT


def _is_old_item(part: Matters) -> bool:
    return isinstance(part, Piece) and part.facsimile and part.copy.bullet is not None


def continued(job: Job, parts: tuple[Matters, ...], words: str) -> Job:
    """The rest of a job, under a line that says so."""
    line = Copy(Role.KICKER, Words(words, BACK))
    head = (head_piece(line, job.case.ruler, job.case.language),)
    return Job(job.story, job.case, head, parts, box=job.box)


def _signed(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts of a story; a byline behind its text signs it."""
    said = False
    for part in parts:
        if isinstance(part, Copy) and part.role is Role.BYLINE and said:
            yield part._replace(role=Role.SIGNOFF)
            continue
        said = said or (isinstance(part, Copy) and part.role not in HEAD_ROLES)
        yield part


def _is_head(part: Part) -> bool:
    if not isinstance(part, Copy) or part.role not in HEAD_ROLES:
        return False
    return len(part.words.text) <= _LONGEST_HEAD
