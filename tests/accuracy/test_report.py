"""The document of scores names every profile, every labelled page and what fails."""

import re

from tests.accuracy.report import report
from tests.cases import examples


def test_the_report_has_a_row_for_whatever_was_scored() -> None:
    written = report(range(4), range(1))
    for case in examples():
        assert f"| {case.name} |" in written
    assert "seeds 0 to 3" in written
    assert {"| zh (", "| en ("} <= {row[:6] for row in written.splitlines()}
    assert "## What still fails" in written
    rows = [line for line in written.splitlines() if line.startswith("| ")]
    assert all(re.fullmatch(r"\|( [^|]+ \|)+", row) for row in rows)


def test_the_report_is_the_same_every_time() -> None:
    assert report(range(2), range(0)) == report(range(2), range(0))
