"""Every format we write, in one table: to add one, write its module and add its line.

A format's module is imported when its line is used, so that nobody waits for a library that the
format at hand does not need. Pictures are handed over by the paths that the pages name them with,
as PNG or JPEG; one that is missing there is drawn as an empty frame.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from layout.geometry import Size
from layout.model import Edition
from layout.sheet import Forme

Pictures = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Flowing:
    """A format that flows its own text: it is given the edition."""

    suffix: str
    write: Callable[[Edition, Pictures], bytes]


@dataclass(frozen=True, slots=True)
class Poured:
    """A format that flows its own text onto sheets: it is given the edition and their size."""

    suffix: str
    write: Callable[[Edition, Pictures, Size], bytes]


@dataclass(frozen=True, slots=True)
class Paged:
    """A format of fixed pages: it is given the composed sheets."""

    suffix: str
    write: Callable[[Forme, Pictures], bytes]


Exporter = Flowing | Poured | Paged


def _pdf(forme: Forme, pictures: Pictures) -> bytes:
    from exporters.pdf import write

    return write(forme, pictures)


def _docx(edition: Edition, pictures: Pictures, sheet: Size) -> bytes:
    from exporters.docx import write

    return write(edition, pictures, sheet)


def _epub(edition: Edition, pictures: Pictures) -> bytes:
    from exporters.epub import write

    return write(edition, pictures)


def _json(edition: Edition, _: Pictures) -> bytes:
    from exporters.json import write

    return write(edition)


EXPORTERS: Mapping[str, Exporter] = {
    "pdf": Paged(".pdf", _pdf),
    "docx": Poured(".docx", _docx),
    "epub": Flowing(".epub", _epub),
    "json": Flowing(".json", _json),
}
