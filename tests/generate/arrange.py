"""The order in which an engine writes a page's blocks, with what it puts out of place."""

from itertools import pairwise
from random import Random

from tests.generate.engine import Engine
from tests.generate.proof import RUNNING, Chunk, Galley, Proof

_SHORTEST_FRAGMENT = 6


def arranged(
    rng: Random, proof: Proof, engine: Engine, articles: list[list[Chunk]], folio_below: bool
) -> list[Chunk]:
    """All chunks of the page: the folio's and the articles', some of them astray."""
    _move_captions(rng, proof, engine, articles)
    for galley, chunks in zip(proof.galleys, articles, strict=True):
        _displace(rng, proof, engine, galley, chunks)
        if chunks and rng.random() < engine.blank_lines:
            chunks[0].blanks = rng.choice([2, 3, 4])
    _put_heads_aside(rng, proof, engine, articles)
    folio = [Chunk(list(strip.rows)) for strip in proof.folio if strip.rows[0].glyphs]
    body = [chunk for chunks in articles for chunk in chunks]
    page = [*body, *folio] if folio_below else [*folio, *body]
    page[0].blanks = rng.choice([0, 4, 8]) if engine.blank_lines else 0
    return page


def _move_captions(rng: Random, proof: Proof, engine: Engine, articles: list[list[Chunk]]) -> None:
    """A picture's words sometimes stand in the middle of another article's text."""
    for number, galley in enumerate(proof.galleys):
        hosts = [chunks for n, chunks in enumerate(articles) if n != number and len(chunks) > 4]
        if galley.article.kind != "photo" or not hosts or rng.random() > engine.caption_moved:
            continue
        host = rng.choice(hosts)
        at = rng.randint(3, len(host))
        host[at:at], articles[number] = articles[number], []
        proof.note("caption_moved", block=galley.strips[0].id)


def _displace(
    rng: Random, proof: Proof, engine: Engine, galley: Galley, chunks: list[Chunk]
) -> None:
    """The last line of a paragraph stands elsewhere, as a block of its own."""
    ends = _ends(galley)
    found = [n for n, chunk in enumerate(chunks[:-1]) if _can_lose_its_last_row(chunk, ends)]
    if not found or rng.random() > engine.displaced:
        return
    at = rng.choice(found)
    row = chunks[at].rows.pop()
    before = at > 2 and rng.random() < 0.4
    to = at - 1 if before else min(len(chunks), at + rng.randint(2, 3))
    chunks.insert(to, Chunk([row]))
    proof.note(
        "displaced",
        block=row.glyphs[0].block,
        offset=row.starts(),
        text="".join(g.shown for g in row.glyphs),
        where="before" if before else "after",
    )


def _ends(galley: Galley) -> set[tuple[str, int]]:
    """The last character of every running block."""
    return {(s.id, len(s.block.text) - 1) for s in galley.strips if s.role in RUNNING}


def _can_lose_its_last_row(chunk: Chunk, ends: set[tuple[str, int]]) -> bool:
    if len(chunk.rows) < 3:
        return False
    *_, before, last = chunk.rows
    same = {g.block for g in (*before.glyphs, *last.glyphs) if g.block}
    end = last.glyphs[-1]
    return len(same) == 1 and len(last.glyphs) >= _SHORTEST_FRAGMENT and (end.block, end.at) in ends


def _put_heads_aside(
    rng: Random, proof: Proof, engine: Engine, articles: list[list[Chunk]]
) -> None:
    """Two articles side by side: the second one's headline is read right after the first one's."""
    for first, second in pairwise(articles):
        if len(first) > 2 and len(second) > 2 and rng.random() < engine.heads_aside / 2:
            head = second.pop(0)
            first.insert(1, head)
            proof.note("head_aside", block=head.rows[0].glyphs[0].block)
