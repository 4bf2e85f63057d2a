"""PDF: draws finished sheets as tagged, archival pages (PDF/A-2a and PDF/UA-1 at once).

A forme is drawn in three rounds: what it needs (letters, pictures), its sheets, and what runs
through them (structure, outline, labels). Nothing is decided here about where anything stands.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exporters.pdf.attachments import Attachment, write_attachments
from exporters.pdf.file import File
from exporters.pdf.lettering import Hand, letter, write_fonts
from exporters.pdf.links import Place, annotations, write_links
from exporters.pdf.metadata import write_info, write_intent, write_packet
from exporters.pdf.outline import page_labels, write_outline
from exporters.pdf.page import Means, draw
from exporters.pdf.pictures import write_pictures
from exporters.pdf.setting import pieces
from exporters.pdf.structure import Page, write_structure
from exporters.pdf.syntax import numbers, string
from fonts.metrics import Ruler
from layout.sheet import Forme, Picture, Run, Sheet

_PLAIN, _CARRYING = 2, 3  # the parts of ISO 19005 that a file conforms to


@dataclass(frozen=True, slots=True)
class _Press:
    """The file in the making, what drawing needs, the numbers of objects that pages share or are.

    `tree` is the parent of all pages.
    """

    file: File
    means: Means
    resources: int
    tree: int
    pages: Sequence[int]
    links: Sequence[Place]
    annotations: Mapping[int, str]


def write(
    forme: Forme,
    pictures: Mapping[str, bytes],
    ruler: Ruler | None = None,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """The forme as a PDF file; `pictures` are the bytes of picture files by their paths.

    With attachments it is PDF/A-3a instead of 2a, which may carry no files but PDF/A ones.
    Raises InputError where a picture's bytes are no picture.
    """
    press = _made_ready(forme, pictures, ruler or Ruler())
    file = press.file
    pages = [_printed(press, sheet, place) for place, sheet in enumerate(forme.sheets)]
    kids = " ".join([f"{number} 0 R" for number in press.pages])
    file.write(press.tree, f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>")
    carried = write_attachments(file, attachments, forme.day)
    packet = write_packet(file, forme, _CARRYING if attachments else _PLAIN)
    catalog = _catalog(press, forme, pages, f"/Metadata {packet} 0 R{carried}")
    return file.finished(catalog, write_info(file, forme))


def _made_ready(forme: Forme, pictures: Mapping[str, bytes], ruler: Ruler) -> _Press:
    file = File()
    letterings = letter(_used(forme), ruler)
    names, named = write_pictures(file, _paths(forme), pictures)
    means = Means(forme.elements, forme.language, letterings, names)
    fonts = write_fonts(file, letterings.values())
    resources = file.add(f"<</Font{fonts}/XObject{named}>>")
    pages = [file.reserve() for _ in forme.sheets]
    links = write_links(file, forme.sheets, pages)
    return _Press(file, means, resources, file.reserve(), pages, links, annotations(links))


def _runs(forme: Forme) -> Iterator[Run]:
    for sheet in forme.sheets:
        for item in sheet.drawn:
            if isinstance(item, Run):
                yield item


def _used(forme: Forme) -> dict[Hand, set[str]]:
    """The characters and ligatures that each hand has to set."""
    used: defaultdict[Hand, set[str]] = defaultdict(set)
    for run in _runs(forme):
        own = run.language or forme.language
        parts = pieces(run, forme.language) if run.stretches else (run,)
        for part in parts:
            hand = used[run.face, part.language or own]
            hand.update(part.text)
            hand.update([part.text[start:end] for start, end in part.ligatures])
    return used


def _paths(forme: Forme) -> Iterator[str]:
    for sheet in forme.sheets:
        for item in sheet.drawn:
            if isinstance(item, Picture) and item.path is not None:
                yield item.path


def _printed(press: _Press, sheet: Sheet, place: int) -> Page:
    drawing, number = draw(sheet, press.means), press.pages[place]
    content = press.file.add_stream(drawing.content)
    size = numbers((sheet.size.width, sheet.size.height))
    press.file.write(
        number,
        f"<</Type/Page/Parent {press.tree} 0 R/MediaBox[0 0 {size}]/Contents {content} 0 R"
        f"/Resources {press.resources} 0 R/StructParents {place}/Tabs/S"
        f"{press.annotations.get(number, '')}>>",
    )
    return Page(number, drawing.marks, sheet.size.height, drawing.figures)


def _catalog(press: _Press, forme: Forme, pages: Sequence[Page], entries: str) -> int:
    file = press.file
    structure = write_structure(file, forme, pages, press.links)
    outline = write_outline(file, forme.outline, pages)
    shown = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline is not None else ""
    return file.add(
        f"<</Type/Catalog/Pages {press.tree} 0 R/Lang{string(forme.language)}"
        f"/MarkInfo<</Marked true>>/StructTreeRoot {structure} 0 R"
        f"/OutputIntents[{write_intent(file)} 0 R]/PageLabels{page_labels(forme.sheets)}"
        f"{shown}{entries}"
        "/ViewerPreferences<</DisplayDocTitle true>>>>"
    )
