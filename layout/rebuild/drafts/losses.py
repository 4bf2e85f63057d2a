"""What the OCR lost at the ends of paragraphs: last lines and closing marks.

A last line that is full and ends in the air lost what followed it: less than one line, or the
paragraph would have gone on. A short one lost no more than its closing mark.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from layout.jumps import read_jump
from layout.rebuild.drafts import Draft
from layout.rebuild.drafts.han_losses import HARDLY_FULL, han_ending
from layout.rebuild.drafts.latin_losses import latin_endings, latin_gap, may_be_whole
from layout.rebuild.lines.scale import LATIN
from layout.rebuild.reading import Reading
from layout.rebuild.reading.open_ends import ends_open
from layout.rebuild.signs import shows
from layout.rebuild.signs.costs import ITEMS
from layout.rebuild.survey.candidates import Stream
from layout.text import Amendment

_ENDS = frozenset({"paragraph", "answer", "question", "editor_note"}) | ITEMS
_LISTED = ITEMS | {"timeline_year"}
_MARKLESS = frozenset({"contact_block", "field", "programme", "roster"})
_FEWEST_ITEMS, _FEWEST_OPEN = 4, 3
_TAIL = 40


def with_endings(drafts: Sequence[Draft], stream: Stream) -> tuple[Draft, ...]:
    """Every paragraph with its lost tail declared, or its lost closing mark supplied."""
    jumping = (*map(_jumps, drafts[1:]), False)[: len(drafts)]
    starts = _item_starts(drafts, stream)
    lists = _closing(drafts)
    return tuple(
        _ended(_with_short(draft, stream, start), stream, jumps=jumps, closing=closing)
        if draft.role in _ENDS
        else draft
        for draft, jumps, start, closing in zip(drafts, jumping, starts, lists, strict=True)
    )


def _closing(drafts: Sequence[Draft]) -> tuple[bool, ...]:
    """For each draft whether items of its list end with a mark: half of these do, or of the page's.

    Where all items of a list have none, or of a longer one all but one, they were set without.
    """
    closing: list[bool] = []
    everywhere = _mostly([not is_open(draft) for draft in drafts if draft.role in ITEMS])
    for _, run in groupby(drafts, key=lambda draft: draft.role in _LISTED):
        fellows = tuple(run)
        marks = [not is_open(draft) for draft in fellows if draft.role in ITEMS]
        slips = 1 if len(marks) >= _FEWEST_ITEMS else 0
        without = sum(marks) <= slips and len(marks) >= _FEWEST_OPEN
        closing += [(everywhere or _mostly(marks)) and not without] * len(fellows)
    return tuple(closing)


def _mostly(told: Sequence[bool]) -> bool:
    return 2 * sum(told) >= len(told)


def _jumps(draft: Draft) -> bool:
    """Whether a text goes on elsewhere, by this line behind it; 相关新闻见A6版 tells of others."""
    return draft.role == "jump" and read_jump(draft.text.plain) is not None


def _item_starts(drafts: Sequence[Draft], stream: Stream) -> tuple[int | None, ...]:
    """For each draft that is an item: how wide the first lines of its list are that go on.

    Where none goes on, of four Chinese ones or more, the widest mostly is as wide as may be.
    """
    starts: list[int | None] = []
    han = stream.scale is not LATIN
    for _, run in groupby(drafts, key=lambda draft: draft.role in _LISTED):
        fellows = tuple(run)
        items = [draft for draft in fellows if draft.role in ITEMS]
        long = [draft for draft in items if len(draft.readings) > 1]
        closing = _mostly([not is_open(draft) for draft in items])
        many = len(items) >= _FEWEST_ITEMS and han and closing
        told = long or (items if many else ())
        start = max((_steps(stream, draft.readings[0]) for draft in told), default=None)
        starts += [start] * len(fellows)
    return tuple(starts)


def _with_short(draft: Draft, stream: Stream, start: int | None) -> Draft:
    """An item of one line with what this line lacks to the first lines of its fellows."""
    joined = stream.scale is LATIN and not stream.measures[draft.last.first]
    if draft.role not in ITEMS or len(draft.readings) > 1 or start is None or joined:
        return draft
    short = start - _steps(stream, draft.last)
    return replace(draft, readings=(draft.last._replace(short=short),))


def _steps(stream: Stream, reading: Reading) -> int:
    return stream.steps(reading.first, reading.behind)


def is_open(draft: Draft) -> bool:
    """Whether the words of a draft end without a closing mark, where a mark was to be expected."""
    words = draft.text.plain.rstrip()
    told = len(draft.readings) == 1 and "contact" in draft.signs
    wanted = not told and _MARKLESS.isdisjoint(draft.signs) and ends_open(words)
    return wanted and not shows("closed", words[-_TAIL:])  # "... to a vote. Local, B3"


def _ended(draft: Draft, stream: Stream, *, jumps: bool, closing: bool) -> Draft:
    if not is_open(draft):
        return draft
    words, short = draft.text.plain.rstrip(), _short(draft, stream)
    items = draft.role in ITEMS
    latin = stream.scale is LATIN
    whole = latin and may_be_whole(words, item=items)
    ends_short = short is None or short > HARDLY_FULL
    if items and not closing and (whole if latin else ends_short or "items" in draft.signs):
        return draft  # a list whose items end without a mark
    longest = stream.scale.ems(_longest(draft, stream))
    endings: tuple[Amendment, ...]
    if not latin:
        endings = (han_ending(words, short, longest, items=items, jumps=jumps),)
    elif whole and not jumps:
        endings = latin_endings(words, short, longest)
    else:
        endings = (latin_gap(words, short, longest, jumps=jumps),)
    return replace(draft, text=draft.text.amended(endings))


def _short(draft: Draft, stream: Stream) -> int | None:
    """What the last line lacks to its measure; of a line that was moved here, which is flush, too.

    None where no measure is known, or of the first line of an item, which may be indented.
    """
    measure = stream.measures[draft.last.first]
    if draft.last.short is not None or draft.role in ITEMS or not measure:
        return draft.last.short
    return measure - _steps(stream, draft.last)


def _longest(draft: Draft, stream: Stream) -> int:
    """The most that one line can have held, in steps: its measure, or else the widest line."""
    widest = max(_steps(stream, reading) for reading in draft.readings)
    return max(stream.measures[draft.last.first], widest)
