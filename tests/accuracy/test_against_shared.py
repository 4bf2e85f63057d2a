"""Our scores agree with those of ../shared/score.py, which aligns texts by their likeness."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from exporters.json import write
from layout.model import Edition, Page
from layout.rebuild import rebuild
from readers.markdown import read_markdown
from tests.accuracy import Score, score
from tests.accuracy.oracle import oracle
from tests.accuracy.table import value
from tests.cases import SHARED
from tests.generate import page
from tests.neutral import neutral
from tests.truth import Row, dumped

_SCORER = SHARED / "score.py"
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

pytestmark = pytest.mark.skipif(not _SCORER.exists(), reason="../shared/score.py is not here")


@pytest.mark.parametrize("profile", ["real", "english", "traditional", "figures", "chronicle"])
def test_the_truth_is_perfect_in_both(profile: str, tmp_path: Path) -> None:
    made = page(5, profile)
    best = oracle(made.truth, made.ocr)
    theirs = _their_score(best, made.truth, tmp_path)
    _agree(score(best, made.truth), theirs, tolerance=0.001)


@pytest.mark.parametrize("seed", range(6))
def test_a_rebuilt_page_scores_alike_in_both(seed: int, tmp_path: Path) -> None:
    made = page(seed)
    rebuilt = rebuild(read_markdown("page", made.ocr))
    theirs = _their_score(rebuilt, made.truth, tmp_path)
    _agree(score(rebuilt, made.truth), theirs, tolerance=0.05)


def _agree(ours: Score, theirs: dict[str, float | None], tolerance: float) -> None:
    for measure, name in _PAIRS.items():
        mine, other = value(ours, measure), theirs[name]
        if mine is not None and other is not None:
            assert mine == pytest.approx(other, abs=tolerance), measure


def _their_score(rebuilt: Page, truth: Row, folder: Path) -> dict[str, float | None]:
    (folder / "truth.json").write_text(dumped(truth), encoding="utf-8")
    model = json.loads(write(Edition("", rebuilt.language, (rebuilt,))))
    result = json.dumps(neutral(model), ensure_ascii=False)
    (folder / "result.json").write_text(result, encoding="utf-8")
    files = [str(folder / name) for name in ("truth.json", "result.json")]
    done = subprocess.run(
        [sys.executable, str(_SCORER), *files, "--json"], capture_output=True, check=True
    )
    found: dict[str, float | None] = json.loads(done.stdout)
    return found
