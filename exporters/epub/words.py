"""Text as a reader sees it: the rebuilt words, with notes where print is missing or was mended.

The sign for missing print and the mended words are themselves the links to their notes, so a book
reads letter for letter like the other formats. A note begins with the words that it is about.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from exporters.epub.labels import Labels
from exporters.epub.markup import Markup, element, escaped
from layout.marks import gap_mark, is_east_asian
from layout.text import Edit, Fragment, Gap, LineEnd, Rule, Suggestion, Text

_NOTED = frozenset(
    {Rule.LOOK_ALIKE, Rule.CLOSING_MARK, Rule.LOST_YEAR, Rule.DISPLACED, Rule.EDITOR}
)
_REACH, _CHARACTERS, _WORDS = 60, 8, 3


@dataclass(frozen=True, slots=True)
class Voice:
    """The language of the words, what the book says in it, the label of the page they are from."""

    language: str
    labels: Labels
    page: str


def set_words(text: Text, anchor: str, voice: Voice, *, in_parts: bool = False) -> Markup:
    """The words with a link at every place that has a note; `anchor` is unique in the chapter.

    With `in_parts` the lines of the old print are kept, as a headline wants it.
    """
    pieces: list[str] = []
    for n, (offset, fragment) in enumerate(text.placed()):
        if in_parts and isinstance(fragment.mark, LineEnd) and 0 < offset < len(text):
            pieces.append("<br/>")
        pieces.append(_set(fragment, f"{anchor}-{n}", voice))
    return Markup("".join(pieces))


def notes_on(text: Text, anchor: str, voice: Voice) -> Iterator[Markup]:
    """The notes to which those links lead."""
    for n, (offset, fragment) in enumerate(text.placed()):
        if _is_noted(fragment):
            lemma = _lemma(text.plain, offset, fragment, voice)
            yield _note(fragment, lemma, f"{anchor}-{n}", voice)


def column_breaks(text: Text, anchor: str) -> Iterator[str]:
    """The ids of the places where a column of the print edition ended."""
    for n, fragment in enumerate(text.fragments):
        if _ends_column(fragment):
            yield f"column-{anchor}-{n}"


def _ends_column(fragment: Fragment) -> bool:
    return isinstance(fragment.mark, LineEnd) and fragment.mark.column


def _is_noted(fragment: Fragment) -> bool:
    match fragment.mark:
        case Gap():
            return True
        case Suggestion():
            return bool(fragment.text.strip())
        case Edit(rule):
            left = rule is Rule.EDITOR and fragment.text == fragment.raw  # looked at, no more
            return rule in _NOTED and not left and bool(fragment.text.strip())
        case LineEnd() | None:
            return False
        case _:
            assert_never(fragment.mark)


def _set(fragment: Fragment, anchor: str, voice: Voice) -> Markup:
    words = escaped(_seen(fragment, voice))
    if _ends_column(fragment):
        label = voice.labels.column_break.format(label=voice.page)
        return Markup(page_break(f"column-{anchor}", label) + words)
    if not _is_noted(fragment):
        return words
    kind = "gap" if isinstance(fragment.mark, Gap) else "mended"
    link = {"id": f"ref-{anchor}", "href": f"#note-{anchor}", "class": kind}
    return element("a", {**link, "epub:type": "noteref", "role": "doc-noteref"}, words)


def page_break(anchor: str, label: str) -> Markup:
    """The place where a page or column of the print edition begins."""
    kind = {"epub:type": "pagebreak", "role": "doc-pagebreak"}
    return element("span", {**kind, "id": anchor, "aria-label": label})


def _seen(fragment: Fragment, voice: Voice) -> str:
    return gap_mark(voice.language) if isinstance(fragment.mark, Gap) else fragment.text


def _lemma(plain: str, offset: int, fragment: Fragment, voice: Voice) -> Markup:
    """What the note is about, in bold, with a few characters or words in front of it."""
    before, behind = plain[max(0, offset - _REACH) : offset], plain[offset + len(fragment.text) :]
    if is_east_asian(voice.language):
        lead, tail = before[-_CHARACTERS:], ""
    else:
        lead = " ".join(before.split(" ")[-_WORDS:])
        tail = behind.split(" ", 1)[0][:_REACH] if fragment.text else ""
    return Markup(escaped(lead) + element("b", {}, escaped(_seen(fragment, voice))) + escaped(tail))


def _note(fragment: Fragment, lemma: Markup, anchor: str, voice: Voice) -> Markup:
    back = element("a", {"href": f"#ref-{anchor}", "role": "doc-backlink"}, lemma)
    said = escaped(voice.labels.colon + _said(fragment, voice.labels))
    kind = {"epub:type": "footnote", "role": "doc-footnote", "id": f"note-{anchor}"}
    return element("aside", kind, element("p", {}, back, said))


def _said(fragment: Fragment, labels: Labels) -> str:
    match fragment.mark:
        case Gap(longest, _, _, guess):
            lost = labels.note["gap"].format(longest=f"{longest:g}")
            return lost + (labels.between + _guess(guess, labels) if guess else "")
        case Suggestion(reading, rule):
            told = {"reading": labels.quoted(reading), "rule": labels.rules[rule.name]}
            return labels.note["suggestion" if reading else "doubt"].format_map(told)
        case Edit(rule):
            told = {"raw": labels.quoted(fragment.raw), "rule": labels.rules[rule.name]}
            return labels.note[_fate(fragment)].format_map(told)
        case LineEnd() | None:
            return ""
        case _:
            assert_never(fragment.mark)


def _guess(guess: str, labels: Labels) -> str:
    return labels.note["guess"].format(guess=labels.quoted(guess))


def _fate(fragment: Fragment) -> str:
    if not fragment.raw:
        return "supplied"
    return "kept" if fragment.text == fragment.raw else "changed"
