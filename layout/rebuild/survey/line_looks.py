"""The signs of one line by itself: what its words show, its length, its place in the block."""

from bisect import bisect_left

from layout.rebuild.lines.pieces import Piece
from layout.rebuild.signs import signs_of

_SIZES = (4.0, 6.5, 9.5, 20.0, 32.0)
_SIZE_NAMES = ("tiny", "small", "short", "medium", "long", "huge")
_PLACES = {
    (False, False): ("middle",),
    (True, False): ("opens",),
    (False, True): ("closes",),
    (True, True): ("opens", "closes"),
}  # by whether a piece opens its block, and whether it closes it
_COLONS, _COLON_INSIDE = "：:", ("colon_inside",)


def line_looks(words: str, rest: str, ems: float, piece: Piece) -> tuple[str, ...]:
    """The signs of a line as wide as so many ems that begins with a piece.

    `rest` are the words from its start to the end of its block.
    """
    size = _SIZE_NAMES[bisect_left(_SIZES, ems)]
    place = _PLACES[piece.opens, piece.closes]
    colon = _COLON_INSIDE if words[-1] in _COLONS and len(words) < len(rest) else ()
    return (*signs_of(words, rest), size, *place, *colon)
