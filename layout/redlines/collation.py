"""Hold a page against what an editor made of it, and find every place where the two differ.

Both sides are paragraphs. Those that are alike are matched first, in their order; the rest by the
pairs of characters that they share, so that one that was parted, joined with another or put
elsewhere is found as well. What belongs together is then compared by characters.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from layout.carried import carried
from layout.text import Gap, Mark, Text

SEAM = "\0"
"""What stands between two paragraphs that are compared as one; no text holds it."""

LINE_BREAK = "\n"
"""A line ends here but no paragraph: on paper by chance, so that no reading depends on it."""

_ALIKE = 0.5  # of the pairs of characters of the shorter one
_SHORT = 6  # characters: too few for their pairs to tell anything
_MOST_STEPS = 30_000_000  # pairs of characters: two seconds of comparing, where all differs
_LINE_ENDS = re.compile("[\r\n]")


@dataclass(frozen=True, slots=True)
class Hand:
    """Who wrote the characters from start to end, or struck some out there, and when."""

    start: int
    end: int
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph as its editor left it; `styles` names its own, and those that it is based on."""

    words: str
    hands: tuple[Hand, ...] = ()
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """What can only change as a whole: a character of the source, or all that was set for some.

    `start` and `end` are its place in the source; units of one `chain` follow each other there,
    with nothing but dropped characters between. A seam has chain -1.
    """

    words: str
    chain: int
    start: int = 0
    end: int = 0
    mark: Mark | None = None

    @property
    def holds(self) -> bool:
        """Whether it has characters of the source."""
        return self.start < self.end


@dataclass(frozen=True, slots=True)
class Change:
    """Units that gave way to other words, between the units before and behind that stayed."""

    units: tuple[Unit, ...]
    words: str
    before: Unit
    behind: Unit
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class Stay:
    """A seam that is on both sides: a text ends, and so does its reading."""


@dataclass(frozen=True, slots=True)
class Group:
    """Texts and readings, by their numbers, that are to be compared as one."""

    texts: tuple[int, ...]
    readings: tuple[int, ...]


EDGE = Unit(SEAM, -1)
"""What stands between two texts, before the first and behind the last."""


def units_of(texts: Iterable[Text], gap_mark: str) -> tuple[tuple[Unit, ...], ...]:
    """The units of each text, in its order; a gap is one that shows its mark."""
    chain = 0
    found: list[tuple[Unit, ...]] = []
    for text in texts:
        chain += 1
        reached = text.start
        units: list[Unit] = []
        for f in text.fragments:
            if f.raw and f.at != reached:
                chain += 1
            reached = f.end if f.raw else reached
            if isinstance(f.mark, Gap):
                units.append(Unit(gap_mark, chain, f.at, f.end, f.mark))
            elif f.text == f.raw:
                places = enumerate(f.text, f.at)
                units += [Unit(_brought_back(c), chain, at, at + 1, f.mark) for at, c in places]
            else:
                units.append(Unit(_brought_back(f.text), chain, f.at, f.end, f.mark))
        found.append(tuple(unit for unit in units if unit.words))
    return tuple(found)


def _brought_back(words: str) -> str:
    """Words of a page as a DOCX brings them back: without line ends, and what XML carries."""
    return carried(_LINE_ENDS.sub("", words))


def words_of(units: Iterable[Unit]) -> str:
    """What units read, one after the other."""
    return "".join(unit.words for unit in units)


def grouped(texts: Sequence[str], readings: Sequence[str]) -> Iterator[Group]:
    """What belongs together; every text and every reading that says something is in one group."""
    ours = [n for n, words in enumerate(texts) if words.strip()]
    theirs = [n for n, words in enumerate(readings) if words.strip()]
    bare = [words.replace(LINE_BREAK, "") for words in readings]
    matcher = SequenceMatcher(None, [texts[n] for n in ours], [bare[n] for n in theirs], False)
    blocks: list[Group] = []
    fit: dict[int, set[int]] = {}
    for what, a, b, c, d in matcher.get_opcodes():
        pairs = list(zip(ours[a:b], theirs[c:d], strict=False))
        if what == "equal":
            yield from (Group((t,), (r,)) for t, r in pairs)
        elif b - a == d - c and _fit(texts, bare, pairs):
            fit.update((t, {r}) for t, r in pairs)
        else:
            blocks.append(Group(tuple(ours[a:b]), tuple(theirs[c:d])))
    yield from _linked(texts, bare, blocks, fit)


