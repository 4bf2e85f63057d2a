"""A paragraph measured: where its characters stand, where a line may end, what may give way.

Everything here is independent of the measure it will be set to, so it is done once for a paragraph
however many widths are tried. Places are thousandths of an em from the paragraph's beginning. Most
characters are Han and need no look; only the others and their neighbours are weighed one by one,
as sparse tables beside the dense row of places.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from layout.compose.characters import (
    HALF,
    INSEPARABLE,
    NO_END,
    NO_START,
    QUOTES,
    SORTS,
    Sort,
)
from layout.compose.ruler import EM, Kerner, Ruler, kerner
from layout.marks import is_east_asian, is_traditional
from layout.sheet import Face

HALF_EM = EM // 2
QUARTER_EM = EM // 4


class Tier(IntEnum):
    """What gives way in a line that is too full, first to last (CLREQ 3.1.6)."""

    SPACE = 0
    MIDDLE = 1
    BRACKET = 2
    COMMA = 3
    GAP = 4
    STOP = 5


class Matter(NamedTuple):
    """The characters of a paragraph as type.

    `places[i]` is where character i begins if all stood in one line. A line may end before
    character i where `breaks[i]` is 1; the sparse tables are keyed by a character's index:
    `gaps` the shift before it inside a line, `leads` what its place loses at the start of a line,
    `heads` the white that hangs out there, `tails` the white dropped behind it at a line's end.
    `slots` are the indices before which anything may give, `yields` how much of which tier,
    `locked` the indices before which no space may open, `hyphens` those before which a line may end
    with a hyphen of a width of `hyphen`.
    """

    text: str
    places: Sequence[int]
    breaks: bytearray
    gaps: Mapping[int, int]
    leads: Mapping[int, int]
    heads: Mapping[int, int]
    tails: Mapping[int, int]
    slots: Sequence[int]
    yields: Mapping[int, tuple[Tier, int]]
    rooms: Sequence[int]
    locked: Sequence[int]
    latin: bool
    hyphens: frozenset[int]
    hyphen: int

    @property
    def width(self) -> int:
        """The natural width of the whole as one line."""
        return self.span(0, len(self.text))

    def span(self, start: int, end: int) -> int:
        """The natural width of a line: without the spaces and the white of the mark at its end."""
        end = self.visible(start, end)
        if end == start:
            return 0
        base = self.places[start] + self.leads.get(start, 0)
        hyphen = self.hyphen if end in self.hyphens else 0
        return self.places[end] - self.tails.get(end - 1, 0) - base + hyphen

    def visible(self, start: int, end: int) -> int:
        """Where a line ends to the eye: spaces at its end hang out, unseen."""
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        return end

    def inside(self, start: int, end: int) -> Sequence[int]:
        """The slots inside a line of these characters."""
        slots = self.slots
        return slots[bisect_left(slots, start + 1) : bisect_left(slots, end)]

    def locks(self, start: int, end: int) -> Sequence[int]:
        """The indices inside a line before which no space may open."""
        locked = self.locked
        return locked[bisect_left(locked, start + 1) : bisect_left(locked, end)]

    def room(self, start: int, end: int) -> int:
        """How much a line of these characters can give way at most."""
        slots, rooms = self.slots, self.rooms
        return rooms[bisect_left(slots, end)] - rooms[bisect_left(slots, start + 1)]


_TRIMMED = {"“": 520, "‘": 700, "”": 520, "’": 700}
"""What a full-width quotation mark gives up in Latin text, where a narrow one is meant."""

_TIERS = {
    Sort.CLOSE: Tier.BRACKET,
    Sort.COMMA: Tier.COMMA,
    Sort.STOP: Tier.STOP,
}
_OTHERS = re.compile(r"[^\u3400-\u9fff]+")
_CENTRED = frozenset("，、；：。！？．")
_LATIN_WORDS = "[A-Za-zÀ-ɏ]{2,}"
_DASH_BEARING = 45  # white at either end of a dash that is drawn narrower than its em


class _Draft:
    """The tables of a `Matter` while they are being filled; `whole` marks keep their em."""

    def __init__(self, text: str, advances: Mapping[str, int], whole: frozenset[str]) -> None:
        self.text = text
        self.advances = advances
        self.whole = whole
        self.latin = False
        self.widths = [advances[character] for character in text]
        self.breaks = bytearray(b"\x01") * (len(text) + 1)
        self.gaps: dict[int, int] = {}
        self.leads: dict[int, int] = {}
        self.heads: dict[int, int] = {}
        self.tails: dict[int, int] = {}
        self.yields: dict[int, tuple[Tier, int]] = {}
        self.locked: list[int] = []


class Script(NamedTuple):
    """What else there is to know of a paragraph's script.

    Words may part at `hyphens`; those of a Latin paragraph have their `kerns`. Commas and stops are
    `centred` in Traditional Chinese, where neither side of them can be given up (CLREQ 3.1.2).
    """

    hyphens: frozenset[int] = frozenset()
    kerns: Kerner | None = None
    centred: bool = False


PLAIN = Script()


def script_of(language: str, face: Face, ruler: Ruler) -> Script:
    """What a language asks of its text in a face."""
    if is_east_asian(language):
        return Script(centred=is_traditional(language))
    return Script(kerns=kerner(ruler, face, language))


def measured(text: str, advances: Mapping[str, int], script: Script = PLAIN) -> Matter:
    """The paragraph's characters, measured with a face's advances."""
    runs = [match.span() for match in _OTHERS.finditer(text)]
    draft = _Draft(text, advances, _CENTRED if script.centred else frozenset())
    draft.latin = sum([stop - start for start, stop in runs]) * 8 > len(text) * 7
    draft.breaks[0] = 0
    for start, stop in runs:
        lone = stop == start + 1 and text[start] in _LONE and not draft.latin
        if lone and draft.widths[start] == EM:
            _LONE[text[start]](draft, start)
        elif text[start:stop].isalnum() and text[start:stop].isascii():
            _word(draft, start, stop)
        else:
            _weigh(draft, start, stop)
    if script.kerns is not None and draft.latin:
        _kern(draft, script.kerns)
    _keep_last_two(draft)
    for index in script.hyphens:
        draft.breaks[index] = 1
    return _finished(draft, script.hyphens)


def _finished(draft: _Draft, hyphens: frozenset[int]) -> Matter:
    slots = sorted(draft.gaps.keys() | draft.yields.keys())
    amounts = [draft.yields[slot][1] if slot in draft.yields else 0 for slot in slots]
    return Matter(
        text=draft.text,
        places=[0, *accumulate(draft.widths)],
        breaks=draft.breaks,
        gaps=draft.gaps,
        leads=draft.leads,
        heads=draft.heads,
        tails=draft.tails,
        slots=slots,
        yields=draft.yields,
        rooms=[0, *accumulate(amounts)],
        locked=draft.locked,
        latin=draft.latin,
        hyphens=hyphens,
        hyphen=draft.advances["-"] if hyphens else 0,
    )


def _close(draft: _Draft, index: int, tier: Tier) -> None:
    """A mark that is white behind, alone between Han characters."""
    if index:
        draft.breaks[index] = 0
    if draft.text[index] not in draft.whole:
        draft.tails[index] = HALF_EM
        draft.yields[index + 1] = tier, HALF_EM


def _opening(draft: _Draft, index: int) -> None:
    """A mark that is white in front, alone between Han characters."""
    if index + 1 < len(draft.text):
        draft.breaks[index + 1] = 0
    draft.heads[index] = draft.leads[index] = HALF_EM
    draft.yields[index] = Tier.BRACKET, HALF_EM


def _word(draft: _Draft, start: int, stop: int) -> None:
    """A number or a Latin word between Han characters."""
    for index in (start, stop):
        if 0 < index < len(draft.text):
            _open(draft, index, QUARTER_EM)
            draft.yields[index] = Tier.GAP, QUARTER_EM // 2
    draft.locked.extend(range(start + 1, stop))
    draft.breaks[start + 1 : stop] = bytes(stop - start - 1)


_LONE: Mapping[str, Callable[[_Draft, int], None]] = {
    **dict.fromkeys("“‘（《〈「『【〖〔", _opening),
    **dict.fromkeys("”’）》〉」』】〗〕", partial(_close, tier=Tier.BRACKET)),
    **dict.fromkeys("，、；：", partial(_close, tier=Tier.COMMA)),
    **dict.fromkeys("。！？", partial(_close, tier=Tier.STOP)),
}
"""What most marks come to, which stand alone among Han characters: a short way for speed."""


def _weigh(draft: _Draft, start: int, stop: int) -> None:
    """Weigh a run of characters that are not all Han, with the neighbour behind it."""
    text, sorts = draft.text, SORTS
    before = sorts[text[start - 1]] if start else Sort.SPACE
    for index in range(start, stop):
        sort = _sort(draft, index, before)
        if index:
            _join(draft, index, before, sort)
        _mark(draft, index, sort)
        before = sort
    if stop < len(text):
        _join(draft, stop, before, Sort.HAN)


def _sort(draft: _Draft, index: int, before: Sort) -> Sort:
    character = draft.text[index]
    if character in QUOTES and (draft.latin or _apostrophe(draft.text, index, before)):
        return Sort.LATIN
    return SORTS[character]


def _apostrophe(text: str, index: int, before: Sort) -> bool:
    """A mark between two letters, as in O’Neill, is Latin in Chinese text as well."""
    behind = index + 1
    return (
        text[index] == "’"
        and before is Sort.LATIN
        and behind < len(text)
        and text[behind].isascii()
        and text[behind].isalpha()
    )


def _mark(draft: _Draft, index: int, sort: Sort) -> None:
    """What a mark itself may give up: at the ends of a line, and when a line is too full."""
    width = draft.advances[draft.text[index]]
    if width == EM and sort in HALF:
        _full_width(draft, index, sort)
    elif sort is Sort.SPACE:
        draft.yields[index + 1] = (Tier.SPACE, max(0, width - (180 if draft.latin else QUARTER_EM)))
    elif sort is Sort.MIDDLE and width == EM:
        draft.yields.setdefault(index, (Tier.MIDDLE, QUARTER_EM))
        draft.yields[index + 1] = (Tier.MIDDLE, QUARTER_EM)
    elif sort is Sort.LATIN and width == EM and draft.text[index] in _TRIMMED:
        _narrow(draft, index)


def _full_width(draft: _Draft, index: int, sort: Sort) -> None:
    gap = draft.gaps.get(index, 0)
    if sort is Sort.OPEN:
        draft.heads[index] = HALF_EM
        draft.leads[index] = gap + HALF_EM
        if not gap:
            draft.yields[index] = (Tier.BRACKET, HALF_EM)
    elif draft.text[index] not in draft.whole:
        draft.tails[index] = HALF_EM
        draft.yields[index + 1] = (_TIERS[sort], HALF_EM)


def _narrow(draft: _Draft, index: int) -> None:
    """Set a full-width quotation mark as narrow as Latin text has it."""
    mark = draft.text[index]
    trim = _TRIMMED[mark]
    draft.widths[index] -= trim
    if mark in "“‘":
        draft.gaps[index] = draft.gaps.get(index, 0) - trim
        draft.heads[index] = trim
    else:
        draft.gaps[index + 1] = draft.gaps.get(index + 1, 0) - trim


def _join(draft: _Draft, index: int, before: Sort, sort: Sort) -> None:
    """What happens between a character and the one before it: a shared half em, a gap, a lock."""
    text = draft.text
    if before is Sort.LATIN or sort is Sort.LATIN:
        _join_latin(draft, index, before, sort)
    elif text[index] == text[index - 1] and text[index] in INSEPARABLE:
        _join_dashes(draft, index)
    elif before in HALF and sort in HALF and not (before is Sort.OPEN and sort is not Sort.OPEN):
        _share(draft, index, sort)
    if not _may_part(text[index - 1], text[index], before, sort):
        draft.breaks[index] = 0


def _share(draft: _Draft, index: int, sort: Sort) -> None:
    """Adjacent marks give up half an em between them (CLREQ 3.1.6.1).

    Between a closing and an opening mark another half is left, which a full line may take.
    """
    giver = index if sort is Sort.OPEN else index - 1
    mark = draft.text[giver]
    if draft.advances[mark] != EM or mark in draft.whole:
        return
    _open(draft, index, -HALF_EM)
    between = draft.yields.pop(index, None)
    if between is not None and sort is Sort.OPEN:
        draft.yields[index] = Tier.BRACKET, HALF_EM


def _join_latin(draft: _Draft, index: int, before: Sort, sort: Sort) -> None:
    if before is sort:
        draft.locked.append(index)
    elif before is Sort.HAN or sort is Sort.HAN:
        _open(draft, index, QUARTER_EM)
        draft.yields[index] = (Tier.GAP, QUARTER_EM // 2)


def _join_dashes(draft: _Draft, index: int) -> None:
    """Draw —— as one stroke of two ems, also where a face makes its dash narrower than an em."""
    draft.locked.append(index)
    missing = EM - draft.advances[draft.text[index]]
    third = index > 1 and draft.text[index - 2] == draft.text[index]
    if draft.text[index] != "—" or missing <= 0 or third:
        return
    _open(draft, index, -2 * _DASH_BEARING)
    _open(draft, index - 1, missing + _DASH_BEARING)
    _open(draft, index + 1, missing + _DASH_BEARING)


def _open(draft: _Draft, index: int, amount: int) -> None:
    """Put space before a character (negative: take it away); a line's start does without."""
    if index < len(draft.widths):
        draft.gaps[index] = draft.gaps.get(index, 0) + amount
        draft.leads[index] = draft.leads.get(index, 0) + amount
        draft.widths[index] += amount


def _may_part(left: str, right: str, before: Sort, sort: Sort) -> bool:
    if sort is Sort.SPACE:
        return False
    if before is Sort.SPACE:
        return sort not in HALF or sort is Sort.OPEN
    if before is Sort.LATIN and sort is Sort.LATIN:
        return left in "-/" and right.isalpha()
    return left not in NO_END and right not in NO_START


def _kern(draft: _Draft, kerns: Kerner) -> None:
    for match in re.finditer(_LATIN_WORDS, draft.text):
        for index, amount in kerns(match[0]):
            _open(draft, match.start() + index, amount)


def _keep_last_two(draft: _Draft) -> None:
    """A paragraph does not end in a line of one character: its last two stay together."""
    text, left = draft.text, 2
    for index in range(len(text) - 1, -1, -1):
        if SORTS[text[index]] in (Sort.HAN, Sort.LATIN):
            left -= 1
            if not left:
                return
        draft.breaks[index] = 0
