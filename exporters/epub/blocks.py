"""Blocks as what they are in XHTML: headings, paragraphs, lists, interviews, tables, figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import assert_never

from exporters.epub.markup import Markup, element, lines
from exporters.epub.words import Voice, column_breaks, notes_on, set_words
from layout.marks import gap_mark
from layout.model import SET_IN_PARTS, Block, Figure, Paragraph, Role, Table
from layout.script import is_east_asian
from layout.text import Text


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with its name in the chapter, from which the ids of its notes are made."""

    anchor: str
    block: Block


@dataclass(frozen=True, slots=True)
class Setting:
    """All that the setting of blocks depends on.

    `title` is the anchor of the heading that names the chapter; `pictures` gives the file in the
    book for a picture's path; `target` tells where a jump line leads (empty: nowhere).
    """

    voice: Voice
    title: str
    pictures: Mapping[str, str]
    target: Callable[[str], str]


class _Run(Enum):
    """Blocks that make one thing when they stand together."""

    SINGLE = auto()
    LIST = auto()
    VERSE = auto()
    INTERVIEW = auto()
    TABLE = auto()


_RUNS = {
    Role.EVENT: _Run.LIST,
    Role.ITEM: _Run.LIST,
    Role.VERSE: _Run.VERSE,
    Role.QUESTION: _Run.INTERVIEW,
    Role.ANSWER: _Run.INTERVIEW,
    Role.TABLE_TITLE: _Run.TABLE,
}
_HEADINGS = frozenset({Role.HEADLINE, Role.SUBHEAD, Role.YEAR})

_Words = tuple[str, Paragraph]


def set_blocks(blocks: Sequence[Placed], setting: Setting) -> Markup:
    """The blocks in their order, those that belong together as one."""
    runs = groupby(blocks, key=lambda placed: _run(placed.block))
    set_runs = (piece for run, members in runs for piece in _set_run(run, list(members), setting))
    return lines(piece for piece in set_runs if piece)


def notes_of(placed: Placed, voice: Voice) -> Iterator[Markup]:
    """The notes on everything in a block."""
    for anchor, text in _texts(placed.anchor, placed.block):
        yield from notes_on(text, anchor, voice)


def breaks_of(placed: Placed) -> Iterator[str]:
    """The ids of the column breaks in a block."""
    for anchor, text in _texts(placed.anchor, placed.block):
        yield from column_breaks(text, anchor)


def _texts(anchor: str, block: Block) -> Iterator[tuple[str, Text]]:
    match block:
        case Paragraph():
            yield anchor, block.text
        case Table():
            for r, row in enumerate(block.rows):
                yield from ((f"{anchor}-{r}-{c}", cell) for c, cell in enumerate(row))
        case Figure():
            for name, words in (("caption", block.caption), ("credit", block.credit)):
                if words:
                    yield f"{anchor}-{name}", words.text
        case _:
            assert_never(block)


def _run(block: Block) -> _Run:
    match block:
        case Paragraph():
            return _RUNS.get(block.role, _Run.SINGLE)
        case Table():
            return _Run.TABLE
        case Figure():
            return _Run.SINGLE
        case _:
            assert_never(block)


def _set_run(run: _Run, members: Sequence[Placed], setting: Setting) -> Iterator[Markup]:
    match run:
        case _Run.SINGLE:
            yield from (_single(placed, setting) for placed in members)
        case _Run.LIST:
            items = [_paragraph("li", anchor, words, setting) for anchor, words in _words(members)]
            yield element("ul", {"class": "list"}, lines(items))
        case _Run.VERSE:
            verses = [_paragraph("p", anchor, words, setting) for anchor, words in _words(members)]
            yield element("div", {"class": "poem"}, lines(verses))
        case _Run.INTERVIEW:
            yield from _interview(_words(members), setting)
        case _Run.TABLE:
            yield from _tables(members, setting)
        case _:
            assert_never(run)


def _words(members: Sequence[Placed]) -> list[_Words]:
    return [(each.anchor, each.block) for each in members if isinstance(each.block, Paragraph)]


def _single(placed: Placed, setting: Setting) -> Markup:
    match placed.block:
        case Paragraph():
            name = "h2" if placed.block.role in _HEADINGS else "p"
            return _paragraph(name, placed.anchor, placed.block, setting)
        case Table():
            return _table(placed.anchor, placed.block, Markup(""), setting)
        case Figure():
            return _figure(placed.anchor, placed.block, setting)
        case _:
            assert_never(placed.block)


