"""Poems on a Chinese page: blocks of verses in a row, with the title and the poet over them.

A block may be shaped like verse by chance, as the lines of a headline are; more lines in a row than
a kicker, a headline and a deck have are a poem.
"""

import re
from collections.abc import Iterator, Sequence, Set

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import shows
from layout.rebuild.survey.place import Place, in_a_row
from layout.script import LETTER

POET = re.compile(rf"{LETTER}{{2,3}}$")
"""A line that may be the name over a poem, and no more."""
_VERSE = re.compile(
    r"^(?=.{3,13}$)[^，。！？；,;!?：:0-9]{2,11}(?:[，、,][^，。！？；,;!?：:0-9]{2,9})?[，。！？；,;!?]?$"
)
_FREE_VERSE = re.compile(
    r"[^，。；、,;0-9]{1,2}[，。！？,!?]?$|[^，。；、,;0-9]{3,12}(?:[：:]|——|……)$"
)
"""One in three lines of modern verse may be a word, or wait for the next one: 他说："""
_NO_VERSE = ("editors", "byline", "signoff", "number_item")
_SIGNED = frozenset({"byline_block", "names_only_block"})
_VERSES, _VERSES_MORE, _TITLE = 4, 2, 1
_VERSE_MARKS = "，。！？,?!"
_OLD_FORMS, _OLD_LENGTHS = frozenset({4, 8}), frozenset({4, 5, 6, 7})


def verse_looks(place: Place) -> Iterator[str]:
    """Whether a block by itself looks like verses, with or without their poet over them."""
    named = len(place.pieces) > _VERSES and bool(POET.match(place.pieces[0].words))
    if _are_verse_shaped(place, place.pieces[named:]):
        yield "verse_shaped"
        if named:
            yield "named_verse"
    if _are_regular([piece.words for piece in place.pieces]):
        yield "regular_verse"


def _are_verse_shaped(place: Place, pieces: Sequence[Piece]) -> bool:
    """Whether pieces of a block could be verses: not counted, nor naming who made it."""
    verses = [bool(_VERSE.match(piece.words)) for piece in pieces]
    free = all(verses) or (len(verses) > _VERSES and 3 * verses.count(False) <= len(verses))
    shaped = free and all(
        is_verse or _FREE_VERSE.match(p.words) for is_verse, p in zip(verses, pieces, strict=True)
    )
    if not shaped or place.level or place.runs:
        return False
    return not any(shows(sign, place.words) for sign in _NO_VERSE)


def _are_regular(lines: Sequence[str]) -> bool:
    """Whether lines are those of a poem in an old form: of one length, and marked in turn."""
    lengths = {len(line.rstrip(_VERSE_MARKS)) for line in lines}
    marked = all(line[-1] in "。！？" for line in lines[1::2]) and all(
        line[-1] in "，,！？?" for line in lines[::2]
    )
    return len(lines) in _OLD_FORMS and len(lengths) == 1 and lengths <= _OLD_LENGTHS and marked


def verses(places: Sequence[Place], own: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """Blocks of verses in a row: more lines than a kicker, a headline and a deck have.

    Under a title of its own behind other verses, a poem may be shorter. Before running text the
    last block of them is its head, if it is no longer than one.
    """
    left = -_TITLE - 1
    for run in in_a_row("verse_shaped" in signs for signs in own):
        heads = len(places[run[-1]].pieces) < _VERSES and _is_text(own, run.stop)
        poem = range(run.start, _last_stanza(places, run.start, run.stop - heads))
        lines = sum(len(places[i].pieces) for i in poem)
        if lines >= (_VERSES if run.start - left > _TITLE else _VERSES_MORE):
            yield from ((i, "verse") for i in poem)
            left = run.stop


def _last_stanza(places: Sequence[Place], start: int, behind: int) -> int:
    """Behind which block verses end: a few lines, each alone, behind a whole stanza are heads."""
    alone = behind
    while alone > start and len(places[alone - 1].pieces) == 1:
        alone -= 1
    is_stanza = alone > start and len(places[alone - 1].pieces) >= _VERSES
    return alone if is_stanza and behind - alone < _VERSES else behind


def _is_text(own: Sequence[Set[str]], index: int) -> bool:
    """Whether running text begins with a block, or behind it if it is a byline."""
    signed = index < len(own) and "byline_block" in own[index]
    return any("prose" in signs for signs in own[index + signed : index + signed + 1])


def beside_verses(
    before: Set[str], own: Set[str], following: Set[str], next_but_one: Set[str]
) -> Iterator[str]:
    """What verses tell of the block before them, or before the name of their poet."""
    if "verse" in following and before & _SIGNED and own.isdisjoint(_SIGNED | {"verse"}):
        yield "under_name"
    if "named_verse" in following:
        yield "over_verse"
    elif "verse" in next_but_one and own.isdisjoint({"verse", "prose"}):
        yield "before_verse" if following.isdisjoint(_SIGNED) else "over_verse"


def further_titles(own: Sequence[Set[str]]) -> Iterator[tuple[int, str]]:
    """The titles of more verses by the poet who is named over the first of a group's titles."""
    grouped = False
    for i, signs in enumerate(own):
        titled = not signs.isdisjoint({"over_verse", "before_verse"}) and signs.isdisjoint(_SIGNED)
        signed = i + 1 < len(own) and not own[i + 1].isdisjoint(_SIGNED)
        grouped = "under_name" in signs or (grouped and "prose" not in signs and not signed)
        if grouped and titled:
            yield i, "under_name"
