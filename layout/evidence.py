"""Why something was done, told to readers: the phrases of the ledger in the language of the page.

The ledger gives its reasons in English, one or more clauses; `evidence.toml` knows the phrases that
they are made of. A clause that it does not know is told as it is.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from layout.script import is_east_asian, is_traditional

_MOVED = "moved here: "  # how the reason for a move begins; whoever tells it says so anyhow
_CLAUSES = "; "


def told(why: str, language: str) -> str:
    """The reasons in the language of a BCP 47 tag; empty if there are none."""
    phrasebook = _phrasebook(language)
    clauses = why.removeprefix(_MOVED).split(_CLAUSES) if why else ()
    return phrasebook.between.join(phrasebook.told(clause) for clause in clauses)


@dataclass(frozen=True, slots=True)
class _Phrasebook:
    """Phrases with what they come to in one language, and what stands between two of them."""

    between: str
    phrases: Sequence[tuple[re.Pattern[str], str]]

    def told(self, clause: str) -> str:
        for phrase, words in self.phrases:
            if match := phrase.fullmatch(clause):
                return words.format(*match.groups())
        return clause


def _phrasebook(language: str) -> _Phrasebook:
    if not is_east_asian(language):
        return _phrasebooks()["en"]
    return _phrasebooks()["zh-Hant" if is_traditional(language) else "zh-Hans"]


@cache
def _phrasebooks() -> Mapping[str, _Phrasebook]:
    table = tomllib.loads(Path(__file__).with_name("evidence.toml").read_text("utf-8"))
    return {
        language: _Phrasebook(
            book["between"], tuple((_pattern(phrase), words) for phrase, words in book["phrases"])
        )
        for language, book in table.items()
    }


def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{\d\\\}", "(.+)", re.escape(phrase)))
