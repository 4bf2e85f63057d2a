"""What stands over the rest of a story that turns to another sheet."""

import pytest

from layout.compose.makeup.overflow import Turn


@pytest.mark.parametrize(
    ("title", "language", "words"),
    [
        pytest.param("Ferry at last", "en", "From B8: Ferry at last", id="short"),
        pytest.param(
            "Tannery Bridge gets a second chance after the flood",
            "en",
            "From B8: Tannery Bridge gets a second…",
            id="cut between words",
        ),
        pytest.param("桥" * 40, "zh-Hans", f"（上接B8版）{'桥' * 33}…", id="or characters"),
        pytest.param(
            f"{'桥' * 20} {'路' * 20}", "zh-Hans", f"（上接B8版）{'桥' * 20}…", id="or parts"
        ),
    ],
)
def test_a_long_title_over_the_rest_of_a_story_is_cut(
    title: str, language: str, words: str
) -> None:
    assert Turn("B8", "B8-2", language).back(title) == words
