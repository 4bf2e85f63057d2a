"""Fragments out of their place: the end of one paragraph that the OCR put elsewhere on the page.

A short line that begins nothing and ends nothing, in a block of its own, belongs behind a
paragraph that ends in the air. It is moved where the page itself tells so: the words across the
seam stand together elsewhere, or the paragraph ends with a word that cannot end one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layout.rebuild.drafts import Draft
from layout.rebuild.interrupted import joined_at
from layout.rebuild.losses import is_open
from layout.rebuild.sequence import INDENTED, ITEMS
from layout.rebuild.survey import Survey

_UNFINISHED = INDENTED | ITEMS
_MISREAD = frozenset({"paragraph", "headline", "subhead", "list_item", "timeline_item", "kicker"})
_REACH = 24
_HUNG = re.compile(
    r"\b(?:according|the|an?|of|to|in|on|at|by|for|with|from|and|or|but|that|which|who|as|than|was"
    r"|were|is|are|be|has|have|had|will|would|its|their|his|her|more|about|into|over|under)$"
)


@dataclass(frozen=True, slots=True)
class _Move:
    """A fragment (its number among the drafts), its new place, and why."""

    fragment: int
    target: int
    why: str
    certainty: float


def with_fragments_home(survey: Survey, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with every displaced fragment joined to the paragraph that it ends."""
    folded = "\n".join(re.sub(r"\s+", "", text.plain) for text in survey.texts)
    moved = list(drafts)
    gone = set()
    for move in _moves(drafts, folded):
        if moved[move.target] is drafts[move.target]:
            moved[move.target] = _brought_home(survey, drafts, move)
            gone.add(move.fragment)
    return tuple(draft for i, draft in enumerate(moved) if i not in gone)


def _moves(drafts: Sequence[Draft], folded: str) -> Iterator[_Move]:
    for number, draft in enumerate(drafts):
        if not _is_fragment(draft):
            continue
        near = range(max(0, number - _REACH), min(len(drafts), number + _REACH))
        found = [
            _Move(number, target, *reason)
            for target in near
            if target != number and drafts[target].role in _UNFINISHED and is_open(drafts[target])
            for reason in _reasons(drafts[target].text.plain, draft.text.plain, folded)
        ]
        if found:
            yield max(found, key=lambda m: (m.certainty, -abs(m.target - number)))


def _is_fragment(draft: Draft) -> bool:
    """One line in a block of its own, unmarked, that neither begins nor closes anything."""
    return (
        draft.role in _MISREAD
        and len(draft.readings) == 1
        and "alone" in draft.signs
        and not draft.signs & {"heading", "bullet", "closed", "number_item", "colon_end", "event"}
    )


def _reasons(before: str, behind: str, folded: str) -> Iterator[tuple[str, float]]:
    """What speaks for joining two texts: the words across the seam, seen together elsewhere."""
    before, behind = before.rstrip(), behind.lstrip()
    for left, right, certainty in ((2, 3, 0.95), (2, 2, 0.92), (1, 3, 0.9)):
        seam = before[-left:] + behind[:right]
        if len(seam) == left + right and seam.isalnum() and not seam.isascii() and seam in folded:
            yield f"{seam} stands elsewhere on the page", certainty
            return
    if behind[:1].islower() and _HUNG.search(before):
        yield f"{before.rsplit(' ', 1)[-1]!r} cannot end a sentence", 0.9


def _brought_home(survey: Survey, drafts: Sequence[Draft], move: _Move) -> Draft:
    why = f"moved here: {move.why}"
    return joined_at(survey, drafts[move.target], drafts[move.fragment], why, move.certainty)
