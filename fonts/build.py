"""Cut the four bundled faces from Debian's fonts: `python -m fonts.build`, once, on Debian.

Needs the packages fonts-noto-cjk, fonts-noto-cjk-extra, fonts-lxgw-wenkai and unicode-data, and
fontTools. A face keeps the characters of GB/T 2312, of Big5 level 1, of the Table of General
Standard Chinese Characters (2013), and the Latin letters, marks and symbols that stand in
newspapers. CFF outlines become TrueType ones, because those are cut down again in a millisecond.

Marks that Chinese and Latin text share (— · “ ” ‘ ’) are drawn for Chinese: 1 em wide, the dash
without side bearings so that —— is one stroke, the dot in the middle, a quotation mark in its half
of the em. The feature `pwid` gives Latin text its own forms, `locl` gives Traditional Chinese the
forms that Taiwan writes: a Kai that has none is given its marks in the middle of the em.
"""

import bz2
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.misc.transform import Transform
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FILES = Path(__file__).with_name("files")
DEBIAN = Path("/usr/share/fonts")
GENERAL_TABLE = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
SIMPLIFIED = 2  # the place of the SC face in the collections of Noto CJK
EM = 1000
MADE = 3_755_289_600  # 2023-01-01 in seconds since 1904: a fixed date, so that the bytes are too
CURVE_ERROR = 1.0  # how far a quadratic curve may stray from the cubic one, in 1/1000 em
BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x0370, 0x045F),  # Greek and Cyrillic
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese
    (0x2010, 0x205E),  # general punctuation
    (0x2070, 0x22FF),  # superscripts, currency, letter-like signs, numbers, arrows, mathematics
    (0x2312, 0x2312),
    (0x2460, 0x266F),  # numbers in circles, box drawing, shapes, signs
    (0x2713, 0x2717),
    (0x2776, 0x2793),  # numbers in black circles
    (0x2E3A, 0x2E3B),  # long dashes
    (0x3000, 0x312F),  # CJK punctuation, kana, bopomofo
    (0x3220, 0x3243),  # characters in brackets
    (0x3280, 0x32B0),  # characters in circles
    (0x3371, 0x33DF),  # units
    (0xFB00, 0xFB04),  # Latin ligatures
    (0xFF01, 0xFF60),  # full-width forms
    (0xFFE0, 0xFFE6),
)
WHOLE_UNICODE = 12  # the format of a character map that reaches beyond the BMP
WINDOWS_ENGLISH = (3, 1, 0x409)
MIDDLE = 380  # the height at which a Han character has its middle
SYSTEMS = [f"{script}.{language}" for script in ("latn", "hani") for language in ("dflt", "ZHT")]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a bundled face is made from, and the names it bears."""

    source: str
    family: str
    style: str

    @property
    def name(self) -> str:
        """The PostScript name, which is the file's name too."""
        return f"{self.family}-{self.style}".replace(" ", "")


@dataclass(frozen=True, slots=True)
class Form:
    """How a mark comes to fill an em: drawn like another one, or moved to a left or right edge.

    With both edges given it is stretched from one to the other, at the middle of a Han character.
    With a `rise` it is moved up by that, to the middle of the em.
    """

    like: str = ""
    left: int | None = None
    right: int | None = None
    rise: int | None = None

    def move(self, outline: Any) -> Transform:
        """What brings the outline to its place."""
        if self.left is not None and self.right is not None:
            wider = (self.right - self.left) / (outline.xMax - outline.xMin)
            rise = MIDDLE - (outline.yMax + outline.yMin) / 2
            return Transform(wider, 0, 0, 1, self.left - outline.xMin * wider, rise)
        if self.rise is not None:
            return Transform(dx=(EM - outline.xMin - outline.xMax) / 2, dy=self.rise)
        if self.left is not None:
            return Transform(dx=self.left - outline.xMin)
        return Transform(dx=0 if self.right is None else self.right - outline.xMax)


