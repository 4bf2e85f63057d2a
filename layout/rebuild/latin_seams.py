"""What the words on either side of a line end tell of Latin text: whether a paragraph ends there.

A capital letter stands at the head of a line inside a sentence only by chance, and hardly ever on a
word like The or In; a small letter hardly ever begins a paragraph; `authori-` goes on in lower case
or not at all. The numbers are those of `latin.toml` under [seam].
"""

import re
from typing import NamedTuple

from layout.passes.look_alikes.vocabulary import english
from layout.rebuild.costs import costs
from layout.rebuild.latin_signs import lexicon
from layout.rebuild.pieces import ends_sentence, interrupts

_FIRST = re.compile(r"[\W_]*([\w’']+)")
_NAMES = ("capital", "common")
_NAME_END = re.compile(r"(?:^|[^.!?] )[A-Z][a-z]+$")
_HYPHEN = re.compile(r"[A-Za-z]-$")


class Seam(NamedTuple):
    """What it costs that something ends between two lines, that it goes on, that a heading does."""

    end: float
    on: float
    on_head: float


NO_SEAM = Seam(0.0, 0.0, 0.0)


def seam_costs(before: str, behind: str) -> Seam:
    """What the words before and behind a line end cost."""
    seam = costs().seam
    start = _start(behind)
    place = "closed" if ends_sentence(before) else "open"
    broken = _HYPHEN.search(before) and start != "lower"
    on = seam["on_broken"] if broken else seam[f"on_{start}_{place}"]
    if start in _NAMES and place == "open" and _NAME_END.search(before):
        on = seam["on_name"]
    on_head = seam["on_head_lower" if start == "lower" else "on_head"]
    return Seam(seam[f"end_{start}"], on, on_head + capitals_cost(before, behind))


def inner_seam(before: str, behind: str) -> Seam:
    """What it costs inside a line: a sentence may break off there, a heading leave its capitals."""
    broken_off = interrupts(before, behind.split(maxsplit=1)[0])
    on = costs().seam["on_interrupted"] if broken_off else 0.0
    return Seam(0.0, on, capitals_cost(before, behind))


def capitals_cost(before: str, behind: str) -> float:
    """What it costs that a heading goes on in small letters which began in capitals."""
    return costs().seam["on_capitals"] * (before.isupper() and not behind.isupper())


def ending_costs(before: str) -> tuple[float, float]:
    """What it costs that a paragraph ends with a line of unknown measure, and that it goes on."""
    seam = costs().seam
    place = "closed" if ends_sentence(before) else "open"
    return seam[f"end_{place}"], seam[f"on_{place}"]


def _start(words: str) -> str:
    """How words begin: a quotation, a small letter, an opener, a common word, a name, other."""
    if words[0] in "\"“'‘" and words[1:2].isupper():
        return "quote"
    first = _FIRST.match(words)
    if not first or not first[1][0].isalpha():
        return "other"
    if first[1][0].islower():
        return "lower"
    if first[1].lower() in lexicon().openers:
        return "opener"
    return "common" if english().grade(first[1].lower()) else "capital"
