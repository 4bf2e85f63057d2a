"""Makes small fonts for tests: square glyphs for a few characters, TrueType or CFF."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen


def save_font(
    path: Path,
    characters: str,
    weight: int = 400,
    cff: bool = False,
    licence: int = 0,
    em: int = 1000,
) -> Path:
    """A font file with a square for each character."""
    names = {ord(c): f"u{ord(c):04X}" for c in characters}
    order = [".notdef", *names.values()]
    builder = FontBuilder(em, isTTF=not cff)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    if cff:
        builder.setupCFF(path.stem, {}, {name: _charstring(em) for name in order}, {})
    else:
        builder.setupGlyf({name: _glyph(em) for name in order})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (em, em // 10)))
    builder.setupHorizontalHeader(ascent=em * 9 // 10, descent=-em // 10)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular", "psName": path.stem})
    builder.setupOS2(usWeightClass=weight, fsType=licence)
    builder.setupPost()
    builder.font.recalcTimestamp = False
    builder.save(path)
    return path


def _corners(em: int) -> list[tuple[int, int]]:
    low, high = em // 10, em * 8 // 10
    return [(low, 0), (low, high), (high, high), (high, 0)]


def _glyph(em: int) -> object:
    pen = TTGlyphPen(None)
    _draw(pen, em)
    return pen.glyph()


def _charstring(em: int) -> object:
    pen = T2CharStringPen(em, None)
    _draw(pen, em)
    return pen.getCharString()


def _draw(pen: TTGlyphPen | T2CharStringPen, em: int) -> None:
    first, *others = _corners(em)
    pen.moveTo(first)
    for corner in others:
        pen.lineTo(corner)
    pen.closePath()
