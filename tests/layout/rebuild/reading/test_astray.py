"""Fragments that the OCR put elsewhere, brought home where the page tells so, and only there."""

from layout.corrections.spots import Matter, spots
from layout.model import Role
from layout.rebuild.reading import read_sequence
from layout.rebuild.reading.astray import with_lines_home
from layout.rebuild.survey import survey
from layout.text import LineEnd
from readers.markdown import read_markdown
from tests.layout.rebuild.proofs import FERRY, RICE, block, latin, lines, rebuilt, told

_HEAD = "# 无人机飞进稻田"
_PRINTED = tuple(lines(words, 16) for words in RICE)
_BLOCKS = tuple(map(block, _PRINTED))


def test_the_only_two_that_lack_each_other_are_joined() -> None:
    start, end = block(_PRINTED[3][:-1]), _PRINTED[3][-1]
    page = told(_HEAD, *_BLOCKS[:2], start, _BLOCKS[4], end, _BLOCKS[5])
    whole = "".join(_PRINTED[3][:-1]) + "‖" + end
    assert page[3:] == [f"paragraph {words}" for words in (whole, RICE[4], RICE[5])]


def test_the_words_across_the_seam_tell_a_fragments_home() -> None:
    """的年轻人 stands in the headline: so 轻人 goes behind 的年."""
    start, end = block(_PRINTED[1][:-1]), _PRINTED[1][-1]
    assert (start[-2:], end[:2]) == ("的年", "轻人")
    page = rebuilt("# 返乡的年轻人来了", _BLOCKS[0], start, *_BLOCKS[2:5], end, _BLOCKS[5])
    bodies = [*page.articles[0].paragraphs(Role.BODY)]
    assert [paragraph.plain for paragraph in bodies] == list(RICE)
    marks = [f.mark for f in bodies[1].text.fragments if isinstance(f.mark, LineEnd)]
    (seam,) = [mark for mark in marks if mark.column]
    assert (seam.why, seam.certainty) == ("moved here: 的年轻人 stands elsewhere on the page", 0.95)
    moves = [(spot.start, spot.end) for spot in spots(page) if spot.matter is Matter.MOVE]
    assert moves == [(page.source.index(end), page.source.index(end))]  # so it can be refused


def test_around_the_seams_a_page_is_read_as_if_all_of_it_were_read_again() -> None:
    start, end = block(_PRINTED[3][:-1]), _PRINTED[3][-1]
    more = "\n\n".join((_HEAD, *_BLOCKS) * 3)
    page = "\n\n".join((more, _HEAD, *_BLOCKS[:2], start, _BLOCKS[4], end, _BLOCKS[5], more))
    surveyed = survey(read_markdown("page", page))
    moved, readings = with_lines_home(surveyed, read_sequence(surveyed.stream))
    assert moved.stream.moved
    assert readings == read_sequence(moved.stream)


def test_with_two_homes_to_choose_from_nothing_moves() -> None:
    """Neither leaves a word unfinished at its end, and they are as far away."""
    first, other = block(_PRINTED[4][:-1]), block(_PRINTED[5][:-1])
    page = told(_HEAD, *_BLOCKS[:2], first, _BLOCKS[2], "县里的田埂上。", _BLOCKS[3], other)
    assert not [line for line in page if "‖县里的田埂上" in line]


def test_a_line_stands_rather_behind_its_block_than_right_before_it() -> None:
    """It could end the next block as well, which lacks its end and is nearer."""
    first, other = block(_PRINTED[4][:-1]), block(_PRINTED[5][:-1])
    page = told(_HEAD, *_BLOCKS[:2], first, _BLOCKS[2], "县里的田埂上。", other, _BLOCKS[3])
    assert [line for line in page if line.endswith("‖县里的田埂上。")] == [
        f"paragraph {''.join(_PRINTED[4][:-1])}‖县里的田埂上。"
    ]


def test_a_line_that_has_a_home_stands_in_no_others_way() -> None:
    """The end of the third would fit behind the first as well, were it not at home elsewhere."""
    first, third = (block(_PRINTED[i][:-1]) for i in (0, 2))
    page = told(
        _HEAD, _BLOCKS[1], _PRINTED[0][-1], _BLOCKS[3], first, _BLOCKS[4], third, _BLOCKS[5],
        _PRINTED[2][-1],
    )  # fmt: skip
    for start, *_, end in (_PRINTED[0], _PRINTED[2]):
        assert [line for line in page if start in line and line.endswith(f"‖{end}")]


