"""A scanned page surveyed: its blocks as one stream of pieces with widths, measures, places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from layout.model import PictureBlock, ScannedBlock, ScannedPage, TableBlock, TextBlock
from layout.passes.look_alikes.lexicon import simplified
from layout.rebuild.lines.measure import (
    block_costs,
    block_measures,
    fills,
    line_measures,
    runs_in,
)
from layout.rebuild.lines.pieces import Piece, pieces_of, text_of
from layout.rebuild.lines.scale import FULL, KAIMING, LATIN, Scale
from layout.rebuild.signs.emphasis import strong_spans
from layout.rebuild.signs.latin_company import NOBODY, Company, company_of
from layout.rebuild.survey.alike import items_alike
from layout.rebuild.survey.candidates import Stream
from layout.rebuild.survey.context import block_signs
from layout.rebuild.survey.halves import second_halves
from layout.rebuild.survey.han_seams import HanSeams
from layout.rebuild.survey.latin_bonds import LatinSeams
from layout.rebuild.survey.latin_context import latin_context
from layout.rebuild.survey.latin_cut_off import cut_off
from layout.rebuild.survey.levels import read_levels, typed_levels
from layout.rebuild.survey.numbered import counted
from layout.rebuild.survey.place import FAR, Place, with_found
from layout.rebuild.survey.seams import bonds_of
from layout.rebuild.survey.stacked import stacked_signs
from layout.rebuild.survey.tables import are_tables
from layout.rebuild.survey.voices import voice_signs
from layout.rebuild.survey.voices_apart import with_names
from layout.script import capitalizes_nouns, is_east_asian, language_of, script_of
from layout.text import Text

_TABLE = "▦"
_PROGRAMME = frozenset({"programme", "in_programme", "roster", "roster_on"})
_WIDE = 54  # steps: columns of newspapers are hardly ever wider than 27 ems

_OF_FIRST_LINE = frozenset({"field", "programme", "under_picture", "day_under_picture"})


@dataclass(frozen=True, slots=True)
class Survey:
    """The blocks of a page that hold words, in order, and the stream of their pieces.

    `texts[b]` is the whole text of block b; a table or picture has an empty one.
    """

    language: str
    scale: Scale
    blocks: tuple[ScannedBlock, ...]
    texts: tuple[Text, ...]
    stream: Stream

    def level(self, number: int) -> int:
        """The level that the source gives a block as a heading; 0 for none."""
        return _level(self.blocks[number])

    def measure(self, piece: int) -> float:
        """The measure of the line of a piece, in ems; 0 where it is not known."""
        return self.stream.scale.ems(self.stream.measures[piece])


class _Lines(NamedTuple):
    """The pieces of every block, their script, their scale, the blocks' measures in steps."""

    pieces: tuple[tuple[Piece, ...], ...]
    script: str
    scale: Scale
    measures: tuple[int, ...]


def survey(page: ScannedPage) -> Survey:
    """The page measured: its language, its way with marks, its pieces and their measures."""
    language = language_of(page.source)
    texts = tuple(text_of(b) if isinstance(b, TextBlock) else Text() for b in page.blocks)
    nouns = capitalizes_nouns(page.source)
    pieces = tuple(
        _pieces(block, text, i, nouns=nouns)
        for i, (block, text) in enumerate(zip(page.blocks, texts, strict=True))
    )
    pieces = with_names(pieces, texts)
    heads = tuple(_level(block) > 0 for block in page.blocks)
    lines = _Lines(pieces, script_of(language), *_measures(pieces, heads, language))
    stream = _stream(page.blocks, texts, lines)
    return Survey(language, lines.scale, page.blocks, texts, stream)


def _level(block: ScannedBlock) -> int:
    return block.level if isinstance(block, TextBlock) else 0


def _pieces(block: ScannedBlock, text: Text, index: int, *, nouns: bool) -> tuple[Piece, ...]:
    """The pieces of a block. Where all nouns have capitals these do not part headings."""
    match block:
        case TextBlock():
            strong = strong_spans(text)
            heading = block.level > 0 and not nouns
            return pieces_of(text.plain, index, heading=heading, strong=strong)
        case TableBlock():
            return (Piece(_TABLE, index, 0, 0, 0, newline=False, lead=0, opens=True, closes=True),)
        case PictureBlock():
            return ()


def _measures(
    pieces: Sequence[tuple[Piece, ...]], heads: Sequence[bool], language: str
) -> tuple[Scale, tuple[int, ...]]:
    """The scale under which the lines agree best, and every block's measure in its steps."""
    if not is_east_asian(language):
        if not _is_lined_latin(pieces):
            return LATIN, (0,) * len(pieces)
        return LATIN, block_measures([block_costs(p, LATIN) for p in pieces], heads, LATIN)[0]
    if not _is_lined_han(pieces):
        return FULL, (0,) * len(pieces)
    tried = []
    for scale in (KAIMING, FULL):
        measures, cost = block_measures([block_costs(p, scale) for p in pieces], heads, scale)
        tried.append((cost, scale, measures))
    _, scale, measures = min(tried, key=lambda t: t[0])
    return scale, measures


def _is_lined_han(pieces: Sequence[tuple[Piece, ...]]) -> bool:
    """Whether the blocks of some length mostly are in pieces that a measure could hold.

    Where all are short, the longest of them tell it, which most measures could not hold in a line.
    """
    steps = [[FULL.steps(piece.words) for piece in block] for block in pieces]
    for most in (FULL.high, _WIDE):
        long = [block for block in steps if sum(block) > most]
        if long:
            return 2 * sum(max(block) <= most for block in long) > len(long)
    return True


