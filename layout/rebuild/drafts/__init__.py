"""A paragraph in the making: its role as read, its lines, its words, the blocks it came from."""

from dataclasses import dataclass

from layout.rebuild.reading import Reading
from layout.text import Fragment, LineEnd, Text

PAGE_ROLES = frozenset({"folio", "section", "date", "masthead", "editor_credits"})
HEADS = frozenset({"column_label", "kicker", "headline"})
PICTURE = frozenset({"caption", "photo_credit", "picture"})


@dataclass(frozen=True, slots=True)
class Draft:
    """`role` is one of `costs.ROLES`, or `picture`, which has no readings.

    `why`: the evidence that it was moved to where it stands.
    """

    role: str
    readings: tuple[Reading, ...]
    text: Text
    first_block: int
    last_block: int
    why: str = ""

    @property
    def last(self) -> Reading:
        """Its last line."""
        return self.readings[-1]

    @property
    def signs(self) -> frozenset[str]:
        """The signs of its first line; none for a picture."""
        return self.readings[0].signs if self.readings else frozenset()


def in_one(first: Text, second: Text, end: LineEnd, blank: str = " ") -> Text:
    """Two texts that were read apart as one, a line end of the old print between them."""
    seam = Fragment(blank, "", second.start, end)
    return Text((*first.fragments, seam, *second.fragments))
