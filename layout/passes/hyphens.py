"""Words broken at the end of an old line are given back their halves: sur- rounding, develo- per.

A compound keeps its hyphen: one that the page prints with it elsewhere, or whose first half is
one of the few that make compounds (well-known, self-made).
"""

import re
from collections.abc import Iterator

from layout.model import Page
from layout.text import Amendment, Edit, Rule
from layout.walk import map_texts

_BROKEN = re.compile(r"(?<![A-Za-z])([A-Za-z]+)(-\s+)(?!(?:and|or|to)\b)([a-z]+)")
_COMPOUND = re.compile(
    r"(?:well|self|ex|half|high|low|long|short|full|part|mid|all|so|two|three|four|five|six|seven"
    r"|eight|nine|ten|twenty|thirty|first|second|third|old|new|year|month|mile|foot|hour|day|co)$",
    re.IGNORECASE,
)


def mend_hyphens(page: Page) -> Page:
    """Every broken word of a Latin text whole again."""
    if page.language.startswith("zh"):
        return page
    return map_texts(page, lambda text: text.amended(_changes(text.plain, page.source)))


def _changes(words: str, source: str) -> Iterator[Amendment]:
    for found in _BROKEN.finditer(words):
        before, _, behind = found.groups()
        compound = f"{before}-{behind}" in source or (
            _COMPOUND.match(before) and before + behind not in source
        )
        start = found.start(2) + 1 if compound else found.start(2)
        why = f"{before}{'-' if compound else ''}{behind} is one word"
        yield Amendment(start, found.end(2), "", Edit(Rule.HYPHEN, why, 0.9))
