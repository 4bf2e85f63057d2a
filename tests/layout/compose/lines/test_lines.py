"""Lines: where they may end, what gives way, what opens, and that each fills its measure."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.compose.lines import Cut, broken
from layout.compose.lines.characters import NO_END, NO_START
from layout.compose.lines.matter import Matter
from layout.compose.lines.measuring import measured
from layout.compose.lines.spacing import Spacing, justified, natural
from layout.compose.lines.syllables import name_ends, syllable_ends
from layout.compose.lines.totalfit import Room
from layout.sheet import Face
from tests.layout.compose.fixed import HAND, LATIN_HAND, TRADITIONAL_HAND, FixedRuler

TEXTS = st.text("一二三四五，。；：、！？“”‘’（）《》—…·%12ab3 .,-", max_size=80)


def lines_of(text: str, ems: float, indent: int = 0) -> list[str]:
    matter = measured(text, HAND)
    return [text[cut.start : cut.end] for cut in broken(matter, Room(round(ems * 1000), indent))]


def width_of(matter: Matter, cut: Cut, spacing: Spacing) -> float:
    """The width to the eye: from the indent to the last ink, a closing mark's white dropped."""
    words = matter.text[cut.start : cut.end].rstrip()
    last = cut.start + len(words) - 1
    advances = FixedRuler().advances(Face.SONG, matter.language)
    drawn = sum(advances[c] for c in words) + spacing.offset
    moved = sum(amount for _, amount in spacing.shifts) + spacing.spread * (len(words) - 1)
    return drawn + moved - matter.tails.get(last, 0)


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        pytest.param("一二三四五六七八", 4, ["一二三四", "五六七八"], id="an even grid"),
        pytest.param("一二三，五六七八", 3, ["一二", "三，五", "六七八"], id="no comma at a start"),
        pytest.param(
            "一二三“五六七八”", 4, ["一二三", "“五六", "七八”"], id="no opening mark at an end"
        ),
        pytest.param(
            "一二三四，六七八", 4.5, ["一二三四，", "六七八"], id="a mark at the end is half"
        ),
        pytest.param("一二三——六七八", 4, ["一二", "三——六", "七八"], id="a dash is not parted"),
        pytest.param("一二三……六七八", 4, ["一二", "三……六", "七八"], id="nor is an ellipsis"),
        pytest.param(
            "一二90%三四五六", 3.5, ["一二", "90%三", "四五六"], id="a number keeps its sign"
        ),
        pytest.param(
            "一二￥90三四五六", 3, ["一二", "￥90", "三四", "五六"], id="and its currency"
        ),
        pytest.param("一二三四五", 4, ["一二三", "四五"], id="no lone last character"),
        pytest.param("一二三四五。", 4, ["一二三", "四五。"], id="nor one with its stop"),
        pytest.param("一二三四〔…〕", 4, ["一二三四", "〔…〕"], id="but a sign for lost print"),
        pytest.param(
            "一二三四（五）", 4, ["一二三四", "（五）"], id="or one character in brackets"
        ),
        pytest.param("一二三四（五六）", 5, ["一二三四", "（五六）"], id="not to be parted"),
        pytest.param("the old ferry", 4, ["the old ", "ferry"], id="Latin words stay whole"),
        pytest.param("well-known man", 4, ["well-", "known ", "man"], id="a hyphen may end a line"),
        pytest.param("(“一二三四”)", 9, ["(“一二三四”)"], id="one line"),
        pytest.param("", 9, [], id="nothing"),
        pytest.param("abcdefghij", 2, ["abcd", "efgh", "ij"], id="what cannot be broken is cut"),
    ],
)
def test_where_lines_end(text: str, ems: float, expected: list[str]) -> None:
    assert lines_of(text, ems) == expected


def test_a_hole_in_a_latin_line_is_worse_the_wider_it_is() -> None:
    matter = measured("Superintendent Omar Keene fostered the suburb's expanded", LATIN_HAND)
    cuts = broken(matter, Room(11000))
    assert [cut.slack for cut in cuts[:-1]] == [1750, 2500]


