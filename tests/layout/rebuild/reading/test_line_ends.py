"""How full a line must be for a paragraph to end with it, or to go on behind it."""

from dataclasses import replace

from layout.rebuild.reading.line_ends import leaving, staying
from layout.rebuild.signs.costs import ROLES, costs
from layout.rebuild.survey import survey
from layout.rebuild.survey.candidates import Line, Stream, lines_at
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import FERRY, RICE, block, latin, lines, told

_PARAGRAPH, _HEADLINE = ROLES.index("paragraph"), ROLES.index("headline")


def _rice() -> tuple[Stream, list[Line]]:
    """A page of paragraphs in one measure, and the lines of single pieces of the first one."""
    words = "\n\n".join(block(lines(words, 16)) for words in RICE)
    stream = survey(read_markdown("page", words)).stream
    count = sum(piece.block == 0 for piece in stream.pieces)
    return stream, [lines_at(stream, index)[0] for index in range(count)]


def test_a_paragraph_ends_cheaper_with_its_closed_line_than_inside() -> None:
    stream, told = _rice()
    inside, last = (leaving(stream, line).of(_PARAGRAPH, begins=False) for line in told[-2:])
    assert last == costs().end["last_closed"] < inside


def test_a_line_that_leaves_no_room_for_an_indent_is_no_whole_paragraph() -> None:
    stream, told = _rice()
    full = stream.measures[told[0].first]
    widths = (full - stream.scale.indent, full, 2 * full)
    alone = [
        leaving(stream, told[-1]._replace(steps=steps)).of(_PARAGRAPH, begins=True)
        for steps in widths
    ]
    last, flush = costs().end["last_closed"], costs().end["flush"]
    assert alone == [last, last + flush, last]  # the widest is no line, but several


def test_a_paragraph_goes_on_cheaper_behind_a_full_line_than_behind_a_short_one() -> None:
    stream, told = _rice()
    piece = stream.pieces[told[-1].behind]
    full, short = (staying(stream, line, piece).of(_PARAGRAPH, begins=False) for line in told[-2:])
    assert full < short


def test_a_title_at_a_line_end_waits_for_its_name() -> None:
    printed = (
        "The pier was opened by the late Mr.\nSamuel Lowe, of Bristol, and by the mayor\nof Poole."
    )
    assert len(told(printed, *FERRY)) == len(told(*FERRY)) + 1


def test_a_line_is_lost_between_blocks_rather_than_inside_one() -> None:
    stream, told = _rice()
    first = told[0]._replace(signs=frozenset())
    inside = leaving(stream, first).of(_PARAGRAPH, begins=False)
    ends = replace(stream, pieces=(stream.pieces[0]._replace(closes=True), *stream.pieces[1:]))
    assert leaving(ends, first).of(_PARAGRAPH, begins=False) < inside


def test_a_latin_paragraph_ends_between_blocks_rather_than_inside_one() -> None:
    printed = "\n\n".join("\n".join(latin(words, 34)) for words in FERRY)
    stream = survey(read_markdown("page", printed)).stream
    last = next(i for i, piece in enumerate(stream.pieces) if piece.closes)
    line = lines_at(stream, last)[0]
    inside = tuple(
        p._replace(closes=False) if i == last else p for i, p in enumerate(stream.pieces)
    )
    costs = [
        leaving(each, line).of(_PARAGRAPH, begins=False)
        for each in (stream, replace(stream, pieces=inside))
    ]
    assert costs[0] < costs[1]


def test_a_headline_ends_wherever_it_likes() -> None:
    stream, told = _rice()
    assert {leaving(stream, line).of(_HEADLINE, begins=True) for line in told[:-1]} == {0.0}
