"""Headlines that were read side by side: the second goes home, over its own article.

Where two articles stand next to each other, the OCR may read both headlines before it reads down
their columns. Then two headlines stand in a row, and behind the first article's text one begins
that has none: with a byline, with a dateline, or in another measure. Where the second headline has
its byline below it, the one without a head is the first. Measures are in ems.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from layout.rebuild.drafts import Draft
from layout.rebuild.drafts.losses import is_open
from layout.rebuild.drafts.paragraphs import draft_of
from layout.rebuild.signs.costs import INDENTED, ITEMS
from layout.rebuild.survey import Survey

# As what two headlines in a row are read, mostly.
_ROLES = (("kicker", "headline"), ("headline", "headline"), ("headline", "subheadline"))
_HEADS = frozenset({"kicker", "headline", "column_label", "folio", "masthead", "jump"})
_LEADS_ON = frozenset({"colon_end", "dash_end", "label_word", "caps"})
_LISTED = ITEMS | {"timeline_year"}
_DATELINES = frozenset({"dateline", "wire_dateline"})
_HALVES = slice(0, 1), slice(1, 2)
_OTHER_MEASURE = 1.5
_FEWEST_LINES = 2
_WHY = "moved here: it was read beside another headline, and the article that begins here has none"


def with_heads_home(survey: Survey, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with every headline that stood beside another one over its own article."""
    done = list(drafts)
    for number in range(len(done)):
        for found, behind in _pairs(survey, done, number):
            pair = _with_standing_second(found)
            first, second = (replace(draft, role="headline") for draft in pair)
            home = _home_of_first(survey, done, pair, behind)
            if home:
                done[number:home] = [second, *done[behind:home], replace(first, why=_WHY)]
                break
            home = _home(survey, done, pair, behind)
            if home:
                done[number:home] = [first, *done[behind:home], replace(second, why=_WHY)]
                break
    return tuple(done)


def _pairs(
    survey: Survey, drafts: Sequence[Draft], number: int
) -> Iterator[tuple[tuple[Draft, Draft], int]]:
    """Two headlines in a row, read as one of two lines or as two, and the number behind them."""
    draft = drafts[number]
    if draft.role == "headline" and len(draft.readings) == len(_HALVES):
        first, second = (draft_of(survey, draft.readings[half]) for half in _HALVES)
        if first.last_block < second.first_block:
            yield (first, second), number + 1
    if number + 1 < len(drafts) and (draft.role, drafts[number + 1].role) in _ROLES:
        yield (draft, drafts[number + 1]), number + 2


def _with_standing_second(pair: tuple[Draft, Draft]) -> tuple[Draft, Draft]:
    """Two headlines, the standing one of a list behind the other."""
    first, second = pair
    return (second, first) if _is_standing(first) > _is_standing(second) else pair


def _is_standing(draft: Draft) -> bool:
    return "standing_head" in draft.signs


def _home(survey: Survey, drafts: Sequence[Draft], pair: tuple[Draft, Draft], behind: int) -> int:
    """The number of the draft before which the second of two headlines belongs, 0 for none."""
    if not _are_apart(survey, *pair):
        return 0
    for at in range(behind, len(drafts)):
        if drafts[at].role in _HEADS:
            return 0
        before, here = drafts[behind:at], drafts[at : at + 2]
        if _is_standing(pair[1]) and here[0].role in _LISTED and _has_ended(before):
            return at
        if _begins_an_article(survey, before, here):
            return at
    return 0


def _home_of_first(
    survey: Survey, drafts: Sequence[Draft], pair: tuple[Draft, Draft], behind: int
) -> int:
    """The number of the draft before which the first of two headlines belongs, 0 for none.

    The second has its byline below it and keeps its place; the text that begins with a dateline
    names its own reporter.
    """
    signed = [draft.role for draft in drafts[behind : behind + 1]] == ["byline"]
    if not signed or not pair[0].signs.isdisjoint(_LEADS_ON) or not _are_whole(survey, *pair):
        return 0
    for at in range(behind + 2, len(drafts)):
        text = drafts[behind + 1 : at]
        if drafts[at].role in _HEADS or text[0].role not in INDENTED:
            return 0
        if "dateline" in drafts[at].signs:
            dated = "dateline" in text[0].signs
            return 0 if dated or not _begins_an_article(survey, text, drafts[at : at + 1]) else at
    return 0


def _are_whole(survey: Survey, *pair: Draft) -> bool:
    """Whether headlines stand in blocks of their own."""
    pieces = survey.stream.pieces
    return all(pieces[d.readings[0].first].opens and pieces[d.last.behind - 1].closes for d in pair)


def _are_apart(survey: Survey, first: Draft, second: Draft) -> bool:
    """Whether two headlines stand in blocks of their own, alike in size, each of them whole."""
    alike = survey.level(first.first_block) == survey.level(second.first_block)
    alike = alike or _is_standing(second)
    goes_on = second.text.plain[:1].islower()
    apart = alike and not goes_on and first.signs.isdisjoint(_LEADS_ON)
    return apart and _are_whole(survey, first, second)


def _has_ended(before: Sequence[Draft]) -> bool:
    """Whether drafts end with a paragraph, and that with its mark."""
    return bool(before) and before[-1].role in INDENTED and not is_open(before[-1])


def _begins_an_article(survey: Survey, before: Sequence[Draft], here: Sequence[Draft]) -> bool:
    """Whether an article begins behind the text of another one that has come to its end."""
    told = [draft for draft in before if draft.role in INDENTED]
    if not _has_ended(before):
        return False
    draft, following = here[0], here[-1]
    if draft.role == "byline":
        return following.role in INDENTED
    if draft.role not in INDENTED:
        return False
    return not _DATELINES.isdisjoint(draft.signs) or _is_wider_apart(survey, told, draft)


def _is_wider_apart(survey: Survey, told: Sequence[Draft], draft: Draft) -> bool:
    """Whether the lines of a draft are set in another measure than those before it."""
    long = [d for d in (*told, draft) if len(d.readings) > _FEWEST_LINES]
    measures = [survey.measure(d.readings[0].first) for d in long]
    if len(draft.readings) <= _FEWEST_LINES or len(measures) < _FEWEST_LINES:
        return False
    return abs(measures[-1] - measures[-2]) >= _OTHER_MEASURE
