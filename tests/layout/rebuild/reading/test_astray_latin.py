"""Last lines that stand elsewhere on the page are joined to the paragraph that lacks them."""

from tests.layout.rebuild.proofs import FERRY, told

HEAD = "# Footbridge late, ferry stays"
BROKEN = "Circulation at the library rose 11 percent in the first three months, with the largest"
WHOLE = "Driver Ines Whitlock knows most of her readers by name and saves the new mysteries."


def test_a_line_comes_home_to_the_sentence_that_it_ends() -> None:
    page = told(HEAD, BROKEN, WHOLE, "gains among teenagers.", FERRY[0])
    assert page[1:] == [
        f"paragraph {BROKEN}‖ gains among teenagers.",
        f"paragraph {WHOLE}",
        f"paragraph {FERRY[0]}",
    ]


def test_a_line_read_too_early_comes_home() -> None:
    page = told(HEAD, FERRY[0], "gains among teenagers.", WHOLE, BROKEN, FERRY[1])
    assert f"paragraph {BROKEN}‖ gains among teenagers." in page


def test_the_second_half_of_a_word_finds_the_first() -> None:
    broken = "The money would come from a mix of grants and a transfer from the gen-"
    rival = "The vote on the plan for the new terminal was seven to four, with two of the members"
    page = told(HEAD, rival, broken, WHOLE, "eral fund.", FERRY[0])
    assert any("transfer from the general fund." in line for line in page)


def test_a_line_stays_where_it_goes_on() -> None:
    page = told(HEAD, WHOLE, BROKEN, "gains among teenagers.", FERRY[0])
    assert page[2] == f"paragraph {BROKEN}‖ gains among teenagers."


def test_a_line_stays_where_two_places_are_as_good() -> None:
    rival = (
        "Library fines brought in less than 3 percent of the budget, and children had the smallest"
    )
    page = told(HEAD, rival, WHOLE, "gains among teenagers.", FERRY[0], BROKEN)
    assert "paragraph gains among teenagers." in page


def test_what_a_displaced_line_parted_is_joined_again() -> None:
    stem, rest = "The bookmobile visits ten villages on a two-week", "loop and carries 3,000 books."
    page = told(HEAD, BROKEN, WHOLE, stem, "gains among teenagers.", rest, FERRY[0])
    assert f"paragraph {BROKEN}‖ gains among teenagers." in page
    assert f"paragraph {stem}‖ {rest}" in page


def test_words_that_stand_together_draw_a_line_home() -> None:
    counted = "Schools counted 7,418 students, the first gain in ten years, according"
    page = told(HEAD, counted, WHOLE, FERRY[0], "to figures released Wednesday", "# Next", FERRY[1])
    assert any("according‖ to figures released Wednesday" in line for line in page)


def test_a_turn_of_an_interview_is_no_last_line() -> None:
    turns = [
        "Courier: What comes next?",
        "Nora Whitlow: We borrow the rest over 19",
        "Courier: Who pays for that?",
        "Nora Whitlow: Everyone.",
    ]
    assert [line.partition(" ")[0] for line in told("# Nora Whitlow on ferries", *turns)] == [
        "headline",
        "question",
        "answer",
        "question",
        "answer",
    ]


def test_no_line_that_begins_with_and_is_drawn_behind_a_word_that_waits() -> None:
    hung = "For two years all that the harbor board had to show for its efforts was"
    open_ = "We have learned to plan our summers around the weather"
    page = told(HEAD, hung, open_, WHOLE, "and the courts.", FERRY[0])
    assert f"paragraph {open_}‖ and the courts." in page


def test_a_sentence_too_long_for_a_line_is_none() -> None:
    open_ = "The morning boat was late again on Monday, and those who waited for it on the"
    rest = "landing at Alder Point went home by road, as the harbor director had told them to."
    page = told(HEAD, open_, rest, BROKEN, FERRY[0])
    assert page[1] == f"paragraph {open_}‖ {rest}"
    assert page[2].startswith(f"paragraph {BROKEN}")
