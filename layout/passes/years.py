"""Lost year headings of a chronology, proved by months that run backwards.

Under 2012 stand March, April, then January, and the next heading is 2014: the heading 2013 is
lost before the January. Where the years on either side leave one year only, it is supplied and
marked so; where they leave more, a gap is declared.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layout.model import Article, Block, Page, Paragraph, Reason, Role
from layout.text import Amendment, Edit, Gap, Rule, supplied
from layout.walk import map_articles

_YEAR = re.compile(r"([12][0-9]{3}|[0-9]{2,3})(?=\s*年?$)")
_MONTH = re.compile(r"([0-9]{1,2})\s*月")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NAMED_MONTH = re.compile(rf"({'|'.join(_MONTHS)})[a-z]*\.?(?: [0-9]{{1,2}})?[:—–-]")
_BACKWARDS = "the months run backwards here, from {} to {}"


@dataclass(frozen=True, slots=True)
class _Place:
    """Where months run backwards: block number, heading above and below, the two months."""

    block: int
    above: Paragraph
    below: Paragraph | None
    months: tuple[int, int]


def restore_years(page: Page) -> Page:
    """Every chronology with its lost year headings supplied where proved, else declared."""
    return map_articles(page, _restored)


def _restored(article: Article) -> Article:
    blocks = list(article.blocks)
    for place in reversed(tuple(_places(article.blocks))):
        why = _BACKWARDS.format(*place.months)
        heading = _heading(place, why)
        event = blocks[place.block]
        if heading:
            blocks.insert(place.block, heading)
        elif isinstance(event, Paragraph):
            gap = Gap(6.0, f"{why}: a year heading is lost", 0.8)
            blocks[place.block] = replace(
                event, text=event.text.amended([Amendment(0, 0, None, gap)])
            )
    return replace(article, blocks=tuple(blocks))


def _places(blocks: Sequence[Block]) -> Iterator[_Place]:
    heading: Paragraph | None = None
    month = 0
    for number, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        if block.role is Role.YEAR:
            heading, month = block, 0
        elif block.role in {Role.EVENT, Role.ITEM} and (now := _month(block.plain.lstrip())):
            if heading and now < month:
                yield _Place(number, heading, _next_heading(blocks[number:]), (month, now))
            month = now


def _month(words: str) -> int:
    """The month that an event begins with (3月4日, March 4:), 0 for none."""
    if named := _NAMED_MONTH.match(words):
        return _MONTHS.index(named[1]) + 1
    found = _MONTH.match(words)
    return int(found[1]) if found else 0


def _next_heading(blocks: Sequence[Block]) -> Paragraph | None:
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.YEAR:
            return block
    return None


def _heading(place: _Place, why: str) -> Paragraph | None:
    """The heading of the only year that can stand here, written as the one above is."""
    above = _YEAR.search(place.above.plain)
    below = _YEAR.search(place.below.plain) if place.below else None
    if not above or not below or int(below[1]) - int(above[1]) != 2:
        return None
    words = place.above.plain.replace(above[1], str(int(above[1]) + 1))
    at = place.above.text.fragments[-1].end
    mark = Edit(Rule.LOST_YEAR, f"{why}; only one year lies between the headings", 0.95)
    return Paragraph(Role.YEAR, supplied(words, at, mark), (Reason(why, 0.95),))
