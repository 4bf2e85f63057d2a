"""Show on a terminal how far a long run has come; anywhere else, and for short ones, nothing."""

import sys
from collections.abc import Iterable, Sequence
from typing import TypeVar

from stonehand.report import Voice
from stonehand.run import Source, Track
from stonehand.terminal import is_terminal

_WORTH_A_BAR = 8  # pages of one edition; fewer are done before a bar is read

T = TypeVar("T")


def watched(things: Iterable[T], total: int, voice: Voice, what: str) -> Iterable[T]:
    """The things as they come, with a bar on standard error while more than one is awaited."""
    if voice.quiet or total < 2 or not is_terminal(sys.stderr):
        return things
    from rich.console import Console  # only a terminal waits for it
    from rich.progress import track

    return track(things, what, total, console=Console(stderr=True), transient=True)


def page_track(editions: int, voice: Voice) -> Track:
    """How to watch the pages of an edition: a single long one has a bar of its own."""

    def track(sources: Sequence[Source]) -> Iterable[Source]:
        worth = editions == 1 and len(sources) >= _WORTH_A_BAR
        return watched(sources, len(sources) if worth else 1, voice, "Reading pages")

    return track
