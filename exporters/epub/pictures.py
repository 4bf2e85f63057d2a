"""Pictures that a book can hold: those given, if they are of a kind that every reader shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from layout.model import Edition, Figure

_KINDS = (
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
)


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture in the book: the path by which the page names it, its file, kind and bytes."""

    path: str
    file: str
    media_type: str
    content: bytes


def plates_of(edition: Edition, images: Mapping[str, bytes]) -> tuple[Plate, ...]:
    """The pictures of an edition that are there, each once.

    A kind is known by its first bytes. GIF, which can flash, and SVG, which can carry scripts, are
    none; whoever has found the pictures has made PNG of them (`stonehand.pictures`).
    """
    paths = (p for p in dict.fromkeys(f.path for f in figures_of(edition)) if p and p in images)
    kinds = ((path, images[path], kind) for path in paths if (kind := _kind(images[path])))
    return tuple(
        Plate(path, f"pictures/{number:03}.{suffix}", media_type, content)
        for number, (path, content, (suffix, media_type)) in enumerate(kinds, 1)
    )


def figures_of(edition: Edition) -> Iterator[Figure]:
    """Every figure of an edition, in order."""
    for page in edition.pages:
        for article in page.articles:
            yield from (block for block in article.blocks if isinstance(block, Figure))


def _kind(content: bytes) -> tuple[str, str] | None:
    return next(
        ((suffix, kind) for start, suffix, kind in _KINDS if content.startswith(start)), None
    )
