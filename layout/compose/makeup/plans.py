"""The nouns of make-up: modules, and how they stand beside and above one another on a sheet."""

from typing import NamedTuple

from layout.compose.galley.heads import Head
from layout.compose.jobs import Flow, Job


class Module(NamedTuple):
    """An article in a shape: its head over so many lines, then its flows, one below the other."""

    job: Job
    head: Head
    head_rows: int
    flows: tuple[Flow, ...]


class Beside(NamedTuple):
    """Two plans side by side, the left one read first."""

    left: "Shape"
    right: "Shape"


class Above(NamedTuple):
    """Two plans one above the other."""

    upper: "Shape"
    lower: "Shape"


Plan = Module | Beside | Above


class Shape(NamedTuple):
    """A plan so many columns wide and lines deep (one line of white below included).

    `cost` tells how far from beautiful it is, `flex` how many lines deeper it may be without harm.
    """

    width: int
    rows: int
    cost: float
    flex: int
    plan: Plan


def shape_cost(shape: Shape) -> float:
    """What shapes are sorted by."""
    return shape.cost
