"""Print that the engine saw wrongly: look-alikes, strokes, quotation marks, lines in pieces."""

from random import Random
from typing import NamedTuple

from tests.generate.phrases import inventory
from tests.generate.proof import RUNNING, Glyph, Proof, Row, Strip
from tests.generate.rates import Rates, count, sample

_LONG_ROW = 9


class _Spot(NamedTuple):
    """A glyph in its place."""

    strip: Strip
    row: Row
    at: int

    @property
    def glyph(self) -> Glyph:
        return self.row.glyphs[self.at]

    def misread(self, proof: Proof, shown: str, kind: str) -> None:
        """Show another character, and note what it ought to be."""
        glyph = self.glyph
        right = self.strip.block.text[glyph.at]
        self.row.glyphs[self.at] = glyph._replace(shown=shown)
        proof.correct(self.strip.id, glyph.at, kind, shown, right)
        more = {"wrong": shown, "right": right} if kind == "ocr_char" else {}
        proof.note(kind, block=self.strip.id, offset=glyph.at, **more)


def _spots(proof: Proof, chars: str) -> list[_Spot]:
    return [
        _Spot(strip, row, at)
        for strip in proof.running()
        for row in strip.rows
        for at, glyph in enumerate(row.glyphs)
        if glyph.block and glyph.shown in chars
    ]


def dash_ones(rng: Random, proof: Proof, rates: Rates) -> None:
    """一 is read as a hyphen, most of all where a line begins."""
    found = [_Spot(s, r, 0) for s, r in proof.inner_rows() if r.glyphs[0].shown == "一"]
    for spot in sample(rng, found, count(rng, rates.dash_for_one)):
        spot.misread(proof, "-", "dash_for_one")


def misread_quotes(rng: Random, proof: Proof, rates: Rates) -> None:
    """A double quotation mark is read as a single one."""
    for spot in sample(rng, _spots(proof, "“”"), count(rng, rates.misread_quote)):
        spot.misread(proof, "'", "quote")


def quotes_for_stops(rng: Random, proof: Proof, rates: Rates) -> None:
    """The last 。 of a paragraph is read as a stray quotation mark."""
    found = [s for s in proof.running() if s.ends_in("。")]
    for strip in sample(rng, found, count(rng, rates.quote_for_stop)):
        row = strip.rows[-1]
        _Spot(strip, row, len(row.glyphs) - 1).misread(proof, "'", "ocr_char")


def misread_han(rng: Random, proof: Proof, rates: Rates) -> None:
    """A few pairs are taken for one another, each once or twice on the page.

    Half of them in a phrase that the page reads rightly elsewhere.
    """
    pairs = _pairs("han")
    found = _spots(proof, "".join(pairs))
    text = "".join(s.block.text for _, s in proof.strips() if s.role in RUNNING)
    left = count(rng, rates.misread)
    while left > 0 and found:
        repeated = [spot for spot in found if text.count(_phrase(spot)) > 1] or found
        shown = rng.choice(repeated if rng.random() < 0.5 else found).glyph.shown
        same = [spot for spot in found if spot.glyph.shown == shown]
        for spot in sample(rng, same, rng.choice([1, 1, 2])):
            spot.misread(proof, pairs[shown], "ocr_char")
            left -= 1
        found = [spot for spot in found if spot not in same]


def _phrase(spot: _Spot) -> str:
    """The character with its neighbours in the manuscript."""
    offset = spot.glyph.at
    return spot.strip.block.text[max(0, offset - 1) : offset + 2]


def misread_latin(rng: Random, proof: Proof, rates: Rates) -> None:
    """One letter is taken for another, in a few places of the page."""
    pairs = _pairs("latin")
    char = rng.choice("eeehloi")
    for spot in sample(rng, _spots(proof, char), count(rng, rates.misread)):
        spot.misread(proof, pairs[char], "ocr_char")


def _pairs(script: str) -> dict[str, str]:
    found = inventory("look-alikes")[script]
    assert isinstance(found, dict)
    return found


def split_rows(rng: Random, proof: Proof, rates: Rates) -> None:
    """A printed line is detected in two or three boxes: spaces that are no line ends."""
    rows = [
        (strip, row)
        for strip in proof.running()
        for row in strip.rows
        if len(row.glyphs) > _LONG_ROW and all(g.block for g in row.glyphs)
    ]
    for strip, row in sample(rng, rows, count(rng, rates.false_space)):
        places = [n for n in range(3, len(row.glyphs) - 2) if _is_inside(row, n, strip.is_latin)]
        for cut in sorted(sample(rng, places, rng.choice([1, 2, 2]))):
            row.gaps.append(cut)
            proof.note("false_space", block=strip.id, offset=row.glyphs[cut].at)


def _is_inside(row: Row, at: int, latin: bool) -> bool:
    """Whether a space here would be false: not beside a space, in Latin text inside a word."""
    around = "".join(g.shown for g in row.glyphs[at - 2 : at + 2])
    return around.isalpha() if latin else " " not in around
