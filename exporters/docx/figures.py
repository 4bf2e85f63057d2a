"""Pictures with their words: the picture itself, or a frame where it is absent.

A missing picture is a blank one with a thin line round it, so that an editor can choose "change
picture" and keep place, size and alternative text. The caption carries a hidden SEQ field: Word
lists and numbers the figures by it, and the printed words stay as they were.
"""

from collections.abc import Iterator

from exporters.docx.job import Job
from exporters.docx.shots import Shot, absent, shot_of
from exporters.docx.wording import runs
from exporters.docx.wordml import Par, emu, escaped
from layout.geometry import Size
from layout.model import Figure

_LINE_EMU = 6350
_CENTRED = '<w:jc w:val="center"/>'

# Word hides the number by \h, LibreOffice by the run's own property.
_HIDDEN = "<w:r><w:rPr><w:vanish/></w:rPr>"
_LIST_ENTRY = (
    f'{_HIDDEN}<w:fldChar w:fldCharType="begin"/></w:r>'
    f'{_HIDDEN}<w:instrText xml:space="preserve"> SEQ Figure \\* ARABIC \\h </w:instrText></w:r>'
    f'{_HIDDEN}<w:fldChar w:fldCharType="end"/></w:r>'
)


def figure_pieces(figure: Figure, width: float, job: Job, *, alone: bool) -> Iterator[Par]:
    """The picture at most `width` points wide, its caption and its credit; centred if alone."""
    looks = job.look.pictures
    if alone:
        width *= looks.widest_alone
    frame = Size(width, width * looks.missing_height)
    room = Size(width, job.sheet.size.height * looks.tallest)
    yield Par("Picture", _drawing(figure, frame, room, job))
    yield from words_below(figure, job, alone=alone)


def picture_piece(figure: Figure, room: Size, job: Job) -> Par:
    """The picture alone, as large as its room allows; a blank one where it is absent."""
    return Par("Picture", _drawing(figure, room, room, job))


def words_below(figure: Figure, job: Job, *, alone: bool) -> Iterator[Par]:
    """The caption and the credit, centred if they stand alone."""
    for words in (figure.caption, figure.credit):
        if words is not None:
            field = _LIST_ENTRY if words is figure.caption else ""
            style = job.look.for_role(words.role)
            yield Par(style.key, field + runs(words.text, job), (_CENTRED,) if alone else ())


def _drawing(figure: Figure, frame: Size, room: Size, job: Job) -> str:
    data = job.images.get(figure.path or "")
    found = shot_of(data) if data else None
    shot = found or absent(frame)
    size = _within(shot.size, room)
    relation = job.binder.add_picture(shot.data, shot.suffix)
    caption = figure.caption.plain if figure.caption else ""
    alt = escaped(figure.alt.plain or caption)
    number = job.binder.number()
    return _inline(f'id="{number}" name="Picture {number}" descr="{alt}"', relation, size, shot)


def _inline(names: str, relation: str, size: Size, shot: Shot) -> str:
    extent = f'cx="{emu(size.width)}" cy="{emu(size.height)}"'
    line = f'<a:ln w="{_LINE_EMU}"><a:solidFill><a:srgbClr val="808080"/></a:solidFill></a:ln>'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"<wp:docPr {names}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line if shot.absent else ""}</pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _within(size: Size, room: Size) -> Size:
    """A size made as large as the room allows, its proportions kept."""
    scale = min(1.0, room.width / size.width, room.height / size.height)
    return Size(size.width * scale, size.height * scale)