def test_a_whole_paragraph_takes_no_fragment() -> None:
    page = told(_HEAD, *_BLOCKS[:3], _PRINTED[3][-1], *_BLOCKS[4:])
    assert [line.removeprefix("paragraph ") for line in page[1:4]] == list(RICE[:3])


def test_a_sentence_that_cannot_end_so_takes_what_goes_on_in_lower_case() -> None:
    printed = [latin(words, 36) for words in FERRY]
    start, end = printed[1][:-1], "inner basin until the weather turns."
    assert start[-1].endswith("in the")
    page = told(
        "# Footbridge Opens Late", block(printed[0]), block(start), block(printed[2]), end,
        block(printed[3]),
    )  # fmt: skip
    assert page[2] == f"paragraph {' '.join(start)}‖ {end}"


def test_half_a_word_tells_where_its_other_half_belongs() -> None:
    """太阳 and 能 make a word that the page has nowhere else; the line was read with another."""
    printed = [
        *_PRINTED[:5],
        lines("村口新修的石桥通了车，来往的人都说方便，桥头还装上了一排太阳能路灯。", 16),
    ]
    start, end = block(printed[5][:-1]), printed[5][-1]
    other = block(printed[3][:-1])
    page = told(_HEAD, *map(block, printed[:3]), other, end, block(printed[4]), start)
    assert page[-1] == f"paragraph {''.join(printed[5][:-1])}‖{end}"


def test_a_line_between_the_halves_of_a_paragraph_ends_another_one() -> None:
    """Behind it the text goes on without an indent, so the paragraph was cut there."""
    start, end = block(_PRINTED[3][:-1]), _PRINTED[3][-1]
    halves = _PRINTED[4][:2], _PRINTED[4][2:]
    page = told(_HEAD, *_BLOCKS[:3], start, block(halves[0]), end, block(halves[1]), _BLOCKS[5])
    assert page[4] == f"paragraph {''.join(_PRINTED[3][:-1])}‖{end}"
    assert page[5] == f"paragraph {''.join(halves[0])}‖{''.join(halves[1])}"


def test_a_figure_wants_what_it_counts() -> None:
    printed = lines(
        "县里今年新修的机耕道比去年多出了两成，通到五个镇田头，总长达36公里，是三年前的两倍。", 16
    )
    start, end = printed[:-1], printed[-1]
    assert start[-1].endswith("36")
    host = block(_PRINTED[3][:-1])
    page = told(_HEAD, *_BLOCKS[:2], block(start), host, end, *_BLOCKS[4:])
    assert page[3] == f"paragraph {''.join(start)}‖{end}"


def test_what_is_left_of_a_short_paragraph_is_no_head() -> None:
    start = ["老仓库改成图书室、茶馆和球场两", "用的院子，白天有孩子来上课，每到周"]
    end = "末，门前坐满了看戏的人。"
    page = told(_HEAD, *_BLOCKS[:2], block(start), _BLOCKS[2], end, *_BLOCKS[3:5])
    assert page[3] == f"paragraph {''.join(start)}‖{end}"


def test_a_line_that_ends_a_sentence_goes_far_for_the_only_home_there_is() -> None:
    """Four blocks and a headline are between, and no word stands across 停在 | 天边."""
    printed = lines(
        "试飞那天风很大，机器升到半空，绕着茶山慢慢转了三圈，后来就停在天边的云后面了。", 16
    )
    start, end = printed[:-1], printed[-1]
    between = (_BLOCKS[1], "# 飞手进村了", *_BLOCKS[2:4])
    page = told(_HEAD, _BLOCKS[0], block(start), *between, end, *_BLOCKS[4:])
    assert page[2] == f"paragraph {''.join(start)}‖{end}"


def test_a_last_line_behind_a_jump_line_is_no_caption() -> None:
    start = ["老戏台修好以后天天有人来唱，", "去年全年一共办了四百多场戏，受益群"]
    page = told(_HEAD, *_BLOCKS[:3], block(start), "(下转A6版)", "众超过三万人。")
    assert f"paragraph {''.join(start)}‖众超过三万人。" in page
