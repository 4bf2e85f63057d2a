"""What is known of a page's pieces: which roles they may fairly have, whether a block begins there.

It is told as signs of the pieces, at a price in the costs: a reading against what is known is
dearer by it, or, below nothing, cheaper.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from layout.rebuild import surveyed_whole
from layout.rebuild.lines.pieces import Piece
from layout.rebuild.reading import Reading
from layout.rebuild.signs.costs import ROLES
from layout.rebuild.survey import Survey
from layout.rebuild.survey.candidates import Stream
from layout.text import Text
from readers.markdown import read_markdown
from tests.generate import Generated
from tests.truth import Place, blocks, maps, words

BEGINS, GOES_ON = "known to begin", "known to go on"
_MOST_OF_IT = 0.9  # of the characters of a piece are of the block that it begins with


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a piece; `begins` is None where lines astray leave it open."""

    roles: frozenset[str]
    begins: bool | None

    def refutes(self, reading: Reading) -> bool:
        """Whether a reading that starts with the piece is wrong."""
        return reading.role not in self.roles or self.begins not in {None, reading.begins}

    def signs(self) -> Iterator[str]:
        """What tells it in the costs."""
        yield f"known as {'/'.join(sorted(self.roles))}"
        if self.begins is not None:
            yield BEGINS if self.begins else GOES_ON


@dataclass(frozen=True, slots=True)
class Proven:
    """A page with its truth: the stream of its pieces, and what is known of each by its number.

    The pieces show in their signs what is known of them.
    """

    stream: Stream
    known: Mapping[int, Known]

    @property
    def signs(self) -> frozenset[str]:
        """All signs that tell what is known."""
        return frozenset(sign for known in self.known.values() for sign in known.signs())

    def faults(self, readings: Sequence[Reading]) -> int:
        """How many lines are read against what is known."""
        return sum(r.first in self.known and self.known[r.first].refutes(r) for r in readings)


def proven(page: Generated) -> Proven:
    """The page as it is surveyed before it is read, and what its truth says of the pieces."""
    survey, _, _ = surveyed_whole(read_markdown("page", page.ocr))
    stream, known = survey.stream, dict(_known(survey, page))
    signs = (
        shown.union(known[i].signs()) if i in known else shown
        for i, shown in enumerate(stream.signs)
    )
    return Proven(replace(stream, signs=tuple(signs)), known)


def _known(survey: Survey, page: Generated) -> Iterator[tuple[int, Known]]:
    roles = {
        str(block["id"]): ({str(block["role"]), *words(block, "alt_roles")} & frozenset(ROLES))
        for block in blocks(page.truth)
    }
    places = sorted(maps(page.truth))
    before = ""
    for number, piece in enumerate(survey.stream.pieces):
        found = _place_of(survey.texts[piece.block], piece, places)
        if found and roles.get(found.block):
            begins = True if found.offset <= 1 else False if found.block == before else None
            yield number, Known(frozenset(roles[found.block]), begins)
        before = found.block if found else ""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A block of the truth, and the offset in it."""

    block: str
    offset: int


def _place_of(text: Text, piece: Piece, places: Sequence[Place]) -> _Spot | None:
    """Where the words of a piece stood in the print; None where they are of several blocks."""
    spots = [spot for at in _sources(text, piece) if (spot := _printed(at, places))]
    if not spots:
        return None
    of_first = Counter(spot.block for spot in spots)[spots[0].block]
    return spots[0] if of_first >= _MOST_OF_IT * len(spots) else None


def _sources(text: Text, piece: Piece) -> Iterator[int]:
    """The offsets in the source of the characters of a piece."""
    for fragment in text.cut(piece.start, piece.end).fragments:
        if fragment.text:
            yield from range(fragment.at, fragment.end)


def _printed(at: int, places: Sequence[Place]) -> _Spot | None:
    number = bisect_right(places, at, key=lambda place: place[0]) - 1
    if number < 0 or at >= places[number][1]:
        return None
    start, _, block, offset, _ = places[number]
    return _Spot(block, offset + at - start)
