"""The signs that the pieces of Latin text owe to their place: their block, their line, the page."""

import re
from collections.abc import Iterator, Sequence, Set

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import shows
from layout.rebuild.signs.latin_folio import head_signs, names_section
from layout.rebuild.signs.latin_signs import (
    ends_sentence,
    labels_heads,
    latin_block_signs,
    lesser_headings,
    lexicon,
    names_staff,
)
from layout.rebuild.survey.latin_astride import heads_astride
from layout.rebuild.survey.latin_authors import about_authors
from layout.rebuild.survey.latin_briefs import labels_over_briefs
from layout.rebuild.survey.latin_letters import begins_letter, letter_names, undersigned
from layout.rebuild.survey.latin_lists import counted_items, dated_items, labelled_items
from layout.rebuild.survey.latin_obituaries import names_the_dead
from layout.rebuild.survey.latin_stacked import lines_over_text
from layout.rebuild.survey.latin_verse import is_verse, verses_apart
from layout.rebuild.survey.nameless_voices import nameless_voices
from layout.rebuild.survey.place import Place
from layout.rebuild.survey.tables import is_titled
from layout.rebuild.survey.voices import voice_signs

_Signs = frozenset[str]
_CREDITED = frozenset({"credit_near", "credit_soon", "caption_start"})
_CAPTION = frozenset({"credited"})
_NOTHING: _Signs = frozenset()
_YEAR = frozenset({"year_block"})
_ITEMS = frozenset({"labelled", "counted", "dated"})
_FEWEST_YEARS = 2
_FEWEST_HEADS, _MOST_HEADS = 4, 0.75
_LONGEST_CAPTION, _MOST_SENTENCES = 300, 2
_TITLED = frozenset({"before_byline", "before_dateline"})
_CAPITAL_LEAD = re.compile(r"(?:[A-Z]{1,3} )?[A-Z][A-Z’'-]{3,}(?: [A-Z’'-]{3,})?,? (?=.*[a-z]{3} )")
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
    own = tuple(_block_signs(places, blocks, measures))
    numbered = [(i, n) for i, place in enumerate(places) for n in range(len(place.pieces))]
    astride = frozenset(heads_astride(places))
    over = list(_lines_over(places, own, measures, astride))
    lines = tuple(_line_signs(pieces, shown))
    listed = {
        i
        for (i, n), line in zip(numbered, lines, strict=True)
        if not (n or line.isdisjoint(_ITEMS))
    }
    pictured = {i for i, shown in enumerate(own) if "named_credit" in shown}
    voices = voice_signs(pieces, rest)
    voices = voices if any(voices) else nameless_voices(pieces)
    told = zip(numbered, pieces, rest, shown, voices, lines, strict=True)
    for (block, number), piece, words, signs, voice, line in told:
        if number - 1 in over[block] and "table" not in signs:
            line = line | {"under_label"}
        if block in pictured and piece.closes:
            line = line | {"credit"}
        if block + 1 in listed and places[block].level:
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
        over = frozenset() if stanza else lines_over_text(place.pieces, measures[i], behind[i])
        yield over.union([len(place.pieces) - 1] * (i in astride), [0] * (i - 1 in astride))
        before = shown


def _not_said_of(piece: Piece, rest: str) -> _Signs:
    """What a block shows that its last words do not: a credit is none of the caption's."""
    if piece.opens:
        return _NOTHING
    return (_CAPTION if shows("credit", rest) else _NOTHING) | {"verse_apart"}


