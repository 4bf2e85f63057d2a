"""The structure tree: what each marked piece of the pages is, in reading order.

ISO 32000-1, 14.7 and 14.8; what tables, lists, figures and headings need beyond that follows
ISO 14289-1 (PDF/UA-1), 7.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exporters.pdf.file import File
from exporters.pdf.links import Place
from exporters.pdf.syntax import rectangle, string
from layout.geometry import Box
from layout.sheet import Element, Forme, Run, Tag

ROLES = {
    Tag.ARTICLE: "Art",
    Tag.HEADLINE: "H1",
    Tag.KICKER: "P",
    Tag.DECK: "P",
    Tag.BYLINE: "P",
}
"""The standard types that our own tags stand for; the other tags are standard types themselves."""


class Page(NamedTuple):
    """A written page: its object's number, the element of each mark, its height, its figures."""

    number: int
    marks: tuple[int, ...]
    height: float
    figures: Mapping[int, Box]


@dataclass(frozen=True, slots=True)
class _Tree:
    """The elements with their objects' numbers, their kids and their pieces.

    `top` is the one element under the root; a piece is a page's place and a mark on it; `words` are
    those of captions and labels. Links stand last under `top`, for lack of a better place.
    """

    forme: Forme
    pages: Sequence[Page]
    root: int
    top: int
    numbers: Sequence[int]
    kids: Mapping[int | None, Sequence[int]]
    pieces: Mapping[int, Sequence[tuple[int, int]]]
    words: Mapping[int, str]
    links: Sequence[Place]


def write_structure(file: File, forme: Forme, pages: Sequence[Page], links: Sequence[Place]) -> int:
    """Write the tree and its elements; the number of its root."""
    tree = _planted(file, forme, pages, links)
    for index, number in enumerate(tree.numbers):
        file.write(number, _element(tree, index))
    for link in links:
        whole = f"<</Type/OBJR/Pg {link.page} 0 R/Obj {link.annotation} 0 R>>"
        file.write(link.element, f"<</S/Link/P {tree.top} 0 R/K {whole}>>")
    if tree.top not in tree.numbers:
        file.write(tree.top, f"<</S/Document/P {tree.root} 0 R{_kids(tree, None)}>>")
    file.write(tree.root, _root(tree))
    return tree.root


def _planted(file: File, forme: Forme, pages: Sequence[Page], links: Sequence[Place]) -> _Tree:
    root = file.reserve()
    numbers = [file.reserve() for _ in forme.elements]
    kids: defaultdict[int | None, list[int]] = defaultdict(list)
    for index, element in enumerate(forme.elements):
        kids[element.parent].append(index)
    pieces: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, page in enumerate(pages):
        for mark, index in enumerate(page.marks):
            pieces[index].append((place, mark))
    tops = kids[None]
    whole = len(tops) == 1 and forme.elements[tops[0]].tag is Tag.DOCUMENT
    top = numbers[tops[0]] if whole else file.reserve()
    return _Tree(forme, pages, root, top, numbers, kids, pieces, _words(forme), links)


def _words(forme: Forme) -> Mapping[int, str]:
    words: defaultdict[int, str] = defaultdict(str)
    told = {i for i, e in enumerate(forme.elements) if e.tag in (Tag.CAPTION, Tag.LABEL)}
    for sheet in forme.sheets:
        for item in sheet.drawn:
            if isinstance(item, Run) and item.element in told:
                words[item.element] += item.text
    return words


def _root(tree: _Tree) -> str:
    roles = "".join([f"/{tag}/{role}" for tag, role in _roles(tree.forme.elements)])
    owners = [
        f"{place}[{''.join([f'{tree.numbers[index]} 0 R ' for index in page.marks])}]"
        for place, page in enumerate(tree.pages)
    ]
    owners += [f"{link.key} {link.element} 0 R " for link in tree.links]
    return (
        f"<</Type/StructTreeRoot/K {tree.top} 0 R/RoleMap<<{roles}>>"
        f"/ParentTree<</Nums[{''.join(owners)}]>>/ParentTreeNextKey {len(owners)}>>"
    )


def _roles(elements: Sequence[Element]) -> Iterator[tuple[Tag, str]]:
    """The role of each own tag; a subhead is a heading below a headline, if one came before it."""
    yield from ROLES.items()
    tags = [element.tag for element in elements if element.tag in (Tag.HEADLINE, Tag.SUBHEAD)]
    yield Tag.SUBHEAD, "H1" if tags[:1] == [Tag.SUBHEAD] else "H2"


def _element(tree: _Tree, index: int) -> str:
    element = tree.forme.elements[index]
    parent = tree.top if element.parent is None else tree.numbers[element.parent]
    if tree.numbers[index] == tree.top:
        parent = tree.root
    words = {"T": element.title, "Alt": _alternative(tree, index), "Lang": element.language}
    entries = "".join([f"/{key}{string(text)}" for key, text in words.items() if text])
    attributes = _attributes(tree, index)
    owned = f"/A<<{attributes}>>" if attributes else ""
    return f"<</S/{element.tag}/P {parent} 0 R{entries}{owned}{_kids(tree, index)}>>"


def _alternative(tree: _Tree, index: int) -> str:
    """A figure is always described: by its caption's words, or else the document's title."""
    element = tree.forme.elements[index]
    if element.alt or element.tag is not Tag.FIGURE:
        return element.alt
    return "".join([tree.words.get(kid, "") for kid in tree.kids[index]]) or tree.forme.title


def _attributes(tree: _Tree, index: int) -> str:
    match tree.forme.elements[index].tag:
        case Tag.FIGURE:
            return _placement(tree, index)
        case Tag.HEADER_CELL:
            return f"/O/Table/Scope/{_scope(tree, index)}"
        case Tag.LIST:
            return f"/O/List/ListNumbering/{_numbering(tree, index)}"
        case _:
            return ""


def _placement(tree: _Tree, index: int) -> str:
    for page in tree.pages:
        if index in page.figures:
            return f"/O/Layout/Placement/Block/BBox{rectangle(page.figures[index], page.height)}"
    return ""


def _scope(tree: _Tree, index: int) -> str:
    """A row of nothing but heads speaks for its columns, a head before cells for its row."""
    row = tree.forme.elements[index].parent
    tags = {tree.forme.elements[kid].tag for kid in tree.kids[row]}
    return "Column" if tags == {Tag.HEADER_CELL} else "Row"


def _numbering(tree: _Tree, index: int) -> str:
    """How a list is numbered, by the first label in it."""
    for item in tree.kids[index]:
        for kid in tree.kids[item]:
            if tree.forme.elements[kid].tag is Tag.LABEL:
                return "Decimal" if tree.words.get(kid, "")[:1].isnumeric() else "Disc"
    return "None"


def _kids(tree: _Tree, index: int | None) -> str:
    pieces = () if index is None else tree.pieces.get(index, ())
    kids = [f"{tree.numbers[kid]} 0 R" for kid in tree.kids[index]]
    if index is None or tree.numbers[index] == tree.top:
        kids += [f"{link.element} 0 R" for link in tree.links]
    if not pieces:
        return f"/K[{' '.join(kids)}]" if kids else ""
    first = pieces[0][0]
    marks = [_mark(tree, place, mark, first) for place, mark in pieces]
    return f"/Pg {tree.pages[first].number} 0 R/K[{' '.join((*marks, *kids))}]"


def _mark(tree: _Tree, place: int, mark: int, first: int) -> str:
    if place == first:
        return str(mark)
    return f"<</Type/MCR/Pg {tree.pages[place].number} 0 R/MCID {mark}>>"
