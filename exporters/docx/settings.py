"""settings.xml and numbering.xml: how the whole document behaves, and the bullet of its lists."""

from exporters.docx.look import Look
from exporters.docx.styles import BULLETS
from exporters.docx.wordml import DECLARATION, NAMESPACES, escaped
from layout.script import is_east_asian

# Lines that end with a break are not spread. Mode 15 is Word 2013 and later; without it Word opens
# a document in compatibility mode.
_COMPATIBILITY = (
    '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


def settings_xml(look: Look, language: str, *, tracked: bool) -> str:
    """settings.xml: adjacent marks are squeezed, as the trade sets them (CLREQ 3.1.6).

    A document with revisions records those of its editor too.
    """
    tracking = "<w:trackRevisions/>" if tracked else ""
    tag = escaped(look.language(language))
    theme = f'w:val="en-US" w:eastAsia="{tag}"' if is_east_asian(language) else f'w:val="{tag}"'
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:val="fullPage" w:percent="100"/>'
        f'{tracking}<w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"{_COMPATIBILITY}<w:themeFontLang {theme}/></w:settings>"
    )


def numbering_xml() -> str:
    """numbering.xml: one list, whose bullet stands in the line as the paper set it."""
    return (
        f'{DECLARATION}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:suff w:val="nothing"/><w:lvlText w:val="●"/>'
        '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        f'<w:num w:numId="{BULLETS}"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
