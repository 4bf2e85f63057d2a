"""Lost heads of lines in Chinese text: a line inside a paragraph falls short for no other reason.

A fold or a rule takes a character or two where a line begins. The line then falls short of its
measure, though what begins the next line would have fitted. Other things look so, too: a narrower
measure beside a picture, which shows in the lines around it; the first line of a paragraph taken
for one inside; half an em miscounted. Each of these that is not ruled out is a doubt, and with more
than one nothing is declared.
"""

from collections.abc import Iterator, Sequence

from layout.rebuild.lines.pieces import in_bracket
from layout.rebuild.lines.scale import LATIN
from layout.rebuild.reading import Reading
from layout.rebuild.signs.costs import INDENTED, ITEMS
from layout.rebuild.survey.candidates import Stream
from layout.text import Gap

_RUNNING = INDENTED | ITEMS
_SHORTEST, _LONGEST = 3, 8
_FULL, _NEARLY_FULL = 1, 2
_WHY = "the line falls short of its measure, and what follows it would have fitted"
_CERTAINTIES = (0.95, 0.8)  # with no doubt, with one


def lost_heads(stream: Stream, readings: Sequence[Reading]) -> dict[int, Gap]:
    """Gaps at the heads of lines of one paragraph, by the number of the line's first piece."""
    if stream.scale is LATIN:
        return {}  # ragged as words are, a short line tells nothing
    gaps = {}
    for before, line, behind in zip(readings, readings[1:], readings[2:], strict=False):
        around = (before,) if behind is readings[-1] else (before, behind)
        if _falls_short(stream, line) and _are_set_alike(stream, line, before, behind, around):
            doubts = sum(_doubts(stream, before, line, behind, around))
            if doubts < len(_CERTAINTIES):
                gaps[line.first] = Gap(
                    stream.scale.ems(line.short or 0), _WHY, _CERTAINTIES[doubts]
                )
    return gaps


def _falls_short(stream: Stream, line: Reading) -> bool:
    short = line.short or 0
    return line.role in _RUNNING and _SHORTEST <= short <= _LONGEST and _room(stream, line) > 0


def _room(stream: Stream, line: Reading) -> int:
    """How many steps are left behind a line if what begins the next one is set there."""
    words = stream.pieces[line.behind - 1].words, stream.pieces[line.behind].words
    return (line.short or 0) - stream.scale.line_break(*words).behind


def _are_set_alike(
    stream: Stream, line: Reading, before: Reading, behind: Reading, around: Sequence[Reading]
) -> bool:
    """Whether the lines around a line fill the same measure, and nothing sets it apart from them.

    Behind a stop an indent may have been printed, inside a bracket a blank.
    """
    measures = {stream.measures[r.first] for r in (before, line, behind)}
    words = "".join(p.words for p in stream.pieces[before.first : before.behind])
    full = all(r.short is not None and r.short <= _NEARLY_FULL for r in around)
    return full and len(measures) == 1 and "closed" not in before.signs and not in_bracket(words)


def _doubts(
    stream: Stream, before: Reading, line: Reading, behind: Reading, around: Sequence[Reading]
) -> Iterator[bool]:
    """What could be otherwise."""
    yield from ((r.short or 0) > _FULL for r in around)
    yield behind not in around and "closed" not in behind.signs  # it may run around something
    yield stream.pieces[before.first].block != stream.pieces[line.first].block
    yield "closed" in line.signs
    yield _room(stream, line) <= 1
