"""A small font has what was asked for, a code for each text, and the same bytes each time."""

import io

from fontTools.ttLib import TTFont

from fonts.catalogue import BUNDLED
from fonts.fount import Fount, fount
from fonts.metrics import Ruler
from fonts.subset import SmallFont, cut_down
from layout.sheet import Face


def _small(text: str, face: Face = Face.SONG) -> SmallFont:
    sorts = Ruler().sorts(face)
    return cut_down(fount(BUNDLED[face]), {(sorts[c].glyph, c) for c in text})


def test_codes_are_glyph_numbers() -> None:
    small = _small("强市兴市")
    font = TTFont(io.BytesIO(small.data))
    assert small.direct
    assert [letter.text for letter in small.letters.values()] == sorted(
        "强市兴", key=lambda c: small.codes[Ruler().sorts(Face.SONG)[c].glyph, c]
    )
    assert font["maxp"].numGlyphs == 4
    assert all(code == letter.glyph for code, letter in small.letters.items())


def test_characters_that_share_a_glyph_keep_codes_of_their_own() -> None:
    small = _small("〓\x07\ue123")
    assert not small.direct
    assert {letter.text for letter in small.letters.values()} == {"〓", "\x07", "\ue123"}
    assert len({letter.glyph for letter in small.letters.values()}) == 1


def test_widths_are_those_of_the_fount() -> None:
    small = _small("A中")
    assert {x.text: x.advance for x in small.letters.values()} == {"A": 718, "中": 1000}


def test_is_cut_the_same_way_each_time() -> None:
    assert _small("许昌").data == _small("昌许").data


def test_is_cut_the_same_way_however_often() -> None:
    first = _small("春水骨", Face.HEI).data
    assert all(_small("春水骨", Face.HEI).data == first for _ in range(6))


def test_a_fount_is_opened_once() -> None:
    assert isinstance(fount(BUNDLED[Face.HEI]), Fount)
    assert fount(BUNDLED[Face.HEI]) is fount(BUNDLED[Face.HEI])
