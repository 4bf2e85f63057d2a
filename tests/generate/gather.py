"""What layout analysis makes of an article: its strips in blocks, cut, glued and mislabelled."""

from random import Random

from tests.generate.engine import Engine
from tests.generate.proof import RUNNING, Chunk, Galley, Glyph, Proof, Row, Strip

_HEADS = {"column_label", "kicker", "headline", "subheadline", "byline"}
_ITEMS = {"timeline_item", "list_item"}
_GLUED_HEADS = {
    ("column_label", "headline"),
    ("headline", "subheadline"),
    ("column_label", "kicker"),
}
_NOISE = {"headline": [1, 2, 2, 3, 3, 3], "kicker": [3, 4, 4, 0], "subheadline": [4, 4, 0]}
_PROPER = {"headline": 1, "subheadline": 2, "subhead": 3, "table_title": 4, "timeline_year": 3}


def gathered(rng: Random, proof: Proof, engine: Engine) -> list[list[Chunk]]:
    """The chunks of each article, in the order of the print."""
    return [_Gathering(rng, proof, engine).of(galley) for galley in proof.galleys]


class _Gathering:
    """One article on its way into chunks."""

    def __init__(self, rng: Random, proof: Proof, engine: Engine) -> None:
        self.rng = rng
        self.proof = proof
        self.engine = engine
        self.chunks: list[Chunk] = []
        self.grouped = self.happens(engine.items_grouped)
        self.marked = self.happens(0.7)

    def happens(self, chance: float) -> bool:
        return self.rng.random() < chance

    def of(self, galley: Galley) -> list[Chunk]:
        before: Strip | None = None
        for strip in (s for s in galley.strips if s.rows):
            if self.engine.tight and not strip.is_latin:
                _tighten(strip)
            self.add(before, strip)
            before = strip
        return self.chunks

    def add(self, before: Strip | None, strip: Strip) -> None:
        if strip.role in _HEADS:
            self.add_head(before, strip)
        elif strip.role in _ITEMS:
            self.add_item(before, strip)
        elif strip.role in RUNNING:
            self.add_running(before, strip)
        elif strip.role in {"table_row", "poem_line"}:
            self.add_row(before, strip)
        else:
            self.add_other(before, strip)

    # --- heads ------------------------------------------------------------------------------------

    def add_head(self, before: Strip | None, strip: Strip) -> None:
        if before and self.is_glued(before, strip):
            kind = "kicker_head_merged" if before.role == "kicker" else "head_merged"
            self.proof.note(kind, left=before.id, right=strip.id)
            self.chunks[-1].rows += strip.rows
        elif len(strip.rows) > 1 and self.happens(self.engine.head_split):
            self.proof.note("head_split", block=strip.id)
            self.chunks += [Chunk([row], self.level(strip)) for row in strip.rows]
        else:
            self.chunks.append(Chunk(list(strip.rows), self.level(strip)))

    def is_glued(self, before: Strip, strip: Strip) -> bool:
        """Two heads in one block; most of the time their words still tell them apart."""
        pair = (before.role, strip.role)
        if pair == ("kicker", "headline") and before.block.text.endswith(("：", "——")):
            return self.happens(self.engine.kicker_head)
        if before.role == "column_label" and pair in _GLUED_HEADS:
            return self.happens(self.engine.label_merged)
        return pair in _GLUED_HEADS and self.happens(self.engine.head_merged)

    def level(self, strip: Strip) -> int:
        if self.engine.levels == "proper":
            return _PROPER.get(strip.role, 0)
        if strip.role == "byline":
            if not self.happens(self.engine.byline_heading):
                return 0
            self.proof.note("byline_as_heading", block=strip.id)
            return self.rng.choice([3, 4])
        if strip.role == "subhead":
            return self.rng.choice([4, 4, 3]) if self.marked and self.happens(0.8) else 0
        if strip.role in _HEADS:
            return self.rng.choice(_NOISE.get(strip.role, [3, 4, 4, 0]))
        return 4 if strip.role in {"timeline_year", "table_title"} and self.happens(0.15) else 0

    # --- running text -----------------------------------------------------------------------------

    def add_running(self, before: Strip | None, strip: Strip) -> None:
        rows = list(strip.rows)
        fresh = not (before and self.merges(before, strip))
        if not fresh:
            self.chunks[-1].rows.append(rows.pop(0))
        self.add_rows(strip, rows, fresh)

    def merges(self, before: Strip, strip: Strip) -> bool:
        if before.role not in RUNNING or before.rows[-1].column != strip.rows[0].column:
            return False
        full = before.rows[-1].room < 1.0 and before.is_whole
        if not self.happens(self.engine.merge_full if full else self.engine.merge_any):
            return False
        self.proof.note("para_merge", left=before.id, right=strip.id, last_line_full=full)
        return True

    def add_rows(self, strip: Strip, rows: list[Row], fresh: bool) -> None:
        """Add rows; where a column ended inside the paragraph, its block was cut."""
        broken = self.rng.randrange(1, len(rows)) if len(rows) > 2 and self.splits() else 0
        for number, row in enumerate(rows):
            last = self.chunks[-1].rows[-1] if self.chunks else row
            if number == 0 and fresh:
                self.chunks.append(Chunk([row]))
            elif self.engine.column_cuts and last.column != row.column:
                self.proof.note("column_split", block=strip.id, offset=row.starts())
                self.chunks.append(Chunk([row]))
            elif number and number == broken:
                self.proof.note("block_split", block=strip.id, offset=row.starts())
                self.chunks.append(Chunk([row]))
            else:
                self.chunks[-1].rows.append(row)

    def splits(self) -> bool:
        return self.happens(self.engine.block_split)

    # --- items, rows, the rest --------------------------------------------------------------------

    def add_item(self, before: Strip | None, strip: Strip) -> None:
        """An engine that groups by the left edge cuts items in two and glues their heads on."""
        rows = list(strip.rows)
        if self.engine.bullet and strip.block.bullet:
            rows[0].glyphs[0] = Glyph(self.engine.bullet, "", -1)
        fresh = not (before and self.grouped and self.is_glued_item(before, strip))
        if not fresh:
            self.chunks[-1].rows.append(rows.pop(0))
            self.chunks[-1].level = 0
        if self.grouped and len(strip.rows) > 1 and self.happens(0.35):
            if fresh:
                self.chunks.append(Chunk([rows.pop(0)]))
            self.proof.note("item_split", block=strip.id, offset=rows[0].starts())
            fresh = True
        self.add_rows(strip, rows, fresh)
        if self.engine.bullet and before and before.role == strip.role:
            self.chunks[-1].blanks = 0

    def is_glued_item(self, before: Strip, strip: Strip) -> bool:
        kinds = {"timeline_year": "year_glued", strip.role: "item_merge"}
        if before.role not in kinds or not self.happens(0.45):
            return False
        self.proof.note(kinds[before.role], left=before.id, right=strip.id)
        return True

    def add_row(self, before: Strip | None, strip: Strip) -> None:
        """A row of a table or a line of verse: with those before it, or a block of its own."""
        is_table = strip.role == "table_row"
        apart = (self.engine.tables == "loose") if is_table else (self.engine.verses == "apart")
        if apart or not before or before.role != strip.role:
            table = self.engine.tables if is_table else ""
            joiner = "\n" if self.engine.verses == "lines" else " "
            self.chunks.append(Chunk([], joiner="" if is_table else joiner, table=table))
        self.chunks[-1].rows += strip.rows

    def add_other(self, before: Strip | None, strip: Strip) -> None:
        if before and strip.role == "photo_credit" and self.happens(self.engine.caption_credit):
            self.proof.note("caption_credit_one_block", left=before.id, right=strip.id)
            self.chunks[-1].rows += strip.rows
        else:
            self.chunks.append(Chunk(list(strip.rows), self.level(strip)))


def _tighten(strip: Strip) -> None:
    for row in strip.rows:
        row.glyphs = [g for g in row.glyphs if g.shown != " "]
