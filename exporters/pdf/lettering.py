"""The fonts a document needs, and how to show each of its characters with them.

A font is written as a Type0 font with two-byte codes (ISO 32000-1, 9.7): one for each font file,
cut down to the characters used. Text is turned into codes by `str.translate`; the few characters
that need care (from another font, set narrower than their glyph) are translated to `UNUSUAL`.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from exporters.pdf.file import File
from exporters.pdf.syntax import numbers, utf16
from fonts.catalogue import BUNDLED
from fonts.fount import Fount, fount
from fonts.metrics import Ruler, Sort
from fonts.subset import SmallFont, cut_down
from layout.sheet import Face

Hand = tuple[Face, str]
"""A face and the language that is set in it."""

UNUSUAL = "?"
FONT_LEVEL = 1  # of deflating: 6 takes twice as long and saves 6 %
_SYMBOLIC, _SERIF = 4, 2
_MOST_MAPPINGS = 100  # in one block of a ToUnicode map
_FIRST_PLAIN, _LAST_PLAIN = "\u00a0", "\ud7ff"  # nothing private, nothing that PDF cannot carry
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


@dataclass(frozen=True, slots=True)
class Type:
    """A font of the document: its name in the pages' resources, and what it holds."""

    name: str
    font: SmallFont

    def code(self, text: str, sort: Sort) -> str:
        """The code of a character, as the hexadecimal digits that show it."""
        return f"{self.font.codes[sort.glyph, text]:04X}"

    def excess(self, text: str, sort: Sort) -> int:
        """By how much the glyph is wider than the character is set, in thousandths of an em."""
        return self.font.letters[self.font.codes[sort.glyph, text]].advance - sort.advance


@dataclass(frozen=True, slots=True)
class Lettering:
    """How to show the type of one hand: codes of characters for `str.translate`, and of ligatures.

    Sorts and their types are for what needs care.
    """

    name: str
    codes: Mapping[int, str]
    joined: Mapping[str, str]
    sorts: Mapping[str, Sort]
    types: Mapping[Fount, Type]

    def code(self, unit: str) -> str:
        """The code of a character or a ligature."""
        return self.joined[unit] if len(unit) > 1 else self.codes[ord(unit)]


def letter(used: Mapping[Hand, Iterable[str]], ruler: Ruler) -> dict[Hand, Lettering]:
    """Letterings for all hands, with as few fonts as hold the characters and ligatures used."""
    sorts = {hand: ruler.sorts(*hand) for hand in used}
    wanted: defaultdict[Fount, set[tuple[int, str]]] = defaultdict(set)
    for hand, characters in used.items():
        wanted[fount(BUNDLED[hand[0]])] |= set()
        for character in characters:
            sort = sorts[hand][character]
            wanted[sort.fount].add((sort.glyph, character))
    founts = sorted(wanted, key=lambda fount: (fount.file.name, str(fount.file.path)))
    types = {
        fount: Type(f"F{index}", cut_down(fount, wanted[fount]))
        for index, fount in enumerate(founts, start=1)
    }
    return {hand: _lettering(hand, used[hand], sorts[hand], types) for hand in used}


def _lettering(
    hand: Hand, units: Iterable[str], sorts: Mapping[str, Sort], types: Mapping[Fount, Type]
) -> Lettering:
    type_ = types[fount(BUNDLED[hand[0]])]
    own, letters = type_.font.fount, type_.font.letters
    codes: dict[int, str] = {}
    joined: dict[str, str] = {}
    for unit in units:
        sort = sorts[unit]
        if len(unit) > 1:
            joined[unit] = type_.code(unit, sort)
            continue
        codes[ord(unit)] = UNUSUAL
        if sort.fount is own and (unit <= _LAST_PLAIN or not is_private(unit)):
            code = type_.font.codes[sort.glyph, unit]
            if letters[code].advance == sort.advance:
                codes[ord(unit)] = f"{code:04X}"
    return Lettering(type_.name, codes, joined, sorts, types)


