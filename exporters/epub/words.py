"""Text as a reader sees it: the rebuilt words, with notes where print is missing or was mended.

The sign for missing print and the mended words are themselves the links to their notes, so a book
reads letter for letter like the other formats. A note begins with the words that it is about, and
says what was done to them and on what evidence. Words that an editor added stand in brackets.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple, assert_never

from exporters.epub.labels import Labels
from exporters.epub.markup import Markup, element, escaped
from layout.evidence import told
from layout.marks import beside_signs, gap_mark, supplied_marks
from layout.script import is_east_asian
from layout.text import NOTED, Edit, Fragment, Gap, LineEnd, Mark, Rule, Suggestion, Text

_REACH, _CHARACTERS, _WORDS = 60, 8, 3
_SHORT_NUMBER = re.compile(r"(?<![\w.,#&/%])[0-9]{1,2}(?![0-9A-Za-z]|[.,/%][0-9A-Za-z]?)", re.ASCII)
_UPRIGHT = r'<span class="upright">\g<0></span>'


@dataclass(frozen=True, slots=True)
class Voice:
    """The language of the words, what the book says in it, the label of the page they are from.

    `vertical`: lines run downwards, so short numbers are turned upright.
    """

    language: str
    labels: Labels
    page: str
    vertical: bool = False

    def set(self, words: str) -> Markup:
        """Words as markup that reads as exactly these words."""
        plain = escaped(words)
        return Markup(_SHORT_NUMBER.sub(_UPRIGHT, plain)) if self.vertical else plain


class _Place(NamedTuple):
    """A fragment in its text: its number, its offset, what is seen of it, what its note is about.

    `subject` is None where there is no note.
    """

    number: int
    offset: int
    fragment: Fragment
    seen: str
    subject: Mark | None


def set_words(text: Text, anchor: str, voice: Voice, *, in_parts: bool = False) -> Markup:
    """The words with a link at every place that has a note; `anchor` is unique in the chapter.

    With `in_parts` the lines of the old print are kept, as a headline wants it.
    """
    pieces: list[str] = []
    for place in _places(text, voice.language):
        ends_line = isinstance(place.fragment.mark, LineEnd)
        if in_parts and ends_line and 0 < place.offset < len(text):
            pieces.append("<br/>")
        pieces.append(_set(place, f"{anchor}-{place.number}", voice, _white(text.plain, place)))
    return Markup("".join(pieces))


def notes_on(text: Text, anchor: str, voice: Voice) -> Iterator[Markup]:
    """The notes to which those links lead."""
    for place in _places(text, voice.language):
        if place.subject is not None:
            lemma = _lemma(text.plain, place, voice)
            said = _said(place.fragment, place.subject, voice)
            yield _note(lemma, said, f"{anchor}-{place.number}", voice)


def column_breaks(text: Text, anchor: str) -> Iterator[str]:
    """The ids of the places where a column of the print edition ended."""
    for n, fragment in enumerate(text.fragments):
        if _ends_column(fragment):
            yield f"column-{anchor}-{n}"


def is_seam(fragment: Fragment) -> bool:
    """Whether the words behind it were brought here from another place of the OCR text."""
    mark = fragment.mark
    return isinstance(mark, LineEnd) and bool(mark.why) and not fragment.raw


def _ends_column(fragment: Fragment) -> bool:
    return isinstance(fragment.mark, LineEnd) and fragment.mark.column


def _places(text: Text, language: str) -> Iterator[_Place]:
    """Every fragment; a note on words that were brought here hangs on the first of them."""
    seam: Mark | None = None
    fragments = text.fragments
    for number, (offset, fragment) in enumerate(text.placed()):
        subject = fragment.mark if _is_noted(fragment) else None
        if is_seam(fragment):
            seam = fragment.mark
        elif seam and fragment.mark is None and fragment.text.strip():
            subject, seam = seam, None
        is_first = not (number and fragments[number - 1].is_added)
        is_last = not (number + 1 < len(fragments) and fragments[number + 1].is_added)
        seen = _seen(fragment, language, is_first=is_first, is_last=is_last)
        yield _Place(number, offset, fragment, seen, subject)


def _is_noted(fragment: Fragment) -> bool:
    match fragment.mark:
        case Gap():
            return True
        case Suggestion():
            return bool(fragment.text.strip())
        case Edit(rule):
            left = rule is Rule.EDITOR and fragment.text == fragment.raw  # looked at, no more
            return rule in NOTED and not left and bool(fragment.text.strip())
        case LineEnd() | None:
            return False
        case _:
            assert_never(fragment.mark)


def _seen(fragment: Fragment, language: str, *, is_first: bool, is_last: bool) -> str:
    """The words, the sign for missing ones, brackets round a row of fragments that were added."""
    if isinstance(fragment.mark, Gap):
        return gap_mark(language)
    if not fragment.is_added:
        return fragment.text
    before, behind = supplied_marks(language)
    return (before if is_first else "") + fragment.text + (behind if is_last else "")


def _white(plain: str, place: _Place) -> str:
    """The classes of a Latin sign for lost print with white at either side."""
    before = plain[max(0, place.offset - 1) : place.offset]
    sides = beside_signs(f"{before}{place.seen}{plain[place.offset : place.offset + 1]}")
    return "".join(" behind-word" if side == len(before) else " before-word" for side in sides)


def _set(place: _Place, anchor: str, voice: Voice, white: str) -> Markup:
    words = voice.set(place.seen)
    if _ends_column(place.fragment):
        label = voice.labels.column_break.format(label=voice.page)
        return Markup(page_break(f"column-{anchor}", label) + words)
    if place.subject is None:
        return words
    kind = f"gap{white}" if isinstance(place.subject, Gap) else "mended"
    link = {"id": f"ref-{anchor}", "href": f"#note-{anchor}", "class": kind}
    return element("a", {**link, "epub:type": "noteref", "role": "doc-noteref"}, words)


def page_break(anchor: str, label: str) -> Markup:
    """The place where a page or column of the print edition begins."""
    kind = {"epub:type": "pagebreak", "role": "doc-pagebreak"}
    return element("span", {**kind, "id": anchor, "aria-label": label})


def _lemma(plain: str, place: _Place, voice: Voice) -> Markup:
    """What the note is about, in bold, with a few characters or words in front of it."""
    offset, words = place.offset, place.fragment.text
    before, behind = plain[max(0, offset - _REACH) : offset], plain[offset + len(words) :]
    if is_east_asian(voice.language):
        lead, tail = before[-_CHARACTERS:], ""
    else:
        lead = " ".join(before.split(" ")[-_WORDS:])
        tail = behind.split(" ", 1)[0][:_REACH] if words else ""
    return Markup(voice.set(lead) + element("b", {}, voice.set(place.seen)) + voice.set(tail))


def _note(lemma: Markup, said: str, anchor: str, voice: Voice) -> Markup:
    back = element("a", {"href": f"#ref-{anchor}", "role": "doc-backlink"}, lemma)
    kind = {"epub:type": "footnote", "role": "doc-footnote", "id": f"note-{anchor}"}
    return element("aside", kind, element("p", {}, back, voice.set(voice.labels.colon + said)))


def _said(fragment: Fragment, subject: Mark, voice: Voice) -> str:
    """What was done to a fragment, and why."""
    labels = voice.labels
    evidence = told(subject.why, voice.language)
    why = labels.because.format(evidence=evidence) if evidence else ""
    match subject:
        case Gap(longest, _, _, guess):
            lost = labels.note["gap"].format(longest=ceil(longest), why=why)
            return lost + (labels.between + _guess(guess, labels) if guess else "")
        case Suggestion(reading, rule):
            given = {"reading": labels.quoted(reading), "rule": labels.rules[rule.name], "why": why}
            return labels.note["suggestion" if reading else "doubt"].format_map(given)
        case Edit(rule):
            given = {"raw": labels.quoted(fragment.raw), "rule": labels.rules[rule.name]}
            return labels.note[_fate(fragment)].format_map({**given, "why": why})
        case LineEnd():
            return labels.note["moved"].format(why=why)
        case _:
            assert_never(subject)


def _guess(guess: str, labels: Labels) -> str:
    return labels.note["guess"].format(guess=labels.quoted(guess))


def _fate(fragment: Fragment) -> str:
    if not fragment.raw:
        return "supplied"
    return "kept" if fragment.text == fragment.raw else "changed"
