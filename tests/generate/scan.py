"""The engine's page: printed rows gathered in blocks, well or badly, and written as Markdown."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.generate.printing import RUNNING
from tests.generate.proof import Chunk, Galley, Proof, Row, Strip

_HEADS = {"column_label", "kicker", "headline", "subheadline", "byline"}
_ASCII = str.maketrans(
    {"，": ",", "：": ":", "；": ";", "？": "?", "！": "!", "（": "(", "）": ")"}
)
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True, slots=True)
class Engine:
    """How an engine gathers and writes; chances from 0 to 1."""

    joiner: str = " "
    tables: str = "pipes"
    ascii_marks: bool = True
    straight_quotes: bool = True
    headings: bool = True
    column_cuts: bool = True
    merge_full: float = 0.5
    merge_any: float = 0.03
    kicker_head: float = 0.25
    head_merged: float = 0.08
    head_split: float = 0.25
    byline_heading: float = 0.4
    caption_credit: float = 0.8
    items_grouped: float = 0.4
    displaced: float = 0.3
    caption_moved: float = 0.2
    blank_lines: float = 0.5


def gathered(rng: Random, proof: Proof, engine: Engine) -> list[list[Chunk]]:
    """The chunks of each article, in the order of the print."""
    return [_article(rng, proof, galley, engine) for galley in proof.galleys]


def _article(rng: Random, proof: Proof, galley: Galley, engine: Engine) -> list[Chunk]:
    chunks: list[Chunk] = []
    strips = [s for s in galley.strips if s.rows]
    grouped = rng.random() < engine.items_grouped
    marked = rng.random() < 0.7
    for number, strip in enumerate(strips):
        before = strips[number - 1] if number else None
        if strip.role in _HEADS:
            _head(rng, proof, engine, chunks, before, strip)
        elif strip.role in {"timeline_item", "list_item"}:
            _item(rng, proof, engine, chunks, before, strip, grouped)
        elif strip.role in RUNNING:
            _running(rng, proof, engine, chunks, before, strip)
        else:
            _other(rng, proof, engine, chunks, before, strip, marked)
    return chunks


def _head(
    rng: Random,
    proof: Proof,
    engine: Engine,
    chunks: list[Chunk],
    before: Strip | None,
    strip: Strip,
) -> None:
    level = _level(rng, engine, strip.role)
    if strip.role == "byline":
        level = 0
        if engine.headings and rng.random() < engine.byline_heading:
            level = rng.choice([3, 4])
            proof.note("byline_as_heading", block=strip.id)
    if before and chunks and _glued(rng, engine, before.role, strip.role):
        kind = "kicker_head_merged" if before.role == "kicker" else "head_merged"
        proof.note(kind, left=before.id, right=strip.id)
        chunks[-1].rows += strip.rows
        return
    if len(strip.rows) > 1 and rng.random() < engine.head_split:
        proof.note("head_split", block=strip.id)
        chunks += [Chunk([row], _level(rng, engine, strip.role)) for row in strip.rows]
        return
    chunks.append(Chunk(list(strip.rows), level))


def _glued(rng: Random, engine: Engine, left: str, right: str) -> bool:
    if (left, right) == ("kicker", "headline"):
        return rng.random() < engine.kicker_head
    return (left, right) in _MERGED_HEADS and rng.random() < engine.head_merged


_MERGED_HEADS = {
    ("column_label", "headline"),
    ("headline", "subheadline"),
    ("column_label", "kicker"),
}


def _level(rng: Random, engine: Engine, role: str) -> int:
    if not engine.headings:
        return 0
    levels = {"headline": [1, 2, 2, 3, 3, 3], "kicker": [3, 4, 4, 0], "subheadline": [4, 4, 0]}
    return rng.choice(levels.get(role, [3, 4, 4, 0]))


def _running(
    rng: Random,
    proof: Proof,
    engine: Engine,
    chunks: list[Chunk],
    before: Strip | None,
    strip: Strip,
) -> None:
    rows = list(strip.rows)
    if before and before.role in RUNNING and before.rows[-1].column == rows[0].column and chunks:
        full = before.rows[-1].room < 1.0 and _complete(before)
        if rng.random() < (engine.merge_full if full else engine.merge_any):
            proof.note("para_merge", left=before.id, right=strip.id, last_line_full=full)
            chunks[-1].rows.append(rows.pop(0))
    _columns(proof, engine, chunks, strip, rows, fresh=len(rows) == len(strip.rows))


def _columns(
    proof: Proof, engine: Engine, chunks: list[Chunk], strip: Strip, rows: list[Row], fresh: bool
) -> None:
    """Add rows; where a column ended inside the paragraph, its block was cut."""
    for number, row in enumerate(rows):
        last = chunks[-1].rows[-1] if chunks and chunks[-1].rows else row
        cut = engine.column_cuts and last.column != row.column
        if number == 0 and fresh:
            chunks.append(Chunk([row]))
        elif cut:
            proof.note("column_split", block=strip.id, offset=row.starts())
            chunks.append(Chunk([row]))
        else:
            chunks[-1].rows.append(row)


def _item(
    rng: Random,
    proof: Proof,
    engine: Engine,
    chunks: list[Chunk],
    before: Strip | None,
    strip: Strip,
    grouped: bool,
) -> None:
    """Items; an engine that groups by the left edge cuts them in two and glues their heads on."""
    rows = list(strip.rows)
    fresh = True
    if before and chunks and grouped and rng.random() < 0.45:
        if before.role == "timeline_year":
            proof.note("year_glued", left=before.id, right=strip.id)
        elif before.role == strip.role:
            proof.note("item_merge", left=before.id, right=strip.id)
        else:
            before = None
        if before:
            chunks[-1].rows.append(rows.pop(0))
            chunks[-1].level = 0
            fresh = False
    if grouped and len(strip.rows) > 1 and rng.random() < 0.35:
        if fresh:
            chunks.append(Chunk([rows.pop(0)]))
        proof.note("item_split", block=strip.id, offset=rows[0].starts())
        fresh = True
    _columns(proof, engine, chunks, strip, rows, fresh)


def _other(
    rng: Random,
    proof: Proof,
    engine: Engine,
    chunks: list[Chunk],
    before: Strip | None,
    strip: Strip,
    marked: bool,
) -> None:
    level = 0
    if strip.role == "table_row":
        if not (before and before.role == "table_row"):
            chunks.append(Chunk([], table=engine.tables))
        chunks[-1].rows += strip.rows
        return
    if strip.role == "photo_credit" and before and rng.random() < engine.caption_credit:
        proof.note("caption_credit_one_block", left=before.id, right=strip.id)
        chunks[-1].rows += strip.rows
        return
    if strip.role == "subhead" and engine.headings:
        level = rng.choice([4, 4, 3]) if marked and rng.random() < 0.8 else 0
    if strip.role == "timeline_year" and engine.headings and rng.random() < 0.1:
        level = 4
    if (
        strip.role == "poem_line"
        and before
        and before.role == "poem_line"
        and engine.joiner == "\n"
    ):
        chunks[-1].rows += strip.rows
        return
    chunks.append(Chunk(list(strip.rows), level))


def _complete(strip: Strip) -> bool:
    return strip.rows[-1].glyphs[-1].at == len(strip.block.text) - 1


def arranged(
    rng: Random, proof: Proof, engine: Engine, articles: list[list[Chunk]], folio_below: bool
) -> list[Chunk]:
    """All chunks of the page: the folio's, the articles', captions and tails out of their place."""
    articles = _captions_moved(rng, proof, engine, articles)
    for galley, chunks in zip(proof.galleys, articles, strict=True):
        _displace(rng, proof, engine, galley, chunks)
        if chunks:
            chunks[0].blanks = rng.choice([2, 3, 4]) if rng.random() < engine.blank_lines else 1
    folio = _folio(rng, proof, engine)
    body = [chunk for chunks in articles for chunk in chunks]
    editors = [c for c in folio if c.rows[0].glyphs[0].block.endswith("e")]
    page = [*body, *folio] if folio_below else [*folio, *body]
    page[0].blanks = rng.choice([0, 4, 8]) if engine.blank_lines else 0
    return page + editors


def _folio(rng: Random, proof: Proof, engine: Engine) -> list[Chunk]:
    return [Chunk(list(strip.rows)) for strip in proof.folio if strip.rows and strip.rows[0].glyphs]


def _captions_moved(
    rng: Random, proof: Proof, engine: Engine, articles: list[list[Chunk]]
) -> list[list[Chunk]]:
    """A picture's words sometimes stand in the middle of another article's text."""
    for number, galley in enumerate(proof.galleys):
        hosts = [n for n, c in enumerate(articles) if n != number and len(c) > 4]
        if galley.article.kind != "photo" or not hosts or rng.random() > engine.caption_moved:
            continue
        host = articles[rng.choice(hosts)]
        at = rng.randint(3, len(host))
        articles[number], moved = [], articles[number]
        host[at:at] = moved
        proof.note("caption_moved", block=galley.strips[0].id)
    return articles


def _displace(
    rng: Random, proof: Proof, engine: Engine, galley: Galley, chunks: list[Chunk]
) -> None:
    """The last line of a block stands further down, as a block of its own."""
    if rng.random() > engine.displaced or galley.article.kind == "photo":
        return
    found = [
        n
        for n, c in enumerate(chunks[:-1])
        if len(c.rows) > 2 and len(c.rows[-1].glyphs) >= 6 and _one_block(c) and _ends(proof, c)
    ]
    if not found:
        return
    at = rng.choice(found)
    row = chunks[at].rows.pop()
    to = min(len(chunks), at + rng.randint(2, 3))
    where = "after"
    if at > 2 and rng.random() < 0.4:
        to, where = at - 1, "before"
    chunks.insert(to, Chunk([row]))
    text = "".join(g.shown for g in row.glyphs)
    proof.note("displaced", block=row.glyphs[0].block, offset=row.starts(), text=text, where=where)


def _one_block(chunk: Chunk) -> bool:
    return len({g.block for row in chunk.rows[-2:] for g in row.glyphs}) == 1


def _ends(proof: Proof, chunk: Chunk) -> bool:
    last = chunk.rows[-1].glyphs[-1]
    return any(
        s.id == last.block and s.role in RUNNING and last.at == len(s.block.text) - 1
        for _, s in proof.strips()
    )


# --- writing --------------------------------------------------------------------------------------


def written(chunks: list[Chunk], engine: Engine) -> tuple[str, list[list[object]]]:
    """The OCR text, and where each run of its characters comes from."""
    text: list[str] = []
    places: list[tuple[int, str, int, int]] = []
    at = 0
    for shown, block, offset in _characters(chunks, engine):
        if block:
            places.append((at, block, offset, len(shown)))
        text.append(shown)
        at += len(shown)
    return "".join(text), list(_runs(places))


def _characters(chunks: list[Chunk], engine: Engine) -> Iterator[tuple[str, str, int]]:
    for number, chunk in enumerate(chunks):
        yield ("\n" * (chunk.blanks + bool(number)) if chunk.blanks else ""), "", -1
        yield from _table(chunk, engine) if chunk.table else _lines(chunk, engine)
    yield "\n", "", -1


def _lines(chunk: Chunk, engine: Engine) -> Iterator[tuple[str, str, int]]:
    if chunk.level:
        yield "#" * chunk.level + " ", "", -1
    for number, row in enumerate(chunk.rows):
        if number:
            yield (" " if chunk.level else chunk.joiner), "", -1
        yield from _row(row, engine)


_TABLE_MARKS = {
    "pipes": ("", "| ", " | ", " |", "\n", ""),
    "spaced": ("", "", "  ", "", "\n", ""),
    "html": ("<table>", "<tr><td>", "</td><td>", "</td></tr>", "", "</table>"),
}


def _table(chunk: Chunk, engine: Engine) -> Iterator[tuple[str, str, int]]:
    """Rows of cells; in the manuscript a bar with a space on either side divides them."""
    before, opening, between, closing, end, after = _TABLE_MARKS[chunk.table]
    yield before, "", -1
    for number, row in enumerate(chunk.rows):
        yield (end if number else "") + opening, "", -1
        cells = 1
        for glyph in row.glyphs:
            if glyph.shown == "|":
                cells += 1
                yield between, "", -1
            elif glyph.shown != " ":
                yield _shown(glyph.shown, engine), glyph.block, glyph.at
        yield closing, "", -1
        if chunk.table == "pipes" and number == 0:
            yield "\n" + "| --- " * cells + "|", "", -1
    yield after, "", -1


def _row(row: Row, engine: Engine) -> Iterator[tuple[str, str, int]]:
    for number, glyph in enumerate(row.glyphs):
        if number in row.gaps:
            yield " ", "", -1
        yield _shown(glyph.shown, engine), glyph.block, glyph.at


def _shown(char: str, engine: Engine) -> str:
    if engine.ascii_marks:
        char = char.translate(_ASCII)
    return char.translate(_STRAIGHT) if engine.straight_quotes else char


def _runs(places: list[tuple[int, str, int, int]]) -> Iterator[list[object]]:
    run: list[tuple[int, str, int, int]] = []
    for place in places:
        if run and (place[0], place[1], place[2]) != (
            run[-1][0] + run[-1][3],
            run[-1][1],
            run[-1][2] + 1,
        ):
            yield _run(run)
            run = []
        run.append(place)
    if run:
        yield _run(run)


def _run(run: list[tuple[int, str, int, int]]) -> list[object]:
    first, last = run[0], run[-1]
    return [first[0], last[0] + last[3], first[1], first[2], last[2] + 1]
