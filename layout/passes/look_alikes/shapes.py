"""Which characters look alike: for every character the ones it may have been misread for.

`shapes-Hans.txt` and `shapes-Hant.txt` have a line for each character: the character, then in six
grades with bars between them those that engines take it for most often, by `confusions.toml`,
others of that list whose shape hardly differs, the rest of it, then those that only measuring
finds: such as hardly differ, such as differ a little more, and common ones that share parts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from layout.passes.look_alikes.finding import judgement
from layout.passes.look_alikes.lexicon import lexicon, lines_of, simplified


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A character for which another may have been read, and the odds of that.

    `known` is the character as the lexicon knows it, `seconds` what goes on to a word behind it,
    `alone` its score as a word of its own.
    """

    character: str
    odds: float
    known: str
    seconds: str
    alone: float


LookAlikes = Callable[[str], tuple[LookAlike, ...]]


@cache
def look_alikes(script: str) -> LookAlikes:
    """A function that tells what the paper may have had where a character was read."""
    groups = lines_of(f"shapes-{script}.txt")
    grades = tuple(judgement()["pair"].values())

    @cache
    def of(character: str) -> tuple[LookAlike, ...]:
        known = simplified(character, script)
        graded = zip(groups.get(character, character)[1:].split("|"), grades, strict=False)
        others = ((other, odds) for group, odds in graded for other in group)
        found = (_look_alike(other, odds, script) for other, odds in others)
        return tuple(other for other in found if other.known != known)

    return of


def _look_alike(other: str, odds: float, script: str) -> LookAlike:
    known = simplified(other, script)
    return LookAlike(other, odds, known, lexicon()(known).seconds, lexicon()(known).alone.score)
