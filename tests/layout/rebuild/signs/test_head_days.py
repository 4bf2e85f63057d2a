import re
from datetime import date

from layout.rebuild.signs.head_days import first_day, in_calendar

_DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d+)-(?P<d>\d+)")


def _read(parts: dict[str, str]) -> date | None:
    return in_calendar(int(parts["y"]), int(parts["m"]), int(parts["d"]))


def test_a_date_that_the_calendar_has_not_is_passed_over() -> None:
    found = first_day("A3 2024-2-31 2024-3-1 Local", [_DAY], _read, "|")
    assert found == (date(2024, 3, 1), "A3 2024-2-31 | Local")


def test_words_without_a_date_stay() -> None:
    assert first_day("A3 Local", [_DAY], _read, "|") == (None, "A3 Local")
