"""Draw over a sheet what it was taken for: its order, its roles, its measures, joins and gaps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from PIL import Image, ImageDraw, ImageFont

from fonts.metrics import Ruler
from layout.geometry import Box, bound
from layout.marks import gap_mark
from layout.model import Edition
from layout.sheet import Forme, Picture, Run, Tag, edges
from stonehand.residue import Type, joins, measures

Colour = tuple[int, int, int]

COLOURS: Mapping[Tag, Colour] = {
    Tag.HEADLINE: (200, 30, 30),
    Tag.KICKER: (220, 110, 0),
    Tag.DECK: (170, 110, 0),
    Tag.SUBHEAD: (150, 0, 150),
    Tag.BYLINE: (0, 130, 130),
    Tag.PARAGRAPH: (40, 90, 200),
    Tag.CAPTION: (0, 130, 40),
    Tag.FIGURE: (0, 130, 40),
    Tag.ITEM_BODY: (90, 90, 160),
    Tag.CELL: (110, 110, 110),
    Tag.HEADER_CELL: (110, 110, 110),
}
"""What each role is drawn in; the others are black."""

_OTHER: Colour = (0, 0, 0)
_GAP = (255, 0, 0, 110)
_JOIN = (0, 140, 60, 255)
_MEASURE = (150, 0, 90, 255)
_TINT = 28  # of 255: type stays legible under it
_RISE, _FALL = 0.88, 0.12  # of the em box, above and below the baseline
_APART = 2.5  # ems between lines of one text, at most
_LABEL = 7.0  # points
_STROKE = 1.5  # points


@dataclass(frozen=True, slots=True)
class Patch:
    """A place on a sheet that an element takes, with its number in reading order."""

    number: int
    tag: Tag
    box: Box


def overlaid(
    image: Image.Image, edition: Edition, forme: Forme, sheet: int, ruler: Ruler
) -> Image.Image:
    """The picture of a sheet with its patches, their numbers and roles, and its gaps.

    A green stroke stands where a column of the old print was joined to the next; the measure of
    that print, and how certain it is, over the first line of an article's text.
    """
    scale = image.width / forme.sheets[sheet].size.width
    glass = Image.new("RGBA", image.size)
    pen = ImageDraw.Draw(glass)
    font = ImageFont.load_default(_LABEL * scale)
    for patch in patches(forme, sheet, ruler):
        colour = COLOURS.get(patch.tag, _OTHER)
        x, y, right, bottom = _pixels(patch.box, scale)
        pen.rectangle((x, y, right, bottom), (*colour, _TINT), (*colour, 255))
        pen.text((x, y), f"{patch.number} {patch.tag}", (*colour, 255), font, anchor="ls")
    for box in gaps(forme, sheet, ruler):
        pen.rectangle(_pixels(box, scale), _GAP)
    type_ = Type.of(forme.sheets[sheet])
    for run, index in joins(edition, type_):
        left = list(edges(run, ruler.advances))[index] - _STROKE / 2
        pen.rectangle(_pixels(_between(run, left, left + _STROKE), scale), _JOIN)
    for run, told in measures(edition, type_):
        _, y, right, _ = _pixels(_box(run, ruler), scale)
        pen.text((right, y), told, _MEASURE, font, anchor="rs")
    return Image.alpha_composite(image.convert("RGBA"), glass).convert("RGB")


def patches(forme: Forme, sheet: int, ruler: Ruler) -> Iterator[Patch]:
    """The places that elements take, one for each column that an element stands in."""
    numbers = _numbers(forme)  # without bullets, which stand before what is read
    open_: list[Patch] = []
    for item in forme.sheets[sheet].drawn:
        match item:
            case Run(element=int(element)) if element in numbers:
                patch = Patch(numbers[element], forme.elements[element].tag, _box(item, ruler))
            case Picture(box=box, element=int(element)) if element in numbers:
                patch = Patch(numbers[element], forme.elements[element].tag, box)
            case _:
                continue
        if open_ and _goes_on(open_[-1], patch):
            open_[-1] = replace(patch, box=bound([open_[-1].box, patch.box]))
        else:
            open_.append(patch)
    yield from open_


def gaps(forme: Forme, sheet: int, ruler: Ruler) -> Iterator[Box]:
    """The places where a sign stands for print that is lost, a sign parted by a line end in two."""
    signs = [gap_mark(each) for each in ("zh", "en")]
    for item in forme.sheets[sheet].drawn:
        if isinstance(item, Run):
            for sign in signs:
                yield from _found(item, sign, ruler)


def _found(run: Run, sign: str, ruler: Ruler) -> Iterator[Box]:
    places, at = list(edges(run, ruler.advances)), run.text.find(sign)
    while at >= 0:
        yield _between(run, places[at], places[at + len(sign)])
        at = run.text.find(sign, at + 1)


def _numbers(forme: Forme) -> Mapping[int, int]:
    """Numbers from one for what is drawn, in the order of the structure: that of reading."""
    drawn = {
        item.element
        for sheet in forme.sheets
        for item in sheet.drawn
        if isinstance(item, Run | Picture) and item.element is not None
        if forme.elements[item.element].tag is not Tag.LABEL
    }
    return dict(zip(sorted(drawn), count(1), strict=False))


def _goes_on(last: Patch, patch: Patch) -> bool:
    """Whether an element goes on below in the same column."""
    if last.number != patch.number:
        return False
    if patch.box.x > last.box.right or patch.box.right < last.box.x:
        return abs(patch.box.bottom - last.box.bottom) < patch.box.height / 2
    far = _APART * patch.box.height
    return last.box.y - far < patch.box.y < last.box.bottom + far


def _box(run: Run, ruler: Ruler) -> Box:
    *_, right = edges(run, ruler.advances)
    return _between(run, run.at.x, right)


def _between(run: Run, left: float, right: float) -> Box:
    height = (_RISE + _FALL) * run.size
    return Box(left, run.at.y - _RISE * run.size, max(0.0, right - left), height)


def _pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    x, y, right, bottom = (round(side * scale) for side in (box.x, box.y, box.right, box.bottom))
    return x, y, right, bottom
