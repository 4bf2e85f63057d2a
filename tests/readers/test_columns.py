"""Lines that an engine read across columns, and the order in which regions are read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layout.geometry import Box, around
from layout.ledger import is_balanced
from layout.model import ScannedPage
from layout.rebuild import rebuild
from readers.located import located_page
from readers.words import Located, Region, Word, spaced

_Words = tuple[float, str]  # where words begin, in points, and the words

LEFT = (
    "　　渡船清早就靠了石岸",
    "挑担的人先上，推车的人",
    "在后头等着。船工收起跳",
    "板，数一数船上的人，才",
    "把竹篙往岸上一点，船就",
    "慢慢离开了石阶和那柳树",
)
RIGHT = (
    "对岸的集市已经开了，卖",
    "鱼的在喊，卖菜的把水洒",
    "在菜叶上。茶棚里的老人",
    "说，三十年前这里没有桥",
    "也没有路，大家都靠这只",
    "船过河，一天走四个来回",
)


def line(y: float, *parts: _Words, size: float = 10.0) -> Located:
    """A line whose characters are words an em wide each; of Latin words half an em a character."""
    words = tuple(word for x, text in parts for word in _words(x, y, text, size))
    box = around(word.box for word in words)
    return Located(spaced(words), box, size, words)


def _words(x: float, y: float, text: str, size: float) -> list[Word]:
    if text.isascii():
        made = []
        for each in text.split():
            made.append(Word(each, Box(x, y, len(each) * size / 2, size)))
            x += (len(each) + 1) * size / 2
        return made
    placed = [(x + n * size, character) for n, character in enumerate(text)]
    return [Word(c, Box(at, y, size * 0.95, size)) for at, c in placed if c != "\u3000"]


def read(*regions: list[Located]) -> ScannedPage:
    page = located_page("a", [Region(tuple(lines)) for lines in regions], None)
    assert page is not None
    return page


def across(*columns: tuple[tuple[str, ...], float], y: float = 0.0) -> list[Located]:
    """Columns as one region, each of its lines read across them."""
    longest = max(len(texts) for texts, _ in columns)
    return [
        line(y + 14 * n, *((x, texts[n]) for texts, x in columns if n < len(texts)))
        for n in range(longest)
    ]


def column(texts: tuple[str, ...], x: float, y: float = 0.0) -> list[Located]:
    return across((texts, x), y=y)


def test_columns_are_read_one_after_the_other() -> None:
    page = read(across((LEFT, 0), (RIGHT, 125)))
    assert page.source == "\n".join((*map(str.strip, LEFT), "", *RIGHT, ""))
    assert is_balanced(rebuild(page))


def test_a_mark_that_a_gutter_was_taken_for_does_not_hide_it() -> None:
    lines = [
        line(14 * n, (0, left), (113, "”"), (125, right))
        for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True))
    ]
    assert "石阶和那柳树\n\n”对岸的集市" in read(lines).source


def test_a_word_that_reaches_into_the_gutter_does_not_hide_it() -> None:
    lines = across((LEFT, 0), (RIGHT, 125))
    lines[2] = line(28, (0, LEFT[2]), (112, RIGHT[2]))
    assert "船工收起跳\n板，" in read(lines).source


def test_a_short_column_stands_beside_a_long_one() -> None:
    assert "石阶和那柳树\n\n对岸的集市" in read(across((LEFT, 0), (RIGHT[:2], 125))).source


def test_latin_columns_too() -> None:
    left = (
        "The ferry left the pier at",
        "six with nobody aboard but",
        "two boys and a dog, and it",
    )
    right = (
        "came back at noon with the",
        "mail, a crate of oranges &",
        "a man who said no word at",
    )
    lines = across((left * 2, 0), (right * 2, 145))
    assert read(lines).source == "\n".join((*left, *left, "", *right, *right, ""))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(
            [line(14 * n, (0, "河口镇"), (100, "12"), (150, "7")) for n in range(6)], id="cells"
        ),
        pytest.param(across((LEFT[:2], 0), (RIGHT[:2], 125)), id="two lines"),
        pytest.param(
            [line(14 * n, (0, "渡船靠岸了人都上了船"), (110, "他们")) for n in range(6)],
            id="a short last word",
        ),
        pytest.param(
            [line(14 * n, (0, LEFT[1][:9]), (94, "，"), (100, RIGHT[1])) for n in range(6)],
            id="commas below each other",
        ),
    ],
)
def test_other_white_parts_no_columns(rows: list[Located]) -> None:
    assert "\n\n" not in read(rows).source


def test_heads_beside_each_other_are_parted() -> None:
    heads = line(0, (0, "渡口清晨"), (160, "集市开张"), size=20)
    body = column(LEFT, 0, y=60)
    assert read([heads], body).source.startswith("渡口清晨\n\n集市开张\n\n渡船")
    halves = line(0, (0, "渡口清晨"), (120, "集市开张"), size=20)
    assert read([halves], body).source.startswith("渡口清晨    集市开张\n\n渡船")


def test_a_column_goes_behind_what_it_continues() -> None:
    above = (column(LEFT[:2], 0), column(RIGHT[:2], 125))
    rest = across((LEFT[2:], 0), (RIGHT[2:], 125), y=28)
    below = (column(("在水上走远了。",), 0, y=84), column(("风雨无阻。",), 125, y=84))
    page = read(*above, rest, *below)
    words = "".join(page.source.split())
    assert words == "".join((*LEFT, "在水上走远了。", *RIGHT, "风雨无阻。")).replace("\u3000", "")


def test_columns_stand_behind_the_head_above_them() -> None:
    heads = [line(0, (0, "渡口的清晨和集市"), size=20)], [line(0, (280, "集市"), size=20)]
    body = across((LEFT, 0), (RIGHT, 125), y=30)
    page = read(*heads, body)
    assert page.source.endswith("走四个来回\n\n集市\n")


def test_a_text_goes_behind_the_head_that_was_parted_from_another() -> None:
    heads = [line(0, (0, "渡口清晨"), (160, "集市开张"), size=20)]
    page = read(heads, column(LEFT, 0, y=30), column(RIGHT, 160, y=30))
    assert "柳树\n\n集市开张\n\n对岸" in page.source


def test_a_paragraph_begins_inside() -> None:
    left = (*LEFT[:3], "　　后来修了路，也修了桥", "，船就停在柳树下面，谁", "也不去动它。")
    assert "船工收起跳\n\n后来修了路" in read(across((left, 0), (RIGHT, 125))).source


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(column(RIGHT[:2], 0, y=110), id="apart"),
        pytest.param(column(RIGHT[:2], 140), id="beside"),
        pytest.param(column(("　　" + RIGHT[0], RIGHT[1]), 0, y=84), id="a paragraph"),
        pytest.param([line(84, (0, "集市开张"), size=15)], id="a head"),
    ],
)
def test_lines_without_blocks_are_parted(second: list[Located]) -> None:
    page = read([*column(LEFT, 0), *second])
    assert len(page.blocks) == 2
    assert page.source.count("\n\n") == 1


def test_a_head_over_columns_is_read_before_the_first() -> None:
    head = [line(0, (70, "渡口的清晨"), size=20)]
    first, second = column(LEFT, 0, y=30), column(RIGHT, 125, y=30)
    assert read(first, head, second).source.startswith("渡口的清晨\n\n渡船清早就")


def test_a_head_over_its_own_column_stays() -> None:
    other = [line(0, (0, "码头"), size=20)]
    head = [line(0, (125, "集市"), size=20)]
    first, second = column(LEFT, 0, y=30), column(RIGHT, 125, y=30)
    assert read(other, first, head, second).source.startswith("码头\n\n渡船清早就")


def test_words_beyond_all_bounds_have_no_place() -> None:
    far = Word("远", Box(float("inf"), 0, float("nan"), 10))
    assert read([replace(each, words=(*each.words, far)) for each in across((LEFT, 0))]).source


_places = st.integers(0, 60).map(lambda n: n * 5.0)
_texts = st.text(alphabet="渡口ab，”", min_size=1, max_size=12)
_parts = st.lists(st.tuples(_places, _texts), min_size=1, max_size=3)


@given(st.lists(st.lists(st.tuples(_places, _parts), min_size=1), min_size=1, max_size=6))
def test_no_character_is_lost(regions: list[list[tuple[float, list[_Words]]]]) -> None:
    lines = [[line(y, *parts) for y, parts in region] for region in regions]
    given_words = [word.text for region in lines for each in region for word in each.words]
    page = read(*lines)
    assert sorted("".join(page.source.split())) == sorted("".join(given_words))
    assert is_balanced(rebuild(page))
