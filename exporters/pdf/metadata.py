"""What a file says about itself: the information dictionary, the XMP packet, the colour space.

Both say the same, as ISO 19005-2, 6.6.3 demands. The frame of the packet is packet.xml; it claims
PDF/A-2a (3a for a file that carries others) and PDF/UA-1, and declares the second one's schema, as
6.6.2.3 asks. The date is that of the edition. The profile srgb.icc was made by LittleCMS, its date
and identifier set to fixed ones.
"""

from datetime import date
from html import escape
from pathlib import Path

from exporters.pdf.file import File
from exporters.pdf.syntax import clean, string, timestamp
from layout.sheet import Forme

_CREATOR = "Stonehand"
_PRODUCER = "Stonehand with ReportLab"
_PACKET = Path(__file__).with_name("packet.xml")
_PROFILE = Path(__file__).with_name("srgb.icc")
_COMPONENTS = 3  # red, green, blue


def write_info(file: File, forme: Forme) -> int:
    """Write the information dictionary; its number."""
    entries = {"Title": forme.title, "Author": forme.publisher}
    entries |= {"Creator": _CREATOR, "Producer": _PRODUCER}
    if forme.day is not None:
        entries |= dict.fromkeys(("CreationDate", "ModDate"), timestamp(forme.day))
    return file.add(f"<<{''.join([f'/{k}{string(v)}' for k, v in entries.items() if v])}>>")


def write_packet(file: File, forme: Forme, part: int) -> int:
    """Write the XMP packet for a part of PDF/A; its number. It stays legible: not deflated."""
    packet = _PACKET.read_text(encoding="utf-8").format(
        title=_xml(forme.title),
        language=_xml(forme.language),
        producer=_PRODUCER,
        creator=_CREATOR,
        part=part,
        optional=_creator(forme.publisher) + _dates(forme.day),
    )
    return file.add_stream(packet.encode("utf-8"), "/Type/Metadata/Subtype/XML", level=0)


def _creator(name: str) -> str:
    if not name:
        return ""
    return f"   <dc:creator><rdf:Seq><rdf:li>{_xml(name)}</rdf:li></rdf:Seq></dc:creator>\n"


def _dates(day: date | None) -> str:
    if day is None:
        return ""
    names = ("CreateDate", "ModifyDate")
    return "".join([f"   <xmp:{name}>{day:%Y-%m-%d}T00:00:00Z</xmp:{name}>\n" for name in names])


def _xml(text: str) -> str:
    return escape(clean(text))


def write_intent(file: File) -> int:
    """Write the output intent, which says what a grey or a colour means; its number."""
    profile = file.add_stream(_PROFILE.read_bytes(), f"/N {_COMPONENTS}")
    return file.add(
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>"
    )
