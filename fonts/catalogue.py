"""The bundled faces in one table: each face's file, its name in a PDF, how heavy it is.

A character that a face lacks is taken from the next of `STAND_INS`, then from the fonts that a
user names; a character that none of them has is printed as `SUBSTITUTE`.
"""

from dataclasses import dataclass
from pathlib import Path

from layout.sheet import Face

FILES = Path(__file__).with_name("files")
STEM_TO_WEIGHT = 0.2  # regular is weight 400 and has stems of about 80, black 900 and 180
SUBSTITUTE = "〓"  # the geta mark: what compositors set for a sort that the case lacks


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font: its file, its place in a collection, its PostScript name and how it looks.

    `stem` is the thickness of an upright in thousandths of an em, as a PDF wants to know it.
    """

    path: Path
    name: str
    number: int = 0
    serif: bool = False
    stem: int = 80


BUNDLED = {
    Face.SONG: FontFile(FILES / "StonehandSong-Regular.ttf", "StonehandSong-Regular", serif=True),
    Face.SONG_BLACK: FontFile(
        FILES / "StonehandSong-Black.ttf", "StonehandSong-Black", serif=True, stem=180
    ),
    Face.HEI: FontFile(FILES / "StonehandHei-Bold.ttf", "StonehandHei-Bold", stem=140),
    Face.KAI: FontFile(FILES / "StonehandKai-Regular.ttf", "StonehandKai-Regular", stem=60),
}
STAND_INS = (Face.SONG, Face.KAI)
