"""Say of a spot where it is, what is there, what a person decided, and on what evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from layout.corrections.anchor import SourceLines
from layout.corrections.decisions import OPEN, Correction
from layout.corrections.setting import answered
from layout.corrections.spots import Matter, Spot
from layout.marks import gap_mark, most_lost
from layout.model import Page
from layout.text import Edit, Gap, LineEnd, Suggestion
from stonehand.terminal import harmless

_NEAR = 12
_BETWEEN = {Matter.SPLIT: "¶", Matter.JOIN: "⁀", Matter.TRANSPOSE: "⇅"}
_DONE = {
    Matter.SPLIT: "parted",
    Matter.JOIN: "joined",
    Matter.INSERT: "added",
    Matter.TRANSPOSE: "transposed",
    Matter.EDITOR: "set",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What there is to say of a spot, or of a correction that no spot asked for.

    `line` and `column` count from one, in the source; `before`, `here` and `behind` are the words
    around the spot, in which `here` shows what is or could be set; `state` is `open`, `applied` or
    what was decided.
    """

    page: Page
    spot: Spot | None
    correction: Correction
    line: int
    column: int
    before: str
    here: str
    behind: str

    @property
    def matter(self) -> Matter:
        """What there is to decide."""
        return self.spot.matter if self.spot else self.correction.matter

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision."""
        return self.matter in OPEN and not self.correction.is_decided

    @property
    def state(self) -> str:
        """What became of it."""
        if self.correction.is_decided:
            return self.correction.signature.said(_done(self.correction))
        return "open" if self.is_open else "applied"

    @property
    def evidence(self) -> str:
        """Why it is a spot, in words."""
        return _evidence(self.spot) if self.spot else ""

    @property
    def certainty(self) -> float:
        """How sure that is, from 0 to 1; a person is."""
        return self.spot.mark.certainty if self.spot else 1.0


def remarks(
    page: Page, corrections: Sequence[Correction], *, routine: bool = False
) -> tuple[Remark, ...]:
    """A remark on each spot of a rebuilt page and each correction beyond, in order of place."""
    lines = SourceLines(page.source)
    found = []
    for spot, correction in answered(page, corrections, routine=routine):
        if spot is not None:
            start = _seen_at(page.source, spot)
            around = _around(spot.text.plain, spot.offset, len(spot.words))
        else:
            start = correction.anchor.place(page.source).start
            around = _around(page.source, start, len(correction.anchor.spot))
        here = _here(page, spot, correction)
        found.append(
            Remark(page, spot, correction, *lines.place(start), around[0], here, around[1])
        )
    return tuple(sorted(found, key=lambda remark: (remark.line, remark.column)))


def _seen_at(source: str, spot: Spot) -> int:
    """Where one looks for a spot: what is lost behind words is lost on their line."""
    between = spot.start == spot.end and spot.offset and spot.matter is not Matter.MOVE
    return len(source[: spot.start].rstrip()) if between else spot.start


def _around(words: str, start: int, length: int) -> tuple[str, str]:
    """What stands before and behind so many of the words, on one line."""
    end = start + length
    before, behind = words[max(0, start - _NEAR) : start], words[end : end + _NEAR]
    left = "…" if start > _NEAR else ""
    right = "…" if end + _NEAR < len(words) else ""
    return left + one_line(before), one_line(behind) + right


def one_line(words: str) -> str:
    """Words without line breaks or anything else that could disturb a line."""
    return harmless("".join(" " if character.isspace() else character for character in words))


def _here(page: Page, spot: Spot | None, correction: Correction) -> str:
    """The spot as `[source→reading]`, a gap as its mark, a seam as a stroke."""
    own = correction.text
    if correction.matter in _BETWEEN:
        return _BETWEEN[correction.matter]
    if spot is None:
        return _becomes(correction.anchor.spot, own or correction.reading)
    raw = "".join(fragment.raw for fragment in spot.fragments)
    match spot.mark:
        case Gap(guess=guess):
            return _becomes("", own or guess) if own or guess else gap_mark(page.language)
        case LineEnd():
            return "‖"
        case Suggestion() | Edit():
            return _becomes(raw, own or spot.reading)
        case _:
            assert_never(spot.mark)


def _becomes(raw: str, reading: str) -> str:
    return f"[{one_line(raw)}→{one_line(reading)}]"


def _evidence(spot: Spot) -> str:
    match spot.mark:
        case Gap(longest, why):
            return f"at most {most_lost(longest)} em lost: {why}"
        case Suggestion(rule=rule, why=why) | Edit(rule, why):
            return f"{rule}: {why}" if why else str(rule)
        case LineEnd(why=why):
            return why
        case _:
            assert_never(spot.mark)


def _done(correction: Correction) -> str:
    """What was decided, in a word or two."""
    if correction.matter in _DONE:
        return _DONE[correction.matter]
    if correction.matter is Matter.GAP:
        words = correction.text or (correction.accept and correction.reading)
        return "filled in" if words else "confirmed" if correction.accept else "denied"
    if correction.text:
        return "set"
    return "accepted" if correction.accept else "refused"
