"""Things placed on a sheet: boxes of text that flows from one to the next, rules and tints.

They are DrawingML shapes anchored to a paragraph and placed from the sheet's edge (ECMA-376 part 1,
20.4.2.3; word processing shapes as in [MS-ODRAWXML] 2.23). LibreOffice reads them as Word does.
"""

from collections.abc import Sequence

from exporters.docx.package import Binder
from exporters.docx.wordml import emu
from layout.geometry import Box
from layout.sheet import Rule, Tint

_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_NO_LINE = "<a:ln><a:noFill/></a:ln>"
_INSIDE = 'lIns="0" tIns="0" rIns="0" bIns="0" wrap="square"'


def text_boxes(boxes: Sequence[Box], content: str, binder: Binder) -> list[str]:
    """Boxes that hold one text: it begins in the first and flows on into the others."""
    chain = binder.number()
    first = f'<wps:txbx id="{chain}"><w:txbxContent>{content}</w:txbxContent></wps:txbx>'
    held = [first, *(f'<wps:linkedTxbx id="{chain}" seq="{n}"/>' for n in range(1, len(boxes)))]
    # A box that stands alone grows with its words, should a font be wider than ours.
    body = f"<wps:bodyPr {_INSIDE}>{'<a:spAutoFit/>' if len(boxes) == 1 else ''}</wps:bodyPr>"
    look = f"<a:noFill/>{_NO_LINE}"
    return [
        _anchored(box, _shape(box, look, f"{text}{body}", is_text=True), binder)
        for box, text in zip(boxes, held, strict=True)
    ]


def rule(line: Rule, binder: Binder) -> str:
    """A straight rule, level or upright, as a narrow rectangle: a line has no area to place."""
    across = abs(line.end.x - line.start.x) or line.width
    down = abs(line.end.y - line.start.y) or line.width
    x, y = (line.start.x + line.end.x - across) / 2, (line.start.y + line.end.y - down) / 2
    return tint(Tint(Box(x, y, across, down), fill=line.grey), binder)


def tint(tint: Tint, binder: Binder) -> str:
    """A filled or framed rectangle."""
    fill = "<a:noFill/>" if tint.fill is None else _filled(tint.fill)
    line = _NO_LINE if tint.line is None else _line(tint.line_width, tint.line)
    return _anchored(tint.box, _shape(tint.box, fill + line), binder)


def _filled(grey: float) -> str:
    level = f"{round(grey * 255):02X}" * 3
    return f'<a:solidFill><a:srgbClr val="{level}"/></a:solidFill>'


def _line(width: float, grey: float) -> str:
    return f'<a:ln w="{emu(width)}">{_filled(grey)}</a:ln>'


def _shape(box: Box, look: str, text: str = "", *, is_text: bool = False) -> str:
    kind = '<wps:cNvSpPr txBox="1"/>' if is_text else "<wps:cNvSpPr/>"
    return (
        f"<wps:wsp>{kind}<wps:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{look}</wps:spPr>'
        f"{text or f'<wps:bodyPr {_INSIDE}/>'}</wps:wsp>"
    )


def _anchored(box: Box, shape: str, binder: Binder) -> str:
    number = binder.number()
    size = f'cx="{emu(box.width)}" cy="{emu(box.height)}"'
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{_place("H", box.x)}{_place("V", box.y)}<wp:extent {size}/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Box {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}">{shape}</a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _place(axis: str, points: float) -> str:
    return (
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{emu(points)}</wp:posOffset>'
        f"</wp:position{axis}>"
    )
