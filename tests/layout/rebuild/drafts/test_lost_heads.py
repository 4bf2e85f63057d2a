"""Lost heads of lines: where they are declared, how long, how surely."""

import pytest

from layout.rebuild.drafts.lost_heads import lost_heads
from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.lines.scale import KAIMING
from layout.rebuild.reading import Reading
from layout.rebuild.survey.candidates import Stream
from layout.rebuild.survey.han_seams import HanSeams
from layout.text import Gap, Text
from tests.layout.rebuild.proofs import RICE, block, lines, rebuilt

_PRINTED = tuple(lines(words, 16) for words in RICE)
_BLOCKS = tuple(map(block, _PRINTED))
_MEASURE = 32


def with_second(printed: list[str]) -> Text:
    """The second paragraph of a page on which it was printed in these lines."""
    page = rebuilt("# 无人机飞进稻田", _BLOCKS[0], block(printed), *_BLOCKS[2:])
    return [*page.articles[0].paragraphs()][2].text


def gaps(*printed: str, cut: int = 0) -> list[Gap]:
    """The gaps of one paragraph in these lines at 16 ems, its block cut before line `cut`."""
    blocks = [printed[:cut], printed[cut:]] if cut else [printed]
    pieces = tuple(p for i, b in enumerate(blocks) for p in pieces_of(" ".join(b), i))
    count = len(printed)
    stream = Stream(
        pieces,
        rest=printed,
        signs=(frozenset(),) * count,
        measures=(_MEASURE,) * count,
        bonds={},
        lined=True,
        script="Hans",
        scale=KAIMING,
        seams=HanSeams.of((), "Hans"),
    )
    readings = [_reading(i, words) for i, words in enumerate(printed)]
    return [*lost_heads(stream, readings).values()]


def _reading(number: int, words: str) -> Reading:
    signs = frozenset({"closed"} if words.endswith("。") else ())
    short = _MEASURE - KAIMING.steps(words) - 4 * (number == 0)
    return Reading(number, number + 1, "paragraph", number == 0, signs, short, ())


_FIRST, _WHOLE, _HALF, _LESS = "稻" * 14, "稻" * 16, "，" + "稻" * 15, "稻" * 15
_HEADLESS, _LAST = "稻" * 13, "田。"


@pytest.mark.parametrize(
    ("printed", "certainty"),
    [
        pytest.param((_FIRST, _HEADLESS, _WHOLE, _LAST), 0.95, id="full lines around it"),
        pytest.param((_FIRST, _HALF, _HEADLESS, _HALF, _LAST), 0.95, id="half an em is no doubt"),
        pytest.param((_FIRST, _WHOLE, _HEADLESS, _LAST), 0.95, id="before the last line"),
        pytest.param((_FIRST, _LESS, _HEADLESS, _WHOLE, _LAST), 0.8, id="a narrower line before"),
        pytest.param((_FIRST, _WHOLE, _HEADLESS, _LESS, _LAST), 0.8, id="a narrower line behind"),
        pytest.param(
            (_FIRST, _WHOLE, "稻" * 12 + "。", _WHOLE, _LAST), 0.8, id="it ends a sentence"
        ),
        pytest.param((_FIRST, _WHOLE, "，" + "稻" * 14, _WHOLE, _LAST), 0.8, id="by half an em"),
    ],
)
def test_doubts_make_a_loss_less_certain(printed: tuple[str, ...], certainty: float) -> None:
    assert [gap.certainty for gap in gaps(*printed)] == [certainty]


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param((_FIRST, _LESS, _HEADLESS, _LESS, _LAST), id="lines beside a picture"),
        pytest.param((_FIRST, "稻" * 15, _HEADLESS, "稻" * 12), id="ever narrower to the end"),
        pytest.param((_FIRST, "稻" * 15 + "。", _HEADLESS, _WHOLE, _LAST), id="behind a stop"),
        pytest.param(
            (_FIRST, _WHOLE, _HEADLESS, "20221230号" + "稻" * 11, _LAST), id="before a number"
        ),
    ],
)
def test_what_has_another_reason_is_no_loss(printed: tuple[str, ...]) -> None:
    assert not gaps(*printed)


def test_at_the_head_of_a_column_a_line_may_begin_a_paragraph() -> None:
    printed = (_FIRST, _WHOLE, "稻" * 14, _WHOLE, _LAST)
    assert [gap.certainty for gap in gaps(*printed)] == [0.95]
    assert [gap.certainty for gap in gaps(*printed, cut=2)] == [0.8]
    assert not gaps(_FIRST, _LESS, *printed[2:], cut=2)


@pytest.mark.parametrize("count", [2, 3])
def test_a_line_that_falls_short_inside_lost_its_head(count: int) -> None:
    printed = list(_PRINTED[1])
    printed[2] = printed[2][count:]
    text = with_second(printed)
    assert text.plain == "".join(printed)
    ((offset, gap),) = text.gaps()
    assert offset == len("".join(printed[:2]))
    assert count <= gap.longest <= count + 0.5
    assert gap.certainty == 0.95


def test_the_line_before_the_last_may_have_lost_its_head() -> None:
    printed = [*_PRINTED[1][:2], _PRINTED[1][2][2:], "轻人管两百亩田。"]
    ((offset, gap),) = with_second(printed).gaps()
    assert (offset, gap.certainty) == (len("".join(printed[:2])), 0.95)


def test_what_follows_a_bracket_left_open_or_a_stop_is_not_short_for_a_loss() -> None:
    """A name's blank was printed inside the bracket; behind a stop an indent may have been."""
    for end in ("（记者", "了。"):
        printed = list(_PRINTED[1])
        printed[1] = printed[1][: -len(end)] + end
        printed[2] = printed[2][3:]
        assert not [*with_second(printed).gaps()]


def test_a_line_that_is_short_for_a_mark_that_could_not_begin_the_next_lost_nothing() -> None:
    words = "稻" * 14 + "稻" * 15 + "，" + "稻" * 13 + "稻田。" + "稻" * 20 + "。"
    assert not with_second(lines(words, 16)).gaps()
