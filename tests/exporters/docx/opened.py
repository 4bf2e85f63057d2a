"""A written DOCX opened again, and its text as a word processor would show it."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from docx.document import Document as Opened
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(data: bytes) -> Opened:
    return Document(BytesIO(data))


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


def columns(data: bytes) -> list[int]:
    """The number of columns of each section, from the top of the document."""
    found = part(data, "word/document.xml").iter(f"{W}cols")
    return [int(each.attrib[f"{W}num"]) for each in found]


def styled(data: bytes) -> list[tuple[str, str]]:
    """The style and the words of each paragraph that has any, tables left out."""
    paragraphs = opened(data).paragraphs
    return [(p.style.name or "", p.text) for p in paragraphs if p.style and p.text]


def words(data: bytes) -> Iterator[str]:
    """The words of every paragraph of the story, cells included."""
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        yield "".join(map(_piece, paragraph.iter(f"{W}t", f"{W}tab", f"{W}br")))


def _piece(element: etree._Element) -> str:
    match etree.QName(element).localname:
        case "tab":
            return "\t"
        case "br":
            return "\n"
        case _:
            return element.text or ""
