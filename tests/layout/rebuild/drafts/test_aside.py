"""Headlines that were read side by side, and where each belongs."""

import pytest

from tests.layout.rebuild.proofs import FERRY, RICE, block, lines, told

_FIRST = tuple(block(lines(words, 13)) for words in ("本报讯（记者苗青）" + RICE[0], RICE[1]))
_SECOND = tuple(block(lines(words, 22)) for words in RICE[2:5])


def heads(*blocks: str) -> list[str]:
    """The page without its running text, of which the first words are told."""
    return [line if not line.startswith("paragraph") else line[10:14] for line in told(*blocks)]


@pytest.mark.parametrize(
    ("opening", "byline"),
    [
        pytest.param(_SECOND[0], (), id="told by the measure"),
        pytest.param(f"严守田 {_SECOND[0]}", ("byline 严守田",), id="told by a byline"),
    ],
)
def test_the_second_headline_goes_home(opening: str, byline: tuple[str, ...]) -> None:
    page = heads("## 无人机飞进稻田", "## 在田埂上看年轻的飞手", *_FIRST, opening, *_SECOND[1:])
    assert page == [
        *("headline 无人机飞进稻田", "本报讯（", RICE[1][:4]),
        *("headline 在田埂上看年轻的飞手", *byline, *(words[:4] for words in RICE[2:5])),
    ]


def test_halves_of_one_length_may_be_two_headlines() -> None:
    page = heads("## 无人机飞进稻田", "## 在田埂上看飞手", *_FIRST, *_SECOND)
    assert [line for line in page if line.startswith("headline")] == [
        "headline 无人机飞进稻田",
        "headline 在田埂上看飞手",
    ]


@pytest.mark.parametrize("level", ["##", "###"])
def test_the_first_goes_home_where_the_second_is_signed(level: str) -> None:
    page = heads(f"{level} 无人机飞进稻田", "## 在田埂上看年轻的飞手", "严守田", *_SECOND, *_FIRST)
    assert page == [
        *("headline 在田埂上看年轻的飞手", "byline 严守田", *(words[:4] for words in RICE[2:5])),
        *("headline 无人机飞进稻田", "本报讯（", RICE[1][:4]),
    ]


def test_a_kicker_over_a_signed_headline_stays() -> None:
    page = heads("### 无人机飞进稻田", "## 在田埂上看年轻的飞手", "严守田", *_SECOND)
    assert page[:2] == ["kicker 无人机飞进稻田", "headline 在田埂上看年轻的飞手"]


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("## 青禾县农技站：", id="a kicker with a colon"),
        pytest.param("## 严守田不再请人撒肥——", id="a kicker with a dash"),
        pytest.param("#### 青禾县给稻田请来新帮手", id="a kicker in smaller type"),
    ],
)
def test_a_kicker_stays_over_its_headline(first: str) -> None:
    page = heads(first, "## 在田埂上看年轻的飞手", *_FIRST, *_SECOND)
    assert [line.split()[0] for line in page[:2]] == ["kicker", "headline"]


def test_one_article_keeps_both() -> None:
    page = heads("## 青禾县给稻田请来新帮手", "## 在田埂上看年轻的飞手", *_FIRST)
    assert page[:2] == ["kicker 青禾县给稻田请来新帮手", "headline 在田埂上看年轻的飞手"]


def test_an_english_headline_goes_home_to_a_dateline() -> None:
    text = (*FERRY[:2], f"MILL CROSSING (Reuters) — {FERRY[2]}", FERRY[3])
    page = told("## Boats back at Alder Point", "## Old mill saves its reading room", *text)
    assert [page[0], page[3]] == [
        "headline Boats back at Alder Point",
        "headline Old mill saves its reading room",
    ]


@pytest.mark.parametrize("first", [True, False])
def test_a_standing_head_goes_home_to_its_list(*, first: bool) -> None:
    heads = ["### The budget at a glance", "# Boats back at Alder Point"]
    items = ["● 16 percent: growth in a year", "● 42 percent: boats", "● 61 percent: leaks"]
    page = told(*(heads if first else heads[::-1]), *FERRY, *items)
    assert page[0] == "headline Boats back at Alder Point"
    assert page[5] == "headline The budget at a glance"
