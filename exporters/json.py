"""JSON: the model itself, every character of the source with what became of it.

A text is written as its reading (`text`), the offset in the page's source where it begins (`at`)
and its `history`: an entry for whatever is not plainly kept. Between two entries the text is the
source's own, from where the entry before it ended; so the source can be rebuilt from the file.
Offsets count Unicode characters. `stonehand.schema.json` beside this module describes the file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from json import JSONEncoder
from typing import TypeAlias, assert_never

from layout.geometry import Box, Size
from layout.model import (
    SET_IN_PARTS,
    VERSION,
    Article,
    Block,
    Edition,
    Figure,
    Folio,
    Measure,
    Page,
    Paragraph,
    Section,
    Table,
)
from layout.text import Edit, Fragment, Gap, LineEnd, Mark, Suggestion, Text

SCHEMA = "urn:stonehand:edition:1"

Value: TypeAlias = "str | int | float | Sequence[Value] | Mapping[str, Value] | None"
Object: TypeAlias = "dict[str, Value]"

_INDENT = " "
_WIDTH = 100
_scalar = JSONEncoder(ensure_ascii=False).encode


def write(edition: Edition) -> bytes:
    """The edition as UTF-8, indented, short objects on one line.

    A lone surrogate, which UTF-8 cannot carry, is escaped: JSON can.
    """
    return (_written(_edition(edition)) + "\n").encode("utf-8", "backslashreplace")


def _written(value: Value, margin: str = "") -> str:
    inner = margin + _INDENT
    match value:
        case dict():
            parts = [f"{_scalar(key)}: {_written(each, inner)}" for key, each in value.items()]
            return _enclosed("{", parts, "}", margin)
        case list():
            return _enclosed("[", [_written(each, inner) for each in value], "]", margin)
        case _:
            return _scalar(value)


def _enclosed(opening: str, parts: Sequence[str], closing: str, margin: str) -> str:
    line = opening + ", ".join(parts) + closing
    if len(margin) + len(line) <= _WIDTH and "\n" not in line:
        return line
    inner = f"\n{margin}{_INDENT}"
    return f"{opening}{inner}{f',{inner}'.join(parts)}\n{margin}{closing}"


def _edition(edition: Edition) -> Object:
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "title": edition.title,
        "language": edition.language,
        "day": edition.day.isoformat() if edition.day else None,
        "number": edition.number,
        "publisher": edition.publisher,
        "pages": [_page(page) for page in edition.pages],
    }


def _page(page: Page) -> Object:
    return {
        "name": page.name,
        "language": page.language,
        "folio": _folio(page.folio),
        "sections": [_section(section) for section in page.sections],
        "spare": _text(page.spare),
        "source": page.source,
        **({"scan": _rounded(page.scan)} if page.scan else {}),
    }


def _folio(folio: Folio) -> Object:
    return {
        "number": folio.number,
        "section": folio.section,
        "day": folio.day.isoformat() if folio.day else None,
        "weekday": folio.weekday,
        "paper": folio.paper,
        "editors": [{"duty": editor.duty, "name": editor.name} for editor in folio.editors],
        "paragraphs": [_paragraph(paragraph) for paragraph in folio.paragraphs],
    }


def _section(section: Section) -> Object:
    return {
        "name": section.name,
        "articles": [_article(article) for article in section.articles],
    }


def _article(article: Article) -> Object:
    return {
        "kind": article.kind.value,
        "title": article.title,
        "measure": _measure(article.measure) if article.measure else None,
        "columns": article.columns,
        "blocks": [_block(block) for block in article.blocks],
        **({"box": _rounded(article.box)} if article.box else {}),
    }


def _rounded(extent: Size | Box) -> Object:
    """In hundredths of a point, which is less than a pixel of any scan."""
    return {side: round(length, 2) for side, length in asdict(extent).items()}


def _measure(measure: Measure) -> Object:
    return {
        "width": measure.width,
        "narrowest": measure.narrowest,
        "punctuation": measure.punctuation.value,
        "certainty": measure.certainty,
        "lines": measure.lines,
    }


def _block(block: Block) -> Object:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Table():
            return {
                "role": "table",
                "header_rows": block.header_rows,
                "rows": [[_text(cell) for cell in row] for row in block.rows],
            }
        case Figure():
            return {
                "role": "figure",
                "path": block.path,
                "alt": _text(block.alt),
                "caption": _paragraph(block.caption) if block.caption else None,
                "credit": _paragraph(block.credit) if block.credit else None,
            }
        case _:
            assert_never(block)


def _paragraph(paragraph: Paragraph) -> Object:
    parts = {"parts": list(paragraph.parts)} if paragraph.role in SET_IN_PARTS else {}
    return {
        "role": paragraph.role.value,
        **parts,
        **_text(paragraph.text),
        "reasons": [{"what": r.what, "certainty": r.certainty} for r in paragraph.reasons],
    }


def _text(text: Text) -> Object:
    return {"text": text.plain, "at": text.start, "history": list(_history(text))}


def _history(text: Text) -> Iterator[Object]:
    source = text.start
    for offset, fragment in text.placed():
        if fragment.mark is not None or fragment.text != fragment.raw:
            yield _entry(offset, fragment)
        elif fragment.text and fragment.at != source:
            yield {"kind": "resumed", "offset": offset, "at": fragment.at}
        elif not fragment.text:
            continue
        source = fragment.end


def _entry(offset: int, fragment: Fragment) -> Object:
    words = _without_defaults([("raw", fragment.raw, ""), ("text", fragment.text, "")])
    entry: Object = {"kind": _kind(fragment), "offset": offset, "at": fragment.at, **words}
    return entry | _mark(fragment.mark)


def _kind(fragment: Fragment) -> str:
    match fragment.mark:
        case Gap():
            return "gap"
        case LineEnd():
            return "line_end"
        case Suggestion():
            return "suggestion"
        case Edit() | None:
            return _fate(fragment)
        case _:
            assert_never(fragment.mark)


def _fate(fragment: Fragment) -> str:
    if not fragment.raw:
        return "supplied"
    if not fragment.text:
        return "dropped"
    return "kept" if fragment.text == fragment.raw else "changed"


def _mark(mark: Mark | None) -> Object:
    match mark:
        case None:
            return {}
        case Edit(rule, why, certainty):
            return {"rule": rule.value} | _evidence(why, certainty)
        case LineEnd(column, why, certainty):
            return _without_defaults([("column", column, False)]) | _evidence(why, certainty)
        case Gap(longest, why, certainty, guess):
            given = _without_defaults([("guess", guess, "")])
            return {"longest": longest} | given | _evidence(why, certainty)
        case Suggestion(reading, rule, why, certainty):
            return {"reading": reading, "rule": rule.value} | _evidence(why, certainty)
        case _:
            assert_never(mark)


def _evidence(why: str, certainty: float) -> Object:
    return _without_defaults([("why", why, ""), ("certainty", certainty, 1.0)])


def _without_defaults(fields: Iterable[tuple[str, Value, Value]]) -> Object:
    return {name: value for name, value, default in fields if value != default}
