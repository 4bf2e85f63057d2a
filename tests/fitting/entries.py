"""The costs that are fitted, entry by entry, and which of them a reading is made of.

An entry is a number in one of the two files: what a sign costs a role that begins with a line, goes
on with it or goes on behind it, and what it costs a role to begin behind another. What running text
costs stays as it is: that hangs together with what its line ends cost, and with what is lost there.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import tomlkit

from layout.rebuild.reading import Reading
from layout.rebuild.signs.costs import FILES, INDENTED, MEASURED, ROLES, tables

_OF_SIGNS = ("begin", "inside", "stay")
_FOLLOW = "follow"
_LEAST = 0.25
_RUNNING = INDENTED | {"any"}
_MEASURED = frozenset(role for role, measured in zip(ROLES, MEASURED, strict=True) if measured)


class Entry(NamedTuple):
    """A number of a file: in `begin.headline` the `sign`, in `follow.byline` the role behind it."""

    file: str
    table: str
    row: str
    sign: str

    @property
    def is_fitted(self) -> bool:
        """Whether it tells other roles from each other and from running text."""
        among = self.table != _FOLLOW or self.sign in _RUNNING
        return not (self.row in _RUNNING and among)


Values = Mapping[Entry, float]


@cache
def written() -> Values:
    """What stands in the files."""
    return {
        Entry(file, table, row, sign): float(value)
        for file in FILES
        for table in (*_OF_SIGNS, _FOLLOW)
        for row, values in tables(file).get(table, {}).items()
        for sign, value in values.items()
    }


@cache
def _of_sign(table: str, role: str, sign: str) -> Entry | None:
    """The entry that tells what a sign costs a role: its own, or that of any role."""
    own = (Entry(file, table, row, sign) for row in (role, "any") for file in FILES)
    return next((entry for entry in own if entry in written()), None)


@cache
def _of_order(before: str, role: str) -> Entry:
    own = Entry(FILES[0], _FOLLOW, before, role)
    return own if own in written() else Entry(FILES[0], _FOLLOW, "any", "any")


def entries(readings: Sequence[Reading]) -> Counter[Entry]:
    """How often each entry is part of what a reading of a page costs."""
    return Counter(entry for entry in _entries(readings) if entry)


def _entries(readings: Sequence[Reading]) -> Iterator[Entry | None]:
    for before, reading in pairwise((None, *readings)):
        assert reading is not None
        table = "begin" if reading.begins else "inside"
        yield from (_of_sign(table, reading.role, s) for s in ("base", *reading.signs))
        if reading.begins:
            yield _of_order(before.role if before else "start", reading.role)
        elif before and reading.role not in _MEASURED:
            yield from (_of_sign("stay", reading.role, sign) for sign in before.signs)


def tables_with(values: Values) -> dict[str, dict[str, Any]]:
    """The tables of the files with other values, by the name of the file."""
    found = {file: tables(file) for file in FILES}
    for entry, value in values.items():
        found[entry.file][entry.table][entry.row][entry.sign] = value
    return found


def moved(values: Values) -> Mapping[Entry, float]:
    """How far values are from what stands in the files, where that is worth a change."""
    away = {entry: value - written()[entry] for entry, value in values.items()}
    return {entry: far for entry, far in away.items() if abs(far) >= _LEAST}


def rewritten(text: str, file: str, values: Values) -> str:
    """The text of a file with the values that moved."""
    document = tomlkit.parse(text)
    for entry in moved(values):
        if entry.file == file:
            table: Any = document[entry.table]
            item = table[entry.row][entry.sign]
            fresh = tomlkit.item(round(values[entry], 1) + 0.0)
            fresh.trivia.indent, fresh.trivia.comment_ws = (
                item.trivia.indent,
                item.trivia.comment_ws,
            )
            fresh.trivia.comment = item.trivia.comment
            table[entry.row][entry.sign] = fresh
    return document.as_string()
