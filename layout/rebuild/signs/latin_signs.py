"""The signs that only Latin text shows: how its lines look and end, how its headings are marked.

They are kept in `latin.toml`, beside what they cost; `costs.py` adds the costs to its own.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from layout.passes.look_alikes.vocabulary import english
from layout.rebuild.signs import compiled

_WORDS = re.compile(r"[^\W_][\w’'&-]*")
_FEW, _MANY = 3, 6
_HIGH, _LOW = 2, 4
_SENTENCE_LONG = 75
_FEWEST_LEVELS = 2
_START, _WORDY = 90, 2
_ARTICLES = frozenset({"a", "an", "the"})
_LABELS = ("roundup_label", "page_label")
_NAMED = 4  # letters of a word that has its capital in a headline of capitals
_NAME_END = re.compile(r"(?:^|[^.!?] )[A-Z][a-z]+$")  # no sentence begins with it
_COMPOUND = re.compile(r"\b(?:[A-Z][A-Za-z]*|mid|non|ex|pro|anti|pre|post)-$")
_FEWEST_SAID = 4  # words
_SAID = re.compile(r"[\"“]([A-Z][^\"”]*)(?:[\"”]|$)")
_SAYING = re.compile(
    r"\b(?:that|says?|said|saying|asks?|asked|adds?|added|answered|replied|reads?|wrote|told \w+)$"
)
OPENING_QUOTES = "\"'“‘„«"
SENTENCE_END = re.compile(r"[.!?](?:[\"'”’“)]| ?»)*$")
"""A stop with the quotation marks and brackets that close behind it; maybe an abbreviation's."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The patterns of the file, compiled, and its lists of words; abbreviations with their stop."""

    line: tuple[tuple[str, re.Pattern[str]], ...]
    rest: tuple[tuple[str, re.Pattern[str]], ...]
    openers: frozenset[str]
    hung: frozenset[str]
    numbers: frozenset[str]
    houses: frozenset[str]
    titles: frozenset[str]
    joining: frozenset[str]
    pointing: frozenset[str]
    small: frozenset[str]
    pairs: frozenset[str]
    days: frozenset[str]
    abbreviation: re.Pattern[str]
    last_abbreviation: re.Pattern[str]


@cache
def lexicon() -> Lexicon:
    """The file, read once."""
    data = tomllib.loads(Path(__file__).with_name("latin.toml").read_text("utf-8"))
    words = data["words"]
    own = {"hung": "|".join(map(re.escape, words["hung"]))}
    return Lexicon(
        line=tuple((name, compiled(patterns, own)) for name, patterns in data["line"].items()),
        rest=tuple((name, compiled(patterns, own)) for name, patterns in data["rest"].items()),
        openers=frozenset(words["openers"]),
        hung=frozenset(words["hung"]),
        numbers=frozenset(words["numbers"]),
        houses=frozenset(words["houses"]),
        titles=frozenset(words["titles"]),
        joining=frozenset(words["joining"]),
        pointing=frozenset(words["pointing"]),
        small=frozenset(words["small"]),
        pairs=frozenset(words["pairs"]),
        days=frozenset(words["days"]),
        abbreviation=_stopped(words["abbreviations"], r"(?<![’'])\b[A-Z]"),
        last_abbreviation=_stopped(words["last_abbreviations"], r"[A-Z]\.[A-Z]"),
    )


def _stopped(words: Sequence[str], initials: str) -> re.Pattern[str]:
    """What ends with the stop of a word, of initials, of 5 a.m. or of the shillings of 8s. 6d."""
    known = "|".join([*words, *map(str.upper, words)])  # By PROF. ADA QUILL
    last = r"(?=[\w.]++$)"  # so that all those words are not sought at every place
    return compiled([rf"{last}(?:{initials}|[ap]\.m|[0-9]s|\b(?:{known}))\.$"])


def is_hung(words: str) -> bool:
    """Whether words end with one that waits for more: the, of, said."""
    return words[words.rfind(" ") + 1 :].lower() in lexicon().hung


def ends_sentence(words: str) -> bool:
    """Whether Latin words end with a stop that is not an abbreviation's (Nov., 5 a.m.)."""
    return bool(SENTENCE_END.search(words)) and not lexicon().abbreviation.search(words)


def compounds(words: str) -> bool:
    """Whether words end with the first half of a name of two, or of what has a name in it."""
    return bool(_COMPOUND.search(words))


def interrupts(before: str, word: str) -> bool:
    """Whether a sentence breaks off before a word that stands capitalized only at a beginning."""
    if not word[0].isupper() or word == "I":
        return False
    if before[-1:] == "-":
        return before[-2:-1].islower() and word[1:].islower() and not compounds(before)
    torn = word[1:].isupper() or len(before.rsplit(maxsplit=1)[-1]) == 1  # a drop cap: T HE
    return before[-1:].isalnum() and not torn and word.lower() in lexicon().openers


def cuts_name(words: str, below: str) -> bool:
    """Whether words end, and what is below them begins, with a name: Cllr Derek | Hollingworth."""
    last, first = words.rsplit(maxsplit=1)[-1], re.match(r"\w+", below)
    names = (last, first[0]) if first else ()
    return names != () and all(
        word[0].isupper() and not english().grade(word.lower()) for word in names
    )


