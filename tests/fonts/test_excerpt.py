"""A font for a book finds its characters by itself, and has no others."""

import io

from fontTools.ttLib import TTFont

from fonts.catalogue import BUNDLED
from fonts.fount import fount
from layout.sheet import Face


def test_an_excerpt_has_the_characters_asked_for() -> None:
    data = fount(BUNDLED[Face.HEI]).excerpt({"强", "市", "a"})
    assert {chr(code) for code in TTFont(io.BytesIO(data)).getBestCmap()} == {"强", "市", "a"}


def test_an_excerpt_is_always_the_same() -> None:
    kai = fount(BUNDLED[Face.KAI])
    assert kai.excerpt({"甲", "乙"}) == kai.excerpt({"乙", "甲"})


def test_what_the_font_lacks_is_passed_over() -> None:
    data = fount(BUNDLED[Face.KAI]).excerpt({"甲", "\U000f0000"})
    assert {chr(code) for code in TTFont(io.BytesIO(data)).getBestCmap()} == {"甲"}


def test_an_excerpt_keeps_the_forms_of_latin_text() -> None:
    font = TTFont(io.BytesIO(fount(BUNDLED[Face.SONG]).excerpt({"“", "…", "a"})))
    assert {r.FeatureTag for r in font["GSUB"].table.FeatureList.FeatureRecord} >= {"pwid"}
