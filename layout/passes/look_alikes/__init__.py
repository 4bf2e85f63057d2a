"""Mend characters misread for others that look alike, on evidence; under a threshold offer it.

The evidence is that the words of a lexicon, or of the rest of the page, are there with another
character and are not with the one that was read. Names are in no lexicon: they are left alone
unless the page itself has them otherwise. What is mended bears witness in its turn: the page is
read until nothing more is found, so that reading what came of it finds nothing either.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise

from layout.model import Page, Role
from layout.passes.look_alikes.dash import dashes_for_one
from layout.passes.look_alikes.finding import Finding
from layout.passes.look_alikes.han import Judged, han_reader
from layout.passes.look_alikes.latin import latin_reader
from layout.passes.look_alikes.lexicon import simplified
from layout.passes.look_alikes.shapes import look_alikes
from layout.passes.look_alikes.voices import misread_voice
from layout.passes.look_alikes.witness import Witness
from layout.script import is_east_asian, script_of
from layout.text import Amendment, Edit, Text
from layout.walk import map_texts, read_texts

_NAMES = (Role.BYLINE, Role.CREDIT, Role.EDITOR_CREDITS)
_ROUNDS = 6  # as a rule two; a bound for pages that were made to have many
_Changes = Mapping[int, Sequence[Amendment]]


def mend_look_alikes(page: Page) -> Page:
    """Every misread character as it must have been printed, or that reading beside it."""
    texts, names = tuple(read_texts(page)), _names(page)
    read = {n for n, text in enumerate(texts) if text.plain not in names}
    unread = read
    found: dict[int, Sequence[Amendment]] = {}
    witness: Witness | None = None
    judged: Judged = {}
    habits: Set[tuple[str, str]] = frozenset()
    for _ in range(_ROUNDS):
        witness = Witness(_words(page, texts), witness)
        misread = _reader(page.language, witness, judged, habits)
        found |= {n: _unmarked(texts[n], misread(texts[n])) for n in unread}
        sure = {n: edits for n, changes in found.items() if (edits := _edits(changes))}
        if not sure:
            break
        fresh = set(_confused(texts, sure)) - habits
        concerns = _concern(page.language, texts, sure, fresh)
        unread = {n for n in read if n in sure or concerns(texts[n].plain)}
        judged = {said: what for said, what in judged.items() if not concerns(said.original)}
        habits |= fresh
        texts = tuple(text.amended(sure.get(n, ())) for n, text in enumerate(texts))
        found |= dict.fromkeys(sure, ())
    mended = iter(text.amended(found.get(n, ())) for n, text in enumerate(texts))
    return map_texts(page, lambda _: next(mended))


def _words(page: Page, texts: Sequence[Text]) -> Sequence[str]:
    """The words that bear witness: not those of the folio, whose texts are the first."""
    script = script_of(page.language)
    return [simplified(text.plain, script) for text in texts[len(page.folio.paragraphs) :]]


def _confused(texts: Sequence[Text], sure: _Changes) -> Iterator[tuple[str, str]]:
    """What was printed and what was read for it, by changes that are made."""
    for n, changes in sure.items():
        for change in changes:
            yield change.text or "", texts[n].plain[change.start : change.end]


def _reader(
    language: str, witness: Witness, judged: Judged, habits: Set[tuple[str, str]]
) -> Callable[[Text], Iterable[Finding]]:
    """What tells the misreadings of a text, and remembers what it judged."""
    if not is_east_asian(language):
        reader = latin_reader(witness.texts, habits)
        return lambda text: reader.misread(text.plain)
    return _in_chinese(script_of(language), witness, judged, habits)


def _in_chinese(
    script: str, witness: Witness, judged: Judged, habits: Set[tuple[str, str]]
) -> Callable[[Text], Iterable[Finding]]:
    reader = han_reader(script, witness, judged, habits)

    def misread(text: Text) -> Iterator[Finding]:
        yield from reader.misread(text.plain)
        yield from misread_voice(text.plain, script, witness)
        yield from dashes_for_one(text, script)

    return misread


def _unmarked(text: Text, found: Iterable[Finding]) -> Sequence[Amendment]:
    """The changes to what no other rule has spoken of, and no line of the print ended at."""
    changes = [change for each in found if (change := each.amendment())]
    if not changes:
        return ()
    marked = [range(o, o + len(f.text)) for o, f in text.placed() if f.mark and f.text]
    taken = {place for places in marked for place in places}
    return [c for c in changes if taken.isdisjoint(range(c.start, c.end))]


def _edits(changes: Sequence[Amendment]) -> Sequence[Amendment]:
    return [change for change in changes if isinstance(change.mark, Edit)]


def _concern(
    language: str, texts: Sequence[Text], sure: _Changes, habits: Set[tuple[str, str]]
) -> Callable[[str], bool]:
    """Whether more may be said of some words when these changes are made.

    In Chinese of those with a pair of characters that came or went, or may be misread for one, and
    of those with a character that the engine is now known to confuse.
    """
    if not is_east_asian(language):
        return lambda _: True
    alike, telling = look_alikes(script_of(language)), set[tuple[str, str]]()
    changed = {pair for n, changes in sure.items() for pair in _pairs(texts[n].plain, changes)}
    for first, second in changed:
        telling |= {(first, second), *((first, other.character) for other in alike(second))}
        telling |= {(other.character, second) for other in alike(first)}
    confused = {read for _, read in habits}
    return lambda words: not (confused.isdisjoint(words) and telling.isdisjoint(pairwise(words)))


def _pairs(plain: str, changes: Sequence[Amendment]) -> Iterator[tuple[str, str]]:
    """The pairs of characters that a text loses and gains."""
    for start, end, came in ((c.start, c.end, c.text or "") for c in changes):
        before, behind = plain[max(0, start - 1) : start], plain[end : end + 1]
        for between in (plain[start:end], came):
            yield from pairwise(before + between + behind)


def _names(page: Page) -> Set[str]:
    """The words of the paragraphs that are nothing but names."""
    credited = (p for article in page.articles for p in article.paragraphs(*_NAMES))
    return {paragraph.plain for paragraph in (*page.folio.paragraphs, *credited)}
