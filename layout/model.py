"""The nouns: a page as it was scanned, and a page, its articles and an edition as rebuilt.

Every value is frozen. Text carries its own history (see `layout.text`); a block says what it is
and for which reasons. Nothing here knows how any of it was found out or how it will be drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from layout.geometry import Box, Size
from layout.text import Text

VERSION = "1.1"  # of this model, as the JSON and the properties of a DOCX give it


class Role(StrEnum):
    """What a paragraph is on the page. The values are those of the JSON export."""

    FOLIO = "folio"
    SECTION = "section"
    DATE = "date"
    MASTHEAD = "masthead"
    EDITOR_CREDITS = "editor_credits"
    COLUMN_LABEL = "column_label"
    KICKER = "kicker"
    HEADLINE = "headline"
    DECK = "subheadline"
    BYLINE = "byline"
    EDITOR_NOTE = "editor_note"
    SUBHEAD = "subhead"
    BODY = "paragraph"
    QUESTION = "question"
    ANSWER = "answer"
    YEAR = "timeline_year"
    EVENT = "timeline_item"
    ITEM = "list_item"
    VERSE = "poem_line"
    TABLE_TITLE = "table_title"
    CAPTION = "caption"
    CREDIT = "photo_credit"
    SIGNOFF = "signoff"
    JUMP = "jump"


SET_IN_PARTS = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK})
"""What is set in lines that the paper broke by sense."""
HEAD_ROLES = frozenset({*SET_IN_PARTS, Role.COLUMN_LABEL, Role.BYLINE})
"""What stands over an article."""


class Kind(StrEnum):
    """What an article is as a whole; exporters may set a kind apart, a box round a sidebar say."""

    NEWS = "news"
    BRIEF = "brief"
    FEATURE = "feature"
    COMMENTARY = "commentary"
    INTERVIEW = "interview"
    TIMELINE = "timeline"
    LISTING = "list"
    TABLE = "table"
    POEM = "poem"
    NOTICE = "notice"
    PHOTO = "photo"


class Punctuation(StrEnum):
    """How wide the paper set its marks: every mark 1 em, commas and brackets 1/2, or Latin."""

    FULL = "full"
    KAIMING = "kaiming"
    LATIN = "latin"


# --- as scanned -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the OCR text inside a block, with its box on the scan where one is known."""

    text: Text
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines that the OCR held together. `level`: its heading mark, 1 to 6, or 0 for none."""

    lines: tuple[Line, ...]
    level: int = 0


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table that the OCR marked as one: rows of cells, the first `header_rows` of them heads."""

    rows: tuple[tuple[Text, ...], ...]
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture that the OCR text names: its path as written there, and its alternative text."""

    path: str
    alt: Text
    marks: Text = Text()


ScannedBlock = TextBlock | TableBlock | PictureBlock


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page of OCR text: its name, the decoded source, the blocks in the order of the source.

    `spare` holds the source's characters that stand in no block (blank lines, rules). `scan` is
    the extent of the scan, where the boxes of its lines are known.
    """

    name: str
    source: str
    blocks: tuple[ScannedBlock, ...]
    spare: Text = Text()
    scan: Size | None = None


# --- as rebuilt -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for a decision, in words, and how far it goes (0 to 1)."""

    what: str
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, headline, list item, verse line ...: its role says which."""

    role: Role
    text: Text
    reasons: tuple[Reason, ...] = ()

    @property
    def plain(self) -> str:
        """The words as rebuilt."""
        return self.text.plain

    @property
    def parts(self) -> tuple[str, ...]:
        """The lines in which a headline was set; one part for anything set in one piece."""
        cuts = (0, *self.text.line_ends(), len(self.text))
        pieces = (self.plain[a:b].strip() for a, b in pairwise(cuts))
        return tuple(piece for piece in pieces if piece)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, the first `header_rows` of them heads."""

    rows: tuple[tuple[Text, ...], ...]
    header_rows: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its words. `path` is None where the page only tells that one was there."""

    path: str | None
    alt: Text = Text()
    caption: Paragraph | None = None
    credit: Paragraph | None = None


Block = Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Measure:
    """The width of an article's columns in the old print.

    `width` is in ems of its body type (Latin text: average characters a line); `narrowest` is
    smaller where lines ran around a picture; `lines` counts the lines that speak for it.
    """

    width: float
    narrowest: float
    punctuation: Punctuation
    certainty: float
    lines: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article, its blocks in reading order; `box`: where it stood on the scan, if known."""

    kind: Kind
    blocks: tuple[Block, ...]
    measure: Measure | None = None
    columns: int | None = None
    box: Box | None = None

    def paragraphs(self, *roles: Role) -> Iterator[Paragraph]:
        """The paragraphs of the given roles (none given: of all), figures' words included."""
        for block in self.blocks:
            for paragraph in _paragraphs(block):
                if not roles or paragraph.role in roles:
                    yield paragraph

    @property
    def title(self) -> str:
        """The headline's words, or those of the first thing that can stand for it; may be empty."""
        for role in (Role.HEADLINE, Role.COLUMN_LABEL, Role.CAPTION, Role.TABLE_TITLE):
            for paragraph in self.paragraphs(role):
                return paragraph.plain
        return next((p.plain[:24] for p in self.paragraphs()), "")


@dataclass(frozen=True, slots=True)
class Section:
    """Articles that the page sets together; `name` is empty where it gives them none."""

    name: str
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Editor:
    """Someone responsible for the page, with the duty as printed (编辑, Copy editor)."""

    duty: str
    name: str


@dataclass(frozen=True, slots=True)
class Folio:
    """What the head and foot of the page say about it, read; `paragraphs` are their words."""

    number: str = ""
    section: str = ""
    day: date | None = None
    weekday: str = ""
    paper: str = ""
    editors: tuple[Editor, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page as rebuilt. `language` is a BCP 47 tag: zh-Hans, zh-Hant, en ...

    Every character of `source` stands in exactly one text of the page, `spare` included. `scan` is
    the extent of the scan, where the boxes of its lines are known.
    """

    name: str
    source: str
    language: str
    folio: Folio
    sections: tuple[Section, ...]
    spare: Text = Text()
    scan: Size | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles of all sections, in order."""
        return tuple(article for section in self.sections for article in section.articles)


@dataclass(frozen=True, slots=True)
class Edition:
    """Pages bound together, with what a library asks to know about them."""

    title: str
    language: str
    pages: tuple[Page, ...]
    day: date | None = None
    number: str = ""
    publisher: str = ""


def texts_of(block: Block) -> Iterator[Text]:
    """Every text of a block, in reading order."""
    match block:
        case Paragraph():
            yield block.text
        case Table():
            for row in block.rows:
                yield from row
        case Figure():
            yield block.alt
            for words in (block.caption, block.credit):
                if words is not None:
                    yield words.text


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    match block:
        case Paragraph():
            yield block
        case Figure():
            yield from (words for words in (block.caption, block.credit) if words is not None)
        case Table():
            return
