"""Lines that tell of who wrote a text: their duty under the name, a sentence about them at its end.

`Standard Sports Editor` under a byline goes on with it, though an engine takes it for a heading.
`Nora Whitlow teaches school in Alder Point.` under the text that has her name over it signs it: it
is the last thing there, and no paragraph of her own would speak of her so.
"""

import re
from collections.abc import Iterator, Sequence, Set

from layout.rebuild.signs.latin_signs import lexicon
from layout.rebuild.survey.place import Place

_NAMED = re.compile(r"(?:By |BY )?([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3})(?:$|,| and )")
_ABOUT = re.compile(
    r"(?:,| (?:is|was|has|lives|teaches|writes|covers|edits|runs|works|directs|holds)) "
)
_LONGEST = 240


def about_authors(places: Sequence[Place], blocks: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """The blocks that tell of an author, and the sign of it; `blocks` are the signs of each."""
    affiliation = dict(lexicon().line)["affiliation"]
    author = ""
    for number, (place, shown) in enumerate(zip(places, blocks, strict=True)):
        above = places[number - 1].words if number else ""
        if above[:3].upper() == "BY " and affiliation.search(place.words):
            yield number, "affiliated"
        if "byline_block" in shown:
            named = _NAMED.match(place.words)
            author = named[1].casefold() if named else ""
        elif author and _tells_of(author, place) and _is_last(places, number):
            yield number, "about_author"
            author = ""


def _tells_of(author: str, place: Place) -> bool:
    """Whether a short paragraph begins with the name of an author, and says who that is."""
    words = place.words
    short = not place.level and len(words) <= _LONGEST and words.casefold().startswith(author)
    return short and bool(_ABOUT.match(words, len(author)))


def _is_last(places: Sequence[Place], number: int) -> bool:
    """Whether a heading follows, or what is in capitals as labels are, or nothing."""
    return all(below.level or below.words.isupper() for below in places[number + 1 : number + 2])
