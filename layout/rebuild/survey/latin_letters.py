"""Who signed a letter to the editor: the name under its last sentence, and the place under that.

A name alone looks like a kicker or a subhead. Where letters have been announced (`Letters to the
editor`, `To the Editor:`) it stands under words that are closed, until another standing head. In
old papers a letter announces itself (`SIR,—Will you permit me`), up to the name under it. They set
who signs anything in capitals with a stop, the last thing before a heading: `A HOUSEKEEPER.`
"""

import re
from collections.abc import Sequence

from layout.rebuild.signs.latin_signs import SENTENCE_END, lexicon

_LETTERS = re.compile(r"(?i:(?:letters?|readers write|mailbag|your views)\b|to the editors?\b)")
_NAME = re.compile(
    r"[A-Z][\w.’'-]*(?:,? (?:[A-Z][\w.’'-]*|\((?:Mrs?|Miss|Ms|Dr|Rev)\.?\)|and|of|de|van|von)){0,5}"
    r"(?:,? [A-Z][a-z]{2,8}\.? [0-9]{1,2}\.?)?$"
)
_SALUTATION = re.compile(r"(?i:(?:dear )?(?:sirs?|madam)) ?[,.:;]? ?[—–-]|To the [Ee]ditors?[:,—]")
_UNDERSIGNED = re.compile(r"(?=[^a-z]+$)\w[\w’'-]*(?: (?:[\w’'-]+|[A-Z]\.)){1,4}\.$")
_LONGEST, _TEXT = 40, 60
_MOST_CAPITALS = 3
_STANDING = ("standing_head", "page_label", "roundup_label")


def _is_name(words: str) -> bool:
    """Whether words may be a name: in capitals they are A RATEPAYER, not HOW TO WRITE TO US."""
    shouted = words.isupper() and len(words.split()) > _MOST_CAPITALS
    return len(words) <= _LONGEST and bool(_NAME.match(words)) and not shouted


def begins_letter(words: str) -> bool:
    """Whether words begin with whom a letter speaks to: SIR,—Will you permit me."""
    return bool(_SALUTATION.match(words))


def letter_names(blocks: Sequence[str], levels: Sequence[int]) -> tuple[bool, ...]:
    """For every block of a page, whether it is a name, or its place, under a letter to the editor.

    `levels` are those of headings, 0 for none: a place is no heading, a name may be taken for one.
    """
    standing = [dict(lexicon().line)[name] for name in _STANDING]
    found: list[bool] = []
    letters = begun = False
    for number, (words, level) in enumerate(zip(blocks, levels, strict=True)):
        announced = len(words) <= _LONGEST and bool(_LETTERS.match(words))
        letters = announced or (letters and not any(p.search(words) for p in standing))
        begun = begins_letter(words) or (begun and not any(found[-1:]))
        named = (letters or begun) and not announced and _is_name(words)
        signed = number > 0 and bool(SENTENCE_END.search(blocks[number - 1]))
        placed = number > 1 and found[-1] and not found[-2] and not level
        found.append(named and (signed or placed))
    return tuple(found)


def undersigned(words: str, above: str, below: int | None) -> bool:
    """Whether words are a name in capitals with a stop, below a text and above the next heading.

    `below` is the level of the next block, None where there is no other.
    """
    signed = len(words) <= _LONGEST and bool(_UNDERSIGNED.match(words))
    return signed and below != 0 and (len(above) > _TEXT or bool(SENTENCE_END.search(above)))
