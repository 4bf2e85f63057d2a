"""The signs by which roles are known: what a line looks like, where it stands, how long it is."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

_PART = re.compile(r"<(\w+)>")


@cache
def _signs() -> tuple[Mapping[str, re.Pattern[str]], Mapping[str, re.Pattern[str]]]:
    """The patterns that are sought in a line, and those that the rest of a block begins with."""
    data = tomllib.loads(Path(__file__).with_name("signs.toml").read_text("utf-8"))
    parts: Mapping[str, str] = data["parts"]
    line, rest = (
        {name: re.compile(_alternatives(patterns, parts)) for name, patterns in group.items()}
        for group in (data["line"], data["rest"])
    )
    return line, rest


def _alternatives(patterns: list[str], parts: Mapping[str, str]) -> str:
    pattern = "|".join(f"(?:{p})" for p in patterns)
    while _PART.search(pattern):
        pattern = _PART.sub(lambda m: f"(?:{parts[m[1]]})", pattern)
    return pattern


def shows(sign: str, words: str) -> bool:
    """Whether words, taken as the rest of a block, show one sign."""
    line, rest = _signs()
    looks = rest.get(sign)
    return bool(looks.match(words) if looks else line[sign].search(words))


@lru_cache(maxsize=8192)  # a block of one line is asked about as a block and as a line
def signs_of(line: str, rest: str) -> tuple[str, ...]:
    """The names of the signs that a line shows; `rest` runs from its start to its block's end."""
    in_line, in_rest = _signs()
    return (
        *[name for name, pattern in in_line.items() if pattern.search(line)],
        *[name for name, pattern in in_rest.items() if pattern.match(rest)],
    )
