"""Heads of no article that were read in the middle of one: they go home, to the head of it.

Engines that read in stripes put the deck and the byline that span all columns behind the first
one. Where that column ends with a paragraph, they look like the head of the next article. Two
things tell that they are none. The voices of an interview go on behind them. Or their headline has
no mark of one, where that of the article has: then it is a subhead, and only the byline was read
too late. Measures are in ems.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from layout.rebuild.drafts import Draft
from layout.rebuild.drafts.late_heads import TEXT, TITLES, are_alike, leading
from layout.rebuild.survey import Survey

_VOICE = re.compile(r"[^:：]{1,24}[:：]")
_TURNS = frozenset({"question", "answer"})
_WHY_DECK = "moved here: the voices of this interview go on behind it"
_WHY_BYLINE = "moved here: it was read below a subhead, and the headline has no byline"


@dataclass(frozen=True, slots=True)
class _Inside:
    """A run of heads between two texts: the head over the first one, that text, the run, the next.

    `first`: the number of the draft with which the first text begins.
    """

    first: int
    head: Sequence[Draft]
    text: Sequence[Draft]
    run: Sequence[Draft]
    following: Sequence[Draft]


def with_lesser_heads_home(survey: Survey, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with every head that was read inside an article at the head of it."""
    done = list(drafts)
    for number in range(1, len(done)):
        if done[number].role in TITLES and done[number - 1].role in TEXT:
            inside = _inside(done, number)
            if inside.following and _are_lesser(survey, inside):
                done[inside.first : number + len(inside.run)] = _in_order(survey, inside)
    return tuple(done)


def _inside(drafts: Sequence[Draft], number: int) -> _Inside:
    """The run of heads that begins with a draft behind a text, with what stands around it."""
    text = leading(reversed(drafts[:number]), TEXT)[::-1]
    run = leading(drafts[number:], TITLES)
    following = leading(drafts[number + len(run) :], TEXT)
    first = number - len(text)
    head = leading(reversed(drafts[:first]), TITLES)[::-1]
    return _Inside(first, head, text, run, following)


def _are_lesser(survey: Survey, inside: _Inside) -> bool:
    """Whether the heads inside hold a headline smaller than that above, in the same measure."""
    above, here = ({draft.role for draft in heads} for heads in (inside.head, inside.run))
    level, lower = _level(survey, inside.head), _level(survey, inside.run)
    if "headline" not in above & here or "byline" not in here or not level:
        return False
    alike = are_alike(survey, inside.text[-1], inside.following[0])
    return alike and (not lower or lower > level)


def _level(survey: Survey, heads: Sequence[Draft]) -> int:
    """The level that the source gives the headline of heads; 0 for none."""
    found = (survey.level(draft.first_block) for draft in heads if draft.role == "headline")
    return next(found, 0)


def _in_order(survey: Survey, inside: _Inside) -> list[Draft]:
    """The text before the run and the run, what belongs in the head of the article before it."""
    title, *byline = inside.run
    if _voices(inside.text) & _voices(inside.following):
        return [*map(_as_deck, inside.run), *inside.text]
    signed = any(draft.role == "byline" for draft in inside.head)
    unmarked = title.role == "headline" and not _level(survey, inside.run)
    if signed or not unmarked or len(byline) > 1 or "dateline" in inside.following[0].signs:
        return [*inside.text, *inside.run]
    return [replace(byline[0], why=_WHY_BYLINE), *inside.text, replace(title, role="subhead")]


def _voices(text: Sequence[Draft]) -> set[str]:
    """Who speaks in a text, as the names before the colons tell."""
    said = (_VOICE.match(draft.text.plain) for draft in text if draft.role in _TURNS)
    return {found[0] for found in said if found}


def _as_deck(draft: Draft) -> Draft:
    role = "subheadline" if draft.role == "headline" else draft.role
    return replace(draft, role=role, why=_WHY_DECK)
