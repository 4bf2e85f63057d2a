"""HTML and fences that engines write into their Markdown: the marks are dropped, the words stay.

Models that read pages centre a caption by `<div align="center">`, break a line by `<br>`, name a
picture by `<img>`, leave comments, say what a block is and where it stood (`<page_number>`,
`<|ref|>title<|/ref|><|det|>[[60, 80, 730, 140]]<|/det|>`), and put the whole page into a fence of
backticks. Only these and the tags that dress words count; anything else in angle brackets is text
and stays text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from layout.model import PictureBlock
from layout.text import Amendment, Edit, Rule, Text

FENCE = re.compile(r"[ \t]*(?:`{3,}|~{3,})[ \t]*[\w-]*[ \t]*$")
_TAG = re.compile(
    r"<\|(ref|det)\|>.*?<\|/\1\|>|<\|/?\w+\|>"
    r"|<!--.*?-->|</?(?:a|b|big|blockquote|body|br|center|div|em|figcaption|figure|font|footer|h[1-6]|header|hr|html|i"
    r"|ins|mark|p|page_number|s|section|small|span|strong|sub|sup|u|watermark)(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
_LINE_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_PICTURE = re.compile(r"<img\s[^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"\ssrc\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
_MARKUP = Edit(Rule.MARKUP)


def without_tags(text: Text) -> Iterator[Text | PictureBlock]:
    """The words of a block without the tags around them, cut where pictures stand between them.

    Tags round a picture with no words between them are the picture's.
    """
    last: Text | PictureBlock | None = None
    for part in _parts(text):
        if isinstance(last, PictureBlock) and isinstance(part, Text) and not part.plain.strip():
            last = replace(last, marks=last.marks + part.read_as("", _MARKUP))
        elif isinstance(last, Text) and isinstance(part, PictureBlock) and not last.plain.strip():
            last = replace(part, marks=last.read_as("", _MARKUP) + part.marks)
        else:
            if last is not None:
                yield last
            last = part
    if last is not None:
        yield last


def _parts(text: Text) -> Iterator[Text | PictureBlock]:
    plain, position = text.plain, 0
    for tag in _PICTURE.finditer(plain):
        if address := _ADDRESS.search(tag[0]):
            yield from _words(text, position, tag.start())
            picture = text.cut(tag.start(), tag.end()).read_as("", _MARKUP)
            yield PictureBlock(address[1], Text(), picture)
            position = tag.end()
    yield from _words(text, position, len(plain))


def _words(text: Text, start: int, end: int) -> Iterator[Text]:
    part = text.cut(start, end)
    if part.fragments:
        yield part.amended(
            Amendment(tag.start(), tag.end(), "\n" * bool(_LINE_BREAK.match(tag[0])), _MARKUP)
            for tag in _TAG.finditer(part.plain)
        )