def _block_signs(
    places: Sequence[Place], blocks: Sequence[_Signs], measures: Sequence[int]
) -> Iterator[_Signs]:
    """For every block the signs that only Latin text shows."""
    titles = [not shown.isdisjoint(_TITLED) for shown in blocks]
    lesser = lesser_headings([place.level for place in places], titles)
    signed = letter_names([place.words for place in places], [place.level for place in places])
    years = [shown >= _YEAR for shown in blocks]
    chronicle = sum(years) >= _FEWEST_YEARS
    verses = frozenset(verses_apart(places))
    briefs = frozenset(labels_over_briefs(places, blocks))
    capitals = frozenset(heads_in_capitals(places))
    authors = dict(about_authors(places, blocks))
    for i, (place, measure) in enumerate(zip(places, measures, strict=True)):
        alone = len(place.pieces) == 1
        shown = set(latin_block_signs(place.words, place.level, alone=alone))
        shown |= {"lesser_heading"} if lesser[i] else set()
        shown |= {"letter_name"} if signed[i] else set()
        shown |= {"under_year"} if chronicle and i and years[i - 1] and not place.level else set()
        shown |= {"lower_heading"} if place.level and place.words[:1].islower() else set()
        free = not measure and not place.level and "table" not in blocks[i]
        if free and is_verse(place.pieces):
            shown.add("kept_line")
        if i in verses:
            shown.add("verse_apart")
        if i in briefs:
            shown.add("over_briefs")
        if i in capitals:
            shown.add("in_capitals")
        if i in authors:
            shown.add(authors[i])
        if i and alone and not (place.level or places[i - 1].level):
            below = next((other.level for other in places[i + 1 : i + 2]), None)
            shown.update(["undersigned"] * undersigned(place.words, places[i - 1].words, below))
        if i and names_section(place.words, places[i - 1].words):
            shown.add("names_section")
        beside = (*_signs_over(places, i), *_picture_signs(places, blocks, i))
        yield frozenset(shown.union(beside))


def heads_in_capitals(places: Sequence[Place]) -> Iterator[int]:
    """The headings in capitals of a page that has nearly all of them so: they are no labels."""
    heads = [i for i, place in enumerate(places) if place.level]
    shouted = [i for i in heads if places[i].words.isupper()]
    if len(shouted) >= _FEWEST_HEADS and len(shouted) >= _MOST_HEADS * len(heads):
        yield from (i for i in shouted if not labels_heads(places[i].words))


def _signs_over(places: Sequence[Place], index: int) -> Iterator[str]:
    """What a block shows by the block below it."""
    place = places[index]
    for below in places[index + 1 : index + 2]:
        if below.level and labels_heads(place.words):
            yield "over_head"
        if names_staff(place.words, below.words):
            yield "over_affiliation"
        if names_the_dead(place.words, below.words):
            yield "over_obituary"
        if begins_letter(below.words):
            yield "before_letter"
        if _CAPITAL_LEAD.match(below.words):
            yield "over_lead"


def _picture_signs(places: Sequence[Place], blocks: Sequence[_Signs], index: int) -> Iterator[str]:
    """Whether a block may be what is said of a picture: a few sentences by its credit."""
    place, shown = places[index], blocks[index]
    above = index > 0 and "credit_block" in blocks[index - 1]
    above = above and _is_of_credit_above(places, index)
    capital = place.words[:1].isupper()
    short = capital and len(place.words) <= _LONGEST_CAPTION and not place.level
    named = short and _ends_in_name(places[index : index + 2])
    if short and ("own_credit" in shown or named):
        yield "credited"
    if named:
        yield "named_credit"
    if short and place.closed and "credit_block" not in shown:
        headed = index > 0 and places[index - 1].display
        below = _is_closed(places, index + 2) and _is_of_credit_above(places, index + 2)
        near = "credit_near" in shown and not headed and not below
        yield from ["pictured"] * (above or near) + ["credit_above"] * above
    if shown.isdisjoint(_CREDITED) and not above:
        yield "no_credit"


def _ends_in_name(places: Sequence[Place]) -> bool:
    """Whether a block is a sentence or two with a name behind them, and a heading is next, or none.

    Who signs a text stands below it; who took a picture stands where its caption ends.
    """
    place, below = places[0], [other for other in places[1:] if not other.level]
    if below or not 1 < len(place.pieces) <= _MOST_SENTENCES + 1:
        return False
    *told, name = (piece.words for piece in place.pieces)
    full_name = dict(lexicon().line)["full_name"]
    named = name[-1].islower() and full_name.search(name)
    return bool(named) and all(ends_sentence(words) for words in told)


def _is_of_credit_above(places: Sequence[Place], index: int) -> bool:
    """Whether the credit over a block belongs to it and not to what stands over the credit.

    A story ends above the credit with several blocks, and does not go on below the block.
    """
    ends = _is_closed(places, index - 2), _is_closed(places, index - 3)
    return not ends[0] or (ends[1] and not _is_closed(places, index + 1))


def _is_closed(places: Sequence[Place], index: int) -> bool:
    return 0 <= index < len(places) and places[index].closed


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
