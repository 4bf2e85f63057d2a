"""The package: the parts of a DOCX bound together and sealed, the same bytes every time.

python-docx holds the parts, their relationships and the core properties. It stamps the time of
writing on every entry of the zip file; so the sealing is ours (ECMA-376 part 2, clauses 9 and 10).
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import count
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from exporters.docx.wordml import DECLARATION, NAMESPACES, escaped

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip file knows no earlier time


class Binder:
    """Collects the parts of one document; hands out relationship ids and numbers."""

    def __init__(self) -> None:
        self._package = Package()
        self._document = _Document(
            PackURI("/word/document.xml"),
            CONTENT_TYPE.WML_DOCUMENT_MAIN,
            package=self._package,
        )
        self._package.relate_to(self._document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._numbers = count(1)
        self._pictures: dict[bytes, str] = {}

    def number(self) -> int:
        """A number that nothing else in the document has."""
        return next(self._numbers)

    def add(self, name: str, content_type: str, relation: str, markup: str) -> str:
        """Add a part that the story refers to; its relationship id comes back."""
        part = Part(PackURI(f"/word/{name}"), content_type, markup.encode(), self._package)
        return self._document.relate_to(part, relation)

    def add_header(self, content: str) -> str:
        """Add a header; what comes back refers to it in a sectPr."""
        kinds = CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER
        name = f"header{self.number()}.xml"
        identity = self.add(name, *kinds, f"{DECLARATION}<w:hdr {NAMESPACES}>{content}</w:hdr>")
        return f'<w:headerReference w:type="default" r:id="{identity}"/>'

    def add_footer(self, content: str) -> str:
        """Add a footer; what comes back refers to it in a sectPr."""
        kinds = CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER
        name = f"footer{self.number()}.xml"
        identity = self.add(name, *kinds, f"{DECLARATION}<w:ftr {NAMESPACES}>{content}</w:ftr>")
        return f'<w:footerReference w:type="default" r:id="{identity}"/>'

    def add_picture(self, data: bytes, suffix: str) -> str:
        """Add a picture, once however often it is shown; its relationship id comes back."""
        if data not in self._pictures:
            name = PackURI(f"/word/media/picture{len(self._pictures) + 1}.{suffix}")
            part = Part(name, f"image/{suffix}", data, self._package)
            self._pictures[data] = self._document.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return self._pictures[data]

    def core_properties(self) -> CoreProperties:
        """The document's core properties, all of them empty."""
        part = CorePropertiesPart(
            PackURI("/docProps/core.xml"),
            CONTENT_TYPE.OPC_CORE_PROPERTIES,
            CT_CoreProperties.new(),
            self._package,
        )
        self._package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
        return CoreProperties(part.element)

    def add_properties(self, name: str, content_type: str, relation: str, markup: str) -> None:
        """Add a part with properties that belong to the package."""
        part = Part(PackURI(f"/docProps/{name}"), content_type, markup.encode(), self._package)
        self._package.relate_to(part, relation)

    def seal(self, document: str) -> bytes:
        """The finished file, with `document` for its story."""
        self._document.markup = document
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            for name, content in self._entries():
                entry = ZipInfo(name, _EARLIEST)
                entry.compress_type = ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, content)
        return file.getvalue()

    def _entries(self) -> Iterator[tuple[str, bytes]]:
        parts = self._package.parts
        yield "[Content_Types].xml", _content_types(parts)
        yield PACKAGE_URI.rels_uri.membername, self._package.rels.xml
        for part in parts:
            yield part.partname.membername, part.blob
            if part.rels:
                yield part.partname.rels_uri.membername, part.rels.xml


class _Document(Part):
    """The main part, whose story is known only when all that it refers to has been added."""

    markup = ""

    @property
    def blob(self) -> bytes:
        return self.markup.encode()


def _content_types(parts: Iterable[Part]) -> bytes:
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = CONTENT_TYPE.OPC_RELATIONSHIPS
    known = "".join(
        f'<Override PartName="{escaped(part.partname)}" ContentType="{part.content_type}"/>'
        for part in sorted(parts, key=lambda part: part.partname)
    )
    return (
        f'{DECLARATION}<Types xmlns="{types}"><Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{known}</Types>'
    ).encode()
