"""Paragraphs whose halves the OCR parted by putting something between them.

At the foot of a column the OCR often reads on in a caption, a headline's neighbour or a stray line
before it comes back. The first half is full and ends in the air; the second begins without an
indent, its first line full. What stands between them goes behind the whole paragraph.
"""

from collections.abc import Sequence
from dataclasses import replace

from layout.rebuild.drafts import Draft, in_one
from layout.rebuild.drafts.losses import is_open
from layout.rebuild.lines.scale import LATIN
from layout.rebuild.signs.costs import INDENTED
from layout.rebuild.signs.latin_signs import cuts_name
from layout.rebuild.survey import Survey
from layout.text import LineEnd

_BETWEEN = frozenset({"caption", "photo_credit", "picture", "folio", "date", "editor_credits"})
_FULL = 1
_MOST_BETWEEN = 4
_CERTAINTY = 0.85
_WHY = "it is full and open, and what goes on behind begins without an indent"


def with_halves_joined(survey: Survey, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with every interrupted paragraph whole, what interrupted it behind it."""
    done: list[Draft] = []
    for draft in drafts:
        half = _first_half(survey, done, draft)
        if half is None:
            done.append(draft)
        else:
            done[half] = _joined(survey, done[half], draft)
    return tuple(done)


def _first_half(survey: Survey, before: Sequence[Draft], draft: Draft) -> int | None:
    """The number of the draft that this one goes on with, if something stands between them."""
    if draft.role not in INDENTED:
        return None
    for number in range(len(before) - 1, max(-1, len(before) - 2 - _MOST_BETWEEN), -1):
        earlier = before[number]
        if earlier.role in _BETWEEN:
            continue
        parted = number < len(before) - 1 and _breaks_off(earlier)
        return number if parted and _goes_on(survey, earlier, draft) else None
    return None


def _goes_on(survey: Survey, earlier: Draft, draft: Draft) -> bool:
    """Whether a draft begins like the inside of a paragraph: flush and full, or in lower case.

    In Latin text also in the middle of a name: Cllr Derek | Hollingworth.
    """
    first = draft.readings[0]
    if survey.scale is LATIN:
        words = survey.stream.pieces[first.first].words
        return words[:1].islower() or cuts_name(earlier.text.plain.rstrip(), words)
    indent = survey.scale.indent
    return first.short is not None and first.short + indent <= _FULL and len(draft.readings) > 1


def _breaks_off(draft: Draft) -> bool:
    """Whether a draft ends like the inside of a paragraph: full, and in the air."""
    short = draft.last.short
    return draft.role in INDENTED and is_open(draft) and (short is None or short <= _FULL)


def _joined(survey: Survey, draft: Draft, half: Draft) -> Draft:
    """A draft with its second half, the seam marked as the foot of a column, with the evidence."""
    blank = " " if survey.scale is LATIN else ""
    mark = LineEnd(column=True, why=_WHY, certainty=_CERTAINTY)
    first = half.readings[0]._replace(begins=False, short=None)
    return replace(
        draft,
        text=in_one(draft.text, half.text, mark, blank),
        readings=(*draft.readings, first, *half.readings[1:]),
        last_block=half.last_block,
    )
