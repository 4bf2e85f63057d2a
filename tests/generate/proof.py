"""The page between print and text: glyphs in rows, rows in strips, what happened to them noted.

A glyph knows which character of the manuscript it prints; whatever a scanner does to it, the
truth can still say where every character of the OCR text comes from.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.generate.manuscript import Article, Block, Json

RUNNING = {"paragraph", "editor_note", "question", "answer", "timeline_item", "list_item"}


class Glyph(NamedTuple):
    """A character as the OCR shows it, and its manuscript character (block "": none, a bullet)."""

    shown: str
    block: str
    at: int


@dataclass(slots=True)
class Row:
    """A printed line: glyphs, the ems left free at its end, its column, false spaces inside."""

    glyphs: list[Glyph]
    room: float = 0.0
    column: int = 0
    gaps: list[int] = field(default_factory=list)

    def starts(self) -> int:
        """The manuscript offset of the first character."""
        return next(g.at for g in self.glyphs if g.block)

    def cut(self, at: int, end: int) -> list[Glyph]:
        """Take glyphs out of the line; false spaces behind them move along."""
        taken = self.glyphs[at:end]
        del self.glyphs[at:end]
        self.gaps = [g - len(taken) if g >= end else g for g in self.gaps if not at < g < end]
        return taken


@dataclass(slots=True)
class Strip:
    """The rows of one block of the manuscript."""

    id: str
    block: Block
    rows: list[Row]

    @property
    def role(self) -> str:
        """What the block is."""
        return self.block.role

    @property
    def is_latin(self) -> bool:
        """Whether its words are Latin, whatever its quotation marks and dashes."""
        return all(ord(c) < 0x2E80 for c in self.block.text)

    @property
    def is_whole(self) -> bool:
        """Whether the last row still ends as the manuscript does."""
        return self.rows[-1].glyphs[-1].at == len(self.block.text) - 1

    def ends_in(self, marks: str) -> bool:
        """Whether it is whole and its last character is shown as one of these."""
        return self.is_whole and self.rows[-1].glyphs[-1].shown in marks


@dataclass(slots=True)
class Galley:
    """The strips of one article."""

    id: str
    article: Article
    strips: list[Strip]


@dataclass(slots=True)
class Chunk:
    """A block of OCR text: rows, a heading level or 0, how many blank lines stand before it.

    `joiner`: what stands between its rows, None for the engine's own. `table`: how the engine
    writes its cells (pipes, html, spaced, loose), or nothing.
    """

    rows: list[Row]
    level: int = 0
    blanks: int = 1
    joiner: str | None = None
    table: str = ""


@dataclass(slots=True)
class Proof:
    """Everything that the scan will turn into text, and the notes of what was damaged."""

    galleys: list[Galley]
    folio: list[Strip]
    lacunae: list[Json] = field(default_factory=list)
    corrections: list[Json] = field(default_factory=list)
    residue: list[Json] = field(default_factory=list)
    lost: dict[str, list[list[int]]] = field(default_factory=dict)

    def strips(self) -> Iterator[tuple[Galley, Strip]]:
        """Every strip of every article."""
        for galley in self.galleys:
            for strip in galley.strips:
                yield galley, strip

    def lose(self, block: str, start: int, end: int) -> None:
        """Note characters that no longer stand in the OCR text."""
        self.lost.setdefault(block, []).append([start, end])

    def note(self, kind: str, **facts: object) -> None:
        """Note a damage."""
        self.residue.append({"kind": kind, **facts})

    def running(self) -> list[Strip]:
        """The strips of running text that still have rows."""
        return [s for _, s in self.strips() if s.role in RUNNING and s.rows]

    def inner_rows(self) -> list[tuple[Strip, Row]]:
        """Every row but the first of its paragraph that begins with a character of its own."""
        return [(s, r) for s in self.running() for r in s.rows[1:] if r.glyphs[0].block]

    def correct(self, block: str, at: int, kind: str, wrong: str, right: str) -> None:
        """Note a character that should be read otherwise."""
        told: Json = {"id": f"C{len(self.corrections) + 1}", "article": _article_of(block)}
        told |= {"block": block, "offset": at, "kind": kind, "wrong": wrong, "right": right}
        self.corrections.append({**told, "certain": True})

    def miss(self, block: str, at: int, kind: str, lost: str, **more: object) -> None:
        """Note text that is missing."""
        told: Json = {"id": f"L{len(self.lacunae) + 1}", "article": _article_of(block)}
        told |= {"block": block, "offset": at, "kind": kind, "lost": lost, "lost_known": True}
        self.lacunae.append({**told, "certain": True, **more})


def _article_of(block: str) -> str:
    return block.partition("b")[0]
