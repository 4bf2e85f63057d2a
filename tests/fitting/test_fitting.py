"""Costs are fitted by what readings are made of, towards readings that are true."""

from collections.abc import Sequence
from importlib.resources import files

import pytest

from layout.rebuild.reading import read_sequence, stretch_cost
from tests.fitting.descent import Pace, fitted, priced
from tests.fitting.entries import Entry, Values, entries, rewritten, written
from tests.fitting.known import Proven, proven
from tests.generate import page
from tests.manuscripts import damaged

_MORE = 0.001
_PAGES = (page(7), page(11), damaged("zh/letters", 0), damaged("en/oped", 0))


@pytest.fixture(scope="module", params=range(len(_PAGES)))
def told(request: pytest.FixtureRequest) -> Proven:
    return proven(_PAGES[request.param])


@pytest.mark.parametrize("more", [_MORE, -_MORE])
def test_entries_are_what_a_reading_costs(told: Proven, more: float) -> None:
    """With an entry dearer a reading is dearer as often as it holds it, and likewise cheaper.

    Another reading may be cheaper still, but none was before.
    """
    readings = read_sequence(told.stream)
    before = stretch_cost(told.stream, readings[0])
    held = entries(readings)
    held[Entry("costs.toml", "follow", "start", readings[0].role)] = 0  # a stretch has no start
    for entry, often in held.most_common(12):
        with priced({entry: written()[entry] + more}, frozenset(), 0.0):
            assert stretch_cost(told.stream, readings[0]) <= before + often * more + 1e-9


def test_what_is_known_to_be_wrong_is_not_read_at_a_high_price(told: Proven) -> None:
    with priced(written(), told.signs, 100.0):
        assert told.faults(read_sequence(told.stream)) == 0


def test_what_is_known_to_be_wrong_is_read_where_it_is_cheap(told: Proven) -> None:
    with priced(written(), told.signs, -100.0):
        assert told.faults(read_sequence(told.stream)) > len(told.known) / 2


def test_fitted_costs_read_the_pages_better() -> None:
    pages = [proven(damaged(name, seed)) for name in ("zh/sports", "zh/letters") for seed in (1, 2)]
    base = Entry("costs.toml", "begin", "headline", "base")
    wrong = {**written(), base: written()[base] + 3.0}
    right = fitted(pages, wrong, Pace(step=0.1, rounds=6), lambda _round, _faults: None)
    assert right[base] < wrong[base]
    assert _faults(pages, right) < _faults(pages, wrong) / 2


def test_what_running_text_costs_stays() -> None:
    pages = [proven(damaged("en/locals", seed)) for seed in (1, 2)]
    values = fitted(pages, written(), Pace(rounds=2), lambda _round, _faults: None)
    moved = {entry for entry, value in values.items() if value != written()[entry]}
    assert moved
    assert not {entry for entry in moved if entry.table == "begin" and entry.row == "paragraph"}


def _faults(pages: Sequence[Proven], values: Values) -> int:
    with priced(values, frozenset(), 0.0):
        return sum(told.faults(read_sequence(told.stream)) for told in pages)


def test_a_file_is_written_anew_with_its_comments() -> None:
    text = files("layout.rebuild.signs").joinpath("costs.toml").read_text("utf-8")
    base = Entry("costs.toml", "begin", "byline", "base")
    dearer = rewritten(text, "costs.toml", {**written(), base: written()[base] + 0.26})
    changed = [
        (one, other)
        for one, other in zip(text.splitlines(), dearer.splitlines(), strict=True)
        if one != other
    ]
    assert changed == [(f"base = {written()[base]}", f"base = {written()[base] + 0.26:.1f}")]
