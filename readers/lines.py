"""The lines of a source with their offsets; CR, LF and CRLF all end one."""

import re
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|$)")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the source: offset of its first character, and of the one behind its last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line: its words from start to end, and `behind`, where the next line starts."""

    start: int
    end: int
    behind: int


def source_lines(source: str) -> tuple[SourceLine, ...]:
    """Every line of the source; an unfinished last one counts, an empty one behind it does not."""
    found = [SourceLine(m.start(), m.end(1), m.end()) for m in _LINE.finditer(source)]
    return tuple(line for line in found if line.behind > line.start)


def trimmed(source: str, start: int, end: int) -> Span:
    """The span without blanks at its ends; an ideographic space stays: it tells of an indent."""
    while start < end and source[start] in " \t\xa0":
        start += 1
    while start < end and source[end - 1] in " \t\xa0":
        end -= 1
    return Span(start, end)