def _fit(texts: Sequence[str], readings: Sequence[str], pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether as many readings as texts, between two that match, can be theirs one by one.

    One that stands alone for one is what became of it, however little is left.
    """
    return len(pairs) == 1 or all(
        min(len(texts[t]), len(readings[r])) < _SHORT
        or (_alike(texts[t], readings[r]) >= _ALIKE) is (r == own)
        for t, own in pairs
        for _, r in pairs
    )


def _alike(one: str, other: str) -> float:
    """The share of the pairs of characters that two have in common, of the shorter one's."""
    if one == other:
        return 1.0
    ours, theirs = set(pairwise(one)), set(pairwise(other))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _linked(
    texts: Sequence[str],
    readings: Sequence[str],
    blocks: Sequence[Group],
    fit: Mapping[int, set[int]],
) -> Iterator[Group]:
    """The groups of what has no like in its place: whatever hangs together by likeness.

    `fit` has those that became one reading in their place; they may have lost words to another.
    """
    links = _links(texts, readings, blocks, fit)
    claimed = {number for linked in links.values() for number in linked}
    for first in list(links):
        if first not in links:
            continue
        ours, theirs = {first}, links.pop(first)
        while more := [t for t in links if theirs & links[t]]:
            ours.update(more)
            theirs = theirs.union(*(links.pop(t) for t in more))
        yield Group(tuple(sorted(ours)), tuple(sorted(theirs)))
    for block in blocks:
        yield from (Group((), (number,)) for number in block.readings if number not in claimed)


def _links(
    texts: Sequence[str],
    readings: Sequence[str],
    blocks: Sequence[Group],
    fit: Mapping[int, set[int]],
) -> dict[int, set[int]]:
    """The readings that each text became: its like anywhere, or else what stands in its place."""
    links: dict[int, set[int]] = {t: set() for block in blocks for t in block.texts}
    free = dict.fromkeys(r for block in blocks for r in block.readings)
    for t in links:
        same = next((r for r in free if readings[r] == texts[t]), None)
        if same is not None:
            links[t].add(same)
            del free[same]
    long = [r for r in free if len(readings[r]) >= _SHORT]
    for t in links:
        if not links[t] and len(texts[t]) >= _SHORT:
            links[t] = _like(texts[t], readings, long)
    links |= {t: own | _like(texts[t], readings, long) for t, own in fit.items()}
    for r in set().union(*links.values()):
        free.pop(r, None)
    for block in blocks:
        ours = [t for t in block.texts if not links[t]]
        theirs = [r for r in block.readings if r in free]
        if len(ours) == len(theirs):
            links.update((t, {r}) for t, r in zip(ours, theirs, strict=True))
            continue
        for r in theirs:
            parts = _like(readings[r], texts, block.texts)
            like = max((*ours, *parts), key=lambda t: _alike(texts[t], readings[r]), default=None)
            if like is not None and _alike(texts[like], readings[r]):
                links[like].add(r)
    return links


def _like(text: str, readings: Sequence[str], numbers: Iterable[int]) -> set[int]:
    return {r for r in numbers if _alike(text, readings[r]) >= _ALIKE}


def changes(
    texts: Sequence[Sequence[Unit]], readings: Sequence[Reading]
) -> Iterator[Change | Stay]:
    """The changes that lead from texts to readings, in their order, and the seams between them."""
    units = [unit for text in texts for unit in (*text, EDGE)]
    words = "".join(reading.words + SEAM for reading in readings)
    hands = tuple(_hands(readings))
    stays = _stays(words_of(units), words)
    loose: list[Unit] = []
    before, reached, at = EDGE, 0, 0
    for unit in units:
        there = stays.get(at)
        held = there is not None and there >= reached and _holds(unit, at, there, stays)
        at += len(unit.words)
        if not held or there is None:
            loose.append(unit)
            continue
        if loose or there > reached:
            who, when = _signed(hands, reached, there)
            yield Change(tuple(loose), words[reached:there], before, unit, who, when)
        if unit is EDGE:
            yield Stay()
        before, reached, loose = unit, there + len(unit.words), []


def _holds(unit: Unit, at: int, there: int, stays: Mapping[int, int]) -> bool:
    return all(stays.get(at + n) == there + n for n in range(len(unit.words)))


def _hands(readings: Sequence[Reading]) -> Iterator[Hand]:
    offset = 0
    for reading in readings:
        for hand in reading.hands:
            yield Hand(hand.start + offset, hand.end + offset, hand.who, hand.when)
        offset += len(reading.words) + len(SEAM)


def _signed(hands: Iterable[Hand], start: int, end: int) -> tuple[str, str]:
    """Who is the last to have had a hand in it; nobody, if changes were not tracked."""
    here = [hand for hand in hands if hand.start <= end and start <= hand.end]
    inside = [hand for hand in here if hand.start < end and start < hand.end] or here
    last = max(inside, key=lambda hand: hand.when, default=None)
    return (last.who, last.when) if last else ("", "")


def _stays(ours: str, theirs: str) -> Mapping[int, int]:
    """Where each character that stayed is now: its place in the one, its place in the other."""
    head = _common(ours, theirs)
    tail = _common(ours[head:][::-1], theirs[head:][::-1])
    stays = {n: n for n in range(head)}
    a, b = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    for i, j, length in _blocks(a, b):
        stays.update((head + i + n, head + j + n) for n in range(length))
    shift = len(theirs) - len(ours)
    stays.update((n, n + shift) for n in range(len(ours) - tail, len(ours)))
    return stays


def _common(one: str, other: str) -> int:
    """So many characters are the same at the start of both."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length


def _blocks(a: str, b: str) -> Iterator[tuple[int, int, int]]:
    """Like stretches; single characters in the midst of changes are alike by chance."""
    if len(a) * len(b) > _MOST_STEPS:
        return
    for block in SequenceMatcher(None, a, b, False).get_matching_blocks():
        if block.size > 1 or a[block.a : block.a + block.size] == SEAM:
            yield block.a, block.b, block.size
