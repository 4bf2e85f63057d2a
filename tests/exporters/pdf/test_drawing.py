"""Rules, tints and pictures are drawn where they stand; what means nothing is an artifact."""

from io import BytesIO

import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageCms

from exporters.pdf import write
from layout.errors import InputError
from layout.geometry import Box, Point
from layout.sheet import Drawn, Element, Picture, Rule, Tag, Tint
from tests.exporters.pdf.formes import forme_of, photograph
from tests.exporters.pdf.reading import Object, opened, operators, structure

FIGURE = (Element(Tag.DOCUMENT, None), Element(Tag.FIGURE, 0, alt="河"))


def painted(*drawn: Drawn, pictures: dict[str, bytes] | None = None) -> Image.Image:
    """The sheet at a pixel a point."""
    data = write(forme_of(*drawn, elements=FIGURE), pictures or {})
    with pdfium.PdfDocument(data) as document:
        image: Image.Image = document[0].render().to_pil().convert("RGB")
    return image


def test_a_rule_runs_from_end_to_end() -> None:
    image = painted(Rule(Point(20, 50), Point(120, 50), 4))
    assert [image.getpixel((x, 50)) for x in (10, 70, 130)] == [(255,) * 3, (0,) * 3, (255,) * 3]


def test_a_tint_is_filled_and_framed() -> None:
    image = painted(Tint(Box(50, 100, 60, 40), fill=0.8, line=0.0, line_width=4))
    assert image.getpixel((80, 120)) == (204,) * 3
    assert image.getpixel((80, 100)) == (0,) * 3
    assert image.getpixel((80, 97)) == (255,) * 3


def test_a_tint_of_nothing_draws_nothing() -> None:
    assert "re" not in operators(write(forme_of(Tint(Box(1, 1, 9, 9))), {}))


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(Rule(Point(0, 0), Point(9, 9), 1), id="a rule"),
        pytest.param(Tint(Box(0, 0, 9, 9), fill=0.5), id="a tint"),
        pytest.param(Picture(Box(0, 0, 9, 9), "a.png"), id="an ornament"),
    ],
)
def test_ornaments_are_artifacts(drawn: Drawn) -> None:
    written = operators(write(forme_of(drawn), {"a.png": photograph()})).splitlines()
    assert written[0] == "/Artifact<</Type/Layout>>BDC"
    assert written[-1] == "EMC"


def test_a_picture_fills_its_box() -> None:
    red = BytesIO()
    Image.new("RGB", (8, 4), "red").save(red, "PNG")
    image = painted(Picture(Box(40, 60, 80, 40), "a.png", 1), pictures={"a.png": red.getvalue()})
    assert image.getpixel((42, 62)) == image.getpixel((118, 98)) == (255, 0, 0)
    assert image.getpixel((122, 62)) == image.getpixel((42, 102)) == (255, 255, 255)


def test_a_picture_that_is_not_at_hand_leaves_its_place_empty() -> None:
    data = write(forme_of(Picture(Box(40, 60, 80, 40), "a.png", 1), elements=FIGURE), {})
    (figure,) = structure(data).find("Figure")
    assert [float(x) for x in figure.entries.A.BBox] == [40, 200, 120, 240]
    assert "Do" not in operators(data)


def embedded(data: bytes) -> tuple[str, str, bytes]:
    """How a picture lies in the file: its filter, its colour space, its raw bytes."""
    sheet = forme_of(Picture(Box(0, 0, 30, 20), "a", 1), elements=FIGURE)
    pdf = opened(write(sheet, {"a": data}))
    resources: Object = pdf.pages[0].Resources
    image = resources.XObject.I1
    return str(image.Filter), str(image.ColorSpace), image.read_raw_bytes()


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    data = BytesIO()
    image.save(data, kind, **options)
    return data.getvalue()


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SIDEWAYS = Image.Exif()
SIDEWAYS[0x0112] = 6


@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_jpeg_is_kept_as_it_is(mode: str) -> None:
    data = encoded(Image.new(mode, (8, 8)), "JPEG")
    assert embedded(data) == (
        "/DCTDecode",
        {"RGB": "/DeviceRGB", "L": "/DeviceGray"}[mode],
        data,
    )


@pytest.mark.parametrize(
    ("data", "space"),
    [
        pytest.param(encoded(Image.new("CMYK", (8, 8)), "JPEG"), "/DeviceRGB", id="CMYK"),
        pytest.param(
            encoded(Image.new("RGB", (8, 8)), "JPEG", exif=SIDEWAYS), "/DeviceRGB", id="on its side"
        ),
        pytest.param(encoded(Image.new("RGBA", (8, 8)), "PNG"), "/DeviceRGB", id="transparent"),
        pytest.param(encoded(Image.new("LA", (8, 8)), "PNG"), "/DeviceGray", id="transparent grey"),
        pytest.param(encoded(Image.new("P", (8, 8)), "PNG"), "/DeviceRGB", id="a palette"),
        pytest.param(encoded(Image.new("1", (8, 8)), "PNG"), "/DeviceGray", id="black and white"),
        pytest.param(encoded(Image.new("I;16", (8, 8)), "PNG"), "/DeviceGray", id="deep grey"),
        pytest.param(
            encoded(Image.new("RGB", (8, 8)), "PNG", icc_profile=b"broken"), "/DeviceRGB", id="ICC"
        ),
    ],
)
def test_anything_else_becomes_plain_samples(data: bytes, space: str) -> None:
    assert embedded(data)[:2] == ("/FlateDecode", space)


def test_what_is_transparent_is_white() -> None:
    clear = encoded(Image.new("RGBA", (4, 4), (255, 0, 0, 0)), "PNG")
    image = painted(
        Picture(Box(0, 0, 40, 40), "a", 1),
        Rule(Point(50, 20), Point(60, 20), 9),
        pictures={"a": clear},
    )
    assert image.getpixel((20, 20)) == (255, 255, 255)


def test_a_picture_used_twice_is_written_once() -> None:
    places = [Picture(Box(x, 0, 30, 20), "a", 1) for x in (0, 50)]
    once, twice = (
        len(write(forme_of(*some, elements=FIGURE), {"a": photograph()}))
        for some in (places[:1], places)
    )
    assert twice - once < 100


@pytest.mark.parametrize("data", [b"", b"GIF89a", photograph("RGB", "PNG")[:40]], ids=repr)
def test_what_is_no_picture_is_named(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.png: the picture cannot be read"):
        write(forme_of(Picture(Box(0, 0, 9, 9), "a.png")), {"a.png": data})
