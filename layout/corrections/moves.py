"""Take moves back: words that were brought to a paragraph stand again where the source has them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter

from layout.model import Article, Block, Page, Paragraph, Reason, Role, texts_of
from layout.text import Fragment, LineEnd, Text
from layout.walk import map_articles

Seam = tuple[int, int]
"""The source offsets of a line end: where it starts, and behind it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What follows a seam: its fragments, and the seam's reason; no reason if it was to stay."""

    reason: Reason | None = None
    moved: bool = False
    fragments: list[Fragment] = field(default_factory=list)


def taken_apart(page: Page, seams: Mapping[Seam, Reason]) -> Page:
    """The page with every paragraph parted that was joined at one of these seams.

    Words that were moved to the seam become a paragraph behind the block that stands before them
    in the source; what follows an old line end, a paragraph right there.
    """
    home: list[Paragraph] = []

    def parted(article: Article) -> Article:
        blocks: list[Block] = []
        for block in article.blocks:
            if isinstance(block, Paragraph):
                stays, goes = _parted(block, seams)
                blocks += stays
                home.extend(goes)
            else:
                blocks.append(block)
        return replace(article, blocks=tuple(blocks))

    page = map_articles(page, parted)
    for paragraph in home:
        page = _with_home(page, paragraph)
    return page


def _parted(
    block: Paragraph, seams: Mapping[Seam, Reason]
) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """A paragraph as those that stay and those that go home."""
    first, *parts = _parts(block.text, seams)
    if not parts:
        return (block,), ()
    stays = [replace(block, text=Text(tuple(first.fragments)))]
    goes: list[Paragraph] = []
    for part in parts:
        text, reasons = Text(tuple(part.fragments)), (part.reason,) if part.reason else ()
        if part.moved:
            goes.append(Paragraph(Role.BODY, text, reasons))
        else:
            stays.append(Paragraph(block.role, text, reasons))
    return stays, goes


def _parts(text: Text, seams: Mapping[Seam, Reason]) -> Sequence[_Part]:
    """A text in parts; behind words that were moved and go, the part before them goes on."""
    staying = part = _Part()
    parts = [part]
    for fragment in text.fragments:
        reason = _reason(fragment, seams)
        if reason is None:
            if _is_move(fragment):
                part = staying
            part.fragments.append(fragment)
            continue
        if fragment.raw:
            part.fragments.append(replace(fragment, text=""))
        part = _Part(reason, not fragment.raw)
        parts.append(part)
        staying = staying if part.moved else part
    return parts


def _reason(fragment: Fragment, seams: Mapping[Seam, Reason]) -> Reason | None:
    is_seam = isinstance(fragment.mark, LineEnd) and fragment.mark.why
    return seams.get((fragment.at, fragment.end)) if is_seam else None


def _is_move(fragment: Fragment) -> bool:
    return isinstance(fragment.mark, LineEnd) and bool(fragment.mark.why) and not fragment.raw


def _with_home(page: Page, paragraph: Paragraph) -> Page:
    """The page with a paragraph behind the block that begins last before it in the source."""
    starts = [
        (_start(block), (a, b))
        for a, article in enumerate(page.articles)
        for b, block in enumerate(article.blocks)
    ]
    before = [each for each in starts if 0 <= each[0] <= paragraph.text.start]
    at = max(before, key=itemgetter(0), default=(0, (0, -1)))[1]
    numbers = iter(range(len(page.articles)))

    def settled(article: Article) -> Article:
        if next(numbers) != at[0]:
            return article
        blocks = article.blocks
        return replace(article, blocks=(*blocks[: at[1] + 1], paragraph, *blocks[at[1] + 1 :]))

    return map_articles(page, settled)


def _start(block: Block) -> int:
    return next(_places(block), -1)


def _places(block: Block) -> Iterator[int]:
    for text in texts_of(block):
        yield from (fragment.at for fragment in text.fragments if fragment.raw)
