"""Work done on many things, one after the other or several at a time: what is asked to map it.

Who only knows that the things do not depend on one another takes a `Spread`; who knows of processes
hands one over.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

A = TypeVar("A")
B = TypeVar("B")


class Spread(Protocol):
    """Does the same work on every thing; what comes of it comes in the order of the things.

    Work and things may go to another process: they are functions of modules and values.
    """

    def __call__(self, work: Callable[[A], B], things: Iterable[A], /) -> Iterator[B]:
        """What comes of each thing."""
        ...


def in_turn(work: Callable[[A], B], things: Iterable[A], /) -> Iterator[B]:
    """One after the other, each when it is asked for."""
    return map(work, things)
