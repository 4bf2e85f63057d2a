"""Rows of a table whose cells one blank parts: `Canal Street 3279 8119` is a label and two figures.

Where an engine saw no table, each row is a line of its own. A row shows by the figures at its end,
a table by rows with as many of them, its head by as many words over the first row. An engine that
joins lines joins rows as well: what is nothing but such rows, one behind the other, is cut again.
"""

import re
from collections.abc import Iterator

_LABEL, _FIGURES = r"[^\W\d_][^\d|]*?", r"(?: [-+−–]?[$£€]?[0-9][0-9.,]*%?){2,}"
_ROW = re.compile(rf"({_LABEL})({_FIGURES})$")
_JOINED = re.compile(rf"({_LABEL})({_FIGURES})(?: (?=[^\W\d_])|$)")
_FEWEST_JOINED = 3
_HEAD = re.compile(r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|[12][0-9]{3}|[%$#]))+$")


def latin_row(words: str) -> tuple[str, ...]:
    """The cells of a line that ends in two figures or more; none of any other line."""
    found = _ROW.match(words)
    return (found[1].strip(), *found[2].split()) if found else ()


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
