"""One article as a chapter: a header, the blocks as what they are, the notes behind them."""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from exporters.epub.blocks import Placed, Setting, breaks_of, notes_of, set_blocks
from exporters.epub.contents import Entry
from exporters.epub.labels import Labels, labels_for
from exporters.epub.markup import Markup, element, escaped, lines
from exporters.epub.plan import Chapter, Piece, Plan
from exporters.epub.words import Voice, page_break
from layout.model import HEAD_ROLES, Paragraph, Role


def set_chapter(
    chapter: Chapter, plan: Plan, pictures: Mapping[str, str], *, vertical: bool = False
) -> Markup:
    """The body of a chapter; `pictures` gives the file in the book for a picture's path."""
    labels = labels_for(chapter.language)
    pieces = [_blocks(number, piece) for number, piece in enumerate(chapter.pieces, 1)]
    title = _title(pieces[0])
    content, notes = [], []
    for piece, blocks in zip(chapter.pieces, pieces, strict=True):
        voice = Voice(chapter.language, labels, piece.label, vertical)
        setting = Setting(voice, title, pictures, lambda line: plan.target(chapter, line))
        content.append(_piece(piece, blocks, setting))
        notes += [note for placed in blocks for note in notes_of(placed, voice)]
    named = {"aria-labelledby": "title"} if title else {"aria-label": chapter.title}
    article = element("article", named, lines([*content, *_notes(notes, labels)]))
    return element("body", {"epub:type": "bodymatter"}, article)


def breaks_in(chapter: Chapter) -> Iterator[Entry]:
    """Every place where a page or column of the print edition begins, for the list of pages."""
    labels = labels_for(chapter.language)
    for number, piece in enumerate(chapter.pieces, 1):
        if piece.anchor:
            yield Entry(piece.label, f"{chapter.file}#{piece.anchor}")
        column = labels.column_break.format(label=piece.label)
        for placed in _blocks(number, piece):
            yield from (Entry(column, f"{chapter.file}#{name}") for name in breaks_of(placed))


def has_notes(chapter: Chapter) -> bool:
    """Whether there is anything in a chapter that has a note."""
    voice = Voice(chapter.language, labels_for(chapter.language), "")
    blocks = (placed for piece in chapter.pieces for placed in _blocks(1, piece))
    return any(True for placed in blocks for _ in notes_of(placed, voice))


def _blocks(number: int, piece: Piece) -> list[Placed]:
    return [Placed(f"{number}-{n}", block) for n, block in enumerate(piece.article.blocks, 1)]


def _title(blocks: list[Placed]) -> str:
    """The anchor of what names the article: its headline, else its column label, else nothing."""
    for role in (Role.HEADLINE, Role.COLUMN_LABEL):
        for placed in blocks:
            if isinstance(placed.block, Paragraph) and placed.block.role is role:
                return placed.anchor
    return ""


def _piece(piece: Piece, blocks: list[Placed], setting: Setting) -> Markup:
    header = list(takewhile(_heads, blocks))
    label = setting.voice.labels.page.format(label=piece.label)
    opening = [page_break(piece.anchor, label)] if piece.anchor else []
    head = [element("header", {}, set_blocks(header, setting))] if header else []
    return lines([*opening, *head, set_blocks(blocks[len(header) :], setting)])


def _heads(placed: Placed) -> bool:
    return isinstance(placed.block, Paragraph) and placed.block.role in HEAD_ROLES


def _notes(notes: list[Markup], labels: Labels) -> list[Markup]:
    if not notes:
        return []
    heading = element("h2", {"id": "notes"}, escaped(labels.notes))
    return [element("section", {"class": "notes", "aria-labelledby": "notes"}, heading, *notes)]
