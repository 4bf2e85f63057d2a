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
from layout.script import is_east_asian
from layout.sheet import Drawn, Element, Picture, Rule, Run, Sheet, Tag, Tint, edges

_ROLES: Mapping[Tag, Mapping[str, str]] = {
    Tag.ARTICLE: {"role": "article"},
    Tag.HEADLINE: {"role": "heading", "aria-level": "1"},
    Tag.SUBHEAD: {"role": "heading", "aria-level": "2"},
    Tag.LIST: {"role": "list"},
    Tag.ITEM: {"role": "listitem"},
    Tag.LABEL: {"aria-hidden": "true", "class": "label"},
    Tag.TABLE: {"role": "table"},
    Tag.ROW: {"role": "row"},
    Tag.HEADER_CELL: {"role": "columnheader"},
    Tag.CELL: {"role": "cell"},
}
_BEYOND_BMP = re.compile("[\U00010000-\U0010ffff]|[^\U00010000-\U0010ffff]+")
# Reading systems differ in how many places they give to a character beyond U+FFFF.


Path = tuple[int, ...]
"""Indices of elements, each the parent of the one behind it."""


@dataclass(frozen=True, slots=True)
class Means:
    """What drawing needs: widths, the structure, the files of the pictures at hand, labels."""

    ruler: Ruler
    elements: Sequence[Element]
    pictures: Mapping[str, str]
    labels: Labels


def draw(sheet: Sheet, means: Means) -> Markup:
    """The sheet in points: first what belongs to no element, then all others as they are read."""
    width, height = number(sheet.size.width), number(sheet.size.height)
    space = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {width} {height}"}
    paths = [(_path(item, means.elements), item) for item in sheet.drawn]
    content = (
        *_items([item for path, item in paths if not path], means),
        *_nested([each for each in paths if each[0]], 0, means),
    )
    return element("svg", {**space, "width": width, "height": height}, lines(content))


def number(value: float) -> str:
    """A length in 1/100 point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _path(item: Drawn, elements: Sequence[Element]) -> Path:
    """The elements that something drawn belongs to, from the document's own down."""
    match item:
        case Run() | Picture():
            index = item.element
        case Rule() | Tint():
            index = None
        case _:
            assert_never(item)
    path: list[int] = []
    while index is not None:
        path.append(index)
        index = elements[index].parent
    return tuple(reversed(path))


def _nested(drawn: Sequence[tuple[Path, Drawn]], depth: int, means: Means) -> Iterator[Markup]:
    """What is drawn as groups in groups, one for every element."""
    for path, members in groupby(drawn, key=lambda each: each[0][depth : depth + 1]):
        inner = list(members)
        if path:
            content = lines(_nested(inner, depth + 1, means))
            yield element("g", _attributes(means.elements[path[0]]), content)
        else:
            yield from _items([item for _, item in inner], means)


def _attributes(member: Element) -> Mapping[str, str]:
    language = {"lang": member.language, "xml:lang": member.language}
    return {**_ROLES.get(member.tag, {}), "aria-label": member.title, **language}


def _items(drawn: Sequence[Drawn], means: Means) -> Iterator[Markup]:
    """All of one element; its lines as one text, which is copied without breaks between them."""
    for is_text, members in groupby(drawn, key=lambda item: isinstance(item, Run)):
        if is_text:
            yield from _text([item for item in members if isinstance(item, Run)], means.ruler)
        else:
            yield from (piece for item in members for piece in _item(item, means))


def _item(item: Drawn, means: Means) -> Iterator[Markup]:
    match item:
        case Run():
            yield from _text([item], means.ruler)
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


def _text(runs: Sequence[Run], ruler: Ruler) -> Iterator[Markup]:
    """Lines of type; the hyphens that only ends of lines have are drawn, and so never copied."""
    yield element("text", {}, *(_line(run, ruler) for run in runs))
    for run in runs:
        if run.text.endswith(SOFT_HYPHEN):
            yield _hyphen(run, ruler)


def _line(run: Run, ruler: Ruler) -> Markup:
    words = run.text.removesuffix(SOFT_HYPHEN)
    places = [number(place) for place in edges(run, ruler.advances)][: len(words)]
    latin = run.language and not is_east_asian(run.language)
    face = f"{run.face.value} latin" if latin else run.face.value
    fill = _grey(run.grey) if run.grey else ""
    given = {"class": face, "font-size": number(run.size), "y": number(run.at.y), "fill": fill}
    pieces = list(_BEYOND_BMP.finditer(words))
    if len(pieces) == 1:
        return element("tspan", {**given, "x": " ".join(places)}, escaped(words))
    spans = (
        element("tspan", {"x": " ".join(places[m.start() : m.end()])}, escaped(m[0]))
        for m in pieces
    )
    return element("tspan", given, *spans)


def _hyphen(run: Run, ruler: Ruler) -> Markup:
    """A bar as wide and high as the ink of the face's own hyphen."""
    *_, x, _ = edges(run, ruler.advances)
    sort = ruler.sorts(run.face, run.language)["-"]
    (left, right), (low, high) = sort.fount.edges(sort.glyph), sort.fount.rise(sort.glyph)
    em = run.size / 1000
    bar = Box(x + left * em, run.at.y - high * em, (right - left) * em, (high - low) * em)
    return element("rect", {**_box(bar), "fill": _grey(run.grey)})
