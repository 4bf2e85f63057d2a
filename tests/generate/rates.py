"""How much of a page's print is lost and misread, and the dice that decide where."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rates:
    """How likely, or how many: each damage of a page. All nothing: a clean page."""

    lost_tail: float = 0.0
    lost_head: float = 0.0
    lost_stop: float = 0.0
    lost_year: float = 0.0
    lost_line: float = 0.0
    dash_for_one: float = 0.0
    misread: float = 0.0
    misread_quote: float = 0.0
    quote_for_stop: float = 0.0
    false_space: float = 0.0
    garbled_editors: float = 0.0


def count(rng: Random, mean: float) -> int:
    """A whole number whose mean is `mean`."""
    return int(mean) + (rng.random() < mean % 1)


def sample(rng: Random, found: Sequence[T], size: int) -> list[T]:
    """That many of them, or all if there are fewer."""
    return rng.sample(found, min(size, len(found)))
