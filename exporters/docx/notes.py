"""Comments: what rebuilding left in doubt, and what a person set, told to the editor at its place.

A comment names what is doubtful, the evidence and its certainty; comments.xml holds its words, the
story the place (ECMA-376 part 1, 17.13.4). Its own words are in the language of the page.
"""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import assert_never

from exporters.docx.editing import Editing
from exporters.docx.look import nearest
from exporters.docx.wordml import DECLARATION, NAMESPACES, Par, escaped, run
from layout.marks import most_lost
from layout.text import Edit, Gap, LineEnd, Mark, Rule, Suggestion

_SURE = 0.95  # a join that is surer needs no comment
_REFERENCE = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'


@cache
def _phrases() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("notes.toml").read_text("utf-8"))


def evidence(mark: Mark | None, language: str) -> str:
    """What there is to say about a mark; nothing, if it leaves no doubt."""
    phrase = _phrases()[nearest(language, _phrases()) or "en"]
    match mark:
        case Gap(longest, why, certainty, guess):
            lost = phrase["gap"].format(
                longest=most_lost(longest), why=why, certainty=f"{certainty:.0%}"
            )
            return f"{lost} {phrase['guess'].format(guess=guess)}" if guess else lost
        case Suggestion(reading, rule, why, certainty):
            said = phrase["reading" if reading else "surplus"]
            return said.format(reading=reading, rule=rule, why=why, certainty=f"{certainty:.0%}")
        case LineEnd(column, why, certainty) if certainty < _SURE:
            said = phrase["column" if column else "line"]
            return said.format(why=why, certainty=f"{certainty:.0%}")
        case Edit(rule=Rule.EDITOR, why=why) if why:
            return phrase["person"].format(why=why)
        case LineEnd() | Edit() | None:
            return ""
        case _:
            assert_never(mark)


class Notes:
    """Collects the comments of one document.

    Those on text in boxes stand `apart`: their marks are not at the words, where Word has no room
    for them, but wait to be put beside the box.
    """

    def __init__(self, editing: Editing, *, apart: bool = False) -> None:
        self._editing = editing
        self._apart = apart
        self._waiting: list[str] = []
        self._comments: list[str] = []

    def on(self, markup: str, words: str) -> str:
        """The markup with a comment on it."""
        number = len(self._comments)
        signed = signature(self._editing.author, self._editing)
        own = f"<w:r>{_REFERENCE}<w:annotationRef/></w:r>{run(words)}"
        comment = Par("CommentText", own).markup()
        self._comments.append(f'<w:comment w:id="{number}" {signed}>{comment}</w:comment>')
        mark = f'<w:r>{_REFERENCE}<w:commentReference w:id="{number}"/></w:r>'
        if self._apart:
            self._waiting.append(mark)
            return markup
        return (
            f'<w:commentRangeStart w:id="{number}"/>{markup}<w:commentRangeEnd w:id="{number}"/>'
            f"{mark}"
        )

    def waiting(self) -> str:
        """The marks that wait, which wait no longer."""
        marks = "".join(self._waiting)
        self._waiting.clear()
        return marks

    def comments_xml(self) -> str:
        """comments.xml; empty if there is no comment."""
        if not self._comments:
            return ""
        comments = "".join(self._comments)
        return f"{DECLARATION}<w:comments {NAMESPACES}>{comments}</w:comments>"


@lru_cache(8)
def signature(author: str, editing: Editing) -> str:
    """The attributes that tell by whom and when."""
    date = f' w:date="{editing.date:%Y-%m-%dT%H:%M:%SZ}"' if editing.date else ""
    return f'w:author="{escaped(author)}"{date}'
