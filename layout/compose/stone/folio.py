"""The line over a sheet: page number and section, the paper's name, date, weekday and editors."""

import math
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from layout.compose.lines import Cut
from layout.compose.lines.matter import Matter
from layout.compose.lines.measuring import measured
from layout.compose.lines.ruler import EM, Hand
from layout.compose.lines.spacing import natural
from layout.compose.stone import Type, set_
from layout.compose.stone.chase import Chase
from layout.geometry import Point
from layout.model import Folio
from layout.script import is_east_asian
from layout.sheet import Drawn, Face, Rule, Run

_BELOW = 15.0  # points from a broadsheet's thick rule to its type
_NUMBER, _SECTION, _PAPER, _SMALL = 33.0, 16.0, 19.0, 9.6
_SMALLEST, _LEGIBLE = 7.2, 6.0  # points of the notice: on most sheets, and on any
_NOTICE_LEADING = 1.46  # times its size
_NARROWEST_NAME = 0.5  # of its usual width: a narrower name of the paper goes elsewhere
_EDITORS = re.compile("\u3000| {3}")  # what stands between them
_THICK, _THIN, _APART = 2.0, 0.5, 3.0
_BASE = 8.0  # points from a broadsheet's thick rule up to the words' baseline
_RULE_AT, _APART_AT = 7.0, 16.0  # from the page number to the rule behind it, and to the section
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


class Banner(NamedTuple):
    """What is said over a sheet: the label of its page, and the folio of that page, in words."""

    label: str
    section: str
    paper: str
    day: str
    editors: str


def banner(folio: Folio, label: str, language: str) -> Banner:
    """The words of a folio in the language of its page."""
    east = is_east_asian(language)
    between, duty = ("　", " ") if east else ("   ", ": ")
    editors = between.join(f"{e.duty}{duty}{e.name}" if e.duty else e.name for e in folio.editors)
    day = _day(folio, east=east)
    return Banner(label, folio.section, folio.paper, day, editors)


def _day(folio: Folio, *, east: bool) -> str:
    """The day of a folio, in one form, with the weekday if the page has one."""
    if folio.day is None:
        return folio.weekday
    return _han_day(folio, folio.day) if east else _latin_day(folio, folio.day)


