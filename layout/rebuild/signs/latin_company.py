"""The company that words of Latin text keep on a page: who stands beside whom, and who is a name.

A capital at the head of a line begins a sentence or belongs to a name. The page tells which: `City`
and `Council` stand side by side in another sentence, and `Halloran` inside one. Days and months
have their capital anywhere.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"[^\W_][\w’']*")
_RUN = re.compile(r"[^.!?:;,\"“”()—–\r\n]+")
_FEWEST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Company:
    """Words that stand side by side inside a sentence, and those with a capital inside one.

    `named`: the words behind which a name goes on, as Canal does with Street.
    """

    pairs: frozenset[tuple[str, str]]
    names: frozenset[str]
    named: frozenset[str]

    def are_paired(self, before: str, behind: str) -> bool:
        """Whether the last word of one line and the first of another stand together elsewhere."""
        last, first = _WORD.findall(before)[-1:], _WORD.match(behind)
        return bool(last) and first is not None and (last[0], first[0]) in self.pairs

    def are_strange(self, before: str, behind: str) -> bool:
        """Whether the last word of one line goes on in a name elsewhere, and not with this one."""
        last = _WORD.findall(before)[-1:]
        return bool(last) and last[0] in self.named and not self.are_paired(before, behind)


NOBODY = Company(frozenset(), frozenset(), frozenset())


def company_of(texts: Iterable[str]) -> Company:
    """The company that the words of running text keep; headings capitalize what they like."""
    pairs: set[tuple[str, str]] = set()
    for text in texts:
        if len(text.split()) >= _FEWEST_WORDS:
            for run in _RUN.findall(text):
                pairs.update(pairwise(_WORD.findall(run)))
    return Company(
        frozenset(pairs),
        frozenset(behind for _, behind in pairs if behind[0].isupper()),
        frozenset(a for a, b in pairs if a[0].isupper() and b[0].isupper()),
    )
