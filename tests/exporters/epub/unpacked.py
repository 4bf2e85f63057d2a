"""Books opened again: their files, the text in them, what points where."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

from exporters.epub import write
from layout.model import Edition

XHTML = "{http://www.w3.org/1999/xhtml}"
EPUB = "{http://www.idpf.org/2007/ops}"
DC = "{http://purl.org/dc/elements/1.1/}"
OPF = "{http://www.idpf.org/2007/opf}"


def files_of(book: bytes) -> dict[str, bytes]:
    """The files of a book by their names below EPUB/."""
    with zipfile.ZipFile(BytesIO(book)) as unzipped:
        return {name.removeprefix("EPUB/"): unzipped.read(name) for name in unzipped.namelist()}


def documents_of(book: bytes) -> dict[str, ET.Element]:
    """The XHTML files of a book, parsed."""
    files = files_of(book).items()
    return {name: ET.fromstring(data) for name, data in files if name.endswith(".xhtml")}


def chapters_of(edition: Edition) -> list[ET.Element]:
    """The `article` elements of a book's chapters, in order."""
    documents = documents_of(write(edition)).items()
    found = (root.find(f".//{XHTML}article") for name, root in documents if "article" in name)
    return [article for article in found if article is not None]


def words(element: ET.Element) -> str:
    """All text in an element."""
    return "".join(element.itertext())


def tags(element: ET.Element, name: str) -> list[ET.Element]:
    """All elements of a name below one."""
    return list(element.iter(XHTML + name))


def told(element: ET.Element) -> str:
    """A sketch of what an element holds: names of elements in brackets, without the text."""
    inner = "".join(told(child) for child in element)
    name = element.tag.removeprefix(XHTML)
    return f"{name}({inner})" if inner else f"{name} "
