"""The signs by which roles are known, as far as words alone show them: patterns of `signs.toml`."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from layout.remembered import for_a_page

_PART = re.compile(r"<(?<!\?P<)(\w+)>")  # not the name of a group, as in (?P<day>…)
_END = 4
_Looks = Mapping[str, Callable[[str], re.Match[str] | None]]


@cache
def _signs() -> tuple[_Looks, _Looks]:
    """What seeks each sign in a line, and what finds those that the rest of a block begins with."""
    data = _data()
    return (
        {name: _sought(patterns) for name, patterns in data["line"].items()},
        {name: compiled(patterns).match for name, patterns in data["rest"].items()},
    )


def _sought(patterns: Sequence[str]) -> Callable[[str], re.Match[str] | None]:
    """What seeks a sign; alternatives of a line's start not at every place of it, in vain."""
    at_start = [pattern for pattern in patterns if pattern.startswith("^")]
    anywhere = [pattern for pattern in patterns if not pattern.startswith("^")]
    if not anywhere:
        return compiled(at_start).match
    search = compiled(anywhere).search
    if not at_start:
        return search
    match = compiled(at_start).match
    return lambda line: match(line) or search(line)


@cache
def _data() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name("signs.toml").read_text("utf-8"))


def compiled(patterns: Sequence[str], own: Mapping[str, str] | None = None) -> re.Pattern[str]:
    """Alternatives as one pattern, with the parts of the file, and one's `own`, put in."""
    parts = {**_data()["parts"], **(own or {})}
    pattern = "|".join(f"(?:{p})" for p in patterns)
    while _PART.search(pattern):
        pattern = _PART.sub(lambda m: f"(?:{parts[m[1]]})", pattern)
    return re.compile(pattern)


def start_of(sign: str, words: str) -> str:
    """What shows a sign at the start of words; nothing where it is not there."""
    line, _ = _signs()
    found = line[sign](words)
    return found[0] if found else ""


def shows(sign: str, words: str) -> bool:
    """Whether words, taken as the rest of a block, show one sign."""
    line, rest = _signs()
    in_rest = rest.get(sign)
    if in_rest is None:
        return bool(line[sign](words))
    return bool(in_rest(words)) or (sign in line and bool(line[sign](words)))


def is_closed(words: str) -> bool:
    """Whether words end with a closing mark, as their last few characters tell."""
    line, _ = _signs()
    return bool(line["closed"](words[-_END:]))


def signs_of(line: str, rest: str) -> tuple[str, ...]:
    """The names of the signs that a line shows; `rest` runs from its start to its block's end."""
    return _line_signs(line) + _rest_signs(rest)


def signs_among(signs: Iterable[str], words: str) -> frozenset[str]:
    """Which of these signs words show, taken as a line and as the rest of a block."""
    line, _ = _signs()
    shown = _rest_signs(words)
    return frozenset(s for s in signs if s in shown or (s in line and line[s](words)))


@for_a_page  # a page repeats some, and reads others again in another place
def _line_signs(line: str) -> tuple[str, ...]:
    return tuple([name for name, looks in _signs()[0].items() if looks(line)])


@for_a_page  # a block is asked for them, and then its first line
def _rest_signs(rest: str) -> tuple[str, ...]:
    return tuple([name for name, looks in _signs()[1].items() if looks(rest)])
