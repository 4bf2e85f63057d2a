"""Write the blocks down as OCR Markdown, keeping book of where each character comes from."""

from collections.abc import Iterator
from itertools import groupby
from random import Random
from typing import NamedTuple

from tests.generate.engine import Engine
from tests.generate.proof import Chunk, Glyph, Row

_ASCII = str.maketrans(dict(zip("，：；？！（）％", ",:;?!()%", strict=True)))
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_TABLE_MARKS = {
    "pipes": ("", "| ", " | ", " |", "\n", ""),
    "spaced": ("", "", "  ", "", "\n", ""),
    "loose": ("", "", " ", "", "", ""),
    "html": ("<table>", "<tr><td>", "</td><td>", "</td></tr>", "", "</table>"),
}


class _Piece(NamedTuple):
    """Characters as written, and the manuscript's block and offset (block "": none)."""

    shown: str
    block: str = ""
    at: int = -1


def written(rng: Random, chunks: list[Chunk], engine: Engine) -> tuple[str, list[list[int | str]]]:
    """The OCR text, and its map: start, end, block, the block's start and end."""
    pieces = list(_page(rng, chunks, engine))
    return "".join(p.shown for p in pieces), list(_runs(pieces))


def _page(rng: Random, chunks: list[Chunk], engine: Engine) -> Iterator[_Piece]:
    for number, chunk in enumerate(chunks):
        yield _Piece("\n" * (chunk.blanks + bool(number)))
        for piece in _table(chunk) if chunk.table else _block(chunk, engine):
            yield _as_read(rng, piece, engine) if piece.block else piece
    yield _Piece("\n")


def _block(chunk: Chunk, engine: Engine) -> Iterator[_Piece]:
    if chunk.level:
        yield _Piece("#" * chunk.level + " ")
    joiner = engine.joiner if chunk.joiner is None else chunk.joiner
    for number, row in enumerate(chunk.rows):
        if number:
            yield _Piece(" " if chunk.level else joiner)
        yield from _row(row)


def _row(row: Row) -> Iterator[_Piece]:
    for number, glyph in enumerate(row.glyphs):
        if number in row.gaps:
            yield _Piece(" ")
        yield _Piece(*glyph)


def _table(chunk: Chunk) -> Iterator[_Piece]:
    """Rows of cells; in the manuscript a bar with a space on either side divides them."""
    before, opening, between, closing, end, after = _TABLE_MARKS[chunk.table]
    yield _Piece(before)
    for number, row in enumerate(chunk.rows):
        yield _Piece((end if number else "") + opening)
        cells = [list(cell) for bar, cell in groupby(row.glyphs, _is_bar) if not bar]
        for place, cell in enumerate(cells):
            if place:
                yield _Piece(between)
            yield from (_Piece(*glyph) for glyph in _trimmed(cell))
        yield _Piece(closing)
        if chunk.table == "pipes" and number == 0:
            yield _Piece("\n" + "| --- " * len(cells) + "|")
    yield _Piece(after)


def _is_bar(glyph: Glyph) -> bool:
    return glyph.shown == "|"


def _trimmed(cell: list[Glyph]) -> list[Glyph]:
    """The cell without the spaces at its ends."""
    solid = [n for n, glyph in enumerate(cell) if glyph.shown != " "]
    return cell[solid[0] : solid[-1] + 1] if solid else []


def _as_read(rng: Random, piece: _Piece, engine: Engine) -> _Piece:
    char = piece.shown
    if engine.marks == "ascii" or (engine.marks == "mixed" and rng.random() < 0.5):
        char = char.translate(_ASCII)
    if engine.straight_quotes:
        char = char.translate(_STRAIGHT)
    return piece._replace(shown=engine.dashes if char == "—" else char)


class _Run(NamedTuple):
    start: int
    end: int
    block: str
    first: int
    last: int


def _runs(pieces: list[_Piece]) -> Iterator[list[int | str]]:
    """Neighbours in both texts make one run."""
    run, at = _Run(0, 0, "", 0, 0), 0
    for piece in pieces:
        if piece.block and (run.end, run.block, run.last) == (at, piece.block, piece.at):
            run = run._replace(end=at + 1, last=piece.at + 1)
        else:
            if run.block:
                yield list(run)
            run = _Run(at, at + 1, piece.block, piece.at, piece.at + 1)
        at += len(piece.shown)
    if run.block:
        yield list(run)
