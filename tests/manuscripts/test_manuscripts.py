"""Pages written by hand are pages: what they say is in their truth, and the truth is whole."""

import pytest

from layout.rebuild.signs.costs import ROLES
from tests.accuracy import score
from tests.accuracy.oracle import oracle
from tests.manuscripts import damaged, manuscript, names


def test_there_are_pages_of_both_languages() -> None:
    assert {name.partition("/")[0] for name in names()} == {"zh", "en"}


@pytest.mark.parametrize("name", names())
def test_a_page_names_roles_that_there_are(name: str) -> None:
    copy = manuscript(name)
    printed = [*copy.folio.blocks, *(block for a in copy.articles for block in a.blocks)]
    assert {role for block in printed for role in (block.role, *block.alt_roles)} <= {*ROLES}
    assert all(block.text == block.text.strip() != "" for block in printed)


@pytest.mark.parametrize("name", names())
def test_the_truth_of_a_page_scores_full_marks(name: str) -> None:
    made = damaged(name, 0)
    assert not score(oracle(made.truth, made.ocr), made.truth).misses


def test_damage_is_a_function_of_its_seed() -> None:
    name = names()[0]
    assert damaged(name, 1) == damaged(name, 1)
    assert damaged(name, 1).ocr != damaged(name, 2).ocr
