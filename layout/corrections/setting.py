"""The page that follows from what a person decided about its places.

A correction holds for a place of the source, whatever is found out about that place, so a file of
corrections keeps its meaning when rebuilding learns more. Words are set first, then moves confirmed
or taken back, then paragraphs parted, transposed, added and joined.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import assert_never

from layout.corrections.anchor import Place
from layout.corrections.decisions import PARAGRAPHS, Correction, asked
from layout.corrections.emend import Ground, emended, left, read_as
from layout.corrections.moves import Seam, taken_apart
from layout.corrections.paragraphing import Rearrangement, Step, rearranged
from layout.corrections.spots import Key, Matter, Spot, key_of, spots
from layout.errors import ConfigError
from layout.model import Article, Page, Paragraph, Reason
from layout.rebuild.signs.folio import folio_of
from layout.text import Edit, Fragment, Gap, LineEnd, Rule, Text
from layout.walk import map_articles, map_texts, read_texts

_STEPS = {
    Matter.SPLIT: (Step.PART, "parted"),
    Matter.JOIN: (Step.JOIN, "joined"),
    Matter.INSERT: (Step.ADD, "added"),
    Matter.TRANSPOSE: (Step.TRANSPOSE, "put here"),
}
"""What is done with paragraphs, and what that is called in the ledger."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A correction at its place on the page."""

    place: Place
    correction: Correction

    @property
    def key(self) -> Key:
        """What tells it from all others of its page, and which spot it is meant for."""
        return key_of(self.place.start, self.place.end, self.correction.matter)

    @property
    def seam(self) -> Seam:
        """Its place as that of a line end."""
        return self.place.start, self.place.end

    def covers(self, fragment: Fragment) -> bool:
        """Whether a fragment without a source is what an empty place is about."""
        match self.correction.matter:
            case Matter.GAP:
                return isinstance(fragment.mark, Gap)
            case Matter.SUGGESTION | Matter.CORRECTION:
                return isinstance(fragment.mark, Edit) and bool(fragment.text)
            case Matter.EDITOR | Matter.MOVE:
                return False
            case Matter.SPLIT | Matter.JOIN | Matter.INSERT | Matter.TRANSPOSE:
                return False
            case _:
                assert_never(self.correction.matter)

    def put(self, fragments: Sequence[Fragment]) -> Iterable[Fragment]:
        """What stands at its place instead of these fragments."""
        if self.correction.matter is Matter.GAP:
            return _filled(self.correction, self.place.start)
        return _decided(fragments, self.correction, self.place.start)


def corrected(page: Page, corrections: Iterable[Correction]) -> Page:
    """The page as its corrections want it; those of other pages are passed over.

    Raises ConfigError for one that does not fit the source, and for two that overlap.
    """
    changes = [change for change in _changes(page, corrections) if change.correction.is_decided]
    moves = [change for change in changes if change.correction.matter is Matter.MOVE]
    steps = [change for change in changes if change.correction.matter in PARAGRAPHS]
    readings = [change for change in changes if change not in moves and change not in steps]
    page = _reread(page, readings) if readings else page
    page = _moved(page, moves) if moves else page
    return rearranged(page, [_step(each, page.source) for each in steps]) if steps else page


def _step(change: _Change, source: str) -> Rearrangement:
    """What is to be done with a paragraph, at its place."""
    correction, origin = change.correction, change.place.origin
    step, done = _STEPS[correction.matter]
    to = correction.to.place(source, origin) if correction.to else Place(0, 0, origin)
    said = correction.signature.said(done)
    return Rearrangement(step, change.place, said, to, correction.text, correction.role)


def answered(
    page: Page, corrections: Iterable[Correction], *, routine: bool = False
) -> tuple[tuple[Spot | None, Correction], ...]:
    """Every spot of a rebuilt page with its correction, and those that belong to no spot.

    A spot that the corrections leave out has the one that decides nothing.
    """
    changes = _changes(page, corrections)
    said = {c.key: c.correction for c in changes if c.correction.matter not in PARAGRAPHS}
    found = [
        (spot, said.pop(spot.key) if spot.key in said else asked(page, spot))
        for spot in spots(page, routine=routine)
    ]
    rest = (*said.values(), *(c.correction for c in changes if c.correction.matter in PARAGRAPHS))
    return (*found, *((None, correction) for correction in rest))


