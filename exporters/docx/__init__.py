"""DOCX: the edition as an editor expects it in a word processor."""

from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType

from docx.opc.constants import CONTENT_TYPE

from exporters.docx.document import Story, document_xml
from exporters.docx.job import Job
from exporters.docx.jumps import targets_of
from exporters.docx.look import look, sheet_of
from exporters.docx.package import Binder
from exporters.docx.properties import add_properties
from exporters.docx.settings import numbering_xml, settings_xml
from exporters.docx.story import bands_of
from exporters.docx.styles import Fit, fonts_xml, styles_xml
from layout.geometry import Size, mm
from layout.marks import gap_mark
from layout.model import Edition

BROADSHEET = Size(mm(390), mm(545))
_THEME = Path(__file__).with_name("theme.xml")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_NO_IMAGES: Mapping[str, bytes] = MappingProxyType({})


def write(
    edition: Edition, images: Mapping[str, bytes] = _NO_IMAGES, sheet: Size = BROADSHEET
) -> bytes:
    """The edition as a DOCX, the same bytes for the same edition.

    `images` holds the bytes of each picture by the path that the page gives it; one that is not
    there, or no picture, is a frame. Word takes sheets of up to 22 inches (1584 points).
    """
    binder, style = Binder(), look()
    paper, targets = sheet_of(sheet, style.margins), targets_of(edition)
    stories = []
    for page in edition.pages:
        job = Job(page.language, gap_mark(page.language), style, paper, binder, images, targets)
        stories.append(Story(page, job, bands_of(page, job)))
    document = document_xml(stories)
    columns = {band.columns for story in stories for band in story.bands}
    _add_parts(edition, {Fit(each.size, each.tracking) for each in columns}, binder)
    return binder.seal(document)


def _add_parts(edition: Edition, fits: Collection[Fit], binder: Binder) -> None:
    style, language = look(), edition.language
    parts = (
        ("styles", CONTENT_TYPE.WML_STYLES, styles_xml(style, language, fits)),
        ("settings", CONTENT_TYPE.WML_SETTINGS, settings_xml(style, language)),
        ("numbering", CONTENT_TYPE.WML_NUMBERING, numbering_xml()),
        ("theme", CONTENT_TYPE.OFC_THEME, _THEME.read_text("utf-8")),
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, fonts_xml(style, language)),
    )
    for name, content_type, markup in parts:
        binder.add(f"{name}.xml", content_type, f"{_RELATIONS}{name}", markup)
    add_properties(edition, style.language(language), binder)
