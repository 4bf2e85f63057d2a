"""The words that a book says in its own voice, in the language of its pages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).with_name("wording")
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})


@dataclass(frozen=True, slots=True)
class Labels:
    """Words and patterns of one language, from its file in `wording/`."""

    contents: str
    landmarks: str
    pages: str
    cover: str
    title_page: str
    text: str
    colophon: str
    notes: str
    untitled: str
    picture: str
    page: str
    column_break: str
    day: str
    months: tuple[str, ...]
    issue: str
    source: str
    source_undated: str
    one_page: str
    some_pages: str
    between: str
    quote: str
    colon: str
    because: str
    comma: str
    stroke: str
    summary: Mapping[str, str]
    colophon_words: Mapping[str, str]
    note: Mapping[str, str]
    rules: Mapping[str, str]

    def day_of(self, day: date) -> str:
        """A date as this language writes it out."""
        return self.day.format(year=day.year, month=self.months[day.month - 1], day=day.day)

    def quoted(self, words: str) -> str:
        """Words in quotation marks."""
        return self.quote.format(words=words)


def labels_for(language: str) -> Labels:
    """The labels of a BCP 47 tag; English where we have none."""
    primary, *rest = language.lower().split("-")
    if primary == "zh":
        return _labels("zh-Hant" if _TRADITIONAL & set(rest) else "zh-Hans")
    return _labels("en")


@cache
def _labels(language: str) -> Labels:
    return Labels(**tomllib.loads((_WORDS / f"{language}.toml").read_text("utf-8")))