def _changes(page: Page, corrections: Iterable[Correction]) -> Sequence[_Change]:
    """The corrections of this page at their places, in the order of the source."""
    changes = [
        _Change(correction.anchor.place(page.source, correction.origin), correction)
        for correction in corrections
        if correction.page == page.name
    ]
    changes.sort(key=lambda change: change.key)
    longest: _Change | None = None
    for change in changes:
        if change.correction.matter in PARAGRAPHS:  # what becomes of words is another question
            continue
        if longest and _overlap(longest, change):
            raise _overlapping(longest.correction, change.correction)
        if longest is None or change.place.end >= longest.place.end:
            longest = change
    _refuse_twice([each for each in changes if each.correction.matter is not Matter.INSERT])
    return changes


def _refuse_twice(changes: Sequence[_Change]) -> None:
    """Refuse two that say the same of one place; paragraphs may be inserted one behind another."""
    for first, second in pairwise(changes):
        if first.key == second.key:
            raise _overlapping(first.correction, second.correction)


def _overlap(first: _Change, second: _Change) -> bool:
    return second.place.start < first.place.end and first.place.start < second.place.end


def _overlapping(first: Correction, second: Correction) -> ConfigError:
    former, latter = sorted((first, second), key=lambda c: c.origin.line if c.origin else 0)
    where = f" at {former.origin}" if former.origin else ""
    return ConfigError(f"overlaps the entry{where}", latter.origin, "delete one of the two")


def _reread(page: Page, changes: Sequence[_Change]) -> Page:
    texts = list(read_texts(page))
    ground = Ground(tuple(texts))
    for change in changes:
        number = ground.holder(change.place, change.covers)
        if number is None:
            hint = "blanks between blocks and marks of Markdown cannot be corrected"
            raise ConfigError("the spot is in no text of the page", change.place.origin, hint)
        texts[number] = emended(texts[number], change.place, change.covers, change.put)
    reread = iter(texts)
    return _with_folio(page, map_articles(map_texts(page, lambda _: next(reread)), _without_empty))


def _filled(correction: Correction, at: int) -> Iterator[Fragment]:
    """A gap with a person's words or an accepted guess in it, confirmed, or gone."""
    words, evidence, signature = correction.text, correction.evidence, correction.signature
    if words:
        yield Fragment(words, "", at, Edit(Rule.EDITOR, signature.said("filled in", evidence)))
    elif not correction.accept:
        return
    elif correction.reading:
        why = signature.said("guess accepted", evidence)
        yield Fragment(correction.reading, "", at, Edit(Rule.EDITOR, why))
    else:
        why = signature.said("confirmed", evidence)
        yield Fragment("", "", at, Gap(correction.longest, why, 1.0))


def _decided(fragments: Sequence[Fragment], correction: Correction, at: int) -> Iterator[Fragment]:
    """A reading set or refused, or a person's own words."""
    evidence, signature = correction.evidence, correction.signature
    if correction.text or correction.matter is Matter.EDITOR:
        mark = Edit(Rule.EDITOR, signature.said("set", evidence))
        return read_as(fragments, correction.text, at, mark)
    if correction.accept:
        mark = Edit(correction.rule, signature.said("accepted", evidence))
        return read_as(fragments, correction.reading, at, mark)
    mark = Edit(Rule.EDITOR, signature.said("left as in the source", evidence))
    return left(fragments, correction.reading, mark)


def _without_empty(article: Article) -> Article:
    """The article without paragraphs that held nothing but words which the source never had."""
    blocks = tuple(
        block
        for block in article.blocks
        if not (isinstance(block, Paragraph) and not block.text.fragments)
    )
    return replace(article, blocks=blocks)


def _with_folio(before: Page, page: Page) -> Page:
    """The page with its number, date and so on read again where their words were corrected."""
    words = page.folio.paragraphs
    if words == before.folio.paragraphs:
        return page
    folio = folio_of(words)
    sections = tuple(
        replace(section, name=folio.section) if section.name == before.folio.section else section
        for section in page.sections
    )
    return replace(page, folio=folio, sections=sections)


def _moved(page: Page, changes: Sequence[_Change]) -> Page:
    """The page with moves confirmed in their evidence, or taken back."""
    kept = {change.seam: change.correction for change in changes if change.correction.accept}
    undone = {
        change.seam: Reason(change.correction.signature.said("put back"))
        for change in changes
        if not change.correction.accept
    }

    def confirmed(text: Text) -> Text:
        return Text(tuple(_confirmed(fragment, kept) for fragment in text.fragments))

    return taken_apart(map_texts(page, confirmed) if kept else page, undone)


def _confirmed(fragment: Fragment, kept: Mapping[Seam, Correction]) -> Fragment:
    mark = fragment.mark
    if not isinstance(mark, LineEnd) or not mark.why:
        return fragment
    correction = kept.get((fragment.at, fragment.end))
    if correction is None:
        return fragment
    why = correction.signature.said("accepted", mark.why)
    return replace(fragment, mark=replace(mark, why=why, certainty=1.0))
