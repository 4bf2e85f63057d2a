"""The words of a paragraph as runs, with the sign for lost print in its place."""

from collections.abc import Sequence
from itertools import pairwise

from exporters.docx.job import Job
from exporters.docx.wordml import run
from layout.text import Text


def runs(text: Text, job: Job, breaks: Sequence[int] = ()) -> str:
    """The text as runs, a line break at each of the given offsets."""
    cuts = (0, *breaks, len(text))
    lines = (text.cut(start, end).shown(job.gap_mark) for start, end in pairwise(cuts))
    return run("\n".join(lines))
