"""What an editor asks of a DOCX: its columns, what becomes of the corrections, in whose name."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from exporters.wishes import Track

__all__ = ["Arrangement", "Editing", "Track"]


class Arrangement(StrEnum):
    """The columns of the newspaper, or one column for editors and screen readers."""

    COLUMNS = "columns"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Editing:
    """How an edition is handed to its editor.

    `author` and `date` stand at each revision and comment. What the print left behind without
    meaning anything (old line ends, marks of the OCR's format) is hidden text under an author of
    its own, so that an editor sees corrections and not a deleted blank in every line.
    """

    arrangement: Arrangement = Arrangement.COLUMNS
    track: Track = Track.ACCEPT
    author: str = "Stonehand"
    date: datetime | None = None

    @property
    def residue_author(self) -> str:
        """In whose name residue is removed."""
        return f"{self.author} (residue)"
