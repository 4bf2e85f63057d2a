"""Formes made by hand: small sheets with a piece of everything that can stand on one."""

from datetime import date
from io import BytesIO

from PIL import Image

from layout.geometry import Box, Point, Size
from layout.sheet import (
    Drawn,
    Element,
    Entry,
    Face,
    Forme,
    Link,
    Picture,
    Rule,
    Run,
    Sheet,
    Stretch,
    Tag,
    Tint,
)

SIZE = Size(400, 300)


def line(text: str, x: float, y: float, element: int | None = None, size: float = 10) -> Run:
    """A line of body type."""
    return Run(Point(x, y), Face.SONG, size, text, element=element)


def forme_of(*drawn: Drawn, elements: tuple[Element, ...] = (), language: str = "zh-Hans") -> Forme:
    """A forme of one sheet."""
    return Forme("清河日报", language, (Sheet(SIZE, "1", drawn),), elements, ())


def words(text: str, face: Face = Face.SONG, language: str = "zh-Hans") -> Forme:
    """A forme of one paragraph of one line."""
    run = Run(Point(20, 50), face, 10, text, element=1)
    elements = (Element(Tag.DOCUMENT, None), Element(Tag.PARAGRAPH, 0))
    return forme_of(run, elements=elements, language=language)


def photograph(mode: str = "RGB", kind: str = "PNG") -> bytes:
    """A picture file of six pixels."""
    data = BytesIO()
    Image.new(mode, (3, 2)).save(data, kind)
    return data.getvalue()


ELEMENTS = (
    Element(Tag.DOCUMENT, None),
    Element(Tag.SECTION, 0, title="要闻"),
    Element(Tag.ARTICLE, 1, title="春水涨满清河"),
    Element(Tag.KICKER, 2),
    Element(Tag.HEADLINE, 2),
    Element(Tag.BYLINE, 2),
    Element(Tag.PARAGRAPH, 2),  # 6
    Element(Tag.SUBHEAD, 2),
    Element(Tag.LIST, 2),
    Element(Tag.ITEM, 8),
    Element(Tag.LABEL, 9),
    Element(Tag.ITEM_BODY, 9),
    Element(Tag.TABLE, 2),  # 12
    Element(Tag.ROW, 12),
    Element(Tag.HEADER_CELL, 13),
    Element(Tag.HEADER_CELL, 13),
    Element(Tag.ROW, 12),
    Element(Tag.HEADER_CELL, 16),
    Element(Tag.CELL, 16),
    Element(Tag.FIGURE, 2, alt="河边的柳树"),  # 19
    Element(Tag.CAPTION, 19),
    Element(Tag.PARAGRAPH, 2, language="en"),  # 21
    Element(Tag.FIGURE, 2),
    Element(Tag.CAPTION, 22),
)


def newspaper() -> Forme:
    """Two sheets with an article of every part: columns, list, table, pictures, a foreign word."""
    first = (
        line("04 要闻", 20, 15, size=8),
        Rule(Point(20, 20), Point(380, 20), 0.5),
        Tint(Box(200, 120, 180, 90), fill=0.93, line=0.4),
        Run(Point(20, 34), Face.KAI, 9, "水利局：", element=3),
        Run(Point(20, 58), Face.SONG_BLACK, 22, "春水涨满清河", spread=40.0, element=4),
        Run(Point(20, 74), Face.KAI, 8, "本报记者　柳青", element=5),
        line("“清河的水位昨天到了", 20, 90, 6),
        Run(
            Point(20, 104), Face.SONG, 10, "3.2 米，”值班员说——", ((1, 125.0), (6, -250.0)), 12.5, 6
        ),
        line("比去年早了……", 20, 118, 6),
        line("整整十天。", 120, 90, 6),
        Run(Point(120, 110), Face.HEI, 10, "三件大事", element=7),
        line("①", 120, 124, 10),
        line("修好北闸。", 132, 124, 11),
        line("年", 210, 135, 14),
        line("米", 250, 135, 15),
        line("2021", 210, 149, 17),
        line("3.1", 250, 149, 18),
        Picture(Box(20, 130, 60, 40), "willow.png", 19),
        line("柳树。柳青 摄", 20, 180, 20, 7),
        Picture(Box(20, 190, 60, 40), None, 22),
        line("北闸", 20, 240, 23, 7),
    )
    second = (
        Run(
            *(Point(20, 40), Face.SONG, 10, "An official flood, “一九九八”, isn’t forgotten."),
            element=21,
            language="en",
            stretches=(Stretch(20, 24, "zh-Hans"),),
            ligatures=((4, 7), (12, 14)),
        ),
        line("（上接第一版）河水继续上涨。", 20, 60, 6),
    )
    entries = (
        Entry("要闻", 0, 0, 20),
        Entry("春水涨满清河", 1, 0, 40),
        Entry("三件大事", 2, 0, 100),
        Entry("下页", 0, 1, 20),
    )
    jump = Link(Box(20, 110, 100, 10), 1, 50, "转第05版")
    back = Link(Box(20, 50, 100, 12), 0, 80, "上接第04版")
    sheets = (Sheet(SIZE, "04", first, (jump,)), Sheet(Size(300, 400), "05", second, (back,)))
    return Forme("清河日报", "zh-Hans", sheets, ELEMENTS, entries, date(2022, 9, 27), "清河日报社")
