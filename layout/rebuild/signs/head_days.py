"""Days in the lines of a page's head: a date is one only if the calendar has it."""

import re
from collections.abc import Callable, Iterable
from datetime import date


def first_day(
    words: str,
    patterns: Iterable[re.Pattern[str]],
    read: Callable[[dict[str, str]], date | None],
    cut: str,
) -> tuple[date | None, str]:
    """The first day that one of the patterns finds, and the words with `cut` in its place.

    `read` makes a day of the groups that a pattern has found.
    """
    for pattern in patterns:
        for found in pattern.finditer(words):
            day = read(found.groupdict())
            if day:
                return day, words[: found.start()] + cut + words[found.end() :]
    return None, words


def in_calendar(year: int, month: int, day: int) -> date | None:
    """The day, or None for one like 31 February: the OCR misread it, so it is no date."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
