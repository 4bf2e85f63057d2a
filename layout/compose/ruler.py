"""How wide the characters of a face are: the one question that composing asks of the fonts."""

from collections.abc import Mapping
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
