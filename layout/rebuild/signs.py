"""The signs by which roles are known: what a line looks like, where it stands, how long it is."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

_PART = re.compile(r"<(\w+)>")


@cache
def _signs() -> tuple[tuple[tuple[str, re.Pattern[str]], ...], ...]:
    data = tomllib.loads(Path(__file__).with_name("signs.toml").read_text("utf-8"))
    parts: Mapping[str, str] = data["parts"]
    return tuple(
        tuple(
            (name, re.compile(_alternatives(patterns, parts))) for name, patterns in group.items()
        )
        for group in (data["line"], data["rest"])
    )


def _alternatives(patterns: list[str], parts: Mapping[str, str]) -> str:
    pattern = "|".join(f"(?:{p})" for p in patterns)
    while _PART.search(pattern):
        pattern = _PART.sub(lambda m: f"(?:{parts[m[1]]})", pattern)
    return pattern


def shows(sign: str, words: str) -> bool:
    """Whether words, taken as the rest of a block, show one sign."""
    line, rest = _signs()
    looks = dict(rest).get(sign)
    return bool(looks.match(words) if looks else dict(line)[sign].search(words))


def signs_of(line: str, rest: str) -> Iterator[str]:
    """The names of the signs that a line shows; `rest` runs from its start to its block's end."""
    in_line, in_rest = _signs()
    for name, pattern in in_line:
        if pattern.search(line):
            yield name
    for name, pattern in in_rest:
        if pattern.match(rest):
            yield name
