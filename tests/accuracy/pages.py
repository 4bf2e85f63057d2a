"""The pages that are scored: generated ones by seed, invented ones, and those labelled by hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from layout.model import Page
from layout.rebuild import rebuild
from readers.markdown import read_markdown
from tests.accuracy import Score, score
from tests.cases import examples, shared
from tests.generate import Generated, page
from tests.manuscripts import damaged, names
from tests.truth import Row

DAMAGES = range(3)


@dataclass(frozen=True, slots=True)
class Marked:
    """A page with its score; `score` is None where the truth does not place every character."""

    name: str
    tags: tuple[str, ...]
    truth: Row
    rebuilt: Page
    score: Score | None


def generated(seeds: range, profile: str | None = None) -> Iterator[Marked]:
    """The pages of these seeds."""
    for seed in seeds:
        yield _scanned(str(seed), page(seed, profile))


def written(seeds: range = DAMAGES) -> Iterator[Marked]:
    """The pages written by hand, each with the damage of these seeds."""
    for name in names():
        for seed in seeds:
            yield _scanned(f"{name}/{seed}", damaged(name, seed))


def labelled() -> Iterator[Marked]:
    """The examples, and the pages of ../shared where it is there."""
    for case in (*examples(), *shared()):
        yield _marked(case.name, ("labelled",), case.ocr.read_text("utf-8"), case.truth)


def _scanned(name: str, made: Generated) -> Marked:
    return _marked(name, made.tags, made.ocr, made.truth)


def _marked(name: str, tags: tuple[str, ...], ocr: str, truth: Row) -> Marked:
    rebuilt = rebuild(read_markdown(name, ocr))
    found = score(rebuilt, truth) if truth.get("ocr_map") else None
    return Marked(name, tags, truth, rebuilt, found)
