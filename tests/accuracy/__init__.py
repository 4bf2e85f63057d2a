"""How well a rebuilt page tells what was printed: scores against the truth of generated pages.

Every character of the OCR text has its place in the truth, and the ledger of a rebuilt page knows
the source of every character: so the two are laid side by side without guessing, and each damage
can be asked whether it was mended. `python -m tests.accuracy --seeds 0-199` prints the scores.
"""

from collections.abc import Callable

from layout.model import Page
from tests.accuracy import folio, notes, structure, wording
from tests.accuracy.alignment import Aligned, align
from tests.accuracy.tally import Score
from tests.truth import Row

__all__ = ["Score", "score"]

MEASURES: tuple[Callable[[Aligned, Row, Score], None], ...] = (
    structure.roles,
    structure.boundaries,
    structure.repairs,
    structure.widths,
    structure.articles,
    wording.exact,
    wording.characters,
    notes.gaps,
    notes.corrections,
    folio.folio,
)


def score(page: Page, truth: Row) -> Score:
    """The counts for one page, with a line about everything that came out wrong."""
    aligned, found = align(page, truth), Score()
    for measure in MEASURES:
        measure(aligned, truth, found)
    return found
