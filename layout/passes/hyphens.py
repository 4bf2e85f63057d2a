"""Words broken at the end of an old line are given back their halves: sur- rounding, develo- per.

A compound keeps its hyphen: one that the page prints with it elsewhere, or whose first half is
one of the few that make compounds (well-known, self-made), or whose halves are words while their
whole is none (tide-worn), or that begins with a figure (94-year). Engines that tell a broken word
from a compound end its line with ¬ or a soft hyphen; these are never kept.
"""

import re
from collections.abc import Iterator

from layout.model import Page
from layout.passes.look_alikes.vocabulary import english
from layout.script import is_east_asian
from layout.text import Amendment, Edit, Rule
from layout.walk import map_texts

_SOFT = "¬\u00ad"
_LETTER = r"[^\W\d_]"  # German and French have more than those of English
_BROKEN = re.compile(
    rf"(?<!{_LETTER})({_LETTER}+|[0-9]+)([-\u2010]\s+|[{_SOFT}]\s*)"
    rf"(?!(?:and|or|to|und|oder|et|ou)\b)({_LETTER}+)"
)
_COMPOUND = re.compile(
    r"(?:well|self|ex|half|high|low|long|short|full|part|mid|all|so|two|three|four|five|six|seven"
    r"|eight|nine|ten|twenty|thirty|first|second|third|old|new|year|month|mile|foot|hour|day|co)$",
    re.IGNORECASE,
)

_SHORTEST = 4  # letters: shorter ones are syllables as often as words


def mend_hyphens(page: Page) -> Page:
    """Every broken word of a Latin text whole again."""
    if is_east_asian(page.language):
        return page
    return map_texts(page, lambda text: text.amended(_changes(text.plain, page.source)))


def _changes(words: str, source: str) -> Iterator[Amendment]:
    for found in _BROKEN.finditer(words):
        before, hyphen, behind = found.groups()
        if not behind[0].islower():
            continue
        soft = hyphen[0] in _SOFT
        compound, certainty = (False, 0.98) if soft else _judged(before, behind, source)
        start = found.start(2) + 1 if compound else found.start(2)
        why = f"{before}{'-' if compound else ''}{behind} is one word"
        yield Amendment(start, found.end(2), "", Edit(Rule.HYPHEN, why, certainty))


def _judged(before: str, behind: str, source: str) -> tuple[bool, float]:
    """Whether two halves are a compound that keeps its hyphen, and how sure that is."""
    if f"{before}-{behind}" in source or before.isdigit():
        return True, 0.9
    if before + behind in source or english().knows(before + behind):
        return False, 0.9
    if _COMPOUND.match(before):
        return True, 0.9
    words = len(before) >= _SHORTEST and all(english().grade(w.lower()) for w in (before, behind))
    return (True, 0.7) if words and len(behind) >= _SHORTEST else (False, 0.9)
