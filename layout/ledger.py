"""The ledger of a page: where each character of the source went, and what was added to them.

Every character of the source stands in exactly one fragment of the page: kept, moved, changed or
dropped. What is supplied has no character in the source and is counted apart. Nothing here is kept
by hand: the ledger is read off the texts themselves.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from layout.model import Page, texts_of
from layout.text import Fragment, Text


class Fate(StrEnum):
    """What became of characters."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    DROPPED = "dropped"
    SUPPLIED = "supplied"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger: a fragment and its fate. Its mark tells the rule and the evidence."""

    fate: Fate
    fragment: Fragment


def texts(page: Page) -> Iterator[Text]:
    """Every text of a page in reading order: head and foot, articles, then what is no text."""
    yield from (paragraph.text for paragraph in page.folio.paragraphs)
    for article in page.articles:
        for block in article.blocks:
            yield from texts_of(block)
    yield page.spare


def ledger(page: Page) -> tuple[Entry, ...]:
    """Every fragment that holds characters, on either side, with its fate."""
    fragments = tuple(f for text in texts(page) for f in text.fragments if f.raw or f.text)
    in_order = _in_order([f.at for f in fragments])
    return tuple(
        Entry(_fate(fragment, moved=number not in in_order), fragment)
        for number, fragment in enumerate(fragments)
    )


def is_balanced(page: Page) -> bool:
    """Whether every character of the source stands in exactly one place of the page."""
    position = 0
    for fragment in sorted((e.fragment for e in ledger(page) if e.fragment.raw), key=_place):
        if fragment.at != position or not page.source.startswith(fragment.raw, position):
            return False
        position = fragment.end
    return position == len(page.source)


def _place(fragment: Fragment) -> int:
    return fragment.at


def _fate(fragment: Fragment, *, moved: bool) -> Fate:
    if not fragment.raw:
        return Fate.SUPPLIED
    if not fragment.text:
        return Fate.DROPPED
    if fragment.text != fragment.raw:
        return Fate.CHANGED
    return Fate.MOVED if moved else Fate.KEPT


def _in_order(places: Sequence[int]) -> frozenset[int]:
    """The longest row of fragments that stand in the order of the source; the rest was moved."""
    ends: list[int] = []
    holders: list[int] = []
    before: list[int] = []
    for number, place in enumerate(places):
        rank = bisect_right(ends, place)
        before.append(holders[rank - 1] if rank else -1)
        if rank == len(ends):
            ends.append(place)
            holders.append(number)
        else:
            ends[rank], holders[rank] = place, number
    row = set()
    number = holders[-1] if holders else -1
    while number >= 0:
        row.add(number)
        number = before[number]
    return frozenset(row)
