"""Lay a rebuilt page beside the truth, character by character, by their places in the OCR text."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from layout.model import Figure, Page, Paragraph, Role, Table
from layout.text import Edit, Fragment, Gap, Mark, Rule, Suggestion, Text
from tests.truth import Row, lost, maps, rows, words

_QUOTES = dict.fromkeys(map(ord, "“”„‟«»『』「」〝〞＂‘’‚‛'＇`´"), '"')
_DASHES = dict.fromkeys(map(ord, "—–―‒─‐‑−－ー"), "-")
_SAME_MARKS = _QUOTES | _DASHES | {ord("|"): " ", ord("•"): "·", ord("・"): "·", ord("〜"): "~"}
_BULLET = re.compile(r"^[\s●■◆▲○◇□▪•▶►★☆◎·*]+")


def leveled(text: str, latin: bool) -> str:
    """The text without what two careful readers may write differently: widths, quotes, spaces."""
    plain = unicodedata.normalize("NFKC", _BULLET.sub("", text)).translate(_SAME_MARKS)
    return " ".join(plain.split()) if latin else "".join(plain.split())


@dataclass(frozen=True, slots=True)
class Printed:
    """A block of the truth; `kept`: the offsets of its characters that the OCR text still has."""

    id: str
    role: str
    alt_roles: tuple[str, ...]
    article: str | None
    text: str
    kept: tuple[int, ...]
    parts: tuple[str, ...]

    @property
    def surviving(self) -> str:
        """The text without what was lost."""
        return "".join(self.text[at] for at in self.kept)

    def rank(self, offset: int) -> int:
        """How many characters survive in front of an offset."""
        return sum(1 for at in self.kept if at < offset)


@dataclass(frozen=True, slots=True)
class Built:
    """A block of the rebuilt page; `places`: the truth's block and offset of each character.

    Spaces and what stands in no block of the truth (bullets, cell marks) have no place.
    """

    role: str
    article: int | None
    text: str
    places: tuple[tuple[str, int] | None, ...]
    marks: tuple[tuple[int, Mark, str], ...] = ()

    @property
    def solid(self) -> list[int]:
        """The offsets of the characters that have a place."""
        return [at for at, place in enumerate(self.places) if place]


@dataclass
class Aligned:
    """Both sides, and for every character of the truth where it stands now."""

    latin: bool
    printed: dict[str, Printed]
    built: list[Built]
    page: Page
    at: dict[tuple[str, int], tuple[int, int]] = field(default_factory=dict)

    def home(self, block: Printed) -> int | None:
        """The rebuilt block that has most of a block's characters, if that is half of them."""
        found = Counter(self.at[block.id, o][0] for o in block.kept if (block.id, o) in self.at)
        if not found:
            return None
        best, share = found.most_common(1)[0]
        solid = sum(not block.text[o].isspace() for o in block.kept)
        return best if 2 * sum(found.values()) >= solid and share else None

    def beside(self, name: str, offset: int, step: int) -> tuple[int, int] | None:
        """Where the nearest surviving character in front of (step -1) or from an offset stands.

        Up to six characters are tried: one that was supplied or dropped has no place.
        """
        block = self.printed[name]
        rank = block.rank(offset)
        tries = (
            block.kept[rank : rank + 6] if step > 0 else block.kept[max(0, rank - 6) : rank][::-1]
        )
        return next((self.at[name, o] for o in tries if (name, o) in self.at), None)


def align(page: Page, truth: Row) -> Aligned:
    """The rebuilt page beside its truth."""
    source = _source_places(truth)
    built = list(_built(page, source))
    latin = str(truth["lang"]).startswith("en")
    aligned = Aligned(latin, {p.id: p for p in _printed(truth)}, built, page)
    for index, block in enumerate(built):
        for offset, place in enumerate(block.places):
            if place:
                aligned.at[place] = (index, offset)
    return aligned


def _source_places(truth: Row) -> dict[int, tuple[str, int]]:
    return {
        start + step: (block, first + step)
        for start, end, block, first, _ in maps(truth)
        for step in range(end - start)
    }


def _printed(truth: Row) -> Iterator[Printed]:
    gone = lost(truth)
    told: list[tuple[str | None, list[Row]]] = [(None, rows(truth["page_blocks"]))]
    told += [(str(a["id"]), rows(a["blocks"])) for a in rows(truth["articles"])]
    for article, blocks in told:
        for block in blocks:
            name, text = str(block["id"]), str(block["text"])
            kept = tuple(at for at in range(len(text)) if at not in gone[name])
            yield Printed(
                name,
                str(block["role"]),
                words(block, "alt_roles"),
                article,
                text,
                kept,
                words(block, "parts"),
            )


def _built(page: Page, source: dict[int, tuple[str, int]]) -> Iterator[Built]:
    for paragraph in page.folio.paragraphs:
        yield _block(paragraph.role, None, paragraph.text, source)
    for number, article in enumerate(page.articles):
        for block in article.blocks:
            match block:
                case Paragraph():
                    yield _block(block.role, number, block.text, source)
                case Figure():
                    for words in (block.caption, block.credit):
                        if words is not None:
                            yield _block(words.role, number, words.text, source)
                case Table():
                    for row in block.rows:
                        yield _row(row, number, source)


def _block(
    role: Role, article: int | None, text: Text, source: dict[int, tuple[str, int]]
) -> Built:
    places = [place for f in text.fragments for place in _places(f, source)]
    marks = tuple((at, f.mark, f.text) for at, f in text.placed() if f.mark and _tells(f.mark))
    return Built(role.value, article, text.plain, tuple(places), marks)


def _row(cells: tuple[Text, ...], article: int, source: dict[int, tuple[str, int]]) -> Built:
    text = ""
    places: list[tuple[str, int] | None] = []
    for cell in cells:
        text += " " + cell.plain if text else cell.plain
        places += [None] * (len(text) - len(cell.plain) - len(places))
        places += [place for f in cell.fragments for place in _places(f, source)]
    return Built("table_row", article, text, tuple(places))


def _tells(mark: Mark) -> bool:
    match mark:
        case Gap() | Suggestion():
            return True
        case Edit(rule=rule):
            return rule in {Rule.LOOK_ALIKE, Rule.CLOSING_MARK, Rule.LOST_YEAR}
        case _:
            return False


def _places(
    fragment: Fragment, source: dict[int, tuple[str, int]]
) -> Iterator[tuple[str, int] | None]:
    for step, char in enumerate(fragment.text):
        known = step < len(fragment.raw) and not char.isspace()
        yield source.get(fragment.at + step) if known else None
