"""What an editor made of a page becomes corrections after which the page reads like that."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from layout.corrections.anchor import anchored
from layout.corrections.decisions import Correction, Signature
from layout.corrections.setting import corrected
from layout.corrections.spots import Matter, spots
from layout.ledger import is_balanced
from layout.marks import gap_mark
from layout.model import Page, Role
from layout.rebuild import rebuild
from layout.redlines.collation import Hand, Reading, units_of, words_of
from layout.redlines.proof import redlines, shared_out
from layout.walk import read_texts
from readers.markdown import read_markdown
from tests.rebuilt import rebuilt_page

_PLAIN = """\
# 春耕正当时

清河两岸麦苗青青，农户们抢抓农时忙春管。

合作社的技术员走进田间，手把手教大家防治病虫。

县里调拨的化肥和种子已经送到各村的仓库里。
"""


@cache
def _plain() -> Page:
    return rebuild(read_markdown("page", _PLAIN))


def _words(page: Page) -> list[str]:
    """The paragraphs of a page as a document shows them."""
    body = list(read_texts(page))[len(page.folio.paragraphs) :]
    found = [words_of(units) for units in units_of(body, gap_mark(page.language))]
    return [words for words in found if words.strip()]


def _readings(words: list[str]) -> list[Reading]:
    return [Reading(each) for each in words]


def _made(page: Page, words: list[str]) -> tuple[Correction, ...]:
    """The corrections for these paragraphs, which leave nothing loose and bring them about."""
    found = redlines(page, _readings(words))
    assert found.loose == ()
    assert _words(corrected(page, found.corrections)) == [each for each in words if each]
    return found.corrections


@pytest.mark.parametrize("seed", range(10))
def test_a_page_left_alone_has_none(seed: int) -> None:
    assert _made(rebuilt_page(seed), _words(rebuilt_page(seed))) == ()


@pytest.mark.parametrize(
    ("old", "new", "spot", "text"),
    [
        pytest.param("抢抓", "紧抓", "抢", "紧", id="a character"),
        pytest.param("青青，", "，", "青青", "", id="words struck out"),
        pytest.param("忙春管", "忙着春管", "", "着", id="words written in"),
        pytest.param("清河两岸", "在清河两岸", "清", "在清", id="words at the start"),
        pytest.param("忙春管。", "忙春管。好！", "", "好！", id="words at the end"),
        pytest.param("农户", "<i>农户&", "农户", "<i>农户&", id="what looks like markup"),
    ],
)
def test_anchors_a_change(old: str, new: str, spot: str, text: str) -> None:
    words = [each.replace(old, new) for each in _words(_plain())]
    made = _made(_plain(), words)
    assert "".join(c.anchor.spot for c in made) in {spot, ""}
    assert "".join(c.text for c in made).replace(spot, "") == text.replace(spot, "")
    assert {c.matter for c in made} == {Matter.EDITOR}


@given(st.data())
def test_any_change_of_words_comes_about(data: st.DataObject) -> None:
    """Paragraphs may be rewritten, emptied, filled with marks: the page comes to read like that."""
    page = rebuilt_page(data.draw(st.integers(0, 9)))
    words = _words(page)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(words) - 1))
        start = data.draw(st.integers(0, len(words[at])))
        end = data.draw(st.integers(start, min(len(words[at]), start + 8)))
        new = data.draw(st.text("的国，。a <&“”〔…〕", max_size=5))
        words[at] = words[at][:start] + new + words[at][end:]
    found = redlines(page, _readings(words))
    if not found.loose:
        assert _words(corrected(page, found.corrections)) == [w for w in words if w.strip()]


def test_signs_with_the_hand_that_made_a_change() -> None:
    """And with the editor of the document where a change names nobody."""
    words = _words(_plain())
    one = words[1].replace("抢抓", "紧抓")
    two = words[2].replace("大家", "农户")
    hand = Hand(one.index("紧"), one.index("紧") + 1, "王一", "2024-05-01")
    readings = [*_readings(words[:1]), Reading(one, (hand,)), *_readings([two, *words[3:]])]
    found = redlines(_plain(), readings, Signature("李四", "2024-06-01"))
    assert [c.signature for c in found.corrections] == [
        Signature("王一", "2024-05-01"),
        Signature("李四", "2024-06-01"),
    ]


@pytest.mark.parametrize(
    ("text", "accept"),
    [pytest.param("三个字", True, id="filled"), pytest.param("", False, id="denied")],
)
def test_a_gap_is_filled_or_denied(text: str, accept: bool) -> None:
    page = next(
        p for p in map(rebuilt_page, range(20)) if any("〔…〕" in words for words in _words(p))
    )
    words = _words(page)
    at = next(n for n, each in enumerate(words) if "〔…〕" in each)
    words[at] = words[at].replace("〔…〕", text, 1)
    (made,) = _made(page, words)
    assert (made.matter, made.text, made.accept) == (Matter.GAP, text, accept)


@pytest.mark.parametrize("matter", [Matter.CORRECTION, Matter.SUGGESTION])
def test_a_reading_is_refused_or_taken(matter: Matter) -> None:
    """The words of the source, or those that were suggested, are a decision and no new words."""
    page, spot = next(
        (page, spot)
        for page in map(rebuilt_page, range(30))
        for spot in spots(page)
        if spot.matter is matter and spot.reading and spot.end == spot.start + 1
        if sum(words.count(spot.words) for words in _words(page)) > 0
    )
    source = page.source[spot.start : spot.end]
    other = spot.reading if matter is Matter.SUGGESTION else source
    plain = spot.text.shown(gap_mark(page.language))
    lost = sum(len(gap_mark(page.language)) for at, _ in spot.text.gaps() if at <= spot.offset)
    at = spot.offset + lost
    reading = plain[:at] + other + plain[at + len(spot.words) :]
    words = [reading if each == plain else each for each in _words(page)]
    (made,) = _made(page, words)
    assert (made.matter, made.text) == (matter, "")
    assert made.accept is (matter is Matter.SUGGESTION)


_HEAD, _ONE, _TWO, _THREE = _words(_plain())


@pytest.mark.parametrize(
    ("words", "matters"),
    [
        pytest.param([_HEAD, _ONE[:9], _ONE[9:], _TWO, _THREE], ["split"], id="parted"),
        pytest.param(
            [_HEAD, _ONE, _TWO[:7], _TWO[7:14], _TWO[14:], _THREE], ["split"] * 2, id="in three"
        ),
        pytest.param([_HEAD, _ONE + _TWO, _THREE], ["join"], id="joined"),
        pytest.param([_HEAD, _ONE + _TWO + _THREE], ["join"] * 2, id="three joined"),
        pytest.param(
            [_HEAD, _ONE + _THREE], ["editor", "join"], id="joined over one that is struck out"
        ),
        pytest.param([_HEAD, _ONE, "本报讯", _TWO, _THREE], ["insert"], id="added"),
        pytest.param(["本报讯", _HEAD, _ONE, _TWO, _THREE], ["insert"], id="added above all"),
        pytest.param([_HEAD, _ONE, _TWO, _THREE, "本报讯"], ["insert"], id="added below all"),
        pytest.param([_HEAD, _ONE, "本报讯", "又讯", _TWO, _THREE], ["insert"] * 2, id="two added"),
        pytest.param([_HEAD, _TWO, _ONE, _THREE], ["transpose"], id="put elsewhere"),
        pytest.param([_THREE, _HEAD, _ONE, _TWO], ["transpose"], id="put above all"),
        pytest.param([_HEAD, _THREE, _TWO, _ONE], ["transpose"] * 2, id="turned round"),
        pytest.param(
            [_HEAD, _ONE[:9], _TWO, _THREE, _ONE[9:]], ["split", "transpose"], id="half moved"
        ),
        pytest.param(
            [_HEAD, _ONE[:9], "本报讯", _ONE[9:], _TWO, _THREE],
            ["insert", "split"],
            id="words between halves",
        ),
        pytest.param(
            [_HEAD, _ONE[:5], _ONE[5:] + _TWO, _THREE],
            ["join", "split"],
            id="the end of one to the next",
        ),
    ],
)
def test_paragraphs_are_rearranged(words: list[str], matters: list[str]) -> None:
    assert sorted(c.matter for c in _made(_plain(), words)) == matters


@settings(max_examples=40)
@given(st.data())
def test_any_arrangement_comes_about(data: st.DataObject) -> None:
    """Paragraphs parted, joined, added, struck out, put elsewhere and reworded, all at once."""
    page = rebuilt_page(data.draw(st.integers(0, 9)))
    words = _words(page)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(words) - 1))
        cut = data.draw(st.integers(0, len(words[at])))
        match data.draw(st.sampled_from(["part", "join", "add", "strike", "move", "word"])):
            case "part":
                words[at : at + 1] = [words[at][:cut], words[at][cut:]]
            case "join":
                words[at : at + 2] = ["".join(words[at : at + 2])]
            case "add":
                words.insert(at, data.draw(st.text("的国，。a <&“”", min_size=1, max_size=9)))
            case "strike":
                words[at] = ""
            case "move":
                words.insert(cut % len(words), words.pop(at))
            case "word":
                words[at] = words[at][:cut] + "新" + words[at][cut + 2 :]
    words = [each for each in words if each.strip()]
    found = redlines(page, _readings(words))
    after = corrected(page, found.corrections)
    assert is_balanced(after)
    assert found.loose or _words(after) == words


def test_a_new_paragraph_is_what_its_style_says() -> None:
    styles = ("Subhead 11", "Subhead", "heading 2")
    readings = _readings([_HEAD, _ONE, _TWO, _THREE])
    readings.insert(2, Reading("田间课堂", styles=styles))
    (made,) = redlines(_plain(), readings, roles={"Subhead": Role.SUBHEAD}).corrections
    assert (made.text, made.role) == ("田间课堂", Role.SUBHEAD)


def _with_table(cell: str) -> Page:
    return rebuild(read_markdown("page", f"{_PLAIN}\n| 县区 |\n|---|\n| {cell} |\n"))


def test_a_table_is_put_elsewhere_as_a_whole() -> None:
    page = _with_table("清河")
    words = _words(page)
    (made,) = _made(page, [words[0], *words[4:], *words[1:4]])
    assert made.matter is Matter.TRANSPOSE


def test_tells_what_no_correction_can() -> None:
    """A cell is one paragraph, whatever a word processor allows in it."""
    page = _with_table("清河两岸的几个村庄")
    *words, cell = _words(page)
    found = redlines(page, _readings([*words, cell[:5], cell[5:]]))
    told = [(loose.what, loose.words, loose.at) for loose in found.loose]
    assert ("a paragraph was parted", "的‖几", page.source.index("的几个")) in told
    assert _words(corrected(page, found.corrections)) == _words(page)


def test_a_paragraph_struck_out_is_gone() -> None:
    head, one, _, three = _words(_plain())
    _made(_plain(), [head, one, three])


def test_a_short_paragraph_is_known_by_what_is_left_of_it() -> None:
    """Though the one before it is gone."""
    page = rebuild(read_markdown("page", "| 县区 | 完成率（%） |\n|---|---|\n| 清河 | 12 |\n"))
    assert _words(page)[:2] == ["县区", "完成率（%）"]
    _made(page, ["", "率。%）", *_words(page)[2:]])


def test_a_move_is_taken_back() -> None:
    """What was brought to its place stands by itself again, as it does when Word rejects a move."""
    page, spot = next(
        (page, spot)
        for page in map(rebuilt_page, range(60))
        for spot in spots(page)
        if spot.matter is Matter.MOVE and spot.start == spot.end
    )
    refusal = Correction(
        page.name, Matter.MOVE, anchored(page.source, spot.start, spot.end), accept=False
    )
    found = redlines(page, _readings(_words(corrected(page, [refusal]))))
    assert [(c.matter, c.accept) for c in found.corrections] == [(Matter.MOVE, False)]
    assert found.loose == ()


def test_shares_readings_out_to_their_pages() -> None:
    pages = (rebuilt_page(0), _plain())
    first, second = map(_words, pages)
    readings = _readings([*first, "新的一段", *second[:2], "另一段", *second[2:]])
    shares = shared_out(pages, readings)
    assert [each.words for each in shares[0]] == [*first, "新的一段"]
    assert [each.words for each in shares[1]] == [*second[:2], "另一段", *second[2:]]
