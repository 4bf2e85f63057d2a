"""docs/accuracy.md: the scores as a page of Markdown, with what still fails named."""

from collections.abc import Iterable, Iterator, Sequence

from tests.accuracy.pages import DAMAGES, Marked, generated, labelled, written
from tests.accuracy.reference import SCORER, their_score
from tests.accuracy.table import AIMS, COLUMNS, total, value
from tests.accuracy.tally import Score

SEEDS = range(300)
_WEAK = 0.9
_FEWEST_TRIALS = 5

_HEAD = """# Accuracy

Written by `python -m tests.accuracy --write docs/accuracy.md`; do not edit it by hand.

The rebuilder is scored against pages whose truth is known to the character. Most are generated
(`tests/generate/`): invented papers, set in lines and columns, then damaged as OCR engines damage
pages. A share says how often something came out right:

- **paraF1**: beginnings and ends of paragraphs, items and verses (harmonic mean of precision and
  recall); **role**: blocks whose role is right; **repair**: structural damage undone (blocks cut or
  glued, fragments astray); **meas**: measures within half an em, in English 1.5 characters;
- **gapP**, **gapR**: precision and recall of declared losses; **corrP**, **corrR**: the same of
  misread characters, corrected or suggested;
- **head**, **byline**, **capt**: to the letter; **chars**: characters of the print that are there,
  as printed; **own**: characters that come from the page; **artic**: articles complete and
  unmixed; **folio**: facts of the folio.
"""


def report(seeds: range = SEEDS, damages: range = DAMAGES) -> str:
    """The whole document."""
    pages = list(generated(seeds))
    everything = total(p.score for p in pages if p.score)
    parts = [
        _HEAD,
        *_generated(pages, everything, seeds),
        *_written(list(written(damages)), damages),
    ]
    parts += _labelled(list(labelled()))
    return "\n".join([*parts, *_kinds(everything), *_failures(everything, pages)]) + "\n"


def _generated(pages: Sequence[Marked], everything: Score, seeds: range) -> Iterator[str]:
    yield f"## Generated pages, seeds {seeds.start} to {seeds.stop - 1}\n"
    yield from _table([*_by_tag(pages), ("**all**", everything)])
    aims = [_share(AIMS.get(measure)) for measure in COLUMNS]
    yield "| aim | " + " | ".join(aims) + " |\n"


def _written(pages: Sequence[Marked], damages: range) -> Iterator[str]:
    yield "## Pages written by hand\n"
    yield f"Those of `tests/manuscripts/`, damaged in {len(damages)} ways each.\n"
    yield from _table([*_by_tag(pages), ("**all**", total(p.score for p in pages if p.score))])
    yield ""


def _labelled(pages: Sequence[Marked]) -> Iterator[str]:
    yield "## Pages labelled by hand\n"
    yield "The examples, and pages kept outside the repository, one of them real.\n"
    yield from _table([(p.name, p.score) for p in pages if p.score])
    if SCORER.exists():
        yield "\nThe composite of a scorer that aligns the texts by their likeness:\n"
        yield "| page | composite |\n| --- | ---: |"
        for page in pages:
            yield f"| {page.name} | {_share(their_score(page.rebuilt, page.truth)['composite'])} |"


def _by_tag(pages: Sequence[Marked]) -> Iterator[tuple[str, Score]]:
    for tag in sorted({page.tags[0] for page in pages}):
        found = [p.score for p in pages if p.tags[0] == tag and p.score]
        yield f"{tag} ({len(found)})", total(found)


def _table(rows: Iterable[tuple[str, Score]]) -> Iterator[str]:
    yield "| page | " + " | ".join(COLUMNS.values()) + " |"
    yield "| --- |" + " ---: |" * len(COLUMNS)
    for name, score in rows:
        cells = (_share(value(score, measure)) for measure in COLUMNS)
        yield f"| {name} | " + " | ".join(cells) + " |"


def _kinds(score: Score) -> Iterator[str]:
    yield "\n## By kind, on all generated pages\n"
    yield "| kind | right | of | share |\n| --- | ---: | ---: | ---: |"
    for measure in sorted(m for m in score.trials if ": " in m):
        hits, trials = score.hits[measure], score.trials[measure]
        yield f"| {measure} | {hits} | {trials} | {_share(score.share(measure))} |"


def _failures(score: Score, pages: Sequence[Marked]) -> Iterator[str]:
    yield "\n## What still fails\n"
    yield f"Every kind that comes out right less than {_WEAK:.0%} of the time, the worst first:\n"
    weak = [m for m in score.trials if ": " in m and score.trials[m] >= _FEWEST_TRIALS]
    for measure in sorted(weak, key=lambda m: (score.share(m) or 0.0, m)):
        share = score.share(measure) or 0.0
        if share < _WEAK:
            trials, example = score.trials[measure], _example(measure, pages)
            yield f"- **{measure}**, {share:.0%} of {trials}{example}"


def _example(measure: str, pages: Sequence[Marked]) -> str:
    """The first miss of this kind, with its seed."""
    for page in pages:
        for miss in page.score.misses if page.score else ():
            if miss.startswith(measure + ": "):
                words = miss.removeprefix(measure + ": ").replace("|", "¦")
                return f", as on page {page.name}: `{words}`"
    return ""


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.3f}"
