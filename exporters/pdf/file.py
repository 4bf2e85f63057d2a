"""A PDF file in the making: numbered objects, streams among them, put together by ReportLab.

ReportLab's document keeps the numbers, the offsets and the trailer. Its canvas is left aside: every
position has been decided before, and an archival file may hold none of the canvas' own additions.
"""

import hashlib
import zlib
from threading import Thread

from reportlab.pdfbase import pdfdoc

VERSION = (1, 7)
_LARGE = 1 << 16  # bytes: what smaller ones take is not worth a thread


class _Object(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose text is written already."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self.text = b"null"

    def format(self, _: pdfdoc.PDFDocument) -> bytes:
        """The object as it stands in the file."""
        return self.text


class File:
    """Takes objects in and gives each a number; `n 0 R` refers to it."""

    def __init__(self) -> None:
        self._document = pdfdoc.PDFDocument(dummyoutline=1, invariant=1, pdfVersion=VERSION)
        self._objects: dict[int, _Object] = {}
        self._beside: list[Thread] = []

    def reserve(self) -> int:
        """The number of an object that will be written later."""
        item = _Object()
        name = self._document.Reference(item).name
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        self._objects[number] = item
        return number

    def write(self, number: int, text: str) -> None:
        """Write an object that has been reserved."""
        self._objects[number].text = text.encode("ascii")

    def add(self, text: str) -> int:
        """Write an object; its number."""
        number = self.reserve()
        self.write(number, text)
        return number

    def add_stream(self, data: bytes, entries: str = "", level: int = 6) -> int:
        """Write a stream, deflated unless `level` is 0; its number.

        PDF/A wants an end of line before `endstream` (ISO 19005-2, 6.1.7.1). Both its characters:
        a line feed alone would be taken together with a stream's own last carriage return.
        """
        number = self.reserve()
        self._objects[number].text = _stream(data, entries, level)
        return number

    def add_stream_beside(self, data: bytes, entries: str, level: int) -> int:
        """Write a stream; its number. A large one is deflated while the rest is being written.

        zlib lets go of Python's lock, and to deflate the type takes as long as to draw a page.
        """
        if len(data) < _LARGE:
            return self.add_stream(data, entries, level)
        number = self.reserve()

        def write() -> None:
            self._objects[number].text = _stream(data, entries, level)

        work = Thread(target=write)
        work.start()
        self._beside.append(work)
        return number

    def finished(self, catalog: int, info: int) -> bytes:
        """The whole file; its identifier is a digest of all that it holds."""
        for work in self._beside:
            work.join()
        document = self._document
        document.Catalog, document.info = self._objects[catalog], self._objects[info]
        digest = hashlib.sha256()
        for item in self._objects.values():
            digest.update(item.text)
        identifier = digest.hexdigest()[:32]
        document._ID = f"[<{identifier}><{identifier}>]".encode("ascii")
        data: bytes = document.format()
        return data


def _stream(data: bytes, entries: str, level: int) -> bytes:
    if level:
        data, entries = zlib.compress(data, level), f"{entries}/Filter/FlateDecode"
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("ascii")
    return b"%b%b\r\nendstream" % (head, data)