def _paragraph(name: str, anchor: str, paragraph: Paragraph, setting: Setting) -> Markup:
    role = "" if paragraph.role is Role.BODY else paragraph.role.value.replace("_", "-")
    inner = _inner(anchor, paragraph, setting)
    if anchor == setting.title:
        return element("h1", {"id": "title", "class": role}, inner)
    return element(name, {"class": role}, inner)


def _inner(anchor: str, paragraph: Paragraph, setting: Setting) -> Markup:
    in_parts = paragraph.role in SET_IN_PARTS and is_east_asian(setting.voice.language)
    words = set_words(paragraph.text, anchor, setting.voice, in_parts=in_parts)
    if paragraph.role is Role.JUMP:
        return _linked(anchor, paragraph, words, setting)
    return words


def _linked(anchor: str, jump: Paragraph, words: Markup, setting: Setting) -> Markup:
    """The words of a jump line as a link; a link cannot hold those to notes, which come first."""
    target = setting.target(jump.plain)
    noted = any(notes_on(jump.text, anchor, setting.voice))
    return element("a", {"href": target}, words) if target and not noted else words


def _interview(words: Sequence[_Words], setting: Setting) -> Iterator[Markup]:
    """Questions with their answers as one list; what lacks its counterpart stands alone."""
    turns = [list(turn) for _, turn in groupby(words, key=lambda each: each[1].role)]
    paragraphs = [
        lines([_paragraph("p", anchor, each, setting) for anchor, each in turn]) for turn in turns
    ]
    first = 1 if words[0][1].role is Role.ANSWER else 0
    last = first + (len(turns) - first) // 2 * 2
    yield from paragraphs[:first]
    exchanges = zip(paragraphs[first:last:2], paragraphs[first + 1 : last : 2], strict=True)
    pairs = [
        lines((element("dt", {}, asked), element("dd", {}, said))) for asked, said in exchanges
    ]
    if pairs:
        yield element("dl", {"class": "interview"}, lines(pairs))
    yield from paragraphs[last:]


def _tables(members: Sequence[Placed], setting: Setting) -> Iterator[Markup]:
    """Tables with the title in front of each as its caption; other titles as paragraphs."""
    caption = Markup("")
    for placed, following in zip(members, [*members[1:], None], strict=True):
        match placed.block:
            case Table():
                yield _table(placed.anchor, placed.block, caption, setting)
                caption = Markup("")
            case Paragraph() if following and isinstance(following.block, Table):
                caption = element("caption", {}, _inner(placed.anchor, placed.block, setting))
            case _:
                yield _single(placed, setting)


def _table(anchor: str, table: Table, caption: Markup, setting: Setting) -> Markup:
    rows = [
        lines(
            _cell(f"{anchor}-{r}-{c}", cell, r < table.header_rows, setting)
            for c, cell in enumerate(row)
        )
        for r, row in enumerate(table.rows)
    ]
    parts = (("thead", rows[: table.header_rows]), ("tbody", rows[table.header_rows :]))
    groups = [
        element(name, {}, lines(element("tr", {}, row) for row in group))
        for name, group in parts
        if group
    ]
    return element("table", {}, lines(filter(None, (caption, *groups))))


def _cell(anchor: str, cell: Text, is_head: bool, setting: Setting) -> Markup:
    words = set_words(cell, anchor, setting.voice)
    return element("th", {"scope": "col"}, words) if is_head and words else element("td", {}, words)


def _figure(anchor: str, figure: Figure, setting: Setting) -> Markup:
    """A picture with its words; of one that is absent only the words, in a plain frame."""
    said = [
        _paragraph("p", name, words, setting)
        for (name, _), words in zip(
            _texts(anchor, figure), filter(None, (figure.caption, figure.credit)), strict=True
        )
    ]
    file = setting.pictures.get(figure.path or "", "")
    image = (
        [element("img", {"src": file, "alt": _alternative(figure, setting.voice)})] if file else []
    )
    caption = [element("figcaption", {}, lines(said))] if said else []
    if not image and not caption:
        return Markup("")
    return element("figure", {"class": "" if file else "absent"}, lines([*image, *caption]))


def _alternative(figure: Figure, voice: Voice) -> str:
    said = figure.alt.shown(gap_mark(voice.language)).strip()
    return said or voice.labels.picture
