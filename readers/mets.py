"""METS, by which libraries say which files make an issue: the pages of text that it lists.

Pages come in the order of the physical structure; where that names several files of one page, the
first that is a page of text counts. The files lie beside the METS file or below it: a path that
leads elsewhere is refused, nothing is fetched from a network.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from layout.errors import InputError, Origin
from readers.xml import local_name

_HREF = "{http://www.w3.org/1999/xlink}href"
_LOCAL = re.compile(r"file:(?://(?:localhost)?)?")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//|\\\\")
_TEXT = ("xml", "html")  # in the media type of what may be a page of text


def listed(root: etree._Element, file: str) -> Iterator[tuple[Path, ...]]:
    """For each page the files that may be its text; `file` is where the METS lies.

    Raises InputError for a path that leads out of its folder or to a network.
    """
    files = {each.get("ID", ""): each for each in root.iter("{*}file") if _may_be_text(each)}
    for named in _physical(root) or [[name] for name in files]:
        paths = tuple(_path(files[name], file) for name in named if name in files)
        if paths:
            yield paths


def _may_be_text(file: etree._Element) -> bool:
    kind = file.get("MIMETYPE", "").lower()
    return _href(file) != "" and (not kind or any(each in kind for each in _TEXT))


def _href(file: etree._Element) -> str:
    return next((each.get(_HREF, "") for each in file.iterchildren("{*}FLocat")), "")


def _physical(root: etree._Element) -> Sequence[Sequence[str]]:
    """The names of the files of each page, as the structure tells how the issue was printed."""
    maps = [each for each in root.iter("{*}structMap") if each.get("TYPE", "").upper() != "LOGICAL"]
    pages = [page for each in maps[:1] for page in each.iter("{*}div")]
    named = [[name for child in page for name in _names(child)] for page in pages]
    return [names for names in named if names]


def _names(pointer: etree._Element) -> Iterator[str]:
    """The files that a pointer names, itself or in its parts."""
    if isinstance(pointer.tag, str) and local_name(pointer) == "fptr":
        yield from (name for each in pointer.iter("*") if (name := each.get("FILEID")))


def _path(file: etree._Element, mets: str) -> Path:
    told = _LOCAL.sub("", _href(file), count=1)
    at = Origin(mets)
    if _ADDRESS.match(told):
        raise InputError(f"this page is not here: {told}", at, "fetch it and put its name here")
    folder = Path(mets).parent.resolve()
    path = (folder / unquote(told)).resolve()
    if not path.is_relative_to(folder):
        raise InputError(
            f"this leads out of the folder: {told}", at, "put the page beside the METS"
        )
    return path
