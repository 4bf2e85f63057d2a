"""The document as its sheets: every passage in boxes where it was placed, its text still flowing.

Each sheet is a section with one empty paragraph, to which the boxes of its passages are anchored;
its rules and tints are anchored in the section's header, out of an editor's way. (Words cannot be:
LibreOffice puts a text box of a header at the sheet's corner.)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import floor
from typing import TypeAlias, assert_never

from exporters.docx.case import Fit
from exporters.docx.columns import ems, one_column
from exporters.docx.document import EMPTY, bookmark_at
from exporters.docx.editing import Track
from exporters.docx.figures import picture_piece, words_below
from exporters.docx.frames import rule, text_boxes, tint
from exporters.docx.job import Job
from exporters.docx.look import sheet_of
from exporters.docx.moves import blocks_with_moves
from exporters.docx.paragraphs import paragraph_piece, style_of
from exporters.docx.passages import ABOVE_BASELINE, Copy, Passage, passages_of
from exporters.docx.sections import section_xml
from exporters.docx.tables import table_pieces
from exporters.docx.wordml import DECLARATION, NAMESPACES, Par, Piece, run
from layout.geometry import Box, Size
from layout.model import Block, Edition, Figure, Paragraph, Table
from layout.sheet import Drawn, Face, Forme, Picture, Rule, Run, Sheet, Tint

_Place: TypeAlias = tuple[int, int, int]  # the numbers of a page, an article and a block

_STYLES = {
    Face.SONG: "header",
    Face.SONG_BLACK: "header",
    Face.HEI: "Folio",
    Face.KAI: "Editors",
}
_LEFT = '<w:jc w:val="left"/>'
_TRACKING_STEP = 0.05


def placed_xml(edition: Edition, forme: Forme, jobs: Sequence[Job]) -> str:
    """The story of all sheets; `jobs` are those of the pages."""
    anchored = _anchored(edition, forme, jobs)
    body = ""
    for number, sheet in enumerate(forme.sheets):
        loose = (drawn for drawn in sheet.drawn if isinstance(drawn, Run) and drawn.element is None)
        content = [*(_loose(words, jobs[0]) for words in loose), *anchored[number]]
        holder = replace(EMPTY, content="".join(content))
        section = _section("nextPage" if number else "continuous", sheet, jobs[0])
        is_last = number == len(forme.sheets) - 1
        body += holder.markup() + section if is_last else holder.markup(section)
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


def _anchored(edition: Edition, forme: Forme, jobs: Sequence[Job]) -> Mapping[int, list[str]]:
    """What is anchored to each sheet, in the order of the edition."""
    anchored: defaultdict[int, list[str]] = defaultdict(list)
    passages = list(passages_of(edition, forme))
    blocks = _blocks(edition, passages, jobs)
    begun: set[int] = set()
    for passage in passages:
        page, sheet = passage.copies[0].page, passage.slots[0].sheet
        job = jobs[page]
        if page not in begun:
            anchored[sheet].append(bookmark_at(page, job))
            begun.add(page)
        boxes = _boxes(passage, blocks, job)
        for slot, box in zip(passage.slots, boxes, strict=True):
            anchored[slot.sheet].append(box)
        anchored[sheet].append(job.notes.waiting() if job.notes else "")
    return anchored


def _blocks(
    edition: Edition, passages: Iterable[Passage], jobs: Sequence[Job]
) -> Mapping[_Place, Sequence[Block]]:
    """What stands at each place that has words; what has none goes with the words before it."""
    copies = [copy for passage in passages for copy in passage.copies]
    worded = {_place(copy) for copy in copies if copy.lines}
    pictures = {_place(copy) for copy in copies} - worded
    blocks: defaultdict[_Place, list[Block]] = defaultdict(list)
    here = min(worded, default=(0, 0, 0))
    for place, found in _all_blocks(edition, jobs):
        here = place if place in worded else here
        blocks[place if place in pictures else here] += found
    return blocks


def _place(copy: Copy) -> _Place:
    return copy.page, copy.article, copy.block


def _all_blocks(edition: Edition, jobs: Sequence[Job]) -> Iterator[tuple[_Place, Sequence[Block]]]:
    for p, (page, job) in enumerate(zip(edition.pages, jobs, strict=True)):
        moved = job.editing.track is not Track.ACCEPT
        settled = blocks_with_moves(page) if moved else {}
        for a, article in enumerate(page.articles):
            for n, block in enumerate(article.blocks):
                yield (p, a, n), settled.get((a, n), (block,))


def _section(start: str, sheet: Sheet, job: Job) -> str:
    paper = sheet_of(sheet.size, job.look.margins)
    return section_xml(start, _furniture(sheet, job), one_column(job.look, paper), paper)


def _furniture(sheet: Sheet, job: Job) -> str:
    """Add a header with the sheet's rules and tints; what comes back refers to it."""
    drawn = "".join(_ornament(each, job) for each in sheet.drawn)
    content = replace(EMPTY, content=drawn).markup()
    return job.binder.add_header(content)


