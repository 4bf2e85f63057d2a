"""How gladly a paragraph begins with the characters of a line, as newspapers have it.

`openings.txt` has a line for every character: the character, how much more often a paragraph begins
with it than a sentence inside one does, and than what stands elsewhere in one; then what may stand
second, each with how much more often it does so there than the first makes likely, twice likewise.
A letter counts half nats, `m` is even. The names of persons are not among what stands second.
"""

from layout.passes.look_alikes.lexicon import LETTERS, lines_of, simplified
from layout.passes.look_alikes.neighbours import EDGE, EVEN

QUOTE = "“"
LEAST, MOST = -3.0, 3.0  # nats, also of the strangest beginnings
_QUOTES = '“"”‘「『„‟'


def known(character: str) -> str:
    """The character as it is listed: figures are 0, quotation marks “, most other marks EDGE."""
    if character.isdigit():
        return "0"
    if character in _QUOTES:
        return QUOTE
    if character in ",，、":
        return character.replace(",", "，")
    return character if "\u4e00" <= character < "\ua000" else EDGE


def opening(words: str, script: str, *, closed: bool) -> float:
    """The logarithm of how much more often paragraphs begin so than lines inside them.

    `closed`: the line before ends a sentence; `script` is Hans or Hant. From LEAST to MOST, 0 of
    characters that are not listed.
    """
    first, second = map(known, simplified(words[:2], script).ljust(2))
    line = lines_of("openings.txt").get(first)
    if line is None:
        return 0.0
    which = 1 if closed else 2
    at = line.find(second, 3)
    told = _nats(line[which]) + (_nats(line[at + which]) if at > 0 else 0.0)
    return max(LEAST, min(MOST, told))


def _nats(letter: str) -> float:
    return (LETTERS.index(letter) - EVEN) / 2
