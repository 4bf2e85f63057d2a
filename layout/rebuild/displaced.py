"""Fragments out of their place: the end of one paragraph that the OCR put elsewhere on the page.

A line in a block of its own that neither begins nor heads anything belongs behind a paragraph that
ends in the air. It is moved where the page tells so: the words across the seam stand together
elsewhere, or the paragraph ends in a way that cannot be an end, or the two are the only ones
nearby that lack each other.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from layout.rebuild.costs import INDENTED, ITEMS
from layout.rebuild.drafts import Draft
from layout.rebuild.han_seams import is_bridged
from layout.rebuild.interrupted import breaks_off, joined_at
from layout.rebuild.losses import is_open, lacks_words
from layout.rebuild.paragraphs import draft_of
from layout.rebuild.survey import Survey
from layout.script import script_of

_UNFINISHED = INDENTED | ITEMS
_MISREAD = frozenset(
    {"paragraph", "headline", "subheadline", "subhead", "kicker", "list_item", "timeline_item"}
    | {"timeline_year", "poem_line"}
)
_HEADS = frozenset({"headline", "kicker", "column_label"})
_HEADING = frozenset(
    {"heading", "bullet", "number_item", "colon_end", "event", "caps", "year"}
)  # signs of what heads or begins something
_REACH = 24
_NEAR = 4
_FULL = 2
_COUNTED = re.compile(
    r"[万亿萬億千百余餘多个個家名人元年月日米公里吨噸亩畝种種次件条條座岁歲所处處%％.]"
)
_HEARD = 50_000  # characters: more than a sheet holds, so that a longer file takes no longer each
_HUNG = re.compile(
    r"(?:[，、,]|\b(?:according|the|an?|of|to|in|on|at|by|for|with|from|and|or|but|that|which|who|as"
    r"|than|was|were|is|are|be|has|have|had|will|would|its|their|his|her|more|about|into|over"
    r"|under))$"
)


@dataclass(frozen=True, slots=True)
class _Move:
    """A fragment (its number among the drafts), its new place, and why."""

    fragment: int
    target: int
    why: str
    certainty: float


@dataclass(frozen=True, slots=True)
class _Seams:
    """What the page and the dictionary know of seams: its words without blanks, its script."""

    page: str
    script: str

    @staticmethod
    def of(survey: Survey) -> "_Seams":
        words = "\n".join(re.sub(r"\s+", "", text.plain) for text in survey.texts)
        return _Seams(words[:_HEARD], script_of(survey.language))

    def phrase(self, before: str, behind: str) -> tuple[str, float] | None:
        """What stands across the seam as it stands elsewhere on the page, and how sure that is."""
        for left, right, certainty in ((2, 3, 0.95), (2, 2, 0.92), (1, 3, 0.9)):
            seam = before[-left:] + behind[:right]
            whole = len(seam) == left + right and seam.isalnum() and not seam.isascii()
            if whole and seam in self.page:
                return seam, certainty
        return None

    def are_bridged(self, before: str, behind: str) -> bool:
        """Whether a word of the dictionary stands across the seam."""
        return is_bridged(before, behind, self.script)


def with_fragments_home(survey: Survey, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with every displaced fragment joined to the paragraph that it ends."""
    seams = _Seams.of(survey)
    drafts = _loosened(survey, drafts, seams)
    moved = list(drafts)
    gone: set[int] = set()
    for move in sorted(_moves(drafts, seams), key=lambda m: -m.certainty):
        ends = (move.fragment, move.target)  # a line that was moved, or ended, moves no further
        if gone.isdisjoint(ends) and all(moved[end] is drafts[end] for end in ends):
            moved[move.target] = _brought_home(survey, drafts, move)
            gone.add(move.fragment)
    return tuple(draft for i, draft in enumerate(moved) if i not in gone)


def _loosened(survey: Survey, drafts: Sequence[Draft], seams: _Seams) -> tuple[Draft, ...]:
    """The drafts with a last line set free that stands alone, where another one needs a last line.

    Such a line was read as going on with the paragraph before it; it does so less surely than it
    ends one nearby that breaks off in a word that cannot end a sentence, or in half a word. Where
    the paragraph goes on behind it without an indent, the line stood between the halves.
    """
    unfinished = [i for i, d in enumerate(drafts) if d.role in _UNFINISHED and is_open(d)]
    loose: list[Draft] = []
    joined = -1
    for number, draft in enumerate(drafts):
        if number == joined:
            continue
        around = _around(unfinished, number, _NEAR)
        near = [drafts[t] for t in around if t != number and _are_near(drafts, t, number)]
        stray = _stray(survey, draft) if near else None
        claimed = stray is not None and any(_claims(t, draft, stray, seams) for t in near)
        parts = any(map(breaks_off, near)) and _parts_halves(survey, drafts, number)
        if not (claimed or parts):
            loose.append(draft)
            continue
        left = draft_of(survey, draft.readings[:-1])
        if parts:
            joined = number + 1
            left = joined_at(survey, left, drafts[joined], _PARTED, 0.85)
        loose += [left, draft_of(survey, (replace(draft.last, begins=True),))]
    return tuple(loose)


_PARTED = "a line that ends another paragraph stood between the halves"


