"""Structure: what each block is, where it begins and ends, which article it belongs to."""

from collections import Counter

from tests.accuracy.alignment import Aligned, Built
from tests.accuracy.places import around, foot, head, place
from tests.accuracy.tally import Score
from tests.truth import Row, number, rows

BODY = {
    "paragraph",
    "question",
    "answer",
    "editor_note",
    "timeline_item",
    "list_item",
    "poem_line",
}


def roles(aligned: Aligned, truth: Row, found: Score) -> None:
    for block in aligned.printed.values():
        if not block.kept:
            continue
        home = aligned.home(block)
        role = "nothing" if home is None else aligned.built[home].role
        right = role in {block.role, *block.alt_roles}
        found.count("role", right)
        found.count(f"role: {block.role}", right, f"read as {role}: {head(block)}")


def boundaries(aligned: Aligned, truth: Row, found: Score) -> None:
    tolerance = 4 if aligned.latin else 2
    for block in aligned.printed.values():
        if block.role in BODY and block.kept:
            for side, offset, step in (("start", 0, 1), ("end", len(block.text), -1)):
                there = aligned.beside(block.id, offset, step)
                near = (
                    there is not None
                    and _margin(aligned.built[there[0]], there[1], step) <= tolerance
                )
                words = head(block) if step > 0 else foot(block)
                found.count("boundary recall", near, f"{block.role} {side}: {words}")
    for built in aligned.built:
        for step, at in _ends(built):
            name, offset = built.places[at] or ("", 0)
            block = aligned.printed[name]
            if block.role in BODY:
                ranks = block.rank(offset), len(block.kept) - 1 - block.rank(offset)
                near = ranks[0 if step > 0 else 1] <= tolerance
                found.count("boundary precision", near, f"false end in {around(block, offset)}")


def _ends(built: Built) -> list[tuple[int, int]]:
    solid = built.solid
    return [(1, solid[0]), (-1, solid[-1])] if solid else []


def _margin(built: Built, offset: int, step: int) -> int:
    """How many characters of the rebuilt block lie outside of one of its ends' characters."""
    solid = built.solid
    return solid.index(offset) if step > 0 else len(solid) - 1 - solid.index(offset)


def repairs(aligned: Aligned, truth: Row, found: Score) -> None:
    for damage in rows(truth["residue"]):
        kind = str(damage["kind"])
        mended = _mended(aligned, damage)
        if mended is not None:
            found.count("repair", mended)
            found.count(f"repair: {kind}", mended, place(aligned, damage))


_CUTS = {"column_split", "item_split", "block_split", "displaced"}
_MERGERS = {"para_merge", "item_merge", "year_glued", "kicker_head_merged", "head_merged"}


def _mended(aligned: Aligned, damage: Row) -> bool | None:
    """Whether a structural damage was undone; None for damage of other kinds."""
    kind = damage["kind"]
    if kind in _CUTS:
        block, offset = str(damage["block"]), number(damage["offset"])
        left, right = aligned.beside(block, offset, -1), aligned.beside(block, offset, 1)
        return bool(left and right and left[0] == right[0] and 0 < right[1] - left[1] <= 12)
    if kind in _MERGERS:
        first, second = (aligned.printed[str(damage[s])] for s in ("left", "right"))
        left = aligned.beside(first.id, len(first.text), -1)
        right = aligned.beside(second.id, 0, 1)
        return bool(left and right and left[0] != right[0])
    if kind == "head_split":
        whole = aligned.printed[str(damage["block"])]
        found = {aligned.at[whole.id, o][0] for o in whole.kept if (whole.id, o) in aligned.at}
        return len(found) == 1
    if kind == "byline_as_heading":
        home = aligned.home(aligned.printed[str(damage["block"])])
        return home is not None and aligned.built[home].role == "byline"
    return None


def widths(aligned: Aligned, truth: Row, found: Score) -> None:
    for article, index in _best_articles(aligned).items():
        told = next(a for a in rows(truth["articles"]) if a["id"] == article)
        if told.get("measure") is None or told.get("measure_optional"):
            continue
        right = told["measure"]
        assert isinstance(right, float | int)
        measure = aligned.page.articles[index].measure if index is not None else None
        width = measure.width if measure else 0.0
        slack = (1.5 if aligned.latin else 0.5) + _slack(told)
        found.count("measure", abs(width - right) <= slack, f"{article}: {width} for {right}")


def _slack(told: Row) -> float:
    value = told.get("measure_tolerance", 0)
    assert isinstance(value, float | int)
    return value


def articles(aligned: Aligned, truth: Row, found: Score) -> None:
    shared = _shared(aligned)
    printed: Counter[str] = Counter()
    built: Counter[int | None] = Counter()
    for (article, index), size in shared.items():
        printed[article] += size
        built[index] += size
    for article, index in _best_articles(aligned).items():
        size = shared[article, index]
        overlap = size / (printed[article] + built[index] - size)
        found.count("article", overlap >= 0.95, f"{article}: {overlap:.2f} of it stands together")


def _shared(aligned: Aligned) -> Counter[tuple[str, int | None]]:
    shared: Counter[tuple[str, int | None]] = Counter()
    for (block, _), (index, _) in aligned.at.items():
        article = aligned.printed[block].article
        if article is not None:
            shared[article, aligned.built[index].article] += 1
    return shared


def _best_articles(aligned: Aligned) -> dict[str, int | None]:
    best: dict[str, int | None] = {}
    for (article, index), _ in _shared(aligned).most_common():
        best.setdefault(article, index)
    return best
