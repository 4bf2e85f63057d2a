"""Bind pages into an edition: what `edition.toml` says of it, or else what its pages say.

    title = "清河日报"              every key may be left out
    date = 2022-09-27              a TOML date, without quotes
    number = "第9821期"             the issue number, as text or as a whole number
    publisher = "清河日报社"
    language = "zh-Hans"           a BCP 47 tag
    pages = ["page-01.md", "page-04.md"]     in this order; files in this file's own folder

Anything else in the file is refused with its line, so that a slip of the pen is never ignored.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from layout.errors import ConfigError, Origin
from layout.jumps import carried_on
from layout.model import Edition, Page
from stonehand.toml_file import meant, parse, read_text

FILE_NAME = "edition.toml"

_KEYS = ("title", "date", "number", "publisher", "language", "pages")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of an edition before its pages are read; empty where they must tell.

    `pages` are files in their order, `file` is where all this stands written.
    """

    title: str = ""
    day: date | None = None
    number: str = ""
    publisher: str = ""
    language: str = ""
    pages: tuple[Path, ...] = ()
    file: Path | None = None


UNKNOWN = Card()


def read_card(path: Path) -> Card:
    """The card in an `edition.toml`. Raises ConfigError with the line, AccessError if closed."""
    return _Source(path, read_text(path)).card()


@dataclass(frozen=True, slots=True)
class _Source:
    """The file while it is read: it knows on which line a key or a word stands."""

    path: Path
    text: str

    def card(self) -> Card:
        values = parse(self.path, self.text)
        for key in values:
            self._check_key(key)
        return Card(
            title=self._words(values, "title"),
            day=self._day(values),
            number=self._number(values),
            publisher=self._words(values, "publisher"),
            language=self._language(values),
            pages=self._pages(values),
            file=self.path,
        )

    def _check_key(self, key: str) -> None:
        if key not in _KEYS:
            raise self._fault(f"unknown key {key!r}", self._line(key), meant(key, _KEYS))

    def _words(self, values: Mapping[str, object], key: str) -> str:
        match values.get(key, ""):
            case str(words):
                return words.strip()
            case _:
                raise self._wrong(key, 'text in quotes: "…"')

    def _day(self, values: Mapping[str, object]) -> date | None:
        match values.get("date"):
            case datetime():
                raise self._wrong("date", "a day without a time: 2022-09-27")
            case None | date() as day:
                return day
            case _:
                raise self._wrong("date", "a day without quotes: 2022-09-27")

    def _number(self, values: Mapping[str, object]) -> str:
        match values.get("number", ""):
            case bool():
                raise self._wrong("number", "a whole number or text in quotes")
            case str() | int() as number:
                return str(number).strip()
            case _:
                raise self._wrong("number", "a whole number or text in quotes")

    def _language(self, values: Mapping[str, object]) -> str:
        tag = self._words(values, "language")
        if tag and not _LANGUAGE.fullmatch(tag):
            raise self._wrong("language", 'a BCP 47 tag such as "zh-Hans" or "en"')
        return tag

    def _pages(self, values: Mapping[str, object]) -> tuple[Path, ...]:
        match values.get("pages", []):
            case list(names):
                return tuple(self._page(name, names) for name in names)
            case _:
                raise self._wrong("pages", 'a list of file names: ["page-01.md", "page-02.md"]')

    def _page(self, name: object, names: Sequence[object]) -> Path:
        if not isinstance(name, str):
            raise self._wrong("pages", 'a list of file names in quotes: ["page-01.md"]')
        folder = self.path.parent
        page = folder / name
        if names.count(name) > 1:
            raise self._fault(f"{name} stands twice in pages", self._line(name), "name it once")
        if not page.resolve().is_relative_to(folder.resolve()):
            hint = "pages are files in the folder of this file; name others on the command line"
            raise self._fault(f"{name} leads out of the folder", self._line(name), hint)
        if not page.is_file():
            raise self._fault(f"there is no page {name}", self._line(name), "look at its spelling")
        return page

    def _wrong(self, key: str, wanted: str) -> ConfigError:
        return self._fault(
            f"{key} has a value of the wrong kind", self._line(key), f"write {wanted}"
        )

    def _fault(self, problem: str, line: int, hint: str) -> ConfigError:
        return ConfigError(problem, Origin(str(self.path), line), hint)

    def _line(self, word: str) -> int:
        """The first line on which the word stands by itself; the whole file if it was escaped."""
        found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", self._without_comments())
        return self.text.count("\n", 0, found.start()) + 1 if found else 0

    def _without_comments(self) -> str:
        return re.sub(r"(?m)^[ \t]*#.*", lambda comment: " " * len(comment[0]), self.text)


def bind(pages: Sequence[Page], card: Card = UNKNOWN) -> Edition:
    """An edition of the pages in the order given; what the card leaves open, they tell.

    Bound together, they also tell what none of them can alone: that a text goes on elsewhere.
    """
    pages = carried_on(pages)
    day = card.day or next((page.folio.day for page in pages if page.folio.day), None)
    language = card.language or Counter(page.language for page in pages).most_common(1)[0][0]
    title = card.title or _title(pages, day)
    return Edition(title, language, pages, day, card.number, card.publisher)


def _title(pages: Sequence[Page], day: date | None) -> str:
    """The paper's name and day; a single page adds its section; a file's name if all is unknown."""
    paper = next((page.folio.paper for page in pages if page.folio.paper), "")
    section = pages[0].folio.section if len(pages) == 1 else ""
    known = [words for words in (paper, section) if words]
    return " ".join([*(known or [pages[0].name]), *([day.isoformat()] if day else [])])


def by_number(pages: Iterable[Page]) -> list[Page]:
    """The pages in the order of their printed numbers, A2 before A10; unnumbered ones last."""
    return sorted(pages, key=lambda page: (not page.folio.number, _rank(page)))


def _rank(page: Page) -> tuple[tuple[str, int], ...]:
    parts = _DIGITS.split(page.folio.number or page.name)
    return tuple(
        (word, int(digits or 0))
        for word, digits in zip(parts[::2], [*parts[1::2], ""], strict=True)
    )
