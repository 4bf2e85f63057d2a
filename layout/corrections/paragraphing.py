"""Part, join, add and transpose paragraphs, each found by a character of the source that it holds.

Steps are taken kind by kind, in the order of `Step`: what is transposed or joined may have been
parted before, what is joined may have been brought together. A headline that opens its article and
is put behind the last paragraph of another begins an article there, so that a whole article can be
transposed paragraph by paragraph.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TypeAlias, assert_never

from layout.corrections.anchor import Place
from layout.corrections.emend import cut_at
from layout.errors import ConfigError
from layout.model import Article, Block, Figure, Page, Paragraph, Reason, Role, Table, texts_of
from layout.text import Edit, Rule, Text, supplied


class Step(Enum):
    """What is done with paragraphs, in the order in which it is done."""

    PART = auto()
    TRANSPOSE = auto()
    ADD = auto()
    JOIN = auto()


@dataclass(frozen=True, slots=True)
class Rearrangement:
    """A step at an empty place: the paragraph that holds the character behind it is meant.

    To ADD is to put `words` of that `role` behind the paragraph that holds the character before;
    to TRANSPOSE, to put the paragraph behind the one with the character before `to`. Place 0 is
    the head of the page. `said` tells who did it.
    """

    step: Step
    place: Place
    said: str
    to: Place
    words: str = ""
    role: Role = Role.BODY


_Where: TypeAlias = tuple[int, int]  # the numbers of an article and of its block
_HEAD: _Where = (0, -1)  # of the page, before its first block
_HEADS = frozenset({Role.SECTION, Role.COLUMN_LABEL, Role.KICKER, Role.HEADLINE})


@dataclass(slots=True)
class _Sheet:
    """The articles of a page while they are worked on; the section of each, by its number."""

    articles: list[Article]
    sections: list[int]

    def block(self, where: _Where) -> Block:
        return self.articles[where[0]].blocks[where[1]]

    def put(self, where: _Where, *blocks: Block) -> None:
        """Put these blocks in the place of one."""
        a, b = where
        old = self.articles[a].blocks
        self.articles[a] = replace(self.articles[a], blocks=(*old[:b], *blocks, *old[b + 1 :]))

    def put_behind(self, where: _Where, block: Block) -> None:
        """Put a block behind another."""
        a, b = where
        old = self.articles[a].blocks
        self.articles[a] = replace(self.articles[a], blocks=(*old[: b + 1], block, *old[b + 1 :]))

    def holder(self, offset: int) -> _Where | None:
        """The block that holds a character of the source."""
        for a, article in enumerate(self.articles):
            for b, block in enumerate(article.blocks):
                if any(_holds(text, offset) for text in texts_of(block)):
                    return a, b
        return None

    def open(self, article: Article, section: int, *, behind: int) -> None:
        """Let an article begin behind the one of that number."""
        self.articles.insert(behind + 1, article)
        self.sections.insert(behind + 1, section)


def rearranged(page: Page, steps: Iterable[Rearrangement]) -> Page:
    """The page with its paragraphs as these steps leave them.

    Raises ConfigError for a step whose paragraph is not there, or cannot be parted or moved.
    """
    numbers = [n for n, section in enumerate(page.sections) for _ in section.articles]
    sheet = _Sheet(list(page.articles), numbers)
    kinds: dict[Step, list[Rearrangement]] = {step: [] for step in Step}
    for each in steps:
        kinds[each.step].append(each)
    for each in kinds[Step.PART]:
        _part(each, sheet)
    _transpose(kinds[Step.TRANSPOSE], sheet)
    for each in reversed(kinds[Step.ADD]):  # of two behind one paragraph, the latter first
        _add(each, sheet)
    for each in kinds[Step.JOIN]:
        _join(each, sheet)
    return _bound(page, sheet)


def _add(each: Rearrangement, sheet: _Sheet) -> None:
    text = supplied(each.words, each.place.start, Edit(Rule.EDITOR, each.said))
    paragraph = Paragraph(each.role, text, (Reason(each.said),))
    sheet.put_behind(_goal(each.place, sheet), paragraph)


def _bound(page: Page, sheet: _Sheet) -> Page:
    """The page with these articles, without those of which nothing is left."""
    numbered = list(zip(sheet.sections, sheet.articles, strict=True))
    sections = (
        replace(section, articles=tuple(a for n, a in numbered if n == number and a.blocks))
        for number, section in enumerate(page.sections)
    )
    return replace(page, sections=tuple(section for section in sections if section.articles))


def _part(each: Rearrangement, sheet: _Sheet) -> None:
    where = _found(each.place, sheet)
    block = sheet.block(where)
    match block:
        case Paragraph(text=text):
            before, behind = _parted(text, each.place)
            second = Paragraph(block.role, behind, (Reason(each.said),))
            sheet.put(where, replace(block, text=before), second)
        case Figure(caption=Paragraph() as caption, credit=None):
            before, behind = _parted(caption.text, each.place)
            second = Paragraph(caption.role, behind, (Reason(each.said),))
            sheet.put(where, replace(block, caption=replace(caption, text=before)), second)
        case Figure() | Table():
            hint = "let the words stand in one piece"
            raise ConfigError("this cannot be two paragraphs", each.place.origin, hint)
        case _:
            assert_never(block)


def _parted(text: Text, place: Place) -> tuple[Text, Text]:
    """A text as its two halves; what was supplied at the place stays with the first."""
    fragments = cut_at(text.fragments, place.start, place)
    first = next(n for n, f in enumerate(fragments) if f.raw and f.at == place.start)
    if not any(f.text for f in fragments[:first]):
        hint = "a place inside the paragraph is wanted"
        raise ConfigError("the paragraph begins there", place.origin, hint)
    return Text(tuple(fragments[:first])), Text(tuple(fragments[first:]))


def _join(each: Rearrangement, sheet: _Sheet) -> None:
    where = _found(each.place, sheet)
    block = sheet.block(where)
    if not isinstance(block, Paragraph):
        hint = "only a paragraph can be joined to the one before it"
        raise ConfigError("this is no paragraph", each.place.origin, hint)
    before = _before(where, sheet)
    if before is None:
        hint = "no paragraph stands before it to be joined with"
        raise ConfigError("this is the first paragraph", each.place.origin, hint)
    whole = _with_more(sheet.block(before), block.text, Reason(each.said), each.place)
    sheet.put(where)
    sheet.put(before, whole)


def _before(where: _Where, sheet: _Sheet) -> _Where | None:
    """The last block before one that has words, in its article or those before."""
    places = (
        (a, b)
        for a in range(where[0], -1, -1)
        for b in range(len(sheet.articles[a].blocks) - 1, -1, -1)
    )
    said = (at for at in places if at < where and _says(sheet.block(at)))
    return next(said, None)


def _says(block: Block) -> bool:
    return any(fragment.text for text in texts_of(block) for fragment in text.fragments)


def _with_more(block: Block, more: Text, reason: Reason, place: Place) -> Block:
    """The block with more words at its end."""
    match block:
        case Paragraph():
            return _longer(block, more, reason)
        case Figure(credit=Paragraph() as credit):
            return replace(block, credit=_longer(credit, more, reason))
        case Figure(caption=Paragraph() as caption):
            return replace(block, caption=_longer(caption, more, reason))
        case Figure() | Table():
            hint = "only paragraphs can be joined"
            raise ConfigError("no paragraph stands before it", place.origin, hint)
        case _:
            assert_never(block)


def _longer(paragraph: Paragraph, more: Text, reason: Reason) -> Paragraph:
    reasons = (*paragraph.reasons, reason)
    return replace(paragraph, text=paragraph.text + more, reasons=reasons)


@dataclass(frozen=True, slots=True)
class _Lifted:
    """A block that was taken out to be put elsewhere, and the article that it was in."""

    each: Rearrangement
    block: Block
    article: Article
    section: int
    opens: bool


def _transpose(steps: Sequence[Rearrangement], sheet: _Sheet) -> None:
    """Take all the paragraphs out first: one may be wanted behind another that is moved as well."""
    waiting = [_lifted(each, sheet) for each in steps]
    while waiting:
        ready = [each for each in waiting if _is_there(each.each.to, sheet)]
        if not ready:
            hint = "name the end of a paragraph that stays with to and after"
            raise ConfigError("no paragraph ends there", waiting[0].each.place.origin, hint)
        for lifted in reversed(ready):  # of two that are wanted behind one, the latter first
            _set_down(lifted, sheet)
        waiting = [each for each in waiting if each not in ready]


def _lifted(each: Rearrangement, sheet: _Sheet) -> _Lifted:
    where = _found(each.place, sheet)
    block = sheet.block(where)
    opens = where[1] == 0 and isinstance(block, Paragraph) and block.role in _HEADS
    if isinstance(block, Paragraph):
        block = replace(block, reasons=(*block.reasons, Reason(each.said)))
    lifted = _Lifted(each, block, sheet.articles[where[0]], sheet.sections[where[0]], opens)
    sheet.put(where)
    return lifted


def _set_down(lifted: _Lifted, sheet: _Sheet) -> None:
    goal = _goal(lifted.each.to, sheet)
    last = goal == _HEAD or goal[1] == len(sheet.articles[goal[0]].blocks) - 1
    if lifted.opens and last:
        behind = goal[0] - (goal == _HEAD)
        article = replace(lifted.article, blocks=(lifted.block,))
        sheet.open(article, lifted.section, behind=behind)
    else:
        sheet.put_behind(goal, lifted.block)


def _is_there(place: Place, sheet: _Sheet) -> bool:
    return place.start == 0 or sheet.holder(place.start - 1) is not None


def _found(place: Place, sheet: _Sheet) -> _Where:
    """The block with the character behind a place."""
    where = sheet.holder(place.start)
    if where is None:
        hint = "at tells its first character; blanks between paragraphs belong to none"
        raise ConfigError("no paragraph is there", place.origin, hint)
    return where


def _goal(place: Place, sheet: _Sheet) -> _Where:
    """The block with the character before a place; for the head of the page, none before all."""
    if place.start == 0:
        return _HEAD
    where = sheet.holder(place.start - 1)
    if where is None:
        hint = "name the end of a paragraph; 0 is the head of the page"
        raise ConfigError("no paragraph ends there", place.origin, hint)
    return where


def _holds(text: Text, offset: int) -> bool:
    return any(f.raw and f.at <= offset < f.end for f in text.fragments)
