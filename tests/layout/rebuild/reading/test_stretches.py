"""Pieces in another order: what a line takes from its new neighbours, and what it leaves behind."""

from layout.rebuild.reading import read_sequence
from layout.rebuild.reading.stretches import rearranged, set_behind
from layout.rebuild.survey import survey
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import RICE, block, lines, page

PRINTED = [lines(words, 16) for words in RICE[:3]]
STREAM = survey(
    read_markdown("1", page(block(PRINTED[0]), block(PRINTED[1]), PRINTED[2][-1]))
).stream
ORDER = [0, 1, len(STREAM.pieces) - 1]


def test_pieces_stand_in_the_order_given() -> None:
    words = [piece.words for piece in rearranged(STREAM, ORDER).pieces]
    assert words == [STREAM.pieces[i].words for i in ORDER]


def test_hardly_anything_goes_on_behind_a_last_line() -> None:
    assert rearranged(STREAM, ORDER, {1}).bonds[2] < min(0.0, rearranged(STREAM, ORDER).bonds[2])


def test_a_line_set_behind_another_is_no_block_of_its_own() -> None:
    first, *_, line = read_sequence(STREAM)
    assert "alone" in STREAM.signs[line.first]
    moved = set_behind(STREAM, dict.fromkeys(range(line.first, line.behind), first.first))
    assert "alone" not in moved.signs[line.first]
    assert moved.measures[line.first] == STREAM.measures[first.first]
