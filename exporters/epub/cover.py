"""A cover: the front page, small. Heads are set, smaller type is greeked into grey lines.

Greeking is what layout artists do where type would be too small to read; here it also makes the
picture small and quick to draw.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import assert_never

from PIL import Image, ImageDraw, ImageFont

from fonts.catalogue import FontFile
from fonts.metrics import Ruler
from layout.geometry import Box
from layout.sheet import Drawn, Picture, Rule, Run, Sheet, Tint, edges

_WIDTH = 800
_LEGIBLE = 8.5
_GREEKED = 200
_X_HEIGHT = 0.6
_WHITE = 255


def draw_cover(sheet: Sheet, images: Mapping[str, bytes], ruler: Ruler | None = None) -> bytes:
    """The sheet as a PNG in shades of grey, 800 pixels wide."""
    scale = _WIDTH / sheet.size.width
    image = Image.new("L", (_WIDTH, round(sheet.size.height * scale)), _WHITE)
    easel = _Easel(image, ImageDraw.Draw(image), scale, ruler or Ruler(), images)
    for item in sheet.drawn:
        _draw(item, easel)
    finished = BytesIO()
    image.save(finished, "PNG")
    return finished.getvalue()


@dataclass(frozen=True, slots=True)
class _Easel:
    """The picture in the making; `scale` is pixels to the point."""

    image: Image.Image
    pen: ImageDraw.ImageDraw
    scale: float
    ruler: Ruler
    images: Mapping[str, bytes]

    def corners(self, box: Box) -> tuple[int, int, int, int]:
        """A box in whole pixels."""
        x, y, right, bottom = (
            round(side * self.scale) for side in (box.x, box.y, box.right, box.bottom)
        )
        return x, y, max(x, right), max(y, bottom)


def _draw(item: Drawn, easel: _Easel) -> None:
    match item:
        case Run():
            _set(item, easel)
        case Rule(start, end, width, grey):
            ends = [length * easel.scale for length in (start.x, start.y, end.x, end.y)]
            easel.pen.line(ends, round(_WHITE * grey), max(1, round(width * easel.scale)))
        case Tint(box, fill, line):
            inside = None if fill is None else round(_WHITE * fill)
            edge = None if line is None else round(_WHITE * line)
            easel.pen.rectangle(easel.corners(box), inside, edge)
        case Picture(box, path):
            if path and path in easel.images:
                _hang(easel.images[path], easel.corners(box), easel)
        case _:
            assert_never(item)


def _set(run: Run, easel: _Easel) -> None:
    size, y = run.size * easel.scale, run.at.y * easel.scale
    places = [x * easel.scale for x in edges(run, easel.ruler.advances)]
    if size >= _LEGIBLE:
        sorts, grey = easel.ruler.sorts(run.face, run.language), round(_WHITE * run.grey)
        for x, character in zip(places, run.text, strict=False):
            font = _font(sorts[character].fount.file, size)
            easel.pen.text((x, y), character, grey, font, anchor="ls")
    elif run.text.strip():
        easel.pen.rectangle((places[0], y - _X_HEIGHT * size, max(places), y), _GREEKED)


def _hang(picture: bytes, corners: tuple[int, int, int, int], easel: _Easel) -> None:
    x, y, right, bottom = corners
    with Image.open(BytesIO(picture), formats=("JPEG", "PNG")) as opened:
        small = opened.convert("L").resize((max(1, right - x), max(1, bottom - y)))
    easel.image.paste(small, (x, y))


@cache
def _font(file: FontFile, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(file.path), size, file.number)
