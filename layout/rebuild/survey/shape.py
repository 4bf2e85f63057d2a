"""What a line is built of: words, figures, titles, brackets, in their order."""

import re

from layout.remembered import for_a_page

Shape = tuple[str, ...]
"""0 for a figure, 甲 for words, 《 for a title, other marks as they are; () for running text."""

_TOKEN = re.compile(r"《[^》]*》?|[0-9][0-9.,:：%％]*|[^\W\d_]+|[—–-]+|\S")
_KINDS = {"《": "《", "—": "—", "–": "—", "-": "—", "(": "（", ")": "）", "/": "／", ":": "："}
_RARE = frozenset("0《—／")
_RUNNING = "甲0"
_LONGEST = 36  # characters
_PREFIX = 3  # tokens
_CLAUSES = re.compile("[，,。；;].*[，,。；;]|[，,；;、]$")


@for_a_page
def shape_of(words: str) -> Shape:
    """The shape of a line; none where it is long, or tells in clauses, or is words alone."""
    if len(words) > _LONGEST or _CLAUSES.search(words):
        return ()
    shape: list[str] = []
    for found in _TOKEN.finditer(words):
        kind = _kind_of(found[0][0])
        if kind != "." and not (kind in _RUNNING and shape[-1:] == [kind]):
            shape.append(kind)
    return tuple(shape) if len(shape) > 1 and not _RARE.isdisjoint(shape) else ()


def _kind_of(first: str) -> str:
    if first.isalpha():
        return "甲"
    return "0" if first.isdigit() else _KINDS.get(first, first)


def are_alike(one: Shape, other: Shape) -> bool:
    """Whether two lines are built alike, or begin so with more than words and a mark."""
    if one == other:
        return bool(one)
    same = _begun_alike(one, other)
    if same >= _PREFIX and not _RARE.isdisjoint(one[:same]):
        return True
    longest = max(len(one), len(other))
    return longest > _PREFIX and same + _begun_alike(one[::-1], other[::-1]) >= longest - 1


def _begun_alike(one: Shape, other: Shape) -> int:
    """How many tokens two shapes begin with alike."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same