def parted_lines(text: str, ems: float) -> list[str]:
    matter = measured(text, LATIN_HAND, frozenset(syllable_ends(text, "en")))
    cuts = broken(matter, Room(round(ems * 1000)))
    return [text[cut.start : cut.end] for cut in cuts]


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        pytest.param(
            "the old superintendent", 9, ["the old ", "superintendent"], id="the last word is whole"
        ),
        pytest.param(
            "the old superintendent ran",
            8.5,
            ["the old superin", "tendent ran"],
            id="one before it is parted",
        ),
        pytest.param(
            "the old Superintendent ran",
            8.5,
            ["the old Superin", "tendent ran"],
            id="a name too, where a hole would be",
        ),
        pytest.param(
            "a another harbor Council Fischer Fischer to another considered",
            12,
            ["a another harbor Council ", "Fischer Fischer to an", "other considered"],
            id="but less gladly",
        ),
        pytest.param(
            "may be sent to letters@larchindependent.com or",
            15,
            ["may be sent to letters", "@larchindependent.com or"],
            id="an address before its marks",
        ),
        pytest.param(
            "see www.grandvalleylibrary.org/events or",
            14,
            ["see www.grandvalleylibrary", ".org/events or"],
            id="without a hyphen",
        ),
        pytest.param(
            "the old NORTHWESTERN ran", 9, ["the old ", "NORTHWESTERN ran"], id="no capitals"
        ),
    ],
)
def test_where_english_words_are_parted(text: str, ems: float, lines: list[str]) -> None:
    assert parted_lines(text, ems) == lines


@pytest.mark.parametrize(
    ("ems", "lines"),
    [
        pytest.param(8, ["一二三四Con", "stantinople五六"], id="rather than leave a hole"),
        pytest.param(11, ["一二三四Constantino", "ple五六"], id="as late as it fits"),
        pytest.param(12, ["一二三四Constantinople", "五六"], id="where it must be"),
    ],
)
def test_a_long_name_in_chinese_text_is_parted(ems: int, lines: list[str]) -> None:
    text = "一二三四Constantinople五六"
    matter = measured(text, HAND, frozenset(name_ends(text)))
    cuts = broken(matter, Room(ems * 1000))
    assert [text[cut.start : cut.end] for cut in cuts] == lines
    assert all(cut.slack >= 0 or -cut.slack <= matter.room(cut.start, cut.end) for cut in cuts)


def test_an_address_wider_than_the_column_does_not_leave_a_hole() -> None:
    assert lines_of("见一二abcdefghijklmnopqrstuvwx一二三四", 6) == [
        "见一二abcde",
        "fghijklmnopq",
        "rstuvwx一二",
        "三四",
    ]


@pytest.mark.parametrize(
    ("text", "ems", "shifts"),
    [
        pytest.param("一”，二三四", 9, ((2, -500.0),), id="closing marks share half an em"),
        pytest.param("一，“二三四", 9, ((2, -500.0),), id="closing and opening share it"),
        pytest.param("一（“二三四", 9, ((2, -500.0),), id="opening marks share it"),
        pytest.param("一a二", 9, ((1, 250.0), (2, 250.0)), id="a quarter between Han and Latin"),
        pytest.param("一 a 二", 9, (), id="unless there is a space"),
        pytest.param("第3，4回", 9, ((1, 250.0), (4, 250.0)), id="none beside a mark"),
        pytest.param("一， 二三四", 9, ((3, -250.0),), id="no space behind a mark"),
        pytest.param("一， 27人", 9, ((3, -250.0), (5, 250.0)), id="nor before a number there"),
    ],
)
def test_spaces_inside_a_line(text: str, ems: float, shifts: tuple[tuple[int, float], ...]) -> None:
    matter = measured(text, HAND)
    (cut,) = broken(matter, Room(round(ems * 1000)))
    assert justified(matter, cut).shifts == shifts


