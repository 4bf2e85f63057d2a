"""What the blocks on either side tell of one: what it heads, and whether its type is larger."""

import re
from collections.abc import Iterator, Sequence, Set

from layout.rebuild.signs import shows
from layout.rebuild.survey.place import PROSE_EMS, Place
from layout.rebuild.survey.verse import beside_verses
from layout.script import LETTER

_LABEL = re.compile(rf"{LETTER}{{2,5}}$")
_SENTENCES = re.compile(r"[。！？；]")
_AHEAD = ("byline", "dateline")
_LISTED = frozenset(
    {"bullet_block", "number_item_block", "year_block", "stat", "verse", "field"}
    | {"programme", "items"}
)
_NO_LEVEL = 7
_WIDER = 1.4
_TWINS = range(3, 10)
_SHORTEST, _LONGEST = 7.0, 24.0  # ems: a headline under a label of a few characters
_STOPS = ("。", ".")
_NO_HEADLINE = frozenset(
    {"table", "verse", "stat", "dash_item_block", "bullet_block", "number_item_block", "prose"}
    | {"byline_block", "names_only_block", "organisation_block", "date_block", "credit_block"}
    | {
        "items",
        "field",
        "year_block",
        "event_block",
        "dateline_block",
        "question_block",
        "answer_block",
    }
)
_LARGE, _NEARLY = 2, 2
_HEADLINE, _UNLIKE, _HALVES = 3, 5, range(5, 11)
_NOTHING = frozenset[str]()


def neighbour_signs(places: Sequence[Place], own: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """For every block, what its neighbours tell of it; `own` are the signs of each."""
    for i in range(len(places)):
        yield from ((i, sign) for sign in _beside(places, own, i))


def _beside(places: Sequence[Place], own: Sequence[Set[str]], index: int) -> Iterator[str]:
    place, signs = places[index], own[index]
    over, under = places[max(0, index - 1) : index], places[index + 1 : index + 2]
    before = own[index - 1] if index else _NOTHING
    following, next_but_one = (*own[index + 1 : index + 3], _NOTHING, _NOTHING)[:2]
    if "number_item_block" in signs and "number_item_block" in following | before:
        yield "numbered_run"
    if any(_is_longer(place, other) for other in over):
        yield "longer"
    yield from _by_matter(place, signs, over, following)
    if _LABEL.match(place.words) and _may_be_headed(under, following):
        yield "over_longer"
    if following & _LISTED and "byline_block" not in following:
        yield "before_list"
    yield from beside_verses(before, signs, following, next_but_one)
    if "credit_block" in following:
        yield "credit_near"
    elif "credit_block" in next_but_one:
        yield "credit_soon"
    yield from (f"before_{sign}" for sign in _AHEAD if f"{sign}_block" in following)
    if any(_is_wider_over(place, other) for other in under):
        yield "wider_over"
    if "byline_block" not in signs | following:
        yield from _by_type(place, under, "behind")
    if "byline_block" not in signs | before:
        yield from _by_type(place, over, "before")


def _by_matter(
    place: Place, signs: Set[str], over: Sequence[Place], following: Set[str]
) -> Iterator[str]:
    """What a table below or a picture above tells of a few words: titles have no sentences."""
    sentences = len(_SENTENCES.findall(place.words))
    if "table" in following - signs and not sentences:
        yield "before_table"
    if any(other.picture for other in over) and sentences <= 1 and place.ems <= PROSE_EMS:
        yield "under_picture"
        if "event_block" in signs:
            yield "day_under_picture"


def _is_longer(place: Place, before: Place) -> bool:
    short = max(place.ems, before.ems) < PROSE_EMS / 2
    return short and place.ems > before.ems + 2


def _is_wider_over(place: Place, under: Place) -> bool:
    """Whether a line of display is in smaller type than a headline below, and yet wider."""
    smaller = 0 < under.level < place.level
    return smaller and place.display and under.display and place.ems >= _WIDER * under.ems


def _may_be_headed(following: Sequence[Place], signs: Set[str]) -> bool:
    """Whether the next block is one line, without a stop, as long as a headline under a label."""
    alone = any(
        (place.level or len(place.pieces) == 1)
        and _SHORTEST <= place.ems <= _LONGEST
        and not place.words.endswith(_STOPS)
        for place in following
    )
    return alone and signs.isdisjoint(_NO_HEADLINE)


def _by_type(place: Place, neighbour: Sequence[Place], side: str) -> Iterator[str]:
    """How a line of display stands to its neighbour: its type is larger, or they are twins.

    The level that an OCR engine gives a heading is noise, but of two neighbours the one of the
    higher level mostly is the larger. A headline of two halves of one length is often cut in two.
    """
    for other in neighbour:
        if other.level and other.level < (place.level or _NO_LEVEL):
            yield f"larger_{side}"
        over, under = (place, other) if side == "behind" else (other, place)
        if _are_twins(over, under):
            yield f"twin_{side}"
        elif _may_be_halves(over, under):
            yield f"half_{side}"


def _are_twins(over: Place, under: Place) -> bool:
    """Whether two headings are as long as each other, and in type of one size."""
    sizes = len(over.words), len(under.words)
    alone = _is_one_line(over) and len(under.pieces) == 1
    large = over.level == under.level <= _LARGE
    alike = abs(sizes[0] - sizes[1]) <= (_NEARLY if large else 0)
    named = shows("label_word", over.words) or shows("label_word", under.words)
    return (
        alone and min(over.level, under.level) > 0 and alike and max(sizes) in _TWINS and not named
    )


def _may_be_halves(over: Place, under: Place) -> bool:
    """Whether two headings of large type are nearly as long as the halves of a headline are."""
    sizes = len(over.words), len(under.words)
    alone = _is_one_line(over) and len(under.pieces) == 1
    large = min(over.level, under.level) > 0 and max(over.level, under.level) <= _HEADLINE
    large = large and abs(over.level - under.level) <= 1
    alike = min(sizes) in _HALVES and max(sizes) in _HALVES and abs(sizes[0] - sizes[1]) <= _UNLIKE
    return alone and large and alike


def _is_one_line(place: Place) -> bool:
    """Whether a heading is one line: it has no blank, or one between parts of one line."""
    pieces = place.pieces
    return len(pieces) == 1 or (len(pieces) == 2 and place.in_two_parts and not pieces[0].newline)
