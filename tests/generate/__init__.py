"""Newspaper pages from seeds: a structured truth, printed in lines, scanned with known residue.

`page(seed)` writes an invented page, sets it at its measures, and reads it as a poor OCR engine
would. Every damage is noted where it was done, in the words of the truth format npr-truth/1, so
that what a rebuilder makes of the text can be judged (`tests.accuracy`). A page is a pure function
of its seed and profile.
"""

from dataclasses import dataclass
from random import Random

from tests.generate.damage import Rates, strike
from tests.generate.manuscript import Json, Manuscript
from tests.generate.newsroom import PROFILES, manuscript
from tests.generate.printing import Habits, printed
from tests.generate.proof import Galley, Proof, Strip
from tests.generate.scan import Engine, arranged, gathered, written

__all__ = ["PROFILES", "Generated", "page"]

_DRAW = ["mixed"] * 5 + ["real", "real", "feature", "feature", "crowded", "interview"]
_DRAW += ["chronicle", "service", "culture"]


@dataclass(frozen=True, slots=True)
class Generated:
    """OCR text, the truth behind it (npr-truth/1), and what the page is an example of."""

    ocr: str
    truth: Json
    tags: tuple[str, ...]


def page(seed: int, profile: str | None = None) -> Generated:
    """The page of this seed; `profile`, one of PROFILES, or drawn from the seed."""
    rng = Random(f"{seed}/{profile}")
    name = profile or rng.choice(_DRAW)
    copy = manuscript(rng, PROFILES[name])
    habits = Habits(copy.punctuation, rng.choice([0.0, 0.0, 0.0, 0.5]), tapering=0.12)
    proof = printed(rng, copy, habits)
    breaks = {s.id: _breaks(s) for _, s in proof.strips()}
    strike(rng, proof, _rates(rng), latin=copy.lang == "en")
    engine = _engine(rng)
    chunks = arranged(rng, proof, engine, gathered(rng, proof, engine), copy.folio.below)
    for chunk in chunks:
        chunk.joiner = engine.joiner
    ocr, places = written(chunks, engine)
    truth = _truth(f"g{seed}", copy, proof, breaks) | {"ocr_map": places}
    return Generated(ocr, truth, (name, copy.lang, copy.punctuation))


def _rates(rng: Random) -> Rates:
    """The damage of one page: about as much as the real pages show."""
    return Rates(
        lost_tail=rng.uniform(0.3, 0.9),
        lost_head=rng.choice([0.0, 0.6, 1.0]),
        lost_stop=rng.choice([0.0, 1.0, 2.0]),
        lost_year=0.6,
        lost_line=0.1,
        dash_for_one=rng.choice([0.0, 1.0, 2.0]),
        misread=rng.choice([1.0, 3.0, 4.0]),
        misread_quote=rng.choice([0.0, 0.0, 1.0, 2.0]),
        quote_for_stop=rng.choice([0.0, 0.0, 1.0]),
        false_space=rng.choice([0.0, 1.0, 2.0, 2.0]),
        garbled_editors=0.4,
    )


def _engine(rng: Random) -> Engine:
    return Engine(
        joiner=rng.choice([" ", " ", " ", " ", " ", "\n"]),
        ascii_marks=rng.random() < 0.85,
        straight_quotes=rng.random() < 0.9,
    )


def _breaks(strip: Strip) -> list[int]:
    return [row.starts() for row in strip.rows[1:]]


def _truth(name: str, copy: Manuscript, proof: Proof, breaks: dict[str, list[int]]) -> Json:
    return {
        "schema": "npr-truth/1",
        "id": name,
        "lang": copy.lang,
        "source": "synthetic",
        "folio": copy.folio.facts,
        "page_blocks": [_block(strip, proof, []) for strip in proof.folio],
        "articles": [_article(copy, galley, proof, breaks) for galley in proof.galleys],
        "lacunae": proof.lacunae,
        "corrections": proof.corrections,
        "residue": proof.residue,
    }


def _article(copy: Manuscript, galley: Galley, proof: Proof, breaks: dict[str, list[int]]) -> Json:
    told: Json = {
        "id": galley.id,
        "kind": galley.article.kind,
        "measure": galley.article.measure,
        "measure_unit": "chars" if copy.lang == "en" else "em",
        "punct_style": copy.punctuation,
    }
    if sum(len(strip.rows) for strip in galley.strips) < 5:
        told["measure_optional"] = True
    told["blocks"] = [_block(strip, proof, breaks[strip.id]) for strip in galley.strips]
    return told


def _block(strip: Strip, proof: Proof, breaks: list[int]) -> Json:
    told: Json = {"id": strip.id, "role": strip.role, "text": strip.block.text}
    if strip.block.parts:
        told["parts"] = list(strip.block.parts)
    if strip.block.bullet:
        told["bullet"] = strip.block.bullet
    if strip.block.alt_roles:
        told["alt_roles"] = list(strip.block.alt_roles)
    if strip.id in proof.lost:
        told["lost"] = sorted(proof.lost[strip.id])
        if not strip.rows:
            told["lost_block"] = True
    if breaks:
        told["line_breaks"] = breaks
    return told
