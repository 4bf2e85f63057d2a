"""The signs that the pieces of Latin text owe to their place: their block, their line, the page."""

from collections.abc import Iterator, Sequence, Set

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import shows
from layout.rebuild.signs.latin_folio import head_signs
from layout.rebuild.signs.latin_signs import labels_heads, latin_block_signs
from layout.rebuild.survey.latin_astride import heads_astride
from layout.rebuild.survey.latin_blocks import latin_blocks
from layout.rebuild.survey.latin_lists import counted_items, dated_items, labelled_items
from layout.rebuild.survey.latin_stacked import lines_over_text
from layout.rebuild.survey.nameless_voices import nameless_voices
from layout.rebuild.survey.place import Place
from layout.rebuild.survey.tables import is_titled
from layout.rebuild.survey.voices import voice_signs

_Signs = frozenset[str]
_CAPTION = frozenset({"credited"})
_NOTHING: _Signs = frozenset()
_ITEMS = frozenset({"labelled", "counted", "dated"})
_OF_TEXT = frozenset({"prose", "set", "set_one", "set_two", "figures", "credit_near"})
"""What a block shows by the text in it, which a heading over that text has no part in."""


def latin_context(
    places: Sequence[Place],
    blocks: Sequence[_Signs],
    shown: Sequence[_Signs],
    rest: Sequence[str],
    measures: Sequence[int],
) -> Iterator[_Signs]:
    """For every piece of a page what it shows besides `shown`, and no longer what is not its own.

    `blocks` are the signs that all lines of a block share, `measures` those of the blocks; `shown`
    and `rest` are the signs and the words of the pieces.
    """
    pieces = tuple(piece for place in places for piece in place.pieces)
    own = latin_blocks(places, blocks, measures)
    numbered = [(i, n) for i, place in enumerate(places) for n in range(len(place.pieces))]
    astride = frozenset(heads_astride(places))
    known = [a | b for a, b in zip(own, blocks, strict=True)]
    over = list(_lines_over(places, known, measures, astride))
    lines = tuple(_line_signs(pieces, shown))
    lists = {i for (i, n), line in zip(numbered, lines, strict=True) if not n and line & _ITEMS}
    voices = voice_signs(pieces, rest)
    voices = voices if any(voices) else nameless_voices(pieces)
    told = zip(numbered, pieces, rest, shown, voices, lines, strict=True)
    for (block, number), piece, words, signs, voice, line in told:
        if number - 1 in over[block] and "table" not in signs:
            line = line | {"under_label"}
        if "named_credit" in own[block] and piece.closes:
            line = line | {"credit"}
        if block + 1 in lists and places[block].level:
            line = line | {"before_list"}
        if block - 1 in astride and not number:
            line = line | {"head_goes_on"}
        if "table" in signs and not number and is_titled(places[block]):
            yield (signs - _OF_TEXT - {"table"}) | line | {"before_table"}
        elif number in over[block] and "letter_name" not in own[block]:
            alone = latin_block_signs(piece.words, places[block].level, alone=True)
            yield (signs - _OF_TEXT) | voice | line | {"over_text", *alone}
        else:
            yield (signs | own[block] | voice | line) - _not_said_of(piece, words)


def _lines_over(
    places: Sequence[Place],
    own: Sequence[_Signs],
    measures: Sequence[int],
    astride: Set[int],
) -> Iterator[frozenset[int]]:
    """For every block the lines in it that head a text; a stanza behind another has none."""
    before = _NOTHING
    behind = (*("" if place.level else place.words for place in places[1:]), "")[: len(places)]
    for i, (place, shown) in enumerate(zip(places, own, strict=True)):
        stanza = "kept_line" in shown and "kept_line" in before
        below = "" if "name_cut" in shown else behind[i]
        over = frozenset() if stanza else lines_over_text(place.pieces, measures[i], below)
        yield over.union([len(place.pieces) - 1] * (i in astride), [0] * (i - 1 in astride))
        before = shown


def _not_said_of(piece: Piece, rest: str) -> _Signs:
    """What a block shows that its last words do not: a credit is none of the caption's."""
    if piece.opens:
        return _NOTHING
    return (_CAPTION if shows("credit", rest) else _NOTHING) | {"verse_apart"}


def _line_signs(pieces: Sequence[Piece], shown: Sequence[_Signs]) -> Iterator[_Signs]:
    """For every piece, what it shows by its words alone where it is a line of its own."""
    begins = True
    dated = dated_items(pieces, shown)
    items = labelled_items(pieces, shown) - dated
    counted = counted_items(pieces, shown) - dated
    telling = 2 * sum(piece.strong for piece in pieces) < len(pieces)
    for number, piece in enumerate(pieces):
        fresh = piece.opens and piece.words[0].isupper()
        ends = piece.closes or piece.newline
        head = head_signs(piece.words) if begins and ends else frozenset()
        strong = piece.strong and telling
        behind = pieces[number + 1].words if not piece.closes else ""
        yield head.union(
            ["over_head"] * (behind.isupper() and labels_heads(piece.words)),
            ["fresh"] * fresh,
            ["strong"] * strong,
            ["labelled"] * (number in items),
            ["counted"] * (number in counted),
            ["dated"] * (number in dated),
        )
        begins = ends
