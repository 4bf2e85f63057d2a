from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.rebuild.lines.fullness import short_cost
from layout.rebuild.lines.measure import (
    block_costs,
    block_measures,
    fills,
    line_measures,
)
from layout.rebuild.lines.pieces import pieces_of
from layout.rebuild.lines.scale import (
    FULL,
    KAIMING,
    LATIN,
    Scale,
)
from tests.generate import page
from tests.generate.folio import NO_FOLIO
from tests.generate.manuscript import Article, Block, Manuscript
from tests.generate.printing import Habits, printed
from tests.generate.setting import Setting, line_starts
from tests.layout.rebuild.proofs import RICE, block, latin, lines, rebuilt
from tests.truth import blocks

_SCALES = {"kaiming": KAIMING, "full": FULL}


def measures_of(scale: Scale, *given: str, heads: Sequence[int] = ()) -> tuple[int, ...]:
    costs = [block_costs(pieces_of(words, 0), scale) for words in given]
    return block_measures(costs, [n in heads for n in range(len(given))], scale)[0]


def proof(seed: int, measure: float, punctuation: str, spare: float) -> list[str]:
    """Six paragraphs of a generated story, printed at a measure and read as blocks."""
    told = [str(b["text"]) for b in blocks(page(seed, "feature").truth) if b["role"] == "paragraph"]
    story = Article("news", tuple(Block("paragraph", words) for words in told[:6]), measure)
    habits = Habits(punctuation, spare, tapering=0.0)
    strips = printed(Random(seed), Manuscript("zh-Hans", punctuation, NO_FOLIO, (story,)), habits)
    return [
        block(["".join(g.shown for g in row.glyphs) for row in strip.rows])
        for _, strip in strips.strips()
    ]


@given(st.integers(0, 20), st.integers(22, 52), st.sampled_from([0.0, 0.5]))
@settings(max_examples=30)
def test_kaiming_setting_gives_its_measure_back(seed: int, measure: int, spare: float) -> None:
    found = measures_of(KAIMING, *proof(seed, measure / 2, "kaiming", spare))
    assert max(abs(m - measure) for m in found) <= 1


@pytest.mark.parametrize(
    ("heads", "brief"), [pytest.param((), 40, id="none"), pytest.param((2,), 36, id="a heading")]
)
def test_a_measure_changes_more_easily_at_a_heading(heads: tuple[int, ...], brief: int) -> None:
    """The lines of a short brief do not pay for a measure of their own inside a text."""
    story, told = (block(lines(RICE[n], 20)) for n in (0, 1)), block(lines(RICE[2][:35], 18))
    found = measures_of(KAIMING, *story, "无人机下田", told, heads=heads)
    assert found[:2] == (40, 40)
    assert found[-1] == brief


@given(st.integers(0, 20), st.integers(11, 26), st.sampled_from([0.0, 0.5]))
@settings(max_examples=30)
def test_full_setting_gives_its_whole_ems_back(seed: int, ems: int, spare: float) -> None:
    found = measures_of(FULL, *proof(seed, ems, "full", spare))
    assert max(abs(m - 2 * ems) for m in found) <= 2


@pytest.mark.parametrize("punctuation", _SCALES)
@pytest.mark.parametrize("measure", [11, 13, 16, 18, 22])
def test_a_page_tells_its_measure_and_how_wide_its_marks_are(
    measure: int, punctuation: str
) -> None:
    (article,) = rebuilt(*(block(lines(words, measure, punctuation)) for words in RICE)).articles
    assert article.measure is not None
    assert (article.measure.width, article.measure.punctuation) == (measure, punctuation)
    assert article.measure.certainty > 0.9


def test_lines_in_latin_text_tell_their_measure() -> None:
    told = "\n".join(latin(" ".join(["The ferry stops at the old landing."] * 12), 38))
    (width,) = measures_of(LATIN, told)
    assert width == pytest.approx(38, abs=1)


def test_a_change_of_measure_is_seen_where_it_is() -> None:
    narrow = [block(lines(words, 13)) for words in RICE[:3]]
    wide = [block(lines(words, 20)) for words in RICE[3:]]
    assert measures_of(KAIMING, *narrow, *wide) == (26, 26, 26, 40, 40, 40)


def test_a_short_block_takes_the_measure_of_those_around_it() -> None:
    told = [block(lines(words, 16)) for words in RICE]
    assert measures_of(KAIMING, *told[:3], "飞手住进村里", *told[3:]) == (32,) * 7


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(RICE, id="paragraphs without line ends"),
        pytest.param(("飞手 之家", "石桥 新桥"), id="a few words"),
        pytest.param((), id="nothing"),
    ],
)
def test_a_measure_that_no_line_tells_is_unknown(given: tuple[str, ...]) -> None:
    assert measures_of(KAIMING, *given) == (0,) * len(given)
    assert not [a for a in rebuilt(*given).articles if a.measure]


def tapered(words: str, measure: float, start: int) -> list[str]:
    """Lines that from line `start` on run round a picture, half an em shorter each."""
    starts = line_starts(words, Setting(measure, "kaiming", taper_from=start, taper=0.5))
    return [words[a:b] for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]


@pytest.mark.parametrize("start", [1, 2, 3])
@pytest.mark.parametrize("measure", [14, 22])
def test_lines_that_taper_keep_the_measure_and_say_how_narrow(measure: int, start: int) -> None:
    told = [block(lines(words, measure)) for words in RICE]
    told[1] = block(tapered(RICE[1] + RICE[5], measure, start))
    (article,) = rebuilt("# 无人机飞进稻田", *told).articles
    assert article.measure is not None
    assert article.measure.width == measure
    assert article.measure.narrowest < measure - 1
    paragraph = [*article.paragraphs()][2]
    assert paragraph.plain == RICE[1] + RICE[5]
    assert not paragraph.text.gaps()