@pytest.mark.parametrize(
    ("text", "missing", "shifts"),
    [
        pytest.param("一（二，三。四五六", 500, ((1, -500.0),), id="brackets first"),
        pytest.param("一（二，三。四五六", 750, ((1, -500.0), (4, -250.0)), id="then commas"),
        pytest.param("一”“二，三四", 500, ((2, -1000.0),), id="what adjacent brackets have left"),
        pytest.param("一，二。三4五六", 1500, None, id="full stops last"),
        pytest.param(
            "一，二a三四五六", 600, ((2, -500.0), (3, 200.0), (4, 200.0)), id="gaps third"
        ),
    ],
)
def test_what_gives_way_first(
    text: str, missing: int, shifts: tuple[tuple[int, float], ...] | None
) -> None:
    matter = measured(text, HAND)
    spacing = justified(matter, Cut(0, len(text), 0, -missing))
    if shifts is not None:
        assert spacing.shifts == shifts
    assert width_of(matter, Cut(0, len(text), 0, 0), spacing) == pytest.approx(
        matter.width - missing, abs=0.1
    )


def test_when_marks_have_given_all_characters_move_together() -> None:
    matter = measured("一二，三四", HAND)
    spacing = justified(matter, Cut(0, 5, 0, -700))
    assert (spacing.shifts, spacing.spread) == (((3, -500.0),), -50.0)


def test_words_do_not_run_together_when_characters_do() -> None:
    matter = measured("may send it", HAND)
    spacing = justified(matter, Cut(0, 11, 0, -900))
    kept = {slot: -room for slot, (_, room) in matter.yields.items()}
    assert spacing.spread < 0
    assert {slot: shift + spacing.spread for slot, shift in spacing.shifts} == kept
    assert width_of(matter, Cut(0, 11, 0, 0), spacing) == pytest.approx(matter.width - 900)


def test_spaces_open_before_characters_do() -> None:
    matter = measured("一ab 二三四五", HAND)
    spacing = justified(matter, Cut(0, 7, 0, 200))
    assert spacing.shifts == ((1, 250.0), (4, 200.0))
    assert spacing.spread == 0


def test_the_rest_is_shared_by_all_but_unbreakable_pairs() -> None:
    matter = measured("一二——三四五", HAND)
    spacing = justified(matter, Cut(0, 6, 0, 400))
    assert (spacing.spread, spacing.shifts) == (100.0, ((3, -100.0),))


def test_only_the_spaces_of_latin_text_open() -> None:
    matter = measured("the old ferry terminal", HAND)
    first, _ = broken(matter, Room(8000))
    assert justified(matter, first) == Spacing(0, ((4, 1000.0), (8, 1000.0)), 0.0)


@pytest.mark.parametrize(
    ("text", "white"),
    [
        pytest.param("the end[…]", [7], id="behind a word"),
        pytest.param("the end.[…]", [8], id="behind a stop"),
        pytest.param("the[…]end", [3, 6], id="on both sides"),
        pytest.param("the […] end", [], id="where there are spaces"),
        pytest.param("the termi-[…]", [], id="not inside a word"),
        pytest.param("[…]the end", [3], id="nor at the beginning"),
    ],
)
def test_the_sign_for_lost_print_stands_apart(text: str, white: list[int]) -> None:
    matter = measured(text, LATIN_HAND)
    assert justified(matter, Cut(0, len(text), 0, 0)).shifts == tuple((at, 250.0) for at in white)
    breaks = [at for at in white if matter.breaks[at]]
    assert breaks == [at for at in white if text.startswith("[…]", at - 3)]


def test_pairs_of_latin_letters_are_kerned() -> None:
    matter = measured("AVA BAV", LATIN_HAND)
    (cut,) = broken(matter, Room(9000))
    assert justified(matter, cut).shifts == ((1, -100.0), (6, -100.0))
    assert matter.width == 6 * 500 + 250 - 200


def test_a_ligature_is_as_wide_as_its_glyph() -> None:
    matter = measured("a find", LATIN_HAND)
    (cut,) = broken(matter, Room(9000))
    assert list(matter.ligatures_in(0, 6)) == [(2, 4)]
    assert justified(matter, cut).shifts == ((4, -60.0),)
    assert matter.width == 5 * 500 + 250 - 60


def test_a_ligature_at_the_end_of_a_line_is_as_wide_too() -> None:
    assert measured("a fi", LATIN_HAND).width == 3 * 500 + 250 - 60


