"""Signs that only Latin text shows, and what they make of its lines."""

import pytest

from layout.rebuild.signs.costs import costs
from layout.rebuild.signs.latin_signs import (
    is_stopped_head,
    latin_block_signs,
    latin_line_signs,
    lesser_headings,
    quotes_anew,
)
from tests.layout.rebuild.proofs import FERRY, latin, told

HEAD = "# Boats back at Alder Point after a winter in dock"


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("Forecast", "standing_head"),
        ("The budget at a glance", "standing_head"),
        ("TODAY IN HISTORY", "standing_head"),
        ("Sheriff's log", "standing_head"),
        ("On deck this week", "standing_head"),
        ("School lunch menu", "standing_head"),
        ("NEWS DIGEST", "roundup_label"),
        ("GUEST COLUMN", "page_label"),
        ("Q&A", "page_label"),
        ("Compiled by Nora Whitlow", "compiled_by"),
        ("► See PLAN, 4A", "page_jump"),
        ("From Page A1", "page_jump"),
        ("Continued on A8", "page_jump"),
        ("Council/From A1", "page_jump"),
        ("Comment: page 10", "page_jump"),
        ("ALDER POINT (Reuters) — The ferry", "wire_dateline"),
        ("ALDER POINT, Maine — The ferry", "wire_dateline"),
        ("shops, offices and", "hung_end"),
    ],
)
def test_knows_a_line_by_its_words(words: str, sign: str) -> None:
    assert sign in latin_line_signs(words, words)


@pytest.mark.parametrize(
    "words",
    [
        "The board will see the plan on page 4 of its report.",
        "From page to stage",
        "The news from the front",
        "A man of many sorrows",
        "By all accounts the weather held",
    ],
)
def test_knows_nothing_by_words_of_running_text(words: str) -> None:
    assert set(latin_line_signs(words, words)) <= {"hung_end"}


def test_a_line_of_small_words_is_no_heading() -> None:
    assert "wordy" in latin_block_signs("The vote was 7-4, with one absent", 0, alone=True)
    assert "wordy" not in latin_block_signs("Ferry board votes to keep fares", 0, alone=True)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        pytest.param([1, 0, 2, 0, 2], [False, False, True, False, True], id="typed"),
        pytest.param([1, 0, 2, 0, 3], [False] * 5, id="levels of all kinds"),
        pytest.param([2, 0, 1, 0], [False] * 4, id="not the highest first"),
        pytest.param([1, 3, 0, 1, 0], [False, True, False, False, False], id="titles alike"),
        pytest.param([0, 0], [False, False], id="none"),
    ],
)
def test_headings_below_the_titles(levels: list[int], expected: list[bool]) -> None:
    titles = [level == 1 for level in levels]
    assert list(lesser_headings(levels, titles)) == expected


def test_levels_mean_nothing_where_a_title_is_below_others() -> None:
    assert not any(lesser_headings([1, 0, 1, 0, 3, 0], [False] * 4 + [True, False]))


def test_signs_of_both_files_are_apart() -> None:
    page = told(HEAD, "By Nora Whitlow", *FERRY, "► See BOATS, 4A", "## Weather", FERRY[0])
    assert page[-3:] == ["jump ► See BOATS, 4A", "headline Weather", f"paragraph {FERRY[0]}"]
    assert "wordy" in costs().begin


@pytest.mark.parametrize(
    "words", ["Tribune Staff Writers", "Tribune Staff", "Tribune film critic", "For the Tribune"]
)
def test_who_wrote_and_for_whom_is_one_byline(words: str) -> None:
    page = told(HEAD, "**By NORA WHITLOW**", words, *FERRY)
    assert page[1] == f"byline By NORA WHITLOW {words}"


def test_gathers_briefs_under_a_roundup() -> None:
    page = told(
        "#### REGIONAL ROUNDUP",
        "## Ferry board votes to keep its fares",
        f"ALDER POINT — {FERRY[0]}",
        "Bookmobile rolls back into the hills",
        f"ALDER POINT (Reuters) — {FERRY[1]}",
    )
    assert page[0] == "column_label REGIONAL ROUNDUP"
    assert page[3] == "headline Bookmobile rolls back into the hills"


def test_an_editors_note_ends_with_its_block() -> None:
    note = "Editor's note: This is the first of three articles about the ferry."
    page = told(HEAD, "By Nora Whitlow", note, FERRY[0])
    assert page[2:] == [f"editor_note {note.replace(chr(39), '’')}", f"paragraph {FERRY[0]}"] or (
        page[2:] == [f"editor_note {note}", f"paragraph {FERRY[0]}"]
    )


@pytest.mark.parametrize(
    "words",
    [
        "POLICE LOG",
        "Area briefs",
        "Sports Shorts",
        "LETTERS",
        "OBITUARIES",
        "SHERIFF'S LOG",
        "NEWS SUMMARY",
        "News Summary",
        "Kurz gemeldet",
        "En bref",
    ],
)
def test_knows_the_label_of_a_column_of_short_pieces(words: str) -> None:
    assert "roundup_label" in latin_line_signs(words, words)


