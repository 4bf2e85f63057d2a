"""Which page a jump line points to, which articles it makes one, which losses it explains.

An article jumps where it has a line such as 下转第3版 and an article on that page answers with
上接第1版; of several that answer, the one that shares most words with it is meant.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from layout.model import Article, Block, Page, Paragraph, Role
from layout.text import Fragment, Gap, Text
from layout.walk import map_articles

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


def carried_on(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages without gaps that a jump explains.

    A text that ends in the air before a jump line may have lost its end or go on elsewhere; where
    the page that the line names has its continuation, it goes on. A gap that a person has
    confirmed, which is certain, stays.
    """
    jumping = set(continuations(pages))
    return tuple(
        _with_articles(page, {a: _explained for p, a in jumping if p == number})
        for number, page in enumerate(pages)
    )


def _with_articles(page: Page, mends: Mapping[int, Callable[[Article], Article]]) -> Page:
    numbers = iter(range(len(page.articles)))
    return map_articles(page, lambda article: mends.get(next(numbers), _as_it_is)(article))


def _as_it_is(article: Article) -> Article:
    return article


def _explained(article: Article) -> Article:
    following = (*article.blocks[1:], None)
    blocks = zip(article.blocks, following, strict=False)
    mended = (_without_end_gap(b) if _is_onward(then) else b for b, then in blocks)
    return replace(article, blocks=tuple(mended))


def _is_onward(block: Block | None) -> bool:
    if not isinstance(block, Paragraph) or block.role is not Role.JUMP:
        return False
    jump = read_jump(block.plain)
    return jump is not None and jump.onward


def _without_end_gap(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    end = len(block.text)
    kept = tuple(f for at, f in block.text.placed() if at < end or not _is_doubtful_gap(f))
    return replace(block, text=Text(kept))


def _is_doubtful_gap(fragment: Fragment) -> bool:
    return isinstance(fragment.mark, Gap) and fragment.mark.certainty < 1


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
