"""Turn words that changed into corrections: each at its place in the source, or at its spot.

A change is told as pieces: units that the source has in one piece, and what they are to read. One
piece takes all the new words, the others none.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from layout.corrections.anchor import anchored
from layout.corrections.decisions import Correction, Signature, asked
from layout.corrections.spots import Key, Matter, Spot, key_of
from layout.model import Page
from layout.redlines.collation import LINE_BREAK, SEAM, Change, Unit, words_of
from layout.text import Gap, LineEnd, Text

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BREAKS = re.compile("[\r\n]+")


@dataclass(frozen=True, slots=True)
class Loose:
    """A change that no correction can tell: what it is, the words, who made it.

    `at` is the source offset at which it is found, None where the page has no such place.
    """

    what: str
    words: str
    who: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Units that are to read as these words; `behind`: the words follow a unit that stays."""

    units: tuple[Unit, ...]
    words: str
    behind: bool = False


@dataclass(frozen=True, slots=True)
class Rewording:
    """What brings a change of words about, and what is told if that does not fit the page."""

    pieces: tuple[Piece, ...]
    corrections: tuple[Correction, ...]
    loose: Loose


@dataclass(frozen=True, slots=True)
class Desk:
    """The page that is worked on, its spots, and who signs what nobody signed."""

    page: Page
    spots: Mapping[Key, Spot]
    texts: tuple[Text, ...]
    signature: Signature

    def signed(self, correction: Correction, who: str, when: str) -> Correction:
        """The correction in the name of whoever made the change."""
        return replace(correction, signature=Signature(who, when) if who else self.signature)


def plain(words: str) -> str:
    """New words as a corrections file takes them."""
    return _CONTROL.sub(" ", words.replace(LINE_BREAK, ""))


def is_line_end(units: Iterable[Unit]) -> bool:
    """Whether nothing but ends of old lines is there."""
    return all(isinstance(unit.mark, LineEnd) for unit in units)


def reworded(change: Change, desk: Desk) -> Rewording | None:
    """What brings a change within a text about; None if it changes no words."""
    words, units = plain(change.words), change.units
    if not words and is_line_end(units) and (not units or LINE_BREAK in change.words):
        return None
    pieces = tuple(_pieces(units, words)) if units else tuple(_inserted(change, words))
    made = tuple(desk.signed(_correction(p, desk), change.who, change.when) for p in pieces)
    near = next((u for u in (*units, change.before, change.behind) if u.chain >= 0), None)
    told = f"{words_of(units)} → {words}" if units else f"{change.before.words}[{words}]"
    told = told.replace(SEAM, "")
    what = "a change has no place in the source"
    return Rewording(pieces, made, Loose(what, told, change.who, near.start if near else None))


def _inserted(change: Change, words: str) -> Iterator[Piece]:
    """Words between two units: behind the one, or as part of either."""
    before, behind = change.before, change.behind
    if before.holds:
        yield Piece((before,), words, behind=True)
    elif behind.holds:
        yield Piece((behind,), words + behind.words)
    elif before.chain >= 0 and not isinstance(before.mark, Gap):
        yield Piece((before,), before.words + words)


def _pieces(units: Sequence[Unit], words: str) -> Iterator[Piece]:
    """Units in runs that the source has in one piece; one of them takes all the words."""
    runs = list(_runs(units))
    carrier = min(runs, key=lambda run: (not run[0].holds, not isinstance(run[0].mark, Gap)))
    for run in runs:
        yield Piece(run, words if run is carrier else "")


def _runs(units: Sequence[Unit]) -> Iterator[tuple[Unit, ...]]:
    """Units that one correction can hold: what was supplied only between characters of a chain."""
    for (_, gap), group in groupby(units, key=lambda u: (u.chain, isinstance(u.mark, Gap))):
        run = tuple(group)
        holding = [n for n, unit in enumerate(run) if unit.holds]
        if gap or not holding:
            yield from ((unit,) for unit in run)
            continue
        yield from ((unit,) for unit in run[: holding[0]])
        yield run[holding[0] : holding[-1] + 1]
        yield from ((unit,) for unit in run[holding[-1] + 1 :])


def _correction(piece: Piece, desk: Desk) -> Correction:
    first, last = piece.units[0], piece.units[-1]
    if piece.behind:
        return _own(last.end, last.end, piece.words, desk)
    if isinstance(first.mark, Gap):
        question = asked(desk.page, desk.spots[key_of(first.start, first.end, Matter.GAP)])
        return replace(question, accept=bool(piece.words), text=piece.words)
    spot = desk.spots.get(key_of(first.start, last.end, Matter.EDITOR)) or _longer(piece, desk)
    if spot is None:
        return _own(first.start, last.end, piece.words, desk)
    question = asked(desk.page, spot)
    source = _BREAKS.sub("", "".join(fragment.raw for fragment in spot.fragments))
    if spot.matter is Matter.SUGGESTION and piece.words == spot.reading:
        return replace(question, accept=True)
    if spot.matter is Matter.CORRECTION and piece.words == source:
        return replace(question, accept=False)
    if piece.words:
        return replace(question, text=piece.words)
    return _own(first.start, last.end, "", desk)


def _longer(piece: Piece, desk: Desk) -> Spot | None:
    """The spot that begins with these units and goes on with dropped characters only."""
    now = words_of(piece.units)
    for (start, end, matter), spot in desk.spots.items():
        if (start, matter) == (piece.units[0].start, Matter.CORRECTION) and spot.words == now:
            return spot if end >= piece.units[-1].end else None
    return None


def _own(start: int, end: int, words: str, desk: Desk) -> Correction:
    """An editor's own words for a place of the source."""
    anchor = anchored(desk.page.source, start, end)
    return Correction(desk.page.name, Matter.EDITOR, anchor, accept=True, text=words)


def wanted(edits: Iterable[Rewording], units: Sequence[tuple[Unit, ...]]) -> Mapping[int, str]:
    """What each unit is to read, by the id of the unit."""
    found = {id(unit): unit.words for text in units for unit in text}
    for piece in (piece for edit in edits for piece in edit.pieces):
        first, *rest = piece.units
        found[id(first)] = (found[id(first)] if piece.behind else "") + piece.words
        found.update((id(unit), "") for unit in rest)
    return found
