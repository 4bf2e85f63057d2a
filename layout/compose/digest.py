"""Briefs that follow one another, set as one run of columns: each under its small headline.

A page of dozens of briefs is made up of a few such digests, as papers do it, not of dozens of
modules of two lines each.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from layout.compose.structure import Copy, Story
from layout.model import Role

_LONGEST = 160  # characters of a brief's text
_FEWEST = 5  # briefs in a row
_MOST = 12  # in one digest
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
