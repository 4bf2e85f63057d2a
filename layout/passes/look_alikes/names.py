"""Where a Chinese text names a person: behind a title, or before a verb of speaking."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def name_places(text: str) -> frozenset[int]:
    """The places of characters that are probably part of a person's name."""
    found = (
        span for pattern in _patterns() for m in pattern.finditer(text) for span in [m.span(1)]
    )
    return frozenset(place for start, end in found for place in range(start, end))


@cache
def family_names() -> str:
    """The characters that are family names."""
    return "".join(_names()["families"].split())


@cache
def callings() -> frozenset[str]:
    """What somebody is called by behind a family name."""
    return frozenset(_names()["called"].split())


@cache
def _names() -> Mapping[str, str]:
    return tomllib.loads(Path(__file__).parent.joinpath("data/names.toml").read_text("utf-8"))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    names, families = _names(), family_names()
    speaking = "|".join(names["speaking"].split())
    return (
        re.compile(f"(?<=[{names['callings']}])[ :：]?([{families}]\\w{{1,2}})"),
        re.compile(f"([{families}]\\w{{1,2}}?)(?={speaking})"),
    )
