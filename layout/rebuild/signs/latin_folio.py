"""The lines at the head and foot of a page in Latin letters, taken apart into what they say.

`A6 TUESDAY, MARCH 5, 2024 THE ALDER POINT SENTINEL` holds a page number, a date and the name of a
paper, in any order, with any marks between them or none. Each kind is known by its form or by the
words of `folio.toml` under [latin]; a line that says anything else is no such line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from layout.rebuild.signs.folio_words import folio_words
from layout.rebuild.signs.head_days import first_day, in_calendar
from layout.rebuild.signs.latin_editors import names_editors
from layout.remembered import for_a_page

_LONGEST, _MOST_SMALL, _MOST_WORDS, _MOST_NAMES = 120, 4, 7, 3
_CUT = "|"
_MARKS = re.compile(r"[|｜·•●■/;,_]+|(?:^|\s)[-–—:]+(?=\s|$)")
_NUMBER = r"([A-Z]{1,2}-?[0-9]{1,3}|[0-9]{1,3}[A-Z]?)"
_STANDING = re.compile(rf"(?:^|(?<=[{_CUT}]))\s*{_NUMBER}\s*(?=[{_CUT}]|$)")
_LEADING = re.compile(rf"(?:^|(?<=[{_CUT}]))\s*{_NUMBER}(?=\s)")
_CLOSING = re.compile(rf"(?<=\s){_NUMBER}\s*(?=[{_CUT}]|$)")
_LETTERED_ONES = re.compile(
    r"(?<![^\s|])([A-HJ-Z])(?=[0-9]*[lI])([lI0-9]{1,2})(?=\s*$|\s*[|·•]|\s[A-Z])"
)
_AS_ONES = str.maketrans("lI", "11")
_AND = re.compile(" (?:&|and) ")
_BESIDES = re.compile(
    r"[$£€]\s?[0-9]+(?:[.,][0-9]{2})?|[0-9]+(?:[.,][0-9]{2})?\s?(?:cents?|¢|€|[Ee]uros?)(?!\w)"
    r"|\S+@\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|news|info|co\.uk|de|at|ch|fr|be)(?:/\S*)?(?!\w)"
    r"|(?i:vol(?:ume)?|no|nr|n[°ºo]|issue|jahrgang|année)\.?\s?[0-9IVXLC]+\b|[0-9]+\. Jahrgang\b"
    r"|(?i:city|final|late|early|morning|evening|home|metro|national|weekend) edition\b",
)


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What a line says of its page. `others`: whether it holds words that no such line holds."""

    number: str = ""
    numbered_by_word: bool = False
    day: date | None = None
    weekday: str = ""
    paper: str = ""
    section: str = ""
    others: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of the file, ready to be sought."""

    day: tuple[re.Pattern[str], ...]
    weekday: re.Pattern[str]
    number: re.Pattern[str]
    papers: frozenset[str]
    sections: frozenset[str]
    small: frozenset[str]


@cache
def _words() -> _Words:
    told = folio_words()["latin"]
    month = "|".join(sorted(told["months"], key=len, reverse=True))
    month = rf"(?P<month>(?i:{month}))\b\.?"
    return _Words(
        day=(
            re.compile(rf"\b{month} (?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<y>[12][0-9]{{3}})\b"),
            re.compile(
                rf"\b(?P<d>[0-9]{{1,2}})(?:\.|er|st|nd|rd|th)? (?:de )?{month}(?:,| de)?"
                r" (?P<y>[12][0-9]{3})\b"
            ),
            re.compile(r"\b(?P<y>[12][0-9]{3})[-./](?P<m>[0-9]{1,2})[-./](?P<d>[0-9]{1,2})\b"),
        ),
        weekday=re.compile(rf"\b(?i:{'|'.join(told['weekdays'])})\b"),
        number=re.compile(rf"\b(?i:{'|'.join(told['page'])})\.? ?{_NUMBER}\b"),
        papers=frozenset(told["papers"]),
        sections=frozenset(told["sections"]),
        small=frozenset(told["small"]),
    )


def head_line(words: str) -> HeadLine:
    """What these words say of their page; what they say besides is told in `others`.

    An engine takes the ones of a page's number for letters: Al, All, Bl2.
    """
    told = _read(words)
    if told.number or not _LETTERED_ONES.search(words):
        return told
    right = _read(_LETTERED_ONES.sub(_ones, words))
    named = bool(right.day) or is_known_section(right.section)
    return right if right.number and named and not right.others else told


def _ones(found: re.Match[str]) -> str:
    return found[1] + found[2].translate(_AS_ONES)


def _read(words: str) -> HeadLine:
    known = _words()
    day, rest = first_day(words, known.day, _date, _CUT)
    weekday, rest = _taken(known.weekday, rest) if day else ("", rest)
    rest = _BESIDES.sub(_CUT, rest)
    worded, rest = _taken(known.number, rest)
    number = worded
    rest = _MARKS.sub(_CUT, rest)
    for pattern in (_STANDING, _LEADING, _CLOSING):
        if not number:
            number, rest = _taken(pattern, rest)
    phrases = [phrase.strip(" .") for phrase in rest.split(_CUT)]
    most = _MOST_NAMES if day and number else 1
    paper, section, others = _named([phrase for phrase in phrases if phrase], most)
    return HeadLine(number, bool(worded), day, weekday, paper, section, others)


def head_facts(words: str) -> frozenset[str]:
    """The names of what a line of the head of a page tells; none of any other line."""
    told = head_line(words)
    facts = ("number", "day", "weekday", "paper", "section")
    return frozenset(f for f in facts if getattr(told, f)) if head_signs(words) else frozenset()


@for_a_page
def head_signs(words: str) -> frozenset[str]:
    """The signs of a line that says nothing but what the head of a page says."""
    return frozenset(_signs(words))


def _signs(words: str) -> Iterator[str]:
    if len(words) > _LONGEST or sum(word[0].islower() for word in words.split()) > _MOST_SMALL:
        return
    if names_editors(words):
        yield "editors"
        return
    told = head_line(words)
    if told.others:
        return
    known = is_known_section(told.section)
    named = known or bool(told.paper)
    alone = not told.section and (told.numbered_by_word or not told.number.isdigit())
    before = words.startswith(told.number) or words.isupper()
    lettered = told.number[:1].isalpha() and before and not told.numbered_by_word
    if told.number and (told.day or named or alone or lettered):
        yield "page_head"
    elif told.day:
        yield "dated_head"
    elif told.paper and not told.section:
        yield "paper_name"
    elif known and not told.paper and not told.number:
        yield "section_word"


def names_section(words: str, head: str) -> bool:
    """Whether words under the head of a page are the section that the head does not name."""
    told = "page_head" in head_signs(head) and not head_line(head).section
    return told and is_known_section(words)


def is_known_section(words: str) -> bool:
    """Whether words are the usual name of a section, or of several: LIFE & BUSINESS."""
    told, known = words.casefold().removesuffix(" news"), _words().sections
    return told in known or all(part in known for part in _AND.split(told))


def _date(parts: dict[str, str]) -> date | None:
    months = folio_words()["latin"]["months"]
    month = months[parts["month"].casefold()] if "month" in parts else int(parts["m"])
    return in_calendar(int(parts["y"]), month, int(parts["d"]))


def _taken(pattern: re.Pattern[str], words: str) -> tuple[str, str]:
    """What a pattern finds in words (its group, if it has one), and the words without it."""
    found = pattern.search(words)
    if not found:
        return "", words
    rest = words[: found.start()] + _CUT + words[found.end() :]
    return found[found.lastindex or 0], rest


def _named(phrases: list[str], most: int) -> tuple[str, str, bool]:
    """The paper and the section among phrases, and whether they hold anything else.

    Beside a day and a page number stand more names than one, such as that of the town. Which of
    them is the section is not known then, unless it is a usual one.
    """
    papers, names = [], []
    for phrase in phrases:
        before, paper, behind = _split(phrase)
        names += [words for words in (before, behind) if words]
        papers += [paper] if paper else []
    others = len(papers) > 1 or len(names) > most or not all(map(_is_title, names))
    usual = [name for name in names if is_known_section(name)] or names
    section = usual[0] if len(usual) == 1 else ""
    return papers[0] if papers else "", section, others


def _split(phrase: str) -> tuple[str, str, str]:
    """A phrase as a section, the paper's name and a section; each may be empty."""
    known, words = _words(), phrase.split()
    at = [i for i, word in enumerate(words) if _bare(word) in known.papers]
    alone = (len(words) < 2 and "-" not in phrase) or is_known_section(phrase)
    if not at or alone or not _is_title(phrase):
        article = len(words) > 2 and words[0].casefold() == "the" and _is_title(phrase)
        return ("", phrase, "") if article else (phrase, "", "")
    first = next((n for n in (1, 2) if " ".join(words[:n]).casefold() in known.sections), 0)
    first = first if first < at[0] else 0
    last = at[-1] + 1
    if words[last:] and _bare(words[last]) in known.small:
        last = len(words)
    return " ".join(words[:first]), " ".join(words[first:last]), " ".join(words[last:])


def _bare(word: str) -> str:
    """The last part of a word in small letters: Record-Courier is a courier."""
    return word.strip(".,").rsplit("-", 1)[-1].casefold()


def _is_title(words: str) -> bool:
    """Whether all words have a capital, but for the small ones that names hold."""
    each = words.split()
    small = _words().small
    return len(each) <= _MOST_WORDS and all(
        word[0].isupper() or word == "&" or word in small for word in each
    )
