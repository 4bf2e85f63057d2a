"""An edition composed: its pages made up into sheets, with the structure and outline of it all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from layout.compose.galley.digest import digested
from layout.compose.galley.lead import leading
from layout.compose.galley.links import Signpost, linked, turned
from layout.compose.galley.structure import Bundle, Sizes, Story, grown
from layout.compose.jobs import Job, job
from layout.compose.jobs.case import Case, case_for
from layout.compose.jobs.colophon import with_colophon
from layout.compose.lines.ruler import Hand, Ruler
from layout.compose.makeup.overflow import Turn
from layout.compose.makeup.sheets import Made, empty_sheet, single_sheet
from layout.compose.makeup.turning import several_sheets
from layout.compose.stone.folio import banner, folio_set
from layout.model import Edition, Page
from layout.sheet import Element, Entry, Face, Forme, Picture, Run, Sheet, Tag
from layout.spread import Spread, in_turn
from layout.style import Apparatus, LineMode, Style


def compose(
    edition: Edition,
    style: Style,
    ruler: Ruler,
    sizes: Sizes | None = None,
    spread: Spread = in_turn,
) -> Forme:
    """The sheets of an edition: each page takes one, or several where its text needs them.

    `sizes` are those of the pictures at hand, by their paths; one that is not among them is drawn
    as an empty frame. Without any sizes all pictures are taken to be at hand, in 3 by 2. Pages
    are made up apart from one another: `spread` may do several at a time.
    """
    if style.apparatus is Apparatus.FULL:
        edition = replace(edition, pages=tuple(with_colophon(page) for page in edition.pages))
    marks = style.apparatus is not Apparatus.NONE
    elements, bundles = grown(edition, sizes, marks)
    sheets: list[Sheet] = []
    outline: list[Entry] = []
    firsts: list[int] = []
    set_ = spread(partial(_sheets, style, ruler), enumerate(bundles, start=1))
    for number, (bundle, set_sheets) in enumerate(zip(bundles, set_, strict=True), start=1):
        made = turned(set_sheets, len(sheets), ruler)
        firsts.append(len(sheets))
        depth = 1 if len(bundles) > 1 else 0
        if depth:
            outline.append(Entry(_name(bundle, number), 0, len(sheets), 0.0))
        outline += _entries(bundle, made, len(sheets), elements, depth)
        sheets += made
    return Forme(
        title=edition.title,
        language=edition.language,
        sheets=linked(sheets, bundles, Signpost(firsts, _tops(sheets, elements)), ruler),
        elements=elements,
        outline=tuple(outline),
        day=edition.day,
        publisher=edition.publisher,
    )


def _sheets(style: Style, ruler: Ruler, numbered: tuple[int, Bundle]) -> tuple[Sheet, ...]:
    number, bundle = numbered
    first = bundle.page.folio.number or str(number)
    every = enumerate(_made(bundle, first, style, ruler))
    return tuple(_sheet(made, bundle.page, _label(first, index), index) for index, made in every)


def _sheet(made: Made, page: Page, label: str, index: int) -> Sheet:
    """A sheet under its folio, which tells a number if the page has one or has several sheets."""
    case = made.case
    words = banner(page.folio, label if page.folio.number or index else "", page.language)
    folio = folio_set(words, case.chase, Hand(case.ruler, Face.SONG, page.language))
    return Sheet(case.style.paper.size, label, (*folio, *made.drawn()))


def _label(first: str, index: int) -> str:
    """The label of a page's first sheet is the page's number; those behind it count on: 04-2."""
    return f"{first}-{index + 1}" if index else first


def _made(bundle: Bundle, first: str, style: Style, ruler: Ruler) -> Sequence[Made]:
    language = bundle.page.language
    words = banner(bundle.page.folio, first if bundle.page.folio.number else "", language)
    case = case_for(ruler, style, language, words)
    jobs = _jobs(bundle.stories, case)
    if not jobs:
        return (empty_sheet(case),)
    single = single_sheet(jobs, case)
    if single is not None:
        return (single,)
    return several_sheets(jobs, case, lambda number: _turn(first, number, language))


def _jobs(stories: Sequence[Story], case: Case) -> tuple[Job, ...]:
    """The stories that have anything to set; one of them leads the page."""
    stories = [story for story in stories if story.parts]
    lead = leading(stories) if stories else None
    keep = case.style.lines is LineMode.ORIGINAL
    groups = ((story,) for story in stories) if keep else digested(stories)
    return tuple(job(group, case, leads=any(s is lead for s in group)) for group in groups)


def _turn(first: str, number: int, language: str) -> Turn:
    return Turn(_label(first, number), _label(first, number + 1), language)


def _name(bundle: Bundle, number: int) -> str:
    folio = bundle.page.folio
    return " ".join(part for part in (folio.number or str(number), folio.section) if part)


def _entries(
    bundle: Bundle, sheets: Sequence[Sheet], first: int, elements: Sequence[Element], depth: int
) -> Iterator[Entry]:
    """An entry for each article that is called something, where its first line or picture is."""
    tops = _tops(sheets, elements)
    for story in bundle.stories:
        title = " ".join(story.article.title.split())
        if title and story.element in tops:
            sheet, top = tops[story.element]
            yield Entry(title, depth, first + sheet, top)


def _tops(sheets: Sequence[Sheet], elements: Sequence[Element]) -> dict[int, tuple[int, float]]:
    """Where each article begins: the sheet, and the height of its first line or picture there."""
    tops: dict[int, tuple[int, float]] = {}
    seen: set[int] = set()
    for number, sheet in enumerate(sheets):
        for each in sheet.drawn:
            if isinstance(each, Run | Picture) and each.element is not None:
                if each.element in seen:
                    continue
                seen.add(each.element)
                top = each.at.y - each.size if isinstance(each, Run) else each.box.y
                tops.setdefault(_article(each.element, elements), (number, round(top, 3)))
    return tops


def _article(element: int, elements: Sequence[Element]) -> int:
    while elements[element].tag is not Tag.ARTICLE:
        parent = elements[element].parent
        if parent is None:
            break
        element = parent
    return element
