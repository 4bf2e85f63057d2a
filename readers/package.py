"""Open a DOCX that nobody vouches for: look over the whole package before a word of it is read.

A DOCX is a zip of XML parts (ECMA-376 part 2). What could fill the memory, lead out of the package
or make a parser fetch or repeat something is refused in one line; nothing is ever unpacked to disk.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from layout.errors import InputError, Origin
from readers.xml import parser

_MOST_BYTES = 256 * 2**20  # of all parts together
_MOST_MARKUP = 48 * 2**20  # of one part that is parsed
_MOST_PARTS = 5000
_DENSEST = 200  # times smaller than what it unpacks to; real markup comes to 30
_SMALL = 2**20  # bytes that may be as dense as they like
_ENCRYPTED = 0x1
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_FOLLOWED_BY_HAND = "/hyperlink"  # nobody but the reader of the document goes there
_HINT = "save it once more as DOCX in a word processor that you trust"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a DOCX, looked over; `at` is what errors call it."""

    parts: ZipFile
    at: Origin

    @property
    def names(self) -> Sequence[str]:
        """The names of all parts, in their order in the file."""
        return self.parts.namelist()

    def markup(self, name: str) -> etree._Element:
        """The root of a part. Raises InputError where it is no plain XML."""
        if self.parts.getinfo(name).file_size > _MOST_MARKUP:
            raise self.refused(f"{name} is longer than {_MOST_MARKUP // 2**20} MiB")
        try:
            root = etree.fromstring(self.parts.read(name), parser())
        except etree.XMLSyntaxError as fault:
            raise self.refused(f"{name} is no XML: {fault.msg}") from None
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            raise self.refused(f"{name} is damaged") from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.refused(f"{name} declares a document type or entities")
        return root

    def refused(self, problem: str) -> InputError:
        """The error to raise for what is wrong with it."""
        return InputError(problem, self.at, _HINT)


def open_package(data: bytes, name: str) -> Package:
    """The package in these bytes. Raises InputError for what is no DOCX or not to be trusted."""
    at = Origin(name)
    try:
        package = Package(ZipFile(BytesIO(data)), at)
    except (BadZipFile, ValueError, NotImplementedError):
        raise InputError("this is no DOCX", at, "save it as DOCX, not as DOC or ODT") from None
    infos = package.parts.infolist()
    if len(infos) > _MOST_PARTS:
        raise package.refused(f"it has {len(infos)} parts")
    if len(set(package.names)) < len(infos):
        raise package.refused("it has two parts of one name")
    if sum(info.file_size for info in infos) > _MOST_BYTES:
        raise package.refused(f"it would unpack to more than {_MOST_BYTES // 2**20} MiB")
    for info in infos:
        _check_part(info, package)
    for part in package.names:
        if part.endswith(".rels"):
            _check_relations(part, package)
    return package


def _check_part(info: ZipInfo, package: Package) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise package.refused("it is locked with a password")
    if _leads_out(info.filename) or info.filename.startswith("/") or "\\" in info.orig_filename:
        raise package.refused(f"the name {info.filename!r} leads out of it")
    if info.file_size > max(_SMALL, _DENSEST * info.compress_size):
        raise package.refused(
            f"{info.filename} would unpack to more than {_DENSEST} times its size"
        )


def _check_relations(part: str, package: Package) -> None:
    home = dirname(dirname(part))
    for target, kind, outside in _relations(package.markup(part)):
        if outside and not kind.endswith(_FOLLOWED_BY_HAND):
            raise package.refused(f"{part} fetches {target!r} from elsewhere")
        if not outside and _leads_out(join(home, unquote(target).lstrip("/\\"))):
            raise package.refused(f"{part} leads out of it to {target!r}")


def _relations(root: etree._Element) -> Iterator[tuple[str, str, bool]]:
    for each in root.iter(f"{_RELATIONS}Relationship"):
        outside = each.get("TargetMode", "").lower() == "external"
        yield each.get("Target", ""), each.get("Type", ""), outside


def _leads_out(name: str) -> bool:
    path = normpath(name.replace("\\", "/"))
    return path == ".." or path.startswith("../") or ":" in path.partition("/")[0]
