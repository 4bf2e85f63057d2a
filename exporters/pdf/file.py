"""A PDF file in the making: numbered objects, streams among them, and the table that finds them.

Header, cross-reference table and trailer are those of ISO 32000-1, 7.5.
"""

import hashlib
import zlib
from io import BytesIO
from threading import Thread

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # the second line says that the file is not plain text
_FREE = b"0000000000 65535 f \n"
_LARGE = 1 << 16  # bytes: what smaller ones take is not worth a thread


class File:
    """Takes objects in and gives each a number; `n 0 R` refers to it."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []
        self._beside: list[Thread] = []

    def reserve(self) -> int:
        """The number of an object that will be written later."""
        self._objects.append(b"null")
        return len(self._objects)

    def write(self, number: int, text: str) -> None:
        """Write an object that has been reserved."""
        self._objects[number - 1] = text.encode("ascii")

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
        self._objects[number - 1] = _stream(data, entries, level)
        return number

    def add_stream_beside(self, data: bytes, entries: str, level: int) -> int:
        """Write a stream; its number. A large one is deflated while the rest is being written.

        zlib lets go of Python's lock, and to deflate the type takes as long as to draw a page.
        """
        if len(data) < _LARGE:
            return self.add_stream(data, entries, level)
        number = self.reserve()

        def write() -> None:
            self._objects[number - 1] = _stream(data, entries, level)

        work = Thread(target=write)
        work.start()
        self._beside.append(work)
        return number

    def finished(self, catalog: int, info: int) -> bytes:
        """The whole file; its identifier is a digest of all that it holds."""
        for work in self._beside:
            work.join()
        file, rows = BytesIO(), [_FREE]
        file.write(_HEAD)
        for number, text in enumerate(self._objects, start=1):
            rows.append(b"%010d 00000 n \n" % file.tell())
            file.write(b"%d 0 obj\n%b\nendobj\n" % (number, text))
        start = file.tell()
        file.write(b"xref\n0 %d\n%b" % (len(rows), b"".join(rows)))
        named = f"/Size {len(rows)}/Root {catalog} 0 R/Info {info} 0 R/ID{self._identifier()}"
        file.write(f"trailer\n<<{named}>>\nstartxref\n{start}\n%%EOF\n".encode("ascii"))
        return file.getvalue()

    def _identifier(self) -> str:
        digest = hashlib.sha256()
        for text in self._objects:
            digest.update(text)
        half = f"<{digest.hexdigest()[:32]}>"
        return f"[{half}{half}]"


def _stream(data: bytes, entries: str, level: int) -> bytes:
    if level:
        data, entries = zlib.compress(data, level), f"{entries}/Filter/FlateDecode"
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("ascii")
    return b"%b%b\r\nendstream" % (head, data)
