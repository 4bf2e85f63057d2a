"""Moves made plain: what was brought to its place leaves a paragraph where it stood in the source.

Rebuilding joins the halves of a paragraph though other blocks stand between them, and tells so at
the seam. An editor who rejects that should find the second half where the source has it. So the
half that came is marked as supplied here, and a paragraph of dropped text stands where it was; both
bear the rule DISPLACED and the same source offset.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from layout.model import Block, Page, Paragraph, texts_of
from layout.text import Edit, Fragment, Gap, LineEnd, Mark, Rule, Text

_MOVED = Edit(Rule.DISPLACED)


def is_move(mark: Mark | None) -> bool:
    """Whether a mark says that its words were moved."""
    return isinstance(mark, Edit) and mark.rule is Rule.DISPLACED


@dataclass(frozen=True, slots=True)
class _Placed:
    """A block, the number of its article on the page, and of the block that it is or follows."""

    article: int
    number: int
    block: Block

    @property
    def start(self) -> int:
        """The source offset of the block's first words."""
        return next((text.start for text in texts_of(self.block) if text.fragments), -1)


def with_moves(page: Page) -> Page:
    """The page with everything that was moved at both of its places."""
    blocks = blocks_with_moves(page)
    numbers = iter(range(len(page.articles)))
    sections = []
    for section in page.sections:
        articles = []
        for article, a in zip(section.articles, numbers, strict=False):
            found = [blocks[a, n] for n in range(len(article.blocks))]
            articles.append(replace(article, blocks=tuple(chain.from_iterable(found))))
        sections.append(replace(section, articles=tuple(articles)))
    return replace(page, sections=tuple(sections))


def blocks_with_moves(page: Page) -> Mapping[tuple[int, int], Sequence[Block]]:
    """For each block, by the numbers of its article and its own: what stands there with moves.

    That is the block itself, its moved words marked, and behind it the paragraphs that words left.
    """
    placed = [
        _Placed(a, n, block)
        for a, article in enumerate(page.articles)
        for n, block in enumerate(article.blocks)
    ]
    settled = [_settled(each, page.source) for each in placed]
    story = [each for each, _ in settled]
    for _, gone in settled:
        for paragraph in gone:
            _put_back(paragraph, story)
    blocks: defaultdict[tuple[int, int], list[Block]] = defaultdict(list)
    for each in story:
        blocks[each.article, each.number].append(each.block)
    return blocks


def _settled(placed: _Placed, source: str) -> tuple[_Placed, list[Paragraph]]:
    """A block whose moved words are marked as come, and the paragraphs that they left."""
    block = placed.block
    if not isinstance(block, Paragraph):
        return placed, []
    gone: list[Paragraph] = []
    fragments: list[Fragment] = []
    for part, moved in _parts(block.text, source):
        if moved:
            raw = "".join(f.raw for f in part)
            mark = Fragment("", raw, part[0].at, _MOVED)
            gone.append(replace(block, text=Text((mark,)), reasons=()))
        fragments += _come(part) if moved else part
    return replace(placed, block=replace(block, text=Text(tuple(fragments)))), gone


def _come(part: Sequence[Fragment]) -> Iterator[Fragment]:
    """Moved words as supplied; print that was lost among them is told of as before."""
    mark: Mark | None = _MOVED  # of the first words: a move has one place to come to
    for is_gap, group in groupby(part, key=lambda f: isinstance(f.mark, Gap)):
        if is_gap:
            yield from group
            continue
        yield Fragment("".join(f.text for f in group), "", part[0].at, mark)
        mark = None


def _parts(text: Text, source: str) -> Iterator[tuple[Sequence[Fragment], bool]]:
    """The text cut at its seams; a part is moved if it does not go on where the last one ended."""
    home = None
    for part in _between_seams(text):
        from_source = [fragment for fragment in part if fragment.raw]
        if not from_source:
            yield part, False
            continue
        here = from_source[0].at
        moved = home is not None and (here < home or source[home:here].strip() != "")
        yield part, moved
        if not moved:
            home = from_source[-1].end


def _between_seams(text: Text) -> Iterator[Sequence[Fragment]]:
    part: list[Fragment] = []
    for fragment in text.fragments:
        part.append(fragment)
        if _is_seam(fragment):
            yield part
            part = []
    if part:
        yield part


def _is_seam(fragment: Fragment) -> bool:
    """Two blocks were joined here with nothing of the source between them."""
    return isinstance(fragment.mark, LineEnd) and fragment.mark.column and not fragment.raw


def _put_back(paragraph: Paragraph, story: list[_Placed]) -> None:
    """Put a paragraph behind the block that stood before it in the source."""
    at = paragraph.text.start
    before = [n for n, placed in enumerate(story) if placed.start <= at]
    number = max(before, key=lambda n: story[n].start, default=0)
    story.insert(number + 1, replace(story[number], block=paragraph))
