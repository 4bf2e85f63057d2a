"""Draw remarks on a terminal: the old lines around each spot, the spot marked, the evidence below.

The lines are those of the old print as far as the page knows them, with the one before and the one
behind; where it does not, words near the spot stand for its line.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text as Drawn

from layout.corrections.spots import Matter, Spot
from layout.text import Gap, LineEnd
from stonehand.remarks import Remark, one_line

_WIDEST = 40
_INDENT = 4
_MARKED = "black on yellow"
_COLOUR = {
    Matter.GAP: "bold red",
    Matter.SUGGESTION: "bold yellow",
    Matter.CORRECTION: "bold green",
    Matter.MOVE: "bold magenta",
    Matter.EDITOR: "bold blue",
    Matter.SPLIT: "bold blue",
    Matter.JOIN: "bold blue",
    Matter.INSERT: "bold blue",
    Matter.TRANSPOSE: "bold blue",
}

Line = list[tuple[str, bool]]
"""A line in pieces, each with whether it is the spot."""


def draw(told: Sequence[tuple[str, Remark]]) -> None:
    """Draw the remarks on standard output, each with the name of its file, and their sum."""
    console = Console(highlight=False)
    for file, remark in told:
        head, *below = _drawn(file, remark)
        console.print(head)
        console.print(Padding(Group(*below), (0, 0, 1, _INDENT)))
    console.print(_sum([remark for _, remark in told]), style="bold")


def _drawn(file: str, remark: Remark) -> Iterable[Drawn]:
    place = f"{file}:{remark.line}:{remark.column}"
    state = f"{one_line(remark.state)}, {remark.certainty:.0%} certain"
    yield Drawn.assemble(
        (str(remark.matter), _COLOUR[remark.matter]), f"  {place}  ", (state, "dim")
    )
    for line in excerpt(remark):
        pieces = [(words, _MARKED if marked else "") for words, marked in line]
        yield Drawn.assemble(*pieces)
    if remark.evidence:
        yield Drawn(one_line(remark.evidence), style="italic dim")


def excerpt(remark: Remark) -> Sequence[Line]:
    """The line of a spot, the one before it and the one behind it."""
    if remark.spot is None:
        return [[(remark.before, False), (remark.here, True), (remark.behind, False)]]
    lines = _lines(remark.spot, remark.here)
    at = next(n for n, line in enumerate(lines) if any(marked for _, marked in line))
    return [_cropped(line) for line in lines[max(0, at - 1) : at + 2]]


def _lines(spot: Spot, here: str) -> Sequence[Line]:
    """The old lines of the spot's text, with `here` in its place."""
    lines: list[Line] = [[]]
    for fragment in spot.text.fragments:
        if fragment is spot.fragments[0]:
            lines[-1].append((here, True))
        elif isinstance(fragment.mark, Gap):
            lines[-1].append(("…", False))
        elif not any(fragment is each for each in spot.fragments):
            lines[-1].append((one_line(fragment.text), False))
        if isinstance(fragment.mark, LineEnd):
            lines.append([])
    return [line for line in map(_joined, lines) if line]


def _joined(line: Line) -> Line:
    """The line with what is not the spot in one piece on either side of it."""
    groups = groupby(line, key=lambda piece: piece[1])
    joined = [("".join(words for words, _ in pieces), marked) for marked, pieces in groups]
    return [piece for piece in joined if piece[0]]


def _cropped(line: Line) -> Line:
    """The line, not too long on either side of the spot."""
    at = next((n for n, (_, marked) in enumerate(line) if marked), -1)
    return [
        (_tail(words) if n < at else words if marked else _head(words), marked)
        for n, (words, marked) in enumerate(line)
    ]


def _head(words: str) -> str:
    return words if len(words) <= _WIDEST else f"{words[:_WIDEST]}…"


def _tail(words: str) -> str:
    return words if len(words) <= _WIDEST else f"…{words[-_WIDEST:]}"


def _sum(found: Sequence[Remark]) -> str:
    if not found:
        return "nothing is lost, in doubt or corrected"
    counts = [(matter, sum(r.matter is matter for r in found)) for matter in Matter]
    told = ", ".join(f"{count} {matter}{'s' * (count > 1)}" for matter, count in counts if count)
    return f"{told}; open: {sum(remark.is_open for remark in found)}"
