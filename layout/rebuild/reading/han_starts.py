"""What the beginning of a Chinese line tells: whether a paragraph begins there or goes on.

Newspapers begin paragraphs with other characters than stand anywhere inside them: 据悉 or 近日, and
not 个具体的人. That weighs a little at every line. It weighs more where a line inside a block falls
short by just an indent, behind one that is full and ends in the air: there a paragraph lost its
last line, unless this one lost a character or two. The numbers are those of `costs.toml`, [end].
"""

from layout.passes.look_alikes.openings import opening
from layout.rebuild.signs.costs import costs
from layout.rebuild.survey.candidates import Line, Stream
from layout.rebuild.survey.han_seams import is_bridged

_STOPS, _QUOTES = "。！？!?…", "”’\"'」』）)"
_BESIDE = 6  # characters on either side of a seam that are looked at
_OVER = 1  # steps by which a line may miss its measure


def start_cost(stream: Stream, line: Line) -> float:
    """What it costs by its first characters that a line goes on with what stands before it."""
    end, before = costs().end, stream.pieces[line.first - 1].words
    words = stream.pieces[line.first].words
    closed = before.rstrip(_QUOTES)[-1:] in _STOPS
    opens = opening(words, stream.script, closed=closed)
    if closed or not _begins_short(stream, line):
        return end["opening"] * opens
    bridged = is_bridged(before[-_BESIDE:], words[:_BESIDE], stream.script)
    return end["opening_short"] * opens + end["short_of_indent"] * (not bridged)


def _begins_short(stream: Stream, line: Line) -> bool:
    """Whether a line inside a block lacks just an indent, behind one that is full."""
    if stream.pieces[line.first].opens or not looks_indented(stream, line):
        return False
    return abs(stream.measures[line.first] - stream.steps(line.first - 1, line.first)) <= _OVER


def looks_indented(stream: Stream, line: Line) -> bool:
    """Whether a line of one piece falls short of its measure by just the indent of a paragraph."""
    measure, piece = stream.measures[line.first], stream.pieces[line.first]
    if not measure or piece.closes or line.behind == len(stream.pieces):
        return False
    left = measure - stream.scale.indent - line.steps
    following = stream.pieces[line.behind].words
    return -_OVER <= left < max(1, stream.scale.line_break(piece.words, following).behind)
