"""From a manuscript to its OCR text and truth: printed, damaged, read block by block."""

from dataclasses import dataclass
from random import Random

from tests.generate.arrange import arranged
from tests.generate.damage import strike
from tests.generate.engine import engine, rates
from tests.generate.gather import gathered
from tests.generate.manuscript import Json, Manuscript
from tests.generate.printing import Habits, printed
from tests.generate.record import record
from tests.generate.writing import written


@dataclass(frozen=True, slots=True)
class Generated:
    """OCR text, the truth behind it (npr-truth/1), and what the page is an example of."""

    ocr: str
    truth: Json
    tags: tuple[str, ...]


def scanned(
    rng: Random, copy: Manuscript, engine_name: str, name: str, tags: tuple[str, ...]
) -> Generated:
    """The page as an engine of this name reads it; `name` is that of its truth."""
    faultless = engine_name in {"clean", "markdown"}
    spare = rng.choice([0.0, 0.0, 0.0, 0.5])
    habits = Habits(copy.punctuation, spare, 0.0 if faultless else 0.12, faultless)
    proof = printed(rng, copy, habits)
    breaks = {strip.id: [row.starts() for row in strip.rows[1:]] for _, strip in proof.strips()}
    strike(rng, proof, rates(rng, engine_name), copy.lang)
    reading = engine(rng, engine_name, copy.lang)
    chunks = arranged(rng, proof, reading, gathered(rng, proof, reading), copy.folio.below)
    ocr, places = written(rng, chunks, reading)
    truth = record(name, copy, proof, {} if faultless else breaks) | {"ocr_map": places}
    return Generated(ocr, truth, tags)
