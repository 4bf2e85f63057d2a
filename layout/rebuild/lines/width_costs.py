"""The costs of `width_costs.toml`: of lines that fill a measure more or less, or stand apart."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

Behind = tuple[tuple[float, ...], ...]
"""A row for every kind of line, and in it what each kind costs behind that one."""


@dataclass(frozen=True, slots=True)
class WidthCosts:
    """The named numbers of the file; `misfit` and `unseen` are by steps that a line is short."""

    full: Mapping[str, float]
    misfit: Mapping[int, float]
    unseen: Mapping[int, float]
    measure: Mapping[str, float]
    kind: Mapping[str, float]
    behind_closed: Behind
    behind_open: Behind


@cache
def width_costs() -> WidthCosts:
    """The costs of the file, read once."""
    data = tomllib.loads(Path(__file__).with_name("width_costs.toml").read_text("utf-8"))
    return WidthCosts(
        full=data["full"],
        misfit=_by_steps(data["misfit"]),
        unseen=_by_steps(data["unseen"]),
        measure=data["measure"],
        kind=data["kind"],
        behind_closed=_behind(data["behind"]["closed"]),
        behind_open=_behind(data["behind"]["open"]),
    )


def _by_steps(table: Mapping[str, float]) -> Mapping[int, float]:
    return {int(steps): cost for steps, cost in table.items()}


def _behind(table: Mapping[str, list[float]]) -> Behind:
    return tuple(tuple(table[kind]) for kind in ("first", "inner", "last", "apart"))
