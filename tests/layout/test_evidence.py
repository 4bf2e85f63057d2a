"""Evidence in the reader's language: every phrase that rebuilding uses is known."""

import re
from collections.abc import Iterator

import pytest

from layout.evidence import told
from layout.model import Page, texts_of
from layout.rebuild import rebuild
from layout.text import Edit, Gap, LineEnd, Suggestion
from readers import read_bytes
from tests.generate import PROFILES
from tests.generate import page as generated

_ENGLISH = re.compile("[a-z]{2,}")


@pytest.mark.parametrize(
    ("why", "language", "expected"),
    [
        pytest.param("", "zh-Hans", "", id="none"),
        pytest.param(
            "moved here: 四五 stands elsewhere on the page",
            "zh-Hans",
            "“四五”见于本版他处",
            id="moved",
        ),
        pytest.param(
            "the paragraph ends in the air; filled in by 王, 2024-10-16",
            "zh-Hant",
            "段末語句未完；補：王, 2024-10-16",
            id="two clauses",
        ),
        pytest.param(
            "moved here: a word stands across 服|式", "zh-Hans", "“服|式”两边合成一词", id="a seam"
        ),
        pytest.param(
            "the characters of this page stand apart, each from the next",
            "zh-Hant",
            "本版字與字之間皆有空格",
            id="characters apart",
        ),
        pytest.param(
            "the bullet of a list: 5 items in a row read better without the character before them",
            "zh-Hans",
            "应为条目符号：相连5条去掉首字后皆更通顺",
            id="bullets",
        ),
        pytest.param("nobody knows", "zh-Hans", "nobody knows", id="an unknown phrase"),
        pytest.param("a word; another", "en", "a word; another", id="English"),
    ],
)
def test_what_is_told(why: str, language: str, expected: str) -> None:
    assert told(why, language) == expected


@pytest.mark.parametrize("profile", PROFILES)
def test_chinese_pages_have_all_their_evidence_told_in_chinese(profile: str) -> None:
    (scanned,) = read_bytes(generated(1, profile).ocr.encode(), "p", "p")
    page = rebuild(scanned)
    if page.language == "en":
        return
    assert [why for why in _evidence(page) if _ENGLISH.search(told(why, page.language))] == []


def _evidence(page: Page) -> Iterator[str]:
    texts = (text for a in page.articles for block in a.blocks for text in texts_of(block))
    for mark in (fragment.mark for text in texts for fragment in text.fragments):
        if isinstance(mark, Edit | Gap | Suggestion | LineEnd) and mark.why:
            yield mark.why
