"""Newspaper pages from seeds: a structured truth, printed in lines, scanned with known residue.

`page(seed)` writes an invented page, sets it at its measures, and reads it as a poor OCR engine
would. Every damage is noted where it was done, in the words of the truth format npr-truth/1, so
that what a rebuilder makes of the text can be judged (`tests.accuracy`). A page is a pure function
of its seed and profile.
"""

from dataclasses import dataclass
from random import Random

from tests.generate.arrange import arranged
from tests.generate.damage import strike
from tests.generate.engine import engine, rates
from tests.generate.gather import gathered
from tests.generate.manuscript import Json
from tests.generate.newsroom import PROFILES, manuscript
from tests.generate.printing import Habits, printed
from tests.generate.record import record
from tests.generate.writing import written

__all__ = ["PROFILES", "Generated", "page"]

_DRAW = ["mixed"] * 6 + ["real"] * 3 + ["feature"] * 2 + ["crowded"] * 2 + ["english"] * 3
_DRAW += [name for name in PROFILES if name not in _DRAW]


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
    kind = PROFILES[name]
    copy = manuscript(rng, kind)
    faultless = kind.engine in {"clean", "markdown"}
    spare = rng.choice([0.0, 0.0, 0.0, 0.5])
    habits = Habits(copy.punctuation, spare, 0.0 if faultless else 0.12, faultless)
    proof = printed(rng, copy, habits)
    breaks = {strip.id: [row.starts() for row in strip.rows[1:]] for _, strip in proof.strips()}
    strike(rng, proof, rates(rng, kind.engine), copy.lang)
    reading = engine(rng, kind.engine, copy.lang)
    chunks = arranged(rng, proof, reading, gathered(rng, proof, reading), copy.folio.below)
    ocr, places = written(rng, chunks, reading)
    truth = record(f"g{seed}", copy, proof, {} if faultless else breaks) | {"ocr_map": places}
    return Generated(ocr, truth, (name, copy.lang, copy.punctuation))
