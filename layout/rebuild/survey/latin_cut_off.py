"""The first words of a sentence at the foot of a column, which look like a heading by themselves.

`Superintendent Helen` and then `Tanaka credited the district`: a column ended behind the first line
of a paragraph, so that line stands alone or behind another sentence, short and without a mark, as
subheads do. It is none where the next block goes on with it: in small letters, or with what belongs
to the name that was cut. No compositor leaves a subhead at the foot of a column.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from layout.passes.look_alikes.vocabulary import english
from layout.rebuild.signs.latin_company import Company
from layout.rebuild.signs.latin_signs import ends_sentence, is_hung, lexicon, names_house
from layout.rebuild.survey.place import Place

_MOST_WORDS, _SHORTEST_TEXT = 7, 60
_CAPITALIZED = re.compile(r"[A-Z][a-z’'-][\w’'-]*")
_ENDS = re.compile(r"[\w&]$")


def cut_off(places: Sequence[Place], company: Company) -> Iterator[tuple[int, str]]:
    """The blocks that the next one goes on with, with what they show by that."""
    for number, (place, below) in enumerate(pairwise(places)):
        if place.level or not _ENDS.search(place.words) or not _is_text(below):
            continue
        if _goes_on_with_name(place.words, below.words, company):
            yield number, "name_cut"
        above = places[number - 1] if number else None
        if above and _is_short(place) and _is_begun(above, place.words, below.words, company):
            yield number, "cut_off"


def _is_begun(above: Place, words: str, below: str, company: Company) -> bool:
    """Whether a few words begin a sentence that goes on below."""
    if below[:1].islower():
        return above.level > 0 or (above.prose and ends_sentence(above.words))
    if _is_one_name(words, below, company):
        return True
    return _begins_with_name(below, company) and _wants_name(words, below, company)


def _wants_name(words: str, below: str, company: Company) -> bool:
    """Whether words stop before a name, or inside one; a heading may be a whole one."""
    *before, last = words.split()
    if is_hung(words) or last == "&" or last.lower() in lexicon().titles:
        return True
    common = any(english().grade(word.lower()) for word in before)
    return common and _is_name(last, company) and below.split(maxsplit=1)[0] not in before


def _is_short(place: Place) -> bool:
    """Whether a block is a line that may begin a sentence."""
    few = len(place.pieces) == 1 and len(place.words.split()) <= _MOST_WORDS
    return few and place.words[:1].isupper()


def _is_text(place: Place) -> bool:
    return not place.level and not place.table and len(place.words) >= _SHORTEST_TEXT


def _goes_on_with_name(words: str, below: str, company: Company) -> bool:
    """Whether a name goes on or begins behind words that end no sentence."""
    return _is_one_name(words, below, company) or _begins_with_name(below, company)


def _is_one_name(words: str, below: str, company: Company) -> bool:
    """Whether the last word and the first below are of one name, as the page or its sort tells."""
    fresh = below[:1].isupper() and words.rsplit(maxsplit=1)[-1][:1].isupper()
    return fresh and (names_house(words, below) or company.are_paired(words, below))


def _begins_with_name(words: str, company: Company) -> bool:
    first = _CAPITALIZED.match(words)
    if not first:
        return False
    return _is_name(first[0], company) or first[0] in lexicon().days


def _is_name(word: str, company: Company) -> bool:
    known = english().grade(word.lower()) and word not in company.names
    return bool(_CAPITALIZED.match(word)) and not known
