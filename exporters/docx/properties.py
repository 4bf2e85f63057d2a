"""The document's properties: what a library and a search ask for, and where the text comes from."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from hashlib import sha256

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from exporters.docx.package import Binder
from exporters.docx.wordml import DECLARATION, escaped
from layout.carried import carried
from layout.model import VERSION, Edition, Page

_LONGEST = 255  # python-docx takes no more in a core property
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # what [MS-OLEPS] calls user-defined


def add_properties(edition: Edition, language: str, binder: Binder) -> None:
    """Add core, extended and custom properties."""
    _add_core(edition, language, binder)
    binder.add_properties(
        "app.xml",
        CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
        RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
        f'{DECLARATION}<Properties xmlns="{_OFFICE}extended-properties">'
        f"<Application>Stonehand</Application>"
        f"<Company>{escaped(edition.publisher)}</Company></Properties>",
    )
    binder.add_properties(
        "custom.xml",
        CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        RELATIONSHIP_TYPE.CUSTOM_PROPERTIES,
        _custom(edition),
    )


def _add_core(edition: Edition, language: str, binder: Binder) -> None:
    core = binder.core_properties()
    core.title = carried(edition.title)[:_LONGEST]
    core.author = carried(edition.publisher)[:_LONGEST]
    core.identifier = carried(edition.number)[:_LONGEST]
    core.language = carried(language)[:_LONGEST]
    if edition.day:
        core.created = core.modified = datetime.combine(edition.day, time(), UTC)


def digest(pages: Iterable[Page]) -> str:
    """The SHA-256 of the OCR text of pages, by which a document tells what it was made from."""
    sources = "\f".join(page.source for page in pages)
    return sha256(sources.encode("utf-8", "surrogatepass")).hexdigest()


def _custom(edition: Edition) -> str:
    values = {
        "Model": VERSION,
        "Source": "; ".join(page.name for page in edition.pages),
        "Source SHA-256": digest(edition.pages),
    }
    properties = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), 2)  # 0 and 1 are reserved
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}custom-properties" '
        f'xmlns:vt="{_OFFICE}docPropsVTypes">{properties}</Properties>'
    )
