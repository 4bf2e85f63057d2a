"""Hits and trials of every measure, and the misses in words."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Score:
    """Hits and trials of every measure ("role", "repair: para_merge" ...), and the misses in words.

    Precision-like measures count their trials on the rebuilt side: "gap precision" and the like.
    """

    hits: Counter[str] = field(default_factory=Counter)
    trials: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def count(self, measure: str, hit: bool, miss: str = "") -> None:
        """One trial."""
        self.trials[measure] += 1
        self.hits[measure] += hit
        if not hit and miss:
            self.misses.append(f"{measure}: {miss}")

    def share(self, measure: str) -> float | None:
        """Hits among trials; None where there was nothing to try."""
        return self.hits[measure] / self.trials[measure] if self.trials[measure] else None

    def f1(self, measure: str) -> float | None:
        """The harmonic mean of "<measure> precision" and "<measure> recall"."""
        precision, recall = (self.share(f"{measure} {side}") for side in ("precision", "recall"))
        if precision is None or recall is None:
            return precision if recall is None else recall
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def add(self, other: "Score") -> None:
        """Take in the counts of another page."""
        self.hits += other.hits
        self.trials += other.trials
