"""Where a paragraph inside a block lost its last line, what begins the next one tells of it."""

from layout.rebuild.reading.han_starts import looks_indented, start_cost
from layout.rebuild.survey import survey
from layout.rebuild.survey.candidates import Line, Stream, lines_at
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import RICE, block, lines, told

_PRINTED = tuple(lines(words, 16) for words in RICE)
_NEXT = "当然，事情还没有做完。镇上的飞手只有十来个，忙的时候一天要跑三个村子，连午饭都在田埂上吃。"


def _with(words: str) -> Stream:
    """A page on which a paragraph without its last line and these words stand in one block."""
    run_together = block([*_PRINTED[3][:-1], *lines(words, 16)])
    others = map(block, (*_PRINTED[:3], *_PRINTED[4:]))
    return survey(read_markdown("page", "\n\n".join([*others, run_together]))).stream


def _lines(stream: Stream, words: str) -> list[Line]:
    """The line that begins with these words, and the two behind it."""
    found = (i for i, piece in enumerate(stream.pieces) if piece.words.startswith(words))
    first = next(found)
    return [lines_at(stream, index)[0] for index in range(first, first + 3)]


def test_a_paragraph_that_begins_as_paragraphs_do_is_told_from_one_without_its_end() -> None:
    run_together = block([*_PRINTED[3][:-1], *lines(_NEXT, 16)])
    page = told("# 无人机飞进稻田", *map(block, _PRINTED[:3]), run_together)
    assert page[-1] == f"paragraph {_NEXT}"


def test_what_begins_so_seldom_goes_on_more_cheaply() -> None:
    stream = _with(_NEXT)
    begins, inside, _ = (start_cost(stream, line) for line in _lines(stream, "当然"))
    assert begins > 1.0 > inside


def test_only_a_line_short_by_an_indent_looks_indented() -> None:
    stream = _with(_NEXT)
    short = [looks_indented(stream, line) for line in _lines(stream, "当然")]
    assert short == [True, False, False]