def test_a_ligature_that_a_line_parts_is_drawn_letter_by_letter() -> None:
    matter = measured("of course aficio", LATIN_HAND, frozenset({12}))
    first, second = Cut(0, 12, 0, 0), Cut(12, 16, 0, 0)
    assert matter.span(0, 12) == 10 * 500 + 2 * 250 + 500
    assert matter.span(12, 16) == 4 * 500
    assert list(matter.ligatures_in(0, 12)) == list(matter.ligatures_in(12, 16)) == []
    assert natural(matter, first).shifts == natural(matter, second).shifts == ()


def test_latin_words_in_chinese_text_are_kerned_too() -> None:
    matter = measured("一AV二", HAND)
    (cut,) = broken(matter, Room(9000))
    assert justified(matter, cut).shifts == ((1, 250.0), (2, -100.0), (3, 250.0))


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("It’s “so” … it is", 7500, id="in Latin text"),
        pytest.param("见O’Neill与It’s", 8250, id="in Latin words of Chinese text"),
        pytest.param("见“so”…", 5000, id="but not around them"),
    ],
)
def test_marks_that_latin_shares_with_chinese_are_narrow(text: str, width: int) -> None:
    hand = HAND if text.startswith("见") else LATIN_HAND
    assert measured(text, hand).places[-1] == width


def test_traditional_commas_and_stops_are_centred_and_keep_their_em() -> None:
    matter = measured("一，「二」。三。", TRADITIONAL_HAND)
    (cut,) = broken(matter, Room(9000))
    assert justified(matter, cut).shifts == ((2, -500.0), (5, -500.0))
    assert matter.width == 7000
    assert matter.tails == {4: 500}


def test_an_opening_mark_is_half_behind_the_indent_too() -> None:
    matter = measured("“一二三四五六七八", HAND)
    first, second = broken(matter, Room(5500, 2000))
    assert (first.end, first.slack, justified(matter, first).offset) == (4, 0, -500)
    assert second.indent == 0


class _NarrowDash(FixedRuler):
    def advances(self, face: Face, language: str) -> dict[str, int]:
        return {"一": 1000, "二": 1000, "—": 890}


def test_a_narrow_dash_is_joined_and_padded_to_two_ems() -> None:
    matter = measured("一——二", HAND._replace(ruler=_NarrowDash()))
    (cut,) = broken(matter, Room(9000))
    assert justified(matter, cut).shifts == ((1, 155.0), (2, -90.0), (3, 155.0))
    assert matter.width == 4000


@given(TEXTS, st.integers(3, 20), st.sampled_from([0, 1000, 2000]))
def test_no_character_is_lost(text: str, ems: int, indent: int) -> None:
    assert "".join(lines_of(text, ems, indent)) == text


@given(TEXTS, st.integers(6, 20))
def test_every_line_but_the_last_fills_its_measure(text: str, ems: int) -> None:
    matter = measured(text, HAND)
    for cut in broken(matter, Room(ems * 1000)):
        spacing = justified(matter, cut)
        width = width_of(matter, cut, spacing)
        if cut.end == len(text):
            assert width <= ems * 1000 + 1
        elif not matter.latin and len(text[cut.start : cut.end].rstrip()) > 2:
            assert width == pytest.approx(ems * 1000, abs=1)


@given(st.text("一二三四五六，。；：“”（）—", min_size=1, max_size=60), st.integers(8, 20))
def test_a_line_ends_where_it_may(text: str, ems: int) -> None:
    matter = measured(text, HAND)
    for cut in broken(matter, Room(ems * 1000)):
        if any(matter.breaks[cut.start + 1 : cut.end + 1]):
            assert matter.breaks[cut.end]


@given(st.text("一二三四五六，。；：“”（）—…%", min_size=3, max_size=60))
def test_breaks_keep_the_forbidden_starts_and_ends(text: str) -> None:
    matter = measured(text, HAND)
    for index, (left, right) in enumerate(pairwise(text), start=1):
        if left in NO_END or right in NO_START:
            assert not matter.breaks[index]