def _ornament(drawn: Drawn, job: Job) -> str:
    match drawn:
        case Rule():
            return rule(drawn, job.binder)
        case Tint():
            return tint(drawn, job.binder)
        case Run() | Picture():
            return ""
        case _:
            assert_never(drawn)


def _loose(words: Run, job: Job) -> str:
    """Words that belong to no element, as those of the folio, in a box that they do not fill."""
    leading = 1.25 * words.size
    width = (ems(words.text) + 2) * words.size
    box = Box(words.at.x, words.at.y - ABOVE_BASELINE * leading, width, 1.2 * leading)
    fit = Fit(floor(words.size * 2) / 2, leading, grey=words.grey)
    style = job.case.key(job.look.named(_STYLES[words.face]), fit)
    return "".join(text_boxes([box], Par(style, run(words.text)).markup(), job.binder))


def _boxes(passage: Passage, blocks: Mapping[_Place, Sequence[Block]], job: Job) -> list[str]:
    pieces = [
        piece
        for copy in passage.copies
        for block in blocks[_place(copy)][: 1 if copy.picture else None]
        for piece in _pieces(block, copy, passage, job)
    ]
    content = "".join(piece.markup() for piece in pieces)
    if not pieces or not isinstance(pieces[-1], Par):
        content += EMPTY.markup()  # a box ends with a paragraph
    return text_boxes([slot.box for slot in passage.slots], content, job.binder)


def _pieces(block: Block, copy: Copy, passage: Passage, job: Job) -> Iterator[Piece]:
    match block:
        case Paragraph():
            style = style_of(block, job)
            key = job.case.key(style, _fit(copy, passage))
            parted = not passage.flows and len({line.run.at.y for line in copy.lines}) > 1
            piece = paragraph_piece(block, key, job, parted=parted)
            ranged = not passage.flows and copy.is_ranged_left
            yield replace(piece, properties=(*piece.properties, _LEFT)) if ranged else piece
        case Table():
            yield from table_pieces(block, passage.slots[0].box.width, job)
        case Figure():
            if copy.picture is None:
                yield from words_below(block, job, alone=True)
            else:
                room = copy.picture[1]
                yield picture_piece(block, Size(room.width, room.height), job)
        case _:
            assert_never(block)


def _pitch(copy: Copy, passage: Passage) -> float:
    """An em with such tracking that half an em of the line is left, for want of squeezed marks."""
    ems_of_line = round(passage.slots[0].box.width / copy.size)
    return passage.slots[0].box.width / (ems_of_line + 0.5)


def _fit(copy: Copy, passage: Passage) -> Fit:
    """Type of whole half-points, the rest of its size as tracking where lines must come out."""
    size = floor(copy.size * 2) / 2
    steps = floor((_pitch(copy, passage) - size) / _TRACKING_STEP) if passage.flows else 0
    return Fit(size, passage.leading, max(0, steps) * _TRACKING_STEP, copy.grey)