def _han_day(folio: Folio, day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日　{folio.weekday}".rstrip()


def _latin_day(folio: Folio, day: date) -> str:
    weekday = f"{folio.weekday.capitalize()}, " if folio.weekday else ""
    return f"{weekday}{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def folio_set(words: Banner, chase: Chase, hand: Hand) -> Iterator[Drawn]:
    """The folio line over a thick and a thin rule; none of it belongs to the text."""
    scale, left, right = chase.scale, chase.left, chase.left + chase.width
    foot = chase.type_top - _BELOW * scale
    base = foot - _BASE * scale
    number, section, apart = _label(words, chase, hand)
    yield from number.at(left, base)
    beside = left + number.width
    if apart:
        x = beside + _RULE_AT * scale
        yield Rule(Point(x, foot - 26 * scale), Point(x, foot - 6 * scale), 0.8)
    yield from section.at(beside + apart, base)
    room = _Room(beside + apart + section.width, right, base - chase.top)
    yield from _beside(words, room, base, chase, hand)
    yield Rule(Point(left, foot), Point(right, foot), _THICK)
    thin = foot + _APART
    yield Rule(Point(left, thin), Point(right, thin), _THIN)


def with_folio(chase: Chase, words: Banner, hand: Hand) -> Chase:
    """The chase with as deep a folio as its small print needs to be legible on a small sheet."""
    number, section, apart = _label(words, chase, hand)
    left = chase.left + number.width + apart + section.width
    room = _Room(left, chase.left + chase.width, math.inf)
    rows, _ = _arranged(words, room, chase, hand)
    need = sum(min(row.size, _LEGIBLE) for row in rows if row.text) * _NOTICE_LEADING
    spare = chase.folio - (_BELOW + _BASE) * chase.scale
    return chase._replace(folio=chase.folio + max(0.0, need - spare))


def _label(words: Banner, chase: Chase, hand: Hand) -> "tuple[_Phrase, _Phrase, float]":
    """Page number and section, and the white that parts them, in which a rule stands."""
    number = _Phrase(words.label, Face.SONG_BLACK, _NUMBER * chase.scale, hand)
    section = _Phrase(words.section, Face.HEI, _SECTION * chase.scale, hand)
    return number, section, _APART_AT * chase.scale if number.text and section.text else 0.0


class _Room(NamedTuple):
    """From where to where the folio line is free, and how high it is."""

    left: float
    right: float
    height: float

    @property
    def width(self) -> float:
        return max(1.0, self.right - self.left - _SMALL)


def _beside(words: Banner, room: _Room, base: float, chase: Chase, hand: Hand) -> Iterator[Run]:
    """Day and editors at the right, and the name of the paper in the middle or over them."""
    notice, name = _arranged(words, room, chase, hand)
    if name is not None:
        wide = max(row.width for row in notice)
        yield from _named(name, room._replace(right=room.right - wide), base, chase)
    for number, row in enumerate(reversed(notice)):
        yield from row.at(room.right - row.width, base - number * _NOTICE_LEADING * row.size)


def _arranged(
    words: Banner, room: _Room, chase: Chase, hand: Hand
) -> "tuple[Sequence[_Phrase], _Phrase | None]":
    """The rows at the right, and the name of the paper where it is not one of them."""
    notice = _notice([words.day, words.editors], room, chase, hand)
    wide = max(row.width for row in notice)
    name = _Phrase(words.paper, Face.SONG_BLACK, _PAPER * chase.scale, hand)
    free = room.width - wide - 3 * _SMALL
    if free < name.width * _NARROWEST_NAME or wide > room.width:
        return _notice([words.paper, words.day, words.editors], room, chase, hand), None
    return notice, name if words.paper else None


def _notice(words: Sequence[str], room: _Room, chase: Chase, hand: Hand) -> "Sequence[_Phrase]":
    """Rows as large as there is room for; editors each have a row if that makes them larger."""
    size = max(_SMALLEST, _SMALL * chase.scale)
    rows = [row for row in words if row] or [""]
    apart = [*rows[:-1], *re.split(_EDITORS, rows[-1])]
    sizes = [(_fitting(each, size, room, hand), -len(each), each) for each in (rows, apart)]
    size, _, rows = max(sizes)
    return [_Phrase(row, Face.SONG, size, hand) for row in rows]


def _fitting(rows: Sequence[str], size: float, room: _Room, hand: Hand) -> float:
    """The size at which rows fit the room, at most the one that is wished for."""
    wide = max(_Phrase(row, Face.SONG, size, hand).width for row in rows)
    high = len(rows) * _NOTICE_LEADING * size
    return size * min(1.0, room.width / max(wide, 1.0), room.height / high)


def _named(name: "_Phrase", room: _Room, base: float, chase: Chase) -> Iterator[Run]:
    """The name of the paper: in the middle of the sheet, or of what room there is."""
    space = room.right - room.left - 4 * _SMALL
    if name.width > space:
        name = name.in_size(name.size * space / name.width)
    middle = chase.left + (chase.width - name.width) / 2
    if middle < room.left + _SMALL or middle + name.width > room.right - _SMALL:
        middle = (room.left + room.right - name.width) / 2
    yield from name.at(middle, base)


class _Phrase:
    """Words of the folio in their face and size."""

    def __init__(self, text: str, face: Face, size: float, hand: Hand) -> None:
        self.text, self.size = text, size
        self._hand = hand._replace(face=face)
        self._matter = _measured(text, self._hand)
        self._type = Type(face, size, None)
        self.width = self._matter.width * size / EM

    def in_size(self, size: float) -> "_Phrase":
        """The same words in another size."""
        return _Phrase(self.text, self._hand.face, size, self._hand)

    def at(self, x: float, baseline: float) -> Iterator[Run]:
        if self.text:
            cut = Cut(0, len(self.text), 0, 0)
            spacing, at = natural(self._matter, cut), Point(x, baseline)
            yield set_(self._matter, cut, spacing, self._type, at)


@lru_cache(maxsize=64)  # the words over a sheet are set several times, in several sizes
def _measured(text: str, hand: Hand) -> Matter:
    return measured(text, hand)
