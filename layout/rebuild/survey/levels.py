"""What levels of headings tell: much where somebody typed them, a little where an engine did."""

from collections.abc import Iterator, Sequence

from layout.rebuild.survey.place import Place

_LARGE, _SMALL = 2, 4


def typed_levels(places: Sequence[Place]) -> Iterator[frozenset[str]]:
    """For every block of a typed page, whether it is a heading of the highest level or under it.

    Where no line of print is left they were set with care.
    """
    levels = {place.level for place in places if place.level}
    top = min(levels) if len(levels) > 1 else 0
    for place in places:
        level = "top_level" if place.level == top else "under_level"
        yield frozenset({level} if top and place.level else ())


def read_levels(places: Sequence[Place]) -> Iterator[frozenset[str]]:
    """For every block of a printed page, whether an engine took it for large type or for small.

    Its levels are noise, but a headline is seldom the fourth, and a subhead hardly ever the second.
    """
    for place in places:
        large, small = 0 < place.level <= _LARGE, place.level >= _SMALL
        yield frozenset({"large"} if large else {"small_type"} if small else ())
