"""OCR Markdown and plain text, read into blocks.

markdown-it says where blocks are; their words are taken from the source itself, so that every
character keeps its place.

Only what OCR engines write counts as markup: headings, emphasis, links, pictures, rules, quotes,
lists, pipe tables, HTML tables, the tags and fences of `tags`, the figures of `formulas`. All else
(other HTML, code, link definitions) is text and stays text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import TypeGuard

from markdown_it import MarkdownIt
from markdown_it.token import Token

from layout.model import Line, PictureBlock, ScannedBlock, ScannedPage, TableBlock, TextBlock
from layout.text import Edit, Rule, Text, dropped, joined, kept
from readers.formulas import in_figures
from readers.front_matter import behind_front_matter
from readers.html_table import html_table
from readers.inline import AS_TEXT, without_marks
from readers.lines import SourceLine, Span, source_lines, trimmed
from readers.tags import FENCE, without_tags

_HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)")
_HEADING_END = re.compile(r"[ \t]+#+[ \t]*$")
_BOLD = re.compile(r"\*\*[^*\n]{2,40}\*\*\s*")
_BOLD_LEVEL = 6  # below all that are marked as headings
_QUOTED = re.compile(r"(?:[ \t]*>)+[ \t]?")
_TABLE = re.compile(r"\s*(?:<(?:body|center|div|html|p)\b[^<>]*>\s*)*<table\b", re.IGNORECASE)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_MARKUP = Edit(Rule.MARKUP)
_BLANK = Edit(Rule.BLANK)
_PARSER = MarkdownIt("commonmark").enable("table").disable([*AS_TEXT, "inline"])


@dataclass(frozen=True, slots=True)
class _Found:
    """Blocks and the lines of the source, first and behind last, that they were read from."""

    blocks: tuple[ScannedBlock, ...]
    first: int
    behind: int


def read_markdown(name: str, source: str) -> ScannedPage:
    """One page of OCR Markdown or plain text as blocks in the order of the source."""
    lines = source_lines(source)
    found = tuple(_found(source, lines))
    blocks = tuple(block for f in found for block in f.blocks)
    bare = joined(line.text for block in blocks if _is_bare(block) for line in block.lines)
    told = tuple(block for block in blocks if not _is_bare(block))
    return ScannedPage(name, source, told, _spare(source, lines, found) + bare.read_as("", _MARKUP))


def _is_bare(block: ScannedBlock) -> TypeGuard[TextBlock]:
    """Whether a block of text holds nothing but marks."""
    return isinstance(block, TextBlock) and not any(line.text.plain.strip() for line in block.lines)


def _spare(source: str, lines: Sequence[SourceLine], found: Sequence[_Found]) -> Text:
    texts, line = [], 0
    for first, behind in [*((f.first, f.behind) for f in found), (len(lines), len(lines))]:
        if line < first:
            start, end = lines[line].start, lines[first - 1].behind
            mark = _MARKUP if source[start:end].strip() else _BLANK
            texts.append(dropped(source, start, end, mark))
        line = max(line, behind)
    return joined(texts)


def _found(source: str, lines: Sequence[SourceLine]) -> Iterator[_Found]:
    begins = behind_front_matter(source)
    above = sum(line.behind <= begins for line in lines)
    tokens = iter(_PARSER.parse("\n" * above + source[begins:]))
    level, reached = 0, 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "table_open" and token.map:
            first, reached = token.map
            yield _Found((_pipe_table(source, lines[first:reached], tokens),), first, reached)
        elif token.type in {"inline", "html_block"} and token.map:
            first, reached = max(token.map[0], reached), min(token.map[1], len(lines))
            yield _Found(_read(source, lines[first:reached], token, level), first, reached)
            level = 0


def _read(
    source: str, lines: Sequence[SourceLine], token: Token, level: int
) -> tuple[ScannedBlock, ...]:
    if token.type == "html_block" and _TABLE.match(token.content):
        return (html_table(source, lines[0].start, lines[-1].behind),)
    words = joined(_line(source, line, level) for line in lines)
    parts = [mark for part in without_tags(words) for mark in _without_marks(part)]
    level = level or _BOLD_LEVEL * bool(_BOLD.fullmatch(words.plain))
    return tuple(
        part if isinstance(part, PictureBlock) else TextBlock(_lines(part), level) for part in parts
    )


def _without_marks(part: Text | PictureBlock) -> tuple[Text | PictureBlock, ...]:
    return (part,) if isinstance(part, PictureBlock) else without_marks(in_figures(part))


def _line(source: str, line: SourceLine, level: int) -> Text:
    quoted = _QUOTED.match(source, line.start, line.end)
    words = trimmed(source, quoted.end() if quoted else line.start, line.end)
    if level and (heading := _HEADING.match(source, words.start, words.end)):
        closing = _HEADING_END.search(source, heading.end(), words.end)
        words = Span(heading.end(), closing.start() if closing else words.end)
    if FENCE.match(source, words.start, words.end):
        words = Span(line.end, line.end)
    return joined(
        (
            dropped(source, line.start, words.start, _MARKUP),
            kept(source, words.start, words.end),
            dropped(source, words.end, line.end, _MARKUP),
            kept(source, line.end, line.behind),
        )
    )


def _lines(text: Text) -> tuple[Line, ...]:
    ends = [m.end() for m in _LINE_BREAK.finditer(text.plain)]
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return tuple(Line(text.cut(a, b)) for a, b in pairwise([0, *ends]))


def _pipe_table(source: str, lines: Sequence[SourceLine], tokens: Iterator[Token]) -> TableBlock:
    """Reads the tokens up to the end of the table; the pipes and the rule line are markup."""
    head, rule, *body = lines
    places = iter((SourceLine(head.start, head.end, rule.behind), *body))
    rows: list[tuple[Text, ...]] = []
    cells: list[str] = []
    for token in takewhile(lambda t: t.type != "table_close", tokens):
        if token.type == "inline":
            cells.append(token.content)
        elif token.type == "tr_close":
            rows.append(tuple(_cells(source, next(places), cells)))
            cells = []
    return TableBlock(tuple(rows), header_rows=1)


def _cells(source: str, line: SourceLine, cells: Sequence[str]) -> Iterator[Text]:
    position = line.start
    for number, words in enumerate(cells, 1):
        written = (
            words if source.find(words, position, line.end) >= 0 else words.replace("|", "\\|")
        )
        start = max(position, source.find(written, position, line.end))
        end = min(start + len(written), line.end)
        behind = line.behind if number == len(cells) else end
        yield joined(
            (
                dropped(source, position, start, _MARKUP),
                kept(source, start, end),
                dropped(source, end, behind, _MARKUP),
            )
        )
        position = end
