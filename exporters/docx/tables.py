"""Tables as tables: rows and cells, their heads repeated on every page, widths by their words.

Short cells stand in the middle of their column, below its head; long ones run from its left edge.
"""

from collections.abc import Iterator, Sequence

from exporters.docx.columns import ems
from exporters.docx.job import Job
from exporters.docx.wording import runs
from exporters.docx.wordml import Grid, Par, twips
from layout.model import Table
from layout.text import Text

_NARROWEST_EMS = 2.0
_WIDEST_EMS = 14.0  # longer words wrap
_PADDING_EMS = 1.2
_CENTRED_EMS = 9.0  # a column whose cells are all shorter is centred, as on a sheet

_CENTRE = ('<w:jc w:val="center"/>',)

_Column = tuple[int, tuple[str, ...]]
"""The width of a column in twips, and what its cells hold beside their style."""


def width_of(table: Table, job: Job) -> float:
    """How wide a table would like to be, in points."""
    return sum(_widths(table)) * job.look.named("Table Text").size


def table_pieces(table: Table, width: float, job: Job) -> Iterator[Grid]:
    """The table, as wide as its column; nothing where it has no cell."""
    shares = _widths(table)
    if not shares:
        return
    widths = [twips(width * share / sum(shares)) for share in shares]
    aligned = [_CENTRE if longest <= _CENTRED_EMS else () for longest in _longest(table)]
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    rows = "".join(
        _row(row, [*zip(widths, aligned, strict=True)], job, head=index < table.header_rows)
        for index, row in enumerate(table.rows)
    )
    yield Grid(
        '<w:tbl><w:tblPr><w:tblStyle w:val="NewsTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"{rows}</w:tbl>"
    )


def _widths(table: Table) -> list[float]:
    """The width of each column in ems: that of its longest cell, within reason."""
    return [min(max(each, _NARROWEST_EMS), _WIDEST_EMS) + _PADDING_EMS for each in _longest(table)]


def _longest(table: Table) -> list[float]:
    """The width of the longest cell of each column, in ems."""
    number = max((len(row) for row in table.rows), default=0)
    widest = [0.0] * number
    for row in table.rows:
        for index, cell in enumerate(row):
            widest[index] = max(widest[index], ems(cell.plain))
    return widest


def _row(row: tuple[Text, ...], columns: Sequence[_Column], job: Job, *, head: bool) -> str:
    full = (*row, *(Text(),) * (len(columns) - len(row)))  # the OCR drops empty cells at the end
    style = job.look.named("Table Head" if head else "Table Text").key
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{Par(style, runs(cell, job), properties).markup()}</w:tc>"
        for cell, (width, properties) in zip(full, columns, strict=True)
    )
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"
