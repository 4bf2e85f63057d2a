"""First words of a sentence at the foot of a column are no heading where the next block goes on."""

import pytest

from tests.layout.rebuild.proofs import FERRY, told

_HEAD = "# Boats back at Alder Point"
_VOTE = "voted against the footbridge in spring, and means to do so again when the board meets."
_CROSSED = (
    "the bar at low water in spring, which nobody had done since the old pier was taken away."
)


@pytest.mark.parametrize(
    ("words", "below"),
    [
        pytest.param("Superintendent Helen", f"Whitlow {_VOTE}", id="inside a name"),
        pytest.param("The harbor director", f"Orrin Whitlow {_VOTE}", id="behind a title"),
        pytest.param("The morning boat from", f"Elkford crossed {_CROSSED}", id="behind from"),
        pytest.param("The contractor, Fallon &", f"Whitlow, {_VOTE}", id="partners"),
        pytest.param("Two boats crossed", _CROSSED, id="small letters"),
    ],
)
@pytest.mark.parametrize("alone", [True, False], ids=["alone", "behind a sentence"])
def test_a_sentence_goes_on_behind_its_first_words(words: str, below: str, alone: bool) -> None:
    blocks = [FERRY[0], words] if alone else [f"{FERRY[0]} {words}"]
    read = told(_HEAD, *blocks, below, FERRY[1])
    assert any(f"{words}‖ {below}" in line for line in read)
    assert not any(line.startswith("subhead") for line in read)


@pytest.mark.parametrize(
    ("words", "below"),
    [
        pytest.param("More boats, fewer riders", FERRY[1], id="before a sentence"),
        pytest.param("Fewer riders, more boats", f"Elkford {_VOTE}", id="before a name"),
    ],
)
def test_a_heading_stays_one(words: str, below: str) -> None:
    read = told(_HEAD, FERRY[0], words, below, FERRY[3])
    assert read[2].split(" ", 1)[1] == words


def test_the_name_of_the_dead_heads_their_notice() -> None:
    notice = f"Orrin Quill {_VOTE}"
    read = told(_HEAD, FERRY[0], "Orrin J. Quill", notice)
    assert any(line.endswith(notice) and "J." not in line for line in read)
