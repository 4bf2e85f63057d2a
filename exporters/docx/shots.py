"""Pictures as they come, PNG or JPEG, measured without being drawn; a blank one for the absent."""

import struct
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from warnings import catch_warnings, simplefilter

from layout.geometry import Size

_SUFFIXES = {"PNG": "png", "JPEG": "jpeg"}
_BLANK = Path(__file__).with_name("blank.png").read_bytes()
_POINTS_PER_PIXEL = 0.75  # at 96 dpi, the least that print should have

# What Pillow's readers let out when the bytes are not what they claim to be.
_BROKEN = (
    OSError,
    EOFError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    MemoryError,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its bytes, their format's suffix, its size in points."""

    data: bytes
    suffix: str
    size: Size
    absent: bool = False


def absent(size: Size) -> Shot:
    """The blank picture that stands where one is absent."""
    return Shot(_BLANK, "png", size, absent=True)


def shot_of(data: bytes) -> Shot | None:
    """The picture in those bytes; None if they hold neither a PNG nor a JPEG."""
    # Pillow takes 40 ms to load, and most pages of an archive come without pictures.
    from PIL import Image

    try:
        with catch_warnings():
            simplefilter("ignore", Image.DecompressionBombWarning)  # only the head is read
            picture = Image.open(BytesIO(data), formats=tuple(_SUFFIXES))
    except (*_BROKEN, Image.DecompressionBombError):
        return None
    size = Size(picture.width * _POINTS_PER_PIXEL, picture.height * _POINTS_PER_PIXEL)
    return Shot(data, _SUFFIXES[picture.format or ""], size)
