"""The sectPr of a section: how it begins, its sheet and margins, its columns (ECMA-376, 17.6)."""

from exporters.docx.columns import Columns
from exporters.docx.look import Sheet
from exporters.docx.wordml import TWIPS_PER_POINT, twips


def section_xml(start: str, references: str, columns: Columns, sheet: Sheet) -> str:
    """The w:sectPr element; `start` is where the section begins, `references` its header."""
    side = twips(sheet.side)
    size = f'w:w="{twips(sheet.size.width)}" w:h="{twips(sheet.size.height)}"'
    across = ' w:orient="landscape"' if sheet.size.width > sheet.size.height else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="{start}"/><w:pgSz {size}{across}/>'
        f'<w:pgMar w:top="{twips(sheet.top)}" w:right="{side}" w:bottom="{twips(sheet.bottom)}" '
        f'w:left="{side}" w:header="{twips(sheet.folio)}" w:footer="{twips(sheet.folio)}" '
        f'w:gutter="0"/><w:cols w:num="{columns.number}" w:space="{_gap(columns)}"/></w:sectPr>'
    )


def _gap(columns: Columns) -> int:
    """The gap in whole twips, rounded down: a column may be too wide, never too narrow."""
    return int(columns.gap * TWIPS_PER_POINT)
