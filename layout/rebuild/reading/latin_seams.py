"""What the words on either side of a line end tell of Latin text: whether a paragraph ends there.

A capital letter stands at the head of a line inside a sentence only by chance, and hardly ever on a
word like The or In; a small letter hardly ever begins a paragraph; `authori-` goes on in lower case
or not at all. The numbers are those of `latin.toml` under [seam].
"""

import re
from typing import NamedTuple

from layout.passes.look_alikes.vocabulary import english
from layout.rebuild.signs.costs import costs
from layout.rebuild.signs.latin_company import NOBODY, Company
from layout.rebuild.signs.latin_signs import (
    compounds,
    ends_sentence,
    interrupts,
    is_hung,
    lexicon,
    names_house,
    quotes_anew,
    wants_name,
)

_FIRST = re.compile(r"[\W_]*([\w’']+)")
_NAMES = ("capital", "common")
_TWO_CAPITALS = re.compile(r"[A-Z][a-z]+ ([A-Z][a-z]+)")
_NUMBERED = re.compile(r"[0-9]{1,2}\. ")
_JOINED = re.compile(r"[—–&]$|--$|\bNo\.$|,[\"”’']$"), re.compile(r"[—–&]|--")
_VOICE = re.compile(r"(?!Dear |To )[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}:$")  # Ada Quill:
_CLOSING_QUOTES = "\"”’'"
_HYPHEN = re.compile(r"[A-Za-z]-$")


class Seam(NamedTuple):
    """What it costs that something ends between two lines, that it goes on, that a heading does."""

    end: float
    on: float
    on_head: float


def seam_costs(before: str, behind: str, company: Company = NOBODY) -> Seam:
    """What the words before and behind a line end cost, on a page that keeps this company."""
    seam = costs().seam
    start = _start(behind, company)
    place = "closed" if ends_sentence(before) else "open"
    compound = start in _NAMES and compounds(before)  # Tuilagi- | Moore
    broken = _HYPHEN.search(before) and start != "lower" and not compound
    on = seam["on_broken"] if broken else seam[f"on_{start}_{place}"]
    if start == "capital" and is_hung(before):
        on = seam["on_capital_hung"]
    elif place == "open" and start in _NAMES and wants_name(before):
        on = seam["on_stranger" if company.are_strange(before, behind) else f"on_{start}_name"]
    paired = company.are_paired(before, behind) or names_house(before, behind)
    paired = paired and place == "open" and start != "lower"
    if paired or compound or _are_joined(before, behind):
        on = min(on, seam["on_paired"])
    on_head = seam["on_head_lower" if start == "lower" else "on_head"]
    return Seam(seam[f"end_{start}"], on, on_head + capitals_cost(before, behind))


def _are_joined(before: str, behind: str) -> bool:
    """Whether a mark joins what is before and behind, or a voice waits for what it says."""
    return bool(_VOICE.match(before) or _JOINED[0].search(before) or _JOINED[1].match(behind))


def inner_seam(before: str, behind: str, company: Company = NOBODY) -> Seam:
    """What it costs inside a line: a sentence may break off there, a heading leave its capitals."""
    seam = costs().seam
    on_head = capitals_cost(before, behind)
    if _NUMBERED.match(behind):
        return Seam(0.0, seam["on_number"], on_head)
    if ends_sentence(before):
        return Seam(0.0, 0.0, on_head)
    broken_off = interrupts(before, behind.split(maxsplit=1)[0]) or quotes_anew(before, behind)
    start = _start(behind, company)
    if start in ("opener", "common") and before.rsplit(maxsplit=1)[-1].islower():
        on_head += seam["on_second_head"]
    return Seam(0.0, seam["on_interrupted"] if broken_off else 0.0, on_head)


def capitals_cost(before: str, behind: str) -> float:
    """What it costs that a heading goes on in small letters which began in capitals."""
    return costs().seam["on_capitals"] * (before.isupper() and not behind.isupper())


def ending_costs(before: str) -> tuple[float, float]:
    """What it costs that a paragraph ends with a line of unknown measure, and that it goes on."""
    seam = costs().seam
    if ends_sentence(before):
        return seam["end_closed"], seam["on_closed"]
    if lexicon().last_abbreviation.search(before):
        return seam["end_either"], seam["on_either"]
    return seam["end_waiting" if _waits(before) else "end_open"], seam["on_open"]


def _waits(words: str) -> bool:
    """Whether more must follow words: behind a comma, the, of, said."""
    return words.rstrip(_CLOSING_QUOTES)[-1:] in (*",;—–&",) or is_hung(words)


def _start(words: str, company: Company) -> str:
    """How words begin: a quotation, a small letter, an opener, a day, a name, other."""
    if words[0] in "\"“'‘" and words[1:2].isupper():
        return "quote"
    first = _FIRST.match(words)
    if not first or not first[1][0].isalpha():
        return "other"
    word = first[1]
    if word[0].islower():
        return "lower"
    if word.lower() in lexicon().openers:
        return "opener"
    if word in lexicon().days:
        return "day"
    common = english().grade(word.lower()) and word not in company.names
    return "common" if common and not _is_house(words) else "capital"


def _is_house(words: str) -> bool:
    """Whether words begin with two that are common, but have capitals: Health District, City Hall.

    A title before a name (Mayor Halloran) begins sentences, and so do common words before a name.
    """
    two = _TWO_CAPITALS.match(words)
    return two is not None and bool(english().grade(two[1].lower()))
