"""Letters to the editor: the names and places under them sign off, and head nothing."""

import pytest

from layout.rebuild.survey.latin_letters import letter_names, undersigned
from tests.layout.rebuild.proofs import FERRY, told

_LETTER = "May I suggest that we lift the sidewalk a little more?"


@pytest.mark.parametrize(
    ("blocks", "names"),
    [
        pytest.param(["To the Editor:", _LETTER, "RUTH ABERNATHY", "Harborton"], [2, 3], id="both"),
        pytest.param(["Letters", _LETTER, "Thomas P. Reilly, Fall River"], [2], id="in one line"),
        pytest.param([_LETTER, "CITY HALL", "Harborton"], [], id="no letters were announced"),
        pytest.param(["Letters", "Obituaries", _LETTER, "CITY HALL"], [], id="they are over"),
        pytest.param(["Letters", _LETTER, "Fix the buses first"], [], id="a heading"),
        pytest.param(["Letters", _LETTER, "HOW TO WRITE TO US"], [], id="a heading in capitals"),
        pytest.param(["SIR,—" + _LETTER, "A RATEPAYER.", "THE WEATHER"], [1], id="by itself"),
        pytest.param(["Letters", _LETTER, "INSOMNIAC. Poole, Nov. 16."], [2], id="with its day"),
        pytest.param(["Letters", _LETTER, "Ada and Ed Quill, Mill Road"], [2], id="a couple"),
        pytest.param(["Letters", _LETTER, "Ada Quill (Mrs), Mill Road"], [2], id="her title"),
        pytest.param(["Letters", _LETTER, "Ruth Quill", "Harborton", "Schools"], [2, 3], id="two"),
    ],
)
def test_names_under_letters(blocks: list[str], names: list[int]) -> None:
    found = letter_names(blocks, [0] * len(blocks))
    assert [i for i, name in enumerate(found) if name] == names


def test_a_letter_has_its_salutation_and_its_signature() -> None:
    body = "I have walked past that tree every morning for 61 years and have yet to trip."
    page = ["## Letters to the editor", "### Let the elm stand", "To the Editor:", body, _LETTER]
    assert told(*page, "RUTH ABERNATHY", "Harborton")[2:] == [
        "paragraph To the Editor:",
        f"paragraph {body}",
        f"paragraph {_LETTER}",
        "signoff RUTH ABERNATHY",
        "signoff Harborton",
    ]


@pytest.mark.parametrize(
    "farewell",
    ["I am, Sir, your obedient servant, A RATEPAYER.", "Yours, &c., CHURCHWARDEN.", "Yours truly"],
)
def test_a_letter_of_an_old_paper_has_its_headline_and_its_farewell(farewell: str) -> None:
    page = told("# Boats", *FERRY, "THE STATE OF MILL LANE.", f"SIR,—{_LETTER}", farewell)
    assert page[-3:] == [
        "headline THE STATE OF MILL LANE.",
        f"paragraph SIR,—{_LETTER}",
        f"signoff {farewell}",
    ]


def test_the_label_of_another_column_ends_the_letters() -> None:
    words = ["READERS WRITE", "I will buy the shovel.", "NORA TIBBETTS", "Dyer Cove", "GUEST VIEW"]
    assert letter_names(words, [1, 0, 0, 0, 0]) == (False, False, True, True, False)


@pytest.mark.parametrize(
    ("words", "above", "below", "signs"),
    [
        pytest.param("A HOUSEKEEPER.", _LETTER, 2, True, id="above a heading"),
        pytest.param("ED HOYT AND FAMILY.", _LETTER, None, True, id="at the end"),
        pytest.param("A HOUSEKEEPER.", "I walked " * 8, 2, True, id="under a text without its end"),
        pytest.param("A HOUSEKEEPER.", "Our town", 2, False, id="under a head"),
        pytest.param("A HOUSEKEEPER.", _LETTER, 0, False, id="above more text"),
        pytest.param("A HOUSEKEEPER", _LETTER, 2, False, id="a kicker has no stop"),
        pytest.param("Fares rise again.", _LETTER, 2, False, id="a sentence"),
    ],
)
def test_who_signs_in_capitals(words: str, above: str, below: int | None, *, signs: bool) -> None:
    assert undersigned(words, above, below) is signs


def test_what_stands_in_capitals_under_a_notice_signs_it() -> None:
    page = ("## CARD OF THANKS", _LETTER, "ED HOYT AND FAMILY.", "## BOATS WAIT", *FERRY[:2])
    assert told(*page)[2] == "signoff ED HOYT AND FAMILY."
