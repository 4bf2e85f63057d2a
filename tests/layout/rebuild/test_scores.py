"""How well pages are read today: floors just under the scores, so that a change that harms shows.

Raise a floor with the change that lifts its score; lower one only with a reason in the commit.
"""

import pytest

from layout.rebuild import rebuild
from readers.markdown import read_markdown
from tests.accuracy.pages import generated
from tests.accuracy.reference import their_score
from tests.accuracy.table import overall, total, value
from tests.cases import SHARED, Case, shared

# The composite of ../shared/score.py, by page.
_LABELLED = {
    "xuchang": 0.98,
    "p01": 0.98,
    "p06": 0.98,
    "p09": 0.91,
}

# The shares of `python -m tests.accuracy --seeds 0-99`, and the mean of its columns.
_GENERATED = {
    "boundary F1": 0.98,
    "role": 0.98,
    "repair": 0.89,
    "measure": 0.93,
    "gap precision": 0.90,
    "gap recall": 0.80,
    "exact: headline": 0.94,
    "exact: byline": 0.97,
    "exact: caption": 0.91,
    "characters": 0.997,
    "own characters": 1.0,
    "article": 0.86,
    "folio": 0.97,
}
_SEEDS = range(100)
_MEAN = 0.93

_CASES = [case for case in shared() if case.name in _LABELLED]


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_a_labelled_page_is_read_as_well_as_before(case: Case) -> None:
    page = rebuild(read_markdown(case.name, case.ocr.read_text("utf-8")))
    composite = their_score(page, case.truth)["composite"]
    assert composite is not None
    assert composite >= _LABELLED[case.name]


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_every_labelled_page_is_there() -> None:
    assert {case.name for case in _CASES} == set(_LABELLED)


def test_generated_pages_are_read_as_well_as_before() -> None:
    score = total(page.score for page in generated(_SEEDS) if page.score)
    reached = {measure: value(score, measure) or 0.0 for measure in _GENERATED}
    fallen = {m: round(reached[m], 4) for m, floor in _GENERATED.items() if reached[m] < floor}
    assert not fallen
    assert overall(score) >= _MEAN
