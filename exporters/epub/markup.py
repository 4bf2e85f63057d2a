"""XHTML by hand: text becomes markup only by being escaped, so nothing in it can act as markup."""

from collections.abc import Iterable, Mapping
from typing import NewType

from layout.carried import carried

Markup = NewType("Markup", str)
Attributes = Mapping[str, str]

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_EMPTY = frozenset({"br", "img", "link", "meta"})
_PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="{language}" xml:lang="{language}">
<head>
{head}
</head>
{body}
</html>
"""


def escaped(text: str) -> Markup:
    """The text as markup that reads as exactly this text."""
    return Markup(carried(text).translate(_ESCAPES))


def element(name: str, attributes: Attributes, *content: Markup) -> Markup:
    """An element; attributes with an empty value are left out, except alt."""
    given = "".join(
        f' {key}="{escaped(value)}"' for key, value in attributes.items() if value or key == "alt"
    )
    if name in _EMPTY:
        return Markup(f"<{name}{given}/>")
    return Markup(f"<{name}{given}>{''.join(content)}</{name}>")


def lines(content: Iterable[Markup]) -> Markup:
    """Pieces of markup below each other; for blocks, where space between them means nothing."""
    return Markup("\n".join(content))


def document(
    language: str,
    title: str,
    styles: Iterable[str],
    body: Markup,
    size: tuple[int, int] | None = None,
) -> bytes:
    """A whole XHTML file.

    `styles` are the names of its style sheets, `size` is that of a page that does not flow.
    """
    head = [element("title", {}, escaped(title))]
    if size:
        content = f"width={size[0]}, height={size[1]}"
        head.append(element("meta", {"name": "viewport", "content": content}))
    sheets = ({"rel": "stylesheet", "type": "text/css", "href": style} for style in styles)
    head += [element("link", sheet) for sheet in sheets]
    page = _PAGE.format(language=escaped(language), head=lines(head), body=body)
    return page.encode("utf-8")
