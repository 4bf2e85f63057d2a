"""Make `shapes-Hans.txt` and `shapes-Hant.txt`, which characters look alike.

Run with the paths of UNIHAN and FONTS; UNIHAN is `Unihan_DictionaryLikeData.txt` of Unicode 15.

Every character is drawn 32 pixels high in each font and blurred by one pixel, as type is by print
and scan. The difference of two is how much of their ink, in seven shades, does not lie on the
other's: from 0 for the same to 1. The fonts were Stonehand's own Song, Hei and Kai. Characters are
those of GB/T 2312 for simplified text, of Big5 level 1 for traditional. Kin share more parts than
ink, as 甚 and 其 do: only such are named as are common, for any may be read for those, and the
nearest; they are measured in Song and Hei, for Kai joins its strokes. Takes twenty minutes.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from layout.passes.look_alikes.lexicon import lexicon, simple_forms, simplified
from layout.passes.look_alikes.making.parts import Codes, codes, kinship

DATA = Path(__file__).parents[1] / "data"
EM, MARGIN, BLUR = 32, 6, 1.0
SHADES = (24, 64, 104, 144, 184, 224)
HARDLY, A_LITTLE, NEAREST = 0.12, 0.165, 0.2  # the last for the two that are nearest only
RELATED, WORTH, KIN = 0.3, 0.18, 0.17  # the last for a difference less what kinship is worth
SLIGHT, PLAIN = 0.6, 2  # characters differ whose ink does; how many of the fonts kin are drawn in
COMMON, MANY_PAIRS = -12.5, 30
MOST = 6
Neighbours = Sequence[tuple[float, str]]


def main() -> None:
    """Write the two files."""
    unihan, *paths = sys.argv[1:]
    fonts = [ImageFont.truetype(path, EM) for path in paths]
    known = codes(Path(unihan).read_text("utf-8"))
    groups = tomllib.loads((DATA / "confusions.toml").read_text("utf-8"))["han"]
    listed = {
        "Hans": (groups["simplified"], groups["marks"]),
        "Hant": (groups["simplified"], groups["traditional"], groups["marks"]),
    }
    often = {
        "Hans": groups["often"].split(),
        "Hant": f"{groups['often']} {groups['often_traditional']}".split(),
    }
    for script, characters in (("Hans", _gb2312()), ("Hant", _big5())):
        every = tuple(characters)
        measured = differences({c: ink(c, fonts) for c in every}, NEAREST)
        related = differences({c: ink(c, fonts[:PLAIN]) for c in every}, RELATED)
        akin = {c: kin(c, near, known, script) for c, near in related.items()}
        given = " ".join(listed[script]).split()
        lines = look_alike_lines(given, often[script], measured, akin)
        (DATA / f"shapes-{script}.txt").write_text("".join(lines), "utf-8")


def ink(character: str, fonts: Sequence[ImageFont.FreeTypeFont]) -> int:
    """A character's shades in all fonts as the bits of one number."""
    size = EM + MARGIN
    found = b""
    for font in fonts:
        image = Image.new("L", (size, size), 0)
        place = (size / 2, size / 2)
        ImageDraw.Draw(image).text(place, character, font=font, fill=255, anchor="mm")
        blurred = image.filter(ImageFilter.GaussianBlur(BLUR))
        for shade in SHADES:
            found += blurred.point([255 * (v >= shade) for v in range(256)]).convert("1").tobytes()
    return int.from_bytes(found, "big")


def differences(inks: Mapping[str, int], most: float) -> Mapping[str, Neighbours]:
    """For every character those that differ less than so much, with the difference."""
    found: dict[str, list[tuple[float, str]]] = {character: [] for character in inks}
    done: list[tuple[str, int, int]] = []
    for one, bits in inks.items():
        size = bits.bit_count()
        for other, others, size_too in done:
            if not SLIGHT * size < size_too < size / SLIGHT:
                continue
            difference = (bits ^ others).bit_count() / (size + size_too)
            if difference < most:
                found[one].append((difference, other))
                found[other].append((difference, one))
        done.append((one, bits, size))
    return found


def kin(character: str, near: Neighbours, known: Codes, script: str) -> Neighbours:
    """Those common ones that share so many parts, the nearest first."""
    found = ((d - WORTH * kinship(character, other, known), other) for d, other in near)
    return sorted(one for one in found if one[0] < KIN and _is_common(one[1], script))


def _is_common(character: str, script: str) -> bool:
    entry = lexicon()(simplified(character, script))
    return entry.alone.score > COMMON or len(entry.pairs) > 2 * MANY_PAIRS


def look_alike_lines(
    groups: Sequence[str],
    often: Sequence[str],
    measured: Mapping[str, Neighbours],
    akin: Mapping[str, Neighbours],
) -> Iterator[str]:
    """The lines of the file: a character, and in six grades those it may be misread for."""
    listed, most = (_together(each, measured) for each in (groups, often))
    for character in sorted({*measured, *listed}):
        commonest = [c for c in most.get(character, ()) if c != character]
        known = [c for c in listed.get(character, ()) if c not in commonest and c != character]
        known = [c for c in known if c >= "\u4e00"]
        nearest = nsmallest(MOST, measured.get(character, ()))
        near = [(rank, d, c) for rank, (d, c) in enumerate(nearest)]
        hardly = [c for _, d, c in near if d < HARDLY and c not in commonest]
        little = [c for r, d, c in near if _is_little(r, d) and c not in (*known, *commonest)]
        differing = [c for c in known if c not in hardly]
        both = [c for c in hardly if c in known]
        only = [c for c in hardly if c not in known]
        told = {*commonest, *known, *hardly, *little}
        others = [c for _, c in akin.get(character, ()) if c not in told][:MOST]
        grades = (commonest, both, differing, only, little, others)
        line = "|".join(map("".join, grades)).rstrip("|")
        if line:
            yield f"{character}{line}\n"


def _together(
    groups: Sequence[str], measured: Mapping[str, Neighbours]
) -> Mapping[str, Mapping[str, None]]:
    """For every character of groups all of its groups that are printed, in their order."""
    listed: dict[str, dict[str, None]] = {}
    for group in groups:
        known = [c for c in group if c in measured or _is_printed(c)]
        for character in known if len(known) > 1 else ():
            listed.setdefault(character, {}).update(dict.fromkeys(known))
    return listed


def _is_printed(character: str) -> bool:
    """Whether a character that was not measured is printed all the same: kana, and rare ones.

    Those of Big5 are printed in either script, but for what is a simple form in it.
    """
    if not "\u4e00" <= character <= "\u9fff":
        return True
    return bool(character.encode("big5", "ignore")) and character not in simple_forms()


def _is_little(rank: int, difference: float) -> bool:
    return HARDLY <= difference < (NEAREST if rank < 2 else A_LITTLE)


def _gb2312() -> Iterator[str]:
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            yield from bytes([row, cell]).decode("gb2312", "ignore")


def _big5() -> Iterator[str]:
    for row in range(0xA4, 0xC7):
        for cell in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            character = bytes([row, cell]).decode("big5", "ignore")
            if character and "\u4e00" <= character <= "\u9fff":
                yield character


if __name__ == "__main__":
    main()
