"""Heads of articles made whole: a headline has one kicker, so a second is its own first half.

Under a kicker that ends in a dash stand `乡村教师：` and `在大山里种下种子`: the name and its colon
belong to the headline, which the OCR read as two headings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from layout.rebuild.drafts import Draft
from layout.text import Amendment, LineEnd

_COLONS = "：:"


def with_heads_whole(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with every headline joined to the second of two kickers over it."""
    return tuple(_whole(drafts))


def _whole(drafts: Sequence[Draft]) -> Iterator[Draft]:
    number = 0
    while number < len(drafts):
        if _is_first_half(drafts, number):
            yield _joined(drafts[number], drafts[number + 1])
            number += 2
        else:
            yield drafts[number]
            number += 1


def _is_first_half(drafts: Sequence[Draft], number: int) -> bool:
    roles = [d.role for d in drafts[max(0, number - 1) : number + 2]]
    ends = drafts[number].text.plain.rstrip()[-1:]
    return roles == ["kicker", "kicker", "headline"] and ends in _COLONS


def _joined(first: Draft, second: Draft) -> Draft:
    seam = Amendment(len(first.text), len(first.text), "", LineEnd())
    return replace(
        second,
        readings=(*first.readings, *second.readings),
        text=first.text.amended([seam]) + second.text,
        first_block=first.first_block,
    )
