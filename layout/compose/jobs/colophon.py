"""The colophon of a page: what was corrected, supplied, lost or doubted, and on what evidence.

It is an article like any other, set below the page's own, in the page's own language; its words
are in `colophon.toml`, those of its evidence in `layout.evidence`. Changes that only follow house
style (full-width marks, directions of quotation marks, old line ends) are not listed one by one.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import assert_never

from layout.evidence import told as evidence_told
from layout.marks import gap_mark, most_lost
from layout.model import Article, Kind, Page, Paragraph, Role, Section, texts_of
from layout.script import is_east_asian, is_traditional
from layout.text import NOTED, Edit, Fragment, Gap, LineEnd, Rule, Suggestion, Text

_CONTEXT = 7  # characters quoted before the place


@dataclass(frozen=True, slots=True)
class Wording:
    """What a colophon says in one language; see the notes in `colophon.toml`."""

    title: str
    changed: str
    doubted: str
    moved: str
    lost: str
    most: str
    guess: str
    because: str
    stop: str
    rules: Mapping[str, str]

    def named(self, rule: Rule) -> str:
        """What a rule is called."""
        return self.rules.get(rule.name, rule.value)

    def reason(self, why: str, language: str) -> str:
        """The evidence in brackets, and the full stop behind it all."""
        evidence = evidence_told(why, language)
        return (self.because.format(evidence=evidence) if evidence else "") + self.stop


def wording(language: str) -> Wording:
    """The wording for a BCP 47 tag."""
    if not is_east_asian(language):
        return _wordings()["en"]
    return _wordings()["zh-Hant" if is_traditional(language) else "zh-Hans"]


def with_colophon(page: Page) -> Page:
    """The page with its colophon, if there is anything to say in it."""
    notes = [note for article in page.articles for note in _notes(article, page.language)]
    if not notes:
        return page
    head = _paragraph(Role.HEADLINE, wording(page.language).title)
    items = (_paragraph(Role.ITEM, f"{n}. {note}") for n, note in enumerate(notes, start=1))
    article = Article(Kind.LISTING, (head, *items))
    return replace(page, sections=(*page.sections, Section("", (article,))))


def _paragraph(role: Role, words: str) -> Paragraph:
    return Paragraph(role, Text((Fragment(words, "", 0),)))


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
    told = wording(language)
    match fragment.mark:
        case Edit(rule, why) if rule in NOTED:
            changed = told.changed.format(change=_change(fragment), rule=told.named(rule))
            return changed + told.reason(why, language)
        case Gap(longest, why, _, guess):
            most = told.most.format(longest=most_lost(longest)) if longest else ""
            perhaps = told.guess.format(guess=guess) if guess else ""
            return f"{gap_mark(language)}{told.lost}{most}{perhaps}{told.reason(why, language)}"
        case Suggestion(reading, rule, why):
            doubt = f"{fragment.text}→{reading}?" if reading else f"{fragment.text}?"
            return told.doubted.format(change=doubt, rule=told.named(rule)) + told.reason(
                why, language
            )
        case LineEnd(why=why) if why and not fragment.raw:
            return told.moved.format(rule=told.named(Rule.DISPLACED)) + told.reason(why, language)
        case Edit() | LineEnd() | None:
            return ""
        case _:
            assert_never(fragment.mark)


def _change(fragment: Fragment) -> str:
    if not fragment.raw:
        return f"+{fragment.text}"
    if not fragment.text:
        return f"-{fragment.raw}"
    same = fragment.text == fragment.raw
    return fragment.text if same else f"{fragment.raw}→{fragment.text}"


@cache
def _wordings() -> Mapping[str, Wording]:
    table = tomllib.loads(Path(__file__).with_name("colophon.toml").read_text("utf-8"))
    return {language: Wording(**words) for language, words in table.items()}
