"""Show what a page was taken for as a tree: articles, roles, joins, losses, and why.

A node is a line of words with nodes below it. On a terminal rich draws the tree in colour; to a
file or pipe it goes as plain lines, indented by two spaces a level.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from layout.marks import most_lost
from layout.model import Article, Block, Figure, Folio, Measure, Page, Paragraph, Reason, Table
from layout.text import Edit, Fragment, Gap, LineEnd, Rule, Suggestion, Text

_LONGEST = 60
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree: what it is, what it says of it, and what is below it."""

    label: str
    words: str = ""
    below: tuple["Node", ...] = ()


def tree(page: Page) -> Node:
    """All of a page."""
    count = f"{len(page.articles)} articles, {len(page.source)} characters, {page.language}"
    return Node(f"page {page.name}", count, (_folio(page.folio), *_sections(page)))


def plain_lines(node: Node, depth: int = 0) -> Iterator[str]:
    """The tree as lines of text."""
    yield "  " * depth + " ".join(filter(None, (node.label, node.words)))
    for each in node.below:
        yield from plain_lines(each, depth + 1)


def _sections(page: Page) -> Iterator[Node]:
    for section in page.sections:
        articles = tuple(map(_article, section.articles))
        if section.name:
            yield Node("section", section.name, articles)
        else:
            yield from articles


def _folio(folio: Folio) -> Node:
    facts = (
        ("number", folio.number),
        ("section", folio.section),
        ("day", folio.day.isoformat() if folio.day else ""),
        ("weekday", folio.weekday),
        ("paper", folio.paper),
        *((editor.duty, editor.name) for editor in folio.editors),
    )
    known = "; ".join(f"{name} {value}" for name, value in facts if value)
    return Node("folio", known or "not found", tuple(map(_paragraph, folio.paragraphs)))


def _article(article: Article) -> Node:
    measure = _measure(article.measure) if article.measure else "measure not found"
    columns = f", {article.columns} columns" if article.columns else ""
    below = tuple(map(_block, article.blocks))
    return Node(f"article {article.kind}", f"{_short(article.title)} — {measure}{columns}", below)


def _measure(measure: Measure) -> str:
    width = f"{measure.width:g}"
    if measure.narrowest < measure.width:
        width = f"{measure.narrowest:g} to {width}"
    sure = f"{measure.lines} lines, {measure.certainty:.0%} certain"
    return f"measure {width} ({measure.punctuation} punctuation; {sure})"


def _block(block: Block) -> Node:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Table(rows, header_rows):
            below = tuple(Node("row", " | ".join(_short(c.plain) for c in row)) for row in rows)
            return Node("table", f"{len(rows)} rows, {header_rows} of them heads", below)
        case Figure():
            return _figure(block)
        case _:
            assert_never(block)


def _figure(figure: Figure) -> Node:
    words = (figure.caption, figure.credit)
    below = tuple(_paragraph(each) for each in words if each is not None)
    return Node("picture", figure.path or "not in the text", below)


def _paragraph(paragraph: Paragraph) -> Node:
    reasons = tuple(map(_reason, paragraph.reasons))
    joins = _joins(paragraph.text)
    below = (*reasons, *joins, *_changes(paragraph.text))
    return Node(str(paragraph.role), _short(paragraph.plain), below)


def _reason(reason: Reason) -> Node:
    return Node("because", _evidence(reason.what, reason.certainty))


def _joins(text: Text) -> Iterator[Node]:
    """How many old lines the paragraph was joined from; column cuts, being bolder, one by one."""
    ends = [(at, f.mark) for at, f in text.placed() if isinstance(f.mark, LineEnd)]
    if ends:
        yield Node("joined", f"from {len(ends) + 1} lines")
    for at, end in ends:
        if end.column:
            yield Node("column cut", f"at {_around(text, at)}{_why(end.why, end.certainty)}")


def _changes(text: Text) -> Iterator[Node]:
    for at, fragment in text.placed():
        match fragment.mark:
            case Gap(longest, why, certainty, guess):
                offer = f", perhaps {guess}" if guess else ""
                here = f"at {_around(text, at)}: at most {most_lost(longest)} em{offer}"
                yield Node("gap", here + _why(why, certainty))
            case Suggestion(reading, rule, why, certainty):
                offer = f"{fragment.text} → {reading} at {_around(text, at)}: {rule}"
                yield Node("suggestion", offer + _why(why, certainty))
            case Edit(rule, why, certainty) if _is_read(fragment, rule):
                yield Node("edit", f"{_edited(fragment)}: {rule}{_why(why, certainty)}")
            case Edit() | LineEnd() | None:
                pass
            case _:
                assert_never(fragment.mark)


def _is_read(fragment: Fragment, rule: Rule) -> bool:
    """Whether an edit touched what one reads, not only blanks and marks of the OCR's own."""
    return rule is not Rule.MARKUP and bool(fragment.text.strip() or fragment.raw.strip())


def _edited(fragment: Fragment) -> str:
    return f"{_short(fragment.raw) or 'nothing'} → {_short(fragment.text) or 'nothing'}"


def _why(why: str, certainty: float) -> str:
    return f" — {_evidence(why, certainty)}" if why else ""


def _evidence(why: str, certainty: float) -> str:
    return f"{why} ({certainty:.0%})"


def _around(text: Text, at: int) -> str:
    before, behind = text.plain[:at], text.plain[at:]
    left, right = before[-_NEAR:], behind[:_NEAR]
    return f"{'…' * (left != before)}{left}‸{right}{'…' * (right != behind)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