def test_briefs_under_a_label_are_one_article_whatever_they_are_marked_as() -> None:
    page = told(
        HEAD, *FERRY, "### POLICE LOG", "### Rope stolen", FERRY[2], "### Dog found", FERRY[3]
    )
    assert [line.split()[0] for line in page[-5:]] == [
        "column_label",
        *("headline", "paragraph") * 2,
    ]


def test_levels_without_a_title_among_them_mean_little() -> None:
    assert lesser_headings([1, 1, 3, 3], [False] * 4) == (False,) * 4


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Von Katharina Älter", "byline"),
        ("Par Hélène Marchetti", "byline"),
        ("De notre correspondant Julien Astier", "byline"),
        ("Times staff and wire reports", "byline"),
        ("The Courier editorial board", "byline"),
        ("By Nora Whitlow | Courier staff", "byline"),
        ("by Nora Whitlow nora@alderpoint.com", "byline"),
        ("By a Staff Reporter", "byline"),
        ("From Our Own Correspondent", "byline"),
        ("Reuters", "byline"),
    ],
)
def test_knows_who_wrote(words: str, role: str) -> None:
    assert f"{role} {words}" in told(HEAD, words, *FERRY)


@pytest.mark.parametrize(
    "credit",
    [
        "NORA WHITLOW/COURIER STAFF",
        "NORA WHITLOW / POST-COURIER",
        "Staff photo by N.L. Whitlow",
        "Nora Whitlow / For the Courier",
        "Foto: Nora Whitlow",
        "Photo Nora Whitlow",
        "Courtesy of Nora Whitlow",
        "AP Photo",
    ],
)
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_a_caption_stands_by_its_credit(credit: str, above: bool) -> None:
    caption = "Workers set the last span of the footbridge at Alder Point on Monday."
    pair = [credit, caption] if above else [caption, credit]
    page = told(HEAD, *FERRY, *pair, "# Another boat is late", *FERRY[:2])
    assert [f"caption {caption}", f"photo_credit {credit}"] == page[5:7]


def test_numbers_in_capitals_wrote_nothing() -> None:
    assert not any(
        line.startswith("byline") for line in told(HEAD, *FERRY, "BY THE NUMBERS", *FERRY)
    )


def test_a_caption_of_two_sentences_stands_in_one_block_with_its_credit() -> None:
    caption = "The last boat leaves the pier at Alder Point. It was built in 1954."
    page = told("# Ferry to stop", *FERRY, f"{caption} Photo by Nora Whitlow / Courier")
    assert page[-2:] == [f"caption {caption}", "photo_credit Photo by Nora Whitlow / Courier"]


def test_a_caption_stands_in_one_block_with_the_name_of_who_took_it() -> None:
    caption = "The last boat leaves the pier at Alder Point."
    head = ("# Another boat is late", *FERRY[:2])
    page = told("# Ferry to stop", "By Ada Quill", *FERRY, f"{caption} Wren Halloway", *head)
    assert page[6:8] == [f"caption {caption}", "photo_credit Wren Halloway"]


def test_a_long_caption_of_a_broken_line_stands_by_its_credit() -> None:
    caption = "\n".join(latin(FERRY[2].replace("“", "").replace("”", ""), 60))
    page = told("Nora Whitlow / For the Courier", caption, HEAD, *FERRY)
    assert page[0].startswith("caption We would rather")


def test_a_jump_may_lead_to_the_back_page() -> None:
    assert "jump See FERRY, back page" in told(HEAD, *FERRY, "See FERRY, back page")


def test_german_headlines_keep_their_nouns() -> None:
    text = (
        "Erst traf der Stürmer zum Ausgleich, dann schob er den Ball über die Linie und "
        "das Stadion war nicht mehr still. So etwas ist der Trainer nicht gewohnt."
    )
    head = "Forbach dreht das Derby in der Nachspielzeit"
    assert told(f"# {head}", "Von unserer Mitarbeiterin Eva Roth", text, text)[:2] == [
        f"headline {head}",
        "byline Von unserer Mitarbeiterin Eva Roth",
    ]


@pytest.mark.parametrize(
    ("byline", "said"),
    [
        ("Von Eva Roth", "„Das Boot fährt nicht. Es wartet im Hafen auf den Frühling.“"),
        ("Par Odile Roy", "« Le bateau ne part pas. Il attend au port que le vent tombe. »"),
        ("Por Inés Oria", "«El barco no sale. Espera en el puerto a que baje el viento.»"),
    ],
)
def test_quotations_of_other_languages_are_text(byline: str, said: str) -> None:
    read = told("# Boats wait", byline, said, said)
    assert read == ["headline Boats wait", f"byline {byline}", *[f"paragraph {said}"] * 2]


