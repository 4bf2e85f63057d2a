"""Turn what an editor made of a page into corrections, each at its place in the source.

Nothing is lost on the way: the corrections are tried on the page, and whatever they do not bring
about is told as a `Loose` end, with its place and words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby

from layout.anchor import anchored
from layout.collation import (
    EDGE,
    LINE_BREAK,
    SEAM,
    Change,
    Group,
    Reading,
    Unit,
    changes,
    grouped,
    units_of,
    words_of,
)
from layout.compose.folio import banner
from layout.corrections import corrected
from layout.decisions import Correction, Signature, asked
from layout.errors import ConfigError
from layout.marks import gap_mark
from layout.model import Page
from layout.spots import Key, Matter, Spot, key_of, spots
from layout.text import Gap, LineEnd, Text
from layout.walk import read_texts

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_UNSIGNED = Signature("an editor")  # to deny a gap takes a name
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
class Redlines:
    """An editor's changes as corrections, and those that cannot be."""

    corrections: tuple[Correction, ...]
    loose: tuple[Loose, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Units that are to read as these words; `behind`: the words follow a unit that stays."""

    units: tuple[Unit, ...]
    words: str
    behind: bool = False


@dataclass(frozen=True, slots=True)
class _Edit:
    """A change with what brings it about, and what is told if that does not fit the page."""

    change: Change
    pieces: tuple[_Piece, ...]
    corrections: tuple[Correction, ...]
    loose: Loose


@dataclass(frozen=True, slots=True)
class _Desk:
    """The page that is worked on, its spots, and who signs what nobody signed."""

    page: Page
    spots: Mapping[Key, Spot]
    texts: tuple[Text, ...]
    signature: Signature

    def signed(self, correction: Correction, change: Change) -> Correction:
        """The correction in the name of whoever made the change."""
        signature = Signature(change.who, change.when) if change.who else self.signature
        return replace(correction, signature=signature)


def redlines(page: Page, readings: Sequence[Reading], signature: Signature = _UNSIGNED) -> Redlines:
    """The corrections after which a rebuilt page reads as its editor left it.

    Its head and foot are not among the readings. `signature` stands at changes that name no hand.
    """
    moves = tuple(_put_back(page, readings, signature))
    base = corrected(page, moves)
    texts = tuple(_body(base))
    desk = _Desk(base, {s.key: s for s in spots(base, routine=True)}, texts, signature)
    units = units_of(texts, gap_mark(page.language))
    groups = tuple(grouped([words_of(each) for each in units], [r.words for r in readings]))
    found = [change for group in groups for change in _changes(group, units, readings)]
    edits = [edit for change in found if (edit := _edit(change, desk)) is not None]
    seams = [(change, _seam(change, desk)) for change in found]
    moves += tuple(seam for _, seam in seams if seam is not None)
    kept, failed = _tried(page, moves, edits, units)
    loose = (
        *(edit.loose for edit in failed),
        *(_broken(change) for change, seam in seams if seam is None and _shifts(change)),
        *_new(groups, page, readings),
        *_elsewhere(groups, units),
    )
    return Redlines((*moves, *kept), tuple(sorted(loose, key=_place)))


def shared_out(
    pages: Sequence[Page], readings: Sequence[Reading]
) -> tuple[tuple[Reading, ...], ...]:
    """The readings of each page: those that its texts became, and what stands behind them."""
    bodies = [(n, units_of(_body(p), gap_mark(p.language))) for n, p in enumerate(pages)]
    texts = [(n, words_of(units)) for n, body in bodies for units in body]
    owners = {
        number: texts[group.texts[0]][0]
        for group in grouped([words for _, words in texts], [r.words for r in readings])
        for number in (group.readings if group.texts else ())
    }
    shares: list[list[Reading]] = [[] for _ in pages]
    owner = 0
    for number, reading in enumerate(readings):
        owner = owners.get(number, owner)
        shares[owner].append(reading)
    return tuple(map(tuple, shares))


def _place(loose: Loose) -> int:
    return -1 if loose.at is None else loose.at


def _body(page: Page) -> Sequence[Text]:
    """The texts of a page without those of its head and foot."""
    return list(read_texts(page))[len(page.folio.paragraphs) :]


def _put_back(
    page: Page, readings: Sequence[Reading], signature: Signature
) -> Iterator[Correction]:
    """The moves that an editor took back: what was moved is a paragraph of its own again."""
    mark = gap_mark(page.language)
    have = {bare(reading.words) for reading in readings}
    joined = {words_of(units) for units in units_of(_body(page), mark)}
    for spot in spots(page):
        if spot.matter is not Matter.MOVE or spot.start < spot.end:
            continue
        refusal = replace(asked(page, spot), accept=False, signature=signature)
        parted = {words_of(units) for units in units_of(_body(corrected(page, [refusal])), mark)}
        if parted - joined & have and not (joined - parted) & have:
            yield refusal


def bare(words: str) -> str:
    """The words of a reading without what depends on paper."""
    return words.replace(LINE_BREAK, "")


def _changes(
    group: Group, units: Sequence[tuple[Unit, ...]], readings: Sequence[Reading]
) -> Iterator[Change]:
    if not group.texts:
        return
    theirs = [readings[n] for n in group.readings] or [Reading("")]
    for change in changes([units[n] for n in group.texts], theirs):
        yield from _at_seams(change)


def _at_seams(change: Change) -> Iterator[Change]:
    """A change across paragraphs as one for each of them, where their number is the same."""
    ours = [tuple(u) for seam, u in groupby(change.units, lambda u: u.words == SEAM) if not seam]
    theirs = change.words.split(SEAM)
    seams = sum(unit.words == SEAM for unit in change.units)
    if not seams or len(ours) != seams + 1 or len(theirs) != seams + 1:
        yield change
        return
    for number, (units, words) in enumerate(zip(ours, theirs, strict=True)):
        before = change.before if number == 0 else EDGE
        behind = change.behind if number == seams else EDGE
        yield replace(change, units=units, words=words, before=before, behind=behind)


def _shifts(change: Change) -> bool:
    """Whether it parts or joins paragraphs."""
    return SEAM in change.words or any(unit.words == SEAM for unit in change.units)


def _broken(change: Change) -> Loose:
    parts = SEAM in change.words
    what = "a paragraph was parted" if parts else "two paragraphs were joined"
    near = change.before if change.before.chain >= 0 else change.behind
    return Loose(what, f"{change.before.words}‖{change.behind.words}", change.who, near.start)


def _seam(change: Change, desk: _Desk) -> Correction | None:
    """The refusal of a join: a paragraph was parted where two lines had been joined in doubt."""
    if SEAM not in change.words or _words(change) or not _is_line_end(change.units):
        return None
    for text in desk.texts:
        for f in text.fragments:
            here = f.end == change.behind.start or f.at == change.before.end
            if here and isinstance(f.mark, LineEnd) and f.mark.why:
                anchor = anchored(desk.page.source, f.at, f.end)
                refusal = Correction(desk.page.name, Matter.MOVE, anchor, accept=False)
                return desk.signed(refusal, change)
    return None


def _is_line_end(units: Iterable[Unit]) -> bool:
    return all(isinstance(unit.mark, LineEnd) for unit in units)


def _words(change: Change) -> str:
    """The new words as a corrections file takes them."""
    return _CONTROL.sub(" ", change.words.replace(SEAM, "").replace(LINE_BREAK, ""))


def _edit(change: Change, desk: _Desk) -> _Edit | None:
    """What brings a change about; None if it changes no words."""
    words = _words(change)
    units = tuple(unit for unit in change.units if unit.words != SEAM)
    if not words and _is_line_end(units) and (not units or set(change.words) & {LINE_BREAK, SEAM}):
        return None
    pieces = tuple(_pieces(units, words)) if units else tuple(_inserted(change, words))
    made = tuple(desk.signed(_correction(piece, desk), change) for piece in pieces)
    near = next((u for u in (*units, change.before, change.behind) if u.chain >= 0), None)
    told = f"{words_of(units)} → {words}" if units else f"{change.before.words}[{words}]"
    what = "a change has no place in the source"
    return _Edit(change, pieces, made, Loose(what, told, change.who, near.start if near else None))


def _inserted(change: Change, words: str) -> Iterator[_Piece]:
    """Words between two units: behind the one, or as part of either."""
    before, behind = change.before, change.behind
    if before.holds:
        yield _Piece((before,), words, behind=True)
    elif behind.holds:
        yield _Piece((behind,), words + behind.words)
    elif before.chain >= 0 and not isinstance(before.mark, Gap):
        yield _Piece((before,), before.words + words)


def _pieces(units: Sequence[Unit], words: str) -> Iterator[_Piece]:
    """Units in runs that the source has in one piece; one of them takes all the words."""
    runs = list(_runs(units))
    carrier = min(runs, key=lambda run: (not run[0].holds, not isinstance(run[0].mark, Gap)))
    for run in runs:
        yield _Piece(run, words if run is carrier else "")


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


def _correction(piece: _Piece, desk: _Desk) -> Correction:
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


def _longer(piece: _Piece, desk: _Desk) -> Spot | None:
    """The spot that begins with these units and goes on with dropped characters only."""
    now = words_of(piece.units)
    for (start, end, matter), spot in desk.spots.items():
        if (start, matter) == (piece.units[0].start, Matter.CORRECTION) and spot.words == now:
            return spot if end >= piece.units[-1].end else None
    return None


def _own(start: int, end: int, words: str, desk: _Desk) -> Correction:
    """An editor's own words for a place of the source."""
    anchor = anchored(desk.page.source, start, end)
    return Correction(desk.page.name, Matter.EDITOR, anchor, accept=True, text=words)


def _tried(
    page: Page,
    moves: Sequence[Correction],
    edits: Sequence[_Edit],
    units: Sequence[tuple[Unit, ...]],
) -> tuple[tuple[Correction, ...], tuple[_Edit, ...]]:
    """The corrections that bring about what they should, and the edits that do not."""
    if _hold(page, moves, edits, units):
        return tuple(made for edit in edits for made in edit.corrections), ()
    good: list[_Edit] = []
    failed: list[_Edit] = []
    for edit in edits:
        (good if _hold(page, moves, (*good, edit), units) else failed).append(edit)
    return tuple(made for edit in good for made in edit.corrections), tuple(failed)


def _hold(
    page: Page,
    moves: Sequence[Correction],
    edits: Sequence[_Edit],
    units: Sequence[tuple[Unit, ...]],
) -> bool:
    """Whether the page reads with these corrections as the edits want it."""
    if any(not edit.pieces for edit in edits):
        return False
    made = [correction for edit in edits for correction in edit.corrections]
    try:
        body = _body(corrected(page, [*moves, *made]))
    except ConfigError:
        return False
    reads = [words_of(each) for each in units_of(body, gap_mark(page.language))]
    return "".join(reads) == "".join(_wanted(edits, units))


def _wanted(edits: Sequence[_Edit], units: Sequence[tuple[Unit, ...]]) -> Iterator[str]:
    """Every unit as the edits want it."""
    wanted: dict[int, str] = {}
    for piece in (piece for edit in edits for piece in edit.pieces):
        first, *rest = piece.units
        stays = wanted.get(id(first), first.words) if piece.behind else ""
        wanted[id(first)] = stays + piece.words
        wanted.update((id(unit), "") for unit in rest)
    for unit in (unit for text in units for unit in text):
        yield wanted.get(id(unit), unit.words)


def _new(groups: Sequence[Group], page: Page, readings: Sequence[Reading]) -> Iterator[Loose]:
    """The paragraphs that the page does not have; the words over its sheet may stand in boxes."""
    over = {_solid(words) for words in banner(page.folio, page.folio.number, page.language)}
    for number in (n for group in groups if not group.texts for n in group.readings):
        reading = readings[number]
        if _solid(reading.words) not in over:
            who = next((hand.who for hand in reading.hands), "")
            yield Loose("a paragraph was added", bare(reading.words), who)


def _solid(words: str) -> str:
    return "".join(words.split())


def _elsewhere(groups: Sequence[Group], units: Sequence[tuple[Unit, ...]]) -> Iterator[Loose]:
    """The paragraphs that stand in another order than on the page."""
    placed = sorted((g.texts[0], g.readings[0]) for g in groups if g.texts and g.readings)
    ours = [reading for _, reading in placed]
    matcher = SequenceMatcher(None, ours, sorted(ours), False)
    in_order = {
        n for block in matcher.get_matching_blocks() for n in range(block.a, block.a + block.size)
    }
    for number, (text, _) in enumerate(placed):
        if number not in in_order:
            what = "a paragraph was put elsewhere"
            yield Loose(what, words_of(units[text]), at=units[text][0].start)
