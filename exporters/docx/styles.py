"""styles.xml and fontTable.xml: the look as named styles, for an edition's language and sizes.

Children stand in the order that the schema asks for (ECMA-376 part 1, 17.7.4 and 17.3.1, 17.3.2).
"""

from collections.abc import Iterable, Iterator

from exporters.docx.case import Sister
from exporters.docx.look import Look, Style
from exporters.docx.wordml import DECLARATION, NAMESPACES, escaped, twips
from layout.script import is_east_asian

BULLETS = 1  # the number of the bullet list in numbering.xml

# What every paragraph starts from. Marks do not hang in the margin; opening ones are cut to half.
_PARAGRAPH_DEFAULTS = (
    "<w:widowControl/><w:kinsoku/><w:wordWrap/>"
    '<w:overflowPunct w:val="0"/><w:topLinePunct/><w:autoSpaceDE/><w:autoSpaceDN/>'
)
_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)
_BUILT_IN = """
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="CommentReference">\
<w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/>\
<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>\
<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>\
<w:top w:w="0" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>\
<w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="NewsTable"><w:name w:val="News Table"/>\
<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>\
<w:top w:val="single" w:sz="8" w:space="0" w:color="auto"/>\
<w:bottom w:val="single" w:sz="8" w:space="0" w:color="auto"/>\
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="808080"/>\
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="808080"/></w:tblBorders></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>\
<w:uiPriority w:val="99"/><w:semiHidden/></w:style>
"""
_KNOWN_TO_WORD = frozenset(
    {"Normal", "heading 1", "heading 2", "header", "footer", "caption", "annotation text"}
)


def styles_xml(look: Look, language: str, sisters: Iterable[Sister]) -> str:
    """styles.xml: the look's styles, and the sisters that the edition asked for."""
    writer = _Writer(look, language)
    styles = "\n".join([*map(writer.style, look.styles), *map(writer.sister, sisters)])
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{writer.defaults()}{_LATENT}\n"
        f"{styles}{_BUILT_IN}</w:styles>"
    )


def fonts_xml(look: Look, language: str) -> str:
    """fontTable.xml: the fonts that the styles name, with what may stand in for them."""
    names = sorted({*look.faces_for(language).values(), *look.faces["latin"].values()})
    fonts = "".join(_font(name, look) for name in names)
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>"


def _font(name: str, look: Look) -> str:
    font = look.fonts[name]
    return (
        f'<w:font w:name="{escaped(name)}"><w:altName w:val="{escaped(font.other)}"/>'
        f'<w:charset w:val="{font.charset}"/><w:family w:val="{font.family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
    )


class _Writer:
    """Writes styles for one language."""

    def __init__(self, look: Look, language: str) -> None:
        self._look = look
        self._ids = {style.name: style.key for style in look.styles}
        self._faces = look.faces_for(language)
        self._latin = look.faces["latin"]
        self._language = look.language(language)
        self._east_asian = is_east_asian(language)

    def defaults(self) -> str:
        language = escaped(self._language)
        tags = (
            f'w:val="en-US" w:eastAsia="{language}"' if self._east_asian else f'w:val="{language}"'
        )
        return (
            f'<w:docDefaults><w:rPrDefault><w:rPr>{self._fonts("song")}<w:kern w:val="2"/>'
            f'<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang {tags}/></w:rPr></w:rPrDefault>'
            f"<w:pPrDefault><w:pPr>{_PARAGRAPH_DEFAULTS}</w:pPr></w:pPrDefault></w:docDefaults>"
        )

    def style(self, style: Style) -> str:
        own = "" if style.name in _KNOWN_TO_WORD else ' w:customStyle="1"'
        default = ' w:default="1"' if style.name == "Normal" else ""
        return (
            f'<w:style w:type="paragraph"{default}{own} w:styleId="{style.key}">'
            f'<w:name w:val="{style.name}"/>{self._kin(style)}<w:qFormat/>'
            f"{_filled('w:pPr', ''.join(self._paragraph(style)))}"
            f"{_filled('w:rPr', ''.join(self._run(style)))}</w:style>"
        )

    def sister(self, sister: Sister) -> str:
        style, fit = sister.style, sister.fit
        tracking = f'<w:spacing w:val="{twips(fit.tracking)}"/>' if fit.tracking else ""
        return (
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{sister.key}">'
            f'<w:name w:val="{sister.name}"/><w:basedOn w:val="{style.key}"/><w:qFormat/>'
            f"<w:pPr>{_leading(fit.leading)}{self._indent(style, fit.size)}</w:pPr>"
            f"<w:rPr>{_colour(fit.grey)}{tracking}{_size(fit.size)}</w:rPr></w:style>"
        )

    def _kin(self, style: Style) -> str:
        based = f'<w:basedOn w:val="{self._ids[style.based]}"/>' if style.based else ""
        after = f'<w:next w:val="{self._ids[style.next]}"/>' if style.next else ""
        return based + after

    def _paragraph(self, style: Style) -> Iterator[str]:
        if style.keep_next:
            yield "<w:keepNext/>"
        if style.keep_lines:
            yield "<w:keepLines/>"
        if style.bullet:
            yield f'<w:numPr><w:numId w:val="{BULLETS}"/></w:numPr>'
        if style.leading is not None:
            yield _leading(style.leading)
        yield self._indent(style, self._look.size_of(style))
        if style.align:
            yield f'<w:jc w:val="{style.align}"/>'
        if style.outline is not None:
            yield f'<w:outlineLvl w:val="{style.outline}"/>'

    def _indent(self, style: Style, size: float) -> str:
        """Indents in hundredths of a character, and in twips for those who do not count in them."""
        if not style.first_line_ems and not style.left_ems:
            return ""
        first, left = style.first_line_ems, style.left_ems
        if not self._east_asian:
            return f'<w:ind w:left="{twips(left * size)}" w:firstLine="{twips(first * size / 2)}"/>'
        return (
            f'<w:ind w:leftChars="{round(left * 100)}" w:left="{twips(left * size)}" '
            f'w:firstLineChars="{round(first * 100)}" w:firstLine="{twips(first * size)}"/>'
        )

    def _run(self, style: Style) -> Iterator[str]:
        if style.face:
            yield self._fonts(style.face)
        if style.bold:
            yield "<w:b/><w:bCs/>"
        if style.size:
            yield _size(style.size)

    def _fonts(self, face: str) -> str:
        latin = escaped(self._latin[face])
        own = escaped(self._faces[face])
        return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{own}" w:cs="{latin}"/>'


def _colour(grey: float) -> str:
    return f'<w:color w:val="{f"{round(grey * 255):02X}" * 3}"/>' if grey else ""


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _filled(element: str, content: str) -> str:
    return f"<{element}>{content}</{element}>" if content else ""


def _leading(points: float) -> str:
    """An exact line height; 0 stands for as high as its content, which a picture needs."""
    if not points:
        return '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    return f'<w:spacing w:before="0" w:after="0" w:line="{twips(points)}" w:lineRule="exact"/>'
