"""Which quotation mark opens, which closes, and what: the cheapest reading of a whole paragraph.

Every straight mark may open or close a pair, a double one outside or a single one inside, or be
astray; marks that have a direction keep it. What stands beside a mark, that pairs nest, and which
of the two straight marks was read, all have a price, and one sweep finds what costs least: the time
it takes is in proportion to the marks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Side(Enum):
    """What a quotation mark is: double or single, opening or closing, or without a partner."""

    OPEN_DOUBLE = 0
    CLOSE_DOUBLE = 1
    OPEN_SINGLE = 2
    CLOSE_SINGLE = 3
    STRAY = 4


@dataclass(frozen=True, slots=True)
class Pairing:
    """The marks of a paragraph by place, and what each of them is."""

    places: Sequence[int]
    sides: Sequence[Side]

    def left_open(self) -> tuple[int, ...]:
        """The places of marks that open what nothing closes."""
        waiting: list[int] = []
        for place, side in zip(self.places, self.sides, strict=True):
            if side in _PUSHED:
                waiting.append(place)
            elif side is not Side.STRAY:
                waiting.pop()
        return tuple(waiting)


_PUSHED = {Side.OPEN_DOUBLE: "d", Side.OPEN_SINGLE: "s"}
_DIRECTED = {
    **dict.fromkeys("“「", Side.OPEN_DOUBLE),
    **dict.fromkeys("”」", Side.CLOSE_DOUBLE),
    **dict.fromkeys("‘『", Side.OPEN_SINGLE),
    **dict.fromkeys("’』", Side.CLOSE_SINGLE),
}
_CLOSERS = {"d": Side.CLOSE_DOUBLE, "s": Side.CLOSE_SINGLE}
_QUOTE = re.compile("[\"'“”‘’「」『』]")
_LATIN = "[A-Za-z\u00c0-\u024f]"
_APOSTROPHE = re.compile(
    f"(?<={_LATIN})['’](?={_LATIN})|(?<=s)['’](?=\\s)|['’‘](?=[0-9]{{2}}s?\\b)", re.ASCII
)
# What a pair looks like from outside: an opening mark stands behind these, a closing one before.
_BEFORE_OPEN = "（《〈“‘「『：，。、；！？—…(:, \n"
_BEHIND_CLOSE = "）》〉”’」』，。、；：！？—…),.;:!? \n"
_STOPS = tuple("。！？，…")  # “……。”他说: behind these a closing mark needs no other behind it
_NEVER_BEHIND_OPEN = "。，、；：！？）》,;:!?)"
_NEVER_BEFORE_CLOSE = "：、（《〈(:"
_WRONG_SIDE = 1.2
_IMPOSSIBLE = 4.0
_OTHER_MARK = 2.0
_BEHIND_STOP = 0.3
_INSIDE, _SAME_INSIDE = 1.0, 2.0
_STRAY = 4.0
_LEFT_OPEN = 2.5
_HOPELESS = 8.0  # behind the cheapest by so much, a reading is given up
_DEEPEST = 3  # pairs, one inside the other


class _Path(NamedTuple):
    """A reading of the marks so far: its cost, the pairs now open, the last mark, the others."""

    cost: float
    open: str
    side: Side
    before: "_Path | None"


class _Prices(NamedTuple):
    """What it costs to take a mark for each side, by what stands beside it and what was read."""

    opening: float
    closing: float
    double: float
    single: float


def paired(words: str, lone_single: float) -> Pairing:
    """The marks of a paragraph; `lone_single` is the price of single marks around the outside."""
    kept = apostrophes(words)
    places = [m.start() for m in _QUOTE.finditer(words) if m.start() not in kept]
    paths: Mapping[str, _Path] = {"": _Path(0.0, "", Side.STRAY, None)}
    for place in places:
        paths = _cheapest(_steps(words, place, paths, lone_single))
    last = min(paths.values(), key=lambda path: path.cost + _LEFT_OPEN * len(path.open))
    return Pairing(places, _sides(last))


def apostrophes(words: str) -> tuple[int, ...]:
    """The places of apostrophes, which are no quotation marks: don't, the boys' club, the '90s."""
    return tuple(found.start() for found in _APOSTROPHE.finditer(words))


def _cheapest(steps: Iterator[_Path]) -> Mapping[str, _Path]:
    reached: dict[str, _Path] = {}
    for step in steps:
        best = reached.get(step.open)
        if best is None or step.cost < best.cost:
            reached[step.open] = step
    least = min(path.cost for path in reached.values())
    return {pairs: path for pairs, path in reached.items() if path.cost < least + _HOPELESS}


def _sides(last: _Path) -> tuple[Side, ...]:
    found: list[Side] = []
    path = last
    while path.before:
        found.append(path.side)
        path = path.before
    return tuple(reversed(found))


def _steps(
    words: str, place: int, paths: Mapping[str, _Path], lone_single: float
) -> Iterator[_Path]:
    side = _DIRECTED.get(words[place])
    if side:
        yield from (_as_printed(path, side) for path in paths.values())
        return
    prices = _prices(words, place)
    for path in paths.values():
        yield from _as_open(path, prices, lone_single)
        if path.open:
            kind = prices.double if path.open[-1] == "d" else prices.single
            cost = path.cost + prices.closing + kind
            yield _Path(cost, path.open[:-1], _CLOSERS[path.open[-1]], path)
        yield _Path(path.cost + _STRAY, path.open, Side.STRAY, path)


def _as_printed(path: _Path, side: Side) -> _Path:
    """A mark that has its direction: it opens or closes, or closes what was never opened."""
    kind = _PUSHED.get(side)
    if kind and len(path.open) < _DEEPEST:
        again = _SAME_INSIDE if path.open.endswith(kind) else 0.0
        return _Path(path.cost + again, path.open + kind, side, path)
    if path.open and _CLOSERS[path.open[-1]] is side:
        return _Path(path.cost, path.open[:-1], side, path)
    return _Path(path.cost + _STRAY, path.open, Side.STRAY, path)


def _as_open(path: _Path, prices: _Prices, lone_single: float) -> Iterator[_Path]:
    if len(path.open) == _DEEPEST or path.open.endswith("s"):
        return
    cost = path.cost + prices.opening
    outside, inside = (0.0, lone_single) if not path.open else (_SAME_INSIDE, _INSIDE)
    yield _Path(cost + prices.double + outside, path.open + "d", Side.OPEN_DOUBLE, path)
    yield _Path(cost + prices.single + inside, path.open + "s", Side.OPEN_SINGLE, path)


def _prices(words: str, place: int) -> _Prices:
    before, behind = words[max(0, place - 1) : place], words[place + 1 : place + 2]
    opening = 0.0 if not before or before in _BEFORE_OPEN else _WRONG_SIDE
    closing = 0.0 if not behind or behind in _BEHIND_CLOSE else _WRONG_SIDE
    if closing and before in _STOPS:
        closing = _BEHIND_STOP
    if not behind or behind in _NEVER_BEHIND_OPEN:
        opening += _IMPOSSIBLE
    elif behind == "的":  # no quotation begins with it; many a quoted word stands before it
        opening += _WRONG_SIDE
    if not before or before in _NEVER_BEFORE_CLOSE:
        closing += _IMPOSSIBLE
    is_double = words[place] == '"'
    double, single = (0.0, _OTHER_MARK) if is_double else (_OTHER_MARK, 0.0)
    return _Prices(opening, closing, double, single)
