"""Heads that were read behind the first column below them: set over it.

Where a column ends with a paragraph, nothing in the words tells that a head was read too late.
Three things do. A byline between two paragraphs stands under the headline that has none. Where the
page begins with a text without a headline, the largest one belongs over it, if what stands below
that is set in the same measure. And so does the headline behind a text that begins with a dateline
in the middle of another, if what stands below it begins with none. Measures are in ems.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from layout.rebuild.drafts import PAGE_ROLES, Draft
from layout.rebuild.drafts.losses import is_open
from layout.rebuild.signs.costs import INDENTED, ITEMS
from layout.rebuild.survey import Survey

TITLES = frozenset({"column_label", "kicker", "headline", "subheadline", "byline"})
TEXT = INDENTED | ITEMS | {"subhead"}
_OVER = frozenset({"column_label", "kicker"})
_NOT_OVER_TEXT = frozenset({"bracket_end", "credit"})
_SAME_MEASURE = 1.0
_WHY_BYLINE = "moved here: it was read between two paragraphs, and the headline has no byline"
_WHY_DATED = "moved here: the text that begins here has no headline, and it was read behind it"
_WHY_HEAD = "moved here: the page begins with a text without a head, and this is its largest"


def with_late_heads_over(survey: Survey, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with every byline and headline that was read too late over its text."""
    done = _with_largest_first(survey, drafts)
    for number in range(1, len(done) - 1):
        dated = _dated_below(survey, done, number)
        if dated:
            run = leading(done[number:], TITLES)
            heads = [replace(draft, why=_WHY_DATED) for draft in run]
            done[dated : number + len(run)] = [*heads, *done[dated:number]]
            continue
        home = _home_of_byline(survey, done, number)
        if home:
            byline = replace(done[number], why=_WHY_BYLINE)
            done = [*done[:home], byline, *done[home:number], *done[number + 1 :]]
    return tuple(done)


def _home_of_byline(survey: Survey, drafts: Sequence[Draft], number: int) -> int:
    """The number of the draft before which a byline inside a text belongs; 0 for none."""
    before, byline, behind = drafts[number - 1 : number + 2]
    roles = (before.role, behind.role)
    if byline.role != "byline" or not TEXT.issuperset(roles) or "dateline" in behind.signs:
        return 0
    shown = byline.signs | byline.last.signs
    if "byline" not in shown or not shown.isdisjoint(_NOT_OVER_TEXT):
        return 0
    text = leading(reversed(drafts[:number]), TEXT)
    first = number - len(text)
    head = drafts[first - 1].role if first else ""
    alike = are_alike(survey, text[-1], behind)
    return first if head in {"headline", "subheadline"} and alike else 0


def _dated_below(survey: Survey, drafts: Sequence[Draft], number: int) -> int:
    """The number of the draft with a dateline over which the headline behind it belongs; or 0."""
    run = leading(drafts[number:], TITLES)
    following = leading(drafts[number + len(run) :], TEXT)[:1]
    text = leading(reversed(drafts[:number]), TEXT)[::-1]
    dated = [n for n, draft in enumerate(text) if "dateline" in draft.signs]
    if len(dated) != 1 or not dated[0] or not following or "dateline" in following[0].signs:
        return 0
    unsigned = {"headline"} <= {draft.role for draft in run} <= TITLES - {"byline"}
    large = any(survey.level(draft.first_block) for draft in run)
    alike = are_alike(survey, text[dated[0]], following[0])
    return number - len(text) + dated[0] if unsigned and large and alike else 0


def _with_largest_first(survey: Survey, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the largest headline over the text without a head that begins the page."""
    told = [n for n, draft in enumerate(drafts) if draft.role not in PAGE_ROLES | _OVER]
    first = told[0] if told else 0
    text = leading(drafts[first:], TEXT)
    start = first + len(text)
    heads = leading(drafts[start:], TITLES)
    behind = drafts[start + len(heads) : start + len(heads) + 1]
    if not text or not behind or not _has_largest(survey, heads):
        return list(drafts)
    if behind[0].role not in TEXT or not are_alike(survey, text[0], behind[0]):
        return list(drafts)
    if first and drafts[first - 1].role in _OVER and not is_open(text[-1]):
        return list(drafts)  # a label may stand over a text that has no other head
    moved = [replace(draft, why=_WHY_HEAD) for draft in heads]
    return [*drafts[:first], *moved, *text, *drafts[start + len(heads) :]]


def _has_largest(survey: Survey, heads: Sequence[Draft]) -> bool:
    """Whether one of the heads is as large as a heading of the page is."""
    return not largest_blocks(survey).isdisjoint(n for draft in heads for n in _blocks(draft))


def _blocks(draft: Draft) -> Iterator[int]:
    yield from range(draft.first_block, draft.last_block + 1)


def largest_blocks(survey: Survey) -> set[int]:
    """The blocks with the highest level that a heading of the page is given."""
    levels = {n: survey.level(n) for n in range(len(survey.blocks)) if survey.level(n)}
    top = min(levels.values(), default=0)
    return {n for n, level in levels.items() if level == top}


def leading(drafts: Iterable[Draft], roles: frozenset[str]) -> list[Draft]:
    """The drafts with one of these roles before the first that has another."""
    return list(takewhile(lambda draft: draft.role in roles, drafts))


def are_alike(survey: Survey, one: Draft, two: Draft) -> bool:
    """Whether two drafts are set in one measure, as far as one is known."""
    first, second = (survey.measure(draft.readings[0].first) for draft in (one, two))
    return abs(first - second) <= _SAME_MEASURE
