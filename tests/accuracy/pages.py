"""The pages that are scored: generated ones by seed, and those with a truth written by hand."""

from collections.abc import Iterator
from dataclasses import dataclass

from layout.model import Page
from layout.rebuild import rebuild
from readers.markdown import read_markdown
from tests.accuracy import Score, score
from tests.cases import examples, shared
from tests.generate import page
from tests.truth import Row


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
        made = page(seed, profile)
        yield _marked(str(seed), made.tags, made.ocr, made.truth)


def labelled() -> Iterator[Marked]:
    """The examples, and the pages of ../shared where it is there."""
    for case in (*examples(), *shared()):
        yield _marked(case.name, ("labelled",), case.ocr.read_text("utf-8"), case.truth)


def _marked(name: str, tags: tuple[str, ...], ocr: str, truth: Row) -> Marked:
    rebuilt = rebuild(read_markdown(name, ocr))
    found = score(rebuilt, truth) if truth.get("ocr_map") else None
    return Marked(name, tags, truth, rebuilt, found)
