"""Print the manuscript: every block in rows at its article's measure, the rows in columns."""

from dataclasses import dataclass, replace
from math import ceil
from random import Random

from tests.generate.manuscript import Article, Manuscript
from tests.generate.proof import RUNNING, Galley, Glyph, Proof, Row, Strip
from tests.generate.setting import Setting, latin_lines, length, line_starts

_ENDLESS = 1e6
IN_COLUMNS = RUNNING | {"subhead", "timeline_year", "poem_line", "jump", "signoff"}


@dataclass(frozen=True, slots=True)
class Habits:
    """How this paper sets: marks' width, ems it squeezes, chance of text beside a picture.

    `unbroken`: it is no paper; a paragraph is one line.
    """

    punctuation: str
    spare: float
    tapering: float
    unbroken: bool = False


def printed(rng: Random, page: Manuscript, habits: Habits) -> Proof:
    """The proof of the page, undamaged."""
    galleys = [
        _galley(rng, f"a{number}", article, habits)
        for number, article in enumerate(page.articles, 1)
    ]
    folio = [
        Strip(f"f{number}", block, _one_row(f"f{number}", block.text))
        for number, block in enumerate(page.folio.blocks, 1)
    ]
    return Proof(galleys, folio)


def glyphs(block: str, text: str, start: int, end: int) -> list[Glyph]:
    """The characters of a block from start to end as glyphs."""
    return [Glyph(text[at], block, at) for at in range(start, end)]


def _one_row(name: str, text: str) -> list[Row]:
    return [Row(glyphs(name, text, 0, len(text)))]


def _galley(rng: Random, name: str, article: Article, habits: Habits) -> Galley:
    strips = [
        Strip(f"{name}b{number:02d}", block, []) for number, block in enumerate(article.blocks, 1)
    ]
    measure = _ENDLESS if habits.unbroken else article.measure or 40.0
    setting = Setting(measure, habits.punctuation, habits.spare)
    tapered = _tapered_strip(rng, article, habits)
    for number, strip in enumerate(strips):
        own = (
            replace(setting, taper_from=rng.randint(1, 4), taper=rng.choice([0.5, 1.0]))
            if number == tapered
            else setting
        )
        strip.rows = _rows(strip, own)
    _into_columns(rng, article, strips)
    return Galley(name, article, strips)


def _tapered_strip(rng: Random, article: Article, habits: Habits) -> int | None:
    """The last long paragraph, sometimes: it runs round a picture."""
    long = [i for i, b in enumerate(article.blocks) if b.role == "paragraph" and len(b.text) > 90]
    return long[-1] if long and rng.random() < habits.tapering else None


def _rows(strip: Strip, setting: Setting) -> list[Row]:
    block = strip.block
    if block.role in RUNNING:
        return (
            _latin_rows(strip, setting)
            if setting.punctuation == "latin"
            else _han_rows(strip, setting)
        )
    if block.parts:
        return _part_rows(strip)
    return _one_row(strip.id, block.text)


def _han_rows(strip: Strip, setting: Setting) -> list[Row]:
    text, bullet = strip.block.text, strip.block.bullet
    indent = 3.5 if bullet else 2.0
    starts = line_starts(text, setting, indent)
    rows = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        used = length(text[start:end], setting.punctuation) + (indent if number == 0 else 0)
        rows.append(Row(glyphs(strip.id, text, start, end), setting.width_of_line(number) - used))
    if bullet:
        rows[0].glyphs = [Glyph(c, "", -1) for c in bullet + " "] + rows[0].glyphs
    return rows


def _latin_rows(strip: Strip, setting: Setting) -> list[Row]:
    text = strip.block.text
    rows = []
    for line in latin_lines(text, int(setting.measure)):
        row = glyphs(strip.id, text, line.start, line.end)
        if line.hyphen:
            row.append(Glyph("-", "", -1))
        rows.append(Row(row, setting.measure - len(row)))
    if strip.block.bullet:
        rows[0].glyphs = [Glyph(c, "", -1) for c in strip.block.bullet + " "] + rows[0].glyphs
    return rows


def _part_rows(strip: Strip) -> list[Row]:
    rows, at = [], 0
    for part in strip.block.parts:
        at = strip.block.text.index(part, at)
        rows.append(Row(glyphs(strip.id, strip.block.text, at, at + len(part))))
        at += len(part)
    return rows


def _into_columns(rng: Random, article: Article, strips: list[Strip]) -> None:
    flow = [row for s in strips if s.role in IN_COLUMNS for row in s.rows]
    depth = max(4, ceil(len(flow) / article.columns))
    column, left = 0, depth
    for row in flow:
        if left == 0:
            column, left = column + 1, depth + rng.randint(-2, 2)
        row.column, left = column, left - 1
