"""Who made a page, as its Latin lines name them: `Page editor: Ada Quill`, `Ada Quill, Publisher`.

A duty stands before its names or, behind a comma, after one; it may have a kind before it (Copy
editor). The words of duties are those of `folio.toml` under [latin].
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from layout.model import Editor
from layout.rebuild.signs.folio_words import folio_words

_NAME = r"(?!(?i:by) )[A-ZÀ-Þ][\w.’'-]*(?: (?:(?!and )[a-z]{2,3} )?[A-ZÀ-Þ][\w.’'-]*)+"


@cache
def _duty() -> str:
    kinds, duties = ("|".join(folio_words()["latin"][name]) for name in ("kinds", "duties"))
    return rf"(?i:\b(?:(?:{kinds}) )?(?:{duties})\b)"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A name with its duty behind it, a line of such names only, and a duty before its names."""
    behind = rf"({_NAME}), ({_duty()})"
    line = rf"{behind}(?:[ ,;|·•]*{behind})*\W*$"
    return re.compile(behind), re.compile(line), re.compile(_duty())


def names_editors(words: str) -> bool:
    """Whether a line names people with their duties behind their names, and nothing else."""
    return bool(_patterns()[1].match(words))


def latin_editors(words: str) -> Iterator[Editor]:
    """Everyone that the lines name, with the duty; a telephone number behind is passed over."""
    named, line, duty = _patterns()
    for told in words.split("\n"):
        if line.match(told):
            yield from (Editor(found[2], found[1]) for found in named.finditer(told))
            continue
        marks = list(duty.finditer(told))
        ends = [*(mark.start() for mark in marks), len(told)]
        for mark, (_, end) in zip(marks, pairwise(ends), strict=True):
            for name in re.findall(_NAME, told[mark.end() : end]):
                yield Editor(mark[0], name)
