"""Who an author is: a duty under the byline goes on with it, a sentence at the end signs."""

import pytest

from tests.layout.rebuild.proofs import FERRY, told

_HEAD = "# Boats back at Alder Point"
_SHE = "Nora Whitlow teaches school in Alder Point."


@pytest.mark.parametrize(
    "behind", [pytest.param([], id="the end"), pytest.param(["## Fares", FERRY[0]], id="a heading")]
)
def test_a_sentence_about_the_author_signs_a_text(behind: list[str]) -> None:
    read = told(_HEAD, "By Nora Whitlow", *FERRY[:2], _SHE, *behind)
    assert read[4] == f"signoff {_SHE}"


@pytest.mark.parametrize(
    "page",
    [
        pytest.param((_HEAD, "By Ada Quill", *FERRY[:2], _SHE), id="somebody else"),
        pytest.param((_HEAD, "By Nora Whitlow", FERRY[0], _SHE, FERRY[1]), id="more text behind"),
    ],
)
def test_another_sentence_is_text(page: tuple[str, ...]) -> None:
    assert f"paragraph {_SHE}" in told(*page)


def test_a_duty_under_a_byline_is_no_heading() -> None:
    page = (_HEAD, "By NORA WHITLOW", "### Courier Sports Editor", f"ALDER — {FERRY[0]}", FERRY[1])
    assert told(*page)[1] == "byline By NORA WHITLOW Courier Sports Editor"
