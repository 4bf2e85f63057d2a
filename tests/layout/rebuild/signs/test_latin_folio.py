"""Lines at the head of a page in Latin letters, taken apart."""

from datetime import date

import pytest

from layout.rebuild.signs.latin_folio import HeadLine, head_line, head_signs
from tests.layout.rebuild.proofs import FERRY, told

_DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(
            "A6 TUESDAY, MARCH 5, 2024 THE ALDER POINT SENTINEL alderpoint.com",
            HeadLine("A6", day=_DAY, weekday="TUESDAY", paper="THE ALDER POINT SENTINEL"),
            id="no mark between",
        ),
        pytest.param(
            "Living • Alder Point Times • Tuesday, March 5, 2024 • B1",
            HeadLine(
                "B1", day=_DAY, weekday="Tuesday", paper="Alder Point Times", section="Living"
            ),
            id="bullets between",
        ),
        pytest.param(
            "Page 2 Alder Record-Courier Mar. 5th, 2024 $1.50",
            HeadLine("2", numbered_by_word=True, day=_DAY, paper="Alder Record-Courier"),
            id="a price, a compound name",
        ),
        pytest.param(
            "TUESDAY, MARCH 5, 2024 | ALDER POINT, OHIO | $2.50 | A1",
            HeadLine("A1", day=_DAY, weekday="TUESDAY"),
            id="the town and its state",
        ),
        pytest.param(
            "PAGE 6 | THE ALDER COUNTY PLAINSMAN | TUESDAY, MARCH 5, 2024",
            HeadLine("6", True, _DAY, "TUESDAY", "THE ALDER COUNTY PLAINSMAN"),
            id="a paper of an unusual name",
        ),
        pytest.param(
            "THE ALDER POINT COURIER LOCAL A5",
            HeadLine("A5", paper="THE ALDER POINT COURIER", section="LOCAL"),
            id="a section behind the name",
        ),
        pytest.param(
            "SPORTS THE ALDER MORNING STAR 3C",
            HeadLine("3C", paper="THE ALDER MORNING STAR", section="SPORTS"),
            id="a section before the name",
        ),
        pytest.param(
            "Nr. 56 · Dienstag, 5. März 2024 · Seite 7",
            HeadLine("7", numbered_by_word=True, day=_DAY, weekday="Dienstag"),
            id="German",
        ),
        pytest.param(
            "Le Courrier du Val - Mardi 5 mars 2024",
            HeadLine(day=_DAY, weekday="Mardi", paper="Le Courrier du Val"),
            id="French",
        ),
        pytest.param(
            "7 | El Faro de la Isla | Martes 5 de marzo de 2024 | Cultura",
            HeadLine("7", False, _DAY, "Martes", "El Faro de la Isla", "Cultura"),
            id="Spanish",
        ),
        pytest.param(
            "Il Mattino del Lago - Martedì 5 marzo 2024",
            HeadLine(day=_DAY, weekday="Martedì", paper="Il Mattino del Lago"),
            id="Italian",
        ),
        pytest.param(
            "TUESDAY, MARCH 5, 2024 | Al",
            HeadLine("A1", day=_DAY, weekday="TUESDAY"),
            id="a one read as a letter",
        ),
        pytest.param(
            "All OPINION Alder Chronicle",
            HeadLine("A11", paper="Alder Chronicle", section="OPINION"),
            id="two ones",
        ),
        pytest.param(
            "Al Whitlow | The Alder Star",
            HeadLine(paper="The Alder Star", section="Al Whitlow"),
            id="a name",
        ),
    ],
)
def test_takes_a_line_apart(words: str, expected: HeadLine) -> None:
    assert head_line(words) == expected


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("A4 OPINION", "page_head"),
        ("5 RÉGION", "page_head"),
        ("Seite 7", "page_head"),
        ("3C", "page_head"),
        ("C4 ARTS & LEISURE", "page_head"),
        ("The Harrow Ledger | Friday, May 5, 2017", "dated_head"),
        ("FRIDAY, FEBRUARY 17, 2023 $2.00", "dated_head"),
        ("The Larkport Courier", "paper_name"),
        ("Alder Point Daily News", "paper_name"),
        ("Lokales", "section_word"),
        ("Murgtal-Bote", "paper_name"),
    ],
)
def test_knows_a_head_line(words: str, sign: str) -> None:
    assert head_signs(words) == {sign}


@pytest.mark.parametrize(
    "words",
    [
        "Top 40",
        "Apollo 13",
        "Vitamin B12",
        "From Page A1",
        "News from the front",
        "Ferry ran aground on March 5, 2024",
        "FRIDAY",
    ],
)
def test_takes_nothing_else_for_a_head_line(words: str) -> None:
    assert not head_signs(words)


def test_a_head_line_between_bullets_is_one_folio_and_no_list() -> None:
    page = told("Local • The Alder Point Courier • May 5, 2017 • A5", "# Boats are back", *FERRY)
    assert page[0] == "folio Local • The Alder Point Courier • May 5, 2017 • A5"


def test_a_paper_named_in_a_heading_is_a_masthead() -> None:
    page = told("# The Alder Point Herald", "FRIDAY, MAY 5, 2017 $2.00", "# Boats are back", *FERRY)
    assert [words.split()[0] for words in page[:3]] == ["masthead", "date", "headline"]


@pytest.mark.parametrize("section", ["OPINION", "LOCAL NEWS", "BUSINESS & COMMUNITY"])
@pytest.mark.parametrize("mark", ["", "### "], ids=["plain", "a heading"])
def test_a_section_stands_under_the_head_that_names_none(section: str, mark: str) -> None:
    head = "Alder Point Sentinel Tuesday, March 5, 2024 A6"
    page = told(head, f"{mark}{section}", "### OUR VIEW", "# Ferry to stop", *FERRY)
    assert page[1] == f"section {section}"


def test_a_label_under_a_head_with_a_section_is_none() -> None:
    head = "ALDER POINT SENTINEL | OPINION | TUESDAY, MARCH 5, 2024 | A6"
    assert "section COMMENTARY" not in told(head, "COMMENTARY", "# Ferry to stop", *FERRY)
