"""The scores of many pages in a table for the terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tests.accuracy.tally import Score

AIMS: Mapping[str, float] = {
    "boundary F1": 0.98,
    "role": 0.97,
    "repair": 0.95,
    "measure": 0.95,
    "gap precision": 0.95,
    "gap recall": 0.90,
}
COLUMNS = {
    "boundary F1": "paraF1",
    "role": "role",
    "repair": "repair",
    "measure": "meas",
    "gap precision": "gapP",
    "gap recall": "gapR",
    "correction precision": "corrP",
    "correction recall": "corrR",
    "exact: headline": "head",
    "exact: byline": "byline",
    "exact: caption": "capt",
    "characters": "chars",
    "own characters": "own",
    "article": "artic",
    "folio": "folio",
}


def value(score: Score, measure: str) -> float | None:
    """One number of a score."""
    return score.f1("boundary") if measure == "boundary F1" else score.share(measure)


def overall(score: Score) -> float:
    """The plain mean of the columns that there are; it ranks pages."""
    values = [v for m in COLUMNS if (v := value(score, m)) is not None]
    return sum(values) / len(values)


def table(rows: Sequence[tuple[str, Score]]) -> Iterator[str]:
    """A line for each name, with the aims where there are any."""
    width = max(len(name) for name, _ in rows)
    yield " " * width + "".join(f"{short:>8}" for short in COLUMNS.values()) + "    mean"
    for name, score in rows:
        cells = "".join(_cell(value(score, measure)) for measure in COLUMNS)
        yield f"{name:<{width}}{cells}{overall(score):>8.3f}"
    aims = "".join(_cell(AIMS.get(measure)) for measure in COLUMNS)
    yield f"{'aim':<{width}}{aims}"


def kinds(score: Score) -> Iterator[str]:
    """A line for each role, kind of damage and kind of correction."""
    for measure in sorted(m for m in score.trials if ": " in m):
        share = score.share(measure)
        yield f"{measure:<32}{_cell(share)}  {score.hits[measure]}/{score.trials[measure]}"


def total(scores: Iterable[Score]) -> Score:
    """All counts together."""
    found = Score()
    for score in scores:
        found.add(score)
    return found


def _cell(share: float | None) -> str:
    return f"{'–' if share is None else format(share, '.3f'):>8}"
