"""A written DOCX opened again, and its text as a word processor would show it."""

import re
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


def words(data: bytes, *, without: str = "del", skip: tuple[str, ...] = ()) -> list[str]:
    """The words of each paragraph of the story that has any, cells included.

    Paragraphs of a style whose name begins with one of `skip` are left out.

    They are those that are left without the w:del (all revisions accepted) or the w:ins (all
    rejected). A line break that only shapes a headline is none of the text's, nor is the hidden
    number of a figure.
    """
    story = part(data, "word/document.xml")
    moved = {"del": "moveFrom", "ins": "moveTo"}[without]
    for run in list(story.iter(f"{W}r")):
        if run.find(f"{W}rPr/{W}vanish") is not None and run.find(f"{W}t") is not None:
            run.clear()
    for parent in list(story.iter()):
        for kind in (without, moved):
            for revision in parent.findall(f"{W}{kind}"):
                parent.remove(revision)
    return [
        text
        for paragraph in story.iter(f"{W}p")
        if paragraph.find(f".//{W}txbxContent") is None  # the holder of boxes, which have their own
        and not _style(paragraph).startswith(skip)
        and (text := "".join(map(_piece, paragraph.iter())))
    ]


def _style(paragraph: etree._Element) -> str:
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if named is None else str(named.attrib[f"{W}val"])


def _piece(element: etree._Element) -> str:
    match etree.QName(element).localname:
        case "t" | "delText":
            return element.text or ""
        case "tab" if not element.attrib:  # one with attributes is a tab stop
            return "\t"
        case "br" if f"{W}type" not in element.attrib:
            return "\n"
        case _:
            return ""


def legal(text: str) -> str:
    """What XML makes of a text: one kind of line end, U+FFFD for what it cannot carry."""
    text = re.sub("\r\n|\r", "\n", text)
    return re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", text)
