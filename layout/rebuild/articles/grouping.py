"""Where one article of a page ends and the next begins."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import groupby, pairwise

from layout.rebuild.drafts import HEADS, PAGE_ROLES, PICTURE, Draft
from layout.rebuild.signs.costs import INDENTED, ITEMS

_ENDS = frozenset({"byline", "signoff", "jump"})
_BRIEFS = frozenset({"briefs", "roundup_label", "over_briefs"})
_STANDING = frozenset({"notice", "weather", "standing_head"})
_DATELINES = frozenset({"dateline", "wire_dateline"})
_RUN, _STORY = 2, 3
_LEAD = 2
_SHARED = 0.15  # of the words of a caption; two texts by chance share less
_FEWEST_SHARED, _STRANGER, _OFTENER = 5, 0.2, 2.0  # words, shares of words, how much oftener
_PAIR = re.compile(r"(?=([^\W\d_A-Za-z]{2}|\b[A-Za-z]{5,}))")
_MORE_POEMS = re.compile(r"[（(]外[一二两兩三四五六]首[)）]|组诗|組詩|[二两兩三四五六七]首$")


def grouped(drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], ...]:
    """The drafts of each article, in order; what belongs to the page as a whole is left out."""
    groups: list[list[Draft]] = [[]]
    told = [draft for draft in drafts if draft.role not in PAGE_ROLES]
    for number, draft in enumerate(told):
        following = told[number + 1 : number + 1 + _STORY]
        if draft.role == "subhead" and _gathers_briefs(groups[-1]):
            draft = replace(draft, role="headline")
        if groups[-1] and _opens(draft, groups[-1], following):
            groups.append([])
        groups[-1].append(draft)
    return _pictures_apart(_without_strangers([group for group in groups if group]))


def _opens(draft: Draft, group: Sequence[Draft], following: Sequence[Draft]) -> bool:
    """Whether a draft begins a new article behind those of the group; `following` are a few."""
    behind = following[0].role if following else ""
    if draft.role == "jump":
        return "from_jump" in draft.signs and any(d.role in INDENTED | ITEMS for d in group)
    if draft.role == "table_title":
        return _is_over(group) or _has_said_its_own(group)
    if draft.role not in HEADS or all(d.role == "jump" for d in group):
        return False  # what is carried on here stands under the heads behind its jump line
    if behind == "poem_line" and _MORE_POEMS.search(group[0].text.plain):
        return False
    if any(d.role not in HEADS for d in group):
        if draft.role == "headline" and behind == "paragraph":
            return bool(_STANDING & draft.signs) or not _is_next_brief(group, following)
        return True
    return draft.role != "headline" and any(d.role == "headline" for d in group)


def _is_over(group: Sequence[Draft]) -> bool:
    """Whether the group ends as articles end: with who wrote or compiled it, with a jump line."""
    told = any(d.role in INDENTED | ITEMS for d in group)
    return told and group[-1].role in _ENDS and "from_jump" not in group[-1].signs


def _has_said_its_own(group: Sequence[Draft]) -> bool:
    """Whether the group is a report, briefs or a table by itself.

    What only leads in a table is short and undated, and under one headline.
    """
    told = [draft for draft in group if draft.role in INDENTED | ITEMS]
    roles = [draft.role for draft in group]
    dated = any("dateline" in draft.signs for draft in told)
    return len(told) > _LEAD or dated or roles.count("headline") > 1 or "table_row" in roles


def _gathers_briefs(group: Sequence[Draft]) -> bool:
    """Whether the label over the group says that it is a column of briefs, under heads each.

    Personals are paragraphs without any: the next headline ends them.
    """
    label = bool(group) and group[0].role == "column_label"
    briefs = label and not _BRIEFS.isdisjoint(group[0].signs)
    headless = [draft.role for draft in group[1 : _RUN + 1]] == ["paragraph"] * _RUN
    return briefs and not headless and not _is_signed_column(group)


def _is_signed_column(group: Sequence[Draft]) -> bool:
    """Whether what the label announces is one writer's: a notebook under a headline and a name."""
    roles = [draft.role for draft in group]
    return "byline" in roles and "headline" in roles[: roles.index("byline")]


