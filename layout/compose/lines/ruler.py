"""What composing asks of the fonts: how wide characters are, and what a face does in Latin text."""

from collections.abc import Mapping
from typing import NamedTuple, Protocol

from layout.sheet import Face, Shaping

EM = 1000
"""Thousandths of an em: the unit of every width inside a line."""


class Ruler(Protocol):
    """Knows the widths of type; `fonts` has the real one, a test answers with a fixed one."""

    def advances(self, face: Face, language: str) -> Mapping[str, int]:
        """The advance of every character in a face, in thousandths of an em.

        The mapping can be indexed with any single character, also one that the face lacks. Latin
        text has narrower quotation marks, dashes and points of omission than Chinese.
        """
        ...

    def shaping(self, face: Face, text: str, language: str) -> Shaping:
        """How the face sets a piece of Latin text."""
        ...


class Hand(NamedTuple):
    """A face, the language that is set in it, and the ruler that measures it."""

    ruler: Ruler
    face: Face
    language: str

    def advances(self, language: str) -> Mapping[str, int]:
        """The advances of the face in a language."""
        return self.ruler.advances(self.face, language)

    def shaping(self, text: str, language: str) -> Shaping:
        """How the face sets a piece of Latin text."""
        return self.ruler.shaping(self.face, text, language)
