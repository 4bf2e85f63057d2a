"""What scanning does to printed lines: text lost, characters misread, lines broken in pieces."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from tests.generate.phrases import inventory
from tests.generate.printing import RUNNING
from tests.generate.proof import Galley, Glyph, Proof, Row, Strip
from tests.generate.stories import MONTHS

CLOSING = "。！？.!?"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rates:
    """How likely, or how many: each damage of a page. All nothing: a clean page."""

    lost_tail: float = 0.0
    lost_head: float = 0.0
    lost_stop: float = 0.0
    lost_year: float = 0.0
    lost_line: float = 0.0
    dash_for_one: float = 0.0
    misread: float = 0.0
    misread_quote: float = 0.0
    quote_for_stop: float = 0.0
    false_space: float = 0.0
    garbled_editors: float = 0.0


def strike(rng: Random, proof: Proof, rates: Rates, lang: str) -> None:
    """Damage the proof, noting everything."""
    for damage in DAMAGES:
        damage(rng, proof, rates)
    if lang == "en":
        _misread_latin(rng, proof, rates.misread)
    else:
        _misread_han(rng, proof, rates.misread)


def count(rng: Random, mean: float) -> int:
    """A whole number whose mean is `mean`."""
    return int(mean) + (rng.random() < mean % 1)


def lose_tails(rng: Random, proof: Proof, rates: Rates) -> None:
    """A short last line is the one that text detection overlooks."""
    for galley, strip in _running(proof):
        tail = strip.rows[-1]
        limit = 8 if _is_latin(strip) else 4
        if len(strip.rows) < 2 or len(tail.glyphs) > limit or rng.random() > rates.lost_tail:
            continue
        if strip.rows[-2].glyphs[-1].shown in CLOSING + "”":
            continue
        start, end = tail.starts(), len(strip.block.text)
        words = strip.block.text[start:end]
        strip.rows.pop()
        proof.lose(strip.id, start, end)
        proof.miss(galley, strip.id, start, "lost_tail", words)
        proof.note("lost_tail", block=strip.id, offset=start, text=words)


def lose_heads(rng: Random, proof: Proof, rates: Rates) -> None:
    """A character or two are gone where a line begins, by a rule or a fold.

    It can be proved where the next line's first character would now fit on the short line.
    """
    rows = [p for p in _inner_rows(proof) if len(p[2].glyphs) > 9 and p[2].room < 1.0]
    for galley, strip, row in _sample(rng, rows, count(rng, rates.lost_head)):
        size = _head_size(rng, strip, row)
        if not size or not all(g.block for g in row.glyphs[: size + 1]):
            continue
        start, words = row.starts(), "".join(g.shown for g in row.glyphs[:size])
        lost_width = sum(1.0 if ord(c) > 0x2E7F else 0.5 for c in words)
        proven = _is_latin(strip) or (row is not strip.rows[-1] and row.room + lost_width >= 2.0)
        row.cut(0, size)
        proof.lose(strip.id, start, start + size)
        words = strip.block.text[start : start + size]
        proof.miss(galley, strip.id, start, "lost_chars", words, certain=proven)
        proof.note("lost_line_head", block=strip.id, offset=start, text=words)


def _head_size(rng: Random, strip: Strip, row: Row) -> int:
    """How much is lost: of Latin text the first half of a long word, so that its stump tells."""
    if not _is_latin(strip):
        return rng.choice([1, 2, 2, 3])
    word = "".join(g.shown for g in row.glyphs).partition(" ")[0]
    return len(word) // 2 if len(word) > 5 and word.isalpha() else 0


def lose_stops(rng: Random, proof: Proof, rates: Rates) -> None:
    """The last stop of a paragraph is gone."""
    found = [
        (g, s, s.rows[-1]) for g, s in _running(proof) if _whole(proof, s) and _ends_in_stop(s)
    ]
    for galley, strip, row in _sample(rng, found, count(rng, rates.lost_stop)):
        if len(row.glyphs) < 3:
            continue
        stop = row.cut(len(row.glyphs) - 1, len(row.glyphs))[0]
        proof.correct(galley, strip.id, stop.at, "lost_punct", "", strip.block.text[stop.at])
        proof.note("lost_final_punct", block=strip.id, offset=stop.at)


def lose_years(rng: Random, proof: Proof, rates: Rates) -> None:
    """A year heading of a chronology is gone; the months that run backwards give it away."""
    for galley in proof.galleys:
        years = [i for i, s in enumerate(galley.strips) if s.role == "timeline_year"][1:]
        if not years or rng.random() > rates.lost_year:
            continue
        _lose_year(proof, galley, rng.choice(years))


def _lose_year(proof: Proof, galley: Galley, at: int) -> None:
    before, strip, after = galley.strips[at - 1 : at + 2]
    proven = _month(before) >= _month(after)
    strip.rows = []
    proof.lose(strip.id, 0, len(strip.block.text))
    proof.miss(
        galley,
        strip.id,
        0,
        "lost_block",
        strip.block.text,
        certain=proven,
        prev_block=before.id,
        next_block=after.id,
    )
    proof.note("lost_block", block=strip.id, offset=0, text=strip.block.text)


def _month(strip: Strip) -> int:
    name = re.match(r"\d+(?=月)|[A-Z][a-z]+", strip.block.text)
    assert name, strip.block.text
    return int(name[0]) if name[0].isdigit() else MONTHS.index(name[0])


def lose_lines(rng: Random, proof: Proof, rates: Rates) -> None:
    """A whole line in the middle is gone: only the sense can tell."""
    rows = [(g, s, r) for g, s, r in _inner_rows(proof) if r is not s.rows[-1]]
    for galley, strip, row in _sample(rng, rows, count(rng, rates.lost_line)):
        start = row.starts()
        end = start + sum(1 for g in row.glyphs if g.block)
        strip.rows.remove(row)
        proof.lose(strip.id, start, end)
        words = strip.block.text[start:end]
        proof.miss(galley, strip.id, start, "lost_line", words, certain=False)
        proof.note("lost_line", block=strip.id, offset=start, text=words)


def dash_ones(rng: Random, proof: Proof, rates: Rates) -> None:
    """一 is read as a hyphen, most of all where a line begins."""
    rows = [(g, s, r) for g, s, r in _inner_rows(proof) if r.glyphs[0].shown == "一"]
    for galley, strip, row in _sample(rng, rows, count(rng, rates.dash_for_one)):
        _misread(proof, galley, strip, row, 0, "-", "dash_for_one")


def misread_quotes(rng: Random, proof: Proof, rates: Rates) -> None:
    """A double quotation mark is read as a single one."""
    found = _places(proof, "“”")
    for galley, strip, row, at in _sample(rng, found, count(rng, rates.misread_quote)):
        _misread(proof, galley, strip, row, at, "'", "quote")


def quotes_for_stops(rng: Random, proof: Proof, rates: Rates) -> None:
    """The last 。 of a paragraph is read as a stray quotation mark."""
    found = [
        (g, s)
        for g, s in _running(proof)
        if _whole(proof, s) and s.rows[-1].glyphs[-1].shown == "。"
    ]
    for galley, strip in _sample(rng, found, count(rng, rates.quote_for_stop)):
        row = strip.rows[-1]
        _misread(proof, galley, strip, row, len(row.glyphs) - 1, "'", "ocr_char")


def split_rows(rng: Random, proof: Proof, rates: Rates) -> None:
    """A printed line is detected in two or three boxes: spaces that are no line ends."""
    rows = [
        (s, r)
        for _, s in _running(proof)
        for r in s.rows
        if len(r.glyphs) > 9 and all(g.block for g in r.glyphs)
    ]
    for strip, row in _sample(rng, rows, count(rng, rates.false_space)):
        places = [n for n in range(3, len(row.glyphs) - 2) if _is_inside(row, n, _is_latin(strip))]
        for cut in sorted(_sample(rng, places, rng.choice([1, 2, 2]))):
            row.gaps.append(cut)
            proof.note("false_space", block=strip.id, offset=row.glyphs[cut].at)


def _is_inside(row: Row, at: int, latin: bool) -> bool:
    """Whether a space here would be false: not beside a space, in Latin text inside a word."""
    around = "".join(g.shown for g in row.glyphs[at - 2 : at + 2])
    return around.isalpha() if latin else " " not in around


def garble_editors(rng: Random, proof: Proof, rates: Rates) -> None:
    """The editors' line loses the first character of its labels and splits two-character names."""
    for strip in proof.folio:
        if strip.role != "editor_credits" or rng.random() > rates.garbled_editors:
            continue
        row, text = strip.rows[0], strip.block.text
        for at in reversed(range(len(text))):
            if (at == 0 or text[at - 1] == " ") and text[at] in "编责版校" and rng.random() < 0.6:
                row.cut(at, at + 1)
                proof.lose(strip.id, at, at + 1)
        proof.note("editor_line_garbled", ocr="".join(g.shown for g in row.glyphs))