def _parts_halves(survey: Survey, drafts: Sequence[Draft], number: int) -> bool:
    """Whether the last line of a draft parts what is before it from the next draft."""
    following = drafts[number + 1 : number + 2]
    return (
        len(drafts[number].readings) > 1
        and "alone" in drafts[number].last.signs
        and breaks_off(draft_of(survey, drafts[number].readings[:-1]))
        and bool(following)
        and following[0].role in INDENTED
        and _has_no_indent(following[0])
    )


def _has_no_indent(draft: Draft) -> bool:
    """Whether the first line would run over its measure if it were indented."""
    short = draft.readings[0].short
    return short is not None and short <= -_FULL


def _claims(target: Draft, host: Draft, stray: Draft, seams: _Seams) -> bool:
    """Whether a draft needs the last line of another one more than that one does."""
    before, behind = target.text.plain.rstrip(), stray.text.plain.lstrip()
    if _HUNG.search(before):
        return behind[:1].islower()
    left = host.text.plain.removesuffix(stray.text.plain).rstrip()
    if _counts(before, behind):
        return not _counts(left, behind)
    return seams.are_bridged(before, behind) and not seams.are_bridged(left, behind)


def _counts(before: str, behind: str) -> bool:
    """Whether words end in a figure, and what is behind them goes on with what was counted."""
    return before[-1:].isdigit() and bool(_COUNTED.match(behind))


def _stray(survey: Survey, draft: Draft) -> Draft | None:
    """The last line, if it is a block of its own and the lines before it can do without it."""
    if draft.role not in _UNFINISHED or len(draft.readings) < 2:
        return None
    if "alone" not in draft.last.signs or _hangs(draft_of(survey, draft.readings[:-1])):
        return None
    return draft_of(survey, (replace(draft.last, begins=True),))


def _hangs(draft: Draft) -> bool:
    """Whether a draft ends with what cannot end a sentence."""
    return is_open(draft) and bool(_HUNG.search(draft.text.plain.rstrip()))


def _moves(drafts: Sequence[Draft], seams: _Seams) -> Iterator[_Move]:
    targets = [i for i, d in enumerate(drafts) if d.role in _UNFINISHED and is_open(d)]
    fragments = [i for i, d in enumerate(drafts) if _is_fragment(d)]
    for fragment in fragments:
        for target in _around(targets, fragment, _REACH):
            if target in (fragment, fragment - 1):
                continue
            alone = _lack_each_other(drafts, fragment, target, fragments, targets)
            reason = _reason(drafts[target], drafts[fragment], seams, alone=alone)
            if reason:
                yield _Move(fragment, target, *reason)


def _is_fragment(draft: Draft) -> bool:
    """One line in a block of its own, unmarked, that neither begins nor heads anything."""
    return (
        draft.role in _MISREAD
        and len(draft.readings) == 1
        and "alone" in draft.signs
        and not draft.signs & _HEADING
    )


def _lack_each_other(
    drafts: Sequence[Draft],
    fragment: int,
    target: int,
    fragments: Sequence[int],
    targets: Sequence[int],
) -> bool:
    """Whether these two stand near each other, the only ones there that lack something."""
    if "closed" not in drafts[fragment].signs or not _are_near(drafts, fragment, target):
        return False
    others = [
        f
        for f in _around(fragments, target, _NEAR)
        if f != fragment and _are_near(drafts, f, target)
    ]
    rivals = [
        t
        for t in _around(targets, fragment, _NEAR)
        if t not in (target, fragment)
        and _are_near(drafts, fragment, t)
        and lacks_words(drafts[t])
        and (_hangs(drafts[t]) or not _hangs(drafts[target]))
    ]
    return not others and not rivals and lacks_words(drafts[target])


def _around(numbers: Sequence[int], number: int, reach: int) -> Sequence[int]:
    """Those of the numbers, which rise, that are no farther from the given one."""
    return numbers[bisect_left(numbers, number - reach) : bisect_right(numbers, number + reach)]


def _are_near(drafts: Sequence[Draft], one: int, other: int) -> bool:
    """Whether two drafts stand close together in one story."""
    first, last = sorted((one, other))
    between = drafts[first + 1 : last]
    return last - first <= _NEAR and not any(d.role in _HEADS for d in between)


def _reason(
    target: Draft, fragment: Draft, seams: _Seams, *, alone: bool
) -> tuple[str, float] | None:
    """What speaks for joining two drafts, and how far; None where nothing does."""
    before, behind = target.text.plain.rstrip(), fragment.text.plain.lstrip()
    phrase = seams.phrase(before, behind)
    if phrase:
        return f"{phrase[0]} stands elsewhere on the page", phrase[1]
    if _counts(before, behind):
        return f"a figure and its unit stand across {before[-1:]}|{behind[:1]}", 0.85
    if seams.are_bridged(before, behind):
        return f"a word stands across {before[-1:]}|{behind[:1]}", 0.9 if alone else 0.85
    hung = _HUNG.search(before)
    latin = behind[:1].isascii() and behind[:1].isalpha()
    if hung and (alone or behind[:1].islower()):
        return f"{hung[0]!r} cannot end a sentence", 0.9
    short = target.last.short
    if alone and (behind[:1].islower() if latin else short is not None and short <= _FULL):
        return "the one ends in the air, the other begins nothing, and nothing else is near", 0.8
    return None


def _brought_home(survey: Survey, drafts: Sequence[Draft], move: _Move) -> Draft:
    why = f"moved here: {move.why}"
    return joined_at(survey, drafts[move.target], drafts[move.fragment], why, move.certainty)
