"""The scores are right: the truth itself is perfect, and each kind of harm is seen."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from layout.model import Article, Page, Paragraph, Role, Section
from layout.text import joined
from tests.accuracy import Score, score
from tests.accuracy.oracle import oracle
from tests.cases import Case, examples
from tests.generate import PROFILES, page


@pytest.mark.parametrize("profile", PROFILES)
def test_the_truth_scores_full_marks(profile: str) -> None:
    for seed in range(6):
        made = page(seed, profile)
        found = score(oracle(made.truth, made.ocr), made.truth)
        assert not found.misses, seed
        assert found.share("own characters") == 1.0


@pytest.mark.parametrize("case", examples(), ids=lambda case: case.name)
def test_the_truth_of_the_examples_scores_full_marks(case: Case) -> None:
    ocr = case.ocr.read_text(encoding="utf-8")
    assert not score(oracle(case.truth, ocr), case.truth).misses


def _merged(article: Article) -> Article:
    """All running paragraphs in one."""
    texts = [b.text for b in article.blocks if isinstance(b, Paragraph) and b.role is Role.BODY]
    others = [b for b in article.blocks if not isinstance(b, Paragraph) or b.role is not Role.BODY]
    return replace(article, blocks=(*others, Paragraph(Role.BODY, joined(texts))))


def _headlines_as_body(article: Article) -> Article:
    blocks = [
        replace(b, role=Role.BODY) if isinstance(b, Paragraph) and b.role is Role.HEADLINE else b
        for b in article.blocks
    ]
    return replace(article, blocks=tuple(blocks))


def _too_wide(article: Article) -> Article:
    measure = article.measure
    return replace(article, measure=measure and replace(measure, width=measure.width + 1))


def _halved(article: Article) -> Article:
    blocks = [
        replace(b, text=b.text.cut(0, len(b.text) // 2)) if isinstance(b, Paragraph) else b
        for b in article.blocks
    ]
    return replace(article, blocks=tuple(blocks))


@pytest.mark.parametrize(
    ("harm", "measures"),
    [
        pytest.param(_merged, ["boundary recall"], id="paragraphs merged"),
        pytest.param(_headlines_as_body, ["role", "role: headline"], id="a headline as body"),
        pytest.param(_too_wide, ["measure"], id="measures an em too wide"),
        pytest.param(_halved, ["characters", "gap recall", "boundary recall"], id="text cut off"),
    ],
)
def test_harm_is_seen(harm: Callable[[Article], Article], measures: list[str]) -> None:
    made = page(3, "real")
    best = oracle(made.truth, made.ocr)
    worse = score(_changed(best, harm), made.truth)
    for measure in measures:
        assert _share(worse, measure) < _share(score(best, made.truth), measure)


def test_pages_in_one_article_are_seen() -> None:
    made = page(3, "real")
    best = oracle(made.truth, made.ocr)
    blocks = tuple(block for article in best.articles for block in article.blocks)
    one = replace(best.articles[0], blocks=blocks)
    found = score(replace(best, sections=(Section("", (one,)),)), made.truth)
    assert _share(found, "article") == 0.0


def _changed(best: Page, harm: Callable[[Article], Article]) -> Page:
    return replace(best, sections=(Section("", tuple(map(harm, best.articles))),))


def _share(found: Score, measure: str) -> float:
    share = found.share(measure)
    assert share is not None
    return share
