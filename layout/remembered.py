"""What is remembered while a page is rebuilt, since many rules ask for it, and forgotten behind it.

Words and the signs that they show hardly come again on another page: kept on, they are most of what
an edition of many pages takes up. On a long page they are all asked for more than once.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_MOST = 1 << 17  # also for what is asked outside a page, where nothing makes it forget
_forget: list[Callable[[], None]] = []


def for_a_page(of: Callable[P, T]) -> Callable[P, T]:
    """A function that remembers what it returned, until the page is done."""
    remembering = lru_cache(maxsize=_MOST)(of)
    _forget.append(remembering.cache_clear)
    return remembering  # type: ignore[return-value]


def forget() -> None:
    """A page is done."""
    for each in _forget:
        each()
