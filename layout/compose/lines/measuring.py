"""A paragraph weighed character by character: what each does to its neighbours and to its line.

Most characters are Han and need no look; only the others and their neighbours are weighed one by
one, as sparse tables beside the dense row of places.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import accumulate

from layout.compose.lines.characters import (
    CLOSE_UP,
    HALF,
    INSEPARABLE,
    NO_END,
    NO_START,
    QUOTES,
    SORTS,
    Sort,
)
from layout.compose.lines.matter import HALF_EM, QUARTER_EM, Matter, Tier
from layout.compose.lines.ruler import EM, Hand
from layout.compose.lines.syllables import address_ends
from layout.compose.lines.tongues import spoken, stretches
from layout.marks import beside_signs, gap_mark
from layout.script import is_east_asian, is_traditional
from layout.sheet import Shaping

_TIERS = {
    Sort.CLOSE: Tier.BRACKET,
    Sort.COMMA: Tier.COMMA,
    Sort.STOP: Tier.STOP,
}
_OTHERS = re.compile(r"[^\u3400-\u9fff]+")
_UNIT = re.compile("[0-9A-Za-z]+|.", re.DOTALL)
_CENTRED = frozenset("，、；：。！？．")
_LATIN_WORDS = re.compile("[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ’ .-]*[A-Za-zÀ-ɏ.])")
_LATIN_LANGUAGE = "en"
_LATIN_SIGN = gap_mark(_LATIN_LANGUAGE)
_BRACKETED = re.compile(r"[（〔].[）〕]\Z")
_CLOSEST_SPACE = 180  # of Latin text
_DASH_BEARING = 45  # white at either end of a dash that is drawn narrower than its em


class _Draft:
    """The tables of a `Matter` while they are being filled; `whole` marks keep their em.

    `natural` are the widths of the characters, `widths` the same with what is opened before them.
    """

    def __init__(self, text: str, hand: Hand) -> None:
        self.text = text
        self.language = spoken(text, hand.language)
        self.stretches = tuple(stretches(text, self.language))
        self.whole = _CENTRED if is_traditional(self.language) else frozenset[str]()
        self.latin = False
        self.natural = _natural(self, hand)
        self.widths = list(self.natural)
        self.breaks = bytearray(b"\x01") * (len(text) + 1)
        self.gaps: dict[int, int] = {}
        self.leads: dict[int, int] = {}
        self.heads: dict[int, int] = {}
        self.tails: dict[int, int] = {}
        self.yields: dict[int, tuple[Tier, int]] = {}
        self.locked: list[int] = []
        self.ligatures: list[tuple[int, int]] = []
        self.parted: dict[int, tuple[int, int]] = {}


def _natural(draft: _Draft, hand: Hand) -> list[int]:
    advances = hand.advances(draft.language)
    widths = [advances[character] for character in draft.text]
    for start, end, language in draft.stretches:
        other = hand.advances(language)
        widths[start:end] = [other[character] for character in draft.text[start:end]]
    return widths


def measured(text: str, hand: Hand, hyphens: frozenset[int] = frozenset()) -> Matter:
    """The paragraph's characters, measured in a hand; its words may be parted at `hyphens`."""
    runs = [match.span() for match in _OTHERS.finditer(text)]
    draft = _Draft(text, hand)
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
    _shape(draft, hand, runs)
    _part_signs(draft, hand)
    _keep_last_two(draft)
    seams = address_ends(text) if draft.latin else ()
    for index in (*hyphens, *seams):
        draft.breaks[index] = 1
    return _finished(draft, hyphens, hand)


def _finished(draft: _Draft, hyphens: frozenset[int], hand: Hand) -> Matter:
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
        hyphen=hand.advances(draft.language)["-"] if hyphens else 0,
        language=draft.language,
        stretches=draft.stretches,
        ligatures=draft.ligatures,
        parted=draft.parted,
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
    _lock(draft, start, stop)


