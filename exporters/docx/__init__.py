"""DOCX: the edition as an editor expects it in a word processor."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import assert_never

from docx.opc.constants import CONTENT_TYPE

from exporters.docx.case import Case
from exporters.docx.document import Story, document_xml
from exporters.docx.editing import Arrangement, Editing, Track
from exporters.docx.job import Job
from exporters.docx.jumps import targets_of
from exporters.docx.look import look, sheet_of
from exporters.docx.notes import Notes
from exporters.docx.package import Binder
from exporters.docx.properties import add_properties
from exporters.docx.settings import numbering_xml, settings_xml
from exporters.docx.story import bands_of
from exporters.docx.styles import fonts_xml, styles_xml
from layout.geometry import Size, mm
from layout.marks import gap_mark
from layout.model import Edition, Page
from layout.sheet import Forme

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
    job = _job(edition, images, _size(sheet, editing), editing)
    stories = [Story(page, each, bands_of(page, each)) for page, each in _pages(edition, job)]
    return _finished(edition, document_xml(stories), job)


def write_page(
    edition: Edition,
    forme: Forme,
    images: Mapping[str, bytes] = _NO_IMAGES,
    editing: Editing = _CLEAN,
) -> bytes:
    """The edition as a DOCX that looks like its composed sheets; text flows from box to box.

    The forme must have been composed from this edition. Comments stand beside the boxes.
    """
    # It measures type, and whoever wants columns should not wait for the fonts.
    from exporters.docx.placed import placed_xml

    size = forme.sheets[0].size if forme.sheets else BROADSHEET
    job = _job(edition, images, size, editing, in_boxes=True)
    jobs = [each for _, each in _pages(edition, job)]
    return _finished(edition, placed_xml(edition, forme, jobs), job)


def _job(
    edition: Edition,
    images: Mapping[str, bytes],
    size: Size,
    editing: Editing,
    *,
    in_boxes: bool = False,
) -> Job:
    """What all pages of an edition are set with."""
    return Job(
        page=0,
        language=edition.language,
        gap_mark=gap_mark(edition.language),
        look=look(),
        sheet=sheet_of(size, look().margins),
        case=Case(look()),
        binder=Binder(),
        images=images,
        targets=targets_of(edition),
        editing=editing,
        notes=Notes(editing, apart=in_boxes) if editing.track is Track.ALL else None,
    )


def _pages(edition: Edition, job: Job) -> Iterator[tuple[Page, Job]]:
    for number, page in enumerate(edition.pages):
        mark = gap_mark(page.language)
        yield page, replace(job, page=number, language=page.language, gap_mark=mark)


def _size(sheet: Size, editing: Editing) -> Size:
    match editing.arrangement:
        case Arrangement.COLUMNS:
            return sheet
        case Arrangement.PLAIN:
            return Size(mm(look().plain.width_mm), mm(look().plain.height_mm))
        case _:
            assert_never(editing.arrangement)


def _finished(edition: Edition, story: str, job: Job) -> bytes:
    """The story with all that it refers to."""
    style, language, tracked = job.look, edition.language, job.notes is not None
    settings = settings_xml(style, language, tracked=tracked)
    parts = (
        ("styles", CONTENT_TYPE.WML_STYLES, styles_xml(style, language, job.case.sisters())),
        ("settings", CONTENT_TYPE.WML_SETTINGS, settings),
        ("numbering", CONTENT_TYPE.WML_NUMBERING, numbering_xml()),
        ("theme", CONTENT_TYPE.OFC_THEME, _THEME.read_text("utf-8")),
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, fonts_xml(style, language)),
        ("comments", CONTENT_TYPE.WML_COMMENTS, job.notes.comments_xml() if job.notes else ""),
    )
    for name, content_type, markup in parts:
        if markup:
            job.binder.add(f"{name}.xml", content_type, f"{_RELATIONS}{name}", markup)
    add_properties(edition, style.language(language), job.binder)
    return job.binder.seal(story)
