"""A paragraph of the edition as one of the document: its style, its words, its way out."""

import re

from exporters.docx.editing import Track
from exporters.docx.job import Job
from exporters.docx.jumps import linked
from exporters.docx.look import Style
from exporters.docx.wording import end_of, runs
from exporters.docx.wordml import Par
from layout.model import Paragraph, Role
from layout.text import LineEnd, Text

_NUMBERED = re.compile(r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳])")


def style_of(paragraph: Paragraph, job: Job, *, brief: bool = False) -> Style:
    """The style of a role; an item with a number, or its source's bullet, needs no other."""
    style = job.look.for_role(paragraph.role, brief=brief)
    has_its_own = job.editing.track is Track.REJECT or _NUMBERED.match(paragraph.plain)
    return job.look.named("Numbered Item") if style.bullet and has_its_own else style


def paragraph_piece(paragraph: Paragraph, style: str, job: Job, *, parted: bool) -> Par:
    """The paragraph in the style of that id; `parted`: broken where its lines ended in print."""
    if paragraph.role is Role.JUMP:
        return Par(style, linked(paragraph, job))
    words = runs(paragraph.text, job, _ends(paragraph.text) if parted else frozenset())
    end = end_of(paragraph.text, job)
    return Par(style, words, (end,), leaves=True) if end else Par(style, words)


def _ends(text: Text) -> frozenset[int]:
    """Behind which characters a line of the print ended, a blank that is kept counted to it."""
    ends = (o + len(f.text) for o, f in text.placed() if isinstance(f.mark, LineEnd))
    return frozenset(end for end in ends if 0 < end < len(text))
