"""A person's decision on a place of a page: what an entry of the corrections file says.

`accept` sets the reading of a place, a refusal leaves what the source has, `text` sets the person's
own words. One that says only what holds anyhow, and that nobody signed, decides nothing.
"""

from dataclasses import dataclass

from layout.corrections.anchor import Anchor, anchored
from layout.corrections.spots import Matter, Spot
from layout.errors import Origin
from layout.model import Page, Role
from layout.text import Edit, Gap, Rule, Suggestion

OPEN = frozenset({Matter.GAP, Matter.SUGGESTION})
"""What waits for a decision; the rest holds until somebody refuses it."""

PARAGRAPHS = frozenset({Matter.SPLIT, Matter.JOIN, Matter.INSERT, Matter.TRANSPOSE})
"""What is done with whole paragraphs, at places between characters."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who decided, on which day, on what grounds; each may be empty."""

    who: str = ""
    when: str = ""
    why: str = ""

    def said(self, done: str, evidence: str = "") -> str:
        """What was done and by whom, for the ledger, behind the evidence that there was."""
        day = f", {self.when}" if self.when else ""
        grounds = f": {self.why}" if self.why else ""
        decision = f"{done} by {self.who or 'an editor'}{day}{grounds}"
        return f"{evidence}; {decision}" if evidence else decision


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's word on one place of a page.

    `reading` is what was proposed or set there; `rule`, `evidence` and `certainty` (0 to 1) tell
    why; `longest` is the greatest length of a gap, in ems. `role` is that of a paragraph that is
    inserted, `to` is behind what a paragraph is transposed. `origin` is where all this is written.
    """

    page: str
    matter: Matter
    anchor: Anchor
    accept: bool
    reading: str = ""
    rule: Rule = Rule.EDITOR
    evidence: str = ""
    certainty: float = 1.0
    longest: float = 0.0
    text: str = ""
    role: Role = Role.BODY
    to: Anchor | None = None
    signature: Signature = Signature()
    origin: Origin | None = None

    @property
    def is_decided(self) -> bool:
        """Whether it says more than what holds without it."""
        if self.matter is Matter.EDITOR or self.matter in PARAGRAPHS:
            return self.accept
        departs = self.accept is not holds_anyhow(self.matter)
        return departs or bool(self.text or self.signature.who)


def holds_anyhow(matter: Matter) -> bool:
    """Whether a reading is set while nobody has decided."""
    return matter not in OPEN


def asked(page: Page, spot: Spot) -> Correction:
    """The correction that stands for a spot while nobody has decided."""
    mark = spot.mark
    return Correction(
        page.name,
        spot.matter,
        anchored(page.source, spot.start, spot.end),
        holds_anyhow(spot.matter),
        spot.reading,
        mark.rule if isinstance(mark, Edit | Suggestion) else Rule.EDITOR,
        mark.why,
        mark.certainty,
        mark.longest if isinstance(mark, Gap) else 0.0,
    )
