"""Headlines whose halves were read on either side of the first column: made whole.

A headline of two halves spans the columns of its article, a wide blank between them. Engines that
read in stripes take the first half with the column below it, and the second with the kicker, the
deck and the byline, which stand in the middle, behind that column. Both halves are as large as
nothing else on the page and as long, the first has no byline, and the text goes on in its measure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layout.rebuild.drafts import PAGE_ROLES, Draft, in_one
from layout.rebuild.drafts.late_heads import TEXT, TITLES, are_alike, largest_blocks, leading
from layout.rebuild.lines.scale import LATIN
from layout.rebuild.survey import Survey
from layout.text import LineEnd

_HALF = range(3, 11)  # characters
_LONGER_BY = 3
_BETWEEN = TEXT | {"byline"}
_OVER = frozenset({"column_label", "kicker"})
_WHY = "moved here: it is half of the largest headline, and the text goes on behind it"


@dataclass(frozen=True, slots=True)
class _Halves:
    """The heads with the first half, the text between, the heads with the second, what follows."""

    heads: Sequence[Draft]
    between: Sequence[Draft]
    run: Sequence[Draft]
    following: Sequence[Draft]


def with_split_heads_whole(survey: Survey, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with the page's largest headline whole, over the text that parts its halves."""
    told = next((n for n, draft in enumerate(drafts) if draft.role not in PAGE_ROLES), 0)
    halves = _halves(drafts, told)
    if survey.scale is LATIN or not halves.following or not _belong_together(survey, halves):
        return tuple(drafts)
    behind = told + len(halves.heads) + len(halves.between) + len(halves.run)
    return (*drafts[:told], *_in_order(halves), *drafts[behind:])


def _halves(drafts: Sequence[Draft], first: int) -> _Halves:
    heads = leading(drafts[first:], TITLES)
    between = leading(drafts[first + len(heads) :], _BETWEEN)
    start = first + len(heads) + len(between)
    run = leading(drafts[start:], TITLES)
    return _Halves(heads, between, run, leading(drafts[start + len(run) :], TEXT))


def _belong_together(survey: Survey, halves: _Halves) -> bool:
    both = [draft for draft in (*halves.heads, *halves.run) if draft.role == "headline"]
    text = [draft for draft in halves.between if draft.role in TEXT]
    if len(both) != 2 or both[0] not in halves.heads or not text:
        return False
    sizes = [len(draft.text.plain.strip()) for draft in both]
    alike = all(size in _HALF for size in sizes) and abs(sizes[0] - sizes[1]) <= _LONGER_BY
    goes_on = are_alike(survey, text[-1], halves.following[0])
    begins = {"dateline"} & (text[0].signs | halves.following[0].signs)
    signed = "byline" in {draft.role for draft in halves.heads}
    largest = largest_blocks(survey) == {draft.first_block for draft in both}
    return alike and goes_on and largest and not begins and not signed and _is_told(halves)


def _is_told(halves: _Halves) -> bool:
    """Whether the second half has what a headline has beside it, and the first lacks."""
    others = {draft.role for draft in (*halves.run, *halves.between)} & (TITLES - {"headline"})
    return bool(others)


def _in_order(halves: _Halves) -> Iterator[Draft]:
    """What stands over the headline, that whole, what stands below it, the text between."""
    left = list(halves.between)
    has_kicker = "kicker" in {draft.role for draft in halves.heads}
    over, below = list[Draft](), list[Draft]()
    both = list[Draft]()
    for draft in (*halves.heads, *halves.run):
        if draft.role == "headline":
            both.append(draft)
        elif draft.role == "kicker" and draft in halves.run and has_kicker:
            left.append(replace(draft, role="subhead"))
        else:
            (over if draft.role in _OVER else below).append(draft)
    below += [draft for draft in left if draft.role == "byline"]
    yield from (*over, _joined(*both), *below)
    yield from (draft for draft in left if draft.role != "byline")


def _joined(first: Draft, second: Draft) -> Draft:
    return replace(
        first,
        readings=(*first.readings, *second.readings),
        text=in_one(first.text, second.text, LineEnd()),
        why=_WHY,
    )
