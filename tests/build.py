"""Editions in a few lines: each line is a role and its words, as `headline 甲乙 / 丙丁`.

page 04 | 要闻 | 2022-09-27     starts a page (the first may be left out)
article timeline 25            starts an article: its kind, and its measure if known
headline 甲乙丙 / 丁戊己         a slash with spaces round it: an old line end, kept as a space
paragraph 一行｜二行            a full-width bar: an old line end that left no space
paragraph 百强⟨2⟩              print lost here, at most so many ems
table 年 | 数 // 2012 | 3       rows between double slashes, the first one heads
picture path.png               a picture; a caption or photo_credit that follows belongs to it
"""

import re
from datetime import date

from layout.model import (
    Article,
    Block,
    Edition,
    Figure,
    Folio,
    Kind,
    Measure,
    Page,
    Paragraph,
    Punctuation,
    Role,
    Section,
    Table,
)
from layout.text import Fragment, Gap, LineEnd, Mark, Text

_MARKS = re.compile(r" / |｜|⟨(\d+)⟩")


def text_of(notation: str) -> Text:
    """The words of one paragraph in the notation above."""
    fragments: list[Fragment] = []
    at = 0
    for piece, mark in _pieces(notation):
        kept_end = at + len(piece)
        fragments.append(Fragment(piece, piece, at))
        if mark is not None:
            fragments.append(Fragment("", "", kept_end, mark))
        at = kept_end
    return Text(tuple(f for f in fragments if f.text or f.mark))


def _pieces(notation: str) -> list[tuple[str, Mark | None]]:
    pieces: list[tuple[str, Mark | None]] = []
    start = 0
    for match in _MARKS.finditer(notation):
        before = notation[start : match.start()] + (" " if match[0] == " / " else "")
        lost = match[1]
        mark = Gap(float(lost), "the line is full and ends in the air", 0.9) if lost else LineEnd()
        pieces.append((before, mark))
        start = match.end()
    return [*pieces, (notation[start:], None)]


def article_of(notation: str, language: str = "zh-Hans") -> Article:
    """One article in the notation above, its `article` line optional."""
    kind, width = Kind.NEWS, 16.0
    blocks: list[Block] = []
    for line in filter(None, map(str.strip, notation.splitlines())):
        head, _, words = line.partition(" ")
        if head == "article":
            name, _, ems = words.partition(" ")
            kind, width = Kind(name), float(ems or width)
        else:
            _append(blocks, head, words)
    punctuation = Punctuation.LATIN if language == "en" else Punctuation.KAIMING
    measure = None if kind is Kind.PHOTO else Measure(width, width, punctuation, 0.9, 40)
    return Article(kind, tuple(blocks), measure)


def _append(blocks: list[Block], head: str, words: str) -> None:
    if head == "table":
        rows = (row.split("|") for row in words.split("//"))
        blocks.append(Table(tuple(tuple(text_of(c.strip()) for c in row) for row in rows), 1))
    elif head == "picture":
        blocks.append(Figure(words or None))
    elif head in {Role.CAPTION, Role.CREDIT}:
        _append_words(blocks, Paragraph(Role(head), text_of(words)))
    else:
        blocks.append(Paragraph(Role(head), text_of(words)))


def _append_words(blocks: list[Block], words: Paragraph) -> None:
    last = blocks.pop() if blocks and isinstance(blocks[-1], Figure) else Figure(None)
    assert isinstance(last, Figure)
    caption = words if words.role is Role.CAPTION else last.caption
    credit = words if words.role is Role.CREDIT else last.credit
    blocks.append(Figure(last.path, last.alt, caption, credit))


def page_of(notation: str, language: str = "zh-Hans") -> Page:
    """One page in the notation above."""
    head, body = "01 | 要闻 | 2022-09-27", notation.strip()
    if body.startswith("page "):
        first, _, body = body.partition("\n")
        head = first.removeprefix("page ")
    number, section, day = (part.strip() for part in head.split("|"))
    parts = re.split(r"^\s*(?=article\b)", body, flags=re.MULTILINE)
    articles = tuple(article_of(part, language) for part in parts if part.strip())
    folio = Folio(number, section, date.fromisoformat(day))
    return Page(f"page-{number}", notation, language, folio, (Section(section, articles),))


def edition_of(notation: str, language: str = "zh-Hans", title: str = "清河日报") -> Edition:
    """A whole edition in the notation above."""
    parts = re.split(r"^\s*(?=page\b)", notation, flags=re.MULTILINE)
    pages = tuple(page_of(part, language) for part in parts if part.strip())
    return Edition(title, language, pages, pages[0].folio.day, publisher=title)
