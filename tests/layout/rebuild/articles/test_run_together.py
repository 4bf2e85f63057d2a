"""Paragraphs that an engine ran together are told apart by their words, lengths and lines."""

from collections.abc import Sequence

import pytest

from layout.model import Measure, Punctuation
from layout.rebuild.articles.latin_measure import fresh_start
from tests.layout.rebuild.articles.test_latin_measure import STORY, draft_of
from tests.layout.rebuild.proofs import FERRY, latin, told

HEAD = "# Boats back at Alder Point after a winter in dock"
SAID = "Nora Whitlow, who has run the crossing for years, said on Monday: “We can wait for them.”"


_BOATS = [*"ABCDEFGHIJKL"]


def _last(*block: str) -> list[str]:
    """The last paragraphs of a page in lines of 30 characters, these run together in a block."""
    set_ = [" ".join(latin(words, 30)) for words in (*STORY, *block)]
    read = told(HEAD, *set_[: len(STORY)], " ".join(set_[len(STORY) :]))
    return [line.removeprefix("paragraph ") for line in read][len(STORY) + 1 :]


@pytest.mark.parametrize("block", [FERRY[1:3], [SAID, FERRY[1]]], ids=["speaks", "has spoken"])
def test_a_paragraph_begins_where_somebody_speaks_or_has_spoken(block: Sequence[str]) -> None:
    assert _last(*block) == [*block]


def test_who_speaks_on_begins_none() -> None:
    assert _last(f"{SAID} “We will.”") == [f"{SAID} “We will.”"]


@pytest.mark.parametrize(("sentences", "parted"), [(1, True), (2, False)])
def test_an_article_keeps_its_habit(*, sentences: int, parted: bool) -> None:
    short = [f"Boat {n} of the old pier was sold to Elkford in spring." for n in _BOATS]
    told_ = [" ".join(short[i : i + sentences]) for i in range(0, 10, sentences)]
    both = f"{short[10]} {short[11]}"
    read = told(HEAD, *(" ".join(latin(w, 30)) for w in (*STORY, *told_)), both)
    assert (read[-1] == f"paragraph {both}") != parted


def test_a_page_of_whole_paragraphs_is_left_alone() -> None:
    both = f"{FERRY[1]} {SAID}"
    assert f"paragraph {both}" in told(HEAD, *FERRY, both)


@pytest.mark.parametrize(("parted", "line"), [(True, "on the morning"), (False, "still ride free")])
def test_lines_tell_whether_a_paragraph_begins(*, parted: bool, line: str) -> None:
    blocks = FERRY[1::2] if parted else [" ".join(FERRY[1::2])]
    whole = " ".join(line for words in blocks for line in latin(words, 30))
    cut = whole.index(line)
    draft = draft_of(whole[: cut - 1], whole[cut:])
    measure = Measure(30.0, 30.0, Punctuation.LATIN, 0.9, 20)
    assert (fresh_start(draft, whole.index("Fares"), measure) > 0) == parted


def test_without_a_line_end_behind_it_lines_tell_nothing() -> None:
    draft = draft_of(" ".join(FERRY[1::2]))
    at = len(FERRY[1]) + 1
    assert fresh_start(draft, at, Measure(30.0, 30.0, Punctuation.LATIN, 0.9, 20)) == 0
