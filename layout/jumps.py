"""Which page a jump line points to, and which articles it makes one.

An article jumps where it has a line such as 下转第3版 and an article on that page answers with
上接第1版; of several that answer, the one that shares most words with it is meant.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from layout.model import Article, Page, Role

_NUMBER = re.compile(r"([A-Za-z]?)0*(\d{1,3})(?!\d)(?:([A-Za-z])(?![A-Za-z]))?")
_HAN_NUMBER = re.compile("[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]")
_HAN_DIGITS = "〇一二三四五六七八九"

Place = tuple[int, int]
"""An article: the index of its page, its index on the page."""


@dataclass(frozen=True, slots=True)
class Jump:
    """A jump line read: the page it names, and whether the article goes on there or began there."""

    page: str
    onward: bool


def page_key(label: str) -> str:
    """A page number without what differs between mentions of it: A03, a3 and 3A are one page."""
    match = _NUMBER.search(label)
    return f"{(match[1] or match[3] or '').upper()}{match[2]}" if match else _from_han(label)


def read_jump(line: str) -> Jump | None:
    """What a jump line says, None if it names no page."""
    words = line.lower()
    phrases = _phrases()
    if not (key := page_key(line)):
        return None
    if any(phrase in words for phrase in phrases["back"]):
        return Jump(key, onward=False)
    return Jump(key, onward=True) if any(p in words for p in phrases["onward"]) else None


def continuations(pages: Sequence[Page]) -> Mapping[Place, Place]:
    """For each article that jumps to a later page, the one it goes on with; none is taken twice."""
    offers = _offers(pages)
    rivals = Counter(place for offer in offers for place in (offer.start, offer.goal))
    found: dict[Place, Place] = {}
    for offer in sorted(offers, key=lambda each: -each.likeness):
        sure = offer.likeness or rivals[offer.start] == rivals[offer.goal] == 1
        if sure and offer.start not in found and offer.goal not in found.values():
            found[offer.start] = offer.goal
    return found


@dataclass(frozen=True, slots=True)
class _Offer:
    """An article, one that may continue it, and how many pairs of letters their titles share."""

    start: Place
    goal: Place
    likeness: int


def _offers(pages: Sequence[Page]) -> tuple[_Offer, ...]:
    numbers = [page_key(page.folio.number) for page in pages]
    jumping = [
        ((p, a), article, jumps)
        for p, page in enumerate(pages)
        for a, article in enumerate(page.articles)
        if (jumps := set(_jumps(article)))
    ]
    return tuple(
        _Offer(start, goal, len(_pairs(article) & _pairs(other)))
        for start, article, onward in jumping
        for goal, other, back in jumping
        if start[0] < goal[0]
        and Jump(numbers[goal[0]], onward=True) in onward
        and Jump(numbers[start[0]], onward=False) in back
    )


def _jumps(article: Article) -> Iterator[Jump]:
    for line in article.paragraphs(Role.JUMP):
        if jump := read_jump(line.plain):
            yield jump


def _pairs(article: Article) -> set[tuple[str, str]]:
    said = [p.plain.lower() for p in article.paragraphs(Role.HEADLINE, Role.KICKER, Role.JUMP)]
    telling = [_untelling().sub("\n", line) for line in said]
    return {pair for line in telling for pair in pairwise(line) if "".join(pair).isalpha()}


def _from_han(label: str) -> str:
    match = _HAN_NUMBER.search(label)
    if not match:
        return ""
    tens, ten, units = match[0].rpartition("十")
    leading = _HAN_DIGITS.index(tens) if tens else int(bool(ten))
    return str(10 * leading + (_HAN_DIGITS.index(units) if units else 0))


@cache
def _untelling() -> re.Pattern[str]:
    said = sorted((p for phrases in _phrases().values() for p in phrases), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, said)))


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads(Path(__file__).with_name("jumps.toml").read_text("utf-8"))
    return {direction: tuple(phrases) for direction, phrases in table.items()}
