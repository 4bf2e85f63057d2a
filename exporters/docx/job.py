"""What every part of a page is set with: its language, the look, the sheet, the pictures."""

from collections.abc import Mapping
from dataclasses import dataclass

from exporters.docx.case import Case
from exporters.docx.editing import Editing
from exporters.docx.look import Look, Sheet
from exporters.docx.notes import Notes
from exporters.docx.package import Binder


@dataclass(frozen=True, slots=True)
class Job:
    """The job of one page, which has a number from 0 on.

    `targets` are the bookmarks of the pages that a jump line can lead to; `notes` takes comments,
    and is None where Word allows none.
    """

    page: int
    language: str
    gap_mark: str
    look: Look
    sheet: Sheet
    case: Case
    binder: Binder
    images: Mapping[str, bytes]
    targets: Mapping[str, str]
    editing: Editing
    notes: Notes | None
