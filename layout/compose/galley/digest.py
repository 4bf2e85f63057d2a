"""Briefs that follow one another, set as one run of columns: each under its small headline.

A page of dozens of briefs is made up of a few such digests, as papers do it, not of dozens of
modules of two lines each. Briefs under one label are a digest too: the first of them is no more
than the others, so only the label stands over all columns.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from layout.compose.galley.structure import Copy, Part, Story
from layout.model import Role
from layout.script import is_east_asian

_LONGEST = 160  # characters of a brief's text
_FEWEST = 5  # briefs in a row
_MOST = 12  # in one digest
_LATIN = 3  # characters of a Latin text that say what one of a Chinese text does
_NEVER = frozenset({Role.VERSE, Role.YEAR, Role.EVENT})


def digested(stories: Sequence[Story]) -> Iterator[tuple[Story, ...]]:
    """The stories in groups: briefs in a row together, all others alone."""
    for brief, run in groupby(stories, key=_is_brief):
        row = tuple(run)
        if brief and len(row) >= _FEWEST:
            yield from _parted(row)
        else:
            yield from ((story,) for story in row)


def _parted(row: tuple[Story, ...]) -> Iterator[tuple[Story, ...]]:
    """A long row in parts of about the same number."""
    count = -(-len(row) // _MOST)
    ends = [len(row) * number // count for number in range(count + 1)]
    yield from (row[start:end] for start, end in pairwise(ends))


def _is_brief(story: Story) -> bool:
    copies = [part for part in story.parts if isinstance(part, Copy)]
    if len(copies) < len(story.parts) or any(copy.role in _NEVER for copy in copies):
        return False
    return sum(len(copy.words.text) for copy in copies) <= _LONGEST


def is_labelled(parts: Sequence[Part], language: str) -> bool:
    """Whether these are briefs under a label: at least two headlines, little text below each."""
    copies = [part for part in parts if isinstance(part, Copy)]
    if len(copies) < len(parts) or not copies or copies[0].role is not Role.COLUMN_LABEL:
        return False
    lengths: list[int] = []
    for copy in copies[1:]:
        if copy.role is Role.HEADLINE:
            lengths.append(0)
        elif not lengths or copy.role is not Role.BODY:
            return False
        else:
            lengths[-1] += len(copy.words.text)
    most = _LONGEST * (1 if is_east_asian(language) else _LATIN)
    return len(lengths) > 1 and all(0 < length <= most for length in lengths)
