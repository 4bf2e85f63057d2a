"""What the words on either side of a line end tell: the cheaper reading is the right one."""

import pytest

from layout.rebuild.reading.latin_seams import capitals_cost, ending_costs, seam_costs
from tests.layout.rebuild.proofs import FERRY, told


@pytest.mark.parametrize(
    ("before", "behind", "goes_on"),
    [
        pytest.param("shops, offices and", "apartments by the water", True, id="small letter"),
        pytest.param("shops, offices and", "The board will vote", False, id="opener"),
        pytest.param("borrowed only eighty", '"There is no plan B," he', False, id="quotation"),
        pytest.param("the port authori-", "ty in May", True, id="broken word"),
        pytest.param("the port authori-", "Neighbors complained", False, id="its rest is lost"),
        pytest.param("the winger Tuilagi-", "Moore, and looked", True, id="a name of two"),
        pytest.param("in 2008.", "The board will vote", False, id="sentence behind sentence"),
        pytest.param("joined more than", "300 libraries", True, id="figure"),
        pytest.param("HARROW BAY (Reuters) —", "Critics say", True, id="dash of a dateline"),
        pytest.param("the contractor, Fallon", "& Sons, faces", True, id="partners"),
        pytest.param('promises before,"', "Marisol Whitlock said.", True, id="who said it"),
        pytest.param("will skip the No.", "12 bus stops", True, id="number"),
        pytest.param("closed between", "Quillon and the river", True, id="name behind between"),
        pytest.param("closed between", "Critics say the work", False, id="its rest is lost, too"),
        pytest.param("worry about Canal", "Street in winter", True, id="name of a street"),
        pytest.param("said the harbor director", "Orrin Quill, who", True, id="who is director"),
        pytest.param("Orrin Quill:", "Patience. We wait", True, id="voice by itself"),
        pytest.param("Dear Mr. Quill:", "Patience is good", False, id="salutation"),
    ],
)
def test_tells_whether_a_paragraph_goes_on(before: str, behind: str, goes_on: bool) -> None:
    seam, (ends, stays) = seam_costs(before, behind), ending_costs(before)
    assert (seam.on + stays < seam.end + ends) is goes_on


def test_a_name_goes_on_behind_a_name() -> None:
    seam, (ends, stays) = seam_costs("said Omar", "Delgado, an engineer"), ending_costs("Omar")
    assert seam.on + stays < seam.end + ends


def test_a_sentence_goes_on_with_the_name_of_a_house_rather_than_with_a_title() -> None:
    house, title, word = (
        seam_costs("was inspected by the", behind)
        for behind in ("Health District in May", "Mayor Halloran voted no", "Health officials said")
    )
    assert house.on < title.on == word.on


def test_a_heading_in_capitals_does_not_go_on_in_small_letters() -> None:
    assert capitals_cost("SPECIAL REPORT", "Council backs plan") > 2
    assert capitals_cost("SPECIAL REPORT", "SCHOOLS") == 0
    assert capitals_cost("Council backs plan", "to reopen terminal") == 0


def test_glued_items_are_parted() -> None:
    assert told("# If you go", "● Doors open at 7 p.m. ● Bring a photo ID.", "● Call ahead.") == [
        "headline If you go",
        "list_item Doors open at 7 p.m.",
        "list_item Bring a photo ID.",
        "list_item Call ahead.",
    ]


def test_items_glued_before_their_number_are_parted_though_one_lost_its_end() -> None:
    glued = "4. Bring a photo ID and a copy of your 5. Parking is free."
    assert told("# If you go", "3. Doors open at 7 p.m.", glued, "6. Call ahead.")[2:4] == [
        "list_item 4. Bring a photo ID and a copy of your⟨17.2727⟩",
        "list_item 5. Parking is free.",
    ]


def test_a_deck_glued_to_its_headline_is_parted() -> None:
    head = "## Tannery Bridge gets a second chance Detours to last through fall"
    assert told(head, "By Nora Whitlow", FERRY[0])[:2] == [
        "headline Tannery Bridge gets a second chance",
        "subheadline Detours to last through fall",
    ]


def test_a_deck_as_long_as_running_text_bears_no_witness_for_itself() -> None:
    head = "## Tannery Bridge gets a second chance Drivers face delays of up to 20 minutes"
    assert told(head, "By Nora Whitlow", FERRY[0])[1].startswith("subheadline Drivers face delays")


def test_a_name_inside_a_heading_parts_it_not() -> None:
    head = "## Harbor board weighs a new Footbridge plan for fall"
    named = "People want the Footbridge to open."
    assert (
        told(head, "By Nora Whitlow", f"{FERRY[0]} {named}", FERRY[1])[0] == f"headline {head[3:]}"
    )


def test_a_jump_line_may_have_a_bullet() -> None:
    assert (
        told("# Footbridge", FERRY[0], "► See BRIDGE, A4", FERRY[1])[2] == "jump ► See BRIDGE, A4"
    )


def test_a_year_glued_to_its_first_item_is_parted() -> None:
    page = told("# A look back", "2011", "March 13: A fire.", "2012 April 6: A flood. May: Rain.")
    assert page[1:] == [
        "timeline_year 2011",
        "timeline_item March 13: A fire.",
        "timeline_year 2012",
        "timeline_item April 6: A flood.",
        "timeline_item May: Rain.",
    ]


def test_a_sentence_breaks_off_before_a_word_that_begins_one() -> None:
    broken = "He has taught fourth grade in the old school on Canal Street for nearly 22"
    page = told("# School", f"{broken} The board votes on the plan next week in the old town hall.")
    assert page[1].startswith(f"paragraph {broken}⟨")
    assert page[2] == "paragraph The board votes on the plan next week in the old town hall."


def test_no_chinese_mark_is_supplied_in_english() -> None:
    page = told("# By the numbers", "● 430 apartments.", "● 8 percent since 2016", "● 9 boats.")
    assert "。" not in "".join(page)


def test_months_that_run_backwards_prove_a_year_in_english() -> None:
    page = told("# A look back", "2011", "March 13: A fire.", "January 6: A flood.", "2013")
    assert page[1:4] == [
        "timeline_year 2011",
        "timeline_item March 13: A fire.",
        "timeline_year 2012",
    ]


def test_an_abbreviation_at_a_line_end_is_no_end() -> None:
    seam, (ends, stays) = seam_costs("from 9 p.m. to 5 a.m.", "Monday"), ending_costs("5 a.m.")
    assert seam.on + stays < seam.end + ends


def test_an_abbreviation_may_end_a_paragraph_before_a_sentence() -> None:
    page = told("# Today", "Library story hour begins at 10:30 a.m.", f"Jane {FERRY[1]}", FERRY[0])
    assert page[1] == "paragraph Library story hour begins at 10:30 a.m."
