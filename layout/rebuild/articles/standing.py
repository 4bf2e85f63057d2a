"""Where articles stood on the scan: the box round the lines that each of them has most of."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from layout.geometry import Box, around
from layout.model import Article, ScannedPage, TextBlock, texts_of


class _Spot(NamedTuple):
    """A line of the scan, which begins at an offset of the source."""

    start: int
    box: Box


def with_boxes(articles: Sequence[Article], scanned: ScannedPage) -> tuple[Article, ...]:
    """The articles with their boxes, where the lines of the scan have any."""
    spots = sorted(_spots(scanned))
    if not spots:
        return tuple(articles)
    owners = _owners(articles, [spot.start for spot in spots])
    boxes = defaultdict(list)
    for spot, owner in zip(spots, owners, strict=True):
        if owner is not None:
            boxes[owner].append(spot.box)
    return tuple(replace(a, box=around(boxes[number])) for number, a in enumerate(articles))


def _spots(scanned: ScannedPage) -> Iterator[_Spot]:
    for block in scanned.blocks:
        if isinstance(block, TextBlock):
            for line in block.lines:
                if line.box is not None:
                    yield _Spot(line.text.start, line.box)


def _owners(articles: Sequence[Article], starts: Sequence[int]) -> list[int | None]:
    """For each line the article that has most of its characters; None for those of no article."""
    shares: list[Counter[int]] = [Counter() for _ in starts]
    for number, article in enumerate(articles):
        for block in article.blocks:
            for text in texts_of(block):
                for fragment in text.fragments:
                    line = bisect_right(starts, fragment.at) - 1
                    while 0 <= line < len(starts) and starts[line] < fragment.end:
                        behind = starts[line + 1] if line + 1 < len(starts) else fragment.end
                        covered = min(fragment.end, behind) - max(fragment.at, starts[line])
                        shares[line][number] += covered
                        line += 1
    return [share.most_common(1)[0][0] if share else None for share in shares]
