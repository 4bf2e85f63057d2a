"""From paragraphs to articles: where one ends and the next begins, of what kind it is, how wide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from layout.model import (
    Article,
    Block,
    Figure,
    Kind,
    Measure,
    Paragraph,
    PictureBlock,
    Reason,
    Role,
    Table,
    TableBlock,
)
from layout.rebuild.costs import INDENTED, ITEMS, ROLES, costs
from layout.rebuild.drafts import Draft
from layout.rebuild.latin_measure import latin_measure
from layout.rebuild.latin_rows import latin_row
from layout.rebuild.measure import certainty_of, combined, lines_costs, list_costs
from layout.rebuild.survey import Survey
from layout.text import Amendment, Edit, Rule, Text

PAGE_ROLES = frozenset({"folio", "section", "date", "masthead", "editor_credits"})
_HEADS = frozenset({"column_label", "kicker", "headline"})
_PICTURE = frozenset({"caption", "photo_credit", "picture"})
_CELL = re.compile(r"\S+\s*")
_LATIN_CELL = re.compile(r"(?:[^\W\d_].*?(?= [-+−–]?[$£€]?[0-9])|\S+)\s*")
_WIDE_CELL = re.compile(r"\S+(?: \S+)*\s*")
_WIDE_BLANK = re.compile(r"\S(?:\s{2,}|\t)\S")
_ENDS = frozenset({"byline", "signoff", "jump"})
_BRIEFS = frozenset({"briefs", "roundup_label"})
_BRIEF_LENGTH = 320
_RUN = 2

# --- where articles begin -------------------------------------------------------------------------


def grouped(drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], ...]:
    """The drafts of each article, in order; what belongs to the page as a whole is left out."""
    groups: list[list[Draft]] = [[]]
    told = [draft for draft in drafts if draft.role not in PAGE_ROLES]
    for draft, following in zip(told, [*told[1:], None], strict=False):
        if draft.role == "subhead" and _gathers_briefs(groups[-1]):
            draft = replace(draft, role="headline")
        if groups[-1] and _opens(draft, groups[-1], following):
            groups.append([])
        groups[-1].append(draft)
    return _pictures_apart([group for group in groups if group])


def _opens(draft: Draft, group: Sequence[Draft], following: Draft | None) -> bool:
    """Whether a draft begins a new article behind those of the group."""
    if draft.role == "jump":
        return "from_jump" in draft.signs and any(d.role in INDENTED | ITEMS for d in group)
    if draft.role == "table_title":
        return _is_over(group)
    if draft.role not in _HEADS:
        return False
    if any(d.role not in _HEADS for d in group):
        if draft.role == "headline" and following and following.role == "paragraph":
            return not _is_next_brief(group, following)
        return True
    return draft.role != "headline" and any(d.role == "headline" for d in group)


def _is_over(group: Sequence[Draft]) -> bool:
    """Whether the group ends as articles end: with who wrote or compiled it, with a jump line."""
    told = any(d.role in INDENTED | ITEMS for d in group)
    return told and group[-1].role in _ENDS and "from_jump" not in group[-1].signs


def _gathers_briefs(group: Sequence[Draft]) -> bool:
    """Whether the label over the group says that it is a column of briefs."""
    label = bool(group) and group[0].role == "column_label"
    return label and not _BRIEFS.isdisjoint(group[0].signs)


def _is_next_brief(group: Sequence[Draft], lead: Draft) -> bool:
    """Whether a headline over this lead goes on with a column of briefs.

    Briefs of one paragraph each with a dateline are known by that, whatever their label is called.
    Where several briefs began with datelines, so does the next.
    """
    leads = [two for one, two in pairwise(group) if one.role == "headline"]
    dated = all("dateline" in brief.signs for brief in (*leads, lead))
    if _gathers_briefs(group):
        return dated or len(leads) < _RUN or any("dateline" not in b.signs for b in leads)
    return dated and group[0].role == "column_label" and len(group) == 2 * len(leads) + 1


def _pictures_apart(groups: Sequence[Sequence[Draft]]) -> tuple[tuple[Draft, ...], ...]:
    """Pictures behind the end of an article stand alone, unless the page has but one article."""
    if sum(any(d.role not in _PICTURE for d in group) for group in groups) < 2:
        return tuple(tuple(group) for group in groups)
    apart: list[tuple[Draft, ...]] = []
    for group in groups:
        told = max((i for i, d in enumerate(group) if d.role not in _PICTURE), default=-1) + 1
        apart += [tuple(part) for part in (group[:told], group[told:]) if part]
    return tuple(apart)


# --- what they hold -------------------------------------------------------------------------------


def article_of(survey: Survey, drafts: Sequence[Draft]) -> Article:
    """The article that these drafts make."""
    blocks = tuple(_blocks(survey, drafts))
    return Article(_kind(drafts), blocks, _measure(survey, drafts))


def _blocks(survey: Survey, drafts: Sequence[Draft]) -> Iterator[Block]:
    def family(draft: Draft) -> str:
        return "picture" if draft.role in _PICTURE else draft.role

    for role, run in groupby(drafts, family):
        if role == "picture":
            yield from _figures(survey, tuple(run))
        elif role == "table_row":
            yield from _tables(survey, tuple(run))
        else:
            yield from (paragraph_of(draft) for draft in run)


def paragraph_of(draft: Draft) -> Paragraph:
    """A draft as a paragraph of the model, with the reasons for its role."""
    reading = draft.readings[0]
    role = ROLES.index(draft.role)
    rows = costs().begin
    shown = sorted(s for s in reading.signs if s in rows and rows[s][role] < 0)
    reasons = (Reason(", ".join(shown).replace("_", " "), round(reading.certainty, 3)),)
    moved = (Reason(draft.why, 0.8),) if draft.why else ()
    return Paragraph(Role(draft.role), draft.text, (reasons if shown else ()) + moved)


def _figures(survey: Survey, drafts: Sequence[Draft]) -> Iterator[Figure]:
    """Pictures with their words: one of each kind to a figure, in whichever order they stand."""
    current: dict[str, Draft] = {}
    for draft in drafts:
        if draft.role in current:
            yield _figure(survey, current)
            current = {}
        current[draft.role] = draft
    if current:
        yield _figure(survey, current)


def _figure(survey: Survey, parts: dict[str, Draft]) -> Figure:
    words = {role: paragraph_of(parts[role]) for role in parts if role != "picture"}
    caption, credit = words.get("caption"), words.get("photo_credit")
    block = survey.blocks[parts["picture"].first_block] if "picture" in parts else None
    if not isinstance(block, PictureBlock):
        return Figure(None, Text(), caption, credit)
    return Figure(block.path, block.alt + block.marks, caption, credit)


def _tables(survey: Survey, drafts: Sequence[Draft]) -> Iterator[Table]:
    rows: list[tuple[Text, ...]] = []
    for draft in drafts:
        block = survey.blocks[draft.first_block]
        if isinstance(block, TableBlock):
            yield from _spaced_table(rows)
            yield Table(block.rows, block.header_rows)
            rows = []
        else:
            rows.append(tuple(_cells(draft.text)))
    yield from _spaced_table(rows)


def _spaced_table(rows: Sequence[tuple[Text, ...]]) -> Iterator[Table]:
    if rows:
        headed = not any(c.isdigit() for cell in rows[0] for c in cell.plain)
        yield Table(tuple(rows), int(headed))


def _cells(text: Text) -> Iterator[Text]:
    pattern = _WIDE_CELL if _WIDE_BLANK.search(text.plain) else _CELL
    if latin_row(text.plain):
        pattern = _LATIN_CELL
    for cell in pattern.finditer(text.plain):
        words = text.cut(cell.start(), cell.end())
        blank = len(words.plain.rstrip())
        drop = [Amendment(blank, len(words), "", Edit(Rule.BLANK))] if blank < len(words) else []
        yield words.amended(drop)


# --- of what kind ---------------------------------------------------------------------------------


def _kind(drafts: Sequence[Draft]) -> Kind:
    count = {role: sum(d.role == role for d in drafts) for role in {d.role for d in drafts}}
    body = sum(len(d.text) for d in drafts if d.role in INDENTED)
    if all(d.role in _PICTURE for d in drafts):
        return Kind.PHOTO
    for kind, roles in _TELLING:
        if sum(len(d.text) for d in drafts if d.role in roles) > body or (
            kind is Kind.INTERVIEW and count.get("question", 0) > 1
        ):
            return kind
    shown = {sign for d in drafts if d.role in _HEADS for sign in d.signs}
    if "notice" in shown:
        return Kind.NOTICE
    if "opinion" in shown:
        return Kind.COMMENTARY
    return Kind.BRIEF if body < _BRIEF_LENGTH and count.get("subhead", 0) == 0 else Kind.NEWS


_TELLING: tuple[tuple[Kind, frozenset[str]], ...] = (
    (Kind.INTERVIEW, frozenset({"question"})),
    (Kind.TIMELINE, frozenset({"timeline_item", "timeline_year"})),
    (Kind.LISTING, frozenset({"list_item"})),
    (Kind.POEM, frozenset({"poem_line"})),
    (Kind.TABLE, frozenset({"table_row"})),
)


# --- how wide -------------------------------------------------------------------------------------


def _measure(survey: Survey, drafts: Sequence[Draft]) -> Measure | None:
    """The measure under which the lines of the article's running text agree."""
    stream, scale = survey.stream, survey.scale
    if survey.language == "en":
        return latin_measure([d for d in drafts if d.role in INDENTED | ITEMS])
    first: list[int] = []
    inner: list[int] = []
    last: list[int] = []
    items: list[int] = []
    alone: list[int] = []
    for draft in drafts:
        if draft.role not in INDENTED | ITEMS:
            continue
        opening, only = (items, alone) if draft.role in ITEMS else (first, last)
        for i, reading in enumerate(draft.readings):
            words = "".join(p.words for p in stream.pieces[reading.first : reading.behind])
            ends = i == len(draft.readings) - 1
            place = (last if i else only) if ends else (inner if i else opening)
            place.append(scale.steps(words))
    told = len(first) + len(items) + len(inner)
    if not told or not any(stream.measures):
        return None
    table = combined(lines_costs(first, inner, last, scale), list_costs(items, alone, scale))
    chosen = min(range(len(table)), key=table.__getitem__)
    width = scale.low + chosen
    return Measure(
        width=width * scale.unit,
        narrowest=min([*inner, width], default=width) * scale.unit,
        punctuation=scale.punctuation,
        certainty=round(certainty_of(table, chosen), 3),
        lines=told,
    )
