"""The colophon of a page: what was corrected, supplied, lost or doubted, and on what evidence.

It is an article like any other, set below the page's own. Changes that only follow house style
(full-width marks, directions of quotation marks, old line ends) are not listed one by one.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from layout.marks import gap_mark, is_east_asian
from layout.model import Article, Kind, Page, Paragraph, Role, Section, texts_of
from layout.text import Edit, Fragment, Gap, LineEnd, Rule, Suggestion, Text, supplied

_LISTED = {
    Rule.LOOK_ALIKE: "形近误认",
    Rule.CLOSING_MARK: "补句末标点",
    Rule.LOST_YEAR: "补年份",
    Rule.DISPLACED: "移正",
    Rule.EDITOR: "编者改正",
    Rule.HYPHEN: "行末断词",
    Rule.QUOTE: "引号",
}
"""The rules that are listed, and what they are called in Chinese."""

_HOUSE_STYLE = frozenset({Rule.QUOTE, Rule.HYPHEN})  # listed where doubted, not where applied
_CONTEXT = 7  # characters quoted before the place
_SET = Edit(Rule.EDITOR, "the apparatus of this edition")


def with_colophon(page: Page) -> Page:
    """The page with its colophon, if there is anything to say in it."""
    notes = [note for article in page.articles for note in _notes(article, page.language)]
    if not notes:
        return page
    east = is_east_asian(page.language)
    head = _paragraph(Role.HEADLINE, "本版校记" if east else "Notes on the text")
    items = (_paragraph(Role.ITEM, f"{n}. {note}") for n, note in enumerate(notes, start=1))
    article = Article(Kind.LISTING, (head, *items))
    return replace(page, sections=(*page.sections, Section("", (article,))))


def _paragraph(role: Role, words: str) -> Paragraph:
    return Paragraph(role, supplied(words, 0, _SET))


def _notes(article: Article, language: str) -> Iterator[str]:
    for block in article.blocks:
        for text in texts_of(block):
            for offset, fragment in text.placed():
                said = _said(fragment, language)
                if said:
                    yield f"{_context(text, offset)}{said}"


def _context(text: Text, offset: int) -> str:
    before = text.plain[max(0, offset - _CONTEXT) : offset]
    return f"…{before}" if offset > _CONTEXT else before


def _said(fragment: Fragment, language: str) -> str:
    """What is to be said of a fragment; nothing of what was only read or set in house style."""
    east = is_east_asian(language)
    match fragment.mark:
        case Edit(rule, why) if rule in _LISTED and rule not in _HOUSE_STYLE:
            return _changed(fragment, _named(rule, east=east), why, east=east)
        case Gap(longest, why, _, guess):
            return (
                f"{gap_mark(language)}{_lost(longest, guess, east=east)}{_because(why, east=east)}"
            )
        case Suggestion(reading, rule, why):
            return f"{_doubted(fragment, reading, rule, east=east)}{_because(why, east=east)}"
        case Edit() | LineEnd() | None:
            return ""
        case _:
            assert_never(fragment.mark)


def _named(rule: Rule, *, east: bool) -> str:
    return _LISTED.get(rule, rule.value) if east else rule.value


def _changed(fragment: Fragment, rule: str, why: str, *, east: bool) -> str:
    change = f"{fragment.raw}→{fragment.text}" if fragment.raw else f"+{fragment.text}"
    if east:
        return f"【{change}】：{rule}{_because(why, east=east)}"
    return f"[{change}]: {rule}{_because(why, east=east)}"


def _lost(longest: float, guess: str, *, east: bool) -> str:
    if east:
        most = f"，至多{longest:g}字" if longest else ""
        return f"：缺字{most}" + (f"，疑为“{guess}”" if guess else "")
    most = f", {longest:g} ems at most" if longest else ""
    return f": lost{most}" + (f", perhaps “{guess}”" if guess else "")


def _doubted(fragment: Fragment, reading: str, rule: Rule, *, east: bool) -> str:
    doubt = f"{fragment.text}→{reading}?" if reading else f"{fragment.text}?"
    name = _named(rule, east=east)
    return f"【{doubt}】：存疑，{name}" if east else f"[{doubt}]: doubtful, {name}"


def _because(why: str, *, east: bool) -> str:
    if not why:
        return "。" if east else "."
    return f"（{why}）。" if east else f" ({why})."
