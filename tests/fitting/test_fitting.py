"""Costs are fitted by what readings are made of, towards readings that are true."""

from importlib.resources import files

import pytest

from layout.rebuild.reading import read_sequence, stretch_cost
from tests.fitting.descent import Pace, fitted, priced
from tests.fitting.entries import Entry, entries, rewritten, written
from tests.fitting.known import Proven, proven
from tests.generate import page
from tests.manuscripts import damaged

_MORE = 0.001
_PAGES = (page(7), page(11), damaged("zh/letters", 0), damaged("en/oped", 0))


@pytest.fixture(scope="module", params=range(len(_PAGES)))
def told(request: pytest.FixtureRequest) -> Proven:
    return proven(_PAGES[request.param])


def test_entries_are_what_a_reading_costs(told: Proven) -> None:
    """An entry that is dearer makes the page dearer by that, as often as the reading holds it."""
    readings = read_sequence(told.stream)
    before = stretch_cost(told.stream, readings[0])
    held = entries(readings)
    held[Entry("costs.toml", "follow", "start", readings[0].role)] = 0  # a stretch has no start
    for entry, often in held.most_common(12):
        with priced({entry: written()[entry] + _MORE}, frozenset(), 0.0):
            assert stretch_cost(told.stream, readings[0]) - before == pytest.approx(
                often * _MORE, abs=1e-9
            )


def test_what_is_known_to_be_wrong_is_not_read_at_a_high_price(told: Proven) -> None:
    with priced(written(), told.signs, 100.0):
        assert told.faults(read_sequence(told.stream)) == 0


def test_what_is_known_to_be_wrong_is_read_where_it_is_cheap(told: Proven) -> None:
    with priced(written(), told.signs, -100.0):
        assert told.faults(read_sequence(told.stream)) > len(told.known) / 2


def test_fitted_costs_read_the_pages_better() -> None:
    pages = [proven(damaged(name, seed)) for name in ("en/locals", "en/sports") for seed in (1, 2)]
    before = sum(told.faults(read_sequence(told.stream)) for told in pages)
    values = fitted(pages, Pace(step=0.02, rounds=8), lambda _round, _faults: None)
    with priced(values, frozenset(), 0.0):
        after = sum(told.faults(read_sequence(told.stream)) for told in pages)
    assert after < before


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