def test_a_bullet_between_words_makes_no_list() -> None:
    line = "FIREWOOD • SPLIT & DELIVERED"
    assert any(line in told_line for told_line in told(HEAD, *FERRY, line))


def test_a_headline_goes_on_in_lower_case_under_another_level() -> None:
    page = told(
        "# Ferry pitcher throws", "### second no-hitter of season", "By Nora Whitlow", *FERRY
    )
    assert page[0] == "headline Ferry pitcher throws second no-hitter of season"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("LOCAL INTELLIGENCE.", True),
        ("The Harbor and Its Boats.", True),
        ("The harbor and its boats.", False),
        ("Alder Point Harbor Co.", False),
        ("We are.", False),
    ],
)
def test_a_heading_of_capitals_may_have_a_stop(words: str, expected: bool) -> None:
    assert is_stopped_head(words) == expected


def test_a_kicker_in_capitals_is_parted_from_the_headline_in_its_block() -> None:
    head = ("SMALL BOAT RACING Harbor wins in 11 on a dropped oar", "### First title since 1988")
    page = told("Alder Point Sun C1", *head, "By Nora Whitlow", *FERRY)
    assert [line.split()[0] for line in page[1:5]] == [
        "kicker",
        "headline",
        "subheadline",
        "byline",
    ]


def test_letters_are_announced_by_a_label_over_their_headlines() -> None:
    page = told("## LETTERS TO THE EDITOR", "# Save the elm on Court Street", *FERRY)
    assert page[:2] == [
        "column_label LETTERS TO THE EDITOR",
        "headline Save the elm on Court Street",
    ]


def test_a_headline_may_end_with_a_verb() -> None:
    head = "# Ada Quill, 78, foreman who knew where the pipes were"
    page = told("Alder Point Sun C1", head, "Ada Quill, who ran the crossing, is dead.", *FERRY)
    assert page[1] == head.replace("#", "headline")


def test_a_name_over_whom_it_writes_for_is_a_byline() -> None:
    page = told(HEAD, "Nora Whitlow", "Courier Staff Writer", *FERRY)
    assert page[1] == "byline Nora Whitlow Courier Staff Writer"


def test_a_credit_in_brackets_ends_a_caption() -> None:
    caption = "Nora Whitlow ties up the morning boat."
    page = told(HEAD, *FERRY, f"{caption} (Photo by Ada Quill)")
    assert page[-2:] == [f"caption {caption}", "photo_credit (Photo by Ada Quill)"]


def test_the_weekday_may_stand_apart_in_a_folio() -> None:
    page = told("A5", "Larkport Courier", "Thursday", "October 12, 2023", HEAD, *FERRY)
    assert page[2:4] == ["date Thursday", "date October 12, 2023"]


def test_reads_a_headline_with_a_stop() -> None:
    page = told("THE ALDER NEWS, FRIDAY, MAY 3, 1889. 4", "THE BOATS ARE BACK.", *FERRY)
    assert page[1] == "headline THE BOATS ARE BACK."


def test_a_section_and_a_credit_are_known_by_their_names() -> None:
    page = told("CITY & STATE", HEAD, *FERRY, "Nora Whitlow on her boat.", "Picture: Denis Roe")
    assert page[0] == "section CITY & STATE"
    assert page[-1].endswith("Picture: Denis Roe")


def test_a_title_in_capitals_is_no_end_of_a_sentence() -> None:
    assert "byline By PROF. NORA WHITLOW" in told(HEAD, "By PROF. NORA WHITLOW", *FERRY)


@pytest.mark.parametrize("lead", ["A FERRY was late", "FERRY PASSENGERS were late", "FERRY"])
def test_words_in_capitals_lead_in_what_stands_under_a_headline(lead: str) -> None:
    text = f"{lead} at Alder Point on Monday, and nobody could say when it would come."
    page = told(HEAD, *FERRY, "Boat keeps them waiting", text, FERRY[1])
    assert "headline Boat keeps them waiting" in page


def test_a_list_that_is_set_without_stops_has_lost_none() -> None:
    items = ["Monday: Chili and rolls", "Tuesday: Fish and chips", "Friday: Pizza and salad"]
    page = told(HEAD, *FERRY, "SCHOOL LUNCH MENU", *items)
    assert page[-3:] == [f"list_item {item}" for item in items]


@pytest.mark.parametrize(
    ("before", "behind", "anew"),
    [
        pytest.param("met within the", '"If she goes, we will go," he said.', True, id="a loss"),
        pytest.param("met within the", '"Harbor Lights at Dawn" troupe.', False, id="a title"),
        pytest.param("in the hall said", '"If she goes, we will go."', False, id="said"),
        pytest.param("met within the hour.", '"If she goes, we will go."', False, id="a stop"),
        pytest.param("the motto was", '"We sail on."', False, id="few words"),
    ],
)
def test_a_sentence_breaks_off_before_what_is_said(before: str, behind: str, anew: bool) -> None:
    assert quotes_anew(before, behind) is anew
