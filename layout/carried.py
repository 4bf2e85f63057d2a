"""What XML can carry of a text: DOCX and EPUB are written in it, and a DOCX comes back in it."""

import re

UNCARRIED = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""XML 1.0, production 2, turned round; surrogates cannot even be encoded."""


def carried(text: str) -> str:
    """The text with U+FFFD for every character that XML cannot carry."""
    return UNCARRIED.sub("\N{REPLACEMENT CHARACTER}", text)
