"""Places to press that lead elsewhere in the document.

ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from exporters.pdf.file import File
from exporters.pdf.syntax import number, rectangle, string
from layout.sheet import Link, Sheet

_PRINTED = 4  # the flag that PDF/A demands of every annotation


class Place(NamedTuple):
    """A written link: its page, its annotation and its structure element, by objects' numbers.

    `key` finds the element in the structure's parent tree.
    """

    page: int
    annotation: int
    element: int
    key: int


def write_links(file: File, sheets: Sequence[Sheet], pages: Sequence[int]) -> list[Place]:
    """Write the annotations of all sheets; their structure elements are only reserved."""
    pressed = [
        (sheet, page, link)
        for sheet, page in zip(sheets, pages, strict=True)
        for link in sheet.links
    ]
    places: list[Place] = []
    for key, (sheet, page, link) in enumerate(pressed, start=len(sheets)):  # behind the pages' keys
        places.append(Place(page, file.reserve(), file.reserve(), key))
        leads = _destination(link, sheets, pages)
        file.write(places[-1].annotation, _annotation(link, sheet, key, leads))
    return places


def _destination(link: Link, sheets: Sequence[Sheet], pages: Sequence[int]) -> str:
    top = number(sheets[link.sheet].size.height - link.top)
    return f"[{pages[link.sheet]} 0 R/XYZ null {top} null]"


def _annotation(link: Link, sheet: Sheet, key: int, leads: str) -> str:
    return (
        f"<</Type/Annot/Subtype/Link/Rect{rectangle(link.box, sheet.size.height)}/Border[0 0 0]"
        f"/F {_PRINTED}/Dest{leads}/Contents{string(link.words)}/StructParent {key}>>"
    )


def annotations(places: Sequence[Place]) -> dict[int, str]:
    """The entries of pages, by their numbers, that name their annotations."""
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for place in places:
        rows[place.page].append(f"{place.annotation} 0 R")
    return {page: f"/Annots[{' '.join(row)}]" for page, row in rows.items()}
