"""Files carried inside a PDF, each with its relation to what is printed (ISO 19005-3, 6.8).

An archive that keeps the PDF keeps the source text and the model with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from exporters.pdf.file import File
from exporters.pdf.syntax import name, string, timestamp


class Relation(StrEnum):
    """What a carried file is to the document."""

    SOURCE = "Source"
    DATA = "Data"
    ALTERNATIVE = "Alternative"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to be carried: its name, its bytes, its media type, what it is and to what end."""

    name: str
    data: bytes
    media_type: str
    relation: Relation
    description: str = ""


def write_attachments(file: File, attachments: Sequence[Attachment], day: date | None) -> str:
    """Write the files; the catalogue's entries that lead to them. Names must differ."""
    if not attachments:
        return ""
    ordered = sorted(attachments, key=lambda each: each.name)
    numbers = [_write(file, each, day) for each in ordered]
    pairs = zip(ordered, numbers, strict=True)
    names = "".join([f"{string(each.name)}{number} 0 R" for each, number in pairs])
    associated = " ".join([f"{number} 0 R" for number in numbers])
    return f"/Names<</EmbeddedFiles<</Names[{names}]>>>>/AF[{associated}]"


def _write(file: File, attachment: Attachment, day: date | None) -> int:
    dated = f"/ModDate{string(timestamp(day))}" if day else ""
    entries = (
        f"/Type/EmbeddedFile/Subtype{name(attachment.media_type)}"
        f"/Params<</Size {len(attachment.data)}{dated}>>"
    )
    stream = file.add_stream(attachment.data, entries)
    title = string(attachment.name)
    told = f"/Desc{string(attachment.description)}" if attachment.description else ""
    return file.add(
        f"<</Type/Filespec/F{title}/UF{title}/AFRelationship/{attachment.relation}{told}"
        f"/EF<</F {stream} 0 R/UF {stream} 0 R>>>>"
    )
