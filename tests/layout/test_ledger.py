from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.ledger import Fate, is_balanced, ledger, texts
from layout.model import Article, Figure, Folio, Kind, Page, Paragraph, Role, Section, Table
from layout.text import Edit, Fragment, Gap, LineEnd, Rule, Suggestion, Text, joined, kept

_EDIT = Edit(Rule.QUOTE)


def page_of(source: str, *fragments: Fragment) -> Page:
    """A page of one article, a paragraph for each fragment."""
    blocks = tuple(Paragraph(Role.BODY, Text((fragment,))) for fragment in fragments)
    sections = (Section("", (Article(Kind.NEWS, blocks),)),)
    return Page("p", source, "zh-Hans", Folio(), sections)


def fates(page: Page) -> list[str]:
    return [entry.fate.value for entry in ledger(page)]


@pytest.mark.parametrize(
    ("fragment", "fate"),
    [
        pytest.param(Fragment("早稻", "早稻", 0), Fate.KEPT, id="as in the source"),
        pytest.param(
            Fragment("早稻", "早稻", 0, Suggestion("早道", Rule.LOOK_ALIKE, "", 0.4)),
            Fate.KEPT,
            id="doubted",
        ),
        pytest.param(Fragment("，", ",", 0, _EDIT), Fate.CHANGED, id="another reading"),
        pytest.param(Fragment(" ", "\n", 0, LineEnd()), Fate.CHANGED, id="a line end as a blank"),
        pytest.param(Fragment("", " ", 0, LineEnd()), Fate.DROPPED, id="a line end"),
        pytest.param(Fragment("", "# ", 0, Edit(Rule.MARKUP)), Fate.DROPPED, id="markup"),
        pytest.param(Fragment("。", "", 0, Edit(Rule.CLOSING_MARK)), Fate.SUPPLIED, id="a stop"),
    ],
)
def test_every_fragment_has_its_fate(fragment: Fragment, fate: Fate) -> None:
    (entry,) = ledger(page_of(fragment.raw, fragment))
    assert (entry.fate, entry.fragment) == (fate, fragment)


@pytest.mark.parametrize(
    "fragment",
    [
        pytest.param(Fragment("", "", 2, Gap(3, "", 0.9)), id="a gap"),
        pytest.param(Fragment("", "", 2, LineEnd()), id="a line end without a blank"),
    ],
)
def test_what_holds_no_character_is_not_in_the_ledger(fragment: Fragment) -> None:
    assert fates(page_of("早稻", Fragment("早稻", "早稻", 0), fragment)) == ["kept"]


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        pytest.param("甲乙丙丁", "", id="none"),
        pytest.param("甲丙丁乙", "乙", id="one brought back"),
        pytest.param("丁甲乙丙", "丁", id="one brought to the front"),
        pytest.param("甲丙乙丁", "丙", id="two that changed places: one of them"),
        pytest.param("丙丁甲乙", "丙丁", id="two behind two: the first two"),
        pytest.param("丁丙乙甲", "丁丙乙", id="all backwards: one stays"),
    ],
)
def test_as_few_as_possible_count_as_moved(order: str, moved: str) -> None:
    source = "甲乙丙丁"
    page = page_of(source, *(Fragment(c, c, source.index(c)) for c in order))
    found = [entry.fragment.text for entry in ledger(page) if entry.fate is Fate.MOVED]
    assert "".join(found) == moved
    assert is_balanced(page)


def _whole() -> Page:
    """Ten characters in every place that a text can have."""
    places = iter(kept("甲乙丙丁戊己庚辛壬癸", at, at + 1) for at in range(10))
    folio = Folio(paragraphs=(Paragraph(Role.FOLIO, next(places)),))
    body = Paragraph(Role.BODY, next(places))
    table = Table(((next(places), next(places)), (next(places),)))
    alt = next(places)
    caption, credit = (Paragraph(role, next(places)) for role in (Role.CAPTION, Role.CREDIT))
    figure = Figure("a.png", alt, caption, credit)
    article = Article(Kind.NEWS, (body, table, figure))
    sections = (Section("", (article,)), Section("", (Article(Kind.NEWS, ()),)))
    spare = joined((next(places), next(places)))
    return Page("p", "甲乙丙丁戊己庚辛壬癸", "zh-Hans", folio, sections, spare)


def test_all_texts_of_a_page_are_counted() -> None:
    page = _whole()
    assert "".join(text.plain for text in texts(page)) == page.source
    assert fates(page) == ["kept"] * 10
    assert is_balanced(page)


@pytest.mark.parametrize(
    "harmed",
    [
        pytest.param(lambda page: replace(page, spare=Text()), id="characters lost"),
        pytest.param(
            lambda page: replace(page, spare=page.spare + page.spare), id="characters told twice"
        ),
        pytest.param(lambda page: replace(page, source=page.source + "田"), id="one never read"),
        pytest.param(
            lambda page: replace(page, source=page.source.replace("丙", "田")), id="another source"
        ),
        pytest.param(
            lambda page: replace(page, spare=page.spare + kept("田" * 11, 10, 11)),
            id="one invented",
        ),
    ],
)
def test_a_page_that_lost_or_invented_does_not_balance(harmed: Callable[[Page], Page]) -> None:
    assert not is_balanced(harmed(_whole()))


@given(st.permutations(range(8)))
def test_what_did_not_move_stands_in_order(order: list[int]) -> None:
    source = "甲乙丙丁戊己庚辛"
    page = page_of(source, *(Fragment(source[at], source[at], at) for at in order))
    stayed = [e.fragment.at for e in ledger(page) if e.fate is Fate.KEPT]
    assert stayed == sorted(stayed)
    assert len(stayed) == _longest(order)


def _longest(order: list[int]) -> int:
    """The length of the longest rising row, the slow way."""
    ends: list[int] = []
    for number, at in enumerate(order):
        ends.append(1 + max((ends[n] for n in range(number) if order[n] < at), default=0))
    return max(ends)