def _is_lined_latin(pieces: Sequence[tuple[Piece, ...]]) -> bool:
    """Whether the source kept the line breaks of Latin text, in most blocks of some length."""
    long = [block for block in pieces if len(block) > 1]
    lined = sum(any(p.newline for p in block[:-1]) for block in long)
    return 2 * lined > len(long)


def _stream(blocks: Sequence[ScannedBlock], texts: Sequence[Text], lines: _Lines) -> Stream:
    script, scale = lines.script, lines.scale
    flat = tuple(piece for block in lines.pieces for piece in block)
    words = tuple(text.plain for text in texts)
    simple = tuple(simplified(each, script) for each in words)
    rest = tuple(_rest(simple[p.block], p) for p in flat)
    seams = LatinSeams.of(words) if scale is LATIN else HanSeams.of(words, script)
    in_one_line = (" ".join(each.split()) for each in simple)
    given = zip(blocks, in_one_line, lines.pieces, lines.measures, strict=True)
    lined = scale is LATIN or any(lines.measures)
    company = _company(blocks, texts) if scale is LATIN else NOBODY
    places = [_place(*each, scale) for each in given]
    signs = _shown(places, lines, rest, company, lined=lined)
    return Stream(
        pieces=flat,
        rest=rest,
        signs=signs,
        measures=tuple(_free(_line_measures(lines), signs)),
        bonds={} if scale is LATIN else bonds_of(flat, seams),
        lined=lined,
        script=script,
        seams=seams,
        scale=scale,
        company=company,
    )


def _shown(
    places: Sequence[Place], lines: _Lines, rest: Sequence[str], company: Company, *, lined: bool
) -> tuple[frozenset[str], ...]:
    """For every piece, the signs that it owes to its block, to its line, to those who speak."""
    flat = tuple(piece for place in places for piece in place.pieces)
    rows = are_tables(places)
    items = _items(places, flat, rest, rows) if lines.scale is not LATIN else {}
    signs = block_signs(places, lines.measures, rows, {flat[i].block for i in items})
    levels = read_levels(places) if lined else typed_levels(places)
    cut = cut_off(places, company) if lines.scale is LATIN else ()
    signs = with_found([a | b for a, b in zip(signs, levels, strict=True)], cut)
    told = zip(flat, _stacked(lines), strict=True)
    shown = tuple(_of_line(piece, signs[piece.block]) | stacked for piece, stacked in told)
    if lines.scale is LATIN:
        return tuple(latin_context(places, signs, shown, rest, lines.measures))
    heard = (s | voice for s, voice in zip(shown, voice_signs(flat, rest), strict=True))
    found = defaultdict[int, set[str]](set)
    for i, sign in (
        *((i, "counted_on") for i in counted(flat)),
        *second_halves(flat, shown, lines.script),
        *items.items(),
    ):
        found[i].add(sign)
    return tuple(s | found[i] if i in found else s for i, s in enumerate(heard))


def _items(
    places: Sequence[Place], flat: Sequence[Piece], rest: Sequence[str], rows: Sequence[bool]
) -> Mapping[int, str]:
    """The items of lists that are told by each other, and what shows each."""
    headings = [place.level > 0 or place.table for place in places for _ in place.pieces]
    return items_alike(flat, rest, headings, [rows[piece.block] for piece in flat])


def _of_line(piece: Piece, shown: frozenset[str]) -> frozenset[str]:
    """The signs of a block as a line shows them: some are those of its first line alone."""
    if not piece.opens:
        within = {"in_programme"} if "programme" in shown else set()
        return (shown - _OF_FIRST_LINE) | within
    return shown | {"opens_smaller"} if "larger_before" in shown else shown


def _stacked(lines: _Lines) -> Iterator[frozenset[str]]:
    """For every piece, what the lines of its block tell of it; a block is read to the next one."""
    following = (*lines.pieces[1:], ())[: len(lines.pieces)]
    for block, behind, measure in zip(lines.pieces, following, lines.measures, strict=True):
        yield from stacked_signs(block, behind[:1], lines.scale, measure)


def _line_measures(lines: _Lines) -> Iterator[int]:
    """For every piece, the measure of its line; 0 where that of its block is not known."""
    for block, measure in zip(lines.pieces, lines.measures, strict=True):
        yield from line_measures(block, measure, lines.scale) if measure else (0,) * len(block)


def _free(measures: Iterable[int], signs: Iterable[frozenset[str]]) -> Iterator[int]:
    """The measures, but 0 in a programme: what stands side by side there fills no line."""
    for measure, shown in zip(measures, signs, strict=True):
        yield measure if shown.isdisjoint(_PROGRAMME) else 0


def _company(blocks: Sequence[ScannedBlock], texts: Sequence[Text]) -> Company:
    """The company of the words of running text: a heading may be two, and capitalizes more."""
    return company_of(
        text.plain
        for block, text in zip(blocks, texts, strict=True)
        if isinstance(block, TextBlock) and not block.level
    )


def _place(
    block: ScannedBlock, words: str, pieces: tuple[Piece, ...], measure: int, scale: Scale
) -> Place:
    steps = sum(scale.steps(piece.words) for piece in pieces)
    return Place(
        words=words,
        pieces=pieces,
        level=_level(block),
        ems=scale.ems(steps),
        set=bool(measure) and fills(pieces, measure, scale),
        runs=bool(measure) and runs_in(pieces, measure, scale),
        table=isinstance(block, TableBlock),
        picture=isinstance(block, PictureBlock),
    )


def _rest(words: str, piece: Piece) -> str:
    """The words from a piece to the end of its block, blanks folded, up to a fair length."""
    return " ".join(words[piece.start : piece.start + 2 * FAR].split())[:FAR]
