"""Turn what an editor made of a page into corrections, each at its place in the source.

Nothing is lost on the way: the corrections are tried on the page, and whatever they do not bring
about is told as a `Loose` end, with its place and words.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from types import MappingProxyType

from layout.compose.stone.folio import banner
from layout.corrections.decisions import Correction, Signature, asked
from layout.corrections.setting import corrected
from layout.corrections.spots import Matter, spots
from layout.errors import ConfigError
from layout.marks import gap_mark
from layout.model import Page, Role, texts_of
from layout.redlines.arranging import Makeup, orders
from layout.redlines.collation import LINE_BREAK, Reading, Unit, grouped, units_of, words_of
from layout.redlines.remaking import Collator, Remake
from layout.redlines.rewording import Desk, Loose, Rewording, plain, wanted
from layout.text import Text
from layout.walk import read_texts

_UNSIGNED = Signature("an editor")  # to deny a gap takes a name
_MARGINAL = frozenset({"header", "footer"})  # styles
_NO_ROLES: Mapping[str, Role] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Redlines:
    """An editor's changes as corrections, and those that cannot be."""

    corrections: tuple[Correction, ...]
    loose: tuple[Loose, ...]


def redlines(
    page: Page,
    readings: Sequence[Reading],
    signature: Signature = _UNSIGNED,
    roles: Mapping[str, Role] = _NO_ROLES,
) -> Redlines:
    """The corrections after which a rebuilt page reads as its editor left it.

    Its head and foot are not among the readings. `signature` stands at changes that name no hand;
    `roles` tells what a new paragraph is by the name of its style.
    """
    readings = _without_banner(page, readings)
    moves = tuple(_put_back(page, readings, signature))
    base = corrected(page, moves)
    desk = Desk(base, {s.key: s for s in spots(base, routine=True)}, tuple(_body(base)), signature)
    units = units_of(desk.texts, gap_mark(page.language))
    found = Remake()
    for group in grouped([words_of(each) for each in units], [r.words for r in readings]):
        if group.texts:
            Collator(group, units, desk, found).collate(readings)
        else:
            found.added.update((n, readings[n].words) for n in group.readings)
    kept, failed = _tried(_Trial(page, (*moves, *found.refusals), units), found.rewordings)
    makeup = Makeup(units, _blocks(base), readings, roles, wanted(kept, units), desk)
    return _arranged(page, moves, found, kept, failed, makeup)


def _arranged(
    page: Page,
    moves: Sequence[Correction],
    found: Remake,
    kept: Sequence[Rewording],
    failed: Sequence[Rewording],
    makeup: Makeup,
) -> Redlines:
    """The words that can be set, with the orders that arrange paragraphs as they should be."""
    words = (*moves, *found.refusals, *(c for edit in kept for c in edit.corrections))
    wishes = list(orders(found, makeup))
    aim = [plain(reading.words) for reading in makeup.readings if reading.words.strip()]
    made = (*words, *(c for order in wishes for c in order.corrections))
    if all(order.corrections for order in wishes) and _reads(page, made) == aim:
        return Redlines(made, tuple(sorted((edit.loose for edit in failed), key=_place)))
    loose = [edit.loose for edit in failed]
    made = words
    for order in wishes:
        more = (*made, *order.corrections)
        if order.corrections and _reads(page, more) is not None:
            made = more
        else:
            loose.append(order.loose)
    loose += _missing(_reads(page, made) or [], aim)
    return Redlines(made, tuple(sorted(loose, key=_place)))


def _missing(reads: Sequence[str], aim: Sequence[str]) -> Iterator[Loose]:
    """The paragraphs that do not read as they should, or stand where they should not."""
    absent = Counter(aim) - Counter(reads)
    yield from (Loose("a paragraph comes out otherwise", words) for words in absent)
    here, there = ([w for w in side if w in set(aim) & set(reads)] for side in (reads, aim))
    matcher = SequenceMatcher(None, here, there, False)
    for what, *_, start, end in matcher.get_opcodes():
        if what != "equal":
            yield from (Loose("a paragraph comes out elsewhere", w) for w in there[start:end])


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


def bare(words: str) -> str:
    """The words of a reading without what depends on paper."""
    return words.replace(LINE_BREAK, "")


def _place(loose: Loose) -> int:
    return -1 if loose.at is None else loose.at


def _body(page: Page) -> Sequence[Text]:
    """The texts of a page without those of its head and foot."""
    return list(read_texts(page))[len(page.folio.paragraphs) :]


def _blocks(page: Page) -> Sequence[int]:
    """The number of the block of each of these texts."""
    blocks = [block for article in page.articles for block in article.blocks]
    owners = {id(text): n for n, block in enumerate(blocks) for text in texts_of(block)}
    return [owners[id(text)] for text in _body(page)]


def _reads(page: Page, corrections: Sequence[Correction]) -> list[str] | None:
    """The paragraphs of the page with these corrections; None where they do not fit it."""
    try:
        body = _body(corrected(page, corrections))
    except ConfigError:
        return None
    read = (words_of(each) for each in units_of(body, gap_mark(page.language)))
    return [words for words in read if words.strip()]


def _without_banner(page: Page, readings: Sequence[Reading]) -> Sequence[Reading]:
    """The readings without the words over the sheet, which stand in boxes of the page layout."""
    over = {_solid(words) for words in banner(page.folio, page.folio.number, page.language)}
    return [r for r in readings if _solid(r.words) not in over or not _MARGINAL & {*r.styles}]


def _solid(words: str) -> str:
    return "".join(words.split())


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


@dataclass(frozen=True, slots=True)
class _Trial:
    """What changes of words are tried on: the page with its moves, and the units of its texts."""

    page: Page
    moves: tuple[Correction, ...]
    units: Sequence[tuple[Unit, ...]]

    def holds(self, edits: Sequence[Rewording]) -> bool:
        """Whether the page reads as the edits want it."""
        if any(not edit.pieces for edit in edits):
            return False
        made = [correction for edit in edits for correction in edit.corrections]
        reads = _reads(self.page, [*self.moves, *made])
        want = wanted(edits, self.units)
        words = "".join(want[id(unit)] for text in self.units for unit in text)
        return reads is not None and _solid("".join(reads)) == _solid(words)


def _tried(
    trial: _Trial, edits: Iterable[Rewording]
) -> tuple[Sequence[Rewording], Sequence[Rewording]]:
    """The edits that come about, and those that do not."""
    edits = tuple(edits)
    if trial.holds(edits):
        return edits, ()
    good: list[Rewording] = []
    failed: list[Rewording] = []
    for edit in edits:
        (good if trial.holds((*good, edit)) else failed).append(edit)
    return good, failed
