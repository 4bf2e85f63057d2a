"""Wording: headlines to the letter, characters lost or strange."""

from collections import defaultdict
from difflib import SequenceMatcher

from layout.text import Edit
from tests.accuracy.alignment import Aligned, Built, Printed, leveled
from tests.accuracy.tally import Score
from tests.truth import Row

EXACT = {"headline", "kicker", "subheadline", "subhead", "byline", "caption", "photo_credit"}


def exact(aligned: Aligned, truth: Row, found: Score) -> None:
    """Headlines and the like: to the letter, and in their own role."""
    for block in aligned.printed.values():
        if block.role in EXACT and block.kept:
            home = aligned.home(block)
            there = Built("nothing", None, "", ()) if home is None else aligned.built[home]
            same = there.role == block.role and _same(aligned, block, there.text)
            words = f"{block.text!r} read as {there.role} {there.text!r}"
            found.count(f"exact: {block.role}", same, words)


def _same(aligned: Aligned, block: Printed, words: str) -> bool:
    level = leveled(words, aligned.latin)
    return level in {leveled(t, aligned.latin) for t in (block.text, block.surviving)}


def characters(aligned: Aligned, truth: Row, found: Score) -> None:
    for block in aligned.printed.values():
        want, words = leveled(block.surviving, aligned.latin), _collected(aligned, block)
        wrong = (
            0 if _same(aligned, block, words) else _distance(want, leveled(words, aligned.latin))
        )
        found.trials["characters"] += len(want)
        found.hits["characters"] += max(0, len(want) - wrong)
    for built in aligned.built:
        places = built.places
        stray = [c for c, p in zip(built.text, places, strict=True) if not p and c.isalnum()]
        supplied = sum(len(text) for _, mark, text in built.marks if isinstance(mark, Edit))
        found.trials["own characters"] += len(places)
        found.hits["own characters"] += len(places) - max(0, len(stray) - supplied)


def _collected(aligned: Aligned, block: Printed) -> str:
    """What the rebuilt page has of a block, piece by piece, spaces inside the pieces kept."""
    spans: dict[int, list[int]] = defaultdict(list)
    for offset in block.kept:
        if (block.id, offset) in aligned.at:
            index, at = aligned.at[block.id, offset]
            spans[index].append(at)
    return " ".join(_own(aligned.built[i], block.id, min(s), max(s)) for i, s in spans.items())


def _own(built: Built, block: str, first: int, last: int) -> str:
    end = last + 1
    while end < len(built.text) and built.places[end] is None and not built.text[end].isalnum():
        end += 1
    inside = zip(built.text[first:end], built.places[first:end], strict=True)
    return "".join(c for c, place in inside if place is None or place[0] == block).strip()


def _distance(want: str, have: str) -> int:
    codes = SequenceMatcher(None, want, have, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for tag, a, b, c, d in codes if tag != "equal")
