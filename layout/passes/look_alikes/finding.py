"""What was found misread, how sure that is, and what is therefore done about it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from layout.text import Amendment, Edit, Rule, Suggestion

_Numbers = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters from start to end of a text that are better read otherwise.

    `odds` is the natural logarithm of the odds that the reading is right.
    """

    start: int
    end: int
    reading: str
    why: str
    odds: float
    rule: Rule = Rule.LOOK_ALIKE

    @property
    def certainty(self) -> float:
        """From 0 to 1; rounded, so that it reads well in a ledger."""
        return round(1 / (1 + exp(-max(-30.0, min(self.odds, 4.6)))), 2)

    def amendment(self) -> Amendment | None:
        """A change, a suggestion, or nothing: as the thresholds of `judgement.toml` say."""
        if self.certainty >= judgement()["threshold"]["apply"]:
            edit = Edit(self.rule, self.why, self.certainty)
            return Amendment(self.start, self.end, self.reading, edit)
        if self.certainty >= judgement()["threshold"]["suggest"]:
            offer = Suggestion(self.reading, self.rule, self.why, self.certainty)
            return Amendment(self.start, self.end, None, offer)
        return None


@cache
def judgement() -> Mapping[str, _Numbers]:
    """The numbers of `judgement.toml`, read once."""
    return tomllib.loads(Path(__file__).parent.joinpath("data/judgement.toml").read_text("utf-8"))