CHINESE_FORMS = {"—": Form(left=0, right=EM), "·": Form(like="・")}
CENTRED = {"，、。．": 330, "：；": 120, "！？": 0}  # as high as in the Song and the Hei
CHINESE_QUOTES = {
    "‘": Form(right=915),
    "“": Form(right=924),
    "’": Form(left=85),
    "”": Form(left=76),
}
CENTRED_FORMS = {mark: Form(rise=rise) for marks, rise in CENTRED.items() for mark in marks}
RECIPES = (
    Recipe("opentype/noto/NotoSerifCJK-Regular.ttc", "Stonehand Song", "Regular"),
    Recipe("opentype/noto/NotoSerifCJK-Black.ttc", "Stonehand Song", "Black"),
    Recipe("opentype/noto/NotoSansCJK-Bold.ttc", "Stonehand Hei", "Bold"),
    Recipe("truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", "Stonehand Kai", "Regular"),
)


def main() -> None:
    """Write every face into fonts/files/."""
    wanted = characters()
    for recipe in RECIPES:
        font = cut(DEBIAN / recipe.source, wanted)
        if "CFF " in font:
            draw_quadratic(font)
        fit_marks(font)
        rename(font, recipe)
        font.save(FILES / f"{recipe.name}.ttf", reorderTables=True)


