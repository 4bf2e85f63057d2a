"""A sheet as an SVG drawing: rules, tints and pictures, and text whose every character is placed.

Places are the composer's own, so a page looks the same whatever a reading system knows of Chinese
line composition; and since the text is text, it can be read aloud, searched and copied.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import assert_never

from exporters.epub.labels import Labels
from exporters.epub.markup import Markup, element, escaped, lines
from fonts.metrics import SOFT_HYPHEN, Ruler
from layout.geometry import Box
from layout.marks import is_east_asian
from layout.sheet import Drawn, Element, Picture, Rule, Run, Sheet, Tag, Tint, edges

_LEVELS = {Tag.HEADLINE: "1", Tag.SUBHEAD: "2"}
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]|[^\U00010000-\U0010ffff]+")
# Reading systems differ in how many places they give to a character beyond U+FFFF.


@dataclass(frozen=True, slots=True)
class Means:
    """What drawing needs: widths, the structure, the files of the pictures at hand, labels."""

    ruler: Ruler
    elements: Sequence[Element]
    pictures: Mapping[str, str]
    labels: Labels


def draw(sheet: Sheet, means: Means) -> Markup:
    """The sheet in points, in the order in which it is to be read."""
    width, height = number(sheet.size.width), number(sheet.size.height)
    space = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width} {height}"}
    groups = groupby(sheet.drawn, key=_element)
    content = (_group(index, list(members), means) for index, members in groups)
    return element("svg", {**space, "width": width, "height": height}, lines(content))


def number(value: float) -> str:
    """A length in 1/100 point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _element(item: Drawn) -> int | None:
    match item:
        case Run() | Picture():
            return item.element
        case Rule() | Tint():
            return None
        case _:
            assert_never(item)


def _group(index: int | None, members: Sequence[Drawn], means: Means) -> Markup:
    content = lines(piece for item in members for piece in _item(item, means))
    if index is None:
        return content
    member = means.elements[index]
    level = _LEVELS.get(member.tag, "")
    role = {"role": "heading" if level else "", "aria-level": level}
    language = {"lang": member.language, "xml:lang": member.language}
    return element("g", {**role, **language}, content)


def _item(item: Drawn, means: Means) -> Iterator[Markup]:
    match item:
        case Run():
            yield _run(item, means.ruler)
        case Rule():
            ends = zip(("x1", "y1", "x2", "y2"), _ends(item), strict=True)
            pen = {"stroke": _grey(item.grey), "stroke-width": number(item.width)}
            yield element("line", {**dict(ends), **pen})
        case Tint():
            fill = "none" if item.fill is None else _grey(item.fill)
            line = "" if item.line is None else _grey(item.line)
            width = number(item.line_width) if line else ""
            pen = {"fill": fill, "stroke": line, "stroke-width": width}
            yield element("rect", {**_box(item.box), **pen})
        case Picture():
            yield from _picture(item, means)
        case _:
            assert_never(item)


def _ends(rule: Rule) -> Iterator[str]:
    return map(number, (rule.start.x, rule.start.y, rule.end.x, rule.end.y))


def _box(box: Box) -> dict[str, str]:
    sides = (("x", box.x), ("y", box.y), ("width", box.width), ("height", box.height))
    return {name: number(length) for name, length in sides}


def _grey(grey: float) -> str:
    return "#" + f"{round(255 * grey):02x}" * 3


def _picture(picture: Picture, means: Means) -> Iterator[Markup]:
    file = means.pictures.get(picture.path or "")
    if file:
        member = None if picture.element is None else means.elements[picture.element]
        alt = (member.alt if member else "") or means.labels.picture
        yield element(
            "image", {"href": file, **_box(picture.box), "role": "img", "aria-label": alt}
        )


def _run(run: Run, ruler: Ruler) -> Markup:
    words = run.text.replace(SOFT_HYPHEN, "-")  # which a browser would not show
    places = [number(place) for place in edges(run, ruler.advances)][:-1]
    latin = run.language and not is_east_asian(run.language)
    face = f"{run.face.value} latin" if latin else run.face.value
    given = {"class": face, "font-size": number(run.size), "y": number(run.at.y)}
    fill = {"fill": _grey(run.grey) if run.grey else ""}
    pieces = list(_BEYOND_BMP.finditer(words))
    if len(pieces) == 1:
        return element("text", {**given, **fill, "x": " ".join(places)}, escaped(words))
    spans = (
        element("tspan", {"x": " ".join(places[m.start() : m.end()])}, escaped(m[0]))
        for m in pieces
    )
    return element("text", {**given, **fill}, *spans)
