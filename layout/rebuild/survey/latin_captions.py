"""Blocks of Latin text that may be what is said of a picture: a few sentences by its credit."""

from collections.abc import Iterator, Sequence

from layout.rebuild.signs.latin_signs import ends_sentence, lexicon
from layout.rebuild.survey.place import Place

_Signs = frozenset[str]
_CREDITED = frozenset({"credit_near", "credit_soon", "caption_start"})
_LONGEST_CAPTION, _MOST_SENTENCES = 300, 2  # characters


def caption_signs(places: Sequence[Place], blocks: Sequence[_Signs]) -> Iterator[tuple[int, str]]:
    """What tells for it or against it, block by block; `blocks` are the signs of each."""
    for i in range(len(places)):
        yield from ((i, sign) for sign in _signs(places, blocks, i))


def _signs(places: Sequence[Place], blocks: Sequence[_Signs], index: int) -> Iterator[str]:
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
