"""Each kind of damage done everywhere it can be done: how often the page is read as printed.

Six paragraphs are printed at several measures, with both widths of marks, and damaged in one place
at a time. The floors stand just under what is reached, so that a change that harms shows.
"""

import re
from collections.abc import Callable, Iterator

import pytest

from tests.layout.rebuild.proofs import RICE, block, lines, told

Printed = list[list[str]]
Case = tuple[list[str], tuple[str, ...]]

_FLOORS = {
    "cut": 0.97,
    "merged": 0.85,
    "tail": 0.88,
    "stop": 0.95,
    "space": 0.98,
    "head": 0.45,
}
_MEASURES = (13, 16, 19.5)


def cut(printed: Printed) -> Iterator[Case]:
    """A paragraph cut at the foot of a column."""
    for i, own in enumerate(printed):
        for at in range(1, len(own)):
            parted = [block(own[:at]), block(own[at:])]
            yield [*blocks(printed[:i]), *parted, *blocks(printed[i + 1 :])], RICE


def merged(printed: Printed) -> Iterator[Case]:
    """Two paragraphs in one block."""
    for i in range(len(printed) - 1):
        both = block(printed[i] + printed[i + 1])
        yield [*blocks(printed[:i]), both, *blocks(printed[i + 2 :])], RICE


def tail(printed: Printed) -> Iterator[Case]:
    """A last line lost."""
    for i, own in enumerate(printed):
        if own[-2][-1] not in "。”":
            yield replaced(printed, i, own[:-1]), words(i, "".join(own[:-1]) + "⟨⟩")


def stop(printed: Printed) -> Iterator[Case]:
    """The closing mark of a short last line lost."""
    for i, own in enumerate(printed):
        if 2 < len(own[-1]) < len(own[0]) and own[-1].endswith("。"):
            yield replaced(printed, i, [*own[:-1], own[-1][:-1]]), RICE


def space(printed: Printed) -> Iterator[Case]:
    """A false space inside a line."""
    for i, own in enumerate(printed):
        for number, line in enumerate(own):
            at = len(line) // 2
            if line[at - 1 : at + 1].isalpha():
                spaced = [*own[:number], f"{line[:at]} {line[at:]}", *own[number + 1 :]]
                yield replaced(printed, i, spaced), RICE


def head(printed: Printed) -> Iterator[Case]:
    """The first three characters of a line inside a paragraph lost."""
    for i, own in enumerate(printed):
        for number in range(1, len(own) - 1):
            line = own[number]
            if line[:4].isalpha():
                kept = [*own[:number], line[3:], *own[number + 1 :]]
                before, behind = "".join(own[:number]), "".join(own[number + 1 :])
                yield replaced(printed, i, kept), words(i, f"{before}⟨⟩{line[3:]}{behind}")


def blocks(printed: Printed) -> list[str]:
    return [block(own) for own in printed]


def replaced(printed: Printed, number: int, own: list[str]) -> list[str]:
    return [*blocks(printed[:number]), block(own), *blocks(printed[number + 1 :])]


def words(number: int, own: str) -> tuple[str, ...]:
    return (*RICE[:number], own, *RICE[number + 1 :])


_DAMAGE: tuple[Callable[[Printed], Iterator[Case]], ...] = (cut, merged, tail, stop, space, head)


@pytest.mark.parametrize("damage", _DAMAGE, ids=lambda damage: damage.__name__)
def test_damage_is_mended(damage: Callable[[Printed], Iterator[Case]]) -> None:
    hits = [
        plain(told("# 无人机飞进稻田", *damaged)[1:]) == [f"paragraph {w}" for w in expected]
        for measure in _MEASURES
        for punctuation in ("kaiming", "full")
        for damaged, expected in damage([lines(w, measure, punctuation) for w in RICE])
    ]
    assert sum(hits) >= _FLOORS[damage.__name__] * len(hits), f"{sum(hits)} of {len(hits)}"


def plain(told: list[str]) -> list[str]:
    """Seams and the lengths of gaps left out."""
    return [re.sub("⟨[^⟩]*⟩", "⟨⟩", line).replace("‖", "") for line in told]
