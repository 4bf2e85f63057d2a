"""The ruler measures every character there can be, in faces that keep their promises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fonts.catalogue import BUNDLED, SUBSTITUTE, FontFile
from fonts.fount import fount
from fonts.metrics import Ruler
from layout.sheet import Face

RULER = Ruler()
EVERY_FACE = pytest.mark.parametrize("face", Face)


@EVERY_FACE
def test_every_face_has_its_file(face: Face) -> None:
    assert BUNDLED[face].path.is_file()


@EVERY_FACE
@pytest.mark.parametrize("character", "中國镕喆—…·“”‘’，。：；！？（）《》【】、①●〓")
def test_chinese_is_one_em_wide(face: Face, character: str) -> None:
    assert RULER.advances(face)[character] == 1000


@EVERY_FACE
def test_two_dashes_are_one_stroke(face: Face) -> None:
    type_, glyph, *_ = RULER.sorts(face)["—"]
    left, right = type_.edges(glyph)
    assert (left, right) == (0, 1000)


@EVERY_FACE
@pytest.mark.parametrize(
    ("charset", "leads", "trails"),
    [
        pytest.param("gb2312", (0xB0, 0xF8), (0xA1, 0xFF), id="GB 2312"),
        pytest.param("big5", (0xA4, 0xC7), (0x40, 0x7F), id="Big5 level 1, low half"),
        pytest.param("big5", (0xA4, 0xC7), (0xA1, 0xFF), id="Big5 level 1, high half"),
    ],
)
def test_has_the_characters_of(
    face: Face, charset: str, leads: tuple[int, int], trails: tuple[int, int]
) -> None:
    pairs = (bytes((lead, trail)) for lead in range(*leads) for trail in range(*trails))
    characters = "".join(pair.decode(charset, errors="ignore") for pair in pairs)
    assert "".join(RULER.missing(face, characters)) == ""


@EVERY_FACE
@pytest.mark.parametrize(
    "character",
    [
        pytest.param("𡦂", id="a rare character"),
        pytest.param("\x07", id="a control character"),
        pytest.param("\ud800", id="half a surrogate pair"),
        pytest.param("\ue123", id="private use"),
    ],
)
def test_what_no_font_has_is_set_as_a_geta_mark(face: Face, character: str) -> None:
    sort = RULER.sorts(face)[character]
    assert sort.substitute
    assert sort.glyph == RULER.sorts(face)[SUBSTITUTE].glyph
    assert list(RULER.missing(face, f"中{character}")) == [character]


@pytest.mark.parametrize(
    ("character", "width"),
    [
        pytest.param("\u200b", 0, id="zero width space"),
        pytest.param("\u2060", 0, id="word joiner"),
        pytest.param("\ufe00", 0, id="variation selector"),
        pytest.param("\u2003", 1000, id="em space"),
        pytest.param("\u3000", 1000, id="ideographic space"),
    ],
)
def test_what_has_no_picture_is_no_substitute(character: str, width: int) -> None:
    sort = RULER.sorts(Face.SONG)[character]
    assert (sort.advance, sort.substitute) == (width, False)


def test_taiwan_has_its_own_forms_at_the_same_width() -> None:
    here, there = RULER.sorts(Face.SONG), RULER.sorts(Face.SONG, "zh-Hant")
    for character in "，。骨":
        assert here[character].glyph != there[character].glyph
        assert here[character].advance == there[character].advance


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("mark", "，、。．：；！？")
def test_taiwan_sets_marks_in_the_middle_of_the_em(face: Face, mark: str) -> None:
    sort = RULER.sorts(face, "zh-Hant")[mark]
    left, right = sort.fount.edges(sort.glyph)
    low, high = sort.fount.rise(sort.glyph)
    assert 460 <= (left + right) / 2 <= 540
    assert 270 <= (low + high) / 2 <= 430


def test_a_font_of_the_user_helps_out() -> None:
    song = BUNDLED[Face.SONG]
    helper = Ruler((FontFile(song.path, "Helper"),))
    assert helper.sorts(Face.KAI)["中"].fount.file == BUNDLED[Face.KAI]
    assert helper.sorts(Face.KAI)["ⅷ"] == RULER.sorts(Face.KAI)["ⅷ"]


@pytest.mark.parametrize(
    ("face", "text", "kerned", "joined"),
    [
        pytest.param(Face.SONG, "AV", {1}, [], id="a kern"),
        pytest.param(Face.SONG, "AV, To", {1, 2, 5}, [], id="kerns before a mark and in a word"),
        pytest.param(Face.SONG, "office", set(), [(1, 4)], id="a ligature of three letters"),
        pytest.param(Face.HEI, "a fluffy fjord", {10, 13}, [(2, 4), (5, 7)], id="two of two"),
        pytest.param(Face.KAI, "AV office", set(), [], id="a face with neither"),
        pytest.param(Face.SONG, "x\u0302fi\u200b\u2003\t𠮷\ue000", set(), [(2, 4)], id="odd ones"),
    ],
)
def test_sets_latin_text(
    face: Face, text: str, kerned: set[int], joined: list[tuple[int, int]]
) -> None:
    shaping = RULER.shaping(face, text, "en")
    assert {index for index, _ in shaping.kerns} == kerned
    assert [(start, end) for start, end, _ in shaping.ligatures] == joined


@given(st.text("AVTofil ,.’“”…—é", max_size=30), st.sampled_from(Face))
def test_measures_latin_text_as_harfbuzz_sets_it(text: str, face: Face) -> None:
    shaping, advances = RULER.shaping(face, text, "en"), RULER.advances(face, "en")
    moved = [by for _, by in shaping.kerns] + [by for *_, by in shaping.ligatures]
    placed = fount(BUNDLED[face]).shaped(text, "en", pwid=True)
    assert sum(advances[c] for c in text) + sum(moved) == sum(glyph.advance for glyph in placed)


def test_a_ligature_has_a_sort() -> None:
    sort = RULER.sorts(Face.SONG, "en")["ffi"]
    plain = sum(RULER.advances(Face.SONG, "en")[character] for character in "ffi")
    ((_, _, wider),) = RULER.shaping(Face.SONG, "ffi", "en").ligatures
    assert sort.advance == plain + wider
    assert sort.glyph not in {RULER.sorts(Face.SONG)[character].glyph for character in "fi"}


@pytest.mark.parametrize("mark", "“”‘’…—·")
def test_marks_shared_with_chinese_are_narrower_in_latin_text(mark: str) -> None:
    assert (
        RULER.advances(Face.SONG, "en")[mark] < RULER.advances(Face.SONG, "zh-Hans")[mark] == 1000
    )


@given(st.text(st.characters()))
def test_no_text_is_beyond_it(text: str) -> None:
    for face in Face:
        assert all(0 <= RULER.advances(face)[character] <= 3000 for character in text)