DAMAGES: tuple[Callable[[Random, Proof, Rates], None], ...] = (
    lose_tails,
    lose_years,
    lose_lines,
    lose_heads,
    lose_stops,
    dash_ones,
    quotes_for_stops,
    misread_quotes,
    split_rows,
    garble_editors,
)


def _misread_han(rng: Random, proof: Proof, mean: float) -> None:
    """A few pairs are taken for one another, each once or twice on the page.

    Half of them in a phrase that the page reads rightly elsewhere.
    """
    pairs = dict(_pairs("han"))
    found = [p for p in _places(proof, "".join(pairs)) if p[1].role in RUNNING]
    text = "".join(s.block.text for _, s in proof.strips())
    left = count(rng, mean)
    while left > 0 and found:
        repeated = [p for p in found if text.count(_phrase(p)) > 1] or found
        _, _, row, at = rng.choice(repeated if rng.random() < 0.5 else found)
        shown = row.glyphs[at].shown
        same = [p for p in found if p[2].glyphs[p[3]].shown == shown]
        for galley, strip, where, place in _sample(rng, same, rng.choice([1, 1, 2])):
            _misread(proof, galley, strip, where, place, pairs[shown], "ocr_char")
            left -= 1
        found = [p for p in found if p not in same]


def _phrase(place: tuple[Galley, Strip, Row, int]) -> str:
    """The character with its neighbours in the manuscript."""
    _, strip, row, at = place
    offset = row.glyphs[at].at
    return strip.block.text[max(0, offset - 1) : offset + 2]


