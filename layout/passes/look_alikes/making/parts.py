"""How far two characters are written with the same parts, by two indexes that Unicode's Unihan has.

A Cangjie code spells the parts of a character from its top left to its bottom right, a four-corner
code has a figure for the shape of every corner: 需 is MBMBL and 1022, 霜 is MBDBU and 1096.
"""

from collections.abc import Mapping

CORNERS = 4
_CANGJIE, _CORNER = "kCangjie", "kFourCornerCode"
Codes = Mapping[str, tuple[str, str]]


def codes(source: str) -> Codes:
    """The Cangjie and the four-corner code of every character that has both; of several the first.

    `source` is Unihan_DictionaryLikeData.txt.
    """
    found: dict[str, dict[str, str]] = {_CANGJIE: {}, _CORNER: {}}
    for line in source.splitlines():
        place, kind, code = line.split("\t") if line.startswith("U+") else ("", "", "")
        if kind in found:
            found[kind][chr(int(place.removeprefix("U+"), base=16))] = code.split(" ")[0]
    spelled, cornered = found.values()
    return {c: (spelled[c], cornered[c][:CORNERS]) for c in spelled.keys() & cornered.keys()}


def kinship(one: str, other: str, known: Codes) -> float:
    """From 0 to 1: two thirds for the share of both codes' ends, a third for the same corners."""
    if one not in known or other not in known:
        return 0.0
    (spelled, corners), (spelled_too, corners_too) = known[one], known[other]
    ends = _shared_ends(spelled, spelled_too) / max(len(spelled), len(spelled_too))
    alike = sum(map(str.__eq__, corners, corners_too)) / CORNERS
    return (2 * ends + alike) / 3


def _shared_ends(one: str, other: str) -> int:
    """How many letters are the same from the front on, and then of the rest from the back."""
    front = _shared(one, other)
    return front + _shared(one[front:][::-1], other[front:][::-1])


def _shared(one: str, other: str) -> int:
    differ = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differ, min(len(one), len(other)))
