"""Pictures as image objects: a JPEG as it is, anything else as grey or RGB samples.

Colours become sRGB, transparency is laid on white, and a photograph that says it lies on its side
is stood up. An image needs no more than that to be archival (ISO 19005-2, 6.2.8).
"""

from collections.abc import Iterable, Mapping
from io import BytesIO

from PIL import Image, ImageOps

from exporters.pdf.file import File
from layout.errors import InputError, Origin

_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}
_GREYS = {"1", "L", "LA"}
_DEEP_GREYS = {"I", "I;16", "I;16B", "I;16L"}
_ORIENTATION = 0x0112  # the EXIF field that says which way is up
_UPRIGHT = 1
_SRGB_NAMES = (b"sRGB", "sRGB".encode("utf-16-be"))


def write_pictures(
    file: File, paths: Iterable[str], pictures: Mapping[str, bytes]
) -> tuple[dict[str, str], str]:
    """Write the pictures of these paths that are at hand: their names, and the naming dictionary.

    Raises InputError where a picture's bytes are no picture.
    """
    names: dict[str, str] = {}
    entries = []
    for path in dict.fromkeys(path for path in paths if path in pictures):
        names[path] = name = f"I{len(names) + 1}"
        entries.append(f"/{name} {_write(file, path, pictures[path])} 0 R")
    return names, f"<<{''.join(entries)}>>"


def _write(file: File, path: str, data: bytes) -> int:
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as image:
            if _is_ready(image):
                return file.add_stream(data, f"{_entries(image)}/Filter/DCTDecode", level=0)
            plain = _plain(image)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        problem = "the picture cannot be read"
        raise InputError(problem, Origin(path), "save it anew as PNG or JPEG") from error
    return file.add_stream(plain.tobytes(), _entries(plain))


def _entries(image: Image.Image) -> str:
    return (
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        f"/ColorSpace/{_SPACES[image.mode]}/BitsPerComponent 8"
    )


def _is_ready(image: Image.Image) -> bool:
    """Whether a PDF can carry the picture's own bytes."""
    upright = image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
    known = image.mode == "L" or _is_srgb(image.info.get("icc_profile") or b"sRGB")
    return image.format == "JPEG" and image.mode in _SPACES and upright and known


def _is_srgb(profile: bytes) -> bool:
    return any(name in profile for name in _SRGB_NAMES)


def _plain(image: Image.Image) -> Image.Image:
    """The picture upright, opaque, in sRGB or grey."""
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if image.mode in _DEEP_GREYS:
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if profile and image.mode in ("RGB", "CMYK") and not _is_srgb(profile):
        return _translated(image, profile)
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(paper, layer).convert("L" if image.mode == "LA" else "RGB")
    return image.convert("L" if image.mode in _GREYS else "RGB")


def _translated(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture in sRGB by its own colour profile; by its plain numbers if that is broken."""
    from PIL import ImageCms

    try:
        srgb = ImageCms.createProfile("sRGB")
        translated = ImageCms.profileToProfile(image, BytesIO(profile), srgb, outputMode="RGB")
    except ImageCms.PyCMSError:
        translated = None
    return translated or image.convert("RGB")
