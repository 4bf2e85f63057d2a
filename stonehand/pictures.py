"""Fetch the pictures a page names: from its own folder or the one given, and from nowhere else.

The page is not trusted. A name that is an address on a network is left alone; a path that leads
out of the folder, by dots, from the root or through a symbolic link, is refused; a file that is
not a picture is not taken for one. What a format cannot carry is turned into PNG here, so that
exporters meet PNG and JPEG only.

Most OCR text names no pictures, only their captions. Those are given the pictures of `--images`
that are numbered after the page's name: for page-04.md `page-04.jpg`, `page-04-1.jpg` and so on.
"""

import re
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

from layout.errors import InputError, Origin
from layout.geometry import Size
from layout.model import Article, Block, Figure, Page, Section

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")
_MOST_BYTES = 64 * 2**20
_CARRIED = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
# Not all that Pillow knows: its EPS reader would start another program.
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_NUMBER = r"(?:[-_ ]?(\d{1,4}))?\.(?:png|jpe?g|gif|bmp|tiff?|webp)"  # behind the page's name


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a page's pictures may lie: its own folder (None: it has none), and `--images`."""

    own: Path | None
    images: Path | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """Pictures by the paths that the pages name them with, and what is to be said of the others."""

    pictures: Mapping[str, bytes]
    notes: tuple[str, ...] = ()


def gather(page: Page, file: str, folders: Folders) -> Gathered:
    """The page's pictures; `file` is what the remarks call the page.

    Raises InputError for a path that leads out of its folder.
    """
    found: dict[str, bytes] = {}
    notes: list[str] = []
    for path in dict.fromkeys(_paths(page)):
        at = Origin(file, _line(page, path))
        match _fetch(path, at, folders):
            case bytes(data):
                found[path] = data
            case str(reason):
                notes.append(f"{at}: picture {path} {reason}; its frame stays empty")
    return Gathered(found, tuple(notes))


def illustrated(page: Page, images: Path | None) -> Page:
    """The page with pictures numbered after its name for the captions that name none, in order."""
    if images is None or not images.is_dir():
        return page
    named = frozenset(_paths(page))
    names = (name for name in _numbered(page.name, images) if name not in named)
    return _redrawn(page, lambda old: old if old.path else replace(old, path=next(names, None)))


def _numbered(name: str, images: Path) -> list[str]:
    """The files numbered after a page, by their numbers."""
    pattern = re.compile(re.escape(name) + _NUMBER, re.IGNORECASE)
    matches = [match for file in images.iterdir() if (match := pattern.fullmatch(file.name))]
    return [match[0] for match in sorted(matches, key=lambda match: (int(match[1] or 0), match[0]))]


def apart(pages: Sequence[tuple[Page, Gathered]]) -> tuple[tuple[Page, ...], Gathered]:
    """All pages with all pictures; of two different ones of the same path, the later is renamed."""
    pictures: dict[str, bytes] = {}
    renamed: list[Page] = []
    for page, gathered in pages:
        paths = {p: _free(p, data, page, pictures) for p, data in gathered.pictures.items()}
        pictures |= {paths[path]: data for path, data in gathered.pictures.items()}
        moved = {old: new for old, new in paths.items() if old != new}
        renamed.append(_renamed(page, moved) if moved else page)
    notes = tuple(note for _, gathered in pages for note in gathered.notes)
    return tuple(renamed), Gathered(pictures, notes)


def sizes(pictures: Mapping[str, bytes]) -> Mapping[str, Size]:
    """The sizes of gathered pictures in pixels, by their paths."""
    if not pictures:
        return {}
    from PIL import Image

    measured = {path: Image.open(BytesIO(data)).size for path, data in pictures.items()}
    return {path: Size(width, height) for path, (width, height) in measured.items()}


def _free(path: str, data: bytes, page: Page, taken: Mapping[str, bytes]) -> str:
    return path if taken.get(path, data) == data else f"{page.name}/{path}"


def _renamed(page: Page, paths: Mapping[str, str]) -> Page:
    return _redrawn(page, lambda old: replace(old, path=old.path and paths.get(old.path, old.path)))


def _redrawn(page: Page, drawn: Callable[[Figure], Figure]) -> Page:
    """The page with other figures, which are asked for in reading order."""

    def block(old: Block) -> Block:
        return drawn(old) if isinstance(old, Figure) else old

    def article(old: Article) -> Article:
        return replace(old, blocks=tuple(map(block, old.blocks)))

    def section(old: Section) -> Section:
        return replace(old, articles=tuple(map(article, old.articles)))

    return replace(page, sections=tuple(map(section, page.sections)))


def _paths(page: Page) -> Iterator[str]:
    for article in page.articles:
        for block in article.blocks:
            if isinstance(block, Figure) and block.path:
                yield block.path


def _line(page: Page, path: str) -> int:
    at = page.source.find(path)
    return page.source.count("\n", 0, at) + 1 if at >= 0 else 0


def _fetch(path: str, at: Origin, folders: Folders) -> bytes | str:
    """The picture, or why there is none."""
    if _ADDRESS.match(path):
        return "is an address, and nothing is fetched from a network"
    leads_out = False
    for folder, name in _candidates(path, folders):
        file = _file(folder, name)
        if file is None:
            continue
        if not file.is_relative_to(folder.resolve()):
            leads_out = True
        elif file.is_file():
            return _picture(file)
    if leads_out:
        hint = "put the picture beside the page, or name its folder with --images"
        raise InputError(f"picture {path} leads out of the page's folder", at, hint)
    return "is not there"


def _candidates(path: str, folders: Folders) -> Iterator[tuple[Path, str]]:
    """Folders with the name to look for; Markdown may have written a name with %20 for a space."""
    names = dict.fromkeys((path, unquote(path)))
    for folder in (folders.own, folders.images):
        if folder is not None:
            yield from ((folder, name) for name in names)
    if folders.images is not None:
        yield from ((folders.images, name.replace("\\", "/").split("/")[-1]) for name in names)


def _file(folder: Path, name: str) -> Path | None:
    """The file of that name with links followed; None where no file can bear such a name."""
    try:
        file = (folder / name).resolve()
        file.is_file()
    except (OSError, RuntimeError, ValueError):  # too long, a circle of links, a NUL
        return None
    return file


def _picture(file: Path) -> bytes | str:
    try:
        if file.stat().st_size > _MOST_BYTES:
            return f"is larger than {_MOST_BYTES // 2**20} MiB"
        data = file.read_bytes()
    except OSError as fault:
        return f"cannot be read ({fault.strerror})"
    return _carried(data)


def _carried(data: bytes) -> bytes | str:
    """The picture as PNG or JPEG, opened once to see that it is whole."""
    from logging import CRITICAL, getLogger  # pages without pictures need not wait for these

    from PIL import Image

    getLogger("PIL").setLevel(CRITICAL + 1)  # what is wrong with a picture we say ourselves
    try:
        with (
            warnings.catch_warnings(action="error"),
            Image.open(BytesIO(data), formats=_FORMATS) as image,
        ):
            if data.startswith(_CARRIED):
                image.verify()
                return data
            png = BytesIO()
            image.convert("RGBA" if image.has_transparency_data else "RGB").save(png, "PNG")
            return png.getvalue()
    except (OSError, SyntaxError, ValueError, LookupError, Warning, Image.DecompressionBombError):
        return "is not a picture that can be read"
