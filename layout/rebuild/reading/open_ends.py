"""What is said of a paragraph that ends in the air, in Chinese and English alike."""

import re

SHORT = "the last line is short, so nothing but its closing mark can be missing"
FULL = "the last line is full and ends in the air"
COMMA = "the paragraph ends with a mark that cannot end it"
OPEN = "the paragraph ends in the air"
JUMP = "the text ends in the air before a jump line: lost, or carried on there"
COMMAS = "，、,"
_CLOSED = re.compile(r"(?:[。！？!?…；;：:.—~][”’\"'」』）)】\]]*|[.!?](?:“| ?»)|[）)】\]])$")


def ends_open(words: str) -> bool:
    """Whether words end without a closing mark."""
    return not _CLOSED.search(words or ".")
