"""Losses and misreadings: gaps declared where print is missing, characters read rightly."""

from collections.abc import Iterator

from layout.text import Edit, Gap, Mark, Rule, Suggestion
from tests.accuracy.alignment import Aligned, Built
from tests.accuracy.places import near, place
from tests.accuracy.tally import Score
from tests.truth import Row, number, rows


def gaps(aligned: Aligned, truth: Row, found: Score) -> None:
    """Gaps declared where print is missing, and only there (a lost stop excuses one beside it)."""
    lacunae = rows(truth["lacunae"])
    missed = {index: _gap_places(aligned, gap) for index, gap in enumerate(lacunae)}
    excused = [_rank_place(aligned, c) for c in rows(truth["corrections"])]
    for spots, words in _declared(aligned):
        hit = next((i for i, there in missed.items() if _close(spots, there, 3)), None)
        if hit is not None:
            del missed[hit]
            if lacunae[hit]["certain"]:
                found.count("gap precision", True)
        elif not _close(spots, excused, 2):
            found.count("gap precision", False, words)
    for index, gap in enumerate(lacunae):
        if gap["certain"]:
            words = f"{gap['lost']!r} at {place(aligned, gap)}"
            found.count("gap recall", index not in missed)
            found.count(f"gap: {gap['kind']}", index not in missed, words)


def _declared(aligned: Aligned) -> Iterator[tuple[list[tuple[str, int]], str]]:
    """The places of the gaps and supplied headings of the rebuilt page, from either side."""
    for index, built in enumerate(aligned.built):
        for offset, mark, _ in built.marks:
            if isinstance(mark, Gap):
                yield _either_side(aligned, built, offset), f"{near(built, offset)} ({mark.why})"
            elif isinstance(mark, Edit) and mark.rule is Rule.LOST_YEAR:
                after = aligned.built[index + 1] if index + 1 < len(aligned.built) else built
                yield _either_side(aligned, after, 0), f"{built.text} ({mark.why})"


def _either_side(aligned: Aligned, built: Built, offset: int) -> list[tuple[str, int]]:
    before = next((p for p in reversed(built.places[:offset]) if p), None)
    after = next((p for p in built.places[offset:] if p), None)
    spots = []
    if before:
        spots.append((before[0], aligned.printed[before[0]].rank(before[1]) + 1))
    if after:
        spots.append((after[0], aligned.printed[after[0]].rank(after[1])))
    return spots


def _gap_places(aligned: Aligned, gap: Row) -> list[tuple[str, int]]:
    if gap["kind"] != "lost_block":
        return [_rank_place(aligned, gap)]
    before, after = aligned.printed[str(gap["prev_block"])], str(gap["next_block"])
    return [(before.id, len(before.kept)), (after, 0)]


def _rank_place(aligned: Aligned, told: Row) -> tuple[str, int]:
    block = str(told["block"])
    return block, aligned.printed[block].rank(number(told["offset"]))


def _close(spots: list[tuple[str, int]], others: list[tuple[str, int]], reach: int) -> bool:
    return any(a == c and abs(b - d) <= reach for a, b in spots for c, d in others)


def corrections(aligned: Aligned, truth: Row, found: Score) -> None:
    wanted = rows(truth["corrections"])
    for told in wanted:
        if told["certain"]:
            words = f"{told['wrong']!r} for {told['right']!r} at {place(aligned, told)}"
            right = _corrected(aligned, told)
            found.count("correction recall", right)
            found.count(f"correction: {told['kind']}", right, words)
    places = [_rank_place(aligned, c) for c in wanted]
    for built in aligned.built:
        for offset, mark, text in built.marks:
            if _rule(mark) is Rule.LOOK_ALIKE:
                right = _close(_either_side(aligned, built, offset), places, 1)
                words = f"{near(built, offset)} as {_reading(mark, text)!r}"
                found.count("correction precision", right, words)


def _rule(mark: Mark) -> Rule | None:
    return mark.rule if isinstance(mark, Edit | Suggestion) else None


def _corrected(aligned: Aligned, told: Row) -> bool:
    """Whether the right reading stands in the text or is suggested at the place."""
    block, offset, right = str(told["block"]), number(told["offset"]), str(told["right"])
    lacking = told["wrong"] == ""
    there = aligned.beside(block, offset, -1) if lacking else aligned.at.get((block, offset))
    if there is None:
        return False
    built, at = aligned.built[there[0]], there[1] + lacking
    if built.text[at : at + len(right)] == right:
        return True
    return any(abs(spot - at) <= 3 and right in _reading(m, t) for spot, m, t in built.marks)


def _reading(mark: Mark, text: str) -> str:
    return mark.reading if isinstance(mark, Suggestion) else text