def _misread_latin(rng: Random, proof: Proof, mean: float) -> None:
    pairs = {k: v for k, v in _pairs("latin") if len(k) == 1}
    char = rng.choice(["e", "e", "e", "h", "l", "o", "i"])
    found = [p for p in _places(proof, char) if p[1].role in RUNNING]
    for galley, strip, row, at in _sample(rng, found, count(rng, mean)):
        _misread(proof, galley, strip, row, at, pairs[char], "ocr_char")


def _pairs(script: str) -> list[tuple[str, str]]:
    found = inventory("look-alikes")[script]
    assert isinstance(found, dict)
    return list(found.items())


def _misread(
    proof: Proof, galley: Galley, strip: Strip, row: Row, at: int, shown: str, kind: str
) -> None:
    glyph = row.glyphs[at]
    right = strip.block.text[glyph.at]
    row.glyphs[at] = Glyph(shown, glyph.block, glyph.at)
    proof.correct(galley, strip.id, glyph.at, kind, shown, right)
    more = {"wrong": shown, "right": right} if kind == "ocr_char" else {}
    proof.note(kind, block=strip.id, offset=glyph.at, **more)


def _running(proof: Proof) -> list[tuple[Galley, Strip]]:
    return [(g, s) for g, s in proof.strips() if s.role in RUNNING and s.rows]


def _inner_rows(proof: Proof) -> list[tuple[Galley, Strip, Row]]:
    """Every row but the first of its paragraph, that begins with the manuscript's character."""
    return [
        (g, s, r) for g, s in _running(proof) for r in s.rows[1:] if r.glyphs and r.glyphs[0].block
    ]


def _places(proof: Proof, chars: str) -> list[tuple[Galley, Strip, Row, int]]:
    return [
        (g, s, r, i)
        for g, s in _running(proof)
        for r in s.rows
        for i, glyph in enumerate(r.glyphs)
        if glyph.block and glyph.shown in chars
    ]


def _sample(rng: Random, found: list[T], size: int) -> list[T]:
    return rng.sample(found, min(size, len(found)))


def _whole(proof: Proof, strip: Strip) -> bool:
    return strip.rows[-1].glyphs[-1].at == len(strip.block.text) - 1


def _ends_in_stop(strip: Strip) -> bool:
    return strip.rows[-1].glyphs[-1].shown in "。."


def _is_latin(strip: Strip) -> bool:
    return (
        strip.block.text.isascii()
        or strip.block.text[:40].replace("“", "").replace("”", "").isascii()
    )
