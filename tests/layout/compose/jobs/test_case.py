"""Type set from the case: what stays together in a column, and how its heads are broken."""

import pytest

from layout.compose import compose
from layout.compose.galley import Line, Piece
from layout.compose.galley.structure import Copy, grown
from layout.compose.galley.tables import TableWork
from layout.model import Role
from layout.sheet import Run
from layout.style import style
from tests.build import edition_of
from tests.layout.compose.cases import case_of, jobs_of
from tests.layout.compose.fixed import FixedRuler


def table_of(rows: int) -> str:
    return "article table 16\ntable 年 | 数 // " + " // ".join(f"{n} | 3" for n in range(rows))


@pytest.mark.parametrize(
    ("rows", "parts"),
    [pytest.param(5, False, id="short"), pytest.param(60, True, id="long")],
)
def test_only_a_long_table_goes_on_in_the_next_column(rows: int, parts: bool) -> None:
    (job,) = jobs_of(table_of(rows))
    assert isinstance(job.parts[0], TableWork)
    slugs = job.case.slugs(job.parts, 16)
    assert any(slug.loose for slug in slugs[1:]) is parts


def test_a_table_that_goes_on_has_its_head_again_over_each_column() -> None:
    rows = " // ".join(f"乡{n:02} | 3" for n in range(90))
    notation = f"article table 16\nheadline 甲\ntable 年份 | 数 // {rows}"
    look = style("a4", columns=2)
    forme = compose(edition_of(notation), look, FixedRuler())
    runs = [run for sheet in forme.sheets for run in sheet.drawn if isinstance(run, Run)]
    heads = [run for run in runs if run.text == "年份"]
    assert len({run.at.x for run in heads}) > 1
    assert [run.element is None for run in heads] == [False, *[True] * (len(heads) - 1)]
    for head in heads[1:]:
        below = [run for run in runs if run.text.startswith("乡") and abs(run.at.x - head.at.x) < 9]
        assert head.at.y < min(run.at.y for run in below)
    assert [run.text for run in runs if run.text.startswith("乡")] == [
        f"乡{n:02}" for n in range(90)
    ]


def test_a_table_stands_right_below_its_title() -> None:
    case = case_of()
    (job,) = jobs_of("article table 16\nparagraph 一\ntable_title 表\ntable 年 | 数 // 2012 | 3")
    before = [slug.before for slug in case.slugs(job.parts, 16)]
    assert before == [0, 1, 0, 0]


@pytest.mark.parametrize(
    ("measure", "depths"),
    [
        pytest.param(20, (1, 1), id="room"),
        pytest.param(11, (1, 1), id="room with less white"),
        pytest.param(10, (1, 2), id="no room"),
    ],
)
def test_white_between_columns_gives_way_before_words(
    measure: int, depths: tuple[int, ...]
) -> None:
    (job,) = jobs_of("article table 16\ntable 桥 | 长 | 宽 | 年 // 新石门大桥 | 12 | 345 | 2024")
    (table,) = job.parts
    assert isinstance(table, TableWork)
    assert table.ruled(measure).depths == depths


def test_the_note_of_a_table_stands_right_below_it() -> None:
    notation = "article table 16\ntable 年 | 数 // 2012 | 3\nsignoff 来源：统计局\nparagraph 一二三"
    (job,) = jobs_of(notation)
    befores = [slug.before for slug in case_of().slugs(job.parts, 16)]
    assert befores == [0, 0, 0, 0]


@pytest.mark.parametrize("paper", ["110x120mm"])
def test_a_table_that_turns_to_another_sheet_has_its_head_there(paper: str) -> None:
    rows = " // ".join(f"乡{n:02} | 3" for n in range(60))
    notation = f"article table 16\nheadline 甲\ntable 年份 | 数 // {rows}"
    sheets = compose(edition_of(notation), style(paper), FixedRuler()).sheets
    assert len(sheets) > 1
    for sheet in sheets:
        told = [run.text for run in sheet.drawn if isinstance(run, Run)]
        assert told.index("年份") < min(n for n, words in enumerate(told) if words[0] == "乡")
        assert all(r.element is None or r.element >= 0 for r in sheet.drawn if isinstance(r, Run))


@pytest.mark.parametrize(
    ("headline", "language", "measure", "lines"),
    [
        pytest.param(
            "Bridge work to close Mill Road",
            "en",
            12,
            ["Bridge work to ", "close Mill Road"],
            id="even",
        ),
        pytest.param(
            "Fair sets attendance record",
            "en",
            12,
            ["Fair sets ", "attendance record"],
            id="even where half the words would be too narrow",
        ),
        pytest.param(
            "万亩生态茶园里茶农抢抓晴天采春茶",
            "zh-Hans",
            16,
            ["万亩生态茶园里茶农", "抢抓晴天采春茶"],
            id="phrase by phrase",
        ),
    ],
)
def test_a_headline_in_a_column_has_lines_of_even_length(
    headline: str, language: str, measure: int, lines: list[str]
) -> None:
    (job,) = jobs_of(f"article news 30\nparagraph a\nheadline {headline}", language)
    piece = job.parts[-1]
    assert isinstance(piece, Piece)
    set_ = [slug.type for slug in case_of(language).slugs([piece], measure)]
    cuts = [line.cut for line in set_ if isinstance(line, Line)]
    assert [piece.matter.text[cut.start : cut.end] for cut in cuts] == lines


def test_lines_of_a_latin_headline_in_a_column_do_not_touch() -> None:
    """Letters reach 0.29 of the type below the line at most, and 0.77 above it."""
    look = style()
    scale = look.manner(Role.HEADLINE).in_latin().scale
    assert scale * (0.29 + 0.77) <= look.latin.leading.least + 0.001


@pytest.mark.parametrize(
    ("item", "bullet"),
    [
        pytest.param("5 percent more", True, id="a quantity"),
        pytest.param("8.6 percent more", True, id="a decimal"),
        pytest.param("8. percent", False, id="a number with its point"),
        pytest.param("（一）百分之八", False, id="in brackets"),
    ],
)
def test_an_item_that_brings_a_number_needs_no_bullet(item: str, bullet: bool) -> None:
    _, (bundle,) = grown(edition_of(f"article list 16\nlist_item {item}"))
    (copy,) = bundle.stories[0].parts
    assert isinstance(copy, Copy)
    assert (copy.bullet is not None) is bullet
