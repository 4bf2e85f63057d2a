"""DOCX: the edition as an editor expects it in a word processor."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import assert_never

from docx.opc.constants import CONTENT_TYPE

from exporters.docx.case import Case
from exporters.docx.document import Story, document_xml
from exporters.docx.editing import Arrangement, Editing, Track
from exporters.docx.job import Job
from exporters.docx.jumps import targets_of
from exporters.docx.look import Look, look, sheet_of
from exporters.docx.notes import Notes
from exporters.docx.package import Binder
from exporters.docx.properties import add_properties
from exporters.docx.settings import numbering_xml, settings_xml
from exporters.docx.story import bands_of
from exporters.docx.styles import fonts_xml, styles_xml
from layout.geometry import Size, mm
from layout.marks import gap_mark
from layout.model import Edition

BROADSHEET = Size(mm(390), mm(545))
_THEME = Path(__file__).with_name("theme.xml")
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CLEAN = Editing()
_NO_IMAGES: Mapping[str, bytes] = MappingProxyType({})


def write(
    edition: Edition,
    images: Mapping[str, bytes] = _NO_IMAGES,
    sheet: Size = BROADSHEET,
    editing: Editing = _CLEAN,
) -> bytes:
    """The edition as a DOCX, the same bytes for the same edition.

    `images` holds the bytes of each picture by the path that the page gives it; one that is not
    there, or no picture, is a frame. Word takes sheets of up to 22 inches (1584 points); the plain
    arrangement has a sheet of its own.
    """
    tracked = editing.track is Track.ALL
    style, binder, notes = look(), Binder(), Notes(editing) if tracked else None
    case = Case(style)
    paper, targets = sheet_of(_size(sheet, editing, style), style.margins), targets_of(edition)
    stories = []
    for number, page in enumerate(edition.pages):
        job = Job(
            page=number,
            language=page.language,
            gap_mark=gap_mark(page.language),
            look=style,
            sheet=paper,
            case=case,
            binder=binder,
            images=images,
            targets=targets,
            editing=editing,
            notes=notes,
        )
        stories.append(Story(page, job, bands_of(page, job)))
    document = document_xml(stories)
    _add_parts(edition, case, notes, binder)
    return binder.seal(document)


def _size(sheet: Size, editing: Editing, style: Look) -> Size:
    match editing.arrangement:
        case Arrangement.COLUMNS:
            return sheet
        case Arrangement.PLAIN:
            return Size(mm(style.plain.width_mm), mm(style.plain.height_mm))
        case _:
            assert_never(editing.arrangement)


def _add_parts(edition: Edition, case: Case, notes: Notes | None, binder: Binder) -> None:
    style, language = look(), edition.language
    comments = notes.comments_xml() if notes else ""
    parts = (
        ("styles", CONTENT_TYPE.WML_STYLES, styles_xml(style, language, case.sisters())),
        (
            "settings",
            CONTENT_TYPE.WML_SETTINGS,
            settings_xml(style, language, tracked=notes is not None),
        ),
        ("numbering", CONTENT_TYPE.WML_NUMBERING, numbering_xml()),
        ("theme", CONTENT_TYPE.OFC_THEME, _THEME.read_text("utf-8")),
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, fonts_xml(style, language)),
        ("comments", CONTENT_TYPE.WML_COMMENTS, comments),
    )
    for name, content_type, markup in parts:
        if markup:
            binder.add(f"{name}.xml", content_type, f"{_RELATIONS}{name}", markup)
    add_properties(edition, style.language(language), binder)
