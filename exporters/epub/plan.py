"""What stands where in a book: a chapter for each article, an anchor for each page of the print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from layout.jumps import Place, continuations, page_key, read_jump
from layout.model import Article, Edition, Page


@dataclass(frozen=True, slots=True)
class Piece:
    """What one page has of a chapter; `anchor` is the id at which the page begins here, if any."""

    page: int
    label: str
    article: Article
    anchor: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article, with all that later pages have of it."""

    file: str
    language: str
    section: str
    pieces: tuple[Piece, ...]

    @property
    def page(self) -> int:
        """The index of the page on which it begins."""
        return self.pieces[0].page

    @property
    def title(self) -> str:
        """The words of its headline or of what can stand for one; may be empty."""
        return self.pieces[0].article.title.strip()


@dataclass(frozen=True, slots=True)
class Plan:
    """The chapters in reading order; by the pages' indices, where each begins and its label."""

    chapters: tuple[Chapter, ...]
    anchors: Mapping[int, str]
    labels: tuple[str, ...]

    def chapters_of(self, page: int) -> tuple[Chapter, ...]:
        """The chapters that begin on a page."""
        return tuple(chapter for chapter in self.chapters if chapter.page == page)

    def target(self, chapter: Chapter, line: str) -> str:
        """Where a jump line leads (file#id); empty if its page is not in the book."""
        jump = read_jump(line)
        named = {p for p, label in enumerate(self.labels) if jump and page_key(label) == jump.page}
        within = [f"{chapter.file}#{p.anchor}" for p in chapter.pieces if p.page in named]
        elsewhere = [self.anchors[page] for page in sorted(named & self.anchors.keys())]
        return next(iter(within + elsewhere), "")


def planned(edition: Edition) -> Plan:
    """The plan of a book that holds every article of an edition once."""
    labels = tuple(page.folio.number or str(n) for n, page in enumerate(edition.pages, 1))
    onward = continuations(edition.pages)
    chapters = tuple(_chapters(edition.pages, labels, onward))
    return Plan(chapters, _anchors(chapters), labels)


def _chapters(
    pages: tuple[Page, ...], labels: tuple[str, ...], onward: Mapping[Place, Place]
) -> Iterator[Chapter]:
    continued = set(onward.values())
    for index, page in enumerate(pages):
        named = [
            (section.name, article) for section in page.sections for article in section.articles
        ]
        begun = [
            (name, (index, a))
            for a, (name, article) in enumerate(named)
            if article.blocks and (index, a) not in continued
        ]
        for number, (name, place) in enumerate(begun, 1):
            file = f"page-{index + 1:02}-article-{number:02}.xhtml"
            first, *rest = _followed(place, onward)
            pieces = (
                _piece(pages, labels, first, opens=number == 1),
                *(_piece(pages, labels, goal, opens=True) for goal in rest),
            )
            yield Chapter(file, page.language, name, pieces)


def _followed(place: Place, onward: Mapping[Place, Place]) -> Iterator[Place]:
    yield place
    while place in onward:
        place = onward[place]
        yield place


def _piece(pages: tuple[Page, ...], labels: tuple[str, ...], place: Place, *, opens: bool) -> Piece:
    page, article = place
    anchor = f"page-{page + 1}" if opens else ""
    return Piece(page, labels[page], pages[page].articles[article], anchor)


def _anchors(chapters: tuple[Chapter, ...]) -> Mapping[int, str]:
    """Where each page begins: with its own first chapter, else with what has jumped to it."""
    opening = [
        (piece.page, chapter.page != piece.page, f"{chapter.file}#{piece.anchor}")
        for chapter in chapters
        for piece in chapter.pieces
        if piece.anchor
    ]
    best = {page: min(o for o in opening if o[0] == page) for page, _, _ in opening}
    return {page: place for page, _, place in opening if place == best[page][2]}
