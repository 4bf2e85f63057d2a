"""Editions of every shape, for laws that hold whatever a page holds."""

from hypothesis import strategies as st

from layout.model import (
    Article,
    Edition,
    Figure,
    Folio,
    Kind,
    Page,
    Paragraph,
    Reason,
    Role,
    Section,
    Table,
)
from layout.text import Edit, Fragment, Gap, LineEnd, Mark, Rule, Suggestion, Text

LETTERS = st.text(st.sampled_from('甲乙ab，" \n\x00\x1b\u2028\ud800😀'), max_size=6)
_CERTAINTY = st.floats(0, 1)
_RULES = st.sampled_from(Rule)
_MARKS: st.SearchStrategy[Mark | None] = st.one_of(
    st.none(),
    st.builds(Edit, _RULES, LETTERS, _CERTAINTY),
    st.builds(LineEnd, st.booleans(), LETTERS, _CERTAINTY),
    st.builds(Suggestion, LETTERS, _RULES, LETTERS, _CERTAINTY),
)
_GAPS = st.builds(Gap, st.floats(0, 40), LETTERS, _CERTAINTY, LETTERS)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    fragments: list[Fragment] = []
    for _ in range(draw(st.integers(0, 5))):
        at, raw, follows = draw(st.integers(0, 99)), draw(LETTERS), draw(st.booleans())
        if fragments and follows:
            at = fragments[-1].end
        text = draw(LETTERS) if draw(st.booleans()) else raw
        fragments.append(Fragment(text, raw, at, draw(_MARKS)))
        if draw(st.booleans()):
            fragments.append(Fragment("", "", fragments[-1].end, draw(_GAPS)))
    return Text(tuple(fragments))


def paragraphs() -> st.SearchStrategy[Paragraph]:
    reasons = st.lists(st.builds(Reason, LETTERS, _CERTAINTY), max_size=2).map(tuple)
    return st.builds(Paragraph, st.sampled_from(Role), texts(), reasons)


def tables() -> st.SearchStrategy[Table]:
    row = st.lists(texts(), min_size=1, max_size=2).map(tuple)
    return st.builds(Table, st.lists(row, max_size=2).map(tuple), st.integers(0, 1))


def editions() -> st.SearchStrategy[Edition]:
    figures = st.builds(Figure, st.none() | LETTERS, texts(), st.none() | paragraphs())
    blocks = st.lists(paragraphs() | tables() | figures, max_size=3).map(tuple)
    articles = st.lists(st.builds(Article, st.sampled_from(Kind), blocks), max_size=2).map(tuple)
    sections = st.lists(st.builds(Section, LETTERS, articles), max_size=2).map(tuple)
    folios = st.builds(Folio, paragraphs=st.lists(paragraphs(), max_size=1).map(tuple))
    pages = st.builds(Page, LETTERS, LETTERS, st.just("en"), folios, sections, texts())
    return st.builds(Edition, LETTERS, st.just("en"), st.lists(pages, max_size=2).map(tuple))
