"""Newspaper pages from seeds: a structured truth, printed in lines, scanned with known residue.

`page(seed)` writes an invented page, sets it at its measures, and reads it as a poor OCR engine
would. Every damage is noted where it was done, in the words of the truth format npr-truth/1, so
that what a rebuilder makes of the text can be judged (`tests.accuracy`). `issue(seed)` does so for
pages that belong together. Both are pure functions of what they are given.
"""

from random import Random

from tests.generate.issue import Issue, issue
from tests.generate.newsroom import PROFILES, manuscript
from tests.generate.scan import Generated, scanned

__all__ = ["PROFILES", "Generated", "Issue", "issue", "page"]

_DRAW = ["mixed"] * 6 + ["real"] * 3 + ["feature"] * 2 + ["crowded"] * 2 + ["english"] * 3
_DRAW += [name for name in PROFILES if name not in _DRAW]


def page(seed: int, profile: str | None = None) -> Generated:
    """The page of this seed; `profile`, one of PROFILES, or drawn from the seed."""
    rng = Random(f"{seed}/{profile}")
    name = profile or rng.choice(_DRAW)
    kind = PROFILES[name]
    copy = manuscript(rng, kind)
    return scanned(rng, copy, kind.engine, f"g{seed}", (name, copy.lang, copy.punctuation))
