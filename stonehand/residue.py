"""Where on a sheet the old print shows through: where its columns were joined, how wide they were.

A forme knows its elements, not the texts that they were set from. So a place of a text is found by
the characters around it, blanks left out, in the runs of the sheet; where they do not stand
together there (on another sheet, or parted by a sign for lost print) nothing is shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from layout.model import Edition, Measure, Punctuation, Role
from layout.sheet import Run, Sheet
from layout.text import LineEnd, Text
from layout.walk import read_texts

_CONTEXT = 6  # characters on either side of a place
_BODY = (Role.BODY, Role.ANSWER, Role.EVENT, Role.ITEM)


@dataclass(frozen=True)
class Type:
    """The characters of a sheet's runs that are read, element by element, without blanks."""

    runs: tuple[Run, ...]

    @staticmethod
    def of(sheet: Sheet) -> "Type":
        """The type of a sheet; of runs of one element, the order is that of drawing."""
        read = (item for item in sheet.drawn if isinstance(item, Run) and item.element is not None)
        return Type(tuple(sorted(read, key=lambda run: run.element or 0)))

    @cached_property
    def _places(self) -> tuple[tuple[int, int], ...]:
        return tuple(
            (number, index)
            for number, run in enumerate(self.runs)
            for index, character in enumerate(run.text)
            if not character.isspace()
        )

    @cached_property
    def _characters(self) -> str:
        return "".join(self.runs[number].text[index] for number, index in self._places)

    def found(self, before: str, behind: str) -> tuple[Run, int] | None:
        """The run, and the character in it, that `behind` begins with where it follows `before`."""
        words = before[-_CONTEXT:] + behind[:_CONTEXT]
        at = self._characters.find(words) if behind else -1
        if at < 0:
            return None
        number, index = self._places[at + len(before[-_CONTEXT:])]
        return self.runs[number], index


def joins(edition: Edition, type_: Type) -> Iterator[tuple[Run, int]]:
    """Where columns of the old print were joined: the run, and the first character behind."""
    for text in (text for page in edition.pages for text in read_texts(page)):
        for before, behind in _joined(text):
            if place := type_.found(before, behind):
                yield place


def measures(edition: Edition, type_: Type) -> Iterator[tuple[Run, str]]:
    """The first lines of articles' texts, and the measure that was made out, told in words."""
    for article in (article for page in edition.pages for article in page.articles):
        first = next(article.paragraphs(*_BODY), None)
        place = type_.found("", _solid(first.plain)) if first else None
        if place and article.measure:
            yield place[0], _told(article.measure)


def _told(measure: Measure) -> str:
    """A measure and its certainty, as `16.5 em 98%`."""
    unit = "ch" if measure.punctuation is Punctuation.LATIN else "em"
    return f"{measure.width:g} {unit} {measure.certainty:.0%}"


def _joined(text: Text) -> Iterator[tuple[str, str]]:
    """For each column that ends inside a text, the words on either side."""
    at = 0
    for fragment in text.fragments:
        at += len(fragment.text)
        if isinstance(fragment.mark, LineEnd) and fragment.mark.column:
            yield _solid(text.plain[:at]), _solid(text.plain[at:])


def _solid(words: str) -> str:
    return "".join(words.split())