def wants_name(words: str) -> bool:
    """Whether a name may go on or begin behind words: the rest of Ada | Quill, or who is mayor."""
    return bool(_NAME_END.search(words)) or words.rsplit(maxsplit=1)[-1] in lexicon().titles


def names_house(before: str, behind: str) -> bool:
    """Whether the name of a street or a house goes on behind its first words: Canal | Street."""
    return bool(_NAME_END.search(before)) and _first_word(behind) in lexicon().houses


def _first_word(words: str) -> str:
    return words.split(maxsplit=1)[0].rstrip(".,;:?!")


def quotes_anew(before: str, behind: str) -> bool:
    """Whether a sentence breaks off before what somebody says: within the “If she crosses that.

    It goes on before a title (a song called “When the Saints Go Marching In”), and behind that,
    said or asked.
    """
    said = _SAID.match(behind)
    if not said or not before[-1:].isalnum() or _SAYING.search(before):
        return False
    words = said[1].split()
    small = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST_SAID and 3 * small >= 2 * (len(words) - 1)


def latin_line_signs(words: str, rest: str) -> Iterator[str]:
    """The signs of a line by its words; `rest` runs from its start to its block's end."""
    known = lexicon()
    yield from (name for name, pattern in known.line if pattern.search(words))
    if len(words) >= len(rest) and (words.endswith(",") or _hangs(words)):
        yield "left_hung"
    yield from (name for name, pattern in known.rest if pattern.match(rest))


def _hangs(words: str) -> bool:
    """Whether words wait for more; a headline may end with a verb, as in what the mayor said."""
    last = words[words.rfind(" ") + 1 :].lower()
    return is_hung(words) and (last in _ARTICLES or last not in lexicon().small)


def latin_block_signs(words: str, level: int, *, alone: bool) -> Iterator[str]:
    """The signs of a block: how many words it has where it is one line, how high its heading is.

    A heading's level is noise for the most part, yet bigger type is given the higher one.
    """
    if level:
        yield from ("high_heading",) * (level <= _HIGH) + ("low_heading",) * (level >= _LOW)
    if alone:
        count = len(_WORDS.findall(words))
        yield from ("few_words",) * (count <= _FEW) + ("many_words",) * (count >= _MANY)
        if count <= _MANY and words[:1].isupper() and words[-1:].isalpha():
            yield "head_shaped"
        if len(words) > _SENTENCE_LONG and not level:
            yield "sentence_long"
        elif is_stopped_head(words):
            yield "stopped_head"
        elif words[:1].islower() and words.rstrip("\"”'’").endswith((".", "?", "!")):
            yield "tail_like"
    if words.count('"') % 2 or words.count("“") != words.count("”"):
        yield "open_quote"
    small = sum(word.lower() in lexicon().small for word in _WORDS.findall(words[:_START]))
    if small >= _WORDY:
        yield "wordy"


def is_stopped_head(words: str) -> bool:
    """Whether words are a heading with a stop, as old papers set them: all words have capitals."""
    named = [word for word in _WORDS.findall(words) if len(word) >= _NAMED]
    stopped = words.endswith(".") and ends_sentence(words)
    return stopped and named != [] and all(word[0].isupper() for word in named)


def names_staff(words: str, below: str) -> bool:
    """Whether words are somebody's name over what tells whom they write for: Staff Writer."""
    known = dict(lexicon().line)
    named = known["full_name"].search(words.title() if words.isupper() else words)
    return bool(named and known["affiliation"].search(below))


def labels_heads(words: str) -> bool:
    """Whether words are the usual label over pieces that have headings of their own."""
    known = dict(lexicon().line)
    return any(known[name].search(words) for name in _LABELS)


def ends_label(words: str, behind: str) -> bool:
    """Whether words are a usual label of a few in capitals, and a head begins behind it.

    LEGAL NOTICES | NOTICE TO CREDITORS. One word is too little: INSIDE THE VAULT.
    """
    first = behind.split(maxsplit=1)[0]
    alone = " " not in words or not words.isupper() or not behind.isupper()
    if alone or len(first) < _NAMED or first.lower() in lexicon().joining:
        return False
    return labels_heads(words) or bool(dict(lexicon().line)["standing_head"].search(words))


def lesser_headings(levels: Sequence[int], titles: Sequence[bool]) -> tuple[bool, ...]:
    """For every block, whether it is a heading below the titles of the page.

    `levels` are those of the blocks, 0 for none; `titles` tells which stand over a byline or a
    dateline. Most engines give levels that mean little. They mean something where the first is
    the highest and either no other is as high and all below are alike, as in an article that
    someone typed, or more than one is as high, all titles among them.
    """
    used = [level for level in levels if level]
    top = min(used, default=0)
    if len(set(used)) < _FEWEST_LEVELS or used[0] != top:
        return (False,) * len(levels)
    alone = used.count(top) == 1
    over = [level for level, title in zip(levels, titles, strict=True) if level and title]
    titled = over != [] and set(over) == {top}
    if len(set(used)) > _FEWEST_LEVELS if alone else not titled:
        return (False,) * len(levels)
    return tuple(level > top for level in levels)
