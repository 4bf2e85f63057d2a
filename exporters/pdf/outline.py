"""The outline beside the pages, and the labels under them as they are printed on the paper."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from exporters.pdf.file import File
from exporters.pdf.structure import Page
from exporters.pdf.syntax import number, string
from layout.sheet import Entry, Sheet


def write_outline(file: File, entries: Sequence[Entry], pages: Sequence[Page]) -> int | None:
    """Write the outline, all of it unfolded; the number of its root, None without entries."""
    if not entries:
        return None
    numbers: dict[int | None, int] = {None: file.reserve()}
    numbers |= {index: file.reserve() for index in range(len(entries))}
    kids: defaultdict[int | None, list[int]] = defaultdict(list)
    for index, parent in enumerate(_parents(entries)):
        kids[parent].append(index)
    for parent, row in list(kids.items()):
        for place, index in enumerate(row):
            family = f"/Parent {numbers[parent]} 0 R{_neighbours(row, place, numbers)}"
            entry = _entry(entries[index], pages)
            file.write(numbers[index], f"<<{entry}{family}{_family(index, kids, numbers)}>>")
    file.write(numbers[None], f"<</Type/Outlines{_family(None, kids, numbers)}>>")
    return numbers[None]


def _parents(entries: Sequence[Entry]) -> Iterator[int | None]:
    """For each entry the last one before it that is less deep."""
    open_: list[int] = []
    for index, entry in enumerate(entries):
        while open_ and entries[open_[-1]].depth >= entry.depth:
            open_.pop()
        yield open_[-1] if open_ else None
        open_.append(index)


def _entry(entry: Entry, pages: Sequence[Page]) -> str:
    page = pages[entry.sheet]
    top = number(page.height - entry.top)
    return f"/Title{string(entry.title)}/Dest[{page.number} 0 R/XYZ null {top} null]"


def _neighbours(row: Sequence[int], place: int, numbers: Mapping[int | None, int]) -> str:
    before = f"/Prev {numbers[row[place - 1]]} 0 R" if place else ""
    behind = f"/Next {numbers[row[place + 1]]} 0 R" if place + 1 < len(row) else ""
    return before + behind


def _family(
    index: int | None, kids: Mapping[int | None, Sequence[int]], numbers: Mapping[int | None, int]
) -> str:
    row = kids.get(index)
    if not row:
        return ""
    first, last = numbers[row[0]], numbers[row[-1]]
    return f"/First {first} 0 R/Last {last} 0 R/Count {_count(index, kids)}"


def _count(index: int | None, kids: Mapping[int | None, Sequence[int]]) -> int:
    return sum([1 + _count(kid, kids) for kid in kids.get(index, ())])


def page_labels(sheets: Sequence[Sheet]) -> str:
    """The number tree that labels each page (ISO 32000-1, 12.4.2)."""
    labels = [f"{index}<</P{string(sheet.label)}>>" for index, sheet in enumerate(sheets)]
    return f"<</Nums[{''.join(labels)}]>>"
