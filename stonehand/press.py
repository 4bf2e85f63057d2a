"""An edition ready for the formats; fonts are sought and sheets composed when one asks for them."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from exporters import Pictures
from layout.geometry import Size
from layout.model import Edition
from layout.sheet import Forme
from layout.spread import Spread, in_turn
from stonehand.pictures import sizes

if TYPE_CHECKING:
    from fonts.metrics import Ruler
    from layout.style import Style


@dataclass(frozen=True, slots=True)
class Setup:
    """How sheets are set up.

    `lines` is "reflow" or "original"; `columns` of a sheet and `body_size` in points are None where
    the house style decides; `fonts` are folders to look in for characters that its faces lack;
    `apparatus` is "none", "marks" or "full".
    """

    paper: str = "broadsheet"
    lines: str = "reflow"
    columns: int | None = None
    body_size: float | None = None
    fonts: tuple[Path, ...] = ()
    apparatus: str = "marks"

    @property
    def style(self) -> "Style":
        """The house style so set up. Raises UsageError for what no sheet can be made of."""
        from layout.style import Apparatus, LineMode, style  # EPUB and JSON have no sheets

        lines, apparatus = LineMode(self.lines), Apparatus(self.apparatus)
        return style(self.paper, lines, self.columns, self.body_size, apparatus)


USUAL = Setup()


@dataclass(frozen=True)
class Press:
    """The edition with its pictures; `notes` tells which pictures and glyphs are not there.

    `spread` may compose several pages at a time.
    """

    edition: Edition
    pictures: Pictures
    setup: Setup = USUAL
    notes: list[str] = field(default_factory=list)
    spread: Spread = in_turn

    @property
    def paper(self) -> Size:
        """The size of a sheet."""
        return self.setup.style.paper.size

    @cached_property
    def ruler(self) -> "Ruler":
        """A ruler with fonts enough for the edition, if there are any."""
        from fonts.finding import ruler_for

        ruler, missing = ruler_for(self.edition, self.setup.fonts)
        self.notes.extend(map(str, missing))
        return ruler

    @cached_property
    def forme(self) -> Forme:
        """The composed sheets."""
        from layout.compose import compose

        pictures = sizes(self.pictures)
        return compose(self.edition, self.setup.style, self.ruler, pictures, self.spread)
