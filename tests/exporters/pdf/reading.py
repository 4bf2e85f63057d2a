"""Reads a PDF back: its text by structure, each character's place, its structure as an outline."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2 as pdfium

Object = Any
"""A PDF object as pikepdf gives it: what it is shows only when it is asked."""

_MAPPING = re.compile(rb"<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>")


@dataclass
class Node:
    """A structure element: its type, its own text, its entries, its kids.

    It holds on to its file, because the entries die with that.
    """

    kind: str
    text: str
    entries: Object
    file: pikepdf.Pdf
    kids: list["Node"] = field(default_factory=list)

    @property
    def all_text(self) -> str:
        return self.text + "".join(kid.all_text for kid in self.kids)

    def find(self, kind: str) -> list["Node"]:
        below = [node for kid in self.kids for node in kid.find(kind)]
        return [self, *below] if self.kind == kind else below


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def operators(data: bytes, page: int = 0) -> str:
    """The content of a page, as written."""
    pdf = opened(data)
    return pdf.pages[page].Contents.read_bytes().decode("ascii")


def structure(data: bytes) -> Node:
    """The structure tree with the text of every mark."""
    pdf = opened(data)
    texts = {page.obj.objgen: _texts(page) for page in pdf.pages}
    root: Object = pdf.Root
    return _node(root.StructTreeRoot.K, texts, pdf)


def _node(
    element: Object, texts: Mapping[tuple[int, int], Mapping[int, str]], pdf: pikepdf.Pdf
) -> Node:
    node = Node(str(element.S)[1:], "", element, pdf)
    kids = element.get("/K", ())
    for kid in [kids] if isinstance(kids, pikepdf.Dictionary) else kids:
        if isinstance(kid, int):
            node.text += texts[element.Pg.objgen][kid]
        elif kid.get("/Type") == "/OBJR":
            node.text += f"[{kid.Obj.Contents}]"
        elif kid.get("/Type") == "/MCR":
            node.text += texts[kid.Pg.objgen][int(kid.MCID)]
        else:
            assert kid.P.objgen == element.objgen
            node.kids.append(_node(kid, texts, pdf))
    return node


def _texts(page: pikepdf.Page) -> dict[int, str]:
    texts: dict[int, str] = {}
    for mark, text in _shown(page):
        texts[mark] = texts.get(mark, "") + text
    return texts


def artifacts(data: bytes, page: int = 0) -> str:
    """The text on a page that belongs to no element."""
    pdf = opened(data)
    return _texts(pdf.pages[page]).get(-1, "")


def _shown(page: pikepdf.Page) -> Iterator[tuple[int, str]]:
    """Each piece of text with its mark; -1 for artifacts."""
    resources: Object = page.Resources
    maps = {name: _to_unicode(font) for name, font in resources.Font.items()}
    opened_: list[Object] = []
    font = ""
    instruction: Object
    for instruction in pikepdf.parse_content_stream(page):
        operands, operator = instruction
        match str(operator):
            case "BDC":
                opened_.append(operands[1])
                if "/MCID" in operands[1]:
                    yield int(operands[1].MCID), ""
                if "/ActualText" in operands[1]:
                    yield int(opened_[0].get("/MCID", -1)), str(operands[1].ActualText)
            case "EMC":
                opened_.pop()
            case "Tf":
                font = str(operands[0])
            case "Tj" | "TJ" if "/ActualText" not in opened_[-1]:
                assert opened_, "text outside of any mark"
                yield int(opened_[0].get("/MCID", -1)), _decoded(operands[0], maps[font])


def _decoded(shown: object, texts: Mapping[int, str]) -> str:
    pieces = shown if isinstance(shown, pikepdf.Array) else [shown]
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    pairs = (codes[at : at + 2] for at in range(0, len(codes), 2))
    return "".join(texts[int.from_bytes(pair, "big")] for pair in pairs)


def line_widths(data: bytes, page: int = 0) -> list[float]:
    """How far each line of type reaches, in points: from its Td to where the next one begins."""
    pdf = opened(data)
    sheet = pdf.pages[page]
    resources: Object = sheet.Resources
    fonts = {name: _widths(font) for name, font in resources.Font.items()}
    widths: list[float] = []
    font, size, spread = "", 0.0, 0.0
    instruction: Object
    for instruction in pikepdf.parse_content_stream(sheet):
        operands, operator = instruction
        match str(operator):
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "Tc":
                spread = float(operands[0])
            case "Td":
                widths.append(0.0)
            case "Tj":
                widths[-1] += _reach([operands[0]], fonts[font], size, spread)
            case "TJ":
                widths[-1] += _reach(operands[0], fonts[font], size, spread)
    return widths


def _reach(
    shown: Iterable[Object], widths: Mapping[int, float], size: float, spread: float
) -> float:
    reach = 0.0
    for piece in shown:
        if isinstance(piece, pikepdf.String):
            codes = bytes(piece)
            pairs = [int.from_bytes(codes[at : at + 2], "big") for at in range(0, len(codes), 2)]
            reach += sum(widths.get(code, 1000.0) * size / 1000 + spread for code in pairs)
        else:
            reach -= float(piece) * size / 1000
    return reach


def _widths(font: Object) -> dict[int, float]:
    row = list(font.DescendantFonts[0].W)
    return {int(first): float(widths[0]) for first, widths in zip(row[::2], row[1::2], strict=True)}


def _to_unicode(font: Object) -> dict[int, str]:
    rows = _MAPPING.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in rows}


@dataclass(frozen=True)
class Glyph:
    """A character as a viewer sees it: its text, and where its ink begins and ends."""

    text: str
    left: float
    right: float
    bottom: float


def glyphs(data: bytes, page: int = 0) -> list[Glyph]:
    """Every visible character on a page as PDFium finds it, in the order of drawing."""
    with pdfium.PdfDocument(data) as document:
        sheet = document[page]
        text = sheet.get_textpage()
        boxes = [(i, text.get_charbox(i)) for i in range(text.count_chars())]
        return [
            Glyph(text.get_text_range(i, 1), left, right, bottom)
            for i, (left, bottom, right, _) in boxes
            if text.get_text_range(i, 1).strip()
        ]