def characters() -> frozenset[int]:
    """The code points that a bundled face should have."""
    blocks = (code for first, last in BLOCKS for code in range(first, last + 1))
    gb2312 = _decoded("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    return frozenset((*blocks, *gb2312, *_traditional(), *_general_table()))


def _traditional() -> Iterator[int]:
    return _decoded("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF)))


def _decoded(charset: str, leads: Iterable[int], trails: Iterable[int]) -> Iterator[int]:
    trails = tuple(trails)
    for pair in (bytes((lead, trail)) for lead in leads for trail in trails):
        yield from map(ord, pair.decode(charset, errors="ignore"))


def _general_table() -> Iterator[int]:
    lines = bz2.decompress(GENERAL_TABLE.read_bytes()).decode()
    for match in re.finditer(r"^U\+([0-9A-F]+)\tkTGH\t", lines, re.MULTILINE):
        yield int(match[1], 16)


def cut(source: Path, wanted: frozenset[int]) -> TTFont:
    """The font with the wanted characters only, unhinted, and with features that Latin needs."""
    options = subset.Options(
        font_number=SIMPLIFIED,
        hinting=False,
        desubroutinize=True,
        notdef_outline=True,
        glyph_names=False,
        layout_features=["liga", "kern", "locl", "pwid"],
        layout_scripts=SYSTEMS,
        name_IDs=[0, 13, 14],
        recalc_timestamp=False,
    )
    options.drop_tables += ["BASE", "VORG", "vhea", "vmtx", "gasp"]
    font = subset.load_font(str(source), options)
    _keep_local_forms(font, {*_traditional(), *range(0x3000, 0x3030), *range(0xFF01, 0xFF60)})
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    return font


def _keep_local_forms(font: TTFont, wanted: set[int]) -> None:
    """Forget the local forms of characters that Traditional Chinese text seldom uses."""
    glyphs = {font.getBestCmap().get(code) for code in wanted}
    for lookup in _lookups(font, "locl"):
        for table in lookup.SubTable:
            forms = getattr(table, "ExtSubTable", table)
            forms.mapping = {old: new for old, new in forms.mapping.items() if old in glyphs}


def draw_quadratic(font: TTFont) -> None:
    """Give the font TrueType outlines in place of its CFF ones."""
    outlines, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, CURVE_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, glyphs
    _set_bearings(font)
    _set_limits(font)
    del font["CFF "]
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


def _set_bearings(font: TTFont) -> None:
    for name, glyph in font["glyf"].glyphs.items():
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = font["hmtx"][name][0], getattr(glyph, "xMin", 0)


def _set_limits(font: TTFont) -> None:
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    limits.maxZones = 1
    for field in (
        *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
        *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements", "maxPoints"),
        *("maxContours", "maxCompositePoints", "maxCompositeContours", "maxComponentDepth"),
    ):
        setattr(limits, field, 0)


def fit_marks(font: TTFont) -> None:
    """Draw shared marks one em wide; their narrow forms stay in the font, under `pwid`.

    A font that has them all narrow was drawn for the mainland only.
    """
    narrow = font["hmtx"][font.getBestCmap()[ord("“")]][0] < EM
    latin = {}
    for mark, form in (CHINESE_FORMS | CHINESE_QUOTES if narrow else CHINESE_FORMS).items():
        old = font.getBestCmap()[ord(mark)]
        latin[new := _redrawn(font, mark, form, "han")] = old
        for table in font["cmap"].tables:
            table.cmap[ord(mark)] = new
    _forget_ligature(font, latin)
    if narrow:
        _write_forms(font, latin)
    else:
        _lookups(font, "pwid")[0].SubTable[0].mapping.update(latin)


def _redrawn(font: TTFont, mark: str, form: Form, suffix: str) -> str:
    """The name of a new glyph for a mark."""
    glyphs = font.getBestCmap()
    drawn = glyphs[ord(form.like or mark)]
    name = f"{glyphs[ord(mark)]}.{suffix}"
    return _add_glyph(font, name, drawn, form.move(font["glyf"][drawn]))


def _forget_ligature(font: TTFont, latin: dict[str, str]) -> None:
    """Two dashes are one stroke already; the ligature would be narrower than 2 em."""
    for lookup in _lookups(font, "liga"):
        for table in lookup.SubTable:
            for old in latin.values():
                table.ligatures.pop(old, None)


def _add_glyph(font: TTFont, name: str, drawn: str, move: Transform) -> str:
    pen = TTGlyphPen(font.getGlyphSet())
    font.getGlyphSet()[drawn].draw(TransformPen(pen, move))
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = EM, glyph.xMin
    return name


def _write_forms(font: TTFont, latin: dict[str, str]) -> None:
    """Write the features of a font that has neither: Latin text's forms, and Taiwan's."""
    glyphs = font.getBestCmap()
    centred = {glyphs[ord(m)]: _redrawn(font, m, f, "centred") for m, f in CENTRED_FORMS.items()}
    systems = "".join(f"languagesystem {system.replace('.', ' ')};" for system in SYSTEMS)
    local = "".join(f"script {s}; language ZHT; {_rules(centred)}" for s in ("latn", "hani"))
    features = f"feature pwid {{{_rules(latin)}}} pwid; feature locl {{{local}}} locl;"
    addOpenTypeFeaturesFromString(font, systems + features)


def _rules(forms: dict[str, str]) -> str:
    return "".join(f"sub {old} by {new};" for old, new in forms.items())


def _lookups(font: TTFont, feature: str) -> list[Any]:
    table = font["GSUB"].table
    if table.FeatureList is None:
        return []
    records = (r for r in table.FeatureList.FeatureRecord if r.FeatureTag == feature)
    numbers = sorted({n for r in records for n in r.Feature.LookupListIndex})
    return [table.LookupList.Lookup[n] for n in numbers]


def rename(font: TTFont, recipe: Recipe) -> None:
    """Give the font names of its own, a fixed date and one character map."""
    full_name = f"{recipe.family} {recipe.style}"
    names = {1: full_name, 2: "Regular", 3: f"{recipe.name};1", 4: full_name, 6: recipe.name}
    for number, words in (names | {5: "Version 1.000"}).items():
        font["name"].setName(words, number, *WINDOWS_ENGLISH)
    font["head"].created = font["head"].modified = MADE
    font["cmap"].tables = [t for t in font["cmap"].tables if t.format == WHOLE_UNICODE][:1]


if __name__ == "__main__":
    main()
