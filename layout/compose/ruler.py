"""How wide the characters of a face are: the one question that composing asks of the fonts."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from layout.sheet import Face

EM = 1000
"""Thousandths of an em: the unit of every width inside a line."""


class Ruler(Protocol):
    """Knows the widths of type; `fonts` has the real one, a test answers with a fixed one."""

    def advances(self, face: Face) -> Mapping[str, int]:
        """The advance of every character in a face, in thousandths of an em.

        The mapping can be indexed with any single character, also one that the face lacks.
        """
        ...

    def kerns(self, face: Face, word: str, language: str) -> Sequence[tuple[int, int]]:
        """How far characters of a Latin word move towards those before them.

        Pairs of an index in the word and an amount, which is added before that character.
        """
        ...


Kerner = Callable[[str], Sequence[tuple[int, int]]]
"""How far the characters of a word move, in one face and language."""


def kerner(ruler: Ruler, face: Face, language: str) -> Kerner:
    """Asks a ruler for the kerns of words, but of none in which a ligature would be meant."""
    return lambda word: () if _LIGATURE.search(word) else ruler.kerns(face, word, language)


_LIGATURE = re.compile("f[fil]")
