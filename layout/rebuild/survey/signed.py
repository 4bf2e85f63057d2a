"""Notices and letters, told by what stands below them: who gives or signs them, and the day."""

from collections.abc import Iterator, Sequence, Set

from layout.rebuild.signs import shows
from layout.rebuild.survey.place import Place

_NOTICE = 8  # blocks
_RUNNING = frozenset({"prose", "set"})
_GIVERS = frozenset({"organisation_block", "date_block"})


def under_notices(own: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """The blocks under the heading of a notice: it ends with who gives it, and the day.

    Text that goes on below that is another notice under the same heading, as those of courts are.
    """
    left, signed = 0, False
    for i, signs in enumerate(own):
        signs_it = not signs.isdisjoint(_GIVERS)
        if "heading" in signs or (signed and not signs_it):
            another = signed and "heading" not in signs and not signs.isdisjoint(_RUNNING)
            left = _NOTICE if another else 0
        if left:
            yield i, "under_notice"
        left, signed = max(0, left - 1), bool(left) and signs_it
        if "notice_block" in signs and "prose" not in signs:
            left = _NOTICE


def over_letters(places: Sequence[Place], own: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """What stands over text that somebody from somewhere signs, as letters are: its headline."""
    for i, signs in enumerate(own):
        if "from_somewhere_block" in signs or _is_signature(places[i]):
            over = i - 1
            while over > 0 and _is_running(places[over]):
                over -= 1
            if 0 <= over < i - 1:
                yield over, "over_signed"


def _is_signature(place: Place) -> bool:
    """Whether a block is a name in brackets, with or without what it did: （皖南 茶缘）.

    Where an author works is told below an essay, which may have subheads.
    """
    bracketed = place.words[:1] in ("（", "(") and "作者" not in place.words
    return bracketed and shows("signoff", place.words)


def _is_running(place: Place) -> bool:
    return not place.level and (place.prose or place.set or place.closed)


def dated_again(own: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """Dates behind the text of a page whose head has told its own."""
    dates = [i for i, signs in enumerate(own) if "date_block" in signs]
    if dates and "top" in own[dates[0]]:
        yield from ((i, "dated_again") for i in dates if "top" not in own[i])
