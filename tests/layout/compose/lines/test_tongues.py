"""Words in another language are told from names and signs that belong to the text around them."""

import pytest

from layout.compose import compose
from layout.compose.lines.tongues import spoken, stretches
from layout.sheet import Run
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.fixed import FixedRuler


@pytest.mark.parametrize(
    ("text", "page", "language"),
    [
        pytest.param("The ferry is open again.", "zh-Hans", "en", id="English on a Chinese page"),
        pytest.param("他说 The ferry is open", "zh-Hans", "zh-Hans", id="mixed text is the page's"),
        pytest.param("2012", "zh-Hans", "zh-Hans", id="a number"),
        pytest.param("GDP", "zh-Hant", "zh-Hant", id="an abbreviation"),
        pytest.param("渡口今天又開了", "en", "zh-Hant", id="Chinese on an English page"),
        pytest.param("The 渡口 ferry", "en", "en", id="an English paragraph with a word in it"),
        pytest.param("", "zh-Hans", "zh-Hans", id="nothing"),
    ],
)
def test_the_language_of_a_paragraph(text: str, page: str, language: str) -> None:
    assert spoken(text, page) == language


@pytest.mark.parametrize(
    ("text", "page", "found"),
    [
        pytest.param(
            "印着“Made in China”的箱子", "zh-Hans", [("Made in China", "en")], id="a phrase"
        ),
        pytest.param("他叫O’Neill，来自IBM", "zh-Hans", [("O’Neill", "en")], id="an apostrophe"),
        pytest.param("GDP增长5.2%，PM2.5下降20 km", "zh-Hans", [], id="abbreviations and units"),
        pytest.param("一部iPhone和Windows", "zh-Hans", [], id="single words"),
        pytest.param("歌名《ありがとう》", "zh-Hans", [], id="kana on a Chinese page"),
        pytest.param("the 渡口，又开了 ferry", "en", [("渡口，又开了", "zh-Hans")], id="Chinese"),
        pytest.param("a song, ありがとう", "en", [("ありがとう", "ja")], id="Japanese"),
        pytest.param("the city of 서울", "en", [("서울", "ko")], id="Korean"),
    ],
)
def test_words_in_another_language(text: str, page: str, found: list[tuple[str, str]]) -> None:
    assert [(text[a:b], language) for a, b, language in stretches(text, page)] == found


def test_each_line_has_its_share_of_them() -> None:
    words = "made in the village of Cedar Landing"
    notation = f"article news 16\nparagraph {'一' * 20}{words}{'二' * 20}"
    forme = compose(edition_of(notation), style("a4", columns=3), FixedRuler())
    runs = [run for run in forme.sheets[0].drawn if isinstance(run, Run) and run.element]
    said = "".join(run.text[a:b] for run in runs for a, b, _ in run.stretches)
    assert said == words
    assert sum(bool(run.stretches) for run in runs) > 1
    assert {run.language for run in runs} == {"zh-Hans"}


def test_a_paragraph_in_another_language_says_so() -> None:
    notation = "article news 16\nparagraph 春水\nparagraph The ferry is open again."
    forme = compose(edition_of(notation), style("a4"), FixedRuler())
    assert [element.language for element in forme.elements[-2:]] == ["", "en"]
    assert {run.language for run in forme.sheets[0].drawn if isinstance(run, Run)} >= {"en"}
