"""The best page there could be, built from the truth: what the scores must call perfect."""

from datetime import date

from layout.model import (
    Article,
    Block,
    Editor,
    Figure,
    Folio,
    Kind,
    Measure,
    Page,
    Paragraph,
    Punctuation,
    Role,
    Section,
    Table,
)
from layout.text import Fragment, Gap, Rule, Suggestion, Text
from tests.truth import Place, Row, maps, rows


def oracle(truth: Row, ocr: str) -> Page:
    """The page as a reader who knows the truth would rebuild it."""
    pieces = _pieces(truth)
    blocks = {block: _text(truth, block, found, ocr) for block, found in pieces.items()}
    articles = tuple(_article(truth, told, blocks) for told in rows(truth["articles"]))
    return Page("oracle", ocr, str(truth["lang"]), _folio(truth, blocks), (Section("", articles),))


def _pieces(truth: Row) -> dict[str, list[Place]]:
    pieces: dict[str, list[Place]] = {}
    for place in maps(truth):
        pieces.setdefault(place[2], []).append(place)
    return {block: sorted(found, key=lambda p: p[3]) for block, found in pieces.items()}


def _text(truth: Row, block: str, found: list[Place], ocr: str) -> Text:
    """The OCR's pieces in their order, a space where the truth has one, gaps and suggestions."""
    printed = _printed(truth, block)
    fragments: list[Fragment] = []
    done = 0
    for start, _, _, first, last in found:
        if printed[done:first].strip(" |") == "" and done < first and fragments:
            fragments.append(Fragment(" ", "", start))
        for at in range(first, last):
            fragments += _marks(truth, block, range(done, at + 1), start + at - first)
            char = ocr[start + at - first]
            fragments.append(Fragment(char, char, start + at - first))
            done = at + 1
    return Text((*fragments, *_marks(truth, block, range(done, len(printed) + 1), len(ocr))))


def _marks(truth: Row, block: str, offsets: range, at: int) -> list[Fragment]:
    """The gaps and suggestions that belong at one of these offsets."""
    marks = [
        Fragment("", "", at, Gap(4.0, "the truth says so", 1.0))
        for gap in rows(truth["lacunae"])
        if gap["certain"] and _at(_gap_place(gap), block, offsets)
    ]
    marks += [
        Fragment("", "", at, Suggestion(str(c["right"]), Rule.LOOK_ALIKE, "the truth says so", 1.0))
        for c in rows(truth["corrections"])
        if _at((c["block"], c["offset"]), block, offsets)
    ]
    return marks


def _at(place: tuple[object, object], block: str, offsets: range) -> bool:
    return place[0] == block and place[1] in offsets


def _gap_place(gap: Row) -> tuple[object, object]:
    return (gap["next_block"], 0) if gap["kind"] == "lost_block" else (gap["block"], gap["offset"])


def _printed(truth: Row, block: str) -> str:
    told = [rows(truth["page_blocks"]), *(rows(a["blocks"]) for a in rows(truth["articles"]))]
    return next(str(b["text"]) for blocks in told for b in blocks if b["id"] == block)


def _article(truth: Row, told: Row, blocks: dict[str, Text]) -> Article:
    found = tuple(
        _block(str(block["role"]), blocks[str(block["id"])])
        for block in rows(told["blocks"])
        if str(block["id"]) in blocks
    )
    width = told.get("measure")
    measure = None
    if isinstance(width, float | int):
        measure = Measure(width, width, Punctuation.KAIMING, 1.0, 9)
    return Article(Kind.NEWS, found, measure)


def _block(role: str, text: Text) -> Block:
    if role == "table_row":
        return Table(((text,),))
    paragraph = Paragraph(Role(role), text)
    if role == "caption":
        return Figure(None, caption=paragraph)
    return Figure(None, credit=paragraph) if role == "photo_credit" else paragraph


def _folio(truth: Row, blocks: dict[str, Text]) -> Folio:
    told = truth["folio"]
    assert isinstance(told, dict)
    return Folio(
        str(told["page"] or ""),
        str(told["section"] or ""),
        date.fromisoformat(str(told["date"])) if told["date"] else None,
        str(told["weekday"] or ""),
        str(told["paper"] or ""),
        tuple(Editor(str(e["role"]), str(e["name"])) for e in rows(told.get("editors") or [])),
        tuple(
            Paragraph(Role(str(b["role"])), blocks[str(b["id"])])
            for b in rows(truth["page_blocks"])
            if str(b["id"]) in blocks
        ),
    )
