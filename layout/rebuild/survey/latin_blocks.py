"""The signs of a block of Latin text: by its words, by the blocks beside it, by the page."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from layout.rebuild.signs.latin_folio import names_section
from layout.rebuild.signs.latin_signs import (
    labels_heads,
    latin_block_signs,
    lesser_headings,
    names_staff,
)
from layout.rebuild.survey.latin_authors import about_authors
from layout.rebuild.survey.latin_briefs import labels_over_briefs
from layout.rebuild.survey.latin_captions import caption_signs
from layout.rebuild.survey.latin_letters import begins_letter, letter_names, undersigned
from layout.rebuild.survey.latin_obituaries import names_the_dead
from layout.rebuild.survey.latin_verse import is_verse, verses_apart
from layout.rebuild.survey.place import Place, with_found

_Signs = frozenset[str]
_Found = Iterator[tuple[int, str]]
_YEAR = frozenset({"year_block"})
_FEWEST_YEARS = 2
_FEWEST_HEADS, _MOST_HEADS = 4, 0.75
_TITLED = frozenset({"before_byline", "before_dateline"})
_CAPITAL_LEAD = re.compile(r"(?:[A-Z]{1,3} )?[A-Z][A-Z’'-]{3,}(?: [A-Z’'-]{3,})?,? (?=.*[a-z]{3} )")


def latin_blocks(
    places: Sequence[Place], blocks: Sequence[_Signs], measures: Sequence[int]
) -> tuple[_Signs, ...]:
    """For every block the signs that only Latin text shows.

    `blocks` are those that the text of any language shows; measures are in steps.
    """
    words, levels = [place.words for place in places], [place.level for place in places]
    titles = [not shown.isdisjoint(_TITLED) for shown in blocks]
    return with_found(
        [frozenset(_own(place)) for place in places],
        _where(letter_names(words, levels), "letter_name"),
        _where(lesser_headings(levels, titles), "lesser_heading"),
        _where(_under_years(places, blocks), "under_year"),
        _where(map(_keeps_lines, places, blocks, measures), "kept_line"),
        ((i, "verse_apart") for i in verses_apart(places)),
        ((i, "over_briefs") for i in labels_over_briefs(places, blocks)),
        ((i, "in_capitals") for i in heads_in_capitals(places)),
        dict(about_authors(places, blocks)).items(),
        _under_others(places),
        _over_others(places),
        caption_signs(places, blocks),
    )


def _where(told: Iterable[bool], sign: str) -> _Found:
    """The numbers of the blocks of which something is true, with the sign of it."""
    return ((i, sign) for i, is_true in enumerate(told) if is_true)


def _own(place: Place) -> Iterator[str]:
    yield from latin_block_signs(place.words, place.level, alone=len(place.pieces) == 1)
    if place.level and place.words[:1].islower():
        yield "lower_heading"


def _keeps_lines(place: Place, shown: _Signs, measure: int) -> bool:
    """Whether a block is verse that kept its lines, on a page that has no measure there."""
    free = not measure and not place.level and "table" not in shown
    return free and is_verse(place.pieces)


def _under_years(places: Sequence[Place], blocks: Sequence[_Signs]) -> Iterator[bool]:
    """For every block, whether it stands under a year of a chronicle."""
    years = [shown >= _YEAR for shown in blocks]
    chronicle = sum(years) >= _FEWEST_YEARS
    for place, under in zip(places, (False, *years), strict=False):
        yield chronicle and under and not place.level


def heads_in_capitals(places: Sequence[Place]) -> Iterator[int]:
    """The headings in capitals of a page that has nearly all of them so: they are no labels."""
    heads = [i for i, place in enumerate(places) if place.level]
    shouted = [i for i in heads if places[i].words.isupper()]
    if len(shouted) >= _FEWEST_HEADS and len(shouted) >= _MOST_HEADS * len(heads):
        yield from (i for i in shouted if not labels_heads(places[i].words))


def _under_others(places: Sequence[Place]) -> _Found:
    """What blocks show by those above them."""
    for i, (above, place) in enumerate(pairwise(places), start=1):
        if len(place.pieces) == 1 and not (place.level or above.level):
            below = next((other.level for other in places[i + 1 : i + 2]), None)
            if undersigned(place.words, above.words, below):
                yield i, "undersigned"
        if names_section(place.words, above.words):
            yield i, "names_section"


def _over_others(places: Sequence[Place]) -> _Found:
    """What blocks show by those below them."""
    for i, (place, below) in enumerate(pairwise(places)):
        if below.level and labels_heads(place.words):
            yield i, "over_head"
        if names_staff(place.words, below.words):
            yield i, "over_affiliation"
        if names_the_dead(place.words, below.words):
            yield i, "over_obituary"
        if begins_letter(below.words):
            yield i, "before_letter"
        if _CAPITAL_LEAD.match(below.words):
            yield i, "over_lead"
