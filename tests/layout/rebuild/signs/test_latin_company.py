import pytest

from layout.rebuild.reading.latin_seams import ending_costs, seam_costs
from layout.rebuild.signs.latin_company import company_of

_PAGE = company_of(
    [
        "The City Council meets on Monday in the old hall on Canal Street, the clerk said. People "
        "who live near the Tannery Bridge may speak first.",
        "Roads And Bridges Of Our Town",
    ]
)


def test_words_of_one_sentence_keep_company() -> None:
    assert _PAGE.are_paired("the clerk of the City", "Council, which meets")
    assert not _PAGE.are_paired("the clerk said", "People who")


def test_a_capital_inside_a_sentence_makes_a_name_but_none_in_a_heading() -> None:
    assert {"Council", "Street", "Bridge"} <= _PAGE.names
    assert not {"The", "People", "Bridges"} & _PAGE.names


@pytest.mark.parametrize(
    ("before", "behind", "goes_on"),
    [
        pytest.param("a petition to the City", "Council said that", True, id="stood so before"),
        pytest.param("the council voted on", "Wednesday to approve", True, id="a day"),
        pytest.param("he met every morning", "Council members", True, id="a name of the page"),
        pytest.param("said June", "Turner, an engineer", True, id="a name behind a name"),
        pytest.param("a widow on Canal", "Patrons will pay", False, id="not as elsewhere"),
        pytest.param("the contractor,", "Fallon & Sons", True, id="behind a comma"),
    ],
)
def test_tells_whether_a_capital_goes_on(before: str, behind: str, goes_on: bool) -> None:
    seam, (ends, stays) = seam_costs(before, behind, _PAGE), ending_costs(before)
    assert (seam.on + stays < seam.end + ends) is goes_on


def test_words_on_either_side_of_a_line_end_keep_no_company_by_that() -> None:
    page = company_of(["The boats that were laid up in the harbor of the Alder\nPoint, and sold."])
    assert not page.are_paired("the harbor of the Alder", "Point, and sold.")
