"""From costs that misread pages of known truth to costs that misread fewer.

Pages are taken a few at a time. Each is read with everything that is known to be wrong made cheaper
by a margin, so that the truth must win clearly, and once more with it forbidden. What the two
readings are made of, and how often, tells which entries to raise and which to lower.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from operator import attrgetter
from random import Random
from unittest.mock import patch

from layout.rebuild.reading import Reading, read_sequence
from layout.rebuild.signs import costs as files
from layout.rebuild.signs.costs import FILES, ROLES
from layout.remembered import forget
from tests.fitting.entries import Entry, Values, entries, tables_with
from tests.fitting.known import BEGINS, GOES_ON, Proven

_FORBIDDEN = 100.0
_AT_ONCE = 8  # pages
_MOST = 2.0  # how often an entry counts at the most in one step, whatever holds it


@dataclass(frozen=True, slots=True)
class Pace:
    """How costs are moved: by `step` where a reading is wrong, back by a share `pull` each time.

    `margin`: by how much the truth should be cheaper for each line that a reading has wrong;
    `rounds`: how often all pages are read.
    """

    step: float = 0.005
    pull: float = 0.0005
    margin: float = 0.5
    rounds: int = 4


def fitted(
    pages: Sequence[Proven], first: Values, pace: Pace, told: Callable[[int, int], None]
) -> Mapping[Entry, float]:
    """Values near the first under which the pages are read best; `told` hears round and faults."""
    values, rng, order = dict(first), Random(0), list(pages)
    sums: dict[Entry, float] = defaultdict(float)
    steps = 0
    for number in range(pace.rounds):
        rng.shuffle(order)
        faults = 0
        for start in range(0, len(order), _AT_ONCE):
            slope, wrong = _slope(order[start : start + _AT_ONCE], values, pace)
            faults += wrong
            _move(values, first, slope, pace)
            if number:  # the first round only finds its way
                steps += 1
                for entry, value in values.items():
                    sums[entry] += value
        told(number, faults)
    return {entry: value / steps for entry, value in sums.items()} if steps else values


def _move(
    values: dict[Entry, float], first: Values, slope: Mapping[Entry, float], pace: Pace
) -> None:
    for entry in filter(attrgetter("is_fitted"), first):
        often = max(-_MOST, min(_MOST, slope.get(entry, 0.0)))
        back = pace.pull * (first[entry] - values[entry])
        values[entry] += back - pace.step * often


def _slope(pages: Sequence[Proven], values: Values, pace: Pace) -> tuple[Counter[Entry], int]:
    """How much oftener each entry is in the true readings than in those found, and the faults."""
    slope, faults = Counter[Entry](), 0
    found = _read(pages, values, -pace.margin)
    wrong = [(p, readings) for p, readings in zip(pages, found, strict=True) if p.faults(readings)]
    true = _read([page for page, _ in wrong], values, _FORBIDDEN)
    for (page, readings), meant in zip(wrong, true, strict=True):
        faults += page.faults(readings)
        slope.update(entries(meant))
        slope.subtract(entries(readings))
    return slope, faults


def _read(pages: Sequence[Proven], values: Values, price: float) -> list[tuple[Reading, ...]]:
    """The cheapest readings of pages if what is known to be wrong costs so much more."""
    with priced(values, {sign for page in pages for sign in page.signs}, price):
        return [read_sequence(page.stream) for page in pages]


@contextmanager
def priced(values: Values, known: Set[str], price: float, parting: float = 1.0) -> Iterator[None]:
    """Pages are read under these values, and what is known at this price."""
    data = tables_with(values)
    tables = data[FILES[0]]
    for sign in known - {BEGINS, GOES_ON}:
        fair = sign.removeprefix("known as ").split("/")
        for role in ROLES:
            for table in ("begin", "inside"):
                tables[table].setdefault(role, {})[sign] = 0.0 if role in fair else price
    for table, sign in (("inside", BEGINS), ("begin", GOES_ON)):
        tables[table]["any"][sign] = price
    with patch.object(files, "tables", data.__getitem__):
        _forget()
        yield
    _forget()


def _forget() -> None:
    files.costs.cache_clear()
    forget()
