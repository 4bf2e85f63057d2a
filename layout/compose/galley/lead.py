"""Which story leads a page, and so has the largest headline.

Papers open a page with its lead, but a poem, a list or a picture may stand over it, and so may a
piece of news that is much shorter. What leads has a headline, is long, and is given more than one:
a label, a kicker, a deck, a byline.
"""

from collections.abc import Sequence

from layout.compose.galley.structure import Copy, Story
from layout.model import HEAD_ROLES, Kind, Role

_MINOR = frozenset(
    {Kind.POEM, Kind.NOTICE, Kind.PHOTO, Kind.LISTING, Kind.TABLE, Kind.TIMELINE, Kind.BRIEF}
)
_TRIMMINGS = HEAD_ROLES - {Role.HEADLINE}
_TRIMMED = 0.3  # times its length: what each of them adds
_FIRST = 2.0  # times its length: what standing before the others is worth


def leading(stories: Sequence[Story]) -> Story:
    """The story that leads."""
    headed = [story for story in stories if Role.HEADLINE in _roles(story)]
    likely = [story for story in headed if story.article.kind not in _MINOR] or headed or stories
    return max(likely, key=lambda story: _prominence(story) * (_FIRST if story is likely[0] else 1))


def _prominence(story: Story) -> float:
    length = sum(len(part.words.text) for part in story.parts if isinstance(part, Copy))
    return length * (1 + _TRIMMED * len(_TRIMMINGS & _roles(story)))


def _roles(story: Story) -> frozenset[Role]:
    return frozenset(part.role for part in story.parts if isinstance(part, Copy))
