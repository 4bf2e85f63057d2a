"""One font file, opened: which characters it has, how wide they are, a copy with only some of them.

All dealings with HarfBuzz are here. Widths are thousandths of an em, whatever the file counts in.
"""

import re
import struct
from collections.abc import Collection
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from fonts.catalogue import STEM_TO_WEIGHT, FontFile

_UNUSED = (
    *("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "OS/2", "STAT", "VORG", "cmap", "gasp", "meta"),
    *("name", "post", "vhea", "vmtx", "HVAR", "MVAR", "VVAR", "avar", "cvar", "fvar", "gvar"),
)
_UNUSED_TAGS = [int.from_bytes(tag.encode(), "big") for tag in _UNUSED]
_PROPORTIONAL = int.from_bytes(b"pwid", "big")  # the forms of Latin text (see `fonts.build`)
_OFTEN = 4  # times a font is cut in one process before it is prepared for more
_FAMILY, _POSTSCRIPT_NAME = 1, 6  # numbers of names in a font (OpenType, name)
_NOT_TO_BE_EMBEDDED = 0x0002  # the licence bit of OpenType's OS/2 table, fsType
_SERIF_NAMES = re.compile("serif|song|ming|mincho|roman|times|宋|明", re.IGNORECASE)
_SUBSETTING = (
    hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
)
_FOR_CFF = hb.SubsetFlags.CFF_IDENTITY_CHARSET | hb.SubsetFlags.DESUBROUTINIZE


class Placed(NamedTuple):
    """A glyph as HarfBuzz sets it: its first character's index, its glyph, its advance."""

    start: int
    glyph: int
    advance: int


class Subset(NamedTuple):
    """A font cut down to some glyphs: its bytes, and the new number of each old glyph."""

    data: bytes
    numbers: dict[int, int]


class Fount:
    """A font file, open for questions."""

    def __init__(self, file: FontFile) -> None:
        self.file = file
        self._face = hb.Face(hb.Blob.from_file_path(str(file.path)), file.number)
        self._prepared, self._cuts = self._face, 0
        self._font = hb.Font(self._face)
        self._advances: dict[int, int] = {}
        self._scale = 1000 / self._face.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent = round(extents.ascender * self._scale)
        self.descent = round(extents.descender * self._scale)

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The rectangle that any glyph fits into: left, lowest, right, highest."""
        corners = struct.unpack_from(">4h", self._face.reference_table("head").data, 36)
        left, low, right, high = (round(corner * self._scale) for corner in corners)
        return left, low, right, high

    @cached_property
    def cap_height(self) -> int:
        """How tall a capital letter is."""
        glyph = self.glyph("H") or 0
        height: int = round(self._font.get_glyph_extents(glyph).y_bearing * self._scale)
        return height

    @cached_property
    def compact(self) -> bool:
        """Whether its outlines are those of the Compact Font Format."""
        return len(self._face.reference_table("CFF ")) > 0

    def glyph(self, character: str) -> int | None:
        """The glyph of a character; None where the font lacks it."""
        number: int | None = self._font.get_nominal_glyph(ord(character))
        return number or None

    def advance(self, glyph: int) -> int:
        """How wide a glyph is."""
        width = self._advances.get(glyph)
        if width is None:
            width = round(self._font.get_glyph_h_advance(glyph) * self._scale)
            self._advances[glyph] = width
        return width

    def edges(self, glyph: int) -> tuple[int, int]:
        """Where a glyph's ink begins and ends, counted from where its advance begins."""
        box = self._font.get_glyph_extents(glyph)
        left = box.x_bearing * self._scale
        return round(left), round(left + box.width * self._scale)

    def rise(self, glyph: int) -> tuple[int, int]:
        """How far above the baseline a glyph's ink begins and ends."""
        box = self._font.get_glyph_extents(glyph)
        top = box.y_bearing * self._scale
        return round(top + box.height * self._scale), round(top)

    def shaped(self, text: str, language: str, **features: bool) -> list[Placed]:
        """The glyphs of a text, left to right, as the font's own rules for a language set them."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        buffer.flags |= hb.BufferFlags.PRESERVE_DEFAULT_IGNORABLES
        if language:
            buffer.language = language
        hb.shape(self._font, buffer, features)
        positions = buffer.glyph_positions or ()  # None for an empty text
        rows = zip(buffer.glyph_infos, positions, strict=True)
        return [Placed(i.cluster, i.codepoint, round(p.x_advance * self._scale)) for i, p in rows]

    def _source(self) -> hb.Face:
        """The face to cut from: one prepared for it, if that is worth while.

        Preparing takes 20 ms and saves 1 ms each time, so it is for those who print many editions.
        """
        self._cuts += 1
        if self._cuts == _OFTEN:
            self._prepared = hb.subset_preprocess(self._face)
        return self._prepared

    def subset(self, glyphs: Collection[int]) -> Subset:
        """The font with these glyphs only, without the tables that a PDF has no use for."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = _SUBSETTING | _FOR_CFF if self.compact else _SUBSETTING
        wanted.drop_table_tag_set.update(_UNUSED_TAGS)
        plan = hb.SubsetPlan(self._source(), wanted)
        numbers = dict(plan.old_to_new_glyph_mapping)
        return Subset(bytes(plan.execute().blob.data), numbers)

    def excerpt(self, characters: Collection[str]) -> bytes:
        """A font file of its own with these characters, as far as the font has them, for a book."""
        wanted = hb.SubsetInput()
        wanted.unicode_set.update(map(ord, characters))
        wanted.layout_feature_tag_set.add(_PROPORTIONAL)
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        return bytes(hb.SubsetPlan(self._face, wanted).execute().blob.data)


@cache
def fount(file: FontFile) -> Fount:
    """The font file, opened once in a process."""
    return Fount(file)


@cache
def fonts_in(path: Path) -> tuple[FontFile, ...]:
    """The fonts in a file that may be embedded and have outlines; none if it cannot be read.

    A file is looked at once in a process.
    """
    try:
        blob = hb.Blob.from_file_path(str(path))
    except hb.HarfBuzzError:
        return ()
    faces = [hb.Face(blob, number) for number in range(hb.Face(blob, 0).count)]
    return tuple(_described(path, n, f) for n, f in enumerate(faces) if _can_be_embedded(f))


def _can_be_embedded(face: hb.Face) -> bool:
    licence = face.reference_table("OS/2").data[8:10]
    outlines = {"glyf", "CFF "} & set(face.table_tags)
    return bool(outlines) and not int.from_bytes(licence, "big") & _NOT_TO_BE_EMBEDDED


def _described(path: Path, number: int, face: hb.Face) -> FontFile:
    weight = int.from_bytes(face.reference_table("OS/2").data[4:6], "big")
    name = re.sub(r"[^A-Za-z0-9-]", "", face.get_name(_POSTSCRIPT_NAME) or "") or "Unnamed"
    serif = bool(_SERIF_NAMES.search(f"{name} {face.get_name(_FAMILY) or ''}"))
    return FontFile(path, name, number, serif, round(weight * STEM_TO_WEIGHT))
