"""Rows of a table whose cells one blank parts: `Canal Street 3279 8119` is a label and two figures.

Where an engine saw no table, each row is a line of its own. A row shows by the figures at its end,
a table by rows with as many of them, its head by as many words over the first row. Prices have one
figure, or some in words (`Wheat, red 70s. to 75s.`): they are rows where all lines of a block end
so. An engine that joins lines joins rows as well: what is nothing but such rows, one behind the
other, is cut again.
"""

import re
from collections.abc import Iterator

_LABEL, _FIGURES = r"[^\W\d_][^\d|]*?", r"(?: (?:[-+−–]?[$£€]?\.?[0-9][0-9.,]*%?|[–—])){2,}"
# Rs. 4,615 and 74s. to 79s. and 3-2 and 1/2 7/8 and Nov. 19, then whatever is not told in figures.
_TOLD = (
    r"(?:(?:[A-Z][a-z]{1,3}\. )?[^\s\w]?[$£€.]?[0-9][^\s;]{0,9}(?: (?:[ap]\.m\.|ft|in|mm))?|[–—])"
)
_LISTED = re.compile(rf"((?=[\W\d]*[A-Za-zÀ-ɏ])\w.*?)((?: (?:to )?{_TOLD})+)$")
_LONGEST_LISTED = 60
_TEAM = r"[A-Z][\w.’'& -]{1,30}?"
_PLAYED = re.compile(
    rf"{_TEAM} [0-9]{{1,3}},(?: {_TEAM}(?: [0-9]{{1,3}})?(?: \([^()]{{1,12}}\))?)?$"
)
_ROW = re.compile(rf"({_LABEL})({_FIGURES})$")
_JOINED = re.compile(rf"({_LABEL})({_FIGURES})(?: (?=[^\W\d_])|$)")
_FEWEST_JOINED = 3
_HEAD = re.compile(r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|[12][0-9]{3}|[%$#]))+$")


def latin_row(words: str) -> tuple[str, ...]:
    """The cells of a line that ends in two figures or more; none of any other line."""
    found = _ROW.match(words)
    return (found[1].strip(), *found[2].split()) if found else ()


def listed_row(words: str) -> tuple[str, ...]:
    """The label of a line and all figures behind it; none of a line that does not end in one."""
    found = _LISTED.match(words) if len(words) <= _LONGEST_LISTED else None
    if not found or found[1].endswith(":") or _PLAYED.match(words):
        return ()  # When: 7:30 is an item of a list, and so is Camden 34, Ellery 6
    return found[1], found[2].strip()


def is_result(words: str) -> bool:
    """Whether a line tells who played whom, and how it ended; the end of it may be lost."""
    return bool(_PLAYED.match(words))


def is_head_of(words: str, cells: int) -> bool:
    """Whether a line can be the head over rows of so many cells."""
    return len(words.split()) == cells and bool(_HEAD.match(words))


def joined_rows(words: str) -> tuple[tuple[int, int], ...]:
    """Where the rows of a table stand that were joined to these words; none in any other words."""
    if not _JOINED.match(words):  # seeking the first row further on would take long, and in vain
        return ()
    found = list(_JOINED.finditer(words))
    cells = {len(row[2].split()) + 1 for row in found}
    whole = sum(len(row[0]) for row in found) == len(words)
    if not whole or len(found) < _FEWEST_JOINED or len(cells) > 1:
        return ()
    return tuple(_parted(found, cells.pop()))


def _parted(rows: list[re.Match[str]], cells: int) -> Iterator[tuple[int, int]]:
    """The places of rows, the head that was joined to the first of them apart from it."""
    head = re.match(rf"\S+(?: \S+){{{cells - 1}}}(?= )", rows[0][1])
    longest = max(len(row[1].split()) for row in rows[1:])
    if head and is_head_of(head[0], cells) and len(rows[0][1].split()) > max(cells, longest):
        yield head.span()
        yield head.end() + 1, rows[0].end(2)
    else:
        yield rows[0].start(), rows[0].end(2)
    yield from ((row.start(), row.end(2)) for row in rows[1:])
