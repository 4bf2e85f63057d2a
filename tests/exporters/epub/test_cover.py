from io import BytesIO

from PIL import Image

from exporters.epub.cover import draw_cover
from layout.geometry import Box, Point, Size
from layout.sheet import Drawn, Face, Picture, Rule, Run, Sheet, Tint


def drawn(*items: Drawn, **images: bytes) -> Image.Image:
    return Image.open(BytesIO(draw_cover(Sheet(Size(400, 600), "04", items), images)))


def test_a_cover_has_the_sheet_s_shape() -> None:
    cover = drawn()
    assert (cover.size, cover.mode) == ((800, 1200), "L")
    assert cover.getextrema() == (255, 255)


def test_heads_are_set_and_small_type_is_greeked() -> None:
    head = drawn(Run(Point(10, 100), Face.SONG_BLACK, 40, "题"))
    body = drawn(Run(Point(10, 100), Face.SONG, 4, "甲乙"))
    assert head.getextrema() == (0, 255)
    assert body.getextrema() == (200, 255)
    assert body.point(lambda level: 255 - level).getbbox() == (20, 195, 37, 201)


def test_rules_tints_and_pictures_are_drawn() -> None:
    red = BytesIO()
    Image.new("RGB", (8, 8), "#ff0000").save(red, "PNG")
    cover = drawn(
        Tint(Box(0, 0, 50, 50), fill=0.5),
        Rule(Point(100, 10), Point(200, 10), 1),
        Picture(Box(100, 100, 50, 50), "photo"),
        Picture(Box(300, 300, 50, 50), "lost"),
        Picture(Box(300, 300, 50, 50), None),
        photo=red.getvalue(),
    )
    assert [cover.getpixel(at) for at in ((50, 50), (300, 20), (250, 250), (650, 650))] == [
        128,
        0,
        76,
        255,
    ]


def test_the_same_sheet_gives_the_same_bytes() -> None:
    sheet = Sheet(Size(400, 600), "04", (Run(Point(10, 100), Face.HEI, 40, "题"),))
    assert draw_cover(sheet, {}) == draw_cover(sheet, {})
