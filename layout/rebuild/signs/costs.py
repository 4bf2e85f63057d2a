"""The costs of `costs.toml` and `latin.toml`, made ready for fast sums: a row for every sign."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from layout.remembered import for_a_page

ROLES = (
    "folio", "section", "date", "masthead", "editor_credits", "column_label", "kicker", "headline",
    "subheadline", "byline", "editor_note", "subhead", "paragraph", "question", "answer",
    "timeline_year", "timeline_item", "list_item", "poem_line", "table_title", "table_row",
    "caption", "photo_credit", "signoff", "jump",
)  # fmt: skip
INDENTED = frozenset({"paragraph", "question", "answer", "editor_note"})
ITEMS = frozenset({"timeline_item", "list_item"})
MEASURED = tuple(r in INDENTED or r in ITEMS for r in ROLES)
"""For each of ROLES, whether its lines fill a measure."""
Row = tuple[float, ...]
_Tables = Mapping[str, Mapping[str, float]]
FILES = ("costs.toml", "latin.toml")


@dataclass(frozen=True, slots=True)
class Costs:
    """`begin` and `inside`: for a sign, what it costs each of ROLES; `base` is the sign of all.

    `follow[q][r]`: role r begins behind role q, the row behind the last is the page's start.
    `stay`: for a sign, what it costs each role to go on behind it. `gap`, `end`, `astray` and
    `bullets` are the named numbers of the file, `seam` and `parted` those of `latin.toml`.
    """

    begin: Mapping[str, Row]
    inside: Mapping[str, Row]
    stay: Mapping[str, Row]
    follow: tuple[Row, ...]
    gap: Mapping[str, float]
    end: Mapping[str, float]
    seam: Mapping[str, float]
    parted: Mapping[str, float]
    astray: Mapping[str, float]
    bullets: Mapping[str, float]


@cache
def costs() -> Costs:
    """The costs of the files, read once."""
    return costs_of(*map(tables, FILES))


def costs_of(data: Mapping[str, Any], latin: Mapping[str, Any]) -> Costs:
    """The costs that tables like those of the two files tell."""
    return Costs(
        begin={**_by_sign(data["begin"]), **_by_sign(latin["begin"])},
        inside={**_by_sign(data["inside"]), **_by_sign(latin["inside"])},
        stay=_by_sign(data["stay"]),
        follow=tuple(_follow(data["follow"], before) for before in (*ROLES, "start")),
        gap=data["gap"],
        end=data["end"],
        seam=latin["seam"],
        parted=latin["parted"],
        astray=data["astray"],
        bullets=data["bullets"],
    )


def tables(name: str) -> dict[str, Any]:
    """The tables of one of FILES as they are written."""
    return tomllib.loads(Path(__file__).with_name(name).read_text("utf-8"))


def _by_sign(tables: _Tables) -> Mapping[str, Row]:
    default = tables.get("any", {})
    signs = {sign for table in tables.values() for sign in table}
    return {
        sign: tuple(tables.get(r, {}).get(sign, default.get(sign, 0.0)) for r in ROLES)
        for sign in signs
    }


def _follow(tables: _Tables, before: str) -> Row:
    row, default = tables.get(before, {}), tables["any"]["any"]
    return tuple(row.get(role, default) for role in ROLES)


class LineCosts(NamedTuple):
    """What a line costs each role: to begin with it, to go on with it, to go on behind it."""

    begin: Row
    inside: Row
    stay: Row


@for_a_page
def line_costs(signs: frozenset[str]) -> LineCosts:
    """What the signs of a line cost each role together."""
    return LineCosts(
        _total(costs().begin, signs),
        _inside_costs(signs.intersection(costs().inside)),
        _stay_costs(signs.intersection(costs().stay)),
    )


@for_a_page  # which few signs change
def _inside_costs(signs: frozenset[str]) -> Row:
    return _total(costs().inside, signs)


@for_a_page
def _stay_costs(signs: frozenset[str]) -> Row:
    rows = [costs().stay[sign] for sign in sorted(signs)]
    return together(*rows) if rows else (0.0,) * len(ROLES)


def _total(rows: Mapping[str, Row], signs: frozenset[str]) -> Row:
    return together(rows["base"], *(rows[sign] for sign in sorted(signs) if sign in rows))


def together(*rows: Row) -> Row:
    """What rows cost together, column by column; there is at least one."""
    return tuple(map(sum, zip(*rows, strict=True)))
