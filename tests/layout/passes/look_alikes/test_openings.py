import pytest

from layout.passes.look_alikes.openings import LEAST, MOST, opening


@pytest.mark.parametrize(
    ("begins", "goes_on"),
    [
        pytest.param("据悉，", "悉，全", id="a source"),
        pytest.param("当然，", "后，全", id="what turns to something else"),
        pytest.param("近日，", "的人，", id="a day"),
        pytest.param("“我们", "，我们", id="a quotation"),
    ],
)
def test_paragraphs_begin_with_other_characters_than_lines_do(begins: str, goes_on: str) -> None:
    assert opening(begins, "Hans", closed=False) > 0.5
    assert opening(goes_on, "Hans", closed=False) <= 0.0


def test_sentences_begin_more_like_paragraphs_than_lines_do() -> None:
    anywhere, behind_a_stop = (opening("他说", "Hans", closed=closed) for closed in (False, True))
    assert anywhere > behind_a_stop


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    assert opening("據悉", "Hant", closed=False) == opening("据悉", "Hans", closed=False) > 0.0


def test_no_beginning_counts_for_more_than_so_much() -> None:
    told = {opening(words, "Hans", closed=False) for words in ("本报", "的人", "龘龘", "")}
    assert told == {LEAST, MOST, 0.0}
