"""What a source marks as bold: its marks are dropped from the words, but they tell of the type.

Engines that write rich Markdown print in bold what was set in it: names of writers, questions, and
headlines, often run in with the text that follows (`**Dog found** A beagle came home ...`).
"""

from collections.abc import Sequence
from itertools import pairwise

from layout.rebuild.signs.latin_signs import OPENING_QUOTES
from layout.text import Edit, Rule, Text

Span = tuple[int, int]

_MARKS = ("**", "__", "***", "___")
_FEWEST_WORDS, _MOST_WORDS = 2, 14
_LEAST_TEXT = 6  # words: a name may stand over a place
_LEADS_ON = (":", ",", "—", "–", "-", ".")


def strong_spans(text: Text) -> tuple[Span, ...]:
    """From where to where the words of a block are bold."""
    places = [
        at
        for at, fragment in text.placed()
        if isinstance(fragment.mark, Edit)
        and fragment.mark.rule is Rule.MARKUP
        and fragment.raw.strip() in _MARKS
    ]
    return tuple(span for i, span in enumerate(pairwise(places)) if i % 2 == 0)


def run_in_end(words: str, spans: Sequence[Span]) -> int:
    """Where a bold heading ends that was run in with the text of its block; 0 for none."""
    start, end = spans[0] if spans else (0, 0)
    head, text = words[start:end].strip(), words[end:].lstrip()
    opens = text[:1].isupper() or text[:1].isdigit() or text[:1] in (*OPENING_QUOTES,)
    if words[:start].strip() or head.endswith(_LEADS_ON) or not opens:
        return 0
    fits = _FEWEST_WORDS <= len(head.split()) <= _MOST_WORDS
    return end if fits and len(text.split()) >= _LEAST_TEXT else 0
