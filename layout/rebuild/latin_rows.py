"""Rows of a table whose cells one blank parts: `Canal Street 3279 8119` is a label and two figures.

Where an engine saw no table, each row is a line of its own. A row shows by the figures at its end,
a table by rows with as many of them, its head by as many words over the first row.
"""

import re

_ROW = re.compile(r"([^\W\d_][^\d|]*?)((?: [-+−–]?[$£€]?[0-9][0-9.,]*%?){2,})$")
_HEAD = re.compile(r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|[12][0-9]{3}|[%$#]))+$")


def latin_row(words: str) -> tuple[str, ...]:
    """The cells of a line that ends in two figures or more; none of any other line."""
    found = _ROW.match(words)
    return (found[1].strip(), *found[2].split()) if found else ()


def is_head_of(words: str, cells: int) -> bool:
    """Whether a line can be the head over rows of so many cells."""
    return len(words.split()) == cells and bool(_HEAD.match(words))
