"""Emphasis, links, escapes and pictures inside a block: their marks are dropped, their words kept.

markdown-it says what is markup; the words are then found again in the text itself, one after the
other, so that every character keeps its place in the source.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from layout.model import PictureBlock
from layout.text import Amendment, Edit, Rule, Text

AS_TEXT = ("code", "fence", "reference", "backticks", "autolink", "html_inline", "text_join")
_MARKS = re.compile(r"[\\*_\[&]")
_WORDS = re.compile(r"\S+")
_ADDRESS = re.compile(r"\]\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)")
_MARKUP = Edit(Rule.MARKUP)
_PARSER = MarkdownIt("commonmark").disable(list(AS_TEXT))
# A mark of emphasis between one of these and a letter closes nothing in CommonMark, which knows
# blanks between words only: **地点：**省博物馆. For the parser they are letters.
_AS_LETTERS = str.maketrans(
    dict.fromkeys("，。：；！？、（）《》〈〉“”‘’「」『』【】〔〕…—·％", "x")
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A token found again: its place in the text, and how it reads."""

    start: int
    end: int
    reading: str


def without_marks(text: Text) -> tuple[Text | PictureBlock, ...]:
    """The words of a block without their marks, cut where pictures stand between them."""
    if not _MARKS.search(text.plain):
        return (text,)
    tokens = _tokens(text.plain)
    pictures = tuple(_pictures(text.plain, tokens))
    parts: list[Text | PictureBlock] = []
    position = 0
    for place, token in pictures:
        parts.append(_plain(text.cut(position, place.start)))
        parts.append(_picture(text.cut(place.start, place.end), token))
        position = place.end
    parts.append(_plain(text.cut(position, len(text))) if pictures else _read(text, tokens))
    return tuple(part for part in parts if isinstance(part, PictureBlock) or part.fragments)


def _tokens(plain: str) -> tuple[Token, ...]:
    parsed = _PARSER.parseInline(_shadow(plain))
    return tuple(child for token in parsed for child in token.children or ())


def _shadow(plain: str) -> str:
    """The text as it is parsed, place for place; with pictures in it, it is parsed as it is."""
    return plain if "![" in plain else plain.translate(_AS_LETTERS)


def _plain(text: Text) -> Text:
    return _read(text, _tokens(text.plain))


def _read(text: Text, tokens: Sequence[Token]) -> Text:
    words = tuple(_words(text.plain, tokens))
    changes = [
        Amendment(w.start, w.end, w.reading, _MARKUP)
        for w in words
        if w.reading != text.plain[w.start : w.end]
    ]
    ends = [0, *(w.end for w in words)]
    starts = [*(w.start for w in words), len(text)]
    for behind, before in zip(ends, starts, strict=True):
        changes += [
            Amendment(mark.start(), mark.end(), "", _MARKUP)
            for mark in _WORDS.finditer(text.plain, behind, max(behind, before))
        ]
    return text.amended(changes)


def _words(plain: str, tokens: Sequence[Token]) -> Iterator[_Word]:
    """Each token's words in the text; a token that cannot be found again is left as it stands.

    The address of a link is no word, nor is anything sought in it.
    """
    shadow, position = _shadow(plain), 0
    for token in tokens:
        if token.type == "link_close" and (address := _ADDRESS.search(shadow, position)):
            position = address.end()
            yield _Word(address.start(), position, "")
        written = token.markup if token.type == "text_special" else token.content
        if not written or token.type == "image":
            continue
        start = shadow.find(written, position)
        if start >= 0:
            position = start + len(written)
            same = token.type == "text"
            yield _Word(start, position, plain[start:position] if same else token.content)


def _pictures(plain: str, tokens: Sequence[Token]) -> Iterator[tuple[_Word, Token]]:
    position = 0
    for token in tokens:
        if token.type != "image":
            continue
        start = plain.find("![", position)
        address = plain.find(token.content, start) + len(token.content)
        end = plain.find(")", address) + 1
        if 0 <= start < end:
            position = end
            yield _Word(start, end, ""), token


def _picture(text: Text, token: Token) -> PictureBlock:
    words = token.content
    start = text.plain.find(words) if words else 2
    alt = text.cut(start, start + len(words)) if words else Text()
    before, behind = text.cut(0, start), text.cut(start + len(words), len(text))
    marks = before.read_as("", _MARKUP) + behind.read_as("", _MARKUP)
    return PictureBlock(str(token.attrs.get("src", "")), alt, marks)
