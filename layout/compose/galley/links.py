"""Jump lines that can be pressed: 下转第3版 leads to where the article goes on, or to that page.

So do the lines that composing adds where a story turns to another sheet of its page.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from layout.compose.galley.structure import AGAIN, BACK, ONWARD, Bundle, Copy, Story
from layout.compose.lines.ruler import Ruler
from layout.geometry import Box, bound
from layout.jumps import Place, continuations, page_key, read_jump
from layout.model import Role
from layout.sheet import Drawn, Link, Run, Sheet, edges

Spot = tuple[int, float]
"""A place to lead to: the index of a sheet, a height on it."""

_RISE = 0.88  # ems from the top of a row of type to its baseline


@dataclass(frozen=True, slots=True)
class Signpost:
    """Where things are: the first sheet of each page, the beginning of each article's element."""

    pages: Sequence[int]
    articles: Mapping[int, Spot]


def turned(sheets: Sequence[Sheet], first: int, ruler: Ruler) -> tuple[Sheet, ...]:
    """The sheets of one page, linked where a story turns from one to the next, and back.

    `first` is the index that the first of them has among all.
    """
    if len(sheets) < 2:
        return tuple(sheets)
    tops = [{line: _top(sheet, line) for line in (ONWARD, BACK)} for sheet in sheets]
    done = []
    for number, sheet in enumerate(sheets):
        leads = {
            line: ((first + there, tops[there][answer]), _said(sheet, line))
            for line, answer, there in ((ONWARD, BACK, number + 1), (BACK, ONWARD, number - 1))
            if 0 <= there < len(sheets)
        }
        links = tuple(_links(sheet, leads, ruler))
        done.append(replace(sheet, drawn=tuple(map(_of_no_element, sheet.drawn)), links=links))
    return tuple(done)


def _top(sheet: Sheet, line: int) -> float:
    """The height of a line that was added; without one, the head of the sheet."""
    tops = (
        run.at.y - run.size for run in sheet.drawn if isinstance(run, Run) and run.element == line
    )
    return round(min(tops, default=0.0), 3)


def _said(sheet: Sheet, line: int) -> str:
    return "".join([run.text for run in _runs(sheet, line)])


def _runs(sheet: Sheet, line: int) -> Iterator[Run]:
    return (run for run in sheet.drawn if isinstance(run, Run) and run.element == line)


def _of_no_element(drawn: Drawn) -> Drawn:
    if isinstance(drawn, Run) and drawn.element in (ONWARD, BACK, AGAIN):
        return replace(drawn, element=None)
    return drawn


def linked(
    sheets: Sequence[Sheet], bundles: Sequence[Bundle], signs: Signpost, ruler: Ruler
) -> tuple[Sheet, ...]:
    """The sheets with a link on each row of a jump line that names a page of the edition."""
    leads = dict(_leads(bundles, signs))
    return tuple(replace(each, links=(*each.links, *_links(each, leads, ruler))) for each in sheets)


def _leads(bundles: Sequence[Bundle], signs: Signpost) -> Iterator[tuple[int, tuple[Spot, str]]]:
    """Each jump line's element, with where it leads and its words."""
    ahead = continuations([bundle.page for bundle in bundles])
    partners = {**ahead, **{goal: start for start, goal in ahead.items()}}
    numbers = {page_key(bundle.page.folio.number): p for p, bundle in enumerate(bundles)}
    for place, line in _placed(bundles):
        jump, element = read_jump(line.words.text), line.words.element
        goal = numbers.get(jump.page) if jump else None
        if goal is not None and goal != place[0]:
            spot = _spot(goal, partners.get(place), bundles, signs)
            yield element, (spot, line.words.text)


def _placed(bundles: Sequence[Bundle]) -> Iterator[tuple[Place, Copy]]:
    for page, bundle in enumerate(bundles):
        for article, story in enumerate(bundle.stories):
            yield from (((page, article), line) for line in _jump_lines(story))


def _spot(page: int, partner: Place | None, bundles: Sequence[Bundle], signs: Signpost) -> Spot:
    """Where the other half of an article begins on the page, else the head of the page."""
    head = signs.pages[page], 0.0
    if partner is None or partner[0] != page:
        return head
    return signs.articles.get(bundles[page].stories[partner[1]].element, head)


def _jump_lines(story: Story) -> Iterator[Copy]:
    return (part for part in story.parts if isinstance(part, Copy) and part.role is Role.JUMP)


def _links(sheet: Sheet, leads: Mapping[int, tuple[Spot, str]], ruler: Ruler) -> Iterator[Link]:
    rows: dict[tuple[int, float], Box] = {}
    for item in sheet.drawn:
        if isinstance(item, Run) and item.element is not None and item.element in leads:
            row, box = (item.element, item.at.y), _box(item, ruler)
            rows[row] = bound([rows[row], box]) if row in rows else box
    for (element, _), box in rows.items():
        (number, top), words = leads[element]
        yield Link(box, number, top, words)


def _box(run: Run, ruler: Ruler) -> Box:
    *_, right = edges(run, ruler.advances)
    return Box(run.at.x, run.at.y - _RISE * run.size, right - run.at.x, run.size)
