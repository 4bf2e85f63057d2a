"""What the OCR lost: tails and heads of lines, closing marks, told by what the lines should fill.

A last line that is full and ends in the air lost what followed it: less than one line, or the
paragraph would have gone on. A short one lost no more than its closing mark. A line inside a
paragraph that falls short, though what follows would have fitted, lost something itself.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from layout.model import Punctuation
from layout.rebuild.candidates import Stream
from layout.rebuild.costs import ITEMS
from layout.rebuild.drafts import Draft
from layout.rebuild.latin_losses import latin_endings, may_be_whole
from layout.rebuild.pieces import in_bracket
from layout.rebuild.sequence import Reading, cluster_steps
from layout.script import is_han
from layout.text import Amendment, Edit, Gap, Rule

_ENDS = frozenset({"paragraph", "answer", "question", "editor_note"}) | ITEMS
_LISTED = ITEMS | {"timeline_year"}
_CLOSED = re.compile(r"(?:[。！？!?…；;：:.—~][”’\"'」』）)】\]]*|[）)】\]])$")
_QUOTED = re.compile(r"[”’\"'」』]$")
_FULL = 2
_NEARLY_FULL = 4  # so far a line falls short where a number or a mark could not be broken off
_NOTABLE, _MOST = 3, 8


def with_endings(drafts: Sequence[Draft], stream: Stream) -> tuple[Draft, ...]:
    """Every paragraph with its lost tail declared, or its lost closing mark supplied."""
    following = (*(draft.role for draft in drafts[1:]), "")[: len(drafts)]
    starts = _item_starts(drafts, stream)
    items = [is_open(draft) for draft in drafts if draft.role in ITEMS]
    closing = 2 * sum(items) < len(items)
    return tuple(
        _ended(_with_short(draft, stream, start), stream, jumps=role == "jump", closing=closing)
        if draft.role in _ENDS
        else draft
        for draft, role, start in zip(drafts, following, starts, strict=True)
    )


def _item_starts(drafts: Sequence[Draft], stream: Stream) -> tuple[int | None, ...]:
    """For each draft that is an item: how wide its fellows' first lines are, where they go on.

    Fellows are the items of one list, whose measure one line alone does not tell.
    """
    starts: list[int | None] = []
    for listed, run in groupby(drafts, key=lambda draft: draft.role in _LISTED):
        fellows = tuple(run)
        long = [d.readings[0] for d in fellows if d.role in ITEMS and len(d.readings) > 1]
        start = max((_steps(stream, first) for first in long), default=None) if listed else None
        starts += [start] * len(fellows)
    return tuple(starts)


def _with_short(draft: Draft, stream: Stream, start: int | None) -> Draft:
    """An item of one line with what this line lacks to the first lines of its fellows."""
    if draft.role not in ITEMS or len(draft.readings) > 1 or start is None:
        return draft
    short = start - _steps(stream, draft.last)
    return replace(draft, readings=(replace(draft.last, short=short),))


def _steps(stream: Stream, reading: Reading) -> int:
    words = "".join(p.words for p in stream.pieces[reading.first : reading.behind])
    return stream.scale.steps(words)


def is_open(draft: Draft) -> bool:
    """Whether the words of a draft end without a closing mark."""
    return not _CLOSED.search(draft.text.plain.rstrip() or ".")


def lacks_words(draft: Draft) -> bool:
    """Whether more than a closing mark is missing behind a draft."""
    words = draft.text.plain.rstrip()
    items = draft.role in ITEMS
    return is_open(draft) and not _lacks_only_its_mark(words, draft.last.short, items=items)


def _ended(draft: Draft, stream: Stream, *, jumps: bool, closing: bool) -> Draft:
    if not is_open(draft):
        return draft
    words, short = draft.text.plain.rstrip(), draft.last.short
    items = draft.role in ITEMS
    latin = stream.scale.punctuation is Punctuation.LATIN
    whole = latin and may_be_whole(words)
    if items and short is None and not closing and (whole or not latin):
        return draft  # a list whose items end without a mark
    longest = stream.scale.ems(_longest(draft, stream))
    if whole and not jumps:
        endings = latin_endings(words, short, longest)
    elif not (jumps or latin) and _lacks_only_its_mark(words, short, items=items):
        why = "the last line is short, so nothing but its closing mark can be missing"
        mark = Edit(Rule.CLOSING_MARK, why, 0.7 if short is None else 0.9)
        endings = (Amendment(len(words), len(words), "。", mark),)
    else:
        why, certainty = _open_why(words, short, jumps=jumps)
        endings = (Amendment(len(words), len(words), None, Gap(longest, why, certainty)),)
    return replace(draft, text=draft.text.amended(endings))


def _longest(draft: Draft, stream: Stream) -> int:
    """The most that one line can have held, in steps: its measure, or else the widest line."""
    widest = max(_steps(stream, reading) for reading in draft.readings)
    return max(stream.measures[draft.last.first], widest)


def _lacks_only_its_mark(words: str, short: int | None, *, items: bool) -> bool:
    han = is_han(words[-1]) or words[-1].isdigit()
    short_line = items if short is None else short > _NEARLY_FULL
    return (han and short_line) or bool(_QUOTED.search(words))


def _open_why(words: str, short: int | None, *, jumps: bool) -> tuple[str, float]:
    """Why print is missing behind words that end in the air, and how sure that is."""
    if jumps:
        return "the text ends in the air before a jump line: lost, or carried on there", 0.5
    if words[-1] in "，、,":
        return "the paragraph ends with a mark that cannot end it", 0.8
    if short is None:
        return "the paragraph ends in the air", 0.7
    return "the last line is full and ends in the air", 0.9


def lost_heads(stream: Stream, readings: Sequence[Reading]) -> dict[int, Gap]:
    """Gaps at the heads of lines inside a paragraph, by the number of the line's first piece."""
    last = readings[-1]
    if stream.scale.punctuation is Punctuation.LATIN:
        return {}  # ragged as words are, a short line tells nothing
    return {
        reading.first: Gap(stream.scale.ems(reading.short or 0), _HEAD, 0.75)
        for before, reading, behind in zip(readings, readings[1:], readings[2:], strict=False)
        if reading.role in _ENDS
        and _lacks(stream, reading)
        and (_full(behind) or behind is last)
        and _full(before)
        and not _sets_apart(stream, before)
        and {_measure(stream, r) for r in (before, reading, behind)} == {_measure(stream, reading)}
    }


_HEAD = "the line falls short of its measure, and what follows it would have fitted"


def _sets_apart(stream: Stream, before: Reading) -> bool:
    """Whether behind a line a blank may have been printed, or an indent: what follows is short."""
    words = "".join(p.words for p in stream.pieces[before.first : before.behind])
    return "closed" in before.signs or in_bracket(words)


def _measure(stream: Stream, reading: Reading) -> int:
    return stream.measures[reading.first]


def _full(reading: Reading) -> bool:
    return reading.short is not None and reading.short <= _FULL


def _lacks(stream: Stream, reading: Reading) -> bool:
    short = reading.short or 0
    following = stream.pieces[reading.behind]
    return (
        _NOTABLE <= short <= _MOST
        and "closed" not in reading.signs
        and cluster_steps(following, stream.scale) <= short - 1
    )
