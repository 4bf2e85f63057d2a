"""How a line is filled: marks give way tier by tier, or spaces open in theirs, until it fits.

The order of giving way and of opening is that of CLREQ 3.1.6 and 3.2.2. In Latin text only the
spaces between words open.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from layout.compose.lines import Cut
from layout.compose.lines.matter import QUARTER_EM, Matter, Tier

_OPENINGS = ((Tier.SPACE, float(QUARTER_EM)), (Tier.GAP, 83.0))
"""How far word spaces open, and gaps between Han and Latin: to half an em and to a third."""


class Spacing(NamedTuple):
    """How the characters of a line are set, in the terms of `layout.sheet.Run`.

    `offset` moves the line's start: an opening mark hangs its white half out to the left.
    """

    offset: int
    shifts: tuple[tuple[int, float], ...]
    spread: float


def natural(matter: Matter, cut: Cut) -> Spacing:
    """A line at its natural width."""
    gaps, start = matter.gaps, cut.start
    shifts = {slot: float(gaps[slot]) for slot in _inside(matter, cut) if slot in gaps}
    _unjoin(matter, start, shifts)
    row = [(slot - start, shift) for slot, shift in shifts.items() if shift]
    return Spacing(-matter.heads.get(start, 0), tuple(row), 0.0)


def justified(matter: Matter, cut: Cut) -> Spacing:
    """A line as wide as its measure; a paragraph's last line is only ever squeezed."""
    if cut.slack < 0:
        return _tightened(matter, cut)
    if not cut.slack or cut.end == len(matter.text):
        return natural(matter, cut)
    if matter.latin:
        return _spacing(matter, cut, _spaced_out(matter, cut), 0.0)
    return _stretched(matter, cut)


def _tightened(matter: Matter, cut: Cut) -> Spacing:
    """A line squeezed; if its marks cannot give enough, its characters move together.

    The spaces between words do not: they gave what they can, and words must not run together.
    """
    changes = _squeezed(matter, cut)
    missing = -cut.slack + sum(changes.values())
    kept = _ranks(matter, cut, Tier.SPACE)
    count = matter.visible(cut.start, cut.end) - cut.start - 1 - len(kept)
    if missing <= 1 or count <= 0:
        return _spacing(matter, cut, changes, 0.0)
    spread = -missing / count
    for slot in kept:
        changes[slot] = changes.get(slot, 0.0) - spread
    return _spacing(matter, cut, changes, spread)


def _squeezed(matter: Matter, cut: Cut) -> dict[int, float]:
    """What each slot gives up: a tier is emptied, all its slots alike, before the next is asked."""
    missing, yields = float(-cut.slack), matter.yields
    slots = [slot for slot in _inside(matter, cut) if slot in yields]
    changes: dict[int, float] = {}
    for tier in sorted({yields[slot][0] for slot in slots}):
        ranks = [slot for slot in slots if yields[slot][0] is tier]
        room = sum([yields[slot][1] for slot in ranks])
        if room:
            share = min(1.0, missing / room)
            changes |= {slot: -share * yields[slot][1] for slot in ranks}
            missing -= share * room
        if missing <= 0:
            break
    return changes


def _stretched(matter: Matter, cut: Cut) -> Spacing:
    """Word spaces open to half an em, gaps to a third, then all characters move apart alike."""
    missing, changes = float(cut.slack), dict[int, float]()
    for tier, most in _OPENINGS:
        ranks = _ranks(matter, cut, tier)
        if ranks:
            amount = min(most, missing / len(ranks))
            changes |= dict.fromkeys(ranks, amount)
            missing -= amount * len(ranks)
    locks = matter.locks(cut.start, cut.end)
    count = matter.visible(cut.start, cut.end) - cut.start - 1 - len(locks)
    spread = missing / max(1, count)
    if spread:
        for slot in locks:
            changes[slot] = changes.get(slot, 0.0) - spread
    return _spacing(matter, cut, changes, spread)


def _spaced_out(matter: Matter, cut: Cut) -> dict[int, float]:
    slots = _ranks(matter, cut, Tier.SPACE)
    return dict.fromkeys(slots, cut.slack / len(slots)) if slots else {}


def _ranks(matter: Matter, cut: Cut, tier: Tier) -> list[int]:
    """The slots of a line that are of a tier."""
    yields = matter.yields
    return [s for s in _inside(matter, cut) if s in yields and yields[s][0] is tier]


def _inside(matter: Matter, cut: Cut) -> Sequence[int]:
    return matter.inside(cut.start, matter.visible(cut.start, cut.end))


def _spacing(matter: Matter, cut: Cut, changes: Mapping[int, float], spread: float) -> Spacing:
    start, gaps = cut.start, matter.gaps
    shifts: dict[int, float] = {}
    for slot in _inside(matter, cut):
        if slot in gaps:
            shifts[slot] = float(gaps[slot])
    for slot, change in changes.items():
        shifts[slot] = shifts.get(slot, 0.0) + change
    _unjoin(matter, start, shifts)
    row = [(slot - start, round(shifts[slot], 2)) for slot in sorted(shifts)]
    shown = tuple([shift for shift in row if shift[1]])
    return Spacing(-matter.heads.get(start, 0), shown, round(spread, 3))


def _unjoin(matter: Matter, start: int, shifts: dict[int, float]) -> None:
    """A line that begins inside a ligature draws what is left of it letter by letter."""
    if start in matter.parted:
        end, wider = matter.parted[start]
        if end in shifts:
            shifts[end] -= wider
