"""From drafts to the blocks of the model: paragraphs, pictures with their words, tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from layout.model import Block, Figure, Paragraph, PictureBlock, Reason, Role, Table, TableBlock
from layout.rebuild.drafts import PICTURE, Draft, in_one
from layout.rebuild.signs.costs import ROLES, costs
from layout.rebuild.signs.latin_rows import latin_row, listed_row
from layout.rebuild.signs.latin_signs import is_hung
from layout.rebuild.survey import Survey
from layout.text import Amendment, Edit, LineEnd, Rule, Text

_WHY_NAMED = "moved here: the name was read before the words that lead up to it"
_MOST_HEADS = 2  # rows
_CELL = re.compile(r"\S+\s*")
_WIDE_CELL = re.compile(r"\S+(?: \S+)*\s*")
_WIDE_BLANK = re.compile(r"\S(?:\s{2,}|\t)\S")


def blocks_of(survey: Survey, drafts: Sequence[Draft]) -> Iterator[Block]:
    """The blocks of an article, in order."""

    def family(draft: Draft) -> str:
        return "picture" if draft.role in PICTURE else draft.role

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
        credit = current.get("photo_credit")
        if credit and draft.role == "photo_credit" and is_hung(draft.text.plain.rstrip()):
            current["photo_credit"] = _named(draft, credit)
            continue
        if draft.role in current:
            yield _figure(survey, current)
            current = {}
        current[draft.role] = draft
    if current:
        yield _figure(survey, current)


def _named(lead: Draft, name: Draft) -> Draft:
    """A credit whose name was read before the words that lead up to it, as in Photo by."""
    return replace(lead, text=in_one(lead.text, name.text, LineEnd()), why=_WHY_NAMED)


def _figure(survey: Survey, parts: dict[str, Draft]) -> Figure:
    words = {role: paragraph_of(parts[role]) for role in parts if role != "picture"}
    caption, credit = words.get("caption"), words.get("photo_credit")
    block = survey.blocks[parts["picture"].first_block] if "picture" in parts else None
    if not isinstance(block, PictureBlock):
        return Figure(None, Text(), caption, credit)
    return Figure(block.path, block.alt + block.marks, caption, credit)


def _tables(survey: Survey, drafts: Sequence[Draft]) -> Iterator[Table]:
    rows: list[Text] = []
    for draft in drafts:
        block = survey.blocks[draft.first_block]
        if isinstance(block, TableBlock):
            yield from _spaced_table(rows)
            yield Table(block.rows, block.header_rows or _heads(block.rows))
            rows = []
        else:
            rows.append(draft.text)
    yield from _spaced_table(rows)


def _heads(rows: Sequence[Sequence[Text]]) -> int:
    """The first rows without a figure, where those below have figures; of many none is a head."""
    bare = list(takewhile(lambda row: not _has_figure(row), rows))
    return len(bare) if len(bare) <= _MOST_HEADS and len(bare) < len(rows) else 0


def _has_figure(row: Sequence[Text]) -> bool:
    return any(character.isdigit() for cell in row for character in cell.plain)


def _spaced_table(texts: Sequence[Text]) -> Iterator[Table]:
    if texts:
        apart = len({len(latin_row(text.plain)) for text in texts[1:]}) == 1
        rows = tuple(tuple(_cells(text, figures_apart=apart)) for text in texts)
        yield Table(rows, int(not _has_figure(rows[0])))


def _cells(text: Text, *, figures_apart: bool) -> Iterator[Text]:
    for start, end in _cell_spans(text.plain, figures_apart=figures_apart):
        words = text.cut(start, end)
        blank = len(words.plain.rstrip())
        drop = [Amendment(blank, len(words), "", Edit(Rule.BLANK))] if blank < len(words) else []
        yield words.amended(drop)


def _cell_spans(words: str, *, figures_apart: bool) -> Iterator[tuple[int, int]]:
    """Where the cells of a row stand, each with the blank behind it."""
    wide = _WIDE_BLANK.search(words)
    latin = () if wide else (figures_apart and latin_row(words)) or listed_row(words)
    if not latin:
        yield from (cell.span() for cell in (_WIDE_CELL if wide else _CELL).finditer(words))
        return
    starts = [0]
    for before, cell in pairwise(latin):
        starts.append(words.index(cell, starts[-1] + len(before)))
    yield from pairwise([*starts, len(words)])
