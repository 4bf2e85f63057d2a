"""Our scores agree with those of ../shared/score.py, which aligns texts by their likeness."""

from collections.abc import Mapping

import pytest

from layout.rebuild import rebuild
from readers.markdown import read_markdown
from tests.accuracy import Score, score
from tests.accuracy.oracle import oracle
from tests.accuracy.reference import SCORER, their_score
from tests.accuracy.table import value
from tests.generate import page

_PAIRS = {
    "role": "role_acc",
    "boundary F1": "para_F1",
    "repair": "repair_rate",
    "gap precision": "lac_P",
    "gap recall": "lac_R",
    "correction recall": "corr_recall",
    "exact: headline": "exact_headline",
    "exact: byline": "exact_byline",
}

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="../shared/score.py is not here")


@pytest.mark.parametrize("profile", ["real", "english", "traditional", "figures", "chronicle"])
def test_the_truth_is_perfect_in_both(profile: str) -> None:
    made = page(5, profile)
    best = oracle(made.truth, made.ocr)
    theirs = their_score(best, made.truth)
    assert theirs["composite"] == pytest.approx(1.0, abs=0.01)
    _agree(score(best, made.truth), theirs, tolerance=0.001)


@pytest.mark.parametrize("seed", range(6))
def test_a_rebuilt_page_scores_alike_in_both(seed: int) -> None:
    made = page(seed)
    rebuilt = rebuild(read_markdown("page", made.ocr))
    _agree(score(rebuilt, made.truth), their_score(rebuilt, made.truth), tolerance=0.05)


def _agree(ours: Score, theirs: Mapping[str, float | None], tolerance: float) -> None:
    for measure, name in _PAIRS.items():
        mine, other = value(ours, measure), theirs[name]
        if mine is not None and other is not None:
            assert mine == pytest.approx(other, abs=tolerance), measure