def is_private(character: str) -> bool:
    """Whether a character's meaning is private; viewers need to be told (ISO 19005-2, 6.2.11.7)."""
    return character >= "\ue000" and (character <= "\uf8ff" or character >= "\U000f0000")


def write_fonts(file: File, letterings: Iterable[Lettering]) -> str:
    """Write every font of the document; the dictionary that names them for the pages."""
    types = {type_.name: type_ for each in letterings for type_ in each.types.values()}
    entries = [f"/{name} {_write(file, types[name].font)} 0 R" for name in sorted(types)]
    return f"<<{''.join(entries)}>>"


def _write(file: File, font: SmallFont) -> int:
    name = f"{_tag(font)}+{font.fount.file.name}"
    descendant = file.add(_descendant(file, font, name))
    suffix = "-Identity-H" if font.fount.compact else ""
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}{suffix}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {file.add_stream(_to_unicode(font))} 0 R>>"
    )


def _tag(font: SmallFont) -> str:
    """Six letters that tell this subset from any other (ISO 32000-1, 9.6.4)."""
    digest = hashlib.sha256(font.data).digest()
    return "".join([chr(ord("A") + byte % 26) for byte in digest[:6]])


def _descendant(file: File, font: SmallFont, name: str) -> str:
    kind = "CIDFontType0" if font.fount.compact else "CIDFontType2"
    return (
        f"<</Type/Font/Subtype/{kind}/BaseFont/{name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {file.add(_descriptor(file, font, name))} 0 R"
        f"/DW 1000/W[{''.join(_widths(font))}]{_glyph_numbers(file, font)}>>"
    )


def _descriptor(file: File, font: SmallFont, name: str) -> str:
    fount, looks = font.fount, font.fount.file
    if fount.compact:
        stream = file.add_stream_beside(font.data, "/Subtype/OpenType", FONT_LEVEL)
        embedded = f"/FontFile3 {stream} 0 R"
    else:
        stream = file.add_stream_beside(font.data, f"/Length1 {len(font.data)}", FONT_LEVEL)
        embedded = f"/FontFile2 {stream} 0 R"
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC | _SERIF * looks.serif}"
        f"/FontBBox[{numbers(fount.box)}]/ItalicAngle 0/Ascent {fount.ascent}"
        f"/Descent {fount.descent}/CapHeight {fount.cap_height}/StemV {looks.stem}{embedded}>>"
    )


def _widths(font: SmallFont) -> Iterator[str]:
    blank = font.fount.advance(0)
    letters = ((code, letter.advance) for code, letter in font.letters.items())
    for code, advance in ((0, blank), *letters):
        if advance != 1000:
            yield f"{code}[{advance}]"


def _glyph_numbers(file: File, font: SmallFont) -> str:
    """Which glyph each code shows, where that is not the glyph of the same number."""
    if font.fount.compact:
        return ""
    if font.direct:
        return "/CIDToGIDMap/Identity"
    glyphs = bytearray(2 * (max(font.letters) + 1))
    for code, letter in font.letters.items():
        glyphs[2 * code : 2 * code + 2] = letter.glyph.to_bytes(2, "big")
    return f"/CIDToGIDMap {file.add_stream(bytes(glyphs))} 0 R"


def _to_unicode(font: SmallFont) -> bytes:
    texts = ((code, letter.text) for code, letter in font.letters.items())
    rows = [
        f"<{code:04X}> <{ord(text):04X}>"
        if len(text) == 1 and _FIRST_PLAIN <= text <= _LAST_PLAIN
        else f"<{code:04X}> <{utf16(text)}>"
        for code, text in texts
    ]
    blocks = (rows[at : at + _MOST_MAPPINGS] for at in range(0, len(rows), _MOST_MAPPINGS))
    text = "\n".join(
        [f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks]
    )
    return _TO_UNICODE.format(text).encode("ascii")
