"""Print that the engine never saw: last lines, line heads, stops, year headings, whole lines."""

import re
from random import Random

from tests.generate.proof import Proof, Row, Strip
from tests.generate.rates import Rates, count, sample
from tests.generate.stories import MONTHS

_STOPS = "。！？.!?"
_SHORT_HAN, _SHORT_LATIN = 4, 8
_LONG_ROW = 9


def lose_tails(rng: Random, proof: Proof, rates: Rates) -> None:
    """A short last line is the one that text detection overlooks."""
    for strip in proof.running():
        if _has_short_tail(strip) and rng.random() < rates.lost_tail:
            start = strip.rows.pop().starts()
            _lose(proof, strip, start, len(strip.block.text), "lost_tail")


def _has_short_tail(strip: Strip) -> bool:
    """A last line of a few characters, without which the paragraph seems to stop in mid-air."""
    *before, tail = strip.rows
    short = _SHORT_LATIN if strip.is_latin else _SHORT_HAN
    return (
        bool(before)
        and len(tail.glyphs) <= short
        and before[-1].glyphs[-1].shown not in _STOPS + "”"
    )


def _lose(
    proof: Proof, strip: Strip, start: int, end: int, kind: str, certain: bool = True
) -> None:
    words = strip.block.text[start:end]
    proof.lose(strip.id, start, end)
    proof.miss(strip.id, start, kind, words, certain=certain)
    residue = {"lost_chars": "lost_line_head"}.get(kind, kind)
    proof.note(residue, block=strip.id, offset=start, text=words)


def lose_heads(rng: Random, proof: Proof, rates: Rates) -> None:
    """A character or two are gone where a line begins, by a rule or a fold."""
    rows = [p for p in proof.inner_rows() if len(p[1].glyphs) > _LONG_ROW and p[1].room < 1.0]
    for strip, row in sample(rng, rows, count(rng, rates.lost_head)):
        size = _head_size(rng, strip, row)
        if size and all(g.block for g in row.glyphs[: size + 1]):
            start = row.starts()
            proven = strip.is_latin or _shows(strip, row, size)
            row.cut(0, size)
            _lose(proof, strip, start, start + size, "lost_chars", proven)


def _head_size(rng: Random, strip: Strip, row: Row) -> int:
    """How much is lost: of Latin text the first half of a long word, so that its stump tells."""
    if not strip.is_latin:
        return rng.choice([1, 2, 2, 3])
    word = "".join(g.shown for g in row.glyphs).partition(" ")[0]
    return len(word) // 2 if len(word) > 5 and word.isalpha() else 0


def _shows(strip: Strip, row: Row, size: int) -> bool:
    """Whether the loss can be proved: the next line's first characters would now fit as well."""
    lost = "".join(g.shown for g in row.glyphs[:size])
    width = sum(1.0 if ord(c) > 0x2E7F else 0.5 for c in lost)
    return row is not strip.rows[-1] and row.room + width >= 2.0


def lose_stops(rng: Random, proof: Proof, rates: Rates) -> None:
    """The last stop of a paragraph is gone."""
    found = [s for s in proof.running() if s.ends_in("。.") and len(s.rows[-1].glyphs) > 2]
    for strip in sample(rng, found, count(rng, rates.lost_stop)):
        row = strip.rows[-1]
        stop = row.cut(len(row.glyphs) - 1, len(row.glyphs))[0]
        proof.correct(strip.id, stop.at, "lost_punct", "", strip.block.text[stop.at])
        proof.note("lost_final_punct", block=strip.id, offset=stop.at)


def lose_years(rng: Random, proof: Proof, rates: Rates) -> None:
    """A year heading of a chronology is gone; months that run backwards give it away."""
    for galley in proof.galleys:
        years = [i for i, s in enumerate(galley.strips) if s.role == "timeline_year"][1:]
        if years and rng.random() < rates.lost_year:
            at = rng.choice(years)
            _lose_year(proof, *galley.strips[at - 1 : at + 2])


def _lose_year(proof: Proof, before: Strip, year: Strip, after: Strip) -> None:
    year.rows = []
    words = year.block.text
    proof.lose(year.id, 0, len(words))
    proof.miss(
        year.id,
        0,
        "lost_block",
        words,
        certain=_month(before) >= _month(after),
        prev_block=before.id,
        next_block=after.id,
    )
    proof.note("lost_block", block=year.id, offset=0, text=words)


def _month(strip: Strip) -> int:
    name = re.match(r"\d+(?=月)|[A-Z][a-z]+", strip.block.text)
    assert name, strip.block.text
    return int(name[0]) if name[0].isdigit() else MONTHS.index(name[0])


def lose_lines(rng: Random, proof: Proof, rates: Rates) -> None:
    """A whole line in the middle is gone: only the sense can tell."""
    rows = [(s, r) for s, r in proof.inner_rows() if r is not s.rows[-1]]
    for strip, row in sample(rng, rows, count(rng, rates.lost_line)):
        start = row.starts()
        end = start + sum(1 for g in row.glyphs if g.block)
        strip.rows.remove(row)
        _lose(proof, strip, start, end, "lost_line", certain=False)


def garble_editors(rng: Random, proof: Proof, rates: Rates) -> None:
    """The editors' line loses the first character of some of its labels."""
    for strip in proof.folio:
        if strip.role != "editor_credits" or rng.random() > rates.garbled_editors:
            continue
        row, text = strip.rows[0], strip.block.text
        for at in reversed(range(len(text))):
            begins = at == 0 or text[at - 1] == " "
            if begins and text[at] in "编责版校編責" and rng.random() < 0.6:
                row.cut(at, at + 1)
                proof.lose(strip.id, at, at + 1)
        proof.note("editor_line_garbled", ocr="".join(g.shown for g in row.glyphs))
