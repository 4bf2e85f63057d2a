from collections.abc import Iterator

from layout.geometry import Box, Size
from layout.model import Line, ScannedPage, TextBlock
from layout.rebuild import rebuild
from layout.text import kept

_LEFT = (
    "雾锁港口 船只停航",
    "本报讯今晨港口大雾，能见度不足五十",
    "米，渡轮停航三小时。近百名旅客在候",
    "船室等待，码头送来了热水和早点。",
)
_RIGHT = (
    "新米上市 价格平稳",
    "本报讯入秋以来，城南粮市新米陆续上",
    "市，价格与去年持平。粮商说，今年雨",
    "水匀，稻谷饱满，米质比往年更好。",
)


def scanned() -> ScannedPage:
    """Two articles side by side, 100 points wide each, 20 points between them."""
    source = "\n".join("".join(f"{words}\n" for words in side) for side in (_LEFT, _RIGHT))
    return ScannedPage("a", source, tuple(_blocks(source)), scan=Size(240, 100))


def _blocks(source: str) -> Iterator[TextBlock]:
    at = 0
    for x, side in ((10.0, _LEFT), (130.0, _RIGHT)):
        lines = []
        for row, words in enumerate(side):
            behind = at + len(words) + 1
            lines.append(Line(kept(source, at, behind), Box(x, row * 20.0, 100, 16)))
            at = behind
        yield TextBlock(tuple(lines[:1]), 2)
        yield TextBlock(tuple(lines[1:]))
        at += 1


def test_articles_stand_where_their_lines_stood() -> None:
    page = rebuild(scanned())
    assert [a.title for a in page.articles] == [_LEFT[0], _RIGHT[0]]
    assert [a.box for a in page.articles] == [Box(10, 0, 100, 76), Box(130, 0, 100, 76)]
    assert page.scan == Size(240, 100)


def test_text_by_itself_tells_no_place() -> None:
    lines = ("雾锁港口\n", "船只停航\n")
    blocks = TextBlock((Line(kept("".join(lines), 0, 5)), Line(kept("".join(lines), 5, 10))))
    (article,) = rebuild(ScannedPage("a", "".join(lines), (blocks,))).articles
    assert article.box is None
