"""The signs of a block by itself: how long it is, what its words tell, how its lines lie."""

import re
from collections.abc import Iterator

from layout.rebuild.signs import shows, signs_among
from layout.rebuild.survey.place import FAR, PARTED, PROSE_EMS, Place
from layout.rebuild.survey.verse import verse_looks
from layout.script import LETTER

_PAPER = re.compile(rf"^{LETTER}{{2,5}}(?:[日晚时時早晨周商新都市]?[报報]|周刊|周末)$")
_STATISTIC = re.compile(rf"^(?:{LETTER}|[（）()]){{2,14}}[：: ]\s?[0-9]")
_TELLING = (
    "credit",
    "byline",
    "dateline",
    "bullet",
    "number_item",
    "year",
    "question",
    "answer",
    "names_only",
    "date",
    "notice",
    "dash_item",
    "event",
    "organisation",
    "from_somewhere",
)
_TOLD = (*_TELLING, "contact", "inner_stop")
_SET = ("", "set_one", "set_two", "set")
_CREDIT = 5  # pieces


def block_looks(place: Place) -> Iterator[str]:
    """What a block shows wherever on a page it stands."""
    if place.table:
        yield "whole_table"
    if place.level:
        yield "heading"
    if place.prose:
        yield "prose"
    if any(c.isdigit() for c in place.words):
        yield "figures"
    yield from _told(place)
    yield from _shape(place)


def _told(place: Place) -> Iterator[str]:
    shown = signs_among(_TOLD, place.words[:FAR])
    yield from (f"{sign}_block" for sign in _TELLING if sign in shown)
    if "contact" in shown and "inner_stop" not in shown:
        yield "contact_block"
    if "credit" not in shown and _ends_in_credit(place):
        yield from ("credit_near", "own_credit")
    if _PAPER.match(place.words):
        yield "masthead"
    if _STATISTIC.match(place.words) and place.ems < PROSE_EMS:
        yield "stat"


def _ends_in_credit(place: Place) -> bool:
    most = min(len(place.pieces), _CREDIT)
    ends = (" ".join(p.words for p in place.pieces[-n:]) for n in range(1, most + 1))
    behind_stop = place.words.rpartition("。")[2]
    return any(shows("credit", end) for end in (behind_stop, *ends))


def _shape(place: Place) -> Iterator[str]:
    pieces = place.pieces
    if place.set and (len(pieces) > 2 or not place.level):
        yield _SET[min(len(pieces), 3)]
    if len(pieces) == 1:
        yield "alone"
        if place.closed:
            yield "alone_closed"
    if place.display:
        yield "display"
    if place.ems <= PARTED and place.in_two_parts:
        yield "two_parts"
    yield from verse_looks(place)
