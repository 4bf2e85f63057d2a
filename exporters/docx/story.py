"""The story of a page: its articles as bands across the sheet, one under the other.

A headline block goes across in one column; what follows it stands in the columns of its measure.
Each band is a section of its own that begins where the one before it ends (w:type continuous), so
that its columns are balanced. A table too wide for a column goes across as well, with its title and
note, and so does a picture that is an article of its own. Brief articles that follow one another in
like columns share one band, headlines and all.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil
from typing import assert_never

from exporters.docx.case import Fit
from exporters.docx.columns import Columns, columns_for, ems, ems_of, one_column
from exporters.docx.editing import Arrangement, Track
from exporters.docx.figures import figure_pieces
from exporters.docx.job import Job
from exporters.docx.look import Style
from exporters.docx.moves import with_moves
from exporters.docx.paragraphs import paragraph_piece, style_of
from exporters.docx.tables import table_pieces, width_of
from exporters.docx.wordml import Par, Piece, twips
from layout.model import SET_IN_PARTS, Article, Block, Figure, Kind, Page, Paragraph, Role, Table

_ABOVE = frozenset({Role.SECTION, Role.MASTHEAD, Role.COLUMN_LABEL, *SET_IN_PARTS})
_WITH_HEADLINE = frozenset({Role.BYLINE, Role.DATE, Role.EDITOR_CREDITS})
_RULE = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="auto"/></w:pBdr>'


@dataclass(frozen=True, slots=True)
class Band:
    """Pieces that share one set of columns across the sheet."""

    columns: Columns
    pieces: tuple[Piece, ...]


def bands_of(page: Page, job: Job) -> tuple[Band, ...]:
    """Every article of a page as bands, from the top down."""
    if job.editing.track is not Track.ACCEPT:
        page = with_moves(page)
    settings = [_setting(article, job) for article in page.articles]
    bands: list[Band] = []
    for columns, group in groupby(settings, key=lambda each: each.brief and each.columns):
        neighbours = tuple(group)
        for setting in neighbours:
            shares = bool(columns) and (len(neighbours) > 1 or _is_several(setting.article))
            for band in _Typesetter(setting, job, shares=shares, first=not bands).bands():
                joins = (shares and setting is not neighbours[0]) or _is_plain(job)
                _append(bands, band, joins=joins)
    return tuple(bands)


def _is_plain(job: Job) -> bool:
    return job.editing.arrangement is Arrangement.PLAIN


def _is_several(article: Article) -> bool:
    """Whether an article is a row of small ones, each with its headline."""
    return len(list(article.paragraphs(Role.HEADLINE))) > 1


def _append(bands: list[Band], band: Band, *, joins: bool) -> None:
    if joins and bands and bands[-1].columns == band.columns:
        bands[-1] = replace(band, pieces=bands[-1].pieces + band.pieces)
    else:
        bands.append(band)


def _table_told_of(before: Block | None, block: Block, behind: Block | None) -> Table | None:
    """The table whose title or note a paragraph is."""
    match before, block, behind:
        case _, Paragraph(role=Role.TABLE_TITLE), Table():
            return behind
        case Table(), Paragraph(role=Role.SIGNOFF), _:
            return before
        case _:
            return None


@dataclass(frozen=True, slots=True)
class _Setting:
    """An article with the columns it stands in; a brief one cannot fill all of them."""

    article: Article
    columns: Columns
    brief: bool


def _setting(article: Article, job: Job) -> _Setting:
    if _is_plain(job):
        columns = Columns(1, 0.0, job.sheet.text_width, job.look.plain.size)
        return _Setting(article, columns, brief=False)
    columns = columns_for(article, job.language, job.look, job.sheet)
    measure = ems_of(article, job.language, job.look)
    below = (p for p in article.paragraphs() if p.role not in _ABOVE)
    lines = sum(ceil(ems(p.plain) / measure) for p in below)
    brief = article.kind is Kind.BRIEF or lines < columns.number * job.look.body.least_lines
    return _Setting(article, columns, brief)


class _Typesetter:
    """Sets one article. One that shares its columns with others goes across with nothing."""

    def __init__(self, setting: _Setting, job: Job, *, shares: bool, first: bool) -> None:
        self._setting, self._job = setting, job
        self._shares = shares
        self._rule_due = not first

    def bands(self) -> Iterator[Band]:
        plain = _is_plain(self._job)
        across = self._setting.columns if plain else one_column(self._job.look, self._job.sheet)
        for goes_across, group in groupby(self._placed(), key=lambda placed: placed[0]):
            columns = across if goes_across else self._setting.columns
            pieces = tuple(piece for _, block in group for piece in self._pieces(block, columns))
            if pieces:
                yield Band(columns, pieces)

    def _placed(self) -> Iterator[tuple[bool, Block]]:
        """Each block, and whether it goes across; a byline does below a headline that does.

        A headline further down, of another small article under one label, stands in the columns.
        """
        above = begun = False
        blocks = self._setting.article.blocks
        for before, block, behind in zip(
            (None, *blocks), blocks, (*blocks[1:], None), strict=False
        ):
            table = _table_told_of(before, block, behind) or block
            above = self._goes_across(table, above=above, begun=begun)
            begun = begun or not above
            yield above, block

    def _goes_across(self, block: Block, *, above: bool, begun: bool) -> bool:
        match block:
            case Paragraph():
                opens = block.role in _ABOVE and not begun
                heads = opens or (above and block.role in _WITH_HEADLINE)
                return heads and not self._shares
            case Table():
                return width_of(block, self._job) > self._setting.columns.width
            case Figure():
                return self._setting.article.kind is Kind.PHOTO
            case _:
                assert_never(block)

    def _pieces(self, block: Block, columns: Columns) -> Iterator[Piece]:
        match block:
            case Paragraph():
                piece = self._paragraph(block, columns)
                if piece.content:  # else it was struck out, or added to what is to be the source's
                    yield self._below_rule(piece)
            case Table():
                yield from table_pieces(block, columns.width, self._job)
            case Figure():
                alone = columns.number == 1 and self._setting.article.kind is Kind.PHOTO
                for piece in figure_pieces(block, columns.width, self._job, alone=alone):
                    yield self._below_rule(piece)
            case _:
                assert_never(block)

    def _paragraph(self, paragraph: Paragraph, columns: Columns) -> Par:
        inside = columns is self._setting.columns and not _is_plain(self._job)
        style = style_of(paragraph, self._job, brief=self._setting.brief or inside)
        width = ems(paragraph.plain) * self._job.look.size_of(style)
        parted = paragraph.role in SET_IN_PARTS and width > columns.width
        return paragraph_piece(paragraph, self._key(style, columns), self._job, parted=parted)

    def _key(self, style: Style, columns: Columns) -> str:
        if not style.fitted:
            return style.key
        leading = columns.size * self._job.look.body.leading_ems
        return self._job.case.key(style, Fit(columns.size, leading, columns.tracking))

    def _below_rule(self, piece: Par) -> Par:
        """The first paragraph of an article, a rule between it and the article above."""
        if not self._rule_due:
            return piece
        self._rule_due = False
        before = twips(self._job.look.body.between_articles)
        return replace(
            piece,
            properties=(_RULE, f'<w:spacing w:before="{before}"/>', *piece.properties),
        )