def test_lines_that_taper_have_measures_of_their_own() -> None:
    narrowing = ["稻" * n for n in (14, 16, 16, 15, 14, 13, 12, 11, 10)]
    widths = line_measures(pieces_of(block(narrowing), 0), 32, KAIMING)
    assert widths == (32, 32, 32, 32, 28, 26, 24, 22, 22)


@pytest.mark.parametrize(
    ("printed_lines", "set_in_it"),
    [
        pytest.param(
            ["稻" * 14, "稻" * 16, "稻" * 15 + "，", "稻。"], True, id="indented and full"
        ),
        pytest.param(["稻" * 16, "稻" * 16, "稻" * 9], True, id="flush and full"),
        pytest.param(["稻" * 14, "稻" * 9, "稻" * 16], False, id="a short line inside"),
        pytest.param(["稻" * 11, "稻" * 16, "稻" * 16], False, id="neither indented nor full"),
        pytest.param(["稻" * 14, "稻" * 18], False, id="wider than the measure"),
        pytest.param(["稻" * 14, "稻。"], True, id="two lines, the last closed"),
        pytest.param(["稻" * 14, "稻" * 5], False, id="two lines, the last short and open"),
        pytest.param(["稻" * 14, "稻" * 15], True, id="two lines, the last nearly full and open"),
        pytest.param(["稻" * 12 + "，", "2030年" + "稻" * 13], True, id="short before a figure"),
        pytest.param(
            ["稻" * 14, *["稻" * 16] * 2, "稻" * 13, "稻" * 16, "稻。"], True, id="a head is lost"
        ),
        pytest.param(
            ["稻" * 14, *["稻" * 16] * 2, "稻。", "稻" * 16, "稻。"], False, id="an end inside"
        ),
        pytest.param(["稻" * 14], True, id="one line, indented"),
        pytest.param(["稻" * 8], False, id="one short line"),
        pytest.param(["● " + "稻" * 14, "稻" * 16], False, id="an item: its indent is not known"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_knows_what_is_set_in_a_measure(printed_lines: list[str], set_in_it: bool) -> None:
    assert fills(pieces_of(block(printed_lines), 0), 32, KAIMING) is set_in_it


@pytest.mark.parametrize(
    ("before", "behind", "fitting"),
    [
        pytest.param("稻", "田里", range(2), id="a character follows"),
        pytest.param("稻", "田，", range(3), id="a character with its mark"),
        pytest.param("稻", "2024年", range(4), id="a figure"),
        pytest.param("稻，", "田里", range(-1, 2), id="a mark may be squeezed"),
    ],
)
def test_a_line_lacks_less_than_what_follows_it(before: str, behind: str, fitting: range) -> None:
    at = KAIMING.line_break(before, behind)
    likely = [short for short in range(-3, 9) if short_cost(short, KAIMING, at) < 2]
    assert likely == list(fitting)


@pytest.mark.parametrize(
    ("before", "behind", "fitting"),
    [
        pytest.param("the old", "pier and", range(5), id="a short word follows"),
        pytest.param("the old", "Elkford boat", range(7), id="a name"),
        pytest.param("the board au-", "thorized it", range(4), id="the rest of a word"),
    ],
)
def test_a_latin_line_lacks_less_than_what_follows_it(
    before: str, behind: str, fitting: range
) -> None:
    at = LATIN.line_break(before, behind)
    likely = [short for short in range(-3, 12) if short_cost(short, LATIN, at) < 2]
    assert likely == list(fitting)


_ITEMS = (
    "3月2日，青禾县的无人机第一次飞进了早稻田，乡亲们都来看。",
    "4月9日，柳湾镇的飞手之家收拾好了第一批房，飞手住进来了。",
    "5月11日，县农技站请来外县的飞手一起试飞，七十个人来学。",
)


def listed(words: str, measure: float) -> str:
    """An item as printed: two ems of indent, a bullet of one and its blank of a half."""
    starts = line_starts(words, Setting(measure, "kaiming"), indent=3.5)
    parts = [words[a:b] for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    return "● " + " ".join(parts)


@pytest.mark.parametrize("measure", [16, 18, 19.5, 22])
def test_items_of_two_lines_tell_their_measure(measure: float) -> None:
    items = [listed(words, measure) for words in _ITEMS]
    told = [block(lines(words, 16)) for words in RICE]
    article = rebuilt("# 无人机飞进稻田", *told, "# 飞手大事记", *items).articles[-1]
    assert article.measure is not None
    assert article.measure.width == pytest.approx(measure, abs=0.5)


@pytest.mark.parametrize(
    ("marks", "width"),
    [
        pytest.param(["● "] * 4, 1.5, id="bullets"),
        pytest.param([f"{month}月，" for month in range(2, 6)], 2, id="days"),
        pytest.param([f"{number}．" for number in range(1, 5)], 1, id="numbers"),
    ],
)
@pytest.mark.parametrize("measure", [15, 19, 24])
def test_items_in_one_block_tell_their_measure(
    marks: list[str], width: float, measure: int
) -> None:
    """Their first lines are alike, two ems short, though no line of the block is full."""
    room = int(measure - 2 - width)
    printed = [line for mark in marks for line in (f"{mark}{'稻' * room}", "田田田田田。")]
    (found,) = measures_of(KAIMING, block(printed))
    assert abs(found / 2 - measure) <= 0.5
