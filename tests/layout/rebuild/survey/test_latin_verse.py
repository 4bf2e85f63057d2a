"""Verse in Latin text, in one block or with each line by itself."""

from itertools import permutations

from layout.rebuild.lines.pieces import Piece, pieces_of
from layout.rebuild.survey.latin_verse import is_verse
from tests.layout.rebuild.proofs import FERRY, latin, told

HEAD = "# Boats back at Alder Point after a winter in dock"
TEXT = tuple(f"{one} {other}" for one, other in permutations(FERRY, 2))
VERSE = (
    "Six jars of plums without a lid,",
    "a ladder with a missing rung,",
    "the letters that my mother hid,",
    "a song that nobody has sung.",
)
BELL = (
    "The bell was never heard. It rang",
    "the way it always had, but low,",
    "like someone who no longer sang",
    "and had no other place to go.",
)


def _pieces(words: str) -> tuple[Piece, ...]:
    return pieces_of(words, 0)


def test_verse_keeps_its_lines() -> None:
    assert is_verse(_pieces("\n".join(VERSE)))
    assert not is_verse(
        _pieces("The ferry at Alder\nPoint will carry\npassengers until the\nend of October.")
    )
    assert not is_verse(_pieces("\n".join(VERSE[:2])))


def test_verse_without_capitals_ends_its_lines_early() -> None:
    lines = ("The gulls come down like folded mail", "upon the empty pier", "and someone")
    assert is_verse(_pieces("\n".join([*lines, "hangs a yellow sail on it for me"])))
    assert not is_verse(_pieces("\n".join(latin(FERRY[0], 36))))


def test_a_poem_among_joined_paragraphs_is_verse() -> None:
    page = told(HEAD, *TEXT, "## Inventory", "Lucian Farrow", "\n".join(VERSE), "\n".join(VERSE))
    assert page[-8:] == [f"poem_line {line}" for line in VERSE * 2]


def test_a_stanza_behind_another_has_no_headline() -> None:
    stanza = (
        "The bell was never heard. It rang",
        "The way it always had, but low,",
        "Like someone who no longer sang",
        "And had no other place to go.",
    )
    page = told(HEAD, *TEXT, "# What is left", "\n".join(VERSE), "\n".join(stanza))
    assert page[-8:] == [f"poem_line {line}" for line in (*VERSE, *stanza)]


def test_rows_of_figures_are_no_verse() -> None:
    assert not is_verse(_pieces("Team Won\nAlder Point 12\nGull Island 9\nHarrow Bay 4"))


def test_verses_that_are_blocks_of_their_own_go_on_in_one_another() -> None:
    page = told(HEAD, *TEXT, "# What is left", "Lucian Farrow", *VERSE, *BELL, "# Pier", TEXT[0])
    assert page[-12:-2] == [
        "headline What is left",
        "byline Lucian Farrow",
        *(f"poem_line {line}" for line in (*VERSE, *BELL)),
    ]


def test_a_few_short_blocks_are_no_verse() -> None:
    page = told(HEAD, *TEXT, *BELL, *TEXT)
    assert not any(line.startswith("poem_line") for line in page)


def test_stanzas_of_verses_apart_end_with_a_sentence() -> None:
    mill = ("The stream runs by his door,", "The wheel hangs still;", "He dreams of golden store,")
    bread = (
        "And grinds no mill.",
        "The rats have had thy corn;",
        "Who takes his dinner in his bed",
    )
    page = told(HEAD, *TEXT[:4], "## A lazy miller", *mill, *bread, "Shall beg his bread at morn.")
    assert page[-7:-1] == [f"poem_line {line}" for line in (*mill, *bread)]
    assert page[-1] == "poem_line Shall beg his bread at morn."