def _is_next_brief(group: Sequence[Draft], following: Sequence[Draft]) -> bool:
    """Whether a headline over these drafts goes on with a column of briefs.

    Briefs of one paragraph each with a dateline are known by that, whatever their label is called.
    Where several briefs began with datelines, so does the next, and where more had none, that has
    none. Behind several of one paragraph a story of many is no brief.
    """
    leads = [two for one, two in pairwise(group) if one.role == "headline"]
    dated = ["dateline" in brief.signs for brief in leads]
    fresh = "dateline" in following[0].signs
    short = group[0].role == "column_label" and len(group) == 2 * len(leads) + 1
    if not _gathers_briefs(group):
        return short and fresh and all(dated)
    if short and len(leads) >= _RUN and _is_story(following):
        return False
    if all(dated):
        return fresh or len(leads) < _RUN
    return any(map(_is_dated, leads)) or not _is_dated(following[0]) or len(leads) <= _RUN


def _is_dated(draft: Draft) -> bool:
    return not _DATELINES.isdisjoint(draft.signs)


def _is_story(following: Sequence[Draft]) -> bool:
    return [draft.role for draft in following] == ["paragraph"] * _STORY


def _without_strangers(groups: Sequence[Sequence[Draft]]) -> list[Sequence[Draft]]:
    """The groups, and behind each what was read in it of pictures that another one speaks of."""
    said = [
        {pair for d in group if d.role not in PICTURE for pair in _pairs(d)} for group in groups
    ]
    apart: list[Sequence[Draft]] = []
    for number, group in enumerate(groups):
        others = said[:number] + said[number + 1 :]
        runs = [tuple(run) for _, run in groupby(group, key=lambda d: d.role in PICTURE)]
        inner = [run for run in runs[1:-1] if run[0].role in PICTURE]
        strangers = [run for run in inner if _speaks_of_another(run, said[number], others)]
        apart.append([d for run in runs if run not in strangers for d in run])
        apart += strangers
    return apart


def _speaks_of_another(
    pictures: Sequence[Draft], said: Set[str], others: Sequence[Set[str]]
) -> bool:
    captioned = {pair for draft in pictures for pair in _pairs(draft)}
    own, most = len(captioned & said), max((len(captioned & other) for other in others), default=0)
    return most >= max(_FEWEST_SHARED, _STRANGER * len(captioned)) and most >= _OFTENER * own


def _pictures_apart(groups: Sequence[Sequence[Draft]]) -> tuple[tuple[Draft, ...], ...]:
    """Pictures behind the end of an article stand alone.

    On a page of one article they belong to it if they share its words, and it has not ended.
    """
    several = sum(any(d.role not in PICTURE for d in group) for group in groups) > 1
    apart: list[tuple[Draft, ...]] = []
    for group in groups:
        told = max((i for i, d in enumerate(group) if d.role not in PICTURE), default=-1) + 1
        apart_from = (
            several or _is_over(group[:told]) or not _share_words(group[:told], group[told:])
        )
        cut = told if apart_from else len(group)
        apart += [tuple(part) for part in (group[:cut], group[cut:]) if part]
    return tuple(apart)


def _share_words(told: Sequence[Draft], pictures: Sequence[Draft]) -> bool:
    """Whether captions say what the article says, not only what any text may say."""
    said = {pair for draft in told for pair in _pairs(draft)}
    captioned = {pair for draft in pictures for pair in _pairs(draft)}
    return len(said & captioned) >= _SHARED * len(captioned)


def _pairs(draft: Draft) -> Iterator[str]:
    """Two Han characters, or a Latin word of some length: about a word of either."""
    return (found[1].casefold() for found in _PAIR.finditer(draft.text.plain))