def _lock(draft: _Draft, start: int, stop: int) -> None:
    """The letters of a word, or the digits of a number, stay together."""
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
    for unit in _UNIT.finditer(text, start, stop):
        index = unit.start()
        sort = _sort(draft, index, before)
        if index:
            _join(draft, index, before, sort)
        _mark(draft, index, sort)
        _lock(draft, index, unit.end())
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
    width = draft.natural[index]
    if width == EM and sort in HALF:
        _full_width(draft, index, sort)
    elif sort is Sort.SPACE:
        _space(draft, index, width)
    elif sort is Sort.MIDDLE and width == EM:
        draft.yields.setdefault(index, (Tier.MIDDLE, QUARTER_EM))
        draft.yields[index + 1] = (Tier.MIDDLE, QUARTER_EM)


def _space(draft: _Draft, index: int, width: int) -> None:
    """A space; behind a mark that brings its own white it takes no room."""
    before = index - 1
    if index and draft.natural[before] == EM and SORTS[draft.text[before]] in _TIERS:
        _open(draft, index + 1, -width)
        return
    closest = _CLOSEST_SPACE if draft.latin else QUARTER_EM
    draft.yields[index + 1] = Tier.SPACE, max(0, width - closest)


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
    if draft.natural[giver] != EM or draft.text[giver] in draft.whole:
        return
    _open(draft, index, -HALF_EM)
    between = draft.yields.pop(index, None)
    if between is not None and sort is Sort.OPEN:
        draft.yields[index] = Tier.BRACKET, HALF_EM


def _join_latin(draft: _Draft, index: int, before: Sort, sort: Sort) -> None:
    if before is sort:
        draft.locked.append(index)
    elif CLOSE_UP.intersection(draft.text[index - 1 : index + 1]):
        return
    elif before is Sort.HAN or sort is Sort.HAN:
        _open(draft, index, QUARTER_EM)
        draft.yields[index] = (Tier.GAP, QUARTER_EM // 2)


def _join_dashes(draft: _Draft, index: int) -> None:
    """Draw —— as one stroke of two ems, also where a face makes its dash narrower than an em."""
    draft.locked.append(index)
    missing = EM - draft.natural[index]
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


def _shape(draft: _Draft, hand: Hand, runs: Sequence[tuple[int, int]]) -> None:
    """Let the face kern and join the letters of Latin text, which is in these runs."""
    if draft.latin and not is_east_asian(draft.language):
        _apply(draft, 0, hand.shaping(draft.text, draft.language))
        return
    for start, stop in runs:
        if stop - start > 1:
            for match in _LATIN_WORDS.finditer(draft.text, start, stop):
                _apply(draft, match.start(), hand.shaping(match[0], _LATIN_LANGUAGE))


def _part_signs(draft: _Draft, hand: Hand) -> None:
    """White as of a word space beside the sign for lost print; a line may end behind the sign."""
    places = beside_signs(draft.text)
    space = hand.advances(draft.language)[" "] if places else 0
    for place in places:
        _open(draft, place, space)
        draft.yields[place] = Tier.SPACE, max(0, space - _CLOSEST_SPACE)
        draft.breaks[place] = draft.text.endswith(_LATIN_SIGN, 0, place)


def _apply(draft: _Draft, at: int, shaping: Shaping) -> None:
    for index, amount in shaping.kerns:
        _open(draft, at + index, amount)
    for start, end, wider in shaping.ligatures:
        _ligate(draft, at + start, at + end, wider)


def _ligate(draft: _Draft, start: int, end: int, wider: int) -> None:
    """Draw characters as one glyph; a line that ends inside it draws them one by one."""
    draft.ligatures.append((start, end))
    draft.widths[end - 1] += wider
    draft.gaps[end] = draft.gaps.get(end, 0) + wider
    for index in range(start + 1, end):
        draft.parted[index] = end, wider
        draft.leads[index] = draft.leads.get(index, 0) + wider


_INKED = (Sort.HAN, Sort.LATIN, Sort.DASH)


def _keep_last_two(draft: _Draft) -> None:
    """A paragraph does not end in a line of one character: its last two stay together.

    Points of omission count: 说…… is wide enough, and so is one sign in brackets: 〔…〕, （%）.
    """
    text, left = draft.text, 2
    if _BRACKETED.search(text):
        return
    for index in range(len(text) - 1, -1, -1):
        if SORTS[text[index]] in _INKED:
            left -= 1
            if not left:
                return
        draft.breaks[index] = 0
